/**
 * What a conversation wants said, before it is a sentence: keys of the locale files with values to fill in. It is
 * plain data, so that an open question can be stored with the session and shown again in the person's own language.
 */
import type { Instant, IsoDate } from '../domain/date.ts';
import type { Picture } from '../domain/message.ts';
import type { Period } from '../domain/period.ts';
import type { Key } from '../locales/keys.ts';

export type Value =
  | string
  | number
  /** '17/09/2021' */
  | { date: IsoDate }
  /** 'thứ Sáu 06/11', with the year only when it is not this year. */
  | { day: IsoDate }
  /** '10/2021' */
  | { period: Period }
  /** '09:12' of an instant, local. */
  | { time: Instant }
  | Line
  /** Several values as one, joined by `with`. */
  | { each: Value[]; with: string };

export interface Line {
  key: Key;
  args?: Record<string, Value>;
  /** Stands apart from what was said before it by an empty line. */
  apart?: boolean;
  /** The next line goes on behind it: "Câu 3/9. Lý do …". */
  runsOn?: boolean;
}

export interface Option {
  /** ASCII, at most 64 bytes (the limit of Telegram's callback data). */
  id: string;
  label: Line;
}

export interface Say {
  lines: Line[];
  /** Rows of choices as they should stand on a phone. */
  choices?: Option[][];
  multiple?: boolean;
  /** True where a typed number is the number of a choice; false where it would be an answer. */
  numbered?: boolean;
  /** Somebody's picture, shown with the words. */
  picture?: Picture;
  /** Said with it all where the picture cannot be had when the message leaves. */
  pictureLost?: Line;
}

export const line = (key: Key, args?: Record<string, Value>): Line => (args ? { key, args } : { key });

export const option = (id: string, key: Key, args?: Record<string, Value>): Option => ({ id, label: line(key, args) });
