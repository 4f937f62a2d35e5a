/**
 * What the one number of an answer counts, where its own words say that it is not what was asked: "2 người" where
 * dossiers are counted, "trang 215", "Rs. 20", "ba nhân bốn". Such a number is proposed and asked, never taken.
 */
import type { IndicatorName } from '../../../domain/indicator.ts';
import type { Ask } from '../ask.ts';
import { FILLER } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { type NumberSpan, spacedNumberAt } from '../number/number-at.ts';
import { isWord, type Token } from '../text.ts';
import { VOCABULARY } from './vocabulary.ts';

type Counted = 'dossiers' | 'procedures' | 'findings' | 'people' | 'courses' | 'inspections' | 'processes';

/** Units that only some questions count; "cái" and "trường hợp" are everybody's. */
const COUNTED = new Lexicon<readonly Counted[]>([
  ['hồ sơ|hs|bộ hồ sơ|hsơ|hồ sơ tthc|hs tthc', ['dossiers', 'procedures']],
  ['thủ tục hành chính|thủ tục|tthc', ['dossiers', 'procedures', 'processes']],
  ['quy trình|qt', ['procedures', 'processes']],
  ['điểm', ['findings']],
  ['người|lượt|lượt người|cán bộ|đồng chí|đ c', ['people']],
  ['lớp', ['courses']],
  ['cuộc|lần', ['courses', 'inspections']],
]);

/** What a question counts; undefined where any unit may stand. */
function countedBy(ask: IndicatorName): Counted | undefined {
  if (/^(?:received|resolved|pending)(?:_|$)/.test(ask) || ask === 'carried_over' || ask === 'dossiers_generated')
    return 'dossiers';
  if (ask.startsWith('procedures_')) return 'procedures';
  if (ask.endsWith('_nonconformities') || ask === 'recommendations' || ask === 'observations') return 'findings';
  if (ask === 'training_attendees') return 'people';
  if (ask === 'training_courses_hosted') return 'courses';
  if (ask === 'inspections_received') return 'inspections';
  return ask === 'internal_processes_count' ? 'processes' : undefined;
}

/** What the report counts besides its indicators: complaints, letters of apology, risks. */
const MATTERS = new Lexicon<true>([
  [
    'khiếu nại|đơn khiếu nại|đơn|đơn thư|đơn thư khiếu nại|thư xin lỗi|thư|lá thư|rủi ro|phản ánh|phản ánh kiến nghị|ý kiến|ý kiến phản ánh',
    true,
  ],
]);

/** The names of a finding, by the question that asks for it. */
const FINDINGS: Partial<Record<Ask, readonly string[]>> = {
  minor_nonconformities: ['nonconformity', 'minor'],
  major_nonconformities: ['nonconformity', 'major'],
  recommendations: ['recommendation'],
  observations: ['observation'],
};

/** "2 lỗi", "2 lỗi nhẹ" where the minor ones are asked: its own name is only the unit of the answer. */
function withoutFindings(tokens: readonly Token[], names: readonly string[]): readonly Token[] {
  const [only] = numbersIn(tokens);
  const word = only && VOCABULARY.match(tokens, only.next);
  if (word?.meaning.kind !== 'label' || !names.includes(word.meaning.features.join())) return tokens;
  // the "không" of "điểm không phù hợp" is no number
  if (numbersIn(tokens.slice(word.next)).length > 0) return tokens;
  return [...tokens.slice(0, only?.next), ...tokens.slice(word.next)];
}

/** "1 tt thôi" where procedures are asked: short for their unit, as "tt" elsewhere is not. */
function withoutShortUnit(tokens: readonly Token[]): readonly Token[] {
  const [only, other] = numbersIn(tokens);
  if (only === undefined || other !== undefined || !isWord(tokens[only.next], 'tt')) return tokens;
  return [...tokens.slice(0, only.next), ...tokens.slice(only.next + 1)];
}

