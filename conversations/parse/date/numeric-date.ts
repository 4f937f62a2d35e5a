/**
 * Dates written with numbers: "17/9", "30.9.26", "2021-09-17", "17 9 2021". This file only takes them apart; `date`
 * decides the year and whether they exist.
 */
import { isoDate } from '../../../domain/date.ts';
import { isWord, type Token } from '../text.ts';
import { type At, yearBehind, yearFrom } from './period.ts';
import { DAYS, inCalendar, MONTHS, type SpokenDate, textOf, type WrittenContext } from './written-date.ts';

/** "17/9", "17/9/2021", "17.9.21", "17-9-2021", "2021-09-17"; where a date was asked also "17.9", "17-9", "17092021". */
export function numericDateAt(
  tokens: readonly Token[],
  at: number,
  context: WrittenContext,
): At<SpokenDate> | undefined {
  const named = isWord(tokens[at], 'ngay', 'ng', 'hom') && tokens[at + 1]?.kind === 'digits' ? 1 : 0;
  const asked = context.asked || named === 1;
  // one number alone is a date only where one is asked for, and this is asked of every number
  if (!asked && tokens[at + 2]?.kind !== 'digits') return undefined;
  const chain = chainAt(tokens, at + named);
  if (chain === undefined || isBroken(tokens, at + named, chain)) return undefined;
  const { parts, sep, next } = chain;
  const [first = '', second = '', third] = parts;
  const text = textOf(tokens, at + named, next);
  if (parts.length === 1) {
    const apart = asked ? spacedApart(tokens, at + named, context) : undefined;
    return apart ?? (named === 0 && asked ? compact(first, context, text, next) : undefined);
  }
  if (parts.length > 3) return undefined;
  if (first.length === 4) return isoShaped(parts, sep, context, text, next);
  if (third === undefined) return twoParts({ first, second, sep, asked, text, next, tokens }, context);
  const year = yearFrom(third, context.today);
  // "1.234.567" and "180/28/2" are no dates
  if (first.length > 2 || second.length > 2) return undefined;
  if (year === undefined) return asked && sep === '/' ? { found: { month: 1, wrong: true, text }, next } : undefined;
  return inCalendar(tokens, { found: dayMonth(first, second, year, text), next });
}

function dayMonth(first: string, second: string, year: number | undefined, text: string): SpokenDate {
  const day = Number(first);
  const month = Number(second);
  const wrong = day < 1 || day > DAYS || month < 1 || month > MONTHS;
  return { day, month, ...(year !== undefined && { year }), ...(wrong && { wrong }), text };
}

interface TwoParts {
  first: string;
  second: string;
  sep: string;
  asked: boolean;
  text: string;
  next: number;
  tokens: readonly Token[];
}

/** Day and month, or month and year. With "." or "-" they are a date only where one was asked for. */
function twoParts(parts: TwoParts, context: WrittenContext): At<SpokenDate> | undefined {
  const { first, second, sep, asked, text, next, tokens } = parts;
  if (first.length > 2 || tokens[next]?.base === '%') return undefined;
  if (second.length === 4) {
    const year = yearFrom(second, context.today);
    const month = Number(first);
    if (year === undefined || month < 1 || month > MONTHS || sep === '.') return undefined;
    return asked || sep === '/' ? { found: { month, year, text }, next } : undefined;
  }
  if (second.length > 2 || (sep !== '/' && !asked)) return undefined;
  const year = yearBehind(tokens, next, context.today);
  const unread = year !== undefined && year.found === undefined;
  const found = { ...dayMonth(first, second, year?.found, text), ...(unread && { wrong: true }) };
  // "208/210" and, where no date was asked, "40/45" are ratios
  if (found.wrong && !asked) return undefined;
  return inCalendar(tokens, { found, next: year?.next ?? next });
}

function isoShaped(
  parts: string[],
  sep: string,
  context: WrittenContext,
  text: string,
  next: number,
): At<SpokenDate> | undefined {
  const [first = '', second = '', third] = parts;
  const year = yearFrom(first, context.today);
  if (third === undefined || year === undefined || second.length > 2 || third.length > 2 || sep === ',')
    return undefined;
  return { found: dayMonth(third, second, year, text), next };
}

/** "17092021": eight digits where a date was asked, if they are one. */
function compact(digits: string, context: WrittenContext, text: string, next: number): At<SpokenDate> | undefined {
  if (digits.length !== 8) return undefined;
  const year = yearFrom(digits.slice(4), context.today);
  if (year === undefined) return undefined;
  const found = dayMonth(digits.slice(0, 2), digits.slice(2, 4), year, text);
  return isoDate(year, found.month ?? 0, found.day ?? 0) === undefined ? undefined : { found, next };
}

/** Day, month and year; one more tells that it is no date. */
const PARTS_MAX = 3;

/** "5-6/9" goes on after another sign, and the "1.3" of "1.1.3" is the end of what was no date. */
function isBroken(tokens: readonly Token[], at: number, { parts, sep, next }: Chain): boolean {
  const joins = (index: number): boolean =>
    '/.-'.includes(tokens[index]?.base ?? ' ') &&
    tokens[index]?.spaced === false &&
    tokens[index + 1]?.kind === 'digits' &&
    tokens[index + 1]?.spaced === false;
  // "15/10-14/11" is two of them
  if (parts.length > 1 && joins(next) && tokens[next]?.base !== '-') return true;
  return tokens[at - 2]?.kind === 'digits' && joins(at - 1) && tokens[at - 1]?.base === sep;
}

interface Chain {
  parts: string[];
  sep: string;
  next: number;
}

/** Digits joined by one kind of separator, glued or with "/" spaced on both sides. */
function chainAt(tokens: readonly Token[], at: number): Chain | undefined {
  const first = tokens[at];
  if (first?.kind !== 'digits') return undefined;
  const parts = [first.raw];
  let sep = '';
  let next = at + 1;
  for (;;) {
    const sign = tokens[next];
    const digits = tokens[next + 1];
    if (sign === undefined || digits?.kind !== 'digits' || !'/.-'.includes(sign.base)) break;
    if (sep !== '' && sign.base !== sep) break;
    if (sign.base !== '/' && (sign.spaced || digits.spaced)) break;
    if (sign.base === '/' && sign.spaced !== digits.spaced) break;
    sep = sign.base;
    parts.push(digits.raw);
    next += 2;
    if (parts.length > PARTS_MAX) break;
  }
  return { parts, sep, next };
}

/** "17 9 2021", as typed on a number pad. */
function spacedApart(tokens: readonly Token[], at: number, context: WrittenContext): At<SpokenDate> | undefined {
  const [day, month, last] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (day?.kind !== 'digits' || month?.kind !== 'digits' || last?.kind !== 'digits') return undefined;
  if (day.raw.length > 2 || month.raw.length > 2 || last.raw.length !== 4) return undefined;
  const year = yearFrom(last.raw, context.today);
  if (year === undefined) return undefined;
  return { found: dayMonth(day.raw, month.raw, year, textOf(tokens, at, at + 3)), next: at + 3 };
}
