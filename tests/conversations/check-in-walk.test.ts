/** Whatever people do, at random: every answer can be gone back on, a restart changes nothing, nothing untrue is filed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshCheckIn, monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { amountsOf, type CheckIn } from '../../conversations/flows/monthly-check-in/view.ts';
import { readYesNo } from '../../conversations/parse/choice.ts';
import { nothingStaged } from '../../conversations/staged.ts';
import { balance, EQUATIONS } from '../../domain/balance.ts';
import { value } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { BASE, COUNTS, filed, filedBy, known, open, PERIOD } from '../support/check-in.ts';
import { naming, type Talk, talk } from '../support/talk.ts';

/** What people do, at random: known figures, choices on the screen, bare numbers, words of every kind. */
const deed = fc.oneof(
  fc.record({ figures: fc.dictionary(fc.constantFrom(...COUNTS), fc.nat({ max: 40 }), { minKeys: 1, maxKeys: 4 }) }),
  fc.record({ choice: fc.nat({ max: 12 }) }),
  fc.record({
    text: fc.constantFrom(
      '0',
      '7',
      '12, 3, 1',
      '5, 0',
      '17/9',
      '31/9',
      'không',
      'có',
      '21,5',
      'khoảng 20',
      'bỏ qua',
      'trợ giúp',
      'đúng',
      'chưa có số liệu',
      'không phát sinh',
      'Kế hoạch số 15/KH-UBND ngày 18/2/2021',
      '2',
      'tập huấn 2 người',
      'nhận 215 trước hạn 300',
    ),
  }),
  fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 30 }) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function perform(now: Talk<CheckIn>, done: Deed): void {
  if ('figures' in done) now.do(naming(done.figures));
  else if ('text' in done) now.type(done.text);
  else {
    const ids = now.offered().filter((id) => id !== 'send' && !id.startsWith('nav:'));
    const id = ids[done.choice % Math.max(1, ids.length)];
    if (id !== undefined) now.tap(id);
  }
}

/** A word of these sends, stops or goes back; the walks below leave them to the end. */
const isStep = (done: Deed): boolean => !('text' in done) || !['đúng', 'có'].includes(done.text);
const walk = fc.array(deed.filter(isStep), { maxLength: 14 });

describe('going back', () => {
  it('as many times as answers were given leaves nothing said', () => {
    fc.assert(
      fc.property(walk, fc.boolean(), (deeds, first) => {
        const now = open(first ? BASE : known(6));
        for (const done of deeds) if (now.state !== undefined && !now.paused) perform(now, done);
        fc.pre(now.state !== undefined);
        for (let times = 0; times < deeds.length; times += 1) now.type('quay lại');
        expect({ ...now.state?.staged, misses: 0 }).toEqual(nothingStaged());
        expect(now.type('quay lại').keys()).toContain('engine-nothing-to-go-back');
      }),
      { numRuns: 120 },
    );
  });

  it('once leaves everything as it stood before the last answer', () => {
    fc.assert(
      fc.property(walk, deed.filter(isStep), (deeds, last) => {
        const now = open(known(6));
        for (const done of deeds) if (now.state !== undefined) perform(now, done);
        fc.pre(now.state !== undefined);
        const before = now.state?.staged;
        perform(now, last);
        fc.pre(now.state !== undefined);
        const isAnswer = now.state?.staged.trail.length !== before?.trail.length;
        fc.pre(isAnswer);
        const { figures, documents, done, trail, mending } = now.type('quay lại').state?.staged ?? nothingStaged();
        expect({ figures, documents, done, trail, mending }).toMatchObject({
          figures: before?.figures,
          documents: before?.documents,
          done: before?.done,
          trail: before?.trail,
          mending: before?.mending,
        });
        expect(Object.keys(figures)).toEqual(expect.arrayContaining(Object.keys(before?.figures ?? {})));
        expect(Object.keys(figures)).toHaveLength(Object.keys(before?.figures ?? {}).length);
      }),
      { numRuns: 120 },
    );
  });

  it('from a doubt about what was not laid down keeps the answer before it', () => {
    const now = open(known(6)).type('215').type('2k1');
    expect(now.state?.staged.clarification?.laid).toBe(false);
    now.type('quay lại');
    expect([now.question()?.id, now.state?.staged.figures.received]).toEqual(['online', value(215)]);
  });
});

describe('whatever is said', () => {
  it('never throws, never files without being told to, and a restart between any two messages changes nothing', () => {
    fc.assert(
      fc.property(fc.array(deed.filter(isStep), { maxLength: 14 }), (deeds) => {
        const stored = open(known(6));
        const living = talk(monthlyCheckIn, freshCheckIn(1, PERIOD), known(6), (state) => state);
        for (const done of deeds) {
          if (stored.state === undefined) break;
          perform(stored, done);
          perform(living, done);
          expect(stored.effects).toEqual(living.effects);
          const isTold = 'text' in done && ['yes', 'seen'].includes(readYesNo(done.text).answer);
          if (!isTold) expect(filed(stored.effects)).toBeUndefined();
        }
      }),
      { numRuns: 120 },
    );
  });

  it('files only what ties', () => {
    fc.assert(
      fc.property(walk, (deeds) => {
        const now = open(known(6));
        for (const done of deeds) if (now.state !== undefined) perform(now, done);
        for (let at = 0; at < 40 && now.state !== undefined; at += 1) {
          const ids = now.offered();
          now.tap(
            ['send', 'act:none', 'slot:no-data', 'nav:skip'].find((id) => ids.includes(id)) ?? ids.at(-1) ?? 'nav:skip',
          );
        }
        const amounts = amountsOf(filedBy(now));
        for (const { left, right } of EQUATIONS) {
          const all = [...left, ...right];
          if (!all.every((name) => amounts[name] !== undefined)) continue;
          const sum = (names: readonly IndicatorName[]) =>
            names.reduce((total, name) => total + (amounts[name] ?? 0), 0);
          expect(sum(left)).toBe(sum(right));
        }
        expect(balance(amounts).conflicts).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('refuses a stored state that is none of this version', () => {
    for (const state of [null, {}, { unit: 1 }, { ...freshCheckIn(1, PERIOD), staged: {} }, 'text', []]) {
      expect(() => monthlyCheckIn.parse(state)).toThrow();
    }
    expect(monthlyCheckIn.parse(freshCheckIn(1, PERIOD))).toEqual(freshCheckIn(1, PERIOD));
  });
});
