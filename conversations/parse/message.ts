/**
 * A whole message read for everything it says: documents first, since their numbers and dates are nobody else's,
 * then events with their dates, then figures.
 */
import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/date.ts';
import { INDICATORS, type IndicatorName, isIndicator } from '../../domain/indicator.ts';
import type { AnswerKind, Ask } from './ask.ts';
import { locateCitations } from './citation/locate.ts';
import { citationText } from './citation/text.ts';
import { datedOr } from './date/date-doubt.ts';
import { withoutDenied } from './date/denied-date.ts';
import type { Doubt } from './doubt.ts';
import { type EventName, readEvents } from './event.ts';
import { comparedNumbers } from './figures/comparison.ts';
import { readFigures } from './figures/figures.ts';
import { endsOf, type Masked } from './figures/item.ts';
import { withColumnsAsLines } from './figures/table.ts';
import { deniedNumbers } from './number/denied-number.ts';
import { pointsSaid } from './report/points.ts';
import { readReported } from './report/reported.ts';
import type { Token } from './text.ts';
import type { Found } from './understand.ts';

const DATES = {
  audit: 'audit_date',
  correction: 'corrective_action_date',
  review: 'management_review_date',
} as const satisfies Record<EventName, IndicatorName>;

export interface MessageContext {
  today: IsoDate;
  ask: Ask | undefined;
  kind: AnswerKind;
}

/** Reads everything a message says beyond a bare answer. `typed` are the tokens of `source`, which is normalised. */
export function readMessage(source: string, typed: readonly Token[], context: MessageContext): Found {
  const counting = context.kind === 'count' || context.kind === 'percent';
  const text = citationText(source);
  const located = locateCitations(text, context.today).filter(
    ({ citation }) => !counting || isSurelyDocument(citation),
  );
  const points = pointsSaid(text);
  // what is found by its place in the text would be lost among turned columns
  const tokens = located.length + points.length > 0 ? typed : withColumnsAsLines(source, typed);
  const documents = located.map(({ start, end }) => withListNumber(tokens, spanned(tokens, start, end)));
  const masked = [...documents, ...points.map(({ start, end }) => spanned(tokens, start, end))];
  const asked = countAsked(context.ask, context.kind);
  const report = readReported(tokens, endsOf(masked, tokens.length), points);
  const uncounted = [...masked, ...report.masked, ...deniedNumbers(tokens), ...comparedNumbers(tokens, context.today)];
  const read = readFigures(tokens, { today: context.today, masked: uncounted, ...(asked !== undefined && { asked }) });
  const found: Found = {
    figures: { ...report.figures, ...read.figures },
    reported: report.reported,
    dates: {},
    doubts: [...read.doubts],
    // one named inside another's subject is part of what that one is about
    citations: located.flatMap(({ citation, denied, inside }) => (denied || inside ? [] : [citation])),
    ...(read.month !== undefined && { month: read.month }),
  };
  return withEvents(found, tokens, context, masked);
}

/** Where a number is asked for, "kế hoạch 45" may be one; "kế hoạch số 45" is a document's. */
const isSurelyDocument = ({ symbol, year_in_code: year, date, raw }: Citation): boolean =>
  symbol !== null || year !== null || date !== null || /(?<!\p{L})s[ốo](?!\p{L})/iu.test(raw);

/** The tokens of a message that stand in none of its documents. */
export function besideDocuments(source: string, tokens: readonly Token[], today: IsoDate): Token[] {
  const located = locateCitations(citationText(source), today);
  const ends = endsOf(
    located.map(({ start, end }) => spanned(tokens, start, end)),
    tokens.length,
  );
  return tokens.filter((_, at) => (ends[at] ?? 0) <= at);
}

function countAsked(ask: Ask | undefined, kind: AnswerKind): IndicatorName | undefined {
  return kind === 'count' && ask !== undefined && isIndicator(ask) && INDICATORS[ask].kind === 'count'
    ? ask
    : undefined;
}

function spanned(tokens: readonly Token[], start: number, end: number): Masked {
  return {
    from: firstWhere(tokens, (token) => token.end > start),
    to: firstWhere(tokens, (token) => token.start >= end),
  };
}

/** "văn bản: 1. Quyết định số 14/QĐ-UBND …; 2) Kế hoạch số 20/KH-UBND …": the number of a list is none of ours either. */
function withListNumber(tokens: readonly Token[], { from, to }: Masked): Masked {
  const [before, digits, sign] = [tokens[from - 3], tokens[from - 2], tokens[from - 1]];
  const listed = digits?.kind === 'digits' && digits.raw.length < 3 && (sign?.base === '.' || sign?.base === ')');
  const opens = before === undefined || before.kind === 'line' || [':', ';', ',', '.'].includes(before.base);
  return { from: listed && opens ? from - 2 : from, to };
}

/** Index of the first token that is behind a place, or their number; by halves, since tokens stand in order. */
function firstWhere(tokens: readonly Token[], behind: (token: Token) => boolean): number {
  let from = 0;
  let to = tokens.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const token = tokens[middle];
    if (token !== undefined && behind(token)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function withEvents(found: Found, tokens: readonly Token[], context: MessageContext, masked: readonly Masked[]): Found {
  const dates = { ...found.dates };
  const doubts: Doubt[] = [...(found.doubts ?? [])];
  const events = readEvents(withoutDenied(tokens, context.today, 'blanked'), context.today, masked);
  const all: Found = { ...found, dates, doubts };
  for (const { name, done, date } of events) {
    const settled = datedOr(date, DATES[name]);
    if (settled.date !== undefined) dates[DATES[name]] = settled.date;
    if (settled.doubt !== undefined) doubts.push(settled.doubt);
    if (done === undefined) continue;
    if (name === 'audit') all.auditDone = done;
    else if (name === 'correction') all.correctiveActionDone = done;
    else all.managementReviewDone = done;
  }
  return all;
}
