/**
 * A province with as many communes as wanted, in clusters of 33, with a leader, coordinators and two months of figures
 * written straight into the tables: what a status says of it is checked against other SQL than that which made it.
 */
import { houseOf } from '../../app.ts';
import { makeReceive } from '../../bot/receive.ts';
import { readConfig } from '../../config.ts';
import { bind, everybody } from '../../db/people.ts';
import { applyRoster } from '../../db/roster.ts';
import { type Instant, instantOf } from '../../domain/date.ts';
import type { Outbound, Said } from '../../domain/message.ts';
import type { MembershipRow, PersonRow, UnitRow } from '../../domain/roster.ts';
import { temporaryArchive } from './archive.ts';
import { addressOf } from './office.ts';
import { countedRandom } from './random.ts';

const CLUSTER = 33;

/** One moment in the reporting window of October 2026, the day it is due. */
export const NOW = instantOf('2026-11-06', '15:00');

/** The same small numbers in every run, without chance. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function roster(count: number) {
  const units: UnitRow[] = [{ line: 1, code: 'tinh', name: 'UBND tỉnh Đo Lường', kind: 'province' }];
  const people: PersonRow[] = [{ line: 1, code: 'ct', name: 'Lãnh đạo Một' }];
  const memberships: MembershipRow[] = [{ line: 1, personCode: 'ct', unitCode: 'tinh', role: 'leader' }];
  for (let n = 0; n < count; n += 1) {
    const cluster = `cum-${Math.floor(n / CLUSTER)}`;
    if (n % CLUSTER === 0) {
      units.push({ line: 1, code: cluster, name: `Cụm Số ${n / CLUSTER}`, kind: 'cluster', parentCode: 'tinh' });
      people.push({ line: 1, code: `dp-${n / CLUSTER}`, name: `Điều phối ${n / CLUSTER}` });
      memberships.push({ line: 1, personCode: `dp-${n / CLUSTER}`, unitCode: cluster, role: 'coordinator' });
    }
    units.push({ line: 1, code: `xa-${n}`, name: `UBND xã Số ${n}`, kind: 'commune', parentCode: cluster });
    people.push({ line: 1, code: `cb-${n}`, name: `Cán bộ ${n}` });
    memberships.push({ line: 1, personCode: `cb-${n}`, unitCode: `xa-${n}`, role: 'staff' });
  }
  return { units, people, memberships };
}

export interface Province {
  house: ReturnType<typeof houseOf>;
  /** Somebody does something; answers what was said to them because of it. */
  does(code: string, said: Said): Promise<Outbound[]>;
  says(code: string, text: string): Promise<Outbound[]>;
  /** One row of a query. */
  row<T>(query: string, ...values: unknown[]): T;
  rows<T>(query: string, ...values: unknown[]): T[];
  at: (now: Instant) => void;
}

/** To be called inside a test. */
export function province(count: number, periods: readonly string[] = ['2026-09', '2026-10']): Province {
  const { archive } = temporaryArchive();
  let now = NOW;
  archive.write((tx) => {
    applyRoster(tx, roster(count), instantOf('2026-01-05', '08:00'));
    for (const { id, code } of everybody(tx)) bind(tx, id, addressOf(code), NOW);
  });
  fill(archive.sqlite, periods);
  const house = houseOf(archive, readConfig({}), { clock: () => now, random: countedRandom('province') });
  const failed = (what: { err?: unknown }): never => {
    throw new Error('a turn failed', { cause: what.err });
  };
  const receive = makeReceive({ house, clock: () => now, nudge: () => {}, log: { error: failed } });
  let last = 0;
  const heard = archive.sqlite.prepare('select message from outbox where address = ? order by id');
  const all = (code: string): Outbound[] =>
    (heard.all(code) as { message: string }[]).map(({ message }) => JSON.parse(message) as Outbound);
  const does: Province['does'] = async (code, said) => {
    const before = all(code).length;
    last += 1;
    await receive({ address: addressOf(code), id: `m${last}`, said });
    return all(code).slice(before);
  };
  return {
    house,
    does,
    says: (code, text) => does(code, { kind: 'text', text }),
    row: <T>(query: string, ...values: unknown[]) => archive.sqlite.prepare(query).get(...values) as T,
    rows: <T>(query: string, ...values: unknown[]) => archive.sqlite.prepare(query).all(...values) as T[],
    at: (moment) => {
      now = moment;
    },
  };
}

type Sqlite = ReturnType<typeof temporaryArchive>['archive']['sqlite'];

/** A tenth of the units send nothing, a tenth late; a tenth of the reports say of something that it is not known. */
function fill(sqlite: Sqlite, periods: readonly string[]): void {
  const next = numbers(20_261_106);
  const filing = sqlite.prepare(
    'insert into filings (unit_id, period, period_from, period_to, first_filed_at, first_filed_by, last_filed_at, receipt) values (?, ?, ?, ?, ?, 1, ?, ?)',
  );
  const answer = sqlite.prepare(
    'insert into answers (unit_id, period, indicator, kind, value, revision, current, said_by, said_at) values (?, ?, ?, ?, ?, ?, ?, 1, ?)',
  );
  const units = sqlite.prepare("select id from units where kind = 'commune' order by id").all() as { id: number }[];
  sqlite.transaction(() => {
    for (const period of periods) {
      for (const { id } of units) {
        if (next() < 0.1) continue;
        const [year = '', month = ''] = period.split('-');
        const due = Date.parse(
          `${Number(month) === 12 ? Number(year) + 1 : year}-${String((Number(month) % 12) + 1).padStart(2, '0')}-03T02:00:00Z`,
        );
        const sent = due + (next() < 0.1 ? 20 * 86_400_000 : 0);
        filing.run(id, period, `${period}-01`, `${period}-28`, Math.min(sent, NOW - 1), NOW - 1, `${id}/${period}`);
        const [early, onTime, late, pending] = [200, 40, next() < 0.3 ? 6 : 0, 9].map((most) =>
          Math.floor(next() * (most + 1)),
        );
        const resolved = (early ?? 0) + (onTime ?? 0) + (late ?? 0);
        const figures = {
          received: resolved + (pending ?? 0),
          resolved,
          resolved_early: early,
          resolved_on_time: onTime,
          resolved_late: late,
          pending_total: pending,
          pending_in_time: pending,
          pending_overdue: 0,
          carried_over: 0,
        };
        const unknown = next() < 0.1;
        for (const [name, value] of Object.entries(figures)) {
          const lacks = unknown && (name === 'resolved' || name === 'resolved_late');
          // What was corrected since must count nowhere.
          if (id % 10 === 0) answer.run(id, period, name, 'value', '99999', 1, 0, NOW - 2);
          answer.run(
            id,
            period,
            name,
            lacks ? 'no_data' : value === 0 ? 'nil' : 'value',
            lacks || value === 0 ? null : String(value),
            2,
            1,
            NOW - 1,
          );
        }
      }
    }
  })();
}
