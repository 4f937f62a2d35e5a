/**
 * Single cells of a roster: dates as officials and spreadsheets write them, and telephone numbers as spreadsheets
 * spoil them.
 */
import type { IsoDate } from './date.ts';
import { isIsoDate, isoDate } from './date.ts';
import { fold, normalise } from './text.ts';

/** The text of a cell with its stray spaces and line breaks made single spaces. */
export const cellText = (text: string | undefined): string =>
  normalise(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** 'dd/mm/yyyy' (also '.' and '-', one or two digits) or ISO, an hour behind it ignored; undefined where none exists. */
export function dayOfCell(text: string): IsoDate | undefined {
  const date = text.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  if (isIsoDate(date)) return date;
  const written = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(date);
  return written ? isoDate(Number(written[4]), Number(written[3]), Number(written[1])) : undefined;
}

/**
 * True of a cell that takes away, on purpose, what is known: "không". An empty cell says nothing, since most sheets leave
 * out what was decided by chat.
 */
export const isTakenAway = (text: string): boolean => TAKEN_AWAY.has(fold(text));

/** "không" as documented, and the word of a sheet in English. */
const TAKEN_AWAY = new Set(['khong', 'none']);

/** Vietnamese numbers with their leading 0: ten digits, or eleven for land lines with a three-digit area code. */
const PHONE = /^0\d{9,10}$/;

/**
 * A telephone number in its national form, digits only: '+84 912 345 678', '84912345678' and '912345678' (a
 * spreadsheet took the 0 for a number's) are '0912345678'. Undefined where it is none; whether the number is in
 * service is not our business.
 */
export function phoneOfCell(text: string): string | undefined {
  const plain = text.replace(/[\s.()-]/g, '');
  const abroad = /^(?:\+84|0084)0?(\d+)$/.exec(plain) ?? /^84(\d{9,10})$/.exec(plain);
  const national = abroad ? `0${abroad[1]}` : /^[1-9]\d{8,9}$/.test(plain) ? `0${plain}` : plain;
  return PHONE.test(national) ? national : undefined;
}
