/** Memory in use: the service at rest, and a process with the house open, before and after everybody has answered. */
import { rmSync } from 'node:fs';
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
    return [...results, { name: 'memory', mb: residentMb(), when: 'after inbound', messages: each.length }];
  } finally {
    town.close();
  }
}
