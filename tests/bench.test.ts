/** The benches run and print their shape; how fast anything is, no test says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inbound, NINE_ANSWERS } from '../bench/inbound.ts';
import { inbound80 } from '../bench/inbound-80.ts';
import { memory } from '../bench/memory.ts';
import { parse4000 } from '../bench/parse.ts';
import { report } from '../bench/report.ts';
import { percentile } from '../bench/result.ts';
import { type Service, start, startOnce } from '../bench/start.ts';
import { status } from '../bench/status.ts';

const TINY = { people: 2, units: 3 };

/** A stand-in for the built service, with a script of its own. */
function service(script: string): Service & { folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tro-ly-iso-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'service.mjs');
  writeFileSync(file, script);
  return { file, restMs: 0, folder };
}

const READY = "process.stdout.write('http://127.0.0.1:3000/'); setInterval(() => {}, 1_000);";

const positive = expect.toSatisfy((n: number) => Number.isFinite(n) && n > 0, 'a positive number');

describe('the benches', () => {
  it('compute a status, draw it, and compile and write the table of a year beside it', async () => {
    // More units than are compiled within a turn.
    const results = await status(60, 2);
    expect(results.map(({ what }) => what)).toEqual([
      'compute 2026-11',
      'compute 2026-Q3',
      'compute 2026',
      'compute the plans of 2026',
      'whole turn: tình hình tháng 11',
      'whole turn: quý 3',
      'whole turn: ai chưa nộp',
      'whole turn: xã nào trễ hạn nhiều nhất',
      'whole turn: so với tháng trước',
      'whole turn: tiến độ kế hoạch',
      'deliver the answers with their pictures',
      'compile the table of a year',
      'make the table and hand it over',
      'compile the table, make it and hand it over',
    ]);
    for (const result of results) expect(result).toMatchObject({ name: 'status-3321', ms: positive, units: 60 });
    for (const result of results.slice(10)) expect(result).toMatchObject({ longest_ms: positive });
    expect(results[10]).toMatchObject({ files: 10, made: 'here' });
    expect(results[12]).toMatchObject({ message_mb: positive, file_mb: positive });
  });

  it('take every answer of a check-in through the turn and say how many a second', async () => {
    const [result, ...more] = await inbound(TINY, 'inbound', { people: 1, units: 1 });
    expect(more).toEqual([]);
    expect(result).toMatchObject({
      name: 'inbound',
      ...TINY,
      messages: TINY.people * NINE_ANSWERS.length,
      delivered: false,
    });
    expect(result).toMatchObject({ per_s: positive, p50_ms: positive, p99_ms: positive, cpu_ms: positive });
  });

  it('take a questionnaire to its end and compare early answers with late ones', async () => {
    const [result] = await inbound80(2, 4, 2);
    expect(result).toMatchObject({
      name: 'inbound-80',
      messages: 8,
      per_s: positive,
      early_p50_ms: positive,
      late_p50_ms: positive,
    });
  });

  it('make the report of a year, the first and the next', async () => {
    const results = await report(1);
    expect(results.map(({ name, run }) => [name, run])).toEqual([
      ['report', 'first'],
      ['report', 'after that'],
    ]);
    for (const result of results) expect(result).toMatchObject({ ms: positive, bytes: positive });
  });

  it('read the longest messages of every kind', () => {
    const results = parse4000(1);
    expect(results.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['letters', 'spaces', 'prose']));
    for (const result of results)
      expect(result).toMatchObject({ name: 'parse-4000', ms: expect.any(Number), p99_ms: expect.any(Number) });
  });

  it('start the service twice on one folder', async () => {
    const results = await start(service(READY));
    expect(results).toEqual([
      { name: 'start', ms: positive, folder: 'empty' },
      { name: 'start', ms: positive, folder: 'used before' },
    ]);
  });

  it('say how much memory is in use before and after', async () => {
    const results = await memory(TINY, service(READY));
    expect(results.map(({ when }) => when)).toEqual(expect.arrayContaining(['before inbound', 'after inbound']));
    for (const result of results) expect(result).toMatchObject({ name: 'memory', mb: positive });
  });

  it('fail with the words of a service that ends before it is ready', async () => {
    const broken = service("process.stdout.write('no such folder'); process.exitCode = 1;");
    await expect(startOnce(broken.folder, broken)).rejects.toThrow('the service ended (1): no such folder');
  });
});

describe('a percentile', () => {
  const cases: [number[], number, number][] = [
    [[4, 1, 3, 2], 50, 2],
    [[4, 1, 3, 2], 99, 4],
    [[7], 50, 7],
    [[1.005, 2.004, 3.126], 100, 3.13],
  ];
  it.each(cases)('of %j at %i is %d', (times, nth, value) => {
    expect(percentile(times, nth)).toBe(value);
  });

  it('of nothing is no number', () => {
    expect(percentile([], 50)).toBeNaN();
  });
});
