/** Findings of an audit that are named as corrected: as many as that were found, or only some of them. */
import type { IndicatorName } from '../../../domain/indicator.ts';
import { isCorrected } from './circumstance.ts';
import type { Pair } from './pairing.ts';
import { looseNumber, namesOf, type Reader, targetIn } from './reader.ts';
import type { Feature } from './sense.ts';

const NONCONFORMITIES: Feature[] = ['nonconformity', 'minor', 'major'];

/** Whether a number tells how many findings were corrected. */
export const isOfCorrected = ({ tokens }: Reader, { features, figure }: Pair): boolean =>
  NONCONFORMITIES.some((one) => features.includes(one)) && isCorrected(tokens, figure);

/** "khắc phục 2 lỗi nhẹ": as many as were corrected, of those that may have been found. */
export function corrected(reader: Reader, { features, figure }: Pair): void {
  const names: IndicatorName[] = namesOf(targetIn(reader, features));
  const told = names.reduce((sum, name) => sum + (reader.ledger.figures[name] ?? 0), 0);
  if (told < (figure.span.value ?? Infinity)) looseNumber(reader, { ...figure, odd: true }, [features]);
}
