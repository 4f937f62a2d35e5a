/**
 * "Còn lại" with a number behind it: what is pending, or what is left of those resolved. And "tổng" with nothing named
 * but what was told before it.
 */
import { isWord } from '../text.ts';
import { familyOf, leftOver } from './family.ts';
import type { Figure } from './gathering.ts';
import { type Reader, sure, uncertain } from './reader.ts';

/** "còn lại 5": what is pending, or the rest of what was resolved. */
export function restNumber(reader: Reader, figure: Figure): void {
  const { figures } = reader.ledger;
  const parted = familyOf('resolved_late')?.parts.some((part) => figures[part] !== undefined);
  const value = figure.span.value ?? 0;
  if (!sure(figure)) uncertain(reader, figure, 'pending_total');
  else if (parted) reader.ledger.open(['pending_total', 'resolved_on_time'], value);
  else reader.ledger.state('pending_total', value);
}

/** "còn lại 5 trong hạn": pending, unless parts of what was resolved were told and the balance does not say so. */
export function restInTime(reader: Reader, figure: Figure): void {
  const { ledger } = reader;
  const value = figure.span.value ?? 0;
  const left = leftOver(ledger.figures) ?? leftOver(ledger.figures, 0);
  const parted = familyOf('resolved_late')?.parts.some((part) => ledger.figures[part] !== undefined);
  if (!sure(figure)) uncertain(reader, figure, 'pending_in_time');
  else if (parted && left !== value) ledger.open(['pending_in_time', 'resolved_on_time'], value);
  else ledger.state('pending_in_time', value);
}

/** "Ban hành mới 6, sửa đổi 15, bãi bỏ 4, tổng 386": all the procedures, where nothing else is told of. */
export function sumNumber({ ledger, tokens }: Reader, { span, start, unit }: Figure): void {
  const value = span.value ?? 0;
  const dossiers = unit || isWord(tokens[start - 1], 'hs') || isWord(tokens[start - 2], 'ho');
  const alone = Object.keys(ledger.figures).every((name) => name.startsWith('procedures_'));
  const total = alone && !dossiers && ledger.figures.procedures_total === undefined;
  if (total && ledger.exceedsChanges(value)) ledger.state('procedures_total', value);
  else ledger.sum(value);
}
