/**
 * The short answer to the question outstanding: a bare count, a percentage, a date, yes or no. Whatever is more than
 * that is left to the message as a whole.
 */
import type { IsoDate } from '../../domain/date.ts';
import { type IndicatorName, isIndicator } from '../../domain/indicator.ts';
import type { AnswerKind, Ask } from './ask.ts';
import { dateOf, datesIn } from './date/date.ts';
import { datedOr } from './date/date-doubt.ts';
import { withoutDenied } from './date/denied-date.ts';
import type { Doubt } from './doubt.ts';
import { countsElse, withoutMatters } from './figures/counted.ts';
import { readFigures } from './figures/figures.ts';
import { withoutPoliteness } from './filler.ts';
import { besideDocuments } from './message.ts';
import { nothingIn } from './nothing.ts';
import { correctedNumber, replacedBy, withoutDeniedNumber } from './number/denied-number.ts';
import { moneyOf } from './number/money.ts';
import { type CountReading, countOf } from './number/number.ts';
import { type PercentReading, percentOf } from './number/percent.ts';
import type { Said } from './said.ts';
import { isWord, type Token, tokenise } from './text.ts';
import type { Found } from './understand.ts';
import { yesNoIn } from './yes-no.ts';

/**
 * A longer message is no bare answer: the longest number in words has 19 words, and a date, a unit and polite words
 * take fewer than as many again.
 */
const ANSWER_TOKENS_MAX = 40;

/** The indicator concerned, for a doubt; questions of a kind only have none. */
function concerning(ask: Ask | undefined): { ask?: IndicatorName } {
  return ask !== undefined && isIndicator(ask) ? { ask } : {};
}

/** Reads the message as an answer of the kind expected; undefined when it is none. */
export function readAnswer(said: Said, kind: AnswerKind): Found | undefined {
  if (kind === 'yes_no' || kind === 'confirm') return yesNoAnswer(said, kind);
  if (said.tokens.length > ANSWER_TOKENS_MAX) return undefined;
  switch (kind) {
    case 'count':
      return countAnswer(said);
    case 'percent':
      return pointsAnswer(said) ?? numbered(percentOf(said.tokens, true), said);
    case 'date':
      return dateAnswer(said);
    case 'text':
      return pointsAnswer(said) ?? moneyAnswer(said);
    default:
      return bareMessage(said);
  }
}

const NO = ['khong', 'ko', 'k', 'kg', 'kh', 'hok', 'hong', 'hem', 'khum', 'kong'];

function countAnswer(said: Said): Found | undefined {
  const { ask } = said;
  const tokens = withoutMatters(said.tokens, ask);
  const nothing = nothingIn(tokens);
  if (nothing === 'nil') return { number: 0, nothing };
  if (nothing === 'no_data') return { nothing, doubts: [{ reason: 'no_data', ...concerning(ask) }] };
  const bare = withoutPoliteness(tokens);
  if (bare.length === 1 && isWord(bare[0], ...NO)) return { number: 0 };
  if (bare.length === 1 && isWord(bare[0], 'chua')) return { doubts: [{ reason: 'no_data', ...concerning(ask) }] };
  const elsewhere = countedElse(said);
  if (elsewhere !== undefined) return elsewhere;
  const replaced = replacedBy(tokens);
  if (replaced !== undefined) return { number: replaced };
  const corrected = correctedNumber(tokens);
  if (corrected !== undefined && Object.keys(said.message().figures ?? {}).length === 0)
    return { doubts: [{ reason: 'uncertain', ...concerning(ask), proposal: corrected, text: said.source.trim() }] };
  const count = countOf(withoutDeniedNumber(tokens));
  // "trong tháng 10 là 215": several, until the month is taken away
  const several = count.kind === 'doubt' && count.reason === 'several' && said.message().month !== undefined;
  const only = several ? bareCount(said) : undefined;
  const found = only ?? numbered(count, said);
  if (found === undefined) return bareCount(said);
  // "tổng số TTHC 163" names another figure than the one asked
  const message = said.message();
  const others = Object.keys(message.figures ?? {}).filter((name) => name !== ask);
  return others.length > 0 ? message : found;
}

/** "2 người" where dossiers were asked, and no other figure is named. */
function countedElse(said: Said): Found | undefined {
  const { tokens, source, ask } = said;
  if (ask === undefined || !isIndicator(ask)) return undefined;
  const elsewhere = countsElse(tokens, ask);
  if (elsewhere === undefined || Object.keys(said.message().figures ?? {}).some((name) => name !== ask))
    return undefined;
  const text = source.trim();
  if (elsewhere === 'several') return { doubts: [{ reason: 'several', ask, text }] };
  return { doubts: [{ reason: 'uncertain', ask, proposal: elsewhere, text }] };
}

