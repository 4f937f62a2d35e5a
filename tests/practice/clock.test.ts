/** The practice clock: only in practice, only forward, kept over a restart; and a journey that stops where things happen. */
import { describe, expect, test } from 'vitest';
import { claimMode, keepSetting, type Mode } from '../../db/settings.ts';
import { plan } from '../../db/timers.ts';
import { type Instant, instantOf, withOffset } from '../../domain/date.ts';
import { practiceClock } from '../../practice/clock.ts';
import { Journey } from '../../practice/journey.ts';
import type { Others } from '../../practice/others.ts';
import { temporaryArchive } from '../support/archive.ts';

const DAY_MS = 86_400_000;
const START = instantOf('2026-11-02', '07:10');

function marked(mode: Mode = 'practice') {
  const place = temporaryArchive();
  place.archive.write((tx) => claimMode(tx, mode));
  return place;
}

describe('the clock', () => {
  test('goes with the clock of the machine until it is moved on, and then ahead of it', () => {
    let real = START;
    const clock = practiceClock(marked().archive, () => real);
    expect(clock.now()).toBe(START);
    clock.moveTo(START + 3 * DAY_MS);
    real += 500;
    expect(clock.now()).toBe(START + 3 * DAY_MS + 500);
  });

  test('is never set back', () => {
    const clock = practiceClock(marked().archive, () => START);
    clock.moveTo(START + DAY_MS);
    for (const past of [START, START - DAY_MS, START + DAY_MS]) {
      clock.moveTo(past);
      expect(clock.now()).toBe(START + DAY_MS);
    }
  });

  test('goes on after a restart where it stood, by as much as the machine went on', () => {
    const place = marked();
    practiceClock(place.archive, () => START).moveTo(START + 40 * DAY_MS);
    const again = practiceClock(place.reopen(), () => START + 60_000);
    expect(again.now()).toBe(START + 40 * DAY_MS + 60_000);
  });

  test.each(['real', 'play'] as const)('is refused to an archive that is %s', (mode) => {
    expect(() => practiceClock(marked(mode).archive, () => START)).toThrow(mode);
  });

  test('is refused to an archive nobody has marked', () => {
    expect(() => practiceClock(temporaryArchive().archive, () => START)).toThrow('undefined');
  });

  test.each(['', 'ngày mai', '-86400000', '1e400', 'NaN', '0.5'])('takes a damaged distance %j for none', (kept) => {
    const { archive } = marked();
    archive.write((tx) => keepSetting(tx, 'practice_clock_offset_ms', kept));
    expect(practiceClock(archive, () => START).now()).toBe(START);
  });
});

/** Nobody acts by themselves. */
const NOBODY = { next: () => undefined, act: () => [] } as unknown as Others;

/** A journey over moments at which something happens; a moment that is `deaf` stays due for ever. */
function journeyOver(moments: Instant[], deaf: Instant[] = []) {
  const { archive } = marked();
  const clock = practiceClock(archive, () => START);
  const waiting = new Set([...moments, ...deaf]);
  const settled: Instant[] = [];
  const journey = new Journey({
    read: archive.read,
    clock,
    nextFire: (now) => (waiting.size === 0 ? undefined : Math.max(now, Math.min(...waiting))),
    settle: async () => {
      settled.push(clock.now());
      for (const at of waiting) if (at <= clock.now() && !deaf.includes(at)) waiting.delete(at);
    },
    others: NOBODY,
  });
  return { archive, clock, journey, settled };
}

describe('a journey to a day', () => {
  const days = (...which: number[]) => which.map((day) => START + day * DAY_MS);

  test('lets everything on the way happen at its own time, and ends exactly there', async () => {
    const { journey, clock, settled } = journeyOver(days(1, 2, 2.5));
    const until = START + 3 * DAY_MS;
    expect(await journey.leg(until)).toEqual({ arrived: true, filed: [] });
    expect(settled).toEqual([START, ...days(1, 2, 2.5), until]);
    expect(clock.now()).toBe(until);
  });

  test('does a bounded piece of work a leg, and is there after enough of them', async () => {
    const { journey, settled, clock } = journeyOver(Array.from({ length: 30 }, (_, n) => START + (n + 1) * 60_000));
    const until = START + 31 * 60_000;
    const first = await journey.leg(until);
    expect(first.arrived).toBe(false);
    expect(settled.length).toBeLessThan(15);
    let legs = 1;
    for (; !(await journey.leg(until)).arrived; legs += 1) expect(legs).toBeLessThan(30);
    expect(legs).toBeGreaterThan(1);
    expect(clock.now()).toBe(until);
    expect(settled).toEqual(expect.arrayContaining(Array.from({ length: 30 }, (_, n) => START + (n + 1) * 60_000)));
  });

  test('never goes further than a week without planning, where nothing seems to happen', async () => {
    const { journey, settled } = journeyOver([]);
    await journey.leg(START + 30 * DAY_MS);
    settled.reduce((before, at) => {
      expect(at - before).toBeLessThanOrEqual(7 * DAY_MS);
      return at;
    });
    expect(settled.at(-1)).toBe(START + 30 * DAY_MS);
  });

  test('does not stand still before what cannot be said', async () => {
    const { journey, clock } = journeyOver(days(2), days(1));
    const until = START + 4 * DAY_MS;
    expect((await journey.leg(until)).arrived).toBe(true);
    expect(clock.now()).toBe(until);
  });

  test('makes two legs asked for at once one after the other', async () => {
    const { journey, settled } = journeyOver(days(1, 2, 3));
    await Promise.all([journey.leg(START + 2 * DAY_MS), journey.leg(START + 3 * DAY_MS)]);
    expect(settled).toEqual([START, ...days(1, 2), ...days(2, 3)]);
  });

  test('makes no further stop once closed', async () => {
    const { journey, clock } = journeyOver(days(1));
    await journey.close();
    expect((await journey.leg(START + 2 * DAY_MS)).arrived).toBe(false);
    expect(clock.now()).toBe(START);
  });

  test.each([
    ['2026-11-03', '2026-11-03T08:00:00+07:00'],
    ['2026-11-02', '2026-11-02T08:00:00+07:00'],
    ['2028-02-29', '2028-02-29T08:00:00+07:00'],
  ])('may be made to %s', (date, moment) => {
    expect(withOffset(journeyOver([]).journey.momentOf(date) ?? 0)).toBe(moment);
  });

  test.each(['2026-11-01', '2025-12-31', '2028-12-31', '2126-11-02', '2027-02-29', '02/11/2027', '', 'mai'])(
    'may not be made to %j',
    (date) => expect(journeyOver([]).journey.momentOf(date)).toBeUndefined(),
  );
});

test('says what is ahead, and that nothing is where nothing is planned', () => {
  const at = START + DAY_MS;
  expect(journeyOver([at]).journey.ahead()).toEqual({ at, people: 0, units: [] });
  expect(journeyOver([]).journey.ahead()).toBeUndefined();
});

test('counts only people who can be reached', () => {
  const { archive, journey } = journeyOver([START + DAY_MS]);
  archive.write((tx) => plan(tx, { key: 'x', kind: 'remind', dueAt: START, personId: 7, payload: {} }));
  expect(journey.ahead()?.people).toBe(0);
});
