/**
 * `npm run bench [-- NAME…]`: measures and prints one JSON line for each thing measured; judges nothing. Each bench runs
 * in a process of its own, so that none warms the code or fills the memory of another.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Result } from './bench/result.ts';

const PEOPLE = 500;
/** People in the questionnaire of eighty questions. */
const QUESTIONED = 80;
/** The communes of the whole country since 1 July 2025: more than one province will ever hold. */
const ALL_UNITS = 3_321;

/** Loaded when run, so that the memory of one bench holds nothing of the others. */
const BENCHES: Record<string, () => Promise<Result[]>> = {
  inbound: async () => (await import('./bench/inbound.ts')).inbound({ people: PEOPLE, units: PEOPLE }),
  'inbound-province': async () =>
    (await import('./bench/inbound.ts')).inbound({ people: PEOPLE, units: ALL_UNITS }, 'inbound-province'),
  'inbound-80': async () => (await import('./bench/inbound-80.ts')).inbound80(QUESTIONED),
  start: async () => (await import('./bench/start.ts')).start(),
  memory: async () => (await import('./bench/memory.ts')).memory({ people: PEOPLE, units: PEOPLE }),
  'parse-4000': async () => (await import('./bench/parse.ts')).parse4000(),
  report: async () => (await import('./bench/report.ts')).report(),
  'status-3321': async () => (await import('./bench/status.ts')).status(ALL_UNITS),
  'reminder-year': async () => (await import('./bench/reminder-year.ts')).reminderYear(ALL_UNITS),
};

async function main(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    console.error(`No bench "${unknown.join('", "')}". There are: ${Object.keys(BENCHES).join(', ')}`);
    return 2;
  }
  const [only, ...others] = names.length > 0 ? names : Object.keys(BENCHES);
  if (only === undefined || others.length > 0) return inOwnProcesses(names.length > 0 ? names : Object.keys(BENCHES));
  for (const result of (await BENCHES[only]?.()) ?? []) console.log(JSON.stringify(result));
  return 0;
}

function inOwnProcesses(names: string[]): number {
  const self = fileURLToPath(import.meta.url);
  const failed = names.filter((name) => spawnSync(process.execPath, [self, name], { stdio: 'inherit' }).status !== 0);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
