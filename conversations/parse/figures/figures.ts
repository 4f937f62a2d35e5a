/**
 * Whole sentences that name figures, in any order, label before or after number. What a clause says for certain is
 * stated; a number that could belong to two figures, or is not written as a count, becomes a doubt with its
 * candidates. Nothing accepted is a guess.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { INDICATORS, type IndicatorName } from '../../../domain/indicator.ts';
import type { Month } from '../date/period.ts';
import type { Doubt } from '../doubt.ts';
import type { Token } from '../text.ts';
import { clausesOf } from './clause.ts';
import { type Figures, familyOf } from './family.ts';
import { corrected, isOfCorrected } from './findings.ts';
import { type Clause, type Figure, figuresOf, type Group, groupsOf } from './gathering.ts';
import { hesitate, withBracketed, withHanging } from './hesitation.ts';
import { itemsOf, type Masked } from './item.ts';
import { Ledger } from './ledger.ts';
import { type Pair, pair } from './pairing.ts';
import { isPendingLate } from './pending-late.ts';
import { looseNumber, namesOf, QUALITIES, type Reader, sure, targetIn, uncertain } from './reader.ts';
import { restInTime, restNumber, sumNumber } from './rest.ts';
import type { Feature } from './sense.ts';
import { withStretched } from './stretched.ts';
import { type Scene, type Stage, stageOf } from './target.ts';
import { readWords } from './wordless.ts';

export interface FiguresReading {
  figures: Figures;
  doubts: Doubt[];
  month?: Month;
}

export interface FiguresContext {
  today: IsoDate;
  asked?: IndicatorName;
  masked?: readonly Masked[];
}

/** Reads the figures of a message. */
export function readFigures(tokens: readonly Token[], context: FiguresContext): FiguresReading {
  const row = itemsOf(tokens, context.today, context.masked);
  const clauses = stacked(clausesOf(row, tokens));
  hesitate(clauses, tokens);
  withStretched(clauses, tokens);
  withHanging(clauses);
  withBracketed(clauses);
  const asked = context.asked;
  const features = new Set(clauses.flatMap(groupsOf).flatMap((group) => group.features));
  const procedures = speaksOfProcedures(features);
  const scene: Scene = { stage: undefined, procedures, carried: features.has('carried'), training: false, asked };
  const reader: Reader = {
    tokens,
    ledger: new Ledger(),
    scene,
    within: false,
    inPart: undefined,
    behind: [],
    stocked: undefined,
    among: false,
    mistaken: clauses.some((clause) => clause.mistake),
    quarterly: row.quarterly === true,
  };
  clauses.forEach((clause, index) => {
    readClause(reader, clause, clauses[index - 1]);
  });
  reader.ledger.settle();
  const { figures, doubts } = reader.ledger;
  const [month, other] = row.months;
  if (other !== undefined && Object.keys(figures).length > 0) {
    // figures of two months in one message cannot be told apart
    return { figures: {}, doubts: [...doubts, { reason: 'which_month', months: row.months }] };
  }
  return { figures, doubts, ...(month !== undefined && { month }) };
}

function speaksOfProcedures(features: ReadonlySet<Feature>): boolean {
  const changes = (['new', 'repealed', 'amended'] as const).filter((feature) => features.has(feature));
  return features.has('procedures') || changes.length > 1;
}

/** A label on one line and its number on the next, all the way down, are joined into clauses of both. */
function stacked(clauses: readonly Clause[]): Clause[] {
  const labels = clauses.filter((_, index) => index % 2 === 0);
  const numbers = clauses.filter((_, index) => index % 2 === 1);
  const paired =
    labels.length === numbers.length &&
    labels.length > 0 &&
    labels.every((clause) => groupsOf(clause).length === 1 && clause.parts.length === 1 && clause.end === '\n') &&
    numbers.every((clause) => figuresOf(clause).length === 1 && clause.parts.length === 1);
  if (!paired) return [...clauses];
  return labels.map((clause, index) => ({
    ...clause,
    parts: [...clause.parts, ...(numbers[index]?.parts ?? [])],
    end: '\n',
  }));
}

function readClause(reader: Reader, clause: Clause, before: Clause | undefined): void {
  if (clause.within) openPart(reader, clause, before);
  reader.within = clause.within || (reader.within && !startsAnew(clause, reader.scene.stage));
  if (!reader.within) {
    reader.among = false;
    reader.stocked = undefined;
  }
  if (!reader.within && reader.inPart !== 'held') reader.inPart = undefined;
  if (figuresOf(clause).length > 0) readNumbers(reader, clause, before === undefined);
  else {
    if (!clause.reason) readWords(reader, clause);
    reader.behind = [];
  }
  for (const { features } of groupsOf(clause)) moveOn(reader, features);
  if (groupsOf(clause).length > 0) reader.scene.training = isTraining(groupsOf(clause));
  if (clause.end === ')') reader.within = false;
  if ([')', ';', '\n'].includes(clause.end)) reader.inPart = undefined;
}

