/** When somebody wants to be reminded again: always later than now, or named as past. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSnoozeTime } from '../../../conversations/parse/snooze-time.ts';
import { instantOf, withOffset } from '../../../domain/date.ts';

const MORNING = instantOf('2026-11-05', '09:00');
const LATE = instantOf('2026-11-05', '15:00');

const at = (text: string, now: number): string => {
  const read = readSnoozeTime(text, now);
  return 'past' in read ? `past ${withOffset(read.past).slice(0, 16)}` : withOffset(read.at).slice(0, 16);
};

describe('reminding again', () => {
  it.each([
    ['nhắc lại 14:00', '2026-11-05T14:00'],
    ['nhắc lại 14h', '2026-11-05T14:00'],
    ['nhac lai 14h30', '2026-11-05T14:30'],
    ['nhắc lại lúc 2 giờ chiều', '2026-11-05T14:00'],
    ['nhắc em lúc 16:00', '2026-11-05T16:00'],
    ['nhắc lại 8h sáng mai', '2026-11-06T08:00'],
    ['nhắc lại 9/11', '2026-11-09T08:00'],
    ['nhắc lại chiều 9/11', '2026-11-09T14:00'],
    ['nhắc lại thứ hai', '2026-11-09T08:00'],
    ['nhắc lại 10h ngày 9/11', '2026-11-09T10:00'],
    ['sáng mai', '2026-11-06T08:00'],
    ['sáng mai em làm', '2026-11-06T08:00'],
    ['mai em gửi', '2026-11-06T08:00'],
    ['chiều mai em báo', '2026-11-06T14:00'],
    ['chiều em báo', '2026-11-05T14:00'],
    ['lát nữa em báo', '2026-11-05T10:00'],
    ['tí em làm', '2026-11-05T10:00'],
    ['1 tiếng nữa nhắc em', '2026-11-05T10:00'],
    ['nhắc em sau 1 tiếng', '2026-11-05T10:00'],
    ['2 giờ nữa nhắc em', '2026-11-05T11:00'],
    ['nhắc em sau 30 phút', '2026-11-05T09:30'],
    ['nửa tiếng nữa nhắc em', '2026-11-05T09:30'],
    ['1 tiếng rưỡi nữa nhắc em', '2026-11-05T10:30'],
    ['nhắc em sau 14 giờ', '2026-11-05T14:00'],
    ['nhắc em sau 0 phút', '2026-11-05T14:00'],
    ['14h nhắc em', '2026-11-05T14:00'],
    ['chiều 3h nhắc em', '2026-11-05T15:00'],
    ['nhắc lại', '2026-11-05T14:00'],
    ['nhắc lại 8h', 'past 2026-11-05T08:00'],
    ['nhắc lại 25:00', '2026-11-05T14:00'],
  ])('%s, said at nine', (text, expected) => {
    expect(at(text, MORNING)).toBe(expected);
  });

  it.each([
    ['chiều em báo', '2026-11-05T16:00'],
    ['nhắc lại', '2026-11-06T08:00'],
    ['nhắc lại 14:00', 'past 2026-11-05T14:00'],
    ['lát nữa', '2026-11-05T16:00'],
    ['sáng mai', '2026-11-06T08:00'],
  ])('%s, said at three in the afternoon', (text, expected) => {
    expect(at(text, LATE)).toBe(expected);
  });

  it('is never at or before the moment it is said, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc.nat(30).map((hour) => `nhắc lại ${hour}h`),
        ),
        fc.integer({ min: 0, max: 86_400_000 }),
        (text, later) => {
          const now = MORNING + later;
          const read = readSnoozeTime(text, now);
          expect('past' in read ? read.past <= now : read.at > now).toBe(true);
        },
      ),
    );
  });
});
