/** What the archive lets go: words and data of what was settled long ago, and nothing that accounts for a sending. */
import { describe, expect, it } from 'vitest';
import { accountOf, addRecipients, nextRecipients, noteEnqueued } from '../../db/broadcast-recipients.ts';
import { remindersSent } from '../../db/chased.ts';
import { ledger } from '../../db/ledger.ts';
import { noteLostPicture, picturesLost } from '../../db/lost-pictures.ts';
import type { Tx } from '../../db/open.ts';
import {
  claim,
  enqueue,
  type Parcel,
  postpone,
  sendable,
  sentSince,
  settleFailed,
  settleSent,
} from '../../db/outbox.ts';
import { REMIND } from '../../db/reminder-rows.ts';
import { messageUnder, newestMessage } from '../../db/replaced.ts';
import {
  PORTION_BYTES,
  PORTION_ROWS,
  removeTimers,
  restMessages,
  TIMERS_KEPT_DAYS,
  WORDS_KEPT_DAYS,
} from '../../db/rest.ts';
import { plan, settle, type TimerEnd } from '../../db/timers.ts';
import { weigh } from '../../db/weight.ts';
import { addDays, type Instant, instantOf } from '../../domain/date.ts';
import type { Outbound } from '../../domain/message.ts';
import { temporaryArchive } from '../support/archive.ts';

const TODAY = '2026-11-22';
const NOW = instantOf(TODAY, '06:00');
const TO = { channel: 'telegram', account: 'bot', id: 'c1' } as const;
const daysAgo = (days: number): Instant => instantOf(addDays(TODAY, -days), '08:00');
const OLD = daysAgo(WORDS_KEPT_DAYS + 1);

const TABLE: Outbound = {
  text: 'Bảng đã lập xong.',
  choices: [[{ id: 'a~1', label: 'Xem' }]],
  attachment: { maker: 'month-xlsx', name: 'bang.xlsx', show: 'document', data: { rows: ['x'.repeat(500)] } },
};

type End = 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn';

function room() {
  const { archive } = temporaryArchive();
  const put = (end: End, more: Partial<Parcel> = {}): number =>
    archive.write((tx) => {
      const at = more.at ?? OLD;
      const id = enqueue(tx, { to: TO, priority: 0, message: TABLE, at, ...more }) ?? 0;
      if (end === 'waiting') return id;
      claim(tx, id);
      if (end === 'sent') settleSent(tx, id, `m${id}`, at + 5);
      if (end === 'failed') settleFailed(tx, id, 'rejected: too large', at + 5);
      if (end === 'withdrawn')
        archive.sqlite.exec(`update outbox set state = 'withdrawn', settled_at = 9 where id = ${id}`);
      return id;
    });
  const message = (id: number): unknown =>
    JSON.parse(archive.sqlite.prepare('select message from outbox where id = ?').pluck().get(id) as string);
  const rest = (now = NOW): boolean => archive.write((tx) => restMessages(tx, now));
  const restAll = (now = NOW): number => {
    let portions = 0;
    while (rest(now)) portions += 1;
    return portions;
  };
  return { archive, put, message, rest, restAll };
}

const LIGHT = { text: '', attachment: { maker: 'month-xlsx', name: 'bang.xlsx', show: 'document' } };

