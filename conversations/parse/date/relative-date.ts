/**
 * Days told from today: "hôm qua", "hôm kia", "3 ngày trước", "thứ sáu tuần trước". An answer is a list: one day
 * where the words name one, several where they leave a choice ("tuần trước", "thứ sáu" said on a Friday).
 */
import { addDays, type IsoDate, weekday } from '../../../domain/date.ts';
import { numberAt } from '../number/number-at.ts';
import { signsOf } from '../number/number-words.ts';
import { marksAgree, syllable } from '../syllable.ts';
import { isWord, type Token } from '../text.ts';
import type { At } from './period.ts';

interface Context {
  today: IsoDate;
  asked: boolean;
}

/** Days after today that "hôm …" and its like mean. */
const DAYS = new Map([
  ['nay', 0],
  ['qua', -1],
  ['kia', -2],
  ['mai', 1],
]);

const WEEKDAYS = new Map(
  ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'].flatMap((word, index): [string, number][] => [
    [word, index + 1],
    [String(index + 2), index + 1],
  ]),
);

/** Parts of a day, before "qua" and "nay". */
const HOURS = ['sang', 'chieu', 'toi', 'trua', 'dem'];

const DAY_UNITS = ['ngay', 'hom', 'bua', 'tuan'];

/** Further back than this nobody counts in days. */
const DAYS_BACK_MAX = 60;

const CHUA = syllable('chúa').marks;
const NHAT = syllable('nhật').marks;

/** "chúa nhật", as the south says; the "chưa" that nearly every message holds is another word. */
const isChua = (token: Token | undefined): boolean => isWord(token, 'chua') && marksAgree(token?.marks ?? 0, CHUA);

/** The weekday named at `at` ("thứ sáu", "thứ 6", "t6", "chủ nhật", "cn"), 1 = Monday … 7 = Sunday. */
export function weekdayAt(tokens: readonly Token[], at: number): At<number> | undefined {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (isWord(token, 'chu') && isWord(after, 'nhat')) return { found: 7, next: at + 2 };
  if (isChua(token) && isWord(after, 'nhat') && marksAgree(after?.marks ?? 0, NHAT)) return { found: 7, next: at + 2 };
  if (isWord(token, 'cn')) return { found: 7, next: at + 1 };
  // "t6" alone is the month; "t6 tuần trước" is the weekday
  // and so is "T5, 17/9/2026"
  const dated = tokens[at + 2]?.base === ',' && tokens[at + 3]?.kind === 'digits' && tokens[at + 4]?.base === '/';
  const short = isWord(token, 't') && after?.spaced === false && (dated || isWord(tokens[at + 2], 'tuan', 'vua'));
  if (!(short || isWord(token, 'thu')) || after === undefined) return undefined;
  const day = WEEKDAYS.get(after.base);
  return day === undefined ? undefined : { found: day, next: at + 2 };
}

const FIRST_WORDS = new Set([
  ...HOURS,
  'hom',
  'bua',
  'hqua',
  'homqua',
  'hnay',
  'homnay',
  'ngay',
  'nay',
  'mai',
  'cach',
  'thu',
  'chu',
  'chua',
  'cn',
  't',
  'tuan',
]);

/** The days a relative expression at `at` can mean. */
export function relativeDateAt(tokens: readonly Token[], at: number, context: Context): At<IsoDate[]> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  // most words and numbers of a message begin no such expression, and this is asked of each
  if (token.kind === 'digits') return daysAgo(tokens, at, context);
  if (!(FIRST_WORDS.has(token.base) || signsOf(token).length > 0)) return undefined;
  let from = at;
  if (isWord(tokens[from], 'sang', 'chieu', 'trua', 'toi', 'ngay') && isWord(tokens[from + 1], 'hom', 'bua')) from += 1;
  return (
    dayWord(tokens, from, context) ??
    daysAgo(tokens, from, context) ??
    weekdayOfWeek(tokens, from, context) ??
    week(tokens, from, context)
  );
}

function dayWord(tokens: readonly Token[], at: number, { today, asked }: Context): At<IsoDate[]> | undefined {
  const token = tokens[at];
  const after = tokens[at + 1];
  const on = (days: number, next: number): At<IsoDate[]> => ({ found: [addDays(today, days)], next });
  if (isWord(token, 'hom', 'bua') && after?.kind === 'word') {
    const days = after.raw.toLowerCase() === 'kìa' ? -3 : DAYS.get(after.base);
    if (days !== undefined) return on(days, at + 2);
  }
  if (isWord(token, 'hqua', 'homqua')) return on(-1, at + 1);
  if (isWord(token, 'hnay', 'homnay')) return on(0, at + 1);
  if (isWord(token, 'ngay') && isWord(after, 'mai')) return on(1, at + 2);
  // "ngày một tháng mười" is a day of a month
  if (isWord(token, 'ngay') && isWord(after, 'kia', 'mot') && !isWord(tokens[at + 2], 'thang')) return on(2, at + 2);
  if (isWord(token, ...HOURS) && isWord(after, 'qua')) return on(-1, at + 2);
  if (isWord(token, ...HOURS) && isWord(after, 'nay')) return on(0, at + 2);
  if (!asked) return undefined;
  if (isWord(token, 'nay') && tokens.length === 1) return on(0, at + 1);
  if (isWord(token, 'mai')) return on(1, at + 1);
  return undefined;
}