/** "trễ 3 (đã trả 2": all of the bracket is told of those three; so is what goes on from "trễ 3, trong đó đã trả 2". */
function openPart(reader: Reader, clause: Clause, before: Clause | undefined): void {
  const part = before !== undefined && isPart(groupsOf(before).at(-1));
  const [own] = groupsOf(clause);
  const held = before?.end === '(' || (own !== undefined && stageOf(own.features) !== undefined && !isPart(own));
  reader.among = before?.end !== '(';
  reader.stocked = before && STOCKS.find((one) => groupsOf(before).at(-1)?.features.includes(one));
  reader.inPart = part ? (held ? 'held' : 'begun') : undefined;
}

const STOCKS: Feature[] = ['carried', 'stock'];

/** "tập huấn: 1 lớp", "mở 1 lớp"; of people alone nobody knows what they did. */
const isTraining = (groups: readonly Group[]): boolean =>
  groups.some(({ features }) => features.includes('training') || features.includes('course'));

const isPart = (group: Group | undefined): boolean =>
  group?.features.some((feature) => QUALITIES.includes(feature)) === true;

/** The talk is now of this stage; parts told within another one do not change it. */
function moveOn({ scene, within }: Reader, features: readonly Feature[]): void {
  const stage = stageOf(features);
  if (stage !== undefined && (scene.stage === undefined || !within)) scene.stage = stage;
}

/** A clause that names another stage outright leaves the parts of the one before. */
function startsAnew(clause: Clause, stage: Stage | undefined): boolean {
  const [group] = groupsOf(clause);
  const own = group === undefined ? undefined : stageOf(group.features);
  return own !== undefined && own !== stage;
}

function readNumbers(reader: Reader, clause: Clause, first: boolean): void {
  const [only, more] = figuresOf(clause);
  const { scene } = reader;
  if (groupsOf(clause).length === 0) {
    if (clause.rest && only !== undefined && more === undefined) restNumber(reader, only);
    else if (clause.sum && only !== undefined && more === undefined && sure(only) && scene.asked === undefined) {
      sumNumber(reader, only);
    } else
      for (const figure of figuresOf(clause))
        bare(reader, figure, first && more === undefined && !clause.strange && !clause.none && !clause.question);
    return;
  }
  const { pairs, loose } = pair(clause, reader.tokens);
  for (const [index, each] of pairs.entries()) {
    if (clause.none || clause.unknown) looseNumber(reader, each.figure, [each.features]);
    else if (clause.question) place(reader, each.features, { ...each.figure, vague: true }, clause);
    else if (isOfCorrected(reader, each)) corrected(reader, each);
    else if (isOpeningLate(each, pairs[index - 1])) looseNumber(reader, each.figure, [['still', 'late']]);
    else if (clause.rest && each.features.join() === 'in_time') restInTime(reader, each.figure);
    else if (each.of !== undefined) among(reader, each, each.of);
    else if (!(clause.all && !clause.rest && allOf(reader, each, clause)))
      place(reader, each.features, each.figure, clause);
    moveOn(reader, each.features);
    // "còn" and "trong hạn" make "pending" of a pair; what was typed is wanted
    reader.behind = pairs.length > 1 ? each.features : groupsOf(clause).flatMap((group) => group.features);
    if (clause.heading) reader.within = true;
  }
  for (const { figure, near } of loose) looseNumber(reader, figure, near);
}

/** A number without a label: the answer to what was asked, if it comes first; otherwise nobody's. */
function bare(reader: Reader, figure: Figure, first: boolean): void {
  const { asked } = reader.scene;
  const alone = first && !reader.mistaken && !reader.quarterly;
  if (alone && asked !== undefined && INDICATORS[asked].kind === 'count' && sure(figure)) {
    reader.ledger.state(asked, figure.span.value ?? 0);
    reader.scene.stage ??= stageOf(stageFeature(asked));
  } else if (!(figure.odd && figure.span.doubt === undefined && figure.span.words)) looseNumber(reader, figure, []);
}

/** The stage a figure belongs to, as a feature. */
function stageFeature(name: IndicatorName): Feature[] {
  if (name.startsWith('received')) return ['receive'];
  if (name.startsWith('resolved')) return ['resolve'];
  return name.startsWith('pending') ? ['pending'] : [];
}

/** "tồn đầu kỳ 5 quá hạn 2": of those five, or of what was resolved since. */
const isOpeningLate = ({ features, figure }: Pair, before: Pair | undefined): boolean => {
  const value = figure.span.value ?? 0;
  const carried = before?.features.includes('carried') === true ? (before.figure.span.value ?? 0) : 0;
  return features.join() === 'late' && value > 0 && value <= carried;
};

const WHOLES: IndicatorName[] = ['received', 'resolved', 'pending_total'];

