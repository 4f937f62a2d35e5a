/** An audience is read back as it was stored, and nothing else is one. */
import { describe, expect, it } from 'vitest';
import { type Audience, audienceOf } from '../../domain/broadcast.ts';

const AUDIENCES: Audience[] = [
  { kind: 'all' },
  { kind: 'not_filed', period: '2026-10' },
  { kind: 'not_done', obligation: 'bao-cao-nam', period: '2026' },
  { kind: 'units', units: [3, 4] },
  { kind: 'role', role: 'leader' },
];

describe('a stored audience', () => {
  it.each(AUDIENCES)('%j is read back', (audience) => {
    expect(audienceOf(JSON.parse(JSON.stringify({ ...audience, groups: true })))).toEqual(audience);
  });

  it.each([
    null,
    {},
    'all',
    { kind: 'everybody' },
    { kind: 'not_filed', period: '2026' },
    { kind: 'not_done', obligation: 'bao-cao-nam' },
    { kind: 'units', units: [] },
    { kind: 'units', units: ['3'] },
    { kind: 'role', role: 'king' },
  ])('%j is none', (stored) => {
    expect(() => audienceOf(stored)).toThrow('no audience');
  });
});
