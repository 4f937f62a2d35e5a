/** Moments to come, as people type them; seen from Tuesday 10/11/2026, ten in the morning. */
import { describe, expect, it } from 'vitest';
import { readMoment } from '../../../conversations/parse/moment.ts';
import { instantOf, withOffset } from '../../../domain/date.ts';

const NOW = instantOf('2026-11-10', '10:00');

const MOMENTS: readonly (readonly [text: string, at: string])[] = [
  ['14:00', '2026-11-10T14:00'],
  ['14h', '2026-11-10T14:00'],
  ['14h30', '2026-11-10T14:30'],
  ['2h chiều', '2026-11-10T14:00'],
  ['8h sáng mai', '2026-11-11T08:00'],
  ['mai 7h30', '2026-11-11T07:30'],
  ['2h chiều mai', '2026-11-11T14:00'],
  ['ngày mai lúc 15 giờ', '2026-11-11T15:00'],
  ['8 giờ rưỡi ngày 1/12', '2026-12-01T08:30'],
  ['25/11 8:00', '2026-11-25T08:00'],
  ['8h 25/11', '2026-11-25T08:00'],
  ['8h ngày 25/11/2026', '2026-11-25T08:00'],
  ['5/1 8h', '2027-01-05T08:00'],
  ['thứ sáu 9h', '2026-11-13T09:00'],
  ['thứ 2 tuần sau 9h', '2026-11-16T09:00'],
  ['thứ ba 9h', '2026-11-17T09:00'],
  ['thứ ba 11h', '2026-11-10T11:00'],
];

const OTHERS: readonly (readonly [text: string, kind: string])[] = [
  ['8h', 'past'],
  ['10:00', 'past'],
  ['hôm qua 8h', 'past'],
  ['9/11 8h', 'past'],
  ['8h ngày 25/11/2025', 'past'],
  ['ngày 25/11', 'day'],
  ['sáng mai', 'day'],
  ['thứ sáu', 'day'],
  ['25h', 'none'],
  ['8h75', 'none'],
  ['31/11 8h', 'none'],
  ['8h 12/11 hoặc 13/11', 'none'],
  ['sớm', 'none'],
  ['gửi 215 hồ sơ', 'none'],
  ['', 'none'],
  [`8h ${'mai '.repeat(30)}`, 'none'],
];

describe('a moment to come', () => {
  it.each(MOMENTS)('"%s" is %s', (text, at) => {
    const reading = readMoment(text, NOW);
    expect(reading.kind === 'moment' && withOffset(reading.at).slice(0, 16)).toBe(at);
  });

  it.each(OTHERS)('"%s" is none: %s', (text, kind) => {
    expect(readMoment(text, NOW).kind).toBe(kind);
  });
});
