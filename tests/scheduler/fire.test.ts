/** When a timer speaks: once, in office hours, the newest first, and not when the work is done. */
import { describe, expect, it, vi } from 'vitest';
import { ledger } from '../../db/ledger.ts';
import { enqueue } from '../../db/outbox.ts';
import { plan } from '../../db/timers.ts';
import { makeCalendar, PUSH_HOURS } from '../../domain/calendar.ts';
import { instantOf } from '../../domain/date.ts';
import type { FireParts, Speak } from '../../scheduler/fire.ts';
import { FIRED_PER_TICK, fire, nextFire } from '../../scheduler/fire.ts';
import { temporaryArchive } from '../support/archive.ts';

const calendar = makeCalendar([], [2021]);
/** A Monday. */
const at = (time: string, date = '2021-10-25') => instantOf(date, time);
const NONE = { fired: 0, needless: 0, skipped: 0, failed: 0 };

function room(timers: [key: string, dueAt: number, personId?: number, kind?: string][]) {
  const temporary = temporaryArchive();
  temporary.archive.write((tx) => {
    for (const [key, dueAt, personId, kind = 'month-open'] of timers) {
      plan(tx, { key, kind, dueAt, ...(personId === undefined ? {} : { personId }), payload: {} });
    }
  });
  const spoken: string[] = [];
  const says: Speak = (tx, { key }, now) => {
    spoken.push(key);
    enqueue(tx, {
      key: `t:${key}`,
      to: { channel: 'play', account: 'bot', id: 'lan' },
      priority: 1,
      message: { text: key },
      at: now,
    });
    return 'fired';
  };
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const run = (now: number, speak: Speak = says, more: Partial<FireParts> = {}) =>
    fire({ archive: temporary.archive, now, calendar, hours: PUSH_HOURS, speak, log, ...more });
  const states = () =>
    Object.fromEntries(
      (temporary.archive.sqlite.prepare('select key, state from timers').all() as { key: string; state: string }[]).map(
        ({ key, state }) => [key, state],
      ),
    );
  return { temporary, spoken, says, log, run, states };
}

