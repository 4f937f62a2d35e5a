/**
 * What officials type and what is understood of it, one row a phrase: sentences with figures, bare numbers, dates,
 * yes and no, and as many that must be asked about. The reference day is Friday 2026-11-20.
 */
import { describe, expect, it } from 'vitest';
import { askNamed } from '../../../conversations/parse/ask.ts';
import { toParseAnswer, understand } from '../../../conversations/parse/understand.ts';
import phrases from './phrases.json' with { type: 'json' };

interface Phrase {
  text: string;
  ask?: string;
  expect: Record<string, unknown>;
}

const rows = phrases as Phrase[];

function answer({ text, ask }: Phrase): Record<string, unknown> {
  const question = ask === undefined ? undefined : askNamed(ask);
  return toParseAnswer(understand(text, { today: '2026-11-20', ...(question && { ask: question }) }));
}

describe('a phrase is understood or asked about', () => {
  it.each(rows.map((row) => [row.text, row.ask ?? 'no question', row] as const))('%j to %s', (_text, _ask, row) => {
    expect(answer(row)).toEqual(row.expect);
  });

  it('has as many phrases that are asked about as a careful reader would', () => {
    const asked = rows.filter((row) => row.expect.ambiguous === true).length;
    expect(asked).toBeGreaterThan(150);
    expect(rows.length - asked).toBeGreaterThan(250);
  });

  it('understands a phrase alike in decomposed characters', () => {
    for (const row of rows) {
      expect(answer({ ...row, text: row.text.normalize('NFD') }), row.text).toEqual(row.expect);
    }
  });
});
