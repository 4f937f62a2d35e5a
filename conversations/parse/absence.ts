/**
 * Being away: "đi vắng đến 20/8, chị Lan thay", "nghỉ phép từ 10/8 đến 20/8", "mai em nghỉ". Days are to come, so a day
 * without a year is the next such day. Who stands in is looked for among the colleagues handed in.
 */
import type { IsoDate } from '../../domain/date.ts';
import { addDays } from '../../domain/date.ts';
import { fold } from '../../domain/text.ts';
import { datesIn } from './date.ts';
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

const LEAD =
  /^(?:da |xin |em |toi |minh |cho |bao )*(?:di vang|vang mat|bao vang|nghi phep|nghi om|nghi thai san|di cong tac|cong tac|di hoc|nghi (?=den|tu|het|ngay|hom|mai))/;
const LATER =
  /^(?:da |em |toi |minh )*(?:mai|ngay mai|hom nay|chieu nay|tuan sau)(?: em| toi| minh)? (?:di vang|vang|nghi phep|nghi|di cong tac|cong tac)\b/;
const BACK =
  /^(?:da |em |toi |minh )*(?:da ve|ve roi|het nghi|het vang|het phep|di lam lai|da di lam lai|di lam lai roi|da di lam|tro lai lam viec)(?: roi| a| nhe)*$/;

/** Longer messages say something else. */
const LENGTH_MAX = 160;

/** Whether a message says that its writer will be away. */
export const saysAway = (text: string): boolean => {
  const words = fold(text)
    .replace(/[.,!;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= LENGTH_MAX && (LEAD.test(words) || LATER.test(words));
};

/** Whether a message says that its writer is back. */
export const saysBack = (text: string): boolean =>
  BACK.test(
    fold(text)
      .replace(/[.,!;]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** Reads a message that says somebody will be away. */
export function readAbsence(
  text: string,
  today: IsoDate,
  colleagues: readonly { id: number; name: string }[],
): Absence {
  const tokens = tokenise(text);
  const spans = datesIn(tokens, { today, asked: true });
  const days = spans.flatMap(({ reading, start }) =>
    reading.kind === 'date' || reading.kind === 'future'
      ? [
          {
            date: coming(reading.date, today),
            isEnd: isWord(tokens[start - 1], 'den', 'toi', 'het', 'ngay') && hasEnd(tokens, start),
          },
        ]
      : [],
  );
  const [first, second] = days;
  const named = coversIn(text, colleagues);
  if (!first) return { from: fold(text).includes('mai') ? addDays(today, 1) : today, ...named };
  if (second) return { from: first.date, to: second.date, ...named };
  return first.isEnd ? { from: today, to: first.date, ...named } : { from: first.date, to: first.date, ...named };
}

/** "đến 20/8", "đến hết ngày 20/8": the last day, within three words before it. */
const hasEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some((token) => isWord(token, 'den', 'toi', 'het'));

const COVER =
  /(?:^|[,;.]|\b)\s*(?:(?:nhờ|nho|có|co|và|va|giao|cho)\s+)?((?:[\p{L}]+\s+){0,4}[\p{L}]+)\s+(?:làm\s+|lam\s+|nhận\s+|nhan\s+|trực\s+|truc\s+)?thay\b/iu;
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

/** Colleagues whose given or full name stands before "thay". */
function coversIn(
  text: string,
  colleagues: readonly { id: number; name: string }[],
): Pick<Absence, 'covers' | 'namesCover'> {
  const words = COVER.exec(text)?.[1];
  if (words === undefined) return { covers: [], namesCover: false };
  const said = fold(words)
    .split(/\s+/)
    .filter((word) => !TITLES.has(word));
  const tail = (count: number) => said.slice(-count).join(' ');
  const whole = colleagues.filter(({ name }) => said.length > 1 && fold(name) === tail(fold(name).split(' ').length));
  const given = colleagues.filter(({ name }) => fold(name).split(/\s+/).at(-1) === tail(1));
  return { covers: (whole.length > 0 ? whole : given).map(({ id }) => id), namesCover: true };
}