/** "3 ngày trước", "cách đây 3 hôm", "hai bữa trước", "một tuần trước". */
function daysAgo(tokens: readonly Token[], at: number, { today }: Context): At<IsoDate[]> | undefined {
  const since = isWord(tokens[at], 'cach') && isWord(tokens[at + 1], 'day', 'nay') ? 2 : 0;
  const after = tokens[at + since + 1];
  if (tokens[at + since]?.kind === 'digits' && !isWord(after, ...DAY_UNITS)) return undefined;
  // no number of days this small has more words than three
  if (!dayUnitNear(tokens, at + since)) return undefined;
  const number = numberAt(tokens, at + since);
  if (number?.value === undefined || number.value > DAYS_BACK_MAX) return undefined;
  const unit = tokens[number.next];
  const days = isWord(unit, 'ngay', 'hom', 'bua') ? number.value : isWord(unit, 'tuan') ? number.value * 7 : undefined;
  if (days === undefined) return undefined;
  const said = isWord(tokens[number.next + 1], 'truoc') ? 1 : 0;
  if (since === 0 && said === 0) return undefined;
  return { found: [addDays(today, -days)], next: number.next + 1 + said };
}

function dayUnitNear(tokens: readonly Token[], at: number): boolean {
  for (let ahead = 1; ahead <= 3; ahead += 1) if (isWord(tokens[at + ahead], ...DAY_UNITS)) return true;
  return false;
}

type WeekSaid = 'before last' | 'before' | 'this' | 'next' | 'latest' | 'coming';

/** What follows a weekday: "tuần trước", "tuần này", "vừa rồi", "tới". */
function weekSaid(tokens: readonly Token[], at: number): At<WeekSaid> | undefined {
  const from = isWord(tokens[at], 'cua') ? at + 1 : at;
  const token = tokens[from];
  const after = tokens[from + 1];
  if (isWord(token, 'tuan')) {
    if (isWord(after, 'truoc') && isWord(tokens[from + 2], 'nua')) return { found: 'before last', next: from + 3 };
    if (isWord(after, 'truoc', 'roi', 'qua')) return { found: 'before', next: from + 2 };
    if (isWord(after, 'vua')) return { found: 'before', next: from + 3 };
    if (isWord(after, 'nay')) return { found: 'this', next: from + 2 };
    if (isWord(after, 'sau', 'toi')) return { found: 'next', next: from + 2 };
  }
  if (isWord(token, 'vua') && isWord(after, 'roi', 'qua')) return { found: 'latest', next: from + 2 };
  if (isWord(token, 'roi', 'qua')) return { found: 'latest', next: from + 1 };
  if (isWord(token, 'truoc')) return { found: 'latest', next: from + 1 };
  if (isWord(token, 'toi', 'sau')) return { found: 'coming', next: from + 1 };
  return undefined;
}

function weekdayOfWeek(tokens: readonly Token[], at: number, { today, asked }: Context): At<IsoDate[]> | undefined {
  const named = weekdayAt(tokens, at);
  if (named === undefined) return undefined;
  const monday = addDays(today, 1 - weekday(today));
  const said = weekSaid(tokens, named.next);
  // days since that weekday last was; 0 on the day itself
  const since = (weekday(today) - named.found + 7) % 7;
  switch (said?.found) {
    case 'before last':
      return { found: [addDays(monday, named.found - 15)], next: said.next };
    case 'before':
      return { found: [addDays(monday, named.found - 8)], next: said.next };
    case 'this':
      return { found: [addDays(monday, named.found - 1)], next: said.next };
    case 'next':
      return { found: [addDays(monday, named.found + 6)], next: said.next };
    case 'latest':
      return { found: [addDays(today, -(since || 7))], next: said.next };
    case 'coming':
      return { found: [addDays(today, 7 - since)], next: said.next };
    default:
  }
  if (!asked && !isWord(tokens[at], 'chu', 'chua', 'cn')) return undefined;
  if (since === 0) return { found: [addDays(today, -7), today], next: named.next };
  return { found: [addDays(today, -since)], next: named.next };
}

/** Days from this week to the one said. */
const WEEKS: Record<WeekSaid, number> = { 'before last': -14, before: -7, this: 0, latest: 0, next: 7, coming: 0 };

/** "tuần trước" without a day: the days of that week. */
function week(tokens: readonly Token[], at: number, { today, asked }: Context): At<IsoDate[]> | undefined {
  if (!asked || !isWord(tokens[at], 'tuan')) return undefined;
  const said = weekSaid(tokens, at);
  if (said === undefined) return undefined;
  const first = addDays(today, 1 - weekday(today) + WEEKS[said.found]);
  return { found: [first, addDays(first, 6)], next: said.next };
}
