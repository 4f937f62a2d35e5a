/**
 * Memory in use: the service at rest, and a process with the house open, before and after everybody has answered, and
 * after the table of a year was written of all units.
 */
import { rmSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../domain/date.ts';
import { periodsOfYear } from '../domain/period.ts';
import { makeLog } from '../log.ts';
import { compiledThread, MAKERS } from '../makers.ts';
import { compileMonthTable } from '../reports/month-table.ts';
import { answerAll } from './inbound.ts';
import { type Result, rounded } from './result.ts';
import { BUILT_SERVICE, startOnce } from './start.ts';
import { openTown, type TownSize, temporaryFolder } from './town.ts';

const residentMb = (): number => rounded(process.memoryUsage.rss() / 1024 / 1024);

/** Measures both; the service at rest only where the system tells the memory of another process. */
export async function memory(size: TownSize, service = BUILT_SERVICE): Promise<Result[]> {
  const results: Result[] = [];
  const folder = temporaryFolder();
  try {
    const { restMb } = await startOnce(folder, service);
    if (restMb !== undefined) results.push({ name: 'memory', mb: restMb, when: 'service at rest' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const town = openTown(size);
  try {
    results.push({ name: 'memory', mb: residentMb(), when: 'before inbound', ...size });
    const { each } = await answerAll(town);
    results.push({ name: 'memory', mb: residentMb(), when: 'after inbound', messages: each.length });
    return [...results, ...(await written(town.clock(), size.units))];
  } finally {
    town.close();
  }
}

/** Writes a table of a year that nobody has reported in; the thread that wrote it gives back what it took. */
async function written(asOf: Instant, units: number): Promise<Result[]> {
  const thread = compiledThread(makeLog('error'));
  const names = Array.from({ length: units }, (_, n) => ({ name: `UBND xã Số ${n}`, months: [] }));
  const about = { scope: 'UBND tỉnh Đo Lường', window: 'calendar_month', asOf } as const;
  const table = compileMonthTable({ ...about, periods: periodsOfYear(2026), units: names });
  await (thread?.makers ?? MAKERS)['month-xlsx'](table);
  const made = { made: thread ? 'in the thread' : 'here', units };
  const result: Result = { name: 'memory', mb: residentMb(), when: 'after the table of a year', ...made };
  if (!thread) return [result];
  await thread.end();
  await nextTurn();
  return [result, { name: 'memory', mb: residentMb(), when: 'after the end of the thread' }];
}
