/**
 * What a message has stated so far: one value a figure, values whose figure is still open, and the doubts. At the end
 * the open ones are settled by arithmetic where exactly one assignment ties, and asked for otherwise.
 */
import type { IndicatorName } from '../../../domain/indicator.ts';
import type { Doubt } from '../doubt.ts';
import { completes, FAMILIES, type Figures, familyOf, leftOver } from './family.ts';
import type { Feature } from './sense.ts';

interface Direct {
  value: number;
  features: Feature[];
  within: boolean;
}

const CHANGES = ['procedures_amended', 'procedures_new', 'procedures_repealed'] as const;

export class Ledger {
  readonly figures: Figures = {};
  readonly doubts: Doubt[] = [];
  readonly #open: { names: IndicatorName[]; value: number; heads: boolean }[] = [];
  readonly #merged: { names: IndicatorName[]; value: number }[] = [];
  readonly #loose: { names: IndicatorName[]; value: number }[] = [];
  readonly #sums: number[] = [];
  readonly #th: number[] = [];
  readonly #stock: number[] = [];
  readonly #direct: Direct[] = [];
  readonly #rest: IndicatorName[] = [];
  #unchanged = false;
  readonly #all: { name: IndicatorName; value: number | undefined }[] = [];

  state(name: IndicatorName, value: number): void {
    const before = this.figures[name];
    // "tỉnh kiểm tra 1 cuộc, sở kiểm tra 1 cuộc" may be two
    const again = name === 'inspections_received' && value > 0;
    if (before === undefined || (before === value && !again)) this.figures[name] = value;
    else this.doubt({ reason: 'conflict', ask: name, values: [before, value] });
  }

  doubt(doubt: Doubt): void {
    this.doubts.push(doubt);
  }

  /** "tổng 215": the whole of the parts named, or what had to be dealt with. */
  sum(value: number): void {
    this.#sums.push(value);
  }

  /** Two kinds of changes at least are told, and `value` is more than all of them. */
  exceedsChanges(value: number): boolean {
    const told = CHANGES.flatMap((name) => this.figures[name] ?? []);
    return told.length > 1 && value > told.reduce((sum, change) => sum + change, 0);
  }

  /** A value whose figure is one of several. */
  open(names: IndicatorName[], value: number): void {
    const heads = CHANGES.every((change) => this.figures[change] === undefined);
    this.#open.push({ names, value, heads });
  }

  /** "nhận 165, tính cả 6 hs kỳ trước": what was stated holds more than its name says. */
  includes(name: IndicatorName, value: number): void {
    const stated = this.figures[name];
    if (stated === undefined) return;
    delete this.figures[name];
    this.doubt({ reason: 'uncertain', ask: name, proposal: stated - value, text: String(stated) });
  }

  merged(names: IndicatorName[], value: number): void {
    this.#merged.push({ names, value });
  }

  th(value: number): void {
    this.#th.push(value);
  }

  stock(value: number): void {
    this.#stock.push(value);
  }

  /** Direct and postal dossiers share a column; they are added up at the end. */
  direct(value: number, features: Feature[], within: boolean): void {
    this.#direct.push({ value, features, within });
  }

  rest(name: IndicatorName): void {
    this.#rest.push(name);
  }

  all(name: IndicatorName, value: number | undefined): void {
    this.#all.push({ name, value });
  }

  /** The TTHC are said to be the same as before, which holds where no change of them is told. */
  unchanged(): void {
    this.#unchanged = true;
  }