/** Lays a number down for the figure its label names. */
function place(reader: Reader, features: readonly Feature[], figure: Figure, { within, sum, counting }: Clause): void {
  const { ledger } = reader;
  const value = figure.span.value ?? 0;
  const target = targetIn(reader, isPendingLate(reader, features, value) ? ['pending', ...features] : features);
  const [name] = namesOf(target);
  if (target.kind === 'ignored') return;
  // "0 kph": none of either grade
  if (value === 0 && features.join() === 'nonconformity' && sure(figure)) {
    for (const grade of namesOf(target)) ledger.state(grade, 0);
    return;
  }
  // "tổng 163 thủ tục"
  if (name === 'procedures_total' && features.includes('unchanged') && sure(figure)) ledger.unchanged();
  if (sum && features.join() === 'procedures' && sure(figure)) {
    ledger.state('procedures_total', value);
    return;
  }
  if ((counting || reader.among) && name === 'carried_over') {
    // "nhận 215, tính cả cũ là 227": the whole of it, and not what was carried over
    if (value > (ledger.figures.received ?? value)) {
      looseNumber(reader, figure, [[...features]]);
      return;
    }
    ledger.includes('received', value);
  }
  if (figure.span.parts !== undefined && name !== undefined) ratio(reader, figure, name);
  else if (figure.odd && figure.span.value !== undefined) looseNumber(reader, figure, [[...features]]);
  else if (!sure(figure)) uncertain(reader, figure, name ?? 'received');
  else if (target.kind === 'which') ledger.open(target.names, value);
  else if (target.kind === 'merged') ledger.merged(target.names, value);
  else if (target.kind === 'th') ledger.th(value);
  else if (target.kind === 'stock') ledger.stock(value);
  // "trễ 3 (đã trả 2, chưa trả 1)": of those that are late, and not of all
  else if (reader.inPart !== undefined && WHOLES.includes(target.name)) looseNumber(reader, figure, [[...features]]);
  else if (reader.mistaken) ledger.doubt({ reason: 'which_figure', candidates: [target.name], value });
  else if (target.name === 'received' && sum && reader.scene.carried) ledger.open(['received'], value);
  else if (target.name === 'received_direct') ledger.direct(value, [...features], within);
  else ledger.state(target.name, value);
}

/** Both sides of "208/210", where nothing puts them in question and the part is no greater than its whole. */
function sidesOf({ span, vague, odd, negative }: Figure): { part: number; whole: number } | undefined {
  const [part, whole, more] = span.parts ?? [];
  if (part === undefined || whole === undefined || more !== undefined || part > whole) return undefined;
  return vague || odd || negative ? undefined : { part, whole };
}

/** "đúng hạn 208/210": the part is said, and the whole might be of what was received or of what was resolved. */
function ratio(reader: Reader, figure: Figure, name: IndicatorName): void {
  const sides = sidesOf(figure);
  // "150/215 hồ sơ tiếp nhận": what was received is the greater side, and nobody says what the lesser one is
  if (sides === undefined || (name === 'received' && sides.part !== sides.whole)) {
    uncertain(reader, figure, name);
    return;
  }
  const { part, whole } = sides;
  reader.ledger.state(name, part);
  const family = familyOf(name);
  const known = family && reader.ledger.figures[family.whole];
  if (known !== whole && !(name === 'resolved' && part === whole))
    reader.ledger.doubt({ reason: 'which_figure', candidates: family ? [family.whole] : [name], value: whole });
}

/** "trực tuyến 150/215 hồ sơ tiếp nhận": the part and the whole are both named. */
function among(reader: Reader, { features, figure }: Pair, of: readonly Feature[]): void {
  const sides = sidesOf(figure);
  const name = targetIn(reader, features);
  const total = targetIn(reader, of);
  if (sides === undefined || name.kind !== 'figure' || total.kind !== 'figure') {
    uncertain(reader, figure, namesOf(name)[0] ?? 'received');
    return;
  }
  reader.ledger.state(name.name, sides.part);
  reader.ledger.state(total.name, sides.whole);
}

/** "đã gq 817 đúng hạn hết": the whole, its part, and nothing else. @returns false where "hết" says nothing of it */
function allOf(reader: Reader, { features, figure, whole }: Pair, clause: Clause): boolean {
  const qualities = features.filter((feature) => QUALITIES.includes(feature));
  if (qualities.length === 0 || !sure(figure)) return false;
  const value = figure.span.value ?? 0;
  const target = targetIn(reader, features);
  if (whole !== undefined && stageOf(whole) !== undefined && !whole.some((feature) => QUALITIES.includes(feature))) {
    place(reader, whole, figure, clause);
    // "tất cả 99 hồ sơ đã giải quyết đều trước hạn"
  } else if (whole === undefined && features.includes('resolve')) place(reader, ['resolve'], figure, clause);
  if (target.kind === 'figure') reader.ledger.all(target.name, value);
  else if (target.kind === 'merged') {
    reader.ledger.merged(target.names, value);
    reader.ledger.state('resolved_late', 0);
  } else return false;
  return true;
}
