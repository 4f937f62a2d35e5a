/** Sentences: every key in every language, no mark of the format left in them, numbers and dates the Vietnamese way. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatNumber, formatPeriod } from '../../locales/format.ts';
import { type Args, type Key, LANGUAGES, translator } from '../../locales/translate.ts';

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url));

interface Sentence {
  key: Key;
  args: Set<string>;
}

/** The names of the arguments anywhere in a parsed sentence. */
function argumentsIn(node: unknown, found = new Set<string>()): Set<string> {
  if (node === null || typeof node !== 'object') return found;
  const { type, id } = node as { type?: string; id?: { name: string } };
  if (type === 'VariableReference' && id) found.add(id.name);
  for (const child of Object.values(node)) argumentsIn(child, found);
  return found;
}

function sentences(language: string): Sentence[] {
  const folder = join(LOCALES, language);
  return readdirSync(folder)
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8'), {}).body)
    .flatMap((entry) => (entry.type === 'Message' ? [{ key: entry.id.name as Key, args: argumentsIn(entry) }] : []));
}

const vi = sentences('vi');

describe('the sentence files', () => {
  it.each(LANGUAGES)('%s: are read without anything that cannot be understood', (language) => {
    const folder = join(LOCALES, language);
    for (const name of readdirSync(folder)) {
      const junk = parse(readFileSync(join(folder, name), 'utf8'), {}).body.filter(({ type }) => type === 'Junk');
      expect(junk, name).toEqual([]);
    }
  });

  it.each(LANGUAGES)('%s: have every key once', (language) => {
    const keys = sentences(language).map(({ key }) => key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect([...keys].sort()).toEqual(vi.map(({ key }) => key).sort());
  });

  it.each(LANGUAGES)('%s: use no argument that Vietnamese does not have', (language) => {
    const known = new Map(vi.map(({ key, args }) => [key, args]));
    for (const { key, args } of sentences(language)) {
      for (const name of args) expect(known.get(key), `${key} { $${name} }`).toContain(name);
    }
  });

  it('are what the keys were written from', async () => {
    const script = new URL('../../scripts/locale-keys.mjs', import.meta.url).href;
    const { keysFile } = (await import(script)) as { keysFile: () => string };
    expect(readFileSync(join(LOCALES, 'keys.ts'), 'utf8')).toBe(keysFile());
  });

  it.each(LANGUAGES)('%s: become sentences with their arguments, without a mark of the format', (language) => {
    const say = translator(language);
    for (const { key, args } of vi) {
      for (const n of [0, 1, 2, 2246]) {
        const text = say(key, Object.fromEntries([...args].map((name): [string, number] => [name, n])) as Args);
        expect(text.trim(), key).not.toBe('');
        expect(text, key).not.toMatch(/[{}$]|undefined|NaN|\u2068|\u2069/);
      }
    }
  });
});

describe('translator', () => {
  it('refuses a key or an argument there is not, so that a defect shows at once', () => {
    expect(() => translator('vi')('there-is-none' as Key)).toThrow('there-is-none');
    expect(() => translator('en')('there-is-none' as Key)).toThrow('there-is-none');
    expect(() => translator('vi')('engine-progress', { at: 1 })).toThrow('engine-progress');
  });

  it('writes numbers with points and leaves texts alone, in every language', () => {
    for (const language of LANGUAGES) {
      expect(translator(language)('choice-number', { n: 2246 })).toBe('2.246');
      expect(translator(language)('choice-number', { n: '2246' })).toBe('2246');
    }
  });
});

describe('numbers and dates', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1.000'],
    [2246, '2.246'],
    [1234567, '1.234.567'],
    [99.48, '99,48'],
    [0.5, '0,5'],
    [1234.5, '1.234,5'],
    [-2246, '-2.246'],
    [-0, '0'],
  ])('%d is written %s', (n, text) => {
    expect(formatNumber(n)).toBe(text);
  });

  it('have two digits for day and month', () => {
    expect([formatDate('2021-09-07'), formatDay('2021-12-31'), formatPeriod('2021-09')]).toEqual([
      '07/09/2021',
      '31/12',
      '09/2021',
    ]);
  });
});
