/** What the outbox promises: said once for each key, in order within a chat, and every row accounted for. */
import { describe, expect, it } from 'vitest';
import { ledger } from '../../db/ledger.ts';
import type { Tx } from '../../db/open.ts';
import type { Parcel } from '../../db/outbox.ts';
import {
  claim,
  enqueue,
  nextTry,
  postpone,
  recover,
  redirect,
  sendable,
  settleFailed,
  settleSent,
} from '../../db/outbox.ts';
import { temporaryArchive } from '../support/archive.ts';

const DOOR = { channel: 'telegram', account: 'bot' } as const;
const NOW = 1_000;

function put(tx: Tx, chat: string, text: string, more: Partial<Parcel> = {}): number | undefined {
  return enqueue(tx, { to: { ...DOOR, id: chat }, priority: 0, message: { text }, at: NOW, ...more });
}

function withRows(rows: [chat: string, text: string, more?: Partial<Parcel>][]) {
  const temporary = temporaryArchive();
  const { archive } = temporary;
  archive.write((tx) => {
    for (const row of rows) put(tx, ...row);
  });
  const ready = (now = NOW, limit = 99) => sendable(archive.read, DOOR, now, limit).map((row) => row.message.text);
  return { temporary, archive, ready };
}

describe('enqueue', () => {
  it('keeps the message as it was decided', () => {
    const { archive } = temporaryArchive();
    const message = { text: 'Chào đồng chí', choices: [[{ id: 'yes', label: 'Có' }]], multiple: true };
    expect(archive.write((tx) => put(tx, 'c1', '', { message, personId: 7 }))).toBe(1);
    const to = { ...DOOR, id: 'c1' };
    expect(sendable(archive.read, DOOR, NOW, 9)).toEqual([{ id: 1, personId: 7, to, message, attempts: 0 }]);
  });

  it('takes one row for a key, and any number without', () => {
    const { archive } = temporaryArchive();
    const ids = archive.write((tx) => [
      put(tx, 'c1', 'a', { key: 'k' }),
      put(tx, 'c2', 'b', { key: 'k' }),
      put(tx, 'c1', 'c'),
      put(tx, 'c1', 'c'),
    ]);
    expect(ids.map((id) => id === undefined)).toEqual([false, true, false, false]);
    expect(new Set(ids).size).toBe(4);
  });

  it('does not send a key again after it was sent or given up', () => {
    const { archive } = withRows([
      ['c1', 'a', { key: 'k' }],
      ['c1', 'b', { key: 'l' }],
    ]);
    archive.write((tx) => {
      settleSent(tx, 1, 'm1', NOW);
      settleFailed(tx, 2, 'rejected', NOW);
    });
    expect(archive.write((tx) => [put(tx, 'c1', 'a', { key: 'k' }), put(tx, 'c1', 'b', { key: 'l' })])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is ready at once also when the clock was set back since', () => {
    const { ready } = withRows([['c1', 'a', { at: 5_000 }]]);
    expect(ready(1)).toEqual(['a']);
  });
});

describe('sendable', () => {
  it.each<[promise: string, rows: [string, string, Partial<Parcel>?][], ready: string[]]>([
    [
      'offers one row of each chat',
      [
        ['c1', 'a'],
        ['c1', 'b'],
        ['c2', 'c'],
      ],
      ['a', 'c'],
    ],
    [
      'lets replies overtake bulk across chats',
      [
        ['c1', 'bulk', { priority: 2 }],
        ['c2', 'reply'],
      ],
      ['reply', 'bulk'],
    ],
    [
      'lets a reply overtake bulk in its chat',
      [
        ['c1', 'bulk', { priority: 2 }],
        ['c1', 'reply'],
      ],
      ['reply'],
    ],
    [
      'lets reminders overtake bulk',
      [
        ['c1', 'bulk', { priority: 2 }],
        ['c2', 'reminder', { priority: 1 }],
      ],
      ['reminder', 'bulk'],
    ],
    [
      'never lets bulk overtake a reply',
      [
        ['c1', 'reply'],
        ['c1', 'bulk', { priority: 2 }],
      ],
      ['reply'],
    ],
    ['leaves other accounts alone', [['c1', 'a', { to: { channel: 'telegram', account: 'old', id: 'c1' } }]], []],
    ['leaves other channels alone', [['c1', 'a', { to: { channel: 'web-chat', account: 'bot', id: 'c1' } }]], []],
    [
      'knows a chat by channel, account and id',
      [
        ['c1', 'a', { to: { channel: 'play', account: 'bot', id: 'c1' } }],
        ['c1', 'b'],
      ],
      ['b'],
    ],
  ])('%s', (_promise, rows, expected) => {
    expect(withRows(rows).ready()).toEqual(expected);
  });

  it('holds a chat while one of its rows is being sent, also for a reply', () => {
    const { archive, ready } = withRows([['c1', 'bulk', { priority: 2 }]]);
    archive.write((tx) => claim(tx, 1));
    archive.write((tx) => put(tx, 'c1', 'reply'));
    expect(ready()).toEqual([]);
    archive.write((tx) => settleSent(tx, 1, 'm1', NOW));
    expect(ready()).toEqual(['reply']);
  });

  it('holds a chat while its first row waits for another try', () => {
    const { archive, ready } = withRows([
      ['c1', 'a'],
      ['c1', 'b'],
      ['c2', 'c'],
    ]);
    archive.write((tx) => {
      claim(tx, 1);
      postpone(tx, 1, 'unreachable', 2_000);
    });
    expect(ready(1_999)).toEqual(['c']);
    expect(ready(2_000)).toEqual(['a', 'c']);
    expect(nextTry(archive.read, DOOR, NOW)).toBe(2_000);
    expect(nextTry(archive.read, DOOR, 2_000)).toBeUndefined();
  });

  it('goes on with a chat after its first row was given up', () => {
    const { archive, ready } = withRows([
      ['c1', 'a'],
      ['c1', 'b'],
    ]);
    archive.write((tx) => settleFailed(tx, 1, 'rejected', NOW));
    expect(ready()).toEqual(['b']);
  });

  it('gives out no more than asked for', () => {
    expect(
      withRows([
        ['c1', 'a'],
        ['c2', 'b'],
        ['c3', 'c'],
      ]).ready(NOW, 2),
    ).toEqual(['a', 'b']);
  });

  it('reads the partial indexes and never the whole table', () => {
    const { archive } = temporaryArchive();
    const asked: string[] = [];
    const prepare = archive.sqlite.prepare.bind(archive.sqlite);
    archive.sqlite.prepare = ((text: string) => {
      asked.push(text);
      return prepare(text);
    }) as typeof archive.sqlite.prepare;
    sendable(archive.read, DOOR, NOW, 9);
    nextTry(archive.read, DOOR, NOW);
    const steps = asked.flatMap((text) => {
      const holes = [...text.matchAll(/\?/g)].map(() => 0);
      return prepare(`explain query plan ${text}`).all(...holes) as { detail: string }[];
    });
    const tables = steps.map(({ detail }) => detail).filter((detail) => /^(SCAN|SEARCH) /.test(detail));
    expect(tables).toHaveLength(3);
    for (const detail of tables) expect(detail).toMatch(/USING INDEX outbox_(waiting|chat)/);
  });
});

describe('claim', () => {
  it('counts the try and gives a row to one sender only', () => {
    const { archive } = withRows([['c1', 'a']]);
    expect(archive.write((tx) => [claim(tx, 1), claim(tx, 1), claim(tx, 99)])).toEqual([true, false, false]);
    archive.write((tx) => postpone(tx, 1, 'unreachable', NOW));
    expect(sendable(archive.read, DOOR, NOW, 1)[0]?.attempts).toBe(1);
  });
});

describe('recover', () => {
  it('retries once what was being sent, and marks it for good', () => {
    const { archive, temporary } = withRows([
      ['c1', 'a', { key: 'k1' }],
      ['c2', 'b', { key: 'k2' }],
    ]);
    archive.write((tx) => claim(tx, 1));
    const after = temporary.reopen();
    expect(after.write((tx) => recover(tx, ['telegram'], NOW))).toEqual({ retried: 1, givenUp: 0 });
    expect(sendable(after.read, DOOR, NOW, 9).map((row) => row.id)).toEqual([1, 2]);
    after.write((tx) => {
      claim(tx, 1);
      postpone(tx, 1, 'throttled', NOW);
      claim(tx, 1);
      settleSent(tx, 1, 'm1', NOW);
      claim(tx, 2);
      settleSent(tx, 2, 'm2', NOW);
    });
    expect(ledger(after.read, 'k')).toEqual({
      total: 2,
      waiting: 0,
      sent: 2,
      failed: 0,
      withdrawn: 0,
      perhapsTwice: 1,
      unreached: [],
    });
  });

  it('gives up what was being sent at two crashes', () => {
    const { archive } = withRows([['c1', 'a', { key: 'k' }]]);
    for (const expected of [
      { retried: 1, givenUp: 0 },
      { retried: 0, givenUp: 1 },
      { retried: 0, givenUp: 0 },
    ]) {
      archive.write((tx) => claim(tx, 1));
      expect(archive.write((tx) => recover(tx, ['telegram'], NOW))).toEqual(expected);
    }
    expect(ledger(archive.read, 'k').unreached).toEqual([{ key: 'k', failure: 'after_crash twice' }]);
  });

  it('leaves alone what another process sends through another channel', () => {
    const { archive } = withRows([['c1', 'a']]);
    archive.write((tx) => claim(tx, 1));
    expect(archive.write((tx) => recover(tx, ['play'], NOW))).toEqual({ retried: 0, givenUp: 0 });
    expect(archive.write((tx) => recover(tx, [], NOW))).toEqual({ retried: 0, givenUp: 0 });
  });
});

describe('redirect', () => {
  it('moves the row with its key to the other door', () => {
    const { archive, ready } = withRows([['c1', 'a', { key: 'k' }]]);
    archive.write((tx) => {
      claim(tx, 1);
      redirect(tx, 1, { channel: 'web-chat', account: 'bot', id: 'w1' }, 'recipient_gone');
    });
    expect(ready()).toEqual([]);
    const [row] = sendable(archive.read, { channel: 'web-chat', account: 'bot' }, NOW, 9);
    expect(row).toMatchObject({ id: 1, to: { channel: 'web-chat', id: 'w1' }, attempts: 1 });
    expect(archive.write((tx) => put(tx, 'c1', 'a', { key: 'k' }))).toBeUndefined();
    expect(ledger(archive.read, 'k')).toMatchObject({ total: 1, waiting: 1 });
  });
});

describe('ledger', () => {
  it('counts each row of the prefix in one place and no other row', () => {
    const keys = ['b:1:a', 'b:1:b', 'b:1:c', 'b:1:d', 'b:2:a', 'b', 'c'];
    const { archive } = withRows(keys.map((key, index) => [`c${index}`, key, { key, personId: index }]));
    archive.write((tx) => {
      settleSent(tx, 1, 'm1', NOW);
      settleFailed(tx, 2, 'rejected: too long', NOW);
      claim(tx, 3);
      put(tx, 'c1', 'without a key');
    });
    expect(ledger(archive.read, 'b:1:')).toEqual({
      total: 4,
      waiting: 2,
      sent: 1,
      failed: 1,
      withdrawn: 0,
      perhapsTwice: 0,
      unreached: [{ key: 'b:1:b', personId: 1, failure: 'rejected: too long' }],
    });
    expect(ledger(archive.read, 'nothing')).toMatchObject({ total: 0, sent: 0, unreached: [] });
  });
});
