/**
 * One delivery as the messages Zalo takes. There are no buttons for personal accounts, so choices end the text, each on
 * its line with the number to answer with; where a number would be an answer they stand without one.
 */
import type { Choice, Delivery } from '../../domain/message.ts';
import { SendError } from '../channel.ts';
import { splitText } from '../split.ts';
import type { Picture } from './client.ts';
import { sizeOfPicture } from './picture-size.ts';

/** What Zalo's own client lets a person type in one message; Zalo publishes no limit. */
export const TEXT_MAX = 2_000;
/** A picture's text hangs on it when it is short; a longer one is a message of its own below it. */
const CAPTION_MAX = 500;
/** The first line says where we are; bold helps in a message of several lines, and a long line is no heading. */
const HEADING = { charactersMax: 80, linesMin: 3 };

export type Part =
  /** @param bold characters from the start to be shown bold */
  | { kind: 'text'; text: string; bold: number }
  | { kind: 'file'; file: { name: string; bytes: Uint8Array }; caption: string; picture?: Picture };

/** A number chooses unless the question expects one, or a label is itself a number. */
interface Numbered {
  numbered?: boolean;
}

/**
 * What must be sent, in order.
 * @throws {SendError} rejected, where there is nothing to send
 */
export function partsOf(delivery: Delivery & Numbered): Part[] {
  const { file } = delivery;
  const text = [delivery.text.trim(), ...choiceLines(delivery)].filter((line) => line !== '').join('\n');
  if (file?.bytes.length === 0)
    throw new SendError({ kind: 'rejected' }, 'an empty file: Zalo would silently send nothing');
  if (!file && text === '') throw new SendError({ kind: 'rejected' }, 'an empty message');
  const size = file?.show === 'picture' ? sizeOfPicture(file.bytes) : undefined;
  const caption = size !== undefined && text.length <= CAPTION_MAX;
  const texts = text === '' || caption ? [] : splitText(text, TEXT_MAX);
  const parts = texts.map(
    (piece, index): Part => ({ kind: 'text', text: piece, bold: index === 0 ? headingOf(piece) : 0 }),
  );
  if (!file) return parts;
  const sent: Part = { kind: 'file', file, caption: caption ? text : '', ...(size ? { picture: size } : {}) };
  return file.show === 'picture' ? [sent, ...parts] : [...parts, sent];
}

function choiceLines({ choices = [], numbered }: Delivery & Numbered): string[] {
  const all = choices.flat();
  const counted = numbered !== false && !all.some(isNumber);
  return all.map(({ label }, index) => (counted ? `${index + 1}. ${label}` : `▸ ${label}`));
}

const isNumber = ({ label }: Choice): boolean => /^[\d.,\s%]*\d[\d.,\s%]*$/.test(label);

function headingOf(text: string): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  const fits = lines.length >= HEADING.linesMin && first.length <= HEADING.charactersMax && text.startsWith(first);
  return fits && !/^[!\d]|\?$/.test(first) ? first.length : 0;
}