  /** Settles what is open, in the order in which one answer helps the next. */
  settle(): void {
    this.#settleDirect();
    for (const value of this.#sums) this.#settleSum(value);
    this.#settleStock();
    this.#settleOpen();
    if (this.#unchanged && !CHANGES.some((name) => this.figures[name] !== undefined))
      for (const name of CHANGES) this.state(name, 0);
    this.#settleTh();
    this.#settleAll();
    this.#settleMerged();
    this.#settleRest();
    this.#contest();
    for (const doubt of this.doubts) if (doubt.reason === 'conflict') delete this.figures[doubt.ask];
  }

  /** A number that no label claims for certain; `candidates` are the figures of the labels near it. */
  loose(candidates: IndicatorName[], value: number): void {
    this.#loose.push({ names: candidates, value });
    this.doubt({ reason: 'which_figure', candidates, value });
  }

  /** "sáng nhận 5 chiều nhận 7": of two numbers near one label the one that was paired is no surer than the other. */
  #contest(): void {
    for (const { names, value } of this.#loose) {
      const [ask, other] = names;
      const stated = ask === undefined || other !== undefined ? undefined : this.figures[ask];
      if (ask === undefined || stated === undefined || stated === value) continue;
      const own = this.doubts.findIndex((doubt) => doubt.reason === 'which_figure' && doubt.candidates === names);
      this.doubts[own] = { reason: 'conflict', ask, values: [value, stated] };
    }
  }

  #settleDirect(): void {
    const [first, ...more] = this.#direct;
    if (first === undefined) return;
    const posted = this.#direct.filter(({ features }) => features.includes('post') && !features.includes('direct'));
    const direct = this.#direct.filter((one) => !posted.includes(one));
    const { received, received_online: online } = this.figures;
    const ties = (value: number): boolean =>
      received !== undefined && online !== undefined && online + value === received;
    const own = direct[0]?.value;
    const sum = this.#direct.reduce((total, { value }) => total + value, 0);
    if (direct.length > 1 || posted.length > 1) {
      const values = (direct.length > 1 ? direct : posted).map(({ value }) => value);
      if (new Set(values).size > 1) this.doubt({ reason: 'conflict', ask: 'received_direct', values });
      else this.state('received_direct', first.value);
    } else if (own === undefined) {
      // "onl 143, bưu điện 4": the other column of Biểu II.06a holds both ways
      if (ties(first.value) || (online !== undefined && received === undefined))
        this.state('received_direct', first.value);
      else this.doubt({ reason: 'which_figure', candidates: ['received_direct'], value: first.value });
    } else if (more.length === 0 || posted.some(({ within }) => within) || (ties(own) && !ties(sum))) {
      this.state('received_direct', own);
    } else this.state('received_direct', sum);
  }

