/**
 * Points of the self-assessment named in a message: "tự chấm 4,75/5 điểm", "7.2.1: 0,5". Points have decimals, which
 * counts have not, so that they are looked for in the text itself.
 */
import type { IndicatorName } from '../../../domain/indicator.ts';
import type { CitationText } from '../citation/text.ts';

/** A criterion of the index of administrative reform on ISO (Quyết định 3396/QĐ-UBND of Hà Tĩnh, items 7.2.1 to 7.2.6). */
export type Criterion = Extract<IndicatorName, `score_7_2_${number}`>;

export interface PointsSaid {
  name: Criterion | 'self_score';
  value: number;
  /** The most there can be: "4,75/5". */
  most?: number;
  /** As typed, since the report shows it so: "0,25/0,5". */
  written: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

const POINTS =
  '(?<points>\\d{1,3}(?:[.,]\\d{1,3})?)(?:(?:\\s?/\\s?|\\s(?:tren|tren tong)\\s)(?<most>\\d{1,3}(?:[.,]\\d{1,3})?))?(?![\\d./,]\\d|\\d|\\s?%)';
/** Between a criterion and its points stand its name and a few words: "7.2.4 (mức độ áp dụng) tự chấm 1,25 điểm". */
const CRITERION = new RegExp(
  `(?<![\\d.])7\\.2\\.(?<criterion>[1-6])(?!\\d|\\.\\d)[^\\d\\n;,]{0,60}?${POINTS}(?:\\s?(?:diem|d)(?![a-z]))?`,
  'dg',
);
const SELF = new RegExp(
  `(?<![a-z])(?:tong )?(?:diem )?(?:tu cham|tu danh gia)(?: (?:diem|duoc|dat|la)){0,3}[\\s:=]{1,3}${POINTS}(?:\\s?(?:diem|d)(?![a-z]))?`,
  'dg',
);

/** "4,75" or "4.75" as a number. */
export const pointsOf = (written: string): number => Number(written.replace(',', '.'));

/** The points said, each once; points above the most there can be are none. */
export function pointsSaid({ written, folded }: CitationText): PointsSaid[] {
  if (!/7\.2\.|tu cham|tu danh gia/.test(folded)) return [];
  const criteria = [...folded.matchAll(CRITERION)].map((match) => saidIn(match, written));
  const whole = [...folded.matchAll(SELF)].map((match) => saidIn(match, written));
  const apart = whole.filter((one) => criteria.every(({ start, end }) => one.end <= start || one.start >= end));
  const found = [...criteria, ...apart].filter(({ value, most }) => most === undefined || value <= most);
  return found.filter((one) => found.every(({ name, value }) => name !== one.name || value === one.value));
}

function saidIn(match: RegExpExecArray, written: string): PointsSaid {
  const { criterion, points = '', most } = match.groups ?? {};
  const [from, to] = match.indices?.groups?.points ?? [0, 0];
  const end = match.indices?.groups?.most?.[1] ?? to;
  return {
    name: criterion === undefined ? 'self_score' : (`score_7_2_${criterion}` as Criterion),
    value: pointsOf(points),
    ...(most !== undefined && { most: pointsOf(most) }),
    written: written.slice(from, end).replace(/\s/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  };
}
