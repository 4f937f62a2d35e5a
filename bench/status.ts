/**
 * The status of a province of thousands with a year of figures: how long a month, a quarter and a year take to compute,
 * a whole turn with its picture's data, and how long what is made of it keeps everybody else waiting.
 */
import { rmSync } from 'node:fs';
import { openHouse, REAL_WORLD, type World } from '../app.ts';
import { trackingFor } from '../bot/duties/tracking.ts';
import type { House } from '../bot/house.ts';
import { makeReceive } from '../bot/receive.ts';
import { type Scene, setScene } from '../bot/scene.ts';
import { barsOfTracking } from '../bot/status/progress.ts';
import { scopeOf } from '../bot/status/scope.ts';
import { standingOf } from '../bot/status/standing.ts';
import { statusLinesOf } from '../bot/status/status-lines.ts';
import { readConfig } from '../config.ts';
import { personByCode } from '../db/people.ts';
import { parseSpan } from '../domain/span.ts';
import { fillProvince, LEADER, NOW } from './province.ts';
import { median, percentile, type Result } from './result.ts';
import { delivery } from './status-delivery.ts';
import { temporaryFolder } from './town.ts';

/** Times each thing is asked; the middle one is told. */
const TIMES = 15;

export async function status(units: number, times = TIMES): Promise<Result[]> {
  const folder = temporaryFolder();
  const world: World = { ...REAL_WORLD, clock: () => NOW };
  const house = openHouse(folder, 'play', readConfig({ DATA_DIR: folder }), world);
  try {
    fillProvince(house, units);
    const spans = ['2026-11', '2026-Q3', '2026'].map((id) => computed(house, id, units, times));
    const plans = progressed(house, units, times);
    const receive = makeReceive({ house, clock: world.clock, nudge: () => {}, log: { error: failed } });
    const turns: Result[] = [];
    for (const text of ASKED) turns.push(await turn(receive, text, { units, times }));
    return [...spans, plans, ...turns, ...(await delivery({ house, world, leader: LEADER, receive, units }))];
  } finally {
    house.archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the rows to the words of one answer, without writing it. */
function computed(house: House, id: string, units: number, asked: number): Result {
  const span = parseSpan(id);
  if (!span) throw new Error(`no span ${id}`);
  return timed(house, `compute ${id}`, units, asked, (scene) => {
    const scope = scopeOf(scene);
    if (scope) statusLinesOf(scene, standingOf(scene, scope, span));
  });
}

/** From the rows to the bars of "tiến độ kế hoạch". */
const progressed = (house: House, units: number, asked: number): Result =>
  timed(house, 'compute the plans of 2026', units, asked, (scene) => {
    barsOfTracking(trackingFor(scene, 2026), 'vi');
  });

/** Times something a leader's question needs, each time in a scene and a transaction of its own. */
function timed(house: House, what: string, units: number, asked: number, work: (scene: Scene) => void): Result {
  const times = Array.from({ length: asked }, () =>
    house.archive.write((tx) => {
      const person = personByCode(tx, 'ct');
      if (!person) throw new Error('no leader');
      const scene = setScene({ house, tx, now: NOW, person, to: LEADER, priority: 0 });
      const from = performance.now();
      work(scene);
      return performance.now() - from;
    }),
  );
  return { name: 'status-3321', ms: median(times), min_ms: percentile(times, 0), what, units };
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
