/**
 * What has happened this month besides figures: the internal audit, its corrective action, the management review,
 * each with its date when it is said. "sẽ đánh giá", "chưa khắc phục" and "kế hoạch đánh giá" are no events.
 */
import type { IsoDate } from '../../domain/date.ts';
import { yearOf } from '../../domain/date.ts';
import { type DateReading, type DateSpan, dateAt } from './date.ts';
import type { Masked } from './item.ts';
import { Lexicon } from './lexicon.ts';
import { monthAt } from './period.ts';
import type { Token } from './text.ts';

export type EventName = 'audit' | 'correction' | 'review';

export interface EventReading {
  name: EventName;
  /** It has happened, it has not, or nothing is said of it. */
  done: boolean | undefined;
  date: DateReading;
}

type Mark = EventName | 'paper' | 'done' | 'not_done' | 'later' | 'split' | 'ask';

const MARKS = new Lexicon<Mark>([
  [
    'đánh giá nội bộ|đgnb|đánh giá nb|đánh giá|đg nội bộ|đg nb|đánh giá iso|đánh giá nội bộ iso|đánh giá htqlcl|nội bộ đánh giá',
    'audit',
  ],
  ['khắc phục|kp|hành động khắc phục|hđkp|khắc phục lỗi|khắc phục xong|sửa lỗi', 'correction'],
  [
    'xem xét của lãnh đạo|lãnh đạo xem xét|xem xét lãnh đạo|họp xem xét|xxlđ|họp xem xét của lãnh đạo|họp xem xét lãnh đạo|lđ xem xét|' +
      'lãnh đạo họp xem xét|xem xét của lđ|lãnh đạo đã xem xét|lãnh đạo đã họp xem xét|lãnh đạo họp|họp lãnh đạo|lđ họp xem xét|lãnh đạo chưa xem xét|lãnh đạo chưa họp',
    'review',
  ],
  [
    'kế hoạch đánh giá|báo cáo đánh giá|biên bản đánh giá|kế hoạch khắc phục|biên bản khắc phục|báo cáo khắc phục|đoàn đánh giá|' +
      'quy trình đánh giá|đánh giá lại|đánh giá mức độ|đánh giá chung|biên bản xem xét|kế hoạch đánh giá nội bộ|báo cáo đánh giá nội bộ|' +
      'biên bản đánh giá nội bộ|quyết định đánh giá|sau đánh giá|từ ngày đánh giá|kể từ ngày đánh giá|sau đánh giá nội bộ|hạn khắc phục|đánh giá cao|đánh giá hài lòng',
    'paper',
  ],
  ['đã|rồi|r|xong|hoàn thành|hoàn tất|vừa|mới|có|tiến hành|tổ chức', 'done'],
  ['chưa|không|ko|k|kg|không có|chưa có|hông|chưa được|chưa kịp|hoãn|lùi', 'not_done'],
  ['sẽ|dự kiến|chuẩn bị|sắp|định|dự định|lên kế hoạch', 'later'],
  ['nhưng|còn|song|mà', 'split'],
  ['chưa ạ|hay chưa|bao giờ|khi nào|ngày nào', 'ask'],
]);

interface Gathered {
  name: EventName | undefined;
  marks: Mark[];
  dates: DateSpan[];
}

/** Reads the events of a message; one entry an event named. */
export function readEvents(tokens: readonly Token[], today: IsoDate, masked: readonly Masked[] = []): EventReading[] {
  const found: EventReading[] = [];
  let year: number | undefined;
  for (const clause of gather(tokens, today, masked)) {
    if (clause.name === undefined) continue;
    const reading = eventOf(clause.name, clause, today, year);
    if (reading.date.kind === 'date') year = yearOf(reading.date.date);
    const before = found.find((event) => event.name === reading.name);
    if (before === undefined) found.push(reading);
    else Object.assign(before, combined(before, reading));
  }
  return found;
}

const combined = (before: EventReading, after: EventReading): EventReading => ({
  name: before.name,
  done: after.done ?? before.done,
  date: after.date.kind === 'none' ? before.date : after.date,
});

/** Clauses that name one event each; a clause without one lends its date to the event before it ("đánh giá rồi, 17/9"). */
function gather(tokens: readonly Token[], today: IsoDate, masked: readonly Masked[]): Gathered[] {
  const clauses: Gathered[] = [{ name: undefined, marks: [], dates: [] }];
  let at = 0;
  while (at < tokens.length) {
    const start = at;
    const mask = masked.find(({ from, to }) => start >= from && start < to);
    const token = tokens[at];
    const current = clauses.at(-1);
    if (mask !== undefined || current === undefined) {
      clauses.push({ name: undefined, marks: [], dates: [] });
      at = mask?.to ?? at + 1;
      continue;
    }
    const date = current.name === undefined ? undefined : dateAt(tokens, at, { today, asked: true });
    const early = date ?? dateAt(tokens, at, { today, asked: false }) ?? monthSpan(tokens, at, today);
    const word = MARKS.match(tokens, at);
    if (early !== undefined && early.next > (word?.next ?? 0)) {
      current.dates.push(early);
      at = early.next;
    } else if (word !== undefined) {
      mark(clauses, current, word.meaning);
      at = word.next;
    } else {
      if (token?.kind === 'line' || token?.base === ',' || token?.base === ';' || token?.base === '.') next(clauses, current);
      at += 1;
    }
  }
  return clauses;
}

/** "tháng 9 đánh giá nội bộ": the month may stand first. */
function monthSpan(tokens: readonly Token[], at: number, today: IsoDate): DateSpan | undefined {
  const month = monthAt(tokens, at, today);
  return month === undefined ? undefined : { reading: { kind: 'month', ...month.found }, start: at, next: month.next };
}

function next(clauses: Gathered[], current: Gathered): void {
  if (current.name !== undefined || current.marks.length + current.dates.length > 0) {
    clauses.push({ name: undefined, marks: [], dates: [] });
  }
}

function mark(clauses: Gathered[], current: Gathered, meaning: Mark): void {
  if (meaning === 'split') return next(clauses, current);
  if (meaning !== 'audit' && meaning !== 'correction' && meaning !== 'review') {
    current.marks.push(meaning);
    return;
  }
  if (current.name === undefined) current.name = meaning;
  else clauses.push({ name: meaning, marks: [], dates: [] });
}

function eventOf(name: EventName, { marks, dates }: Gathered, today: IsoDate, year: number | undefined): EventReading {
  const has = (wanted: Mark): boolean => marks.includes(wanted);
  if (has('ask')) return { name, done: undefined, date: { kind: 'none' } };
  if (has('later')) return { name, done: false, date: { kind: 'none' } };
  if (has('not_done')) return { name, done: false, date: { kind: 'none' } };
  const date = chosen(dates, today, year);
  if (date.kind === 'future') return { name, done: undefined, date };
  const dated = dates.length > 0;
  return { name, done: has('done') || dated ? true : undefined, date };
}

/** The date of the event: a day beats a month; the year of an event named before beats the latest past. */
function chosen(dates: readonly DateSpan[], today: IsoDate, year: number | undefined): DateReading {
  const days = dates.filter(({ reading }) => reading.kind !== 'month');
  const [first] = days.length > 0 ? days : dates;
  if (first === undefined) return { kind: 'none' };
  const named = new Set(days.flatMap(({ reading }) => (reading.kind === 'date' ? [reading.date] : [])));
  if (named.size > 1) return { kind: 'several', dates: [...named] };
  void today;
  void year;
  return first.reading;
}
