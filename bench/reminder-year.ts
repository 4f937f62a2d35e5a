/**
 * The busiest weeks of a year of reminders, in a province the size of the whole country: how long planning everybody
 * takes, how quickly the first morning of a month is said, and how long all mornings take together. Two in three months are sent in
 * time; a third of the units is late each month, so that every rung and every escalation comes up.
 */
import { rmSync } from 'node:fs';
import { makeApp, openHouse, REAL_WORLD, type World } from '../app.ts';
import { readConfig } from '../config.ts';
import { recordFiling } from '../db/answers.ts';
import { bind, everybody } from '../db/people.ts';
import { applyRoster } from '../db/roster.ts';
import { nextDue } from '../db/timers.ts';
import { isWorkingDay } from '../domain/calendar.ts';
import { addDays, type Instant, type IsoDate, instantOf } from '../domain/date.ts';
import { lastEnded } from '../domain/period.ts';
import type { MembershipRow, PersonRow, UnitRow } from '../domain/roster.ts';
import { makeLog } from '../log.ts';
import { percentile, type Result, rounded } from './result.ts';
import { temporaryFolder } from './town.ts';

/** Units under one coordinator. */
const CLUSTER = 33;
/** The two heaviest weeks of the year: the opening of a month and the yearly report; all of it would take an hour. */
const FIRST_DAY = '2026-10-30';
const LAST_DAY = '2026-11-13';
/** The opening of a month that has everybody in it. */
const OPENING = '2026-11-02';

interface Province {
  house: ReturnType<typeof openHouse>;
  /** One beat at a moment; its milliseconds. */
  beat: (at: Instant) => Promise<number>;
  /** Sends the month of some units without the turn. */
  sends: (period: string, units: readonly number[], at: Instant) => void;
  close: () => Promise<void>;
}

export async function reminderYear(units: number, days = { from: FIRST_DAY, to: LAST_DAY }): Promise<Result[]> {
  const province = openProvince(units, days.from);
  try {
    const planned = await province.beat(instantOf(days.from, '06:00'));
    const again = await province.beat(instantOf(days.from, '06:20'));
    const mornings: number[] = [];
    let opening = 0;
    for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
      if (!isWorkingDay(province.house.calendar, day)) continue;
      const ms = await morning(province, day);
      mornings.push(ms);
      if (day === OPENING) opening = ms;
      sendSome(province, day, units);
    }
    const timers = countOf(province, "select count(*) as n from timers where state <> 'waiting'");
    const said = countOf(province, "select count(*) as n from outbox where key like 'remind:%'");
    const all = mornings.reduce((sum, ms) => sum + ms, 0);
    return [
      { name: 'reminder-year', ms: rounded(planned), what: 'plan everybody, cold', units },
      { name: 'reminder-year', ms: rounded(again), what: 'plan everybody again', units },
      ...(opening > 0
        ? [{ name: 'reminder-year', per_s: Math.round((units / opening) * 1000), what: 'said at an opening', units }]
        : []),
      {
        name: 'reminder-year',
        per_s: Math.round((said / all) * 1000),
        what: 'said over these weeks',
        said,
        timers,
        units,
      },
      { name: 'reminder-year', ms: rounded(all), what: 'all mornings', max_ms: percentile(mornings, 100), units },
    ];
  } finally {
    await province.close();
  }
}

/** Beats from eight until nothing that is due waits. */
async function morning({ beat, house }: Province, day: IsoDate): Promise<number> {
  let ms = 0;
  for (let at = instantOf(day, '08:00'); ; at += 60_000) {
    ms += await beat(at);
    if ((nextDue(house.archive.read) ?? at + 1) > at) return ms;
  }
}

/** In the window of a month, a fifth of two thirds of the units a day; the others three weeks late. */
function sendSome({ sends, house }: Province, day: IsoDate, units: number): void {
  const period = lastEnded(day, house.window);
  const date = Number(day.slice(8));
  const inTime = Array.from({ length: units }, (_, n) => n).filter((n) => n % 3 !== 0 && n % 10 === date);
  const late = date === 24 ? Array.from({ length: units }, (_, n) => n).filter((n) => n % 3 === 0) : [];
  sends(period, [...inTime, ...late], instantOf(day, '09:00'));
}

function countOf({ house }: Province, query: string): number {
  return (house.archive.sqlite.prepare(query).get() as { n: number }).n;
}

function openProvince(count: number, first: IsoDate): Province {
  const folder = temporaryFolder();
  let now = instantOf(first, '06:00');
  const world: World = { ...REAL_WORLD, clock: () => now };
  const house = openHouse(folder, 'play', readConfig({ DATA_DIR: folder }), world);
  const { archive } = house;
  archive.write((tx) => {
    applyRoster(tx, roster(count), now);
    for (const { id, code } of everybody(tx)) bind(tx, id, { channel: 'telegram', account: 'bench', id: code }, now);
  });
  const ids = archive.sqlite.prepare("select id from units where kind = 'commune' order by id").all() as {
    id: number;
  }[];
  const app = makeApp(house, [], world, makeLog('error'));
  return {
    house,
    beat: async (at) => {
      now = at;
      const from = performance.now();
      await app.loop.tick();
      return performance.now() - from;
    },
    sends: (period, which, at) =>
      archive.write((tx) => {
        for (const n of which) {
          const filing = {
            unit: ids[n]?.id ?? 0,
            period,
            from: `${period}-01`,
            to: `${period}-28`,
            receipt: `${n}/${period}`,
          };
          recordFiling(tx, filing, { person: 1, at });
        }
      }),
    close: async () => {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const PROVINCE = 'tinh';

function roster(count: number) {
  const units: UnitRow[] = [{ line: 1, code: PROVINCE, name: 'UBND tỉnh Đo Lường', kind: 'province' }];
  const people: PersonRow[] = [{ line: 1, code: 'lanh-dao', name: 'Lãnh đạo Một' }];
  const memberships: MembershipRow[] = [{ line: 1, personCode: 'lanh-dao', unitCode: PROVINCE, role: 'leader' }];
  for (let n = 0; n < count; n += 1) {
    const cluster = `cum-${Math.floor(n / CLUSTER)}`;
    if (n % CLUSTER === 0) {
      units.push({ line: n + 2, code: cluster, name: `Cụm ${n / CLUSTER + 1}`, kind: 'cluster', parentCode: PROVINCE });
      people.push({ line: n + 2, code: `dp-${n}`, name: `Điều phối ${n}` });
      memberships.push({ line: n + 2, personCode: `dp-${n}`, unitCode: cluster, role: 'coordinator' });
    }
    units.push({ line: n + 2, code: `xa-${n}`, name: `UBND xã Số ${n}`, kind: 'commune', parentCode: cluster });
    people.push({ line: n + 2, code: `canbo-${n}`, name: `Cán bộ Số ${n}` });
    memberships.push({ line: n + 2, personCode: `canbo-${n}`, unitCode: `xa-${n}`, role: 'staff' });
  }
  return { units, people, memberships };
}