describe('a message settled long ago', () => {
  it.each<End>(['sent', 'failed', 'withdrawn'])(
    'that was %s keeps neither words nor data, only what its file was',
    (end) => {
      const { put, message, restAll } = room();
      const id = put(end);
      restAll();
      expect(message(id)).toEqual(LIGHT);
    },
  );

  it.each<End>(['waiting', 'sending'])('but is %s is not settled: it stays as it was', (end) => {
    const { put, message, restAll } = room();
    const id = put(end);
    const after = put('sent');
    restAll();
    expect(message(id)).toEqual(TABLE);
    expect(message(after)).toEqual(LIGHT);
  });

  it('that waits is sent whole afterwards, by this door or another', () => {
    const { archive, put, restAll } = room();
    const id = put('sending');
    archive.write((tx) => postpone(tx, id, 'unreachable: no line', NOW));
    restAll();
    expect(sendable(archive.read, TO, NOW, 9).map(({ message }) => message)).toEqual([TABLE]);
  });

  it.each([
    [WORDS_KEPT_DAYS + 1, LIGHT],
    [WORDS_KEPT_DAYS, TABLE],
    [0, TABLE],
  ])('is one of %i days ago or more', (days, expected) => {
    const { put, message, restAll } = room();
    const id = put('sent', { at: daysAgo(days) });
    restAll();
    expect(message(id)).toEqual(expected);
  });

  it('keeps everything of its row but the message', () => {
    const { archive, put, restAll } = room();
    put('sent', { key: 'remind:2026-08-01:7', personId: 7, priority: 1 });
    put('failed', { key: 'k:1' });
    const rows = () => archive.sqlite.prepare('select * from outbox').all() as Record<string, unknown>[];
    const without = (each: Record<string, unknown>) => ({ ...each, message: undefined });
    const before = rows();
    restAll();
    expect(rows().map(without)).toEqual(before.map(without));
    expect(rows()).not.toEqual(before);
  });

  it('says as before what became of it, wherever that is asked', () => {
    const { archive, put, restAll } = room();
    archive.write((tx) => addRecipients(tx, 3, [{ person: 7 }, { person: 8 }, { person: 9, why: 'not_enrolled' }]));
    const rows = [
      put('sent', { key: 'remind:2026-08-01:7', personId: 7 }),
      put('failed', { key: 'remind:2026-08-01:8' }),
    ];
    archive.write((tx) => {
      for (const [at, { id }] of nextRecipients(tx, 3, 9).entries()) noteEnqueued(tx, id, rows[at] ?? 0);
      noteLostPicture(tx, rows[0] ?? 0);
    });
    const { read } = archive;
    const asked = () => ({
      account: accountOf(read, 3),
      lost: picturesLost(read, 3),
      ledger: ledger(read, 'remind:'),
      chased: remindersSent(read, [7, 8], '2026-07-01'),
      under: messageUnder(read, 'remind:2026-08-01:7', TO),
      newest: newestMessage(read, TO),
      counted: sentSince(read, TO, 0),
    });
    const before = asked();
    expect(before).toMatchObject({ lost: 1, account: { total: 3, sent: 1 }, counted: 1, under: 'm1' });
    restAll();
    expect(asked()).toEqual(before);
  });
});

