/**
 * Items gathered into clauses: what stands between two separators, as an alternating row of label groups and numbers
 * with the words that colour them (không, hết, còn lại, khoảng …). Pairing labels with numbers is `pairing`'s work.
 */
import { asksBack, isCutOff, isDaily, isDocument } from './circumstance.ts';
import type { Item, Row } from './item.ts';
import type { NumberSpan } from './number-at.ts';
import { countsDossiers, opensList, sameFamily } from './target.ts';
import { isWord, type Token } from './text.ts';
import type { Feature } from './vocabulary.ts';

export interface Group {
  kind: 'group';
  features: Feature[];
}

export interface Figure {
  kind: 'figure';
  span: NumberSpan;
  /** khoảng, ~, dự kiến */
  vague: boolean;
  negative: boolean;
  /** An unknown word stands beside it, so that it may count something else. */
  odd: boolean;
  /** Where the words begin that make it a plan, a guess or another time's: "hôm nay nhận 5". */
  planned?: number;
  /** A unit of dossiers follows. */
  unit: boolean;
  start: number;
  next: number;
}

export interface Clause {
  parts: (Group | Figure)[];
  none: boolean;
  unknown: boolean;
  all: boolean;
  rest: boolean;
  question: boolean;
  mistake: boolean;
  /** It opens with "trong đó": part of what the clause before counted. */
  within: boolean;
  /** It says "tổng". */
  sum: boolean;
  /** A colon stands after its first label. */
  heading: boolean;
  /** It holds words nobody here knows. */
  strange: boolean;
  /** A rate stood here ("99%"), in place of a count. */
  rate: boolean;
  /** It says "gần như", "đa số": neither all nor none. */
  hedge: boolean;
  /** It opens with "tính cả". */
  counting: boolean;
  /** The sign that ended it. */
  end: string;
}

const newClause = (within: boolean): Clause => ({
  parts: [],
  none: false,
  unknown: false,
  all: false,
  rest: false,
  question: false,
  mistake: false,
  within,
  heading: false,
  strange: false,
  sum: false,
  rate: false,
  hedge: false,
  counting: false,
  end: '',
});

export const groupsOf = (clause: Clause): Group[] => clause.parts.filter((part) => part.kind === 'group');
export const figuresOf = (clause: Clause): Figure[] => clause.parts.filter((part) => part.kind === 'figure');

const isProcedures = (features: readonly Feature[]): boolean => features.length === 1 && features[0] === 'procedures';

/** Gathers a clause item by item; what colours the next number is kept until it comes. */
class Gathering {
  readonly done: Clause[] = [];
  clause = newClause(false);
  vague = false;
  measure = false;
  /** Where "dự kiến" and its like stood. */
  plan: number | undefined;
  strange = false;
  /** The last thing was a number (perhaps with its unit), so that the next word may say what it counts. */
  beside = false;
  /** An "và" since the last part. */
  and = false;
  /** A colon stood after the first label. */
  colon = false;
  /** "có" stood before the first label: with "không" at the end it asks. */
  have = false;

  close(end: string, within = false): void {
    this.clause.end = end;
    this.done.push(this.clause);
    this.clause = newClause(within);
    this.plan = undefined;
    this.vague = this.measure = this.strange = this.beside = this.and = this.have = this.colon = false;
  }

  group(features: readonly Feature[]): void {
    const { clause } = this;
    // "hồ sơ tthc tiếp nhận 215": here too the procedures are only what is counted
    const before = clause.parts.at(-1);
    if (before?.kind === 'group' && isProcedures(before.features) && countsDossiers(features)) clause.parts.pop();
    const last = clause.parts.at(-1);
    const unit = isProcedures(features);
    if (unit && groupsOf(clause).some((group) => countsDossiers(group.features) || group.features.includes('total'))) {
      if (this.justSaid !== undefined) this.justSaid.unit = true;
      return;
    }
    if (last?.kind === 'group' && this.colon && !opensList(last.features, features)) {
      // "trực tuyến: tổng số đã tiếp nhận 2217": what stood before the colon was a title
      this.close(':');
      this.clause.parts.push({ kind: 'group', features: [...features] });
    } else if (last?.kind === 'group' && !this.strange && sameFamily(last.features, features)) {
      if (this.colon) clause.heading = true;
      last.features.push(...features.filter((feature) => !last.features.includes(feature)));
    } else clause.parts.push({ kind: 'group', features: [...features] });
    this.beside = this.strange = this.and = this.colon = false;
  }

  figure(item: Extract<Item, { kind: 'number' }>): void {
    const { span, negative, start, next } = item;
    if (span.percent === true) {
      if (!this.measure) this.clause[span.decimal === 100 ? 'all' : 'rate'] = true;
    } else if (!this.measure) {
      const odd = this.strange && this.clause.parts.at(-1)?.kind === 'group';
      const { plan } = this;
      const vague = this.vague || plan !== undefined;
      const planned = plan === undefined ? {} : { planned: plan };
      this.clause.parts.push({ kind: 'figure', span, vague, negative, odd, ...planned, unit: false, start, next });
      this.beside = true;
    }
    this.vague = this.measure = this.strange = this.and = this.colon = false;
  }

  /** The number just said, if nothing but its unit has been said since. */
  get justSaid(): Figure | undefined {
    const last = this.clause.parts.at(-1);
    return this.beside && last?.kind === 'figure' ? last : undefined;
  }
}