/** "tháng 10: 215": the message names no figure, so that its number is a bare answer as well. */
function bareCount(said: Said): Found | undefined {
  const { tokens, ask, today } = said;
  const { figures = {}, doubts = [], citations = [], ...rest } = said.message();
  const [only, other] = Object.entries(figures);
  if (only === undefined || other !== undefined || only[0] !== ask || doubts.length + citations.length > 0)
    return undefined;
  const unasked = readFigures(tokens, { today });
  const labelled = unasked.doubts.some((doubt) => !('candidates' in doubt) || doubt.candidates.length > 0);
  return labelled || Object.keys(unasked.figures).length > 0 ? undefined : { ...rest, number: only[1] };
}

function numbered(reading: CountReading | PercentReading, { source, ask }: Said): Found | undefined {
  if (reading.kind === 'none') return undefined;
  if (reading.kind !== 'doubt') return { number: reading.value };
  const { reason, proposal } = reading;
  return { doubts: [{ reason, ...concerning(ask), ...(proposal !== undefined && { proposal }), text: source.trim() }] };
}

/** The sum told, beside whatever else is said: what is kept is the text. */
function moneyAnswer(said: Said): Found | undefined {
  const number = said.ask === 'budget_from_superior' ? moneyOf(said.tokens) : undefined;
  return number === undefined ? undefined : { ...said.message(), number };
}

const POINTS =
  /^\s*(?:dạ\s)?\s*(\d+)(?:[.,](\d+))?(\s*\/\s*\d+(?:[.,]\d+)?)?\s*(?:điểm|diem|đ)?(?:\s*(?:ạ|nhé|nha|em))*\s*$/i;

/** "4,75/5": points out of the most there are; of a criterion mostly the points alone. */
function pointsAnswer({ ask, source }: Said): Found | undefined {
  const [, whole, decimals = 0, most] = POINTS.exec(source) ?? [];
  const asked = ask === 'self_score' ? most !== undefined : ask?.startsWith('score_7_2_') === true;
  return whole !== undefined && asked ? { number: Number(`${whole}.${decimals}`) } : undefined;
}

type EventDate = keyof NonNullable<Found['dates']>;

const isEventDate = (ask: Ask | undefined): ask is EventDate =>
  ask === 'audit_date' || ask === 'corrective_action_date' || ask === 'management_review_date';

function dateAnswer(said: Said): Found | undefined {
  const message = said.message();
  const says = Object.keys(message.dates ?? {}).length > 0;
  if (says || message.auditDone === false || message.doubts?.some((doubt) => 'ask' in doubt)) return message;
  if (message.citations?.length) return dateBesideDocuments(said, message);
  const { ask } = concerning(said.ask);
  const { date, doubt } = datedOr(dateOf(withoutDenied(said.tokens, said.today, 'kept'), said.today), ask);
  if (date !== undefined) {
    // "12/10, 1 kph nhẹ": said beside figures, the date is one of them
    const beside = Object.keys(message.figures ?? {}).length > 0;
    const { ask: asked } = said;
    if (beside && isEventDate(asked)) return { ...message, doubts: [], dates: { ...message.dates, [asked]: date } };
    return { ...message, doubts: [], date };
  }
  if (doubt !== undefined) return { ...message, doubts: [doubt] };
  const { answer } = yesNoIn(said.tokens, said.source);
  if (answer === 'no') return { ...message, yes: false };
  if (answer === 'yes')
    return { ...message, yes: true, doubts: [{ reason: 'which_date', dates: [], ...concerning(said.ask) }] };
  return answer === 'seen' ? { doubts: [{ reason: 'seen' }] } : undefined;
}

/** "17/9 theo QĐ 40/QĐ-UBND ngày 20/8/2026": the day that is not the document's own answers, and both are kept. */
function dateBesideDocuments({ source, tokens, today, ask }: Said, message: Found): Found {
  const reading = dateOf(withoutDenied(besideDocuments(source, tokens, today), today, 'kept'), today);
  const { date, doubt } = datedOr(reading, concerning(ask).ask);
  if (doubt !== undefined) return { ...message, doubts: [doubt] };
  if (date === undefined) return message;
  // a document whose own day was not found may have lost it: "QĐ 40/QĐ-UBND của phường, ký ngày 20/8"
  if (message.citations?.some((citation) => citation.date === null) && !opensWithDate(tokens, today))
    return { ...message, doubts: [{ reason: 'which_date', dates: [date], ...concerning(ask) }] };
  return { ...message, doubts: [], date };
}

/** Polite words at most stand before the first date. */
function opensWithDate(tokens: readonly Token[], today: IsoDate): boolean {
  const [first] = datesIn(tokens, { today, asked: true });
  return (
    first !== undefined &&
    withoutPoliteness(tokens.slice(0, first.start)).every((token) => isWord(token, ...BESIDE_DATE))
  );
}

