/** From the start of the process to the address printed: a folder's first start, with its practice data, and the next. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Result, rounded } from './result.ts';
import { temporaryFolder } from './town.ts';

/** The built service beside this file's room. */
const SERVICE = fileURLToPath(new URL('../main.js', import.meta.url));

/** Ready means: whoever started it can open what it prints. */
const READY = /http:\/\/\S+/;

/** After this long a service that prints nothing will not print at all. */
const READY_MAX_MS = 60_000;

/** How long a service that nobody speaks to takes to come to rest. */
const REST_MS = 3_000;

/** What is started, and for how long it is left alone before its memory is read. */
export interface Service {
  file: string;
  restMs: number;
}

export const BUILT_SERVICE: Service = { file: SERVICE, restMs: REST_MS };

export interface Started {
  /** From the start of the process until its address was printed. */
  ms: number;
  /** Memory in use at rest, in megabytes; unknown where the system does not tell. */
  restMb: number | undefined;
}

/** Starts the service on a folder, waits until it is ready and at rest, and stops it. */
export async function startOnce(folder: string, { file, restMs }: Service): Promise<Started> {
  const from = performance.now();
  // An environment and a folder of its own: no .env of this machine may open a real channel.
  const env = { DATA_DIR: folder, WEB_CHAT_PORT: '0', LOG_LEVEL: 'error' };
  const running = spawn(process.execPath, [file], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(running, 'exit');
  try {
    let printed = '';
    const ready = new Promise<void>((resolve, reject) => {
      running.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (READY.test(printed)) resolve();
      });
      running.on('exit', (code) => reject(new Error(`the service ended (${code}): ${printed}`)));
      setTimeout(() => reject(new Error(`the service was not ready in time: ${printed}`)), READY_MAX_MS).unref();
    });
    await ready;
    const ms = rounded(performance.now() - from);
    await wait(restMs);
    return { ms, restMb: memoryOf(running.pid ?? 0) };
  } finally {
    running.kill('SIGTERM');
    await ended;
  }
}

/** Resident memory of a process in megabytes, where the system has /proc. */
function memoryOf(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : rounded(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}

/** Measures the first start on an empty folder, and the next one. */
export async function start(service = BUILT_SERVICE): Promise<Result[]> {
  const folder = temporaryFolder();
  try {
    const first = await startOnce(folder, service);
    const again = await startOnce(folder, service);
    return [
      { name: 'start', ms: first.ms, folder: 'empty' },
      { name: 'start', ms: again.ms, folder: 'used before' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