/** The tokens of an answer without the name of what is counted, where no indicator is asked or it bears another name. */
export function withoutMatters(tokens: readonly Token[], ask: Ask | undefined): readonly Token[] {
  const names = ask === undefined ? undefined : FINDINGS[ask];
  if (names !== undefined) return withoutFindings(tokens, names);
  if (ask?.startsWith('procedures_')) return withoutShortUnit(tokens);
  if (ask !== 'count') return tokens;
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const matter = MATTERS.match(tokens, at);
    const token = tokens[at];
    if (matter === undefined && token !== undefined) kept.push(token);
    at = matter?.next ?? at + 1;
  }
  return kept;
}

/** What has pages, times and lines, and is called by their number. */
const PLACES = new Lexicon<true>([['ngày|trang|trang số|tờ|tờ số|dòng|mục|lần|lần thứ|lớp|khoản|máy|máy số', true]]);

/** Words between two numbers that reckon with them; "nhân" with the marks it was typed with, since "nhận" is received. */
const RECKONING = /^(?:nhân|chia|trừ|cộng|x)$/iu;

/**
 * Whether the words right beside the one number of `tokens` make it another thing's than `ask` counts.
 * @returns the number, to be proposed; `several` for a sum to be reckoned; undefined where nothing says so
 */
export function countsElse(tokens: readonly Token[], ask: IndicatorName): number | 'several' | undefined {
  const [only, other, more] = numbersIn(tokens);
  if (only === undefined) return undefined;
  if (other !== undefined) {
    const between = tokens.slice(only.next, other.start);
    return more === undefined && between.length === 1 && RECKONING.test(between[0]?.raw ?? '') ? 'several' : undefined;
  }
  if (only.value === undefined) return undefined;
  return isForeign(tokens, only, ask) || isNamed(tokens, only) || isMillions(tokens, only) ? only.value : undefined;
}

/** The numbers of an answer. More than three are no answer, and are not looked for. */
function numbersIn(tokens: readonly Token[]): NumberSpan[] {
  const numbers: NumberSpan[] = [];
  for (let at = 0; at < tokens.length && numbers.length < 3; ) {
    const span = spacedNumberAt(tokens, at);
    if (span !== undefined) numbers.push(span);
    at = span?.next ?? at + 1;
  }
  return numbers;
}

/** "215 cuộc" where dossiers are asked; of "215 lượt hồ sơ" the last word tells. */
function isForeign(tokens: readonly Token[], { next }: NumberSpan, ask: IndicatorName): boolean {
  const counted = countedBy(ask);
  if (counted === undefined) return false;
  let foreign = false;
  let unit = COUNTED.match(tokens, next);
  while (unit !== undefined) {
    if (unit.meaning.includes(counted)) return false;
    foreign = true;
    unit = COUNTED.match(tokens, unit.next);
  }
  return foreign;
}

/** "215 triệu": rather money. Numbers all in words are taken as they are said. */
const isMillions = (tokens: readonly Token[], { start, words, value }: NumberSpan): boolean =>
  words && tokens[start]?.kind === 'digits' && (value ?? 0) >= MILLIONS_MIN;

/** The whole country hands in fewer dossiers in a month. */
const MILLIONS_MIN = 10_000_000;

/** "trang 215", "Rs. 20", "No. 20": a short word that nobody here knows, with the point of an abbreviation. */
function isNamed(tokens: readonly Token[], { start, words }: NumberSpan): boolean {
  if (words) return false;
  for (let from = Math.max(0, start - PLACE_WORDS_MAX); from < start; from += 1)
    if (PLACES.match(tokens, from)?.next === start) return true;
  const [word, point] = [tokens[start - 2], tokens[start - 1]];
  if (point?.base !== '.' || point.spaced || word?.kind !== 'word' || word.raw.length > ABBREVIATION_MAX) return false;
  const sense = VOCABULARY.match(tokens, start - 2)?.meaning.kind;
  const told = sense !== undefined && sense !== 'foreign' && sense !== 'measure';
  return !told && FILLER.match(tokens, start - 2) === undefined && !isWord(word, ...AGREEING);
}

/** "ok. 215" is a sentence and its number. */
const AGREEING = ['ok', 'oke', 'vg', 'u', 'uh', 'um', 'r', 'yes'];

const PLACE_WORDS_MAX = 2;
/** "USD", "VND". Longer words before a point end a sentence. */
const ABBREVIATION_MAX = 3;