/** Splits a row into clauses. */
export function clausesOf({ items }: Row, tokens: readonly Token[]): Clause[] {
  const gathering = new Gathering();
  items.forEach((item, index) => {
    take(gathering, item, items[index + 1], tokens);
  });
  gathering.close('');
  return gathering.done.filter(
    (clause) => clause.parts.length > 0 || clause.rest || clause.all || clause.unknown || clause.none,
  );
}

function take(gathering: Gathering, item: Item, next: Item | undefined, tokens: readonly Token[]): void {
  const { clause } = gathering;
  switch (item.kind) {
    case 'label':
      if (gathering.and && figuresOf(clause).length > 0 && groupsOf(clause).length > 0 && next?.kind === 'number')
        gathering.close('và');
      gathering.group(item.features);
      return;
    case 'number':
      if (gathering.and && figuresOf(clause).length > 0 && groupsOf(clause).length > 0) gathering.close('và');
      gathering.figure(item);
      return;
    case 'separator':
      if (gathering.justSaid && isCutOff(item, next, tokens)) gathering.justSaid.vague = true;
      // what stands in brackets is part of what was said before them
      gathering.close(item.sign, item.sign === '(');
      return;
    case 'break':
      gathering.close('nhưng');
      return;
    case 'within':
      gathering.close('trong đó', true);
      return;
    case 'counting':
      gathering.close('tính cả', true);
      gathering.clause.counting = true;
      return;
    case 'and':
      // "215/" may have lost its other half
      if (tokens[item.start]?.base === '/' && gathering.justSaid?.unit === false) gathering.justSaid.odd = true;
      gathering.and = true;
      return;
    case 'link':
      if (tokens[item.start]?.base === ':' && figuresOf(clause).length === 0) gathering.colon = true;
      // "hôm nay nhận 5 hs": a day's work, not a month's
      if (next?.kind === 'label' && countsDossiers(next.features) && isDaily(tokens[item.start], tokens[item.next - 1]))
        gathering.plan = item.start;
      gathering.beside = false;
      return;
    default:
      colour(gathering, item, next, tokens);
  }
}

function colour(gathering: Gathering, item: Item, next: Item | undefined, tokens: readonly Token[]): void {
  const { clause } = gathering;
  const said = gathering.justSaid;
  switch (item.kind) {
    case 'none':
    case 'unknown':
      denied(gathering, item, next, tokens);
      return;
    case 'all':
    case 'rest':
    case 'sum':
    case 'question':
    case 'mistake':
    case 'hedge':
      clause[item.kind] = true;
      return;
    case 'unit':
      if (said !== undefined) said.unit = true;
      return;
    case 'foreign':
      // "3 ngày", "2 đơn vị": counts of something else
      if (said !== undefined && !said.unit) clause.parts.pop();
      // "nhận văn bản số 165": the number is its name
      if (said === undefined && isDocument(tokens, item)) gathering.measure = true;
      gathering.beside = false;
      return;
    case 'measure':
      gathering.measure = true;
      return;
    case 'vague':
      // "208 trên 210"
      if (said !== undefined && next?.kind === 'number' && isWord(tokens[item.start], 'tren')) gathering.close('trên');
      else if (said !== undefined && next?.kind !== 'number') said.vague = true;
      else gathering.vague = true;
      return;
    case 'plan':
      gathering.plan = item.start;
      return;
    case 'function':
      if (isWord(tokens[item.start], 'co')) gathering.have = true;
      gathering.beside = false;
      return;
    case 'other':
      if (said !== undefined) said.odd = true;
      else if (!gathering.strange) compound(clause);
      gathering.strange = clause.strange = true;
      gathering.vague = false;
      return;
    default:
      // "k có hs nào quá hạn trong 210 hs đã gq"
      if (isWord(tokens[item.start], 'trong') && (next?.kind === 'number' || isWord(tokens[item.next], 'tong', 'so'))) {
        if (clause.parts.length > 0) gathering.close('trong');
        else clause.heading = true;
      }
  }
}

/** "không", "chưa có": none of what is named, or nobody knows. */
function denied(
  gathering: Gathering,
  item: { kind: 'none' | 'unknown'; start: number; next: number },
  next: Item | undefined,
  tokens: readonly Token[],
): void {
  const { clause, justSaid: said } = gathering;
  // "lỗi không xem được": what cannot be done is no count
  if (item.kind === 'none' && next?.kind === 'other' && said === undefined && groupsOf(clause).length > 0) {
    clause.strange = gathering.strange = true;
    return;
  }
  if (figuresOf(clause).length > 0 && item.kind === 'unknown' && asksBack(item, tokens)) {
    clause.question = true;
    return;
  }
  if (figuresOf(clause).length > 0) gathering.close('');
  if (item.kind === 'none' && gathering.have && groupsOf(clause).length > 0) gathering.clause.question = true;
  gathering.clause[item.kind] = true;
  gathering.beside = false;
}

/** "5 nhận xét": an unknown word right after a label makes another word of it, and its number is not sure. */
function compound({ parts }: Clause): void {
  const [figure, group] = parts.slice(-2);
  if (figure?.kind === 'figure' && group?.kind === 'group' && parts.length === 2) figure.odd = true;
}
