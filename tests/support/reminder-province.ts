/** A small province of reminders: its units and people, a door that may refuse, a clock, and a process that may die. */
import { vi } from 'vitest';
import { houseOf } from '../../app.ts';
import { dutyWorld } from '../../bot/duties/duty-world.ts';
import { refreshReminders } from '../../bot/duties/refresh-reminders.ts';
import { remind } from '../../bot/duties/remind.ts';
import type { House } from '../../bot/house.ts';
import { setScene } from '../../bot/scene.ts';
import { readConfig } from '../../config.ts';
import { recordFiling } from '../../db/answers.ts';
import { recordEntry } from '../../db/obligation-entries.ts';
import type { Archive } from '../../db/open.ts';
import { bind, everybody, personByCode } from '../../db/people.ts';
import { applyRoster } from '../../db/roster.ts';
import { unitByCode } from '../../db/units.ts';
import { nextPush, PUSH_HOURS } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/date.ts';
import type { MembershipRow, PersonRow, UnitRow } from '../../domain/roster.ts';
import { deliver } from '../../scheduler/deliver.ts';
import { makeLoop } from '../../scheduler/loop.ts';
import { temporaryArchive } from './archive.ts';
import { fakeChannel } from './channel.ts';
import { fakeClock, quiet } from './clock.ts';
import { TEST_MAKERS } from './makers.ts';

export const UNITS = 9;
const UNITS_IN_CLUSTER = 3;

/** The same year again for the same seed. */
function chanceOf(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return { below: (n: number) => Math.floor(next() * n), once: (in_: number) => Math.floor(next() * in_) === 0 };
}

function roster() {
  const units: UnitRow[] = [{ line: 1, code: 'tinh', name: 'UBND tỉnh', kind: 'province' }];
  const people: PersonRow[] = [{ line: 1, code: 'sep', name: 'Lãnh đạo' }];
  const memberships: MembershipRow[] = [{ line: 1, personCode: 'sep', unitCode: 'tinh', role: 'leader' }];
  for (let n = 0; n < UNITS; n += 1) {
    const cluster = `cum${Math.floor(n / UNITS_IN_CLUSTER)}`;
    if (n % UNITS_IN_CLUSTER === 0) {
      units.push({ line: 1, code: cluster, name: `Cụm ${n}`, kind: 'cluster', parentCode: 'tinh' });
      people.push({ line: 1, code: `dp-${cluster}`, name: `Điều phối ${n}` });
      memberships.push({ line: 1, personCode: `dp-${cluster}`, unitCode: cluster, role: 'coordinator' });
    }
    units.push({ line: 1, code: `xa${n}`, name: `UBND xã Số ${n}x`, kind: 'commune', parentCode: cluster });
    people.push({ line: 1, code: `p${n}`, name: `Cán bộ ${n}` });
    memberships.push({ line: 1, personCode: `p${n}`, unitCode: `xa${n}`, role: 'staff' });
  }
  return { units, people, memberships };
}

interface Told {
  to: string;
  at: Instant;
  text: string;
}

/** The organisation, its slow door, and what was done when. */
export function reminderProvince(seed: number, first: string) {
  const temporary = temporaryArchive();
  const clock = fakeClock(first, '06:00');
  const chance = chanceOf(seed);
  let isRefusing = false;
  const channel = fakeChannel('telegram', clock.now, () => (isRefusing ? { kind: 'unreachable' } : 'taken'));
  temporary.archive.write((tx) => {
    applyRoster(tx, roster(), clock.now());
    for (const { id, code } of everybody(tx))
      bind(tx, id, { channel: 'telegram', account: 'bot', id: code }, clock.now());
  });
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const begin = () => {
    const { archive } = temporary;
    const house: House = houseOf(archive, readConfig({}), { clock: clock.now, random: () => new Uint8Array(8) });
    const isPushTime = (now: Instant) => nextPush(house.calendar, PUSH_HOURS, now) === now;
    const channels = new Map([[channel.name, channel]]);
    const parts = { archive, channels, makers: TEST_MAKERS, clock: clock.now, random: () => 0, after: clock.after };
    const out = deliver({ ...parts, log, isPushTime });
    const loop = makeLoop({
      archive,
      clock: clock.now,
      calendar: () => house.calendar,
      worldAt: (day, units) => dutyWorld(house, archive.read, day, units),
      speak: (tx, timer, now) => remind(house, tx, timer, now, () => true),
      deliver: out,
      log,
    });
    return { house, out, loop };
  };
  let run = begin();
  const done = new Map<string, Instant>();
  return {
    clock,
    chance,
    log,
    done,
    told: (): Told[] => channel.sent,
    refuse: (is: boolean) => {
      isRefusing = is;
    },
    beat: async (at: Instant, twice = false) => {
      clock.set(at);
      await Promise.all(twice ? [run.loop.tick(), run.loop.tick()] : [run.loop.tick()]);
      await run.out.drain();
      await quiet();
    },
    kill: async () => {
      await run.out.stop();
      temporary.reopen();
      run = begin();
    },
    does: (unit: string, what: string, at: Instant) => record(temporary.archive, run.house, done, { unit, what, at }),
    rows: <T>(query: string) => temporary.archive.sqlite.prepare(query).all() as T[],
  };
}

/** A unit sends a month ('2026-10') or does its yearly report ('2026'), once. */
function record(
  archive: Archive,
  house: House,
  done: Map<string, Instant>,
  { unit, what, at }: { unit: string; what: string; at: Instant },
): void {
  const [{ id: unitId } = { id: 0 }, person] = [
    unitByCode(archive.read, unit),
    personByCode(archive.read, `p${unit.slice(2)}`),
  ];
  const found = unitByCode(archive.read, unit);
  if (!person || !found || done.has(`${unit}/${what}`)) return;
  done.set(`${unit}/${what}`, at);
  archive.write((tx) => {
    const source = { person: person.id, at };
    if (what.length > 4) {
      recordFiling(tx, { unit: unitId, period: what, from: '', to: '', receipt: `${unit}-${what}` }, source);
    } else {
      const about = { unit: unitId, obligation: 'QN-1d', period: what, event: '' } as const;
      recordEntry(tx, about, { kind: 'done' }, source);
    }
    const to = { channel: 'telegram', account: 'bot', id: person.code } as const;
    refreshReminders(setScene({ house: house, tx, now: at, person, to, priority: 0 }), found);
  });
}

export type Province = ReturnType<typeof reminderProvince>;
