/**
 * The short answer to the question outstanding: a bare count, a percentage, a date, yes or no. Whatever is more than
 * that is left to `message`.
 */
import { type IndicatorName, isIndicator } from '../../domain/indicator.ts';
import type { AnswerKind, Ask } from './ask.ts';
import { dateOf, datesIn } from './date.ts';
import { datedOr } from './date-doubt.ts';
import { withoutPoliteness } from './filler.ts';
import { readMessage } from './message.ts';
import { type CountReading, countOf, type PercentReading, readPercent } from './number.ts';
import { readNothing } from './nothing.ts';
import { isWord, type Token, tokenise } from './text.ts';
import type { Context, Found } from './understand.ts';
import { readYesNo } from './yes-no.ts';

/** The indicator concerned, for a doubt; questions of a kind only have none. */
function concerning(ask: Ask | undefined): { ask?: IndicatorName } {
  return ask !== undefined && isIndicator(ask) ? { ask } : {};
}

/** Reads the message as an answer of the kind expected; undefined when it is none. */
export function readAnswer(text: string, context: Context, kind: AnswerKind): Found | undefined {
  const tokens = tokenise(text);
  switch (kind) {
    case 'count':
      return countAnswer(text, tokens, context);
    case 'percent':
      return percentAnswer(readPercent(text), text, context.ask);
    case 'date':
      return dateAnswer(text, tokens, context);
    case 'yes_no':
    case 'confirm':
      return yesNoAnswer(text, context, kind);
    case 'text':
      return undefined;
    default:
      return bareMessage(text, tokens, context);
  }
}

const NO = ['khong', 'ko', 'k', 'kg', 'kh', 'hok', 'hong', 'hem', 'khum', 'kong'];

function countAnswer(text: string, tokens: readonly Token[], context: Context): Found | undefined {
  const { ask } = context;
  const nothing = readNothing(text);
  if (nothing === 'nil') return { number: 0, nothing };
  if (nothing === 'no_data') return { nothing, doubts: [{ reason: 'no_data', ...concerning(ask) }] };
  const bare = withoutPoliteness(tokens);
  if (bare.length === 1 && isWord(bare[0], ...NO)) return { number: 0 };
  if (bare.length === 1 && isWord(bare[0], 'chua')) return { doubts: [{ reason: 'no_data', ...concerning(ask) }] };
  const found = counted(countOf(tokens), text, ask);
  if (found === undefined) return undefined;
  // "tổng số TTHC 163" names another figure than the one asked
  const message = readMessage(text, context, 'count');
  const others = Object.keys(message.figures ?? {}).filter((name) => name !== ask);
  return others.length > 0 ? message : found;
}

function counted(reading: CountReading, text: string, ask: Ask | undefined): Found | undefined {
  if (reading.kind === 'none') return undefined;
  if (reading.kind === 'count') return { number: reading.value };
  const { reason, proposal } = reading;
  return { doubts: [{ reason, ...concerning(ask), ...(proposal !== undefined && { proposal }), text: text.trim() }] };
}

function percentAnswer(reading: PercentReading, text: string, ask: Ask | undefined): Found | undefined {
  if (reading.kind === 'none') return undefined;
  if (reading.kind === 'percent') return { number: reading.value };
  const { reason, proposal } = reading;
  return { doubts: [{ reason, ...concerning(ask), ...(proposal !== undefined && { proposal }), text: text.trim() }] };
}

function dateAnswer(text: string, tokens: readonly Token[], context: Context): Found | undefined {
  const message = readMessage(text, context, 'date');
  const says = Object.keys(message.dates ?? {}).length + (message.citations?.length ?? 0) > 0;
  if (says || message.auditDone === false || message.doubts?.some((doubt) => 'ask' in doubt)) return message;
  const { ask } = concerning(context.ask);
  const { date, doubt } = datedOr(dateOf(tokens, context.today), ask);
  if (date !== undefined) return { ...message, doubts: [], date };
  if (doubt !== undefined) return { ...message, doubts: [doubt] };
  const { answer } = readYesNo(text);
  if (answer === 'no') return { ...message, yes: false };
  if (answer === 'yes') return { ...message, yes: true, doubts: [{ reason: 'which_date', dates: [], ...concerning(context.ask) }] };
  return answer === 'seen' ? { doubts: [{ reason: 'seen' }] } : undefined;
}

