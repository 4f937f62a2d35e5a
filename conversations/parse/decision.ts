/**
 * A coordinator's decision said in one message: "dời hạn báo cáo năm đến 20/11 theo văn bản số 12/UBND", "đặt mốc kế
 * hoạch 31/3", "miễn mục tiêu chất lượng cho Sở Ngoại vụ vì mới thành lập". Which obligation and which units the words
 * mean is looked up by whoever knows them; a day without a year is the next such day.
 */
import { dayOf as dayOfMonth, type IsoDate, isoDate, monthOf, yearOf } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { datesIn } from './date/date.ts';
import { isWord, type Token, tokenise } from './text.ts';

export interface DecisionSaid {
  kind: 'set_date' | 'moved' | 'waived';
  /** The words for what is owed, as typed. */
  what?: string;
  /** The words for the unit, as typed. */
  whom?: string;
  date?: IsoDate;
  /** True where the year of `date` was typed. */
  dated?: boolean;
  /** The year it is owed for, where it was said apart from the day. */
  year?: number;
  /** The number of the decision with what belongs to it, as typed. */
  decision?: string;
  reason?: string;
}

const LEADS: readonly (readonly [DecisionSaid['kind'], readonly string[]])[] = (
  [
    ['set_date', 'dat moc noi bo|dat han noi bo|moc noi bo|dat moc|dat han'],
    ['moved', 'doi thoi han|doi han|gia han|lui han|hoan han'],
    ['waived', 'mien thuc hien|mien'],
  ] as const
).flatMap(([kind, phrases]) => phrases.split('|').map((phrase) => [kind, phrase.split(' ')] as const));

/** "miễn phí", "miễn là", "miễn dịch" decide nothing. */
const NOT_WAIVED = ['phi', 'la', 'sao', 'dich', 'giam', 'cuong', 'nhiem', 'trach', 'ban'];

/** What obligations are called by: a decision without a day, a unit or a number must name one of them. */
const OWED = /\b(?:ke hoach|muc tieu|mtcl|bao cao|danh gia|khac phuc|cong bo|dao tao|kinh phi|xem xet|du toan|tthc)\b/;

/** Longer messages say something else. */
const LENGTH_MAX = 300;

/** Reads a decision with its parts; undefined for any other message, and for the bare command. */
export function readDecision(text: string, today: IsoDate): DecisionSaid | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const source = normalise(text);
  const tokens = tokenise(source);
  const lead = leadOf(tokens);
  if (!lead) return undefined;
  const parts = partsOf(tokens.slice(lead.next));
  const words = (part: readonly Token[]): string | undefined => wordsOf(source, part);
  const day = dayOf(parts.day.length > 0 ? parts.day : parts.what, today);
  const what = words(day && parts.day.length === 0 ? parts.what.slice(0, day.start) : parts.what);
  const { said, year } = withoutYear(what);
  const [whom, decision, reason] = [words(parts.whom), words(parts.decision), words(parts.reason)];
  const numbered = decision !== undefined && /\d/.test(decision) ? decision : undefined;
  const isSaid = day !== undefined || numbered !== undefined || whom !== undefined;
  if (!isSaid && !OWED.test(plainOf(parts.what))) return undefined;
  return {
    kind: lead.kind,
    ...(said === undefined ? {} : { what: said }),
    ...(whom === undefined ? {} : { whom }),
    ...(day === undefined ? {} : { date: day.date, ...(day.dated ? { dated: true } : {}) }),
    ...(year === undefined ? {} : { year }),
    ...(numbered === undefined ? {} : { decision: numbered }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function leadOf(tokens: readonly Token[]): { kind: DecisionSaid['kind']; next: number } | undefined {
  const from = tokens[0]?.base === '/' ? 1 : 0;
  const found = LEADS.find(([, words]) => words.every((word, at) => isWord(tokens[from + at], word)));
  if (!found) return undefined;
  const [kind, words] = found;
  const next = from + words.length;
  if (kind === 'waived' && isWord(tokens[next], ...NOT_WAIVED)) return undefined;
  return { kind, next };
}

type Part = 'what' | 'whom' | 'day' | 'decision' | 'reason';

/** Cuts the rest where a word begins another part; of each only the first counts. */
function partsOf(tokens: readonly Token[]): Record<Part, Token[]> {
  const parts: Record<Part, Token[]> = { what: [], whom: [], day: [], decision: [], reason: [] };
  let part: Part = 'what';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const begun = beginningAt(tokens, at, part);
    if (begun && parts[begun.part].length === 0) {
      part = begun.part;
      at += begun.skips - 1;
      continue;
    }
    parts[part].push(token);
  }
  return parts;
}

/** Words that begin a part and are no part of it. */
function beginningAt(tokens: readonly Token[], at: number, now: Part): { part: Part; skips: number } | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (now === 'reason') return undefined;
  if (isWord(token, 'theo') || (isWord(token, 'can') && isWord(next, 'cu'))) {
    const skips = isWord(token, 'theo') ? 1 : 2;
    return { part: 'decision', skips: skips + documentWords(tokens, at + skips) };
  }
  if (isWord(token, 'vi') || (isWord(token, 'do') && now !== 'what')) return { part: 'reason', skips: 1 };
  if (isWord(token, 'ly') && isWord(next, 'do')) return { part: 'reason', skips: tokens[at + 2]?.base === ':' ? 3 : 2 };
  if (now === 'decision') return undefined;
  if (isWord(token, 'cho') || (isWord(token, 'cua') && now === 'what')) return { part: 'whom', skips: 1 };
  if (isWord(token, 'den', 'toi', 'sang', 'truoc') && now !== 'day') {
    return { part: 'day', skips: isWord(next, 'het') ? 2 : 1 };
  }
  return undefined;
}

