/**
 * A clause while it is gathered item by item: its labels and numbers, and what has been said that colours the next one.
 * `clause` decides what each item does to it.
 */

import type { NumberSpan } from '../number/number-at.ts';
import type { Item } from './item.ts';
import type { Feature } from './sense.ts';
import { countsDossiers, opensList, sameFamily } from './target.ts';

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
  /** "thêm" stands before it, and no label: "thêm 7 thủ tục". */
  added?: true;
  /** A unit of dossiers follows. */
  unit: boolean;
  start: number;
  next: number;
}

export interface Clause {
  parts: (Group | Figure)[];
  none: boolean;
  unknown: boolean;
  /** A bare "không" opens it and nothing is counted: "không kịp", "không giải quyết được" deny the deed, and count nothing. */
  undone: boolean;
  all: boolean;
  rest: boolean;
  question: boolean;
  mistake: boolean;
  /** It opens with "trong đó": part of what the clause before counted. */
  within: boolean;
  /** It says "tổng", or tells how many procedures there are now. */
  sum: boolean;
  /** It says "hiện", "hiện nay". */
  standing: boolean;
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
  /** It tells why ("do công dân chưa bổ sung"), and so no figure unless it counts. */
  reason: boolean;
  /** The sign that ended it. */
  end: string;
}

const newClause = (within: boolean): Clause => ({
  parts: [],
  none: false,
  unknown: false,
  undone: false,
  all: false,
  rest: false,
  question: false,
  mistake: false,
  within,
  heading: false,
  strange: false,
  sum: false,
  standing: false,
  rate: false,
  hedge: false,
  counting: false,
  reason: false,
  end: '',
});

export const groupsOf = (clause: Clause): Group[] => clause.parts.filter((part) => part.kind === 'group');
export const figuresOf = (clause: Clause): Figure[] => clause.parts.filter((part) => part.kind === 'figure');

export const isProcedures = (features: readonly Feature[]): boolean =>
  features.length === 1 && features[0] === 'procedures';

const TIMED: Feature[] = ['early', 'on_time', 'late', 'in_time'];

/** "nhận 57 trả 57 đúng hạn hết": the "hết" is of the last number, which has a label on either side; two clauses. */
export function withOwnAll(clause: Clause): Clause[] {
  const { parts } = clause;
  const [before, last] = [parts.at(-3), parts.at(-1)];
  const alternate = parts.every(({ kind }, at) => kind === (at % 2 === 0 ? 'group' : 'figure'));
  if (!clause.all || parts.length < OWN_ALL_PARTS_MIN || !alternate) return [clause];
  if (before?.kind !== 'group' || before.features.join() !== 'resolve' || last?.kind !== 'group') return [clause];
  if (!last.features.every((one) => TIMED.includes(one))) return [clause];
  return [
    { ...clause, parts: parts.slice(0, -3), all: false, end: '' },
    { ...clause, parts: parts.slice(-3), heading: false },
  ];
}

/** A label and its number before those three. */
const OWN_ALL_PARTS_MIN = 5;

/** Gathers a clause item by item; what colours the next number is kept until it comes. */
export class Gathering {
  readonly done: Clause[] = [];
  clause = newClause(false);
  vague = false;
  /** The vague word is "thêm", and opens the clause. */
  added = false;
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
  /** A word of place or of ground ("ở", "theo") stands behind the label, so that what follows tells where or why. */
  tail = false;
  /** "có" stood before the first label: with "không" at the end it asks. */
  have = false;
  /** A label began with "còn": with a lone "không" behind it it asks as well. */
  still = false;

  close(end: string, within = false): void {
    this.clause.end = end;
    this.done.push(this.clause);
    this.clause = newClause(within);
    this.plan = undefined;
    this.added =
      this.vague =
      this.measure =
      this.strange =
      this.beside =
      this.and =
      this.have =
      this.still =
      this.tail =
      this.colon =
        false;
  }

  group(features: readonly Feature[]): void {
    const { clause } = this;
    // "hồ sơ tthc tiếp nhận 215": here too the procedures are only what is counted
    const before = clause.parts.at(-1);
    const popped = before?.kind === 'group' && isProcedures(before.features) && countsDossiers(features);
    if (popped) clause.parts.pop();
    // "bộ thủ tục còn 160", "thủ tục phát sinh 49": of procedures, or of their dossiers
    const left = popped && (features.join() === 'still' || features.join() === 'generated');
    const last = clause.parts.at(-1);
    const unit = isProcedures(features);
    // "bộ TTHC hiện có 412 thủ tục": the second names the first again
    const again = (one: Group): boolean => isProcedures(one.features) && last?.kind === 'figure' && this.beside;
    if (
      unit &&
      groupsOf(clause).some(
        (group) => countsDossiers(group.features) || group.features.includes('total') || again(group),
      )
    ) {
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
    this.beside = this.and = this.tail = this.colon = false;
    this.strange = left;
  }

  figure(item: Extract<Item, { kind: 'number' }>): void {
    const { span, negative, start, next } = item;
    if (span.percent === true) {
      // "tỷ lệ đúng hạn hơn 99%": no rate that could be kept
      if (!this.measure || this.vague) {
        this.rated();
        this.clause[span.decimal === 100 && !this.vague ? 'all' : 'rate'] = true;
        // the label before "tỷ lệ đúng hạn 98,5%" has its number, and waits for no other
      } else this.clause.strange = true;
    } else if (!this.measure) {
      const odd = this.strange && this.clause.parts.at(-1)?.kind === 'group';
      const { plan } = this;
      const vague = this.vague || plan !== undefined;
      const planned = plan === undefined ? {} : { planned: plan };
      const added = this.added && plan === undefined ? { added: true as const } : {};
      this.clause.parts.push({
        kind: 'figure',
        span,
        vague,
        negative,
        odd,
        ...planned,
        ...added,
        unit: false,
        start,
        next,
      });
      this.beside = true;
    }
    this.added = this.vague = this.measure = this.strange = this.and = this.tail = this.colon = false;
  }

  /** A word for a rate; in "nhận 215 gq 210 tỷ lệ đúng hạn 99%" the label behind it is the rate's own. */
  measured(next: Item | undefined): void {
    if (this.justSaid !== undefined && next?.kind === 'label') this.close('');
    this.measure = true;
  }

  /** "gq 215 đúng hạn 100%": the label right before a rate (or "gần hết") is its own, and not the number's before it. */
  rated(): void {
    const last = this.clause.parts.at(-1);
    if (last?.kind !== 'group' || this.beside || figuresOf(this.clause).length === 0) return;
    this.clause.parts.pop();
    this.close('');
    this.clause.parts.push(last);
  }

  /** "tập huấn ở Biên Hòa", "sửa đổi theo quyết định mới"; of dossiers the place or the ground may be that of a part. */
  get tellsWhere(): boolean {
    return this.tail && !groupsOf(this.clause).some(({ features }) => countsDossiers(features));
  }

  /** The number just said, if nothing but its unit has been said since. */
  get justSaid(): Figure | undefined {
    const last = this.clause.parts.at(-1);
    return this.beside && last?.kind === 'figure' ? last : undefined;
  }
}
