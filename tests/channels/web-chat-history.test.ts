/** What the web chat remembers: nothing told as kept may be lost, whatever the disk or a crash does. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Archive } from '../../channels/web-chat/archive.ts';
import type { Entry } from '../../channels/web-chat/entry.ts';
import { History, SHOWN_MAX } from '../../channels/web-chat/history.ts';
import { MORNING, temporary } from '../support/web-chat.ts';

let place: ReturnType<typeof temporary>;
let path: string;
let damaged: number[];
beforeEach(() => {
  place = temporary();
  path = join(place.directory, 'lan.jsonl');
  damaged = [];
});
afterEach(() => place.remove());

const open = (): Promise<History> => History.open(path, 'lan', (line) => damaged.push(line));
const bot = (id: string, text: string): Entry => ({ id, at: MORNING, from: 'bot', text });
const own = (id: string, text: string): Entry => ({ id, at: MORNING, from: 'person', text });
const texts = (history: History): string[] => history.after(0).map((entry) => entry.text);

describe('a history', () => {
  test('is empty before anything was written, and leaves no file', async () => {
    const history = await open();
    expect([history.epoch, history.last, history.after(0)]).toEqual(['', 0, []]);
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  test('is the same when read back', async () => {
    const history = await open();
    await history.add({
      ...bot('1', 'TTHC có thay đổi không?'),
      choices: [[{ id: 'n', label: 'Không' }]],
      multiple: true,
    });
    await history.add({ ...own('a', 'Không'), tapped: { id: 'n', message: '1' } });
    const again = await open();
    expect(again.after(0)).toEqual(history.after(0));
    expect([again.epoch, again.last]).toEqual([history.epoch, 2]);
    expect(again.label('1', 'n')).toBe('Không');
    expect(again.label('1', 'y')).toBeUndefined();
  });

  test('keeps the order of calls that did not wait for each other', async () => {
    const history = await open();
    const many = Array.from({ length: 20 }, (_, index) => String(index));
    await Promise.all(many.map((id) => history.add(bot(id, id))));
    expect(texts(await open())).toEqual(many);
    expect(damaged).toEqual([]);
  });

  test('writes the same delivery once, also after it was opened again', async () => {
    const history = await open();
    expect(await history.add(bot('1', 'a'))).toBe('1');
    expect(await history.add(bot('1', 'a'))).toBe('1');
    expect(await (await open()).add(bot('1', 'a'))).toBe('1');
    expect(texts(await open())).toEqual(['a']);
  });

  test('does not swallow another message that carries a used id, as after restoring an older database', async () => {
    const history = await open();
    await history.add(bot('1', 'a'));
    const id = await history.add(bot('1', 'b'));
    expect(id).not.toBe('1');
    expect(texts(history)).toEqual(['a', 'b']);
  });

  test('keeps what a person said once, whatever its text the second time', async () => {
    const history = await open();
    await history.add(own('a', '215'));
    await history.add(own('a', '216'));
    expect(texts(history)).toEqual(['215']);
  });

  test('does not take the id of a person for the id of the bot', async () => {
    const history = await open();
    await history.add(own('1', '215'));
    await history.add(bot('1', 'Đã ghi'));
    expect(texts(history)).toEqual(['215', 'Đã ghi']);
  });

  test.each([
    ['half a line', '{"id":"3","at":17'],
    ['half a letter', Buffer.from('{"id":"3","text":"Đ').subarray(0, 19)],
    ['a whole line without its end', JSON.stringify({ id: '3', at: 1, from: 'bot', text: 'c' })],
  ])('cuts off %s that a crash left, and writes on after it', async (_, torn) => {
    const history = await open();
    await history.add(bot('1', 'a'));
    await history.add(bot('2', 'b'));
    appendFileSync(path, torn);
    const again = await open();
    expect(texts(again)).toEqual(['a', 'b']);
    await again.add(bot('4', 'd'));
    expect(texts(await open())).toEqual(['a', 'b', 'd']);
    expect(damaged).toEqual([]);
  });

  test('begins anew when the crash tore the very first write', async () => {
    writeFileSync(path, '{"version":1,"pho');
    const history = await open();
    await history.add(bot('1', 'a'));
    expect(texts(await open())).toEqual(['a']);
  });

  test('leaves out a line that cannot be read, says which, and keeps the places of the others', async () => {
    const history = await open();
    await history.add(bot('1', 'a'));
    appendFileSync(path, 'rubbish\n{"id":"9"}\n');
    await (await open()).add(bot('2', 'b'));
    damaged = [];
    const again = await open();
    expect(again.after(0).map(({ seq, text }) => [seq, text])).toEqual([
      [1, 'a'],
      [4, 'b'],
    ]);
    expect(damaged).toEqual([3, 4]);
  });

  test('refuses a file of another version instead of writing into it', async () => {
    writeFileSync(path, '{"version":2,"phone":"lan","epoch":"x"}\n');
    await expect(open()).rejects.toThrow('not a history of this version');
  });

  test(`holds the newest ${SHOWN_MAX} for the page and the rest on the disk`, async () => {
    const lines = Array.from({ length: SHOWN_MAX + 5 }, (_, index) => JSON.stringify(bot(String(index), `${index}`)));
    writeFileSync(path, `${[JSON.stringify({ version: 1, phone: 'lan', epoch: 'e' }), ...lines].join('\n')}\n`);
    const history = await open();
    expect(history.last).toBe(SHOWN_MAX + 5);
    expect(texts(history)).toHaveLength(SHOWN_MAX);
    expect(texts(history)[0]).toBe('5');
    expect(await history.add(bot('0', 'another'))).toBe('0');
  });
});

describe('the archive', () => {
  const archive = (): Archive => new Archive(place.directory, () => undefined);

  test('opens a history once, however many ask at the same time', async () => {
    const one = archive();
    const [a, b] = await Promise.all([one.history('lan'), one.history('lan')]);
    expect(a).toBe(b);
  });

  test('keeps ids apart that a file system would take for one, or for a path', async () => {
    const one = archive();
    const ids = ['lan', 'LAN', '../lan', 'a/b', 'Đức Thuận', '.'];
    for (const id of ids) await (await one.history(id)).add(bot('1', id));
    const again = archive();
    for (const id of ids) expect(texts(await again.history(id))).toEqual([id]);
  });

  test('comes back by itself after a write that failed', async () => {
    const one = archive();
    mkdirSync(join(place.directory, 'phones'));
    const history = await one.history('lan');
    rmSync(join(place.directory, 'phones'), { recursive: true });
    writeFileSync(join(place.directory, 'phones'), 'in the way');
    await expect(history.add(bot('1', 'a'))).rejects.toThrow();
    rmSync(join(place.directory, 'phones'));
    await (await one.history('lan')).add(bot('1', 'a'));
    expect(texts(await archive().history('lan'))).toEqual(['a']);
  });

  test('gives back the bytes it stored, under one name for the same content', async () => {
    const one = archive();
    const name = await one.store(new Uint8Array([1, 2, 3]));
    expect(await one.store(new Uint8Array([1, 2, 3]))).toBe(name);
    expect([...((await archive().bytes(name)) ?? [])]).toEqual([1, 2, 3]);
  });
});