/** "văn bản số 12/UBND" is kept as "12/UBND"; a decision or plan keeps its kind. */
function documentWords(tokens: readonly Token[], at: number): number {
  const kind = isWord(tokens[at], 'van') && isWord(tokens[at + 1], 'ban') ? 2 : 0;
  return isWord(tokens[at + kind], 'so') && tokens[at + kind + 1]?.kind === 'digits' ? kind + 1 : kind;
}

const plainOf = (tokens: readonly Token[]): string => tokens.map(({ base }) => base).join(' ');

/** The text from the first word to the last, without what parts it from the rest. */
function wordsOf(source: string, part: readonly Token[]): string | undefined {
  const kept = part.filter(({ kind }) => kind !== 'line');
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) return undefined;
  const words = source.slice(first.start, last.end).replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/gu, '');
  return words === '' ? undefined : words;
}

function dayOf(tokens: readonly Token[], today: IsoDate): { date: IsoDate; dated: boolean; start: number } | undefined {
  const [span, other] = datesIn(tokens, { today, asked: true });
  const reading = span?.reading;
  if (!span || other || (reading?.kind !== 'date' && reading?.kind !== 'future')) return undefined;
  const dated = tokens.slice(span.start, span.next).some(({ raw }) => raw === reading.date.slice(0, 4));
  const start = isWord(tokens[span.start - 1], 'ngay') ? span.start - 1 : span.start;
  return { date: dated ? reading.date : nextSuch(reading.date, today), dated, start };
}

/** The next such day, however far: nothing is decided for the past. */
function nextSuch(date: IsoDate, today: IsoDate): IsoDate {
  if (date >= today) return date;
  return isoDate(yearOf(date) + 1, monthOf(date), dayOfMonth(date)) ?? date;
}

/** "kế hoạch năm 2027" is the plan of that year. */
function withoutYear(what: string | undefined): { said?: string; year?: number } {
  const found = /^(.*?)\s*(?:năm|nam)?\s*\b(20\d{2})$/iu.exec(what ?? '');
  if (!found) return what === undefined ? {} : { said: what };
  const said = found[1]?.trim() ?? '';
  return { year: Number(found[2]), ...(said === '' ? {} : { said }) };
}
