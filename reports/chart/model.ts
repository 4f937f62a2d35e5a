/**
 * What a picture for coordinators and leaders is drawn from, JSON-safe so that it can be frozen in a message. Figures
 * come in whole: which rows are shown and which are summed into "… đơn vị khác" is decided when it is drawn.
 */
import type { Instant } from '../../domain/date.ts';
import type { Period } from '../../domain/period.ts';
import type { RatioRule } from '../../domain/ratio.ts';
import type { Language } from '../../locales/translate.ts';

/** What every picture says of itself under its title. */
interface Scope {
  language: Language;
  /** The unit at the top of what is counted: 'Sở Khoa học và Công nghệ', 'UBND xã …'. */
  scope: string;
  /** When the figures were read. */
  asOf: Instant;
  /** How percentages are cut; the house's default where it is absent. */
  ratio?: RatioRule;
}

/** Dossiers resolved on time and late, a row a unit. */
export interface UnitsChart extends Scope {
  kind: 'units';
  /** First and last month counted, both included; the same for one month. */
  from: Period;
  to: Period;
  units: UnitBar[];
  /** Units summed beforehand, none of them worse than those listed: of thousands only a dozen are ever drawn. */
  others?: { count: number; onTime: number; late: number };
  /** Units asked that have said nothing: counted under the picture, never drawn as 0. */
  silent: number;
}

export interface UnitBar {
  name: string;
  /** Resolved early or on the day. */
  onTime: number;
  late: number;
}

/** Late dossiers alone, a row a unit, the most first: who has to be spoken to. */
export interface LateChart extends Scope {
  kind: 'late';
  /** Of when, as it is read: 'quý 3/2026'. */
  span: string;
  units: LateBar[];
  /** Units with late dossiers summed beforehand, none of them worse than those listed. */
  others?: { count: number; late: number };
  /** Late dossiers of all. */
  late: number;
}

export interface LateBar {
  name: string;
  late: number;
  /** Resolved, of the reports that give both; absent where the rate cannot be told. */
  of?: number;
}

/** Two stretches of time beside each other. */
export interface CompareChart extends Scope {
  kind: 'compare';
  /** What they are called: 'tháng 10/2026', 'tháng 09/2026'. */
  now: string;
  before: string;
  figures: CompareBar[];
  /** Reports sent and owed in each, where not as large a part is in both. */
  uneven?: { now: [sent: number, owed: number]; before: [sent: number, owed: number] };
}

/** A figure known in both stretches. */
export interface CompareBar {
  name: string;
  now: number;
  before: number;
}

/** Received, resolved and the late rate, month by month; twelve months are what a phone shows well. */
export interface MonthsChart extends Scope {
  kind: 'months';
  /** In order, without holes: a month nobody reported on stands here with nothing but its name. */
  months: MonthPoint[];
}

/** A figure absent is "chưa có số liệu" and becomes a gap. */
export interface MonthPoint {
  period: Period;
  received?: number;
  resolved?: number;
  resolvedLate?: number;
}

/** How far each obligation has been met: of the units that have it, how many are done, late, still open. */
export interface ObligationsChart extends Scope {
  kind: 'obligations';
  /** The year the obligations belong to. */
  year: number;
  obligations: ObligationBar[];
}

/** `done + late + open` is the number of units that have it; those let off ("được miễn") are not among them. */
export interface ObligationBar {
  title: string;
  done: number;
  /** Past its last day and not done. */
  late: number;
  /** Not done, its last day still to come. */
  open: number;
}

export type ChartModel = UnitsChart | LateChart | CompareChart | MonthsChart | ObligationsChart;
