/** A form that cannot go on says so, and says all the same what was to be said before its question. */
import { describe, expect, it } from 'vitest';
import { beginForm, type Form, freshForm, restateForm } from '../../../conversations/form.ts';
import { line } from '../../../conversations/say.ts';
import { instantOf } from '../../../domain/date.ts';

const TODAY = '2026-11-05';
const context = { today: TODAY, now: instantOf(TODAY, '09:00') };

const closed: Form<null, { isClosed: boolean }> = {
  name: 'closed',
  version: 1,
  parse: () => null,
  heading: () => [line('menu-staff')],
  plan: () => ({
    field: { id: 'words', lines: [line('pick-unit')], choices: [], read: () => ({ kind: 'none' }) },
    of: 1,
  }),
  obstacle: (_subject, { isClosed }) => (isClosed ? { lines: [line('not-allowed')] } : undefined),
};

const said = (take: typeof beginForm, isClosed: boolean): string[] => {
  const desk = { form: closed, state: freshForm(null), facts: { isClosed }, context };
  return take(desk, [line('menu-reader')]).effects.flatMap((effect) =>
    effect.do === 'say' ? effect.say.lines.map(({ key }) => key) : [],
  );
};

describe('a form with an obstacle', () => {
  it.each([
    ['opened', beginForm],
    ['shown again', restateForm],
  ] as const)('%s answers first what was asked in between', (_how, take) => {
    expect(said(take, true)).toEqual(['menu-reader', 'not-allowed']);
    expect(said(take, false)[0]).toBe('menu-reader');
  });
});
