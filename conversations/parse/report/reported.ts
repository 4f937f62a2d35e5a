/**
 * What a message tells of the yearly report beyond the figures asked here: further counts and rates. Their words are
 * taken out of the message, so that the reader of figures does not take their numbers for its own.
 */
import type { IndicatorName } from '../../../domain/indicator.ts';
import type { Masked } from '../figures/item.ts';
import type { Token } from '../text.ts';
import { budgetSaid } from './budget.ts';
import { isReportCount, type Reported } from './inventory.ts';
import type { PointsSaid } from './points.ts';
import { type CountSaid, countsSaid } from './reported-counts.ts';
import { ratesSaid } from './reported-rates.ts';

export interface ReportedReading {
  reported: Reported;
  /** Counts among them that are asked once a year. */
  figures: Partial<Record<IndicatorName, number>>;
  masked: Masked[];
}

/** Reads the further counts and rates. `ends` gives for every token the index behind the document it stands in, or 0. */
export function readReported(
  tokens: readonly Token[],
  ends: Int32Array,
  points: readonly PointsSaid[],
): ReportedReading {
  const reading: ReportedReading = { reported: {}, figures: {}, masked: [] };
  for (const { name, value, most } of points) {
    if (name !== 'self_score') reading.reported[name] = value;
    else Object.assign(reading.figures, { self_score: value, ...(most !== undefined && { self_score_max: most }) });
  }
  const budget = budgetSaid(tokens);
  if (budget !== undefined) {
    reading.reported.budget_from_superior = budget.value;
    reading.masked.push(budget);
  }
  const counts = countsSaid(tokens, ends);
  for (const said of counts) if (!isContradicted(said, counts)) take(reading, said);
  const rates = ratesSaid(tokens, ends);
  for (const { name, value, masked } of rates) {
    if (rates.some((other) => other.name === name && other.value !== value)) continue;
    reading.reported[name] = value;
    if (masked !== undefined) reading.masked.push(masked);
  }
  return reading;
}

/** Told twice with different numbers: neither is taken, and the reader of figures asks. */
const isContradicted = ({ name, value }: CountSaid, all: readonly CountSaid[]): boolean =>
  all.some((other) => other.name === name && other.value !== value);

function take({ reported, figures, masked }: ReportedReading, { name, value, whole, from, to }: CountSaid): void {
  if (isReportCount(name)) reported[name] = value;
  else figures[name] = value;
  // "áp dụng ISO 321/321 TTHC"
  if (whole !== undefined && name.startsWith('procedures_')) figures.procedures_total = whole;
  // what had to be dealt with is a heading as well: "tổng phải giải quyết 850, trong đó …"
  if (name !== 'total_to_process') masked.push({ from, to });
}
