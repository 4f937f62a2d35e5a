/**
 * A year of reminders on a simulated clock, with everything that happens to a service: days on which it is down, doors
 * that refuse, clocks set forward and back, two beats at once, the process killed, months sent and reports done at any
 * moment. Checked against a calendar that shares no line with ours. The size of the whole country is measured by
 * `npm run bench -- reminder-year`.
 */
import { describe, expect, it } from 'vitest';
import { dateAt, type Instant, instantOf, timeAt } from '../../domain/date.ts';
import { isOpen, openDay, openDays, openFrom, plus } from '../support/plain-calendar.ts';
import { type Province, reminderProvince, UNITS } from '../support/reminder-province.ts';

const [FIRST, LAST] = ['2026-09-01', '2027-08-31'];
const HOUR = 3_600_000;
/** Looked at in a day: before the hours, at eight, in between, in the afternoon and after the hours. */
const BEATS = ['06:40', '08:00', '09:30', '14:10', '19:00'];

/** What a commune owes and is reminded of: by day, from rules typed out here. */
function schedule(): Map<string, string[]> {
  const days = new Map<string, string[]>();
  const add = (day: string, what: string) => days.set(day, [...(days.get(day) ?? []), what]);
  const ladder = (what: string, due: string, rungs: number[]) => {
    for (const n of rungs) add(openDay(due, -n), what);
    for (let n = 1; n <= 30; n += 1) add(openDay(due, n), what);
  };
  for (let n = 7; n < 20; n += 1) {
    const [year, month] = [2026 + Math.floor(n / 12), (n % 12) + 1];
    const next = `${year + (month === 12 ? 1 : 0)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    const opens = openFrom(next);
    add(opens, `${year}-${String(month).padStart(2, '0')}`);
    ladder(`${year}-${String(month).padStart(2, '0')}`, openDay(opens, 4), [3, 1]);
  }
  ladder('2026', openDay('2026-11-15', -1), [30, 14, 7, 3, 1]);
  return days;
}

/** The day's mishaps; answers whether everything worked from eight on. */
async function live(it: Province, day: string): Promise<boolean> {
  const { chance, clock } = it;
  const isRefusing = chance.once(9);
  it.refuse(isRefusing);
  if (chance.once(15)) await it.kill();
  // On days off nothing leaves; that the service is up all the same is tried at one hour of them.
  for (const time of isOpen(day) ? BEATS : ['09:30']) {
    const at = instantOf(day, time) + chance.below(20) * 60_000;
    if (chance.once(40)) await it.beat(at - 30 * HOUR);
    if (chance.once(3)) happens(it, day, at);
    await it.beat(at, chance.once(5));
    if (chance.once(3)) happens(it, day, clock.now());
    if (time === '09:30') it.refuse(false);
  }
  // Refused in the morning, tried again in the afternoon.
  await it.beat(instantOf(day, '15:30'));
  return isOpen(day) && !isRefusing;
}

/** Somebody does something owed, early or late. */
function happens({ chance, does }: Province, day: string, at: Instant): void {
  const unit = `xa${chance.below(UNITS)}`;
  const back = chance.once(4) ? 2 : 1;
  const month = plus(`${day.slice(0, 8)}01`, -1);
  const period = back === 1 ? month.slice(0, 7) : plus(`${month.slice(0, 8)}01`, -1).slice(0, 7);
  if (chance.once(6) && day > '2026-10-01') does(unit, '2026', at);
  else if (period >= '2026-08') does(unit, period, at);
}

async function year(seed: number) {
  const it = reminderProvince(seed, FIRST);
  const good: string[] = [];
  let down = 0;
  for (let day = FIRST; day <= LAST; day = plus(day, 1)) {
    if (down > 0) {
      down -= 1;
      continue;
    }
    if (it.chance.once(25)) down = it.chance.below(9);
    else if (await live(it, day)) good.push(day);
  }
  await it.beat(instantOf(openFrom(plus(LAST, 3)), '10:00'));
  return { ...it, good };
}

const PERIOD = /[Bb]áo cáo tháng (\d\d)\/(\d{4})/g;
/** The months and yearly reports a text speaks of as owed. */
const spokenOf = (text: string): string[] => [
  ...[...text.matchAll(PERIOD)].map(([, month, of]) => `${of}-${month}`),
  ...(/Báo cáo năm .*\(2026\)/.test(text) ? ['2026'] : []),
];

/** Twenty seconds; a machine on which five others work at the same time has needed two minutes. */
const TAKES_MAX_MS = 240_000;

describe('a year of reminders', () => {
  it('keeps its promises through all that happens to a service', { timeout: TAKES_MAX_MS }, async () => {
    const run = await year(1);
    const told = run.told();
    expect(told.length).toBeGreaterThan(UNITS * 40);
    expect(run.log.error).not.toHaveBeenCalled();

    // None outside working days and hours.
    const outside = told.filter(({ at }) => {
      const time = timeAt(at);
      const inHours = (time >= '07:30' && time < '11:00') || (time >= '13:30' && time < '16:30');
      return !isOpen(dateAt(at)) || !inHours;
    });
    expect(outside).toEqual([]);

    // Never two for a person a day.
    const days = told.map(({ to, at }) => `${to} ${dateAt(at)}`);
    expect(days.filter((day, index) => days.indexOf(day) !== index)).toEqual([]);

    // None of what is done, to whoever did it or above.
    const afterwards = told.flatMap(({ to, at, text }) => {
      const own = to.startsWith('p') ? spokenOf(text).map((what) => `xa${to.slice(1)}/${what}`) : [];
      const under = to.startsWith('p')
        ? []
        : text
            .split('\n')
            .flatMap((line) =>
              spokenOf(line).flatMap((what) => [...line.matchAll(/xã Số (\d+)x/g)].map(([, n]) => `xa${n}/${what}`)),
            );
      return [...own, ...under]
        .filter((key) => (run.done.get(key) ?? Number.POSITIVE_INFINITY) < at)
        .map((key) => `${to} ${dateAt(at)} ${key}`);
    });
    expect(afterwards).toEqual([]);

    // Each that was due was said by the next day everything worked, or was done by then.
    const unsaid: string[] = [];
    for (const [day, whats] of schedule()) {
      const by = run.good.find((each) => each >= day);
      if (day < FIRST || by === undefined) continue;
      for (let n = 0; n < UNITS; n += 1) {
        const open = whats.filter(
          (what) => (run.done.get(`xa${n}/${what}`) ?? Number.POSITIVE_INFINITY) > instantOf(by, '16:30'),
        );
        const said = told.filter(({ to, at }) => to === `p${n}` && dateAt(at) >= day && dateAt(at) <= by);
        for (const what of open) {
          if (!said.some(({ text }) => spokenOf(text).includes(what))) unsaid.push(`p${n} ${day} ${what} by ${by}`);
        }
      }
    }
    expect(unsaid).toEqual([]);

    // And each is accounted for: a day planned once, and ended.
    const timers = run.rows<{ key: string; state: string; due: Instant }>(
      'select key, state, due_at as due from timers',
    );
    expect(new Set(timers.map(({ key }) => key)).size).toBe(timers.length);
    const over = timers.filter(({ due }) => due < instantOf(LAST, '23:00'));
    expect(over.filter(({ state }) => state === 'waiting')).toEqual([]);
    for (const state of ['fired', 'skipped', 'needless'])
      expect(over.some((timer) => timer.state === state)).toBe(true);
    const rows = run.rows<{ state: string; n: number }>('select state, count(*) as n from outbox group by state');
    const count = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    expect(count.sent).toBe(told.length);
    expect(count.withdrawn).toBeGreaterThan(0);
    expect(count.failed ?? 0).toBe(0);
    expect(openDays(FIRST, LAST).length).toBeGreaterThan(run.good.length);
  });
});
