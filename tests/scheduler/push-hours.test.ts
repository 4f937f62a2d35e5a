/** A reminder leaves in the hours for it on its own day, however slow its door; everything else leaves at once. */
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../directives/holidays.ts';
import { nextPush, PUSH_HOURS } from '../../domain/calendar.ts';
import { instantOf } from '../../domain/date.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';

const calendar = loadCalendar();
const isPushTime = (now: number) => nextPush(calendar, PUSH_HOURS, now) === now;

function room() {
  const { telegram, start, put, clock, ...rest } = outboxRoom();
  const door = start([telegram], { isPushTime });
  const sent = () => telegram.sent.map(({ text }) => text);
  const at = async (date: string, time: string) => {
    clock.set(instantOf(date, time));
    await door.drain();
    return sent();
  };
  const remind = (person: number, day: string) =>
    put(on('telegram', `p${person}`), `nhắc ${person}`, {
      key: `remind:${day}:${person}`,
      personId: person,
      priority: 1,
      at: instantOf(day, '08:00'),
    });
  return { at, remind, put, ...rest };
}

describe('a reminder', () => {
  it.each([
    ['2026-11-02', '07:29', false],
    ['2026-11-02', '07:30', true],
    ['2026-11-02', '10:59', true],
    ['2026-11-02', '11:00', false],
    ['2026-11-02', '13:30', true],
    ['2026-11-02', '16:30', false],
    ['2026-11-02', '22:00', false],
  ])('of %s leaves at %s: %s', async (date, time, leaves) => {
    const { at, remind } = room();
    remind(1, '2026-11-02');
    expect(await at(date, time)).toEqual(leaves ? ['nhắc 1'] : []);
  });

  it('that did not leave on its day leaves on no other', async () => {
    const { at, remind } = room();
    remind(1, '2026-11-02');
    expect(await at('2026-11-02', '16:31')).toEqual([]);
    expect(await at('2026-11-03', '09:00')).toEqual([]);
  });

  it('on a holiday leaves not at all', async () => {
    const { at, remind } = room();
    remind(1, '2026-11-24');
    expect(await at('2026-11-24', '09:00')).toEqual([]);
  });

  it('that may not leave keeps back no answer, no alert and no announcement, in its own chat either', async () => {
    const { at, remind, put } = room();
    remind(1, '2026-11-02');
    put(on('telegram', 'p1'), 'thông báo', { priority: 2 });
    put(on('telegram', 'p2'), 'báo động', { priority: 1 });
    put(on('telegram', 'p3'), 'trả lời');
    expect((await at('2026-11-02', '12:00')).sort()).toEqual(['báo động', 'thông báo', 'trả lời']);
    expect(await at('2026-11-02', '13:30')).toContain('nhắc 1');
  });
});