function yesNoAnswer(said: Said, kind: 'yes_no' | 'confirm'): Found | undefined {
  const { answer, agrees, rest } = yesNoIn(said.tokens, said.source);
  if (answer === 'none') return undefined;
  if (answer === 'seen') return kind === 'confirm' && agrees ? { yes: true } : { doubts: [{ reason: 'seen' }] };
  if (rest === '') return { yes: answer === 'yes' };
  const number = answer === 'yes' ? numberAfterYes(said, rest, kind) : undefined;
  if (number !== undefined) return { yes: true, number };
  const message = said.message();
  // "đúng nhưng trễ là 3", "có lỗi": what is confirmed must be confirmed whole
  if (kind === 'confirm' && answer === 'yes' && rest !== '') {
    return { ...message, doubts: [...(message.doubts ?? []), { reason: 'not_understood' }] };
  }
  // "xong hết rồi" is a yes, not a remainder to be computed
  const doubts: Doubt[] =
    message.doubts?.filter((doubt) => doubt.reason !== 'rest_unknown' && doubt.reason !== 'no_data') ?? [];
  const { date, doubt } = answer === 'yes' ? heldOn(said, rest, message) : {};
  if (doubt !== undefined) doubts.push(doubt);
  return { ...message, doubts, ...(date !== undefined && { date }), yes: answer === 'yes' };
}

/** "có, 2 hs", "đúng, 0". "đúng là 2" may correct what was to be confirmed, so there a comma is needed. */
function numberAfterYes({ source }: Said, rest: string, kind: 'yes_no' | 'confirm'): number | undefined {
  if (rest === '') return undefined;
  const tokens = tokenise(rest);
  if (tokens.length > ANSWER_TOKENS_MAX) return undefined;
  const count = countOf(tokens);
  const before = source.slice(0, source.lastIndexOf(rest)).trimEnd();
  return count.kind === 'count' && (kind === 'yes_no' || /[,;.]$/.test(before)) ? count.value : undefined;
}

/** "rồi, ngày 17/9" where it was asked whether the audit was held; of "rồi, 31/9" the day is asked again. */
function heldOn({ ask, today }: Said, rest: string, message: Found): { date?: IsoDate; doubt?: Doubt } {
  const dated = Object.keys(message.dates ?? {}).length > 0 || message.doubts?.some((doubt) => 'ask' in doubt);
  if (ask !== 'audit_done' || dated) return {};
  const tokens = message.citations?.length ? besideDocuments(rest, tokenise(rest), today) : tokenise(rest);
  return datedOr(dateOf(withoutDenied(tokens, today, 'kept'), today), 'audit_date');
}

/** Nothing was asked: a message that is only a number, a date or a yes is kept as that. */
function bareMessage(said: Said): Found | undefined {
  const { tokens, source, today } = said;
  const nothing = nothingIn(tokens);
  if (nothing !== undefined) return { nothing, ...(nothing === 'no_data' && { doubts: [{ reason: 'no_data' }] }) };
  const yesNo = yesNoIn(tokens, source);
  if (yesNo.rest === '' && yesNo.answer !== 'none') {
    return yesNo.answer === 'seen' ? { doubts: [{ reason: 'seen' }] } : { yes: yesNo.answer === 'yes' };
  }
  const message = said.message();
  if (saysMore(message)) return message;
  const count = countOf(tokens);
  if (count.kind === 'count') return { number: count.value };
  const percent = source.includes('%') ? percentOf(tokens) : undefined;
  if (percent?.kind === 'percent') return { number: percent.value };
  const date = dateOf(tokens, today);
  if (date.kind === 'none' || date.kind === 'month') return numbered(count, said) ?? message;
  if (!onlyDate(tokens, said)) return message;
  if (date.kind === 'future') return { ...message, doubts: [], date: date.date };
  const dated = datedOr(date);
  return {
    ...message,
    ...(dated.date !== undefined && { date: dated.date }),
    doubts: dated.doubt === undefined ? [] : [dated.doubt],
  };
}

/** The message speaks of figures, events or documents, so that a number or a date in it is theirs. */
function saysMore(message: Found): boolean {
  const facts = { ...message.figures, ...message.dates, ...message.reported };
  const events = message.auditDone ?? message.correctiveActionDone ?? message.managementReviewDone;
  const doubted = message.doubts?.some(
    (doubt) => ('ask' in doubt && doubt.ask !== undefined) || ('candidates' in doubt && doubt.candidates.length > 0),
  );
  return Object.keys(facts).length + (message.citations?.length ?? 0) > 0 || events !== undefined || doubted === true;
}

const BESIDE_DATE = ['ngay', 'vao', 'la', 'luc', 'thu', 'hom', 'roi', 'trong', 'dung', 'va'];

/** Nothing is said beside the date but polite and linking words. */
function onlyDate(tokens: readonly Token[], { today }: Said): boolean {
  const spans = datesIn(tokens, { today, asked: true });
  const beside = tokens.filter((_, at) => !spans.some(({ start, next }) => at >= start && at < next));
  return withoutPoliteness(beside).every((token) => isWord(token, ...BESIDE_DATE));
}
