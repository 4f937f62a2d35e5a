/** From what a conversation wants said to sentences in a person's language. */

import type { Line, Say, Value } from '../conversations/say.ts';
import { dateAt, type Instant, type IsoDate, timeAt, weekday, yearOf } from '../domain/date.ts';
import type { Attachment, Choice, Outbound, Picture } from '../domain/message.ts';
import { formatDate, formatDay, formatPeriod } from '../locales/format.ts';
import { type Key, type Language, type Translate, translator } from '../locales/translate.ts';

/** Writes lines and values for one person at one moment (dates of this year are written without the year). */
export interface Pen {
  write: (line: Line) => string;
  value: (value: Value) => string;
}

/** The pen for a language at a moment. */
export function pen(language: Language, now: Instant): Pen {
  const translate = translator(language);
  const today = dateAt(now);
  const value = (part: Value): string => {
    const written = asArgument(part);
    return typeof written === 'number' ? translate('choice-number', { n: written }) : written;
  };
  const asArgument = (part: Value): string | number => {
    if (typeof part === 'string' || typeof part === 'number') return part;
    if ('key' in part) return write(part);
    if ('date' in part) return formatDate(part.date);
    if ('day' in part) return writtenDay(translate, part.day, today);
    if ('period' in part) return formatPeriod(part.period);
    if ('time' in part) return writtenTime(translate, part.time, today);
    return part.each.map(value).join(part.with);
  };
  const write = ({ key, args = {} }: Line): string => {
    const written = Object.entries(args).map(([name, part]) => [name, asArgument(part)] as const);
    return translate(key, Object.fromEntries(written));
  };
  return { write, value };
}

function writtenDay(translate: Translate, day: IsoDate, today: IsoDate): string {
  const date = yearOf(day) === yearOf(today) ? formatDay(day) : formatDate(day);
  return translate('value-day', { weekday: translate(`weekday-${weekday(day)}` as Key), date });
}

function writtenTime(translate: Translate, at: Instant, today: IsoDate): string {
  const day = dateAt(at);
  if (day === today) return timeAt(at);
  const date = yearOf(day) === yearOf(today) ? formatDay(day) : formatDate(day);
  return translate('value-time-day', { time: timeAt(at), date });
}

/** A message as a person will read it: the first letter of every line is a capital. */
export function render(
  { lines, choices, multiple, numbered, picture, pictureLost }: Say,
  write: Pen['write'],
): Outbound {
  const text = lines.reduce((said, line, at) => said + joint(lines[at - 1], line) + capital(write(line)), '');
  const shown = picture ? { attachment: attachmentOf(picture, pictureLost && write(pictureLost)) } : {};
  if (!choices) return { text, ...shown };
  const labelled = choices.map((row) => row.map(({ id, label }): Choice => ({ id, label: capital(write(label)) })));
  return { text, choices: labelled, numbered: numbered === true, ...(multiple ? { multiple } : {}), ...shown };
}

/** Somebody's picture as what a message carries: fetched from its provider when it is sent. */
const attachmentOf = (picture: Picture, lost: string | undefined): Attachment => ({
  maker: 'picture',
  name: PICTURE_NAME,
  show: 'picture',
  data: picture,
  ...(lost === undefined ? {} : { lost }),
});

/** Its ending follows what it turns out to be. */
const PICTURE_NAME = 'anh.jpg';

/** What stands between two lines of a message. */
function joint(before: Line | undefined, { apart }: Line): string {
  if (!before) return '';
  if (before.runsOn) return ' ';
  return apart ? '\n\n' : '\n';
}

/** Names of indicators stand inside sentences in lower case; at the start of a line they take a capital. */
const capital = (text: string): string =>
  text.replace(/^((?:[!✓-] )?)(\p{Ll})/u, (_, mark: string, letter: string) => mark + letter.toLocaleUpperCase('vi'));
