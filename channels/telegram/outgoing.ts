/**
 * One delivery as the messages Telegram takes: 4,096 units of text each, captions of 1,024, the buttons under the last.
 * What Telegram would refuse for certain is refused here, with its cause, before anything was sent.
 */
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Choice, Delivery } from '../../domain/message.ts';
import { SendError } from '../channel.ts';
import { splitText } from '../split.ts';

/** Bot API, sendMessage: "1-4096 characters after entities parsing", counted in UTF-16 units. */
export const TEXT_MAX = 4_096;
/** Bot API, sendDocument and sendPhoto: "0-1024 characters". */
export const CAPTION_MAX = 1_024;
/** Bot API, InlineKeyboardButton: "1-64 bytes". */
export const CALLBACK_DATA_MAX = 64;
/** Bot API, "Sending files": 10 MB for photos, 50 MB for other files. A larger picture goes as a document. */
export const PHOTO_MAX_BYTES = 10 * 1024 * 1024;
export const FILE_MAX_BYTES = 50 * 1024 * 1024;

/** One message of Telegram. */
export interface Part {
  /** The text, or the file's caption. */
  text: string;
  file?: { name: string; bytes: Uint8Array; as: 'photo' | 'document' };
  keyboard?: InlineKeyboardMarkup;
}

/**
 * The messages a delivery becomes, at least one, in order.
 * @throws {SendError} rejected, saying what is wrong
 */
export function partsOf({ text, choices, file }: Delivery): Part[] {
  const keyboard = choices && keyboardOf(choices);
  const buttons = keyboard ? { keyboard } : {};
  if (file !== undefined) {
    if (file.bytes.length > FILE_MAX_BYTES) refuse(`the file has more than ${FILE_MAX_BYTES} bytes`);
    const as = file.show === 'picture' && file.bytes.length <= PHOTO_MAX_BYTES ? 'photo' : 'document';
    const sent = { name: safeName(file.name), bytes: file.bytes, as } as const;
    if (text.length <= CAPTION_MAX) return [{ text, file: sent, ...buttons }];
    // A picture is what the words are about; a report is what they announce.
    if (file.show === 'picture') return [{ text: '', file: sent }, ...endingWith(textParts(text), buttons)];
    return [...textParts(text), { text: '', file: sent, ...buttons }];
  }
  return endingWith(textParts(text), buttons);
}

/** The buttons under the last message. */
function endingWith(parts: Part[], buttons: Pick<Part, 'keyboard'>): Part[] {
  return parts.map((part, index) => (index === parts.length - 1 ? { ...part, ...buttons } : part));
}

function textParts(text: string): Part[] {
  if (text.trim() === '') refuse('the text is empty');
  return splitText(text, TEXT_MAX).map((piece) => ({ text: piece }));
}

function keyboardOf(rows: Choice[][]): InlineKeyboardMarkup | undefined {
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length === 0) return undefined;
  return { inline_keyboard: filled.map((row) => row.map(buttonOf)) };
}

function buttonOf({ id, label }: Choice) {
  const bytes = Buffer.byteLength(id);
  if (bytes < 1 || bytes > CALLBACK_DATA_MAX)
    refuse(`a choice's id has ${bytes} bytes, 1 to ${CALLBACK_DATA_MAX} are taken`);
  if (label.trim() === '') refuse(`the choice ${id} has no label`);
  return { text: label, callback_data: id };
}

/** grammY writes the name into a header as it stands, without quotes: nothing in it may end it early. */
function safeName(name: string): string {
  return name.replace(/[\p{Cc}"';\\/]/gu, '-').trim() || 'file';
}

function refuse(cause: string): never {
  throw new SendError({ kind: 'rejected' }, `telegram: ${cause}`);
}
