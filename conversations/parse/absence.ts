/**
 * Being away: "đi vắng đến 20/8, chị Lan thay", "nghỉ phép từ 10/8 đến 20/8", "mai em nghỉ". Days are to come, so a day
 * without a year is the next such day. Who stands in is looked for among the colleagues handed in.
 */
import type { IsoDate } from '../../domain/date.ts';
import { addDays, isoDate, monthOf, weekday, yearOf } from '../../domain/date.ts';
import { fold, normalise } from '../../domain/text.ts';
import { datesIn } from './date/date.ts';
import { weekdayAt } from './date/relative-date.ts';
import { coming } from './moment.ts';
import { isWord, type Token, tokenise } from './text.ts';

export interface Absence {
  /** First day away; today where none is said. */
  from: IsoDate;
  /** Last day away; absent where it was not said. */
  to?: IsoDate;
  /** Ids of the colleagues who could be meant by the name said. */
  covers: number[];
  /** A name was said to stand in, whether or not it is anybody's. */
  namesCover: boolean;
}

/** What may follow "công tác", "đi học", "nghỉ" where they mean being away: "công tác tháng 10 tốt" does not. */
const THEN = '(?=,| (?:den|toi|tu|het|ngay|hom|mai|chieu|sang|thu|cuoi|dau|tuan|nua ngay|\\d))';
const WHEN = `(?= ?$|${THEN.slice(3, -1)}| (?:o|tai|ra|vao|xa|dai) )`;
const WHO = '(?:da |vang |xin |xin phep |em |toi |minh |anh |chi |cho |bao )*';
const GOES = `(?:di vang|vang mat|bao vang|nghi phep|nghi om|nghi thai san|xin nghi|nghi viec rieng|di cong tac|cong tac${WHEN}|di hoc${WHEN}|nghi${THEN})`;
const DAY = '(?:mai|ngay mai|sang mai|chieu mai|hom nay|chieu nay|sang nay|tuan sau|tuan toi|thang sau)';
const LEAD = new RegExp(`^${WHO}${GOES}(?! khong luong la gi)`);
const LATER = new RegExp(
  `^${WHO}${DAY}(?: em| toi| minh)? (?:xin )?(?:di vang|vang|nghi phep|nghi|di cong tac|cong tac|di hoc)\\b`,
);
const BACK =
  /^(?:da |em |toi |minh )*(?:da ve|ve roi|het nghi|het vang|het phep|het cong tac|di lam lai|da di lam lai|di lam lai roi|da di lam|tro lai lam viec|huy bao vang|bo bao vang|khong vang nua|khong nghi nua)(?: roi| a| nhe)*$/;

/** "nghỉ lễ ngày nào?", "nghỉ phép được mấy ngày" ask something. */
const ASKS = /\?|\b(?:ngay nao|may ngay|bao nhieu|the nao|duoc khong|khi nao|bao gio|nhu nao)\b/;

/** "em nghĩ 215": who thinks is not away, as long as the mark tells the two words apart. */
const THINKS = /nghĩ/iu;

/** Longer messages say something else. */
const LENGTH_MAX = 160;