function yesNoAnswer(text: string, context: Context, kind: AnswerKind): Found | undefined {
  const { answer, agrees, rest } = readYesNo(text);
  if (answer === 'none') return undefined;
  // "đúng nhưng trễ là 3", "có lỗi": what is confirmed must be confirmed whole
  const count = countOf(tokenise(rest));
  if (answer === 'yes' && count.kind === 'count' && (kind === 'yes_no' || /[,;.\n]\s*$/.test(text.slice(0, text.lastIndexOf(rest))))) {
    return { yes: true, number: count.value };
  }
  if (kind === 'confirm' && answer === 'yes' && rest !== '') {
    const message = readMessage(text, context, kind);
    return { ...message, doubts: [...(message.doubts ?? []), { reason: 'not_understood' }] };
  }
  if (answer === 'seen') return kind === 'confirm' && agrees ? { yes: true } : { doubts: [{ reason: 'seen' }] };
  const message = readMessage(text, context, kind);
  // "xong hết rồi" is a yes, not a remainder to be computed
  const doubts = message.doubts?.filter((doubt) => doubt.reason !== 'rest_unknown' && doubt.reason !== 'no_data') ?? [];
  return { ...message, doubts, yes: answer === 'yes' };
}

/** Nothing was asked: a message that is only a number, a date or a yes is kept as that. */
function bareMessage(text: string, tokens: readonly Token[], context: Context): Found | undefined {
  const nothing = readNothing(text);
  if (nothing !== undefined) return { nothing, ...(nothing === 'no_data' && { doubts: [{ reason: 'no_data' }] }) };
  const yesNo = readYesNo(text);
  if (yesNo.rest === '' && yesNo.answer !== 'none') {
    return yesNo.answer === 'seen' ? { doubts: [{ reason: 'seen' }] } : { yes: yesNo.answer === 'yes' };
  }
  const message = readMessage(text, context, 'other');
  if (saysMore(message)) return message;
  const count = countOf(tokens);
  if (count.kind === 'count') return { number: count.value };
  const percent = text.includes('%') ? readPercent(text) : undefined;
  if (percent?.kind === 'percent') return { number: percent.value };
  const date = dateOf(tokens, context.today);
  if (date.kind === 'none' || date.kind === 'month') return counted(count, text, undefined) ?? message;
  if (!onlyDate(tokens, context)) return message;
  if (date.kind === 'future') return { ...message, doubts: [], date: date.date };
  const dated = datedOr(date);
  return { ...message, ...(dated.date !== undefined && { date: dated.date }), doubts: dated.doubt === undefined ? [] : [dated.doubt] };
}

/** The message speaks of figures, events or documents, so that a number or a date in it is theirs. */
function saysMore(message: Found): boolean {
  const facts = { ...message.figures, ...message.dates };
  const events = message.auditDone ?? message.correctiveActionDone ?? message.managementReviewDone;
  const doubted = message.doubts?.some((doubt) => ('ask' in doubt && doubt.ask !== undefined) || ('candidates' in doubt && doubt.candidates.length > 0));
  return Object.keys(facts).length + (message.citations?.length ?? 0) > 0 || events !== undefined || doubted === true;
}

/** Nothing is said beside the date but polite and linking words. */
function onlyDate(tokens: readonly Token[], context: Context): boolean {
  const spans = datesIn(tokens, { today: context.today, asked: true });
  const beside = tokens.filter((_, at) => !spans.some(({ start, next }) => at >= start && at < next));
  return withoutPoliteness(beside).every((token) => isWord(token, 'ngay', 'vao', 'la', 'luc', 'thu', 'hom', 'roi', 'trong', 'dung', 'va'));
}