describe('fire', () => {
  it('lets what is due speak once, and nothing before its time', async () => {
    const { spoken, run } = room([
      ['a', at('08:00'), 1],
      ['b', at('08:01'), 2],
    ]);
    expect(await run(at('07:59'))).toEqual(NONE);
    expect(await run(at('08:00'))).toEqual({ ...NONE, fired: 1 });
    expect(await run(at('08:00'))).toEqual(NONE);
    expect(await run(at('08:01'))).toEqual({ ...NONE, fired: 1 });
    expect(spoken).toEqual(['a', 'b']);
  });

  it('repeats nothing when the clock goes back', async () => {
    const { spoken, run } = room([['a', at('08:00'), 1]]);
    for (const time of ['08:00', '07:30', '08:00', '09:00']) await run(at(time));
    expect(spoken).toEqual(['a']);
  });

  it('is one when two run at once', async () => {
    const { spoken, run } = room(Array.from({ length: 90 }, (_, person) => [`t${person}`, at('08:00'), person + 1]));
    const [first, second] = await Promise.all([run(at('08:00')), run(at('08:00'))]);
    expect(first.fired + second.fired).toBe(90);
    expect(new Set(spoken).size).toBe(spoken.length);
  });

  it('records what the work itself made needless', async () => {
    const { run, states, temporary } = room([['a', at('08:00'), 1]]);
    expect(await run(at('08:00'), () => 'needless')).toEqual({ ...NONE, needless: 1 });
    expect(states()).toEqual({ a: 'needless' });
    expect(ledger(temporary.archive.read, 't:').total).toBe(0);
  });

  it.each<[why: string, due: number, silent: number, speaks: number]>([
    ['before the morning', at('06:00'), at('07:29'), at('07:30')],
    ['at noon', at('11:00'), at('13:29'), at('13:30')],
    ['in the evening', at('16:30'), at('23:00'), at('07:30', '2021-10-26')],
    ['at the weekend', at('08:00', '2021-10-23'), at('10:00', '2021-10-24'), at('07:30')],
  ])('waits for office hours: due %s', async (_why, due, silent, speaks) => {
    const { temporary, spoken, run, states } = room([['a', due, 1]]);
    await run(due);
    await run(silent);
    expect(spoken).toEqual([]);
    expect(states()).toEqual({ a: 'waiting' });
    expect(nextFire(temporary.archive.read, calendar, PUSH_HOURS, due)).toBe(speaks);
    await run(speaks);
    expect(spoken).toEqual(['a']);
  });

  it('says when it next has something to do', () => {
    const { temporary } = room([['a', at('08:00'), 1]]);
    const next = (now: number) => nextFire(temporary.archive.read, calendar, PUSH_HOURS, now);
    expect(next(at('06:00'))).toBe(at('08:00'));
    expect(next(at('09:00'))).toBe(at('09:00'));
    expect(nextFire(temporaryArchive().archive.read, calendar, PUSH_HOURS, 0)).toBeUndefined();
  });

  it('after downtime: the newest of a person and kind speaks, the older are recorded as skipped', async () => {
    const { run, spoken, states } = room([
      ['aug', at('08:00', '2021-09-01'), 1],
      ['sep', at('08:00', '2021-10-01'), 1],
      ['other kind', at('08:00', '2021-09-02'), 1, 'yearly'],
      ['other person', at('08:00', '2021-09-01'), 2],
      ['nobody 1', at('08:00', '2021-09-01')],
      ['nobody 2', at('08:00', '2021-09-02')],
    ]);
    expect(await run(at('08:00'))).toEqual({ ...NONE, fired: 5, skipped: 1 });
    expect(spoken.toSorted()).toEqual(['nobody 1', 'nobody 2', 'other kind', 'other person', 'sep']);
    expect(states().aug).toBe('skipped');
  });

  it('lets an older one speak when the newest has nothing left to say', async () => {
    const { run, says, states } = room([
      ['jul', at('08:00', '2021-08-02'), 1],
      ['aug', at('08:00', '2021-09-01'), 1],
      ['sep', at('08:00', '2021-10-01'), 1],
    ]);
    await run(at('08:00'), (tx, timer, now) => (timer.key === 'sep' ? 'needless' : says(tx, timer, now)));
    expect(states()).toEqual({ jul: 'skipped', aug: 'fired', sep: 'needless' });
  });

  it('leaves a timer waiting, and nothing written, when speaking fails; the others speak', async () => {
    const { temporary, run, says, states, log } = room([
      ['old', at('07:00'), 1],
      ['new', at('08:00'), 1],
      ['b', at('08:00'), 2],
    ]);
    const broken: Speak = (tx, timer, now) => {
      const end = says(tx, timer, now);
      if (timer.personId === 1) throw new Error('no sentence');
      return end;
    };
    expect(await run(at('08:00'), broken)).toEqual({ ...NONE, fired: 1, failed: 1 });
    expect(states()).toEqual({ old: 'waiting', new: 'waiting', b: 'fired' });
    expect(ledger(temporary.archive.read, 't:').total).toBe(1);
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(await run(at('08:01'))).toEqual({ ...NONE, fired: 1, skipped: 1 });
    expect(ledger(temporary.archive.read, 't:').total).toBe(2);
  });

  it('a crash in the middle leaves each timer done with its message or waiting without', async () => {
    const { temporary, says, run, states } = room(
      Array.from({ length: 25 }, (_, person) => [`t${person}`, at('08:00'), person + 1]),
    );
    const archive = {
      read: temporary.archive.read,
      write: ((work) => {
        if (states().t0 === 'fired') throw new Error('the process died');
        return temporary.archive.write(work);
      }) satisfies FireParts['archive']['write'],
    };
    await run(at('08:00'), says, { archive });
    const spoke = Object.keys(states()).filter((key) => states()[key] === 'fired');
    expect(spoke.length).toBeGreaterThan(0);
    expect(states().t24).toBe('waiting');
    temporary.reopen();
    expect(ledger(temporary.archive.read, 't:').total).toBe(spoke.length);
  });

  it('fires a bounded number at a time, splits nobody, and comes to an end', async () => {
    const people = FIRED_PER_TICK - 1;
    const { run, says } = room([
      ...Array.from({ length: people }, (_, person): [string, number, number] => [
        `a${person}`,
        at('08:00'),
        person + 1,
      ]),
      ['newer', at('08:00'), people + 1],
      ['older', at('07:00'), people + 1],
    ]);
    expect(await run(at('08:00'), says)).toEqual({ ...NONE, fired: people });
    expect(await run(at('08:01'), says)).toEqual({ ...NONE, fired: 1, skipped: 1 });
    expect(await run(at('08:02'), says)).toEqual(NONE);
  });

  it('lets others have their turn while it fires many', async () => {
    const { run } = room(Array.from({ length: 100 }, (_, person) => [`t${person}`, at('08:00'), person + 1]));
    let turns = 0;
    let over = false;
    const count = (): void => {
      turns += 1;
      if (!over) setImmediate(count);
    };
    setImmediate(count);
    await run(at('08:00'));
    over = true;
    expect(turns).toBeGreaterThanOrEqual(4);
  });
});
