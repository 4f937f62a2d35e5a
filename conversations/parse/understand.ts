/**
 * What one message means: the single entry of this room. It reads figures, dates, documents, yes and no, commands
 * and steering words out of what an official typed, in the light of the question outstanding, and lists every doubt
 * so precisely that the bot can ask back. Nothing it fills in is a guess.
 */
import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/date.ts';
import { documentDefects } from '../../domain/document.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { readAnswer } from './answer.ts';
import { type AnswerKind, type Ask, answerKind } from './ask.ts';
import { type Command, readCommand } from './command.ts';
import type { Month } from './date/period.ts';
import type { Doubt } from './doubt.ts';
import { withoutPoliteness } from './filler.ts';
import { type Navigation, readNavigation } from './navigation.ts';
import { countOf } from './number/number.ts';
import { noticePrivate, type PrivateMatter } from './privacy.ts';
import type { Reported } from './report/inventory.ts';
import { type Said, said } from './said.ts';
import { isWord, type Token } from './text.ts';

export { type Ask, askNamed } from './ask.ts';
export type { Doubt } from './doubt.ts';

export interface Context {
  /** The question outstanding. */
  ask?: Ask;
  today: IsoDate;
}

export interface Understanding {
  /** Figures named, wherever in the message. */
  figures: Partial<Record<IndicatorName, number>>;
  /** Further counts and rates of the yearly reports: told, and kept nowhere here. */
  reported?: Reported;
  /** Dates of the audit, the corrective action and the management review, when said. */
  dates: Partial<Record<'audit_date' | 'corrective_action_date' | 'management_review_date', IsoDate>>;
  auditDone?: boolean;
  /** The same as `dates.audit_date`. */
  auditDate?: IsoDate;
  /** False for "chưa khắc phục", true for "đã khắc phục". */
  correctiveActionDone?: boolean;
  managementReviewDone?: boolean;
  /** A bare count or percentage: the answer to the question outstanding. */
  number?: number;
  /** A bare date: the answer to the question outstanding. */
  date?: IsoDate;
  yes?: boolean;
  /** "không phát sinh" is `nil`; "chưa có số liệu" is `no_data`, which is never 0. */
  nothing?: 'nil' | 'no_data';
  /** The period the message speaks of. */
  month?: Month;
  citations: Citation[];
  command?: Command;
  navigation?: Navigation;
  /** Something that must not be stored. */
  private?: PrivateMatter;
  /** True where the person must be asked before all of the message is used. */
  ambiguous: boolean;
  doubts: Doubt[];
}

/** A part of an understanding, as the readers of answers and of messages find it. */
export type Found = Partial<Omit<Understanding, 'ambiguous'>>;

const EMPTY = (): Understanding => ({ figures: {}, dates: {}, citations: [], ambiguous: false, doubts: [] });

/**
 * Understands one message. Pure and total: any text gives an answer, and text beyond 4,000 characters is left unread.
 */
export function understand(text: string, context: Context): Understanding {
  const secret = noticePrivate(text, context.ask);
  if (secret !== undefined) return { ...EMPTY(), private: secret };
  const message = said(text, context);
  const kind = answerKind(context.ask);
  const found = steering(message) ?? readAnswer(message, kind) ?? message.message();
  const doubts: Doubt[] = [...(found.doubts ?? []), ...(message.cut ? [{ reason: 'too_long' } as const] : [])];
  return judged({ ...EMPTY(), ...found, doubts }, kind);
}

function steering(message: Said): Found | undefined {
  const { source, tokens, ask, today } = message;
  // "sáu lăm", with its marks, is no "sau làm" to whoever asked for a number
  if (isCounting(answerKind(ask)) && tokens.some(({ marks }) => marks !== 0) && countOf(tokens).kind === 'count')
    return undefined;
  const navigation = readNavigation(source);
  if (navigation !== undefined) return { navigation };
  const command = readCommand(source, today);
  // said of what is to be confirmed, "duyệt" opens no list for approval; it sends nothing either, and is asked
  if (command?.name === 'review' && answerKind(ask) === 'confirm' && isApproval(tokens)) return undefined;
  // "hôm nay em báo cáo: nhận 215" reports, and sets nothing aside
  if (command?.name === 'snooze' && Object.keys(message.message().figures ?? {}).length > 0) return undefined;
  return command === undefined ? undefined : { command };
}

