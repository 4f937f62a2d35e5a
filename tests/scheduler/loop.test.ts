/** The heartbeat: what is due is read from the archive, so no tick more or less loses or repeats anything. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dutyWorld } from '../../bot/duties/duty-world.ts';
import type { Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { memberships, people, units } from '../../db/schema.ts';
import { markRosterChanged } from '../../db/units.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import { dateAt, instantOf } from '../../domain/date.ts';
import type { Role } from '../../domain/person.ts';
import type { Speak } from '../../scheduler/fire.ts';
import type { LoopParts } from '../../scheduler/loop.ts';
import { makeLoop } from '../../scheduler/loop.ts';
import { temporaryArchive } from '../support/archive.ts';
import { fakeClock } from '../support/clock.ts';

const CALENDAR = makeCalendar([], []);
/** Nothing is owed of the months before, so that what comes is the month that opens in October 2021. */
const SINCE = '2021-10-01';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function addUnit(tx: Tx, code: string): number {
  const [unit] = tx
    .insert(units)
    .values({ code, name: `Phường ${code}`, kind: 'ward' })
    .returning()
    .all();
  markRosterChanged(tx, 0);
  return unit?.id ?? 0;
}

function addPerson(tx: Tx, code: string, unitIds: number[], role: Role = 'staff'): void {
  const [person] = tx.insert(people).values({ code, name: code }).returning().all();
  for (const unitId of unitIds)
    tx.insert(memberships)
      .values({ personId: person?.id ?? 0, unitId, role })
      .run();
}

function room(date: string, time: string, more: Partial<LoopParts> = {}) {
  const temporary = temporaryArchive();
  const clock = fakeClock(date, time);
  const spoken: string[] = [];
  const speak: Speak = (_tx, { key }) => {
    spoken.push(key);
    return 'fired';
  };
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const nudge = vi.fn();
  const world = { directives: [], calendar: CALENDAR, window: 'calendar_month' } as const;
  const start = () =>
    makeLoop({
      archive: temporary.archive,
      clock: clock.now,
      calendar: () => CALENDAR,
      worldAt: (day, units) => ({ ...dutyWorld(world, temporary.archive.read, day, units), since: SINCE }),
      speak,
      deliver: { nudge },
      log,
      ...more,
    });
  temporary.archive.write((tx) => {
    const unit = addUnit(tx, 'A');
    addPerson(tx, 'lan', [unit, addUnit(tx, 'B')]);
    addPerson(tx, 'sếp', [unit], 'leader');
  });
  return { temporary, clock, spoken, log, nudge, start };
}

