/** Reminders that wait: taken back when what they say is over, and said anew. */
import { describe, expect, it } from 'vitest';
import { ledger } from '../../db/ledger.ts';
import { claim, enqueue, sendable, settleSent } from '../../db/outbox.ts';
import { isReminded, reminderKey, renewStale, sayAnew, withdraw } from '../../db/reminder-rows.ts';
import { dueTimers } from '../../db/timers.ts';
import { instantOf } from '../../domain/date.ts';
import { temporaryArchive } from '../support/archive.ts';

const DAY = '2026-11-02';
const NOW = instantOf(DAY, '08:00');
const DOOR = { channel: 'play', account: 'bot' } as const;
const [LAN, HA] = [1, 2];

function room() {
  const { archive } = temporaryArchive();
  const put = (
    key: string | undefined,
    person: number,
    { at = NOW, priority = 1 as 0 | 1 | 2, chat = `${person}` } = {},
  ) =>
    archive.write((tx) =>
      enqueue(tx, {
        ...(key === undefined ? {} : { key }),
        personId: person,
        to: { ...DOOR, id: chat },
        priority,
        message: { text: key ?? 'lời' },
        at,
      }),
    );
  const remind = (person: number, day = DAY, from = day) =>
    put(reminderKey(archive.read, day, person, from), person, { at: instantOf(day, '08:00') });
  const leaves = (since?: number) => sendable(archive.read, DOOR, NOW, 9, since).map(({ message }) => message.text);
  const timers = () =>
    dueTimers(archive.read, Number.MAX_SAFE_INTEGER, 9).map(({ key, kind, dueAt, personId, payload }) => ({
      key,
      kind,
      dueAt,
      personId,
      payload,
    }));
  return { archive, put, remind, leaves, timers };
}

describe('the key of a reminder', () => {
  it('names the day and the person, the first day it speaks for where that is earlier, and the second of a day', () => {
    const { archive, remind } = room();
    const key = (from?: string) => reminderKey(archive.read, DAY, LAN, from);
    expect(key()).toBe('remind:2026-11-02:1');
    expect(key('2026-10-30')).toBe('remind:2026-11-02:1:2026-10-30');
    remind(LAN);
    expect(key()).toBe('remind:2026-11-02:1:again-1');
    expect(key('2026-10-30')).toBe('remind:2026-11-02:1:2026-10-30:again-1');
    expect(reminderKey(archive.read, DAY, 11)).toBe('remind:2026-11-02:11');
  });
});

describe('having been reminded', () => {
  it('is a matter of one person and day, and of what has left', () => {
    const { archive, remind } = room();
    remind(LAN);
    expect(isReminded(archive.read, DAY, LAN)).toBe(false);
    archive.write((tx) => claim(tx, 1));
    expect(isReminded(archive.read, DAY, LAN)).toBe(true);
    archive.write((tx) => settleSent(tx, 1, 'm1', NOW));
    expect(isReminded(archive.read, DAY, LAN)).toBe(true);
    expect(isReminded(archive.read, '2026-11-03', LAN)).toBe(false);
    expect(isReminded(archive.read, DAY, 11)).toBe(false);
  });
});

describe('taking back', () => {
  it('touches only what waits, of these people, and is a reminder', () => {
    const { archive, put, remind, leaves } = room();
    remind(LAN);
    remind(HA);
    put('alert:1', LAN, { chat: 'a' });
    put(undefined, LAN, { priority: 0, chat: 'b' });
    expect(archive.write((tx) => withdraw(tx, [LAN, 3], NOW))).toEqual([{ row: 1, person: LAN, from: DAY }]);
    expect(archive.write((tx) => withdraw(tx, [LAN], NOW))).toEqual([]);
    expect(leaves()).toEqual(['lời', 'remind:2026-11-02:2', 'alert:1']);
  });

  it('leaves alone what is being sent or was', () => {
    const { archive, remind } = room();
    remind(LAN);
    archive.write((tx) => claim(tx, 1));
    expect(archive.write((tx) => withdraw(tx, [LAN], NOW))).toEqual([]);
    archive.write((tx) => settleSent(tx, 1, 'm1', NOW));
    expect(archive.write((tx) => withdraw(tx, [LAN], NOW))).toEqual([]);
  });

  it('is counted as such, once, and frees the day', () => {
    const { archive, remind } = room();
    remind(LAN);
    archive.write((tx) => withdraw(tx, [LAN], NOW));
    expect(remind(LAN)).toBe(2);
    expect(ledger(archive.read, `remind:${DAY}`)).toMatchObject({ total: 2, waiting: 1, withdrawn: 1, failed: 0 });
  });

  it('for nobody does nothing', () => {
    const { archive, remind } = room();
    remind(LAN);
    expect(archive.write((tx) => withdraw(tx, [], NOW))).toEqual([]);
  });
});

describe('saying anew', () => {
  it('plans one timer for each reminder taken back, for the first day it spoke for', () => {
    const { archive, remind, timers } = room();
    remind(LAN, DAY, '2026-10-30');
    expect(archive.write((tx) => sayAnew(tx, [LAN, HA], NOW))).toEqual([LAN]);
    expect(timers()).toEqual([
      { key: 'remind:2026-10-30:1:1', kind: 'remind', dueAt: NOW, personId: LAN, payload: { date: '2026-10-30' } },
    ]);
    expect(archive.write((tx) => sayAnew(tx, [LAN, HA], NOW))).toEqual([]);
  });

  it('renews what waited overnight at the hour of reminders, and nothing of today', () => {
    const { archive, remind, timers, leaves } = room();
    remind(LAN, '2026-10-30');
    remind(HA);
    expect(archive.write((tx) => renewStale(tx, NOW))).toBe(1);
    expect(archive.write((tx) => renewStale(tx, NOW))).toBe(0);
    expect(leaves()).toEqual(['remind:2026-11-02:2']);
    expect(timers()).toMatchObject([{ dueAt: instantOf(DAY, '08:00'), payload: { date: '2026-10-30' } }]);
  });
});

describe('letting out', () => {
  it('no reminder before the moment given, and everything else', () => {
    const { put, remind, leaves } = room();
    remind(LAN, '2026-10-30');
    remind(HA);
    put('alert:1', 3);
    put(undefined, 4, { priority: 0 });
    expect(leaves(instantOf(DAY, '00:00'))).toEqual(['lời', 'remind:2026-11-02:2', 'alert:1']);
    expect(leaves(Number.MAX_SAFE_INTEGER)).toEqual(['lời', 'alert:1']);
    expect(leaves()).toHaveLength(4);
  });

  it('what stands behind a reminder in its chat while that may not leave', () => {
    const { put, remind, leaves } = room();
    remind(LAN);
    put('b:1', LAN, { priority: 2 });
    expect(leaves()).toEqual(['remind:2026-11-02:1']);
    expect(leaves(Number.MAX_SAFE_INTEGER)).toEqual(['b:1']);
  });

  it('nothing beside a reminder that is being sent', () => {
    const { archive, put, remind, leaves } = room();
    remind(LAN);
    put('b:1', LAN, { priority: 2 });
    archive.write((tx) => claim(tx, 1));
    expect(leaves(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });
});
