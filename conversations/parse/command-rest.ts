/** The arguments of a command: the stretch of time taken out of what follows its opening words, and the words left over. */
import type { IsoDate } from '../../domain/date.ts';
import type { CommandName } from './command-phrases.ts';
import { type At, type Month, monthAt, type Quarter, quarterAt, readYear, yearAt } from './date/period.ts';
import { stretchAt } from './date/stretch.ts';
import { POLITENESS } from './filler.ts';
import { severalMonthsAt } from './several-months.ts';
import { isStatus } from './status-phrases.ts';
import { isWord, type Token } from './text.ts';

/** Where no day is given, "năm nay" cannot be told; such a year comes out far too early and is left out. */
export const UNDATED = '0101-01-01';
export const YEAR_MIN = 1900;
const MONTHS = 12;

/** Deeds done to each month named; a question of several months by their ends is not sure to ask for their sum. */
const OF_EACH_MONTH: ReadonlySet<CommandName> = new Set(['lock', 'unlock']);

/** Several months of a year, in order, each once. */
interface Months {
  all: readonly number[];
  year?: number;
}

export interface Rest {
  month?: Month;
  quarter?: Quarter;
  months?: Months;
  year?: number;
  /** Tokens that are neither period nor politeness. */
  words: Token[];
}

/** Takes the period out of the arguments; undefined when a number remains that is none, or two months are named. */
export function restAfter(
  tokens: readonly Token[],
  start: { name: CommandName; next: number },
  today: IsoDate,
  isFree: boolean,
): Rest | undefined {
  const rest: Rest = { words: [] };
  let at = start.next;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const stretch = monthsAt(tokens, at, today, start.name);
    if (stretch !== undefined) {
      if (rest.months !== undefined || rest.month !== undefined) return undefined;
      rest.months = stretch.found;
      at = stretch.next;
      continue;
    }
    const month = monthAt(tokens, at, today) ?? bareMonthAt(tokens, at, today, isFree && isStatus(start.name));
    const quarter = quarterAt(tokens, at, today);
    const year = yearAt(tokens, at, today);
    const polite = POLITENESS.match(tokens, at);
    if (quarter !== undefined && rest.quarter !== undefined) return undefined;
    if (month !== undefined && (rest.month !== undefined || rest.months !== undefined)) return undefined;
    if (month !== undefined) {
      rest.month = month.found;
      at = month.next;
    } else if (quarter !== undefined) {
      rest.quarter = quarter.found;
      at = quarter.next;
    } else if (year !== undefined) {
      rest.year = year.found;
      at = year.next;
    } else if (token.kind === 'digits') {
      const bare = bareYear(token, today);
      // "phường 12" is a name, for whoever can tell that there is one.
      if (bare === undefined && isFree && rest.words.length > 0) {
        rest.words.push(token);
        at += 1;
        continue;
      }
      if (bare === undefined || rest.year !== undefined) return undefined;
      rest.year = bare;
      at += 1;
    } else if (polite !== undefined && rest.words.length === 0 && !isWord(token, 'xa', 'phuong')) at = polite.next;
    else {
      if (token.kind === 'word') rest.words.push(token);
      at += 1;
    }
  }
  return rest;
}

/** Several months: as reports name them, and where something is done to each also by their ends or one by one. */
function monthsAt(tokens: readonly Token[], at: number, today: IsoDate, name: CommandName): At<Months> | undefined {
  const stretch = stretchAt(tokens, at, today);
  if (stretch) {
    const { from, to, year } = stretch.found;
    const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return { found: { all, ...(year === undefined ? {} : { year }) }, next: stretch.next };
  }
  const several = OF_EACH_MONTH.has(name) ? severalMonthsAt(tokens, at, today) : undefined;
  if (!several) return undefined;
  const { months, year } = several.found;
  return { found: { all: months, ...(year === undefined ? {} : { year }) }, next: several.next };
}

/** "9/2026", and where a question of status is sure to be meant also "10" as the last word. */
function bareMonthAt(tokens: readonly Token[], at: number, today: IsoDate, alone: boolean): At<Month> | undefined {
  const [first, sign, second] = tokens.slice(at, at + 3);
  const month = Number(first?.raw);
  if (first?.kind !== 'digits' || first.raw.length > 2 || month < 1 || month > MONTHS) return undefined;
  const year = sign?.base === '/' && second?.kind === 'digits' ? bareYear(second, today) : undefined;
  if (year !== undefined) return { found: { month, year }, next: at + 3 };
  // Behind a word it may be a name: "phường 12".
  return alone && sign === undefined && tokens[at - 1]?.base === 'hinh'
    ? { found: { month }, next: at + 1 }
    : undefined;
}

const bareYear = (token: Token, today: IsoDate): number | undefined =>
  token.raw.length === 4 ? readYear(token.raw, today) : undefined;