/** "duyệt", "duyệt nhé", "duyệt đi". */
function isApproval(tokens: readonly Token[]): boolean {
  const [only, ...more] = withoutPoliteness(tokens);
  return isWord(only, 'duyet') && more.every((token) => isWord(token, 'di', 'roi', 'het'));
}

const isCounting = (kind: AnswerKind): boolean => kind === 'count' || kind === 'percent';

const KEYS = ['number', 'date', 'yes', 'nothing', 'month', 'command', 'navigation', 'private', 'auditDone'] as const;

const ANSWERS = KEYS.filter((key) => key !== 'month');

/** Adds the verdict: must the person be asked? */
function judged(found: Understanding, kind: AnswerKind): Understanding {
  // a month alone answers none of these: "như tháng trước"
  const answered = isCounting(kind) || kind === 'yes_no' ? ANSWERS : KEYS;
  // a further count or rate of the report is no answer to a question that asked for another thing
  const told = kind === 'other' ? found.reported : undefined;
  const empty =
    answered.every((key) => found[key] === undefined) &&
    found.correctiveActionDone === undefined &&
    found.managementReviewDone === undefined &&
    Object.keys({ ...found.figures, ...found.dates, ...told }).length + found.citations.length === 0;
  if (kind === 'text') return { ...found, doubts: [], ambiguous: false };
  const doubts: Doubt[] = empty && found.doubts.length === 0 ? [{ reason: 'not_understood' }] : found.doubts;
  const { audit_date: auditDate } = found.dates;
  return { ...found, ...(auditDate !== undefined && { auditDate }), doubts, ambiguous: doubts.length > 0 };
}

/** A document whose day does not exist (31/9) or may be another's: its date is left out and must be asked for. */
const hasImpossibleDate = (citation: Citation): boolean =>
  documentDefects(citation, [], { today: LATEST_DAY }).some(
    ({ kind }) => kind === 'impossible_date' || kind === 'unsure_date',
  );

/** Later than any document's day, so that none of them is told to be in the future. */
const LATEST_DAY: IsoDate = '9999-12-31';

/** A month at most: "số liệu tháng 10 như tháng 9". */
const saysNothing = (found: Understanding): boolean =>
  found.command === undefined &&
  found.navigation === undefined &&
  found.private === undefined &&
  found.correctiveActionDone === undefined &&
  found.managementReviewDone === undefined;

/** The object the operator's door prints: only what is certain, and `ambiguous` where the person must be asked. */
export function toParseAnswer(found: Understanding): Record<string, unknown> {
  const answer: Record<string, unknown> = { ...found.figures, ...found.reported };
  if (found.number !== undefined) answer.number = found.number;
  if (found.date !== undefined) answer.date = found.date;
  if (found.yes !== undefined) answer.yes = found.yes;
  if (found.auditDone !== undefined) answer.audit_done = found.auditDone;
  Object.assign(answer, found.dates);
  if (found.citations.length > 0) {
    answer.citations = found.citations.map(({ type, number, year_in_code, symbol, date, subject }) => {
      return { type, number, year_in_code, symbol, date, subject };
    });
  }
  // "không phát sinh" of nobody knows what, "để mai em báo": nothing to keep, and to be asked
  const open = found.nothing !== undefined || found.command?.name === 'snooze' || saysNothing(found);
  const unanswered = open && Object.keys(answer).length === 0;
  if (found.ambiguous || unanswered || found.citations.some(hasImpossibleDate)) answer.ambiguous = true;
  return answer;
}
