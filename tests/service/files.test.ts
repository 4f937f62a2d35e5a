/**
 * Files made in the thread of the compiled program: the same as made here, while everybody else is answered, and with
 * nothing left behind at the end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import pino from 'pino';
import PizZip from 'pizzip';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { houseOf, makeApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { bind, everybody } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { instantOf } from '../../domain/date.ts';
import { checkRoster } from '../../domain/roster.ts';
import { MAKERS } from '../../makers.ts';
import { compileAnnual } from '../../reports/annual.ts';
import type { MonthTable } from '../../reports/month-table.ts';
import type { RecipientsModel } from '../../reports/recipients.ts';
import type { TrackingModel } from '../../reports/tracking.ts';
import { type MakerThread, makerThread } from '../../scheduler/maker-thread.ts';
import type { Made } from '../../scheduler/workshop.ts';
import { unitBars, unitsChart } from '../reports/chart-models.ts';
import { ducThuan2021 } from '../reports/duc-thuan.ts';
import { october } from '../reports/month-units.ts';
import { temporaryArchive } from '../support/archive.ts';
import { fakeChannel } from '../support/channel.ts';
import { compiled } from '../support/compiled.ts';
import { countedRandom } from '../support/random.ts';
import { ask, newPlace, startService } from '../support/service.ts';
import { post, typed } from '../support/web-chat.ts';

let program: URL;
beforeAll(async () => {
  program = await compiled('makers-worker.js');
});

/** The thread of the compiled program, and every worker it was given. */
function realThread(): { thread: MakerThread; started: Worker[] } {
  const started: Worker[] = [];
  const start = () => {
    const worker = new Worker(program);
    started.push(worker);
    return worker;
  };
  const thread = makerThread({ start, log: { debug: vi.fn(), warn: vi.fn() } });
  onTestFinished(() => thread.end());
  return { thread, started };
}

/** The files in an archive, without the moments of writing that Office files carry. */
function contents(bytes: Uint8Array): Record<string, string> {
  const { files } = new PizZip(bytes);
  const undated = (words: string) => words.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, undated(file.asText())]));
}
const asIs = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const TRACKING: TrackingModel = {
  scope: 'Sở Khoa học và Công nghệ',
  year: 2026,
  standardCode: 'TCVN ISO 9001:2015',
  asOf: instantOf('2026-11-05', '08:00'),
  obligations: ['Kế hoạch năm 2026', 'MTCL năm 2026'],
  units: [{ name: 'UBND xã Mẫu', states: ['done', 'open'] }],
};
const RECIPIENTS: RecipientsModel = {
  subject: 'Gửi báo cáo hằng năm trước ngày 15/11',
  author: 'Sở Khoa học và Công nghệ',
  sendAt: instantOf('2026-11-05', '08:00'),
  asOf: instantOf('2026-11-05', '09:00'),
  acknowledgement: false,
  rows: [{ person: 'Cán bộ Mẫu', unit: 'UBND xã Mẫu', channel: 'telegram', state: 'waiting' }],
};

const MODELS: [Made, () => unknown, (bytes: Uint8Array) => unknown][] = [
  ['annual-docx', () => compileAnnual(ducThuan2021()), contents],
  ['status-chart', () => unitsChart(unitBars(12)), asIs],
  ['month-xlsx', october, contents],
  ['tracking-xlsx', () => TRACKING, contents],
  ['recipients-xlsx', () => RECIPIENTS, contents],
  ['json', () => ({ name: 'Đỗ Văn Nam' }), asIs],
];

/** A table that takes a while to write. */
function bigTable(): MonthTable {
  const table = october();
  const again = Array.from({ length: 200 });
  return { ...table, rows: again.flatMap(() => table.rows), sources: again.flatMap(() => table.sources) };
}

