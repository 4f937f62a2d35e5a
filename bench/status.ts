/**
 * The status of a province of thousands with a year of figures: how long a month, a quarter and a year take to compute,
 * a whole turn with its picture's data, and how long what is made of it keeps everybody else waiting.
 */
import { rmSync } from 'node:fs';
import { openHouse, REAL_WORLD, type World } from '../app.ts';
import type { House } from '../bot/house.ts';
import { makeReceive } from '../bot/receive.ts';
import { setScene } from '../bot/scene.ts';
import { scopeOf } from '../bot/status/scope.ts';
import { standingOf } from '../bot/status/standing.ts';
import { statusLinesOf } from '../bot/status/status-lines.ts';
import { readConfig } from '../config.ts';
import { bind, personByCode } from '../db/people.ts';
import { applyRoster } from '../db/roster.ts';
import { instantOf } from '../domain/date.ts';
import type { Address } from '../domain/message.ts';
import { periodsOfYear } from '../domain/period.ts';
import type { MembershipRow, PersonRow, UnitRow } from '../domain/roster.ts';
import { parseSpan } from '../domain/span.ts';
import { median, percentile, type Result } from './result.ts';
import { delivery } from './status-delivery.ts';
import { temporaryFolder } from './town.ts';

/** The last working morning of a year: eleven months have ended. */
const NOW = instantOf('2026-12-31', '09:00');
const LEADER: Address = { channel: 'telegram', account: 'bench', id: 'ct' };
/** Times each thing is asked; the middle one is told. */
const TIMES = 15;

const FIGURES = {
  carried_over: 6,
  received: 215,
  received_online: 150,
  received_direct: 65,
  resolved: 216,
  resolved_early: 180,
  resolved_on_time: 34,
  resolved_late: 2,
  pending_total: 5,
  pending_in_time: 5,
  pending_overdue: 0,
  procedures_total: 163,
  procedures_amended: 0,
  procedures_new: 0,
  procedures_repealed: 0,
};

export async function status(units: number, times = TIMES): Promise<Result[]> {
  const folder = temporaryFolder();
  const world: World = { ...REAL_WORLD, clock: () => NOW };
  const house = openHouse(folder, 'play', readConfig({ DATA_DIR: folder }), world);
  try {
    fill(house, units);
    const spans = ['2026-11', '2026-Q3', '2026'].map((id) => computed(house, id, units, times));
    const receive = makeReceive({ house, clock: world.clock, nudge: () => {}, log: { error: failed } });
    const turns: Result[] = [];
    for (const text of ASKED) turns.push(await turn(receive, text, { units, times }));
    return [...spans, ...turns, ...(await delivery({ house, world, leader: LEADER, receive, units }))];
  } finally {
    house.archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(house: House, count: number): void {
  const units: UnitRow[] = [{ line: 1, code: 'tinh', name: 'UBND tỉnh Đo Lường', kind: 'province' }];
  for (let n = 0; n < count; n += 1) {
    units.push({ line: 1, code: `xa-${n}`, name: `UBND xã Số ${n}`, kind: 'commune', parentCode: 'tinh' });
  }
  const people: PersonRow[] = [{ line: 1, code: 'ct', name: 'Lãnh đạo Một' }];
  const memberships: MembershipRow[] = [{ line: 1, personCode: 'ct', unitCode: 'tinh', role: 'leader' }];
  const { archive } = house;
  archive.write((tx) => {
    applyRoster(tx, { units, people, memberships }, NOW);
    bind(tx, personByCode(tx, 'ct')?.id ?? 0, LEADER, NOW);
  });
  const filing = archive.sqlite.prepare(
    'insert into filings (unit_id, period, period_from, period_to, first_filed_at, first_filed_by, last_filed_at, receipt) values (?, ?, ?, ?, ?, 1, ?, ?)',
  );
  const answer = archive.sqlite.prepare(
    "insert into answers (unit_id, period, indicator, kind, value, revision, current, said_by, said_at) values (?, ?, ?, 'value', ?, 1, 1, 1, ?)",
  );
  const ids = archive.sqlite.prepare("select id from units where kind = 'commune'").all() as { id: number }[];
  archive.sqlite.transaction(() => {
    for (const period of periodsOfYear(2026).slice(0, 11)) {
      for (const { id } of ids) {
        if (id % 11 === 0) continue;
        filing.run(id, period, `${period}-01`, `${period}-28`, NOW - 1, NOW - 1, `${id}/${period}`);
        for (const [name, value] of Object.entries(FIGURES))
          answer.run(id, period, name, String(value + (id % 7)), NOW - 1);
      }
    }
  })();
}

/** From the rows to the words of one answer, without writing it. */
function computed(house: House, id: string, units: number, asked: number): Result {
  const span = parseSpan(id);
  if (!span) throw new Error(`no span ${id}`);
  const times = Array.from({ length: asked }, () =>
    house.archive.write((tx) => {
      const person = personByCode(tx, 'ct');
      if (!person) throw new Error('no leader');
      const scene = setScene({ house, tx, now: NOW, person, to: LEADER, priority: 0 });
      const from = performance.now();
      const scope = scopeOf(scene);
      if (scope) statusLinesOf(scene, standingOf(scene, scope, span));
      return performance.now() - from;
    }),
  );
  return { name: 'status-3321', ms: median(times), min_ms: percentile(times, 0), what: `compute ${id}`, units };
}

function failed(what: { err?: unknown }): never {
  throw new Error('a turn failed in the bench', { cause: what.err });
}

/** What a leader types; the first is what most type. */
const ASKED = [
  'tình hình tháng 11',
  'quý 3',
  'ai chưa nộp',
  'xã nào trễ hạn nhiều nhất',
  'so với tháng trước',
  'tiến độ kế hoạch',
];

/** Whole turns: from the message to the answer in the outbox, with its picture's data. */
async function turn(
  receive: ReturnType<typeof makeReceive>,
  text: string,
  { units, times: asked }: { units: number; times: number },
): Promise<Result> {
  const times: number[] = [];
  for (let n = 0; n < asked; n += 1) {
    const from = performance.now();
    await receive({ address: LEADER, id: `bench-${text}-${n}`, said: { kind: 'text', text } });
    times.push(performance.now() - from);
  }
  return { name: 'status-3321', ms: median(times), min_ms: percentile(times, 0), what: `whole turn: ${text}`, units };
}