describe('letting go', () => {
  it('takes so many rows at a time, and so many bytes', () => {
    const rows = room();
    for (let n = 0; n < PORTION_ROWS + 1; n += 1) rows.put('sent', { message: { text: 'Chào' } });
    expect(rows.restAll()).toBe(2);
    const data = 'x'.repeat(PORTION_BYTES);
    const heavy = room();
    for (let n = 0; n < 3; n += 1) {
      heavy.put('sent', {
        message: { ...TABLE, attachment: { maker: 'json', name: 'a.json', show: 'document', data } },
      });
    }
    expect(heavy.restAll()).toBe(3);
  });

  it('gives the room back to the file', () => {
    const { archive, put, restAll } = room();
    archive.write(() => {
      for (let n = 0; n < 2 * PORTION_ROWS; n += 1) put('sent', { message: { text: 'Chào anh/chị. '.repeat(40) } });
    });
    const { sqlite } = archive;
    const bytes = (): number => weigh(sqlite).tables.get('outbox') ?? 0;
    const before = bytes();
    restAll();
    expect(bytes()).toBeLessThan(before / 2);
    expect(weigh(sqlite).free).toBeGreaterThan(before / 2);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('goes on where it came to, and looks at nothing twice', () => {
    const { archive, put, message, rest } = room();
    const ids = Array.from({ length: PORTION_ROWS + 1 }, () => put('sent', { message: { text: 'Chào' } }));
    expect(rest()).toBe(true);
    // As if somebody had put words back: a second look would take them again.
    archive.sqlite.prepare('update outbox set message = ? where id = ?').run(JSON.stringify({ text: '!' }), ids[0]);
    expect([rest(), rest()]).toEqual([true, false]);
    expect(ids.map(message).filter((each) => (each as Outbound).text !== '')).toEqual([{ text: '!' }]);
  });

  it('leaves all as it was where its transaction fails, and does it the next time', () => {
    const { archive, put, message, restAll } = room();
    const id = put('sent');
    const died = () =>
      archive.write((tx) => {
        restMessages(tx, NOW);
        throw new Error('the power went');
      });
    expect(died).toThrow('the power went');
    expect(message(id)).toEqual(TABLE);
    expect(restAll()).toBe(1);
    expect(message(id)).toEqual(LIGHT);
  });

  it('is not held up by a row written under a clock that was years ahead', () => {
    const { put, message, restAll } = room();
    const ahead = put('sent', { at: daysAgo(-900) });
    const old = put('sent');
    restAll();
    expect([message(ahead), message(old)]).toEqual([TABLE, LIGHT]);
  });

  it('takes nothing too early because of a row written under a clock that was years behind', () => {
    const { put, message, restAll } = room();
    const young = put('sent', { at: daysAgo(1) });
    const behind = put('sent', { at: daysAgo(2_000) });
    restAll();
    expect([message(young), message(behind)]).toEqual([TABLE, LIGHT]);
  });

  it('finds nothing in an empty archive, nor after all is done', () => {
    const { put, rest } = room();
    expect(rest()).toBe(false);
    put('sent');
    expect([rest(), rest()]).toEqual([true, false]);
  });
});

describe('timers of reminders', () => {
  const LONG_AGO = addDays(TODAY, -TIMERS_KEPT_DAYS - 1);

  function withTimers(rows: [key: string, kind: string, end: TimerEnd | 'waiting', settledAt: Instant][]) {
    const { archive } = temporaryArchive();
    archive.write((tx: Tx) => {
      for (const [at, [key, kind, end, settledAt]] of rows.entries()) {
        plan(tx, { key, kind, dueAt: settledAt, personId: 7, payload: {} });
        if (end !== 'waiting') settle(tx, at + 1, end, settledAt);
      }
    });
    const keys = (): unknown[] => archive.sqlite.prepare('select key from timers order by id').pluck().all();
    return { archive, keys };
  }
  const at = instantOf(LONG_AGO, '08:00');

  it.each<TimerEnd>(['fired', 'skipped', 'needless'])('are removed long after they were %s', (end) => {
    const { archive, keys } = withTimers([[`${REMIND}:${LONG_AGO}:7`, REMIND, end, at]]);
    expect(archive.write((tx) => removeTimers(tx, NOW))).toBe(false);
    expect(keys()).toEqual([]);
  });

  it.each<[string, string, string, TimerEnd | 'waiting', Instant]>([
    ['still waits', `${REMIND}:${LONG_AGO}:7`, REMIND, 'waiting', at],
    ['is not that old', `${REMIND}:${addDays(LONG_AGO, 1)}:7`, REMIND, 'fired', at + 86_400_000],
    ['was asked for lately, of a day long ago', `${REMIND}:${LONG_AGO}:7:asked-${TODAY}`, REMIND, 'fired', NOW],
    ['is of another kind', `snooze:7:${at}`, 'snooze', 'fired', at],
    ['sorts behind all reminders', `reminders:${LONG_AGO}`, 'other', 'fired', at],
  ])('stay where one %s', (_, key, kind, end, settledAt) => {
    const { archive, keys } = withTimers([[key, kind, end, settledAt]]);
    archive.write((tx) => removeTimers(tx, NOW));
    expect(keys()).toEqual([key]);
  });

  it('go so many at a time', () => {
    const rows = Array.from({ length: PORTION_ROWS + 1 }, (_, n) => [
      `${REMIND}:${LONG_AGO}:${n}`,
      REMIND,
      'fired',
      at,
    ]);
    const { archive, keys } = withTimers(rows as Parameters<typeof withTimers>[0]);
    expect(archive.write((tx) => removeTimers(tx, NOW))).toBe(true);
    expect(keys()).toHaveLength(1);
    expect(archive.write((tx) => removeTimers(tx, NOW))).toBe(false);
    expect(keys()).toEqual([]);
  });
});
