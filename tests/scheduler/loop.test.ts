/** The heartbeat: what is due is read from the archive, so no tick more or less loses or repeats anything. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tx } from '../../db/open.ts';
import { memberships, people, units } from '../../db/schema.ts';
import { markRosterChanged } from '../../db/units.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import type { Role } from '../../domain/person.ts';
import type { Speak } from '../../scheduler/fire.ts';
import type { LoopParts } from '../../scheduler/loop.ts';
import { makeLoop } from '../../scheduler/loop.ts';
import { temporaryArchive } from '../support/archive.ts';
import { fakeClock } from '../support/clock.ts';

const CALENDAR = makeCalendar([], []);
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
  const start = () =>
    makeLoop({
      archive: temporary.archive,
      clock: clock.now,
      calendar: () => CALENDAR,
      window: () => 'calendar_month',
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
    expect(spoken).toEqual(['month-open:2021-09:1']);
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

  it('asks each month once, through ticks at odd hours, restarts and a clock set back', async () => {
    const { temporary, clock, spoken, start } = room('2021-01-01', '00:00');
    let loop = start();
    for (let beat = 0; beat < 200; beat += 1) {
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
    const months = ['2020-12', '2021-01', '2021-02', '2021-03', '2021-04'];
    expect(spoken).toEqual(months.map((period) => `month-open:${period}:1`));
  });

  it('asks after downtime for the newest month, and says what it skipped', async () => {
    const { temporary, clock, spoken, start } = room('2021-09-20', '08:00');
    await start().tick();
    clock.advance(40 * DAY);
    // 30 October 2021 is a Saturday: nobody is asked before Monday.
    await start().tick();
    expect(spoken).toEqual([]);
    clock.advance(2 * DAY);
    await start().tick();
    expect(spoken).toEqual(['month-open:2021-10:1']);
    expect(temporary.archive.sqlite.prepare("select key from timers where state = 'skipped'").all()).toEqual([
      { key: 'month-open:2021-09:1' },
    ]);
  });

  it('asks who joins while a month is open, and not who joins after', async () => {
    const { temporary, clock, spoken, start } = room('2021-10-01', '08:00');
    const loop = start();
    await loop.tick();
    temporary.archive.write((tx) => addPerson(tx, 'ha', [1]));
    clock.advance(15 * MINUTE);
    await loop.tick();
    expect(spoken).toEqual(['month-open:2021-09:1', 'month-open:2021-09:3']);
    clock.advance(7 * DAY);
    temporary.archive.write((tx) => addPerson(tx, 'tư', [1]));
    await loop.tick();
    expect(spoken).toHaveLength(2);
  });

  it('plans at once when the roster has changed', async () => {
    const { temporary, spoken, start } = room('2021-10-01', '08:00');
    const loop = start();
    await loop.tick();
    temporary.archive.write((tx) => addPerson(tx, 'ha', [addUnit(tx, 'C')]));
    await loop.tick();
    expect(spoken).toEqual(['month-open:2021-09:1', 'month-open:2021-09:3']);
  });

  it('fires and delivers what is planned although planning fails, and lives', async () => {
    let broken = false;
    const { clock, spoken, nudge, log, start } = room('2021-09-30', '08:00', {
      window: () => {
        if (broken) throw new Error('setting unreadable');
        return 'calendar_month';
      },
    });
    const loop = start();
    await loop.tick();
    broken = true;
    clock.advance(DAY);
    await loop.tick();
    expect(spoken).toEqual(['month-open:2021-09:1']);
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
    expect(log.error).toHaveBeenCalledTimes(2);
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
