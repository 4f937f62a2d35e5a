/**
 * "Quá hạn" right behind what is pending: "đang giải quyết trong hạn 6, quá hạn 2" is a pair, and of "đang gq 27, quá
 * hạn 0" nothing pending is overdue. A number above 0 behind a mere "đang gq 27" may be of what was resolved.
 */
import { completes } from './family.ts';
import type { Reader } from './reader.ts';
import type { Feature } from './sense.ts';

/**
 * Whether `value` late ones are of those pending, told right behind them.
 */
export function isPendingLate(reader: Reader, features: readonly Feature[], value: number): boolean {
  const { scene, ledger, behind } = reader;
  if (features.join() !== 'late' || scene.stage !== 'pending' || scene.asked === 'resolved_late') return false;
  // "gq 210, đúng hạn 200; đang gq trong hạn 5, trễ 10": those ten are what is missing of the 210
  const missing = value > 0 && completes(ledger.figures, 'resolved_late', value);
  // "còn 33 trong hạn, trễ 2": a "còn" may only lead over to what was late before
  return behind.includes('pending') && (behind.includes('in_time') ? !missing : value === 0);
}