describe('a tick', () => {
  it('plans, fires and wakes the delivery', async () => {
    const { clock, spoken, nudge, log, start } = room('2021-09-30', '23:00');
    const loop = start();
    await loop.tick();
    expect(spoken).toEqual([]);
    clock.advance(9 * HOUR);
    await loop.tick();
    expect(spoken).toEqual(['remind:2021-10-01:1']);
    expect(nudge).toHaveBeenCalledTimes(2);
    expect(log.error).not.toHaveBeenCalled();
  });

  it('two at once are one', async () => {
    const { spoken, nudge, start } = room('2021-10-01', '08:00');
    const loop = start();
    await Promise.all([loop.tick(), loop.tick()]);
    expect(spoken).toHaveLength(1);
    expect(nudge).toHaveBeenCalledTimes(1);
  });

  it('speaks once a working day, through ticks at odd hours, restarts and a clock set back', async () => {
    const { temporary, clock, spoken, start } = room('2021-09-30', '00:00');
    let loop = start();
    for (let beat = 0; beat < 120; beat += 1) {
      clock.advance(17 * HOUR);
      if (beat % 20 === 19) {
        temporary.reopen();
        loop = start();
      }
      await loop.tick();
      if (beat % 10 !== 9) continue;
      clock.set(clock.now() - 3 * DAY);
      await loop.tick();
      clock.set(clock.now() + 3 * DAY);
    }
    clock.set(instantOf('2021-12-27', '10:00'));
    await loop.tick();
    expect(new Set(spoken).size).toBe(spoken.length);
    const planned = temporary.archive.sqlite
      .prepare('select key, state from timers where due_at <= ?')
      .all(clock.now());
    expect(planned.length).toBeGreaterThan(50);
    expect((planned as { key: string; state: string }[]).filter(({ state }) => state === 'waiting')).toEqual([]);
    for (const key of spoken) expect([0, 6]).not.toContain(new Date(`${key.slice(7, 17)}T00:00:00Z`).getUTCDay());
  });

  it('speaks after downtime for the newest day, and says what it skipped', async () => {
    const { temporary, clock, spoken, start } = room('2021-09-20', '08:00');
    await start().tick();
    // 2 October 2021 is a Saturday: nobody is asked before Monday.
    clock.advance(12 * DAY);
    await start().tick();
    expect(spoken).toEqual([]);
    clock.advance(3 * DAY);
    await start().tick();
    expect(spoken).toEqual(['remind:2021-10-04:1']);
    expect(temporary.archive.sqlite.prepare("select key from timers where state = 'skipped'").all()).toEqual([
      { key: 'remind:2021-10-01:1' },
    ]);
  });

  it('asks who joins while a month is open for its opening, and who joins after as one who is late', async () => {
    const { temporary, clock, spoken, start } = room('2021-10-01', '08:00');
    const loop = start();
    await loop.tick();
    temporary.archive.write((tx) => addPerson(tx, 'ha', [1]));
    clock.advance(15 * MINUTE);
    await loop.tick();
    expect(spoken).toEqual(['remind:2021-10-01:1', 'remind:2021-10-01:3']);
    clock.advance(7 * DAY);
    temporary.archive.write((tx) => addPerson(tx, 'tư', [1]));
    await loop.tick();
    expect(spoken.filter((key) => key.endsWith(':4'))).toEqual(['remind:2021-10-08:4']);
  });

  it('plans at once when the roster has changed', async () => {
    const { temporary, spoken, start } = room('2021-10-01', '08:00');
    const loop = start();
    await loop.tick();
    temporary.archive.write((tx) => addPerson(tx, 'ha', [addUnit(tx, 'C')]));
    await loop.tick();
    expect(spoken).toEqual(['remind:2021-10-01:1', 'remind:2021-10-01:3']);
  });

  it('has a reminder that waited overnight said anew in the morning', async () => {
    const { temporary, clock, spoken, start } = room('2021-10-01', '08:00');
    const loop = start();
    const to = { channel: 'play', account: 'bot', id: 'lan' } as const;
    temporary.archive.write((tx) =>
      enqueue(tx, { key: 'remind:2021-10-01:9', personId: 9, to, priority: 1, message: { text: '' }, at: clock.now() }),
    );
    await loop.tick();
    clock.advance(DAY);
    await loop.tick();
    expect(temporary.archive.sqlite.prepare('select state from outbox').all()).toEqual([{ state: 'withdrawn' }]);
    expect(spoken.filter((key) => key.startsWith('remind:2021-10-01:9'))).toEqual([]);
    clock.advance(2 * DAY);
    expect(dateAt(clock.now())).toBe('2021-10-04');
    await loop.tick();
    expect(spoken.filter((key) => key.startsWith('remind:2021-10-01:9'))).toEqual(['remind:2021-10-01:9:1']);
  });

  it('fires and delivers what is planned although planning fails, and lives', async () => {
    let broken = false;
    const { clock, spoken, nudge, log, start, temporary } = room('2021-09-30', '08:00', {
      worldAt: (day, units) => {
        if (broken) throw new Error('setting unreadable');
        const world = { directives: [], calendar: CALENDAR, window: 'calendar_month' } as const;
        return { ...dutyWorld(world, temporary.archive.read, day, units), since: SINCE };
      },
    });
    const loop = start();
    await loop.tick();
    broken = true;
    clock.advance(DAY);
    await loop.tick();
    expect(spoken).toEqual(['remind:2021-10-01:1']);
    expect(log.error).toHaveBeenCalledTimes(1);
    broken = false;
    await loop.tick();
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(nudge).toHaveBeenCalledTimes(3);
  });

  it('delivers although firing fails', async () => {
    let broken = false;
    const { nudge, log, start } = room('2021-10-01', '08:00', {
      calendar: () => {
        if (broken) throw new Error('calendar unreadable');
        return CALENDAR;
      },
    });
    broken = true;
    await start().tick();
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(nudge).toHaveBeenCalledTimes(1);
  });
});

describe('the loop', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2021, 9, 1, 1, 0, 30) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ticks at its start, then each minute, and no more once stopped', async () => {
    const { nudge, start } = room('2021-10-01', '08:00', { clock: () => Date.now() });
    const loop = start();
    loop.start();
    await vi.waitFor(() => expect(nudge).toHaveBeenCalledTimes(1));
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(nudge).toHaveBeenCalledTimes(4);
    await loop.stop();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(nudge).toHaveBeenCalledTimes(4);
  });
});
