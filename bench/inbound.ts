/**
 * Messages a second through the whole turn: everybody answers the nine questions of a monthly check-in, one message
 * each, nobody twice in a row, until all months are filed. Every message is one durable commit (synchronous=FULL).
 */
import { filingsOfUnits } from '../db/answers.ts';
import { commitsPerSecond } from './disk.ts';
import { percentile, type Result, rounded } from './result.ts';
import { openTown, type Town, type TownSize } from './town.ts';

/** The month asked for, and the message that opens it; the reminder would, and it is not measured. */
const MONTH = '2026-10';
const OPENING = 'báo cáo tháng 10';

/** One answer for each question of a month with something in every box; the last one sends it. */
export const NINE_ANSWERS: readonly string[] = [
  '5',
  '215',
  '40',
  '180, 25, 3',
  '2',
  'Chờ xác minh nguồn gốc đất, đã xin lỗi và hẹn lại ngày trả',
  '163',
  'không',
  'gửi',
];

/**
 * So many people speak before anything is measured, in a province of their own: after some two thousand messages the
 * engine has compiled what it will, as in a service that has been up for a morning.
 */
const WARM_UP: TownSize = { people: 200, units: 200 };

export interface Times {
  /** Milliseconds of each message, waiting for the disk included. */
  each: number[];
  /** Milliseconds of processor all of them took. */
  cpu: number;
}

/** All answers of all people, interleaved. @throws {Error} when a month was not filed */
export async function answerAll(town: Town, answers: readonly string[] = NINE_ANSWERS): Promise<Times> {
  for (const { address } of town.people) await town.say(address, OPENING);
  const each: number[] = [];
  const before = process.cpuUsage();
  for (const answer of answers) {
    for (const { address } of town.people) {
      const from = performance.now();
      await town.say(address, answer);
      each.push(performance.now() - from);
    }
  }
  const { user, system } = process.cpuUsage(before);
  const filed = filingsOfUnits(
    town.house.archive.read,
    town.people.map(({ unit }) => unit),
    MONTH,
  ).length;
  if (filed !== town.people.length) throw new Error(`only ${filed} of ${town.people.length} months were filed`);
  return { each, cpu: (user + system) / 1000 };
}

/** Measures one size of province. */
export async function inbound(size: TownSize, name = 'inbound', warmUp = WARM_UP): Promise<Result[]> {
  await withTown(warmUp, (town) => answerAll(town));
  return withTown(size, async (town) => {
    const { each, cpu } = await answerAll(town);
    const seconds = each.reduce((sum, ms) => sum + ms, 0) / 1000;
    return [
      {
        name,
        per_s: Math.round(each.length / seconds),
        p50_ms: percentile(each, 50),
        p99_ms: percentile(each, 99),
        max_ms: rounded(Math.max(...each)),
        cpu_ms: rounded(cpu / each.length),
        messages: each.length,
        ...size,
        delivered: false,
        bare_commits_per_s: commitsPerSecond(town.folder),
      },
    ];
  });
}

/** A province for as long as the work takes. */
export async function withTown<T>(size: TownSize, work: (town: Town) => Promise<T>): Promise<T> {
  const town = openTown(size);
  try {
    return await work(town);
  } finally {
    town.close();
  }
}
