/**
 * The thread that makes files, against threads that answer, hang and die as the test says. What the compiled program
 * makes in its own is in tests/service.
 */
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makerThread } from '../../scheduler/maker-thread.ts';
import { makeWorkshop } from '../../scheduler/workshop.ts';
import { fakeClock } from '../support/clock.ts';

/** Answers with the words it was given; does what it is told with some of them. */
const PROGRAM = `
const { parentPort, threadId, workerData } = require('node:worker_threads');
parentPort.on('message', ({ maker, data }) => {
  if (data === 'hang') for (;;);
  if (data === 'exit') process.exit(3);
  if (data === 'throw') throw new Error('outside every maker');
  if (data === 'refuse') return parentPort.postMessage({ message: 'no such template', stack: 'Error: no such template\\n    at maker' });
  parentPort.postMessage({ bytes: new TextEncoder().encode(maker + ' of ' + data) });
});
`;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function room(program = PROGRAM) {
  const clock = fakeClock('2026-11-05', '08:00');
  const log = { debug: vi.fn(), warn: vi.fn() };
  const started: Worker[] = [];
  const start = () => {
    const worker = new Worker(program, { eval: true });
    started.push(worker);
    return worker;
  };
  const thread = makerThread({ start, log, after: clock.after });
  onTestFinished(() => thread.end());
  const workshop = makeWorkshop(thread.makers, clock.after, () => Promise.reject(new Error('no picture')));
  /** A file as a message carries it. */
  const file = async (data: unknown) =>
    text((await workshop({ maker: 'json', name: 'a.json', show: 'document', data })).bytes);
  return { clock, log, started, thread, file };
}

/** Resolves when a thread has ended. */
const ended = (worker: Worker | undefined): Promise<number> =>
  new Promise((resolve) => void worker?.once('exit', resolve));

describe('the thread', () => {
  it('starts with the first file and makes the next ones too', async () => {
    const { started, thread, file } = room();
    expect(started).toHaveLength(0);
    expect(await file('one')).toBe('json of one');
    expect(text(await thread.makers['month-xlsx']('two'))).toBe('month-xlsx of two');
    expect(started).toHaveLength(1);
  });

  it('hands back the words and the place of what its maker threw, and goes on', async () => {
    const { started, file } = room();
    const refused = file('refuse');
    await expect(refused).rejects.toThrow('no such template');
    await expect(refused).rejects.toMatchObject({ stack: expect.stringContaining('at maker') });
    expect(await file('next')).toBe('json of next');
    expect(started).toHaveLength(1);
  });

  it.each([
    ['ends by itself', 'exit', 'the thread died while it made the file (3)'],
    ['throws outside every maker', 'throw', 'the thread died while it made the file (1)'],
  ])('that %s fails the one file; the next gets a new thread', async (_how, data, words) => {
    const { started, log, file } = room();
    const [lost, next] = [file(data), file('next')];
    await expect(lost).rejects.toThrow(words);
    expect(await next).toBe('json of next');
    expect(started).toHaveLength(2);
    expect(log.warn).toHaveBeenCalledOnce();
  });

  it('says why it died', async () => {
    const { file } = room();
    await expect(file('throw')).rejects.toMatchObject({ cause: { message: 'outside every maker' } });
  });

  it('that was killed fails the one file; the next gets a new thread', async () => {
    const { started, file } = room();
    const lost = file('hang');
    await vi.waitUntil(() => started.length === 1);
    await Promise.all([expect(lost).rejects.toThrow('the thread died'), started[0]?.terminate()]);
    expect(await file('next')).toBe('json of next');
  });

  it('that does not come round is ended when its file is given up, and holds up no other', async () => {
    const { clock, started, log, file } = room();
    const hung = file('hang');
    const next = file('next');
    await vi.waitUntil(() => started.length === 1);
    const gone = ended(started[0]);
    clock.advance(60_000);
    await expect(hung).rejects.toThrow('json made nothing within 60000 ms');
    expect(await next).toBe('json of next');
    await gone;
    expect(started).toHaveLength(2);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('is not ended because a file that came out would have been given up later', async () => {
    const { clock, started, file } = room();
    await file('one');
    clock.advance(60_000);
    await file('two');
    expect(started).toHaveLength(1);
  });

  it('that cannot even start fails the file', async () => {
    const { file } = room('this is no program');
    await expect(file('one')).rejects.toThrow('the thread died');
  });

  it('refuses what cannot be handed to a thread, and makes the next', async () => {
    const { clock, file } = room();
    await expect(file(() => 'a function')).rejects.toThrow('could not be cloned');
    expect(clock.pending()).toBe(1);
    expect(await file('next')).toBe('json of next');
  });

  it('makes one file at a time', async () => {
    const { thread } = room();
    const first = thread.makers.json('one');
    await expect(thread.makers.json('two')).rejects.toThrow('another file is being made');
    expect(text(await first)).toBe('json of one');
  });
});

describe('the end of the thread', () => {
  const MINUTE = 60_000;

  it('comes when no file was wanted for five minutes; the next file starts another', async () => {
    const { clock, started, log, file } = room();
    await file('one');
    clock.advance(4 * MINUTE);
    await file('two');
    clock.advance(4 * MINUTE);
    expect(started).toHaveLength(1);
    expect(clock.pending()).toBe(1);
    const gone = ended(started[0]);
    clock.advance(MINUTE);
    await gone;
    expect(clock.pending()).toBe(0);
    expect(await file('three')).toBe('json of three');
    expect(started).toHaveLength(2);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('does not come while a file is made', async () => {
    const { clock, started, thread, file } = room();
    await file('one');
    clock.advance(4 * MINUTE);
    const long = thread.makers.json('two');
    clock.advance(4 * MINUTE);
    expect(text(await long)).toBe('json of two');
    expect(started).toHaveLength(1);
  });

  it('comes with the end of the house, also to what is under way, and then no file is made', async () => {
    const { started, thread, file } = room();
    const hung = file('hang');
    await vi.waitUntil(() => started.length === 1);
    const gone = ended(started[0]);
    await Promise.all([thread.end(), expect(hung).rejects.toThrow('the house is closing')]);
    await gone;
    await expect(file('later')).rejects.toThrow('no file is made any more');
    await thread.end();
    expect(started).toHaveLength(1);
  });

  it('needs no thread to have begun', async () => {
    const { started, thread } = room();
    await thread.end();
    expect(started).toHaveLength(0);
  });
});