/** How often the event loop comes round until something is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  await done;
  return turns;
}

describe('the compiled thread', () => {
  it('makes every file as it is made here', async () => {
    const { thread } = realThread();
    for (const [maker, model, seen] of MODELS) {
      const made = seen(await thread.makers[maker](model()));
      expect(made, maker).toEqual(seen(await MAKERS[maker](model())));
    }
  });

  it('fails with the words of the maker, and makes the next file', async () => {
    const { thread, started } = realThread();
    for (const maker of ['annual-docx', 'status-chart', 'month-xlsx'] as const) {
      const here = await MAKERS[maker](null).catch((error: Error) => error.message);
      expect(here, maker).toEqual(expect.any(String));
      await expect(thread.makers[maker](null), maker).rejects.toThrow(String(here));
    }
    expect(asIs(await thread.makers.json(1))).toBe(asIs(await MAKERS.json(1)));
    expect(started).toHaveLength(1);
  });

  it('fails one file when it is killed, and the next is made in another', async () => {
    const { thread, started } = realThread();
    const lost = thread.makers['month-xlsx'](bigTable());
    await Promise.all([expect(lost).rejects.toThrow('the thread died'), started[0]?.terminate()]);
    expect(contents(await thread.makers['month-xlsx'](october()))).toEqual(
      contents(await MAKERS['month-xlsx'](october())),
    );
    expect(started).toHaveLength(2);
  });

  it('leaves the event loop free while it writes a big table, which written here stops it', async () => {
    const { thread } = realThread();
    await thread.makers['month-xlsx'](october());
    const table = bigTable();
    expect(await turnsDuring(MAKERS['month-xlsx'](table))).toBeLessThan(100);
    expect(await turnsDuring(thread.makers['month-xlsx'](table))).toBeGreaterThan(1_000);
  });
});

/** Runs a few lines beside the compiled program until they end by themselves; the code they end with, and what they print. */
async function runs(lines: string): Promise<string> {
  const makers = new URL('makers.js', program).href;
  const script = `import { compiledThread } from ${JSON.stringify(makers)};
    const thread = compiledThread({ debug() {}, warn: console.log });\n${lines}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('.', program)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return `${code} ${out.trim()}`;
}

const MAKE = 'await thread.makers.json(1);';

describe('a process with the thread', () => {
  it.each([
    ['waits for its file, and ends when the thread is closed', `${MAKE} await thread.end(); console.log('done');`],
    ['waits for its file, and ends though the thread was not closed', `${MAKE} ${MAKE} console.log('done');`],
    ['ends without a file', `console.log('done');`],
  ])('%s', async (_what, lines) => {
    expect(await runs(lines)).toBe('0 done');
  });
});

/** A thread at work until it is told to finish; then every file is two bytes. */
const BUSY = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.on('message', () => {
  while (Atomics.load(workerData, 0) === 0);
  parentPort.postMessage({ bytes: new Uint8Array([80, 75]) });
});
`;

const ROSTER = [
  'cum,cụm Hồng Lĩnh,cluster,,dp,Lê Minh Khoa,coordinator',
  'duc-thuan,UBND phường Đức Thuận,ward,cum,lan,Nguyễn Thị Lan,staff',
];
const HEADER = 'unit_code,unit_name,unit_kind,parent_code,person_code,person_name,role'.split(',');

describe('a house with a thread', () => {
  it('answers everybody while a file is made, sends the file when it is there, and ends the thread with itself', async () => {
    const { archive } = temporaryArchive();
    const now = instantOf('2026-11-03', '09:00');
    const chat = (id: string) => ({ channel: 'web-chat', account: 'bot', id }) as const;
    const rows = ROSTER.map((row, index) => {
      const cells = row.split(',');
      return { line: index + 2, cells: Object.fromEntries(HEADER.map((name, at) => [name, cells[at] ?? ''])) };
    });
    archive.write((tx) => {
      applyRoster(tx, checkRoster(rows, knownRoster(tx)), now);
      for (const { id, code } of everybody(tx)) bind(tx, id, chat(code), now);
    });
    const mayFinish = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(BUSY, { eval: true, workerData: mayFinish });
    const thread = makerThread({ start: () => worker, log: { debug: vi.fn(), warn: vi.fn() } });
    const world = { clock: () => now, random: countedRandom(), thread };
    const channel = fakeChannel('web-chat', world.clock);
    const app = makeApp(houseOf(archive, readConfig({}), world), [channel], world, pino({ level: 'silent' }));
    const says = (id: string, text: string) =>
      app.receive({ address: chat(id), id: `${id} ${channel.tried.length}`, said: { kind: 'text', text } });

    const isAtWork = once(worker, 'online');
    await says('lan', 'xuất dữ liệu của tôi');
    await isAtWork;
    for (let n = 1; n <= 20; n += 1) {
      await says('dp', 'trợ giúp');
      await vi.waitUntil(() => channel.sent.filter(({ to }) => to === 'dp').length >= n);
    }
    expect(channel.sent.filter(({ file }) => file !== undefined)).toEqual([]);
    Atomics.store(mayFinish, 0, 1);
    await vi.waitUntil(() => channel.sent.some(({ to, file }) => to === 'lan' && file !== undefined));
    const ended = once(worker, 'exit');
    await app.stop();
    await ended;
  });
});

describe('the service', () => {
  it('makes its files in the thread, and ends with 0 as before', async () => {
    const service = await startService(newPlace(), { LOG_LEVEL: 'debug' });
    expect(await ask(service.url, 'lan', 'xuất dữ liệu của tôi')).toContain('trong một tệp');
    const { code, err } = await service.end('SIGTERM');
    expect(code).toBe(0);
    expect(err.match(/a thread that makes files \w+ \w+/g)).toEqual([
      'a thread that makes files has started',
      'a thread that makes files is ended',
    ]);
    expect(err).toContain('why=the house is closing');
  });

  it('ends with 0 while a file is on its way', async () => {
    const service = await startService(newPlace());
    await post(service.url, 'lan', typed('xuất dữ liệu của tôi'));
    expect((await service.end('SIGTERM')).code).toBe(0);
  });
});