/** Whether a message says that its writer will be away. */
export const saysAway = (text: string): boolean => {
  const words = fold(text)
    .replace(/[.!;]+/g, ' ')
    .replace(/\s*,\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
  if (THINKS.test(text.normalize('NFC'))) return false;
  return words.length <= LENGTH_MAX && !ASKS.test(fold(text)) && (LEAD.test(words) || LATER.test(words));
};

/** Whether a message says that its writer is back. */
export const saysBack = (text: string): boolean =>
  BACK.test(
    fold(text)
      .replace(/[.,!;]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** "10-15/11" names two days. */
const SPAN = /(?<![\d/])(\d{1,2})\s*[-–]\s*(\d{1,2})\/(\d{1,2})(?!\/?\d)/u;

/** Reads a message that says somebody will be away. */
export function readAbsence(
  text: string,
  today: IsoDate,
  colleagues: readonly { id: number; name: string }[],
): Absence {
  const { said, name } = coverPart(text);
  const named = coversIn(name, colleagues);
  const days = daysIn(said.replace(SPAN, '$1/$3 - $2/$3'), today);
  const words = fold(said);
  const [first, second] = days;
  if (first && second) return { from: first.date, to: second.date, ...named };
  if (first?.isEnd) return { from: today, to: first.date, ...named };
  const from = first?.date ?? beginning(words, today);
  const to = lastOf(words, from) ?? first?.date;
  return { from, ...(to === undefined ? {} : { to }), ...named };
}

/** The days named, each with whether it is said to be the last. */
function daysIn(text: string, today: IsoDate): { date: IsoDate; isEnd: boolean }[] {
  const tokens = tokenise(text);
  return datesIn(tokens, { today, asked: true }).flatMap(({ reading, start, next }) => {
    if (reading.kind !== 'date' && reading.kind !== 'future') return [];
    const isEnd = isWord(tokens[start - 1], 'den', 'toi', 'het', 'ngay') && hasEnd(tokens, start);
    // "đến thứ Sáu" is the next one.
    const named = next - start <= 2 ? weekdayAt(tokens, start)?.found : undefined;
    const ahead = named === undefined ? coming(reading.date, today) : addDays(today, (named - weekday(today) + 7) % 7);
    return [{ date: ahead, isEnd }];
  });
}

/** "mai", "tuần sau": the first day where no date is said. */
function beginning(words: string, today: IsoDate): IsoDate {
  if (TO_NEXT_WEEK.test(words)) return today;
  if (/\btuan (?:sau|toi)\b/.test(words)) return addDays(today, 8 - weekday(today));
  return /\bmai\b/.test(words) ? addDays(today, 1) : today;
}

const TO_NEXT_WEEK = /\b(?:den|toi|het)(?: het)?(?: cuoi)? tuan (?:sau|toi)\b/;

const NUMBERS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  nua: 0.5,
};
const LENGTH =
  /\b(\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua) (ngay|hom|buoi|tuan|thang)\b(?! (?:sau|toi|truoc))/;
/** A month of absence is counted in days: it is read back before anything is kept. */
const DAYS_OF: Readonly<Record<string, number>> = { ngay: 1, hom: 1, buoi: 1, tuan: 7, thang: 30 };

/** "3 ngày", "một tuần", "hết tuần", "hết tháng": the last day, where no date says it. */
function lastOf(words: string, from: IsoDate): IsoDate | undefined {
  const found = LENGTH.exec(words);
  if (found) {
    const count = NUMBERS[found[1] ?? ''] ?? Number(found[1]);
    return addDays(from, Math.max(1, Math.round(count * (DAYS_OF[found[2] ?? ''] ?? 1))) - 1);
  }
  const sunday = addDays(from, 7 - weekday(from));
  if (TO_NEXT_WEEK.test(words)) return addDays(sunday, 7);
  if (/\b(?:het|cuoi|ca) tuan\b|\btuan (?:sau|toi|nay)\b/.test(words)) return sunday;
  if (/\b(?:het|cuoi) thang\b(?! (?:\d|sau|toi))/.test(words)) return lastOfMonth(from);
  return /\b(?:hom nay|chieu nay|sang nay|mai)\b/.test(words) ? from : undefined;
}

function lastOfMonth(date: IsoDate): IsoDate {
  const [year, month] = [yearOf(date), monthOf(date)];
  const next = month === 12 ? isoDate(year + 1, 1, 1) : isoDate(year, month + 1, 1);
  return next === undefined ? date : addDays(next, -1);
}

/** "đến 20/8", "đến hết ngày 20/8": the last day, within three words before it. */
const hasEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some((token) => isWord(token, 'den', 'toi', 'het'));

const TITLES = new Set([
  'chi',
  'anh',
  'em',
  'co',
  'chu',
  'bac',
  'ban',
  'ong',
  'ba',
  'c',
  'a',
  'dong',
  'nho',
  'giao',
  'cho',
  'va',
  'thi',
  'de',
]);

/** Words between a name and "thay". */
const DOES = ['lam', 'nhan', 'truc', 'viec', 'se'];
/** The longest name with what leads to it: "nhờ chị Nguyễn Thị Thu Hà". */
const NAME_WORDS_MAX = 7;

/** Parts who stands in from the rest: a colleague may be called Mai, or Sáu. */
function coverPart(text: string): { said: string; name: string } {
  const source = normalise(text);
  const tokens = tokenise(source);
  const at = tokens.findIndex((token) => isWord(token, 'thay'));
  if (at < 0) return { said: source, name: '' };
  let end = at;
  while (isWord(tokens[end - 1], ...DOES)) end -= 1;
  let start = end;
  for (let back = end - 1; back >= Math.max(0, end - NAME_WORDS_MAX); back -= 1) {
    const token = tokens[back];
    if (token?.kind !== 'word') break;
    start = back;
    const before = tokens[back - 1];
    if (TITLES.has(token.base) && !(before && TITLES.has(before.base))) break;
  }
  const [first, last, thay] = [tokens[start], tokens[end - 1], tokens[at]];
  if (start === end || !first || !last || !thay) return { said: source, name: '' };
  return {
    said: `${source.slice(0, first.start)} ${source.slice(thay.end)}`,
    name: source.slice(first.start, last.end),
  };
}

/** Colleagues whose given or full name was said. */
function coversIn(
  name: string,
  colleagues: readonly { id: number; name: string }[],
): Pick<Absence, 'covers' | 'namesCover'> {
  const said = fold(name)
    .split(/\s+/)
    .filter((word) => word !== '' && !TITLES.has(word));
  if (said.length === 0) return { covers: [], namesCover: false };
  const tail = (count: number) => said.slice(-count).join(' ');
  const whole = colleagues.filter(
    (each) => said.length > 1 && fold(each.name) === tail(fold(each.name).split(' ').length),
  );
  const given = colleagues.filter((each) => fold(each.name).split(/\s+/).at(-1) === tail(1));
  return { covers: (whole.length > 0 ? whole : given).map(({ id }) => id), namesCover: true };
}