  #settleSum(value: number): void {
    const { carried_over: carried, received } = this.figures;
    if (carried !== undefined && received !== undefined && carried + received === value) return;
    const wholes = FAMILIES.filter(({ parts }) => {
      const known = parts.flatMap((part) => this.figures[part] ?? []);
      return known.length > 1 && known.reduce((total, part) => total + part, 0) === value;
    });
    const [only, other] = wholes;
    if (only !== undefined && other === undefined) this.state(only.whole, value);
    else if (!Object.values(this.figures).includes(value))
      this.doubt({ reason: 'which_figure', candidates: [], value });
  }

  /** "tồn": opening or closing balance. */
  #settleStock(): void {
    const [first, second, third] = this.#stock;
    if (first === undefined) return;
    const { carried_over: carried, received, resolved, pending_total: pending } = this.figures;
    const ties = (c: number, p: number): boolean =>
      received !== undefined && resolved !== undefined && c + received === resolved + p;
    const ask = (value: number): void =>
      this.doubt({ reason: 'which_figure', candidates: ['carried_over', 'pending_total'], value });
    if (second !== undefined) {
      if (third === undefined && first !== second && ties(first, second) !== ties(second, first)) {
        this.state('carried_over', ties(first, second) ? first : second);
        this.state('pending_total', ties(first, second) ? second : first);
      } else for (const value of this.#stock) ask(value);
    } else if (
      carried !== undefined &&
      pending === undefined &&
      (ties(carried, first) || received === undefined || resolved === undefined)
    ) {
      this.state('pending_total', first);
    } else if (
      pending !== undefined &&
      carried === undefined &&
      (ties(first, pending) || received === undefined || resolved === undefined)
    ) {
      this.state('carried_over', first);
    } else ask(first);
  }

  /** Values that could be several figures: those already stated otherwise drop out, and a sum that ties decides. */
  #settleOpen(): void {
    const { carried_over: carried, received } = this.figures;
    for (const { names, value, heads } of this.#open) {
      // "321 TTHC, mới ban hành 2, sửa đổi 11, bãi bỏ 2": all there are, and then what became of some of them
      const headed = heads && names.join() === 'procedures_total' && this.figures.procedures_total === undefined;
      if (headed && this.exceedsChanges(value)) {
        this.state('procedures_total', value);
        continue;
      }
      // "tổng tiếp nhận 221: kỳ trước 6, mới 215"
      const both = carried !== undefined && received !== undefined && carried + received === value;
      if (names.length === 1 && names[0] === 'received' && both) continue;
      const left = names.filter(
        (name) =>
          (this.figures[name] === undefined || this.figures[name] === value) &&
          // nothing is pending, so that "không trễ hạn" is of what was resolved
          !(this.figures.pending_total === 0 && name.startsWith('pending_')),
      );
      if (left.length === 0 && names.reduce((sum, name) => sum + (this.figures[name] ?? 0), 0) === value) continue;
      const elimination = !names.includes('minor_nonconformities') && !names.includes('procedures_total');
      const ties = left.filter((name) => completes(this.figures, name, value));
      // "quá hạn: 0" a second time is of the figure that has not been stated yet
      const unstated = ties.filter((name) => this.figures[name] === undefined);
      const tying = unstated.length > 0 ? unstated : ties;
      const [only, other] = tying.length === 1 ? tying : left;
      // "tn 64, onl 40, tt 24": where the sum ties, "tt" is trực tiếp
      const told = names.length > 1 && elimination ? true : ties.length === 1 && tying.length === 1;
      if (told && only !== undefined && other === undefined) this.state(only, value);
      else this.doubt({ reason: 'which_figure', candidates: left.length > 0 ? left : names, value });
    }
  }

  /** "th" is trước hạn or trễ hạn: whichever is not said otherwise, provided that the sum then ties. */
  #settleTh(): void {
    const [value, other] = this.#th;
    if (value === undefined) return;
    const names = (['resolved_early', 'resolved_late'] as const).filter((name) => this.figures[name] === undefined);
    const [only, more] = names;
    if (other === undefined && only !== undefined && more === undefined && completes(this.figures, only, value))
      this.state(only, value);
    else
      for (const each of this.#th)
        this.doubt({ reason: 'which_figure', candidates: ['resolved_early', 'resolved_late'], value: each });
  }

  /** "đúng hạn hết": the part is the whole, and the late one is 0. */
  #settleAll(): void {
    for (const { name, value } of this.#all) {
      const family = familyOf(name);
      const whole = value ?? (family && this.figures[family.whole]);
      const others = family?.parts.filter((part) => part !== name) ?? [];
      if (others.some((part) => (this.figures[part] ?? 0) > 0)) {
        this.doubt({ reason: 'rest_unknown', ask: name });
        continue;
      }
      const known = whole !== undefined || family?.whole === 'resolved';
      for (const part of known ? zeroed(name, others) : []) this.state(part, 0);
      if (whole === undefined) this.doubt({ reason: 'rest_unknown', ask: name });
      else this.state(name, whole);
    }
  }

  #settleMerged(): void {
    for (const { names, value } of this.#merged) {
      const missing = names.filter((name) => this.figures[name] === undefined);
      const known = names.reduce((sum, name) => sum + (this.figures[name] ?? 0), 0);
      const [only, other] = missing;
      if (only !== undefined && other === undefined && known <= value) this.state(only, value - known);
      else if (!(only === undefined && known === value))
        this.doubt({ reason: 'split_unknown', candidates: names, value });
    }
  }

  /** "còn lại đúng hạn": the whole less the parts named. */
  #settleRest(): void {
    for (const name of this.#rest) {
      const value = name === 'pending_total' ? leftOver(this.figures) : this.#remainder(name);
      if (value === undefined || value < 0) this.doubt({ reason: 'rest_unknown', ask: name });
      else this.state(name, value);
    }
  }

  #remainder(name: IndicatorName): number | undefined {
    const family = familyOf(name);
    const whole = family && this.figures[family.whole];
    if (family === undefined || whole === undefined || this.figures[name] !== undefined) return undefined;
    const open = this.doubts.some(
      (doubt) => 'candidates' in doubt && doubt.candidates.some((one) => family.parts.includes(one)),
    );
    const named = family.parts.filter((part) => this.figures[part] !== undefined);
    if (open || named.length === 0) return undefined;
    return named.reduce((left, part) => left - (this.figures[part] ?? 0), whole);
  }
}

/** All on time leaves nothing late; it does not say how many of them were early. */
function zeroed(name: IndicatorName, others: IndicatorName[]): IndicatorName[] {
  return name === 'resolved_on_time' ? ['resolved_late'] : others;
}
