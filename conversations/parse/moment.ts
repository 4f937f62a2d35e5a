/**
 * A moment to come, as somebody types it: "14:00", "8h sáng mai", "25/11 8:00", "thứ hai 7h30". A day without a year
 * is the next such day, since nobody plans the past.
 */
import {
  addDays,
  dayOf,
  daysBetween,
  type Instant,
  type IsoDate,
  instantOf,
  isoDate,
  dateAt as localDate,
  monthOf,
  type TimeOfDay,
  weekday,
  yearOf,
} from '../../domain/date.ts';
import { datesIn } from './date/date.ts';
import { weekdayAt } from './date/relative-date.ts';
import { isWord, type Token, tokenise } from './text.ts';

export type MomentReading =
  | { kind: 'moment'; at: Instant }
  | { kind: 'past'; at: Instant }
  /** A day without an hour. */
  | { kind: 'day'; date: IsoDate }
  | { kind: 'none' };

/** Longer messages say something else. */
const LENGTH_MAX = 60;

/** Reads the moment a message names, seen from `now`. */
export function readMoment(text: string, now: Instant): MomentReading {
  if (text.length > LENGTH_MAX) return { kind: 'none' };
  const tokens = tokenise(text);
  const today = localDate(now);
  const time = timeIn(tokens);
  const rest = time ? [...tokens.slice(0, time.from), ...tokens.slice(time.next)] : tokens;
  const day = dayIn(rest, today);
  if (day === 'unclear') return { kind: 'none' };
  if (!time) return day === undefined ? { kind: 'none' } : { kind: 'day', date: day.date };
  const at = instantOf(day?.date ?? today, time.found);
  if (at > now) return { kind: 'moment', at };
  // "thứ hai 7h" said on a Monday at nine means the next one.
  if (day?.weekly) return { kind: 'moment', at: instantOf(addDays(day.date, 7), time.found) };
  return { kind: 'past', at };
}

const HOURS = 24;
const MINUTES = 60;
const NOON = 12;

/** "14:00", "14h", "14h30", "2 giờ rưỡi chiều" and where it stands. */
function timeIn(tokens: readonly Token[]): { found: TimeOfDay; from: number; next: number } | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const mark = tokens[at + 1];
    if (tokens[at]?.kind !== 'digits' || !(mark?.base === ':' || isWord(mark, 'h', 'g', 'gio'))) continue;
    const after = tokens[at + 2];
    const half = isWord(after, 'ruoi');
    const hasMinutes = half || (after?.kind === 'digits' && (mark?.base === ':' || isMinutes(after, tokens[at + 3])));
    const minute = half ? MINUTES / 2 : hasMinutes ? Number(after?.raw) : 0;
    const hour = hourOf(Number(tokens[at]?.raw), tokens);
    if (hour >= HOURS || minute >= MINUTES) return undefined;
    const found = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    return { found, from: at, next: at + (hasMinutes ? 3 : 2) };
  }
  return undefined;
}

/** In "8h 25/11" the 25 is a day. */
const isMinutes = (token: Token, after: Token | undefined): boolean =>
  token.raw.length <= 2 && after?.base !== '/' && after?.base !== '-' && after?.base !== '.';

function hourOf(hour: number, tokens: readonly Token[]): number {
  const afternoon = tokens.some((token) => isWord(token, 'chieu', 'toi') || token.raw.toLowerCase() === 'pm');
  const noon = tokens.some((token) => isWord(token, 'trua'));
  if (hour < NOON && afternoon) return hour + NOON;
  return noon && hour <= 2 ? hour + NOON : hour;
}

/** The day named; undefined where none is, 'unclear' where it could be several or does not exist. */
function dayIn(tokens: readonly Token[], today: IsoDate): { date: IsoDate; weekly: boolean } | 'unclear' | undefined {
  const spans = datesIn(tokens, { today, asked: true });
  const [span, other] = spans;
  const named = weekdayIn(tokens);
  if (span === undefined) return named === undefined ? undefined : { date: nextWeekday(named, today), weekly: true };
  if (other !== undefined) return 'unclear';
  const { reading } = span;
  if (reading.kind === 'future') return { date: reading.date, weekly: false };
  if (reading.kind === 'date') {
    if (named !== undefined && weekday(reading.date) === named && span.next - span.start <= 2) {
      return { date: nextWeekday(named, today), weekly: true };
    }
    const date = saysYear(tokens, reading.date) ? reading.date : coming(reading.date, today);
    return { date, weekly: false };
  }
  if (reading.kind === 'several' && named !== undefined) return { date: nextWeekday(named, today), weekly: true };
  return 'unclear';
}

function weekdayIn(tokens: readonly Token[]): number | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const named = weekdayAt(tokens, at);
    if (named) return named.found;
  }
  return undefined;
}

const nextWeekday = (named: number, today: IsoDate): IsoDate => addDays(today, (named - weekday(today) + 7) % 7);

const saysYear = (tokens: readonly Token[], date: IsoDate): boolean =>
  tokens.some(({ raw }) => raw === String(yearOf(date)));

/** Half a year: of the day before yesterday nobody means the one next year. */
const AHEAD_DAYS_MAX = 183;

/** The next such day and month, where that is nearer than the one past; what was read is the latest one past. */
export function coming(date: IsoDate, today: IsoDate): IsoDate {
  const ahead = isoDate(yearOf(date) + 1, monthOf(date), dayOf(date));
  if (date >= today || ahead === undefined) return date;
  return daysBetween(today, ahead) <= AHEAD_DAYS_MAX ? ahead : date;
}
