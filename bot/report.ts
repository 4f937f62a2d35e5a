/** The annual report by chat: compiled from what was filed, sent as a draft, with what is missing named. */
import { type Line, line, type Option, option } from '../conversations/say.ts';
import { figuresOf, filingsBetween } from '../db/answers.ts';
import { documentsOf } from '../db/documents.ts';
import type { Reader } from '../db/open.ts';
import { coverage, periodsOfYear } from '../domain/period.ts';
import type { Unit, UnitKind, UnitTree } from '../domain/unit.ts';
import { isIndicator } from '../domain/indicator.ts';
import { type AnnualModel, compileAnnual, type Gap } from '../reports/annual.ts';
import type { House } from './house.ts';
import { allowed, offer, type Scene, tell } from './scene.ts';

/** Gaps named in chat; the file marks every one. More would not be read on a phone. */
const GAPS_NAMED_MAX = 12;

const LETTERHEAD_KINDS: readonly UnitKind[] = ['province', 'district'];

/** The year of a unit, compiled from its rows, and how many of its months were filed. */
export function compileYear(
  read: Reader,
  house: Pick<House, 'window' | 'ratio' | 'standardCode'>,
  tree: UnitTree,
  unit: Unit,
  year: number,
): { model: AnnualModel; filed: number } {
  const periods = periodsOfYear(year);
  const [first, last] = [periods[0] ?? '', periods.at(-1) ?? ''];
  const filings = filingsBetween(read, unit.id, first, last);
  const parent = unit.parent === undefined ? undefined : tree.get(unit.parent);
  // Only an authority stands above the issuing office in a letterhead; a department or a cluster coordinates.
  const authority = parent && LETTERHEAD_KINDS.includes(parent.kind) ? parent : undefined;
  const model = compileAnnual({
    unit: { name: unit.name, kind: unit.kind, ...(authority ? { parentName: authority.name } : {}) },
    year,
    window: { from: coverage(first, house.window).from, to: coverage(last, house.window).to },
    months: filings.map(({ period }) => ({ period, figures: figuresOf(read, unit.id, period) })),
    yearly: figuresOf(read, unit.id, String(year)),
    documents: documentsOf(read, unit.id, first, last),
    settings: { standardCode: house.standardCode, ratio: house.ratio },
  });
  return { model, filed: filings.length };
}

/** Answers "báo cáo năm …": the file, the window its figures cover, and the gaps by name. */
export function sendReport(scene: Scene, unit: Unit, year: number): void {
  if (!allowed(scene, 'compile_report', unit.id)) return tell(scene, line('not-allowed'));
  const { model, filed } = compileYear(scene.tx, scene.house, scene.tree, unit, year);
  const args = { year: String(year), unit: unit.name };
  if (filed === 0) return tell(scene, line('report-none', args));
  const lines = [
    line('report-ready', args),
    line('report-data', { from: { date: model.window.from }, to: { date: model.window.to }, months: filed }),
    ...gapLines(model.gaps),
  ];
  const choices: Option[][] = [];
  const lacksYear = model.gaps.some((gap) => !gap.months && isIndicator(gap.what));
  if (lacksYear && allowed(scene, 'supplement_year', unit.id)) {
    choices.push([option(`run:supplement:${unit.id}:${year}`, 'choice-supplement', { year: String(year) })]);
  }
  const name = scene.pen.write(line('report-file', { year: String(year), unit: unit.code }));
  const attachment = { maker: 'annual-docx', name, show: 'document', data: model } as const;
  offer(scene, choices.length > 0 ? { lines, choices } : { lines }, { attachment });
}

function gapLines(gaps: readonly Gap[]): Line[] {
  if (gaps.length === 0) return [line('report-complete')];
  const named = gaps.slice(0, GAPS_NAMED_MAX).map((gap) => line('engine-noted-line', { text: gapName(gap) }));
  const more = gaps.length - named.length;
  return [
    line('report-gaps', { count: gaps.length }),
    ...named,
    ...(more > 0 ? [line('report-gaps-more', { count: more })] : []),
  ];
}

function gapName({ what, months }: Gap): Line {
  const name = line(isIndicator(what) ? `indicator-${what}` : `document-${what}`);
  if (!months) return line('report-gap-year', { name });
  const each = months.map((period) => ({ period }));
  return line('report-gap-months', { name, months: { each, with: ', ' } });
}
