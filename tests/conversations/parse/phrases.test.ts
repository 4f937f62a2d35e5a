/**
 * What officials type and what is understood of it: sentences with figures, bare numbers, dates, yes and no, and as
 * many that must be asked about. The phrases stand in `phrases.txt`, one a line, and in `blind-phrases.txt` those whose
 * meaning was written down before the parser was asked.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Ask, askNamed, toParseAnswer, understand } from '../../../conversations/parse/understand.ts';

interface Phrase {
  line: string;
  ask: Ask | undefined;
  text: string;
  expected: Record<string, unknown>;
}

const LINE = /^(?:\[(\w+)\] )?(.*) => (.*)$/;

function value(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  return /^\d+(\.\d+)?$/.test(written) ? Number(written) : written;
}

function phrase(line: string): Phrase {
  const [, ask, text = '', wanted = ''] = LINE.exec(line) ?? [];
  const expected = wanted.split(' ').map((part): [string, unknown] => {
    const [key = '', written = ''] = part.split('=');
    return part === '?' ? ['ambiguous', true] : [key, value(written)];
  });
  const unescaped = text.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\u00a0', '\u00a0');
  return {
    line,
    ask: ask === undefined ? undefined : askNamed(ask),
    text: unescaped,
    expected: Object.fromEntries(expected),
  };
}

const phrases = ['phrases.txt', 'blind-phrases.txt']
  .flatMap((file) => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n'))
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map(phrase);

const answer = ({ ask }: Phrase, text: string): Record<string, unknown> =>
  toParseAnswer(understand(text, { today: '2026-11-20', ...(ask && { ask }) }));

describe('a phrase is understood or asked about', () => {
  it.each(phrases.map((each) => [each.line, each] as const))('%s', (_line, each) => {
    expect(answer(each, each.text)).toEqual(each.expected);
  });

  it('covers what is asked about as well as what is understood', () => {
    const asked = phrases.filter(({ expected }) => expected.ambiguous === true).length;
    expect(asked).toBeGreaterThan(500);
    expect(phrases.length - asked).toBeGreaterThan(800);
  });

  it('is understood alike in decomposed characters', () => {
    for (const each of phrases) expect(answer(each, each.text.normalize('NFD')), each.line).toEqual(each.expected);
  });
});
