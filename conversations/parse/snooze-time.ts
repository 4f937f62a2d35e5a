/**
 * When somebody wants to be reminded again: "nhắc lại 14:00", "sáng mai", "chiều em báo", "lát nữa". Words without an
 * hour stand for the usual one; nothing at all is this afternoon, or tomorrow morning once that has begun.
 */
import { addDays, dateAt, type Instant, instantOf, type TimeOfDay } from '../../domain/date.ts';
import { readMoment } from './moment.ts';
import { stretchAhead } from './snooze-stretch.ts';
import { isWord, tokenise } from './text.ts';

const MORNING: TimeOfDay = '08:00';
const AFTERNOON: TimeOfDay = '14:00';
const MINUTE_MS = 60_000;
const SOON_MS = 60 * MINUTE_MS;

export type SnoozeReading = { at: Instant } | { past: Instant };

/** The moment asked for, always later than `now`; `past` where the hour named has passed today. */
export function readSnoozeTime(text: string, now: Instant): SnoozeReading {
  const tokens = tokenise(text);
  const says = (...words: string[]): boolean => tokens.some((token) => isWord(token, ...words));
  const stretch = stretchAhead(tokens);
  if (stretch !== undefined) return { at: now + stretch * MINUTE_MS };
  const asked = readMoment(withoutVerbs(text), now);
  if (asked.kind === 'moment') return { at: asked.at };
  if (asked.kind === 'past') return { past: asked.at };
  const today = dateAt(now);
  if (asked.kind === 'day' && asked.date > today)
    return { at: instantOf(asked.date, says('chieu') ? AFTERNOON : MORNING) };
  if (says('mai')) return { at: instantOf(addDays(today, 1), says('chieu') ? AFTERNOON : MORNING) };
  if (says('lat', 'ti', 'ty', 'chut', 'nua')) return { at: now + SOON_MS };
  const afternoon = instantOf(today, AFTERNOON);
  return {
    at: now < afternoon - SOON_MS ? afternoon : says('chieu') ? now + SOON_MS : instantOf(addDays(today, 1), MORNING),
  };
}

/** "nhắc lại", "em báo" and their like say nothing about the time. */
const withoutVerbs = (text: string): string =>
  text.replace(
    /^\s*(?:dạ\s+|da\s+|em\s+)*(?:nhắc|nhac|hẹn|hen)(?:\s+(?:lại|lai|em|sau|việc|viec))*\s*(?:lúc|luc|vào|vao)?\s*/iu,
    '',
  );
