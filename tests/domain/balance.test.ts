/** What follows from what, checked against months that are true by construction. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amounts, balance, EQUATIONS, type Equation, mends } from '../../domain/balance.ts';
import type { IndicatorName } from '../../domain/indicator.ts';

const count = fc.nat({ max: 3000 });
// Zeros are what the rule about reached sums rests on, so they come up often.
const often0 = fc.oneof(fc.constant(0), count);

type Month = Record<(typeof NAMES)[number], number>;

const NAMES = [
  'carried_over',
  'received',
  'received_online',
  'received_direct',
  'resolved',
  'resolved_early',
  'resolved_on_time',
  'resolved_late',
  'pending_total',
  'pending_in_time',
  'pending_overdue',
] as const satisfies readonly IndicatorName[];

/** A month all of whose equations hold: its parts are free, what they sum to follows. */
const trueMonth = fc
  .record({
    online: often0,
    direct: often0,
    early: often0,
    onTime: often0,
    late: often0,
    inTime: often0,
    overdue: often0,
  })
  .map(({ online, direct, early, onTime, late, inTime, overdue }): Month | undefined => {
    const [received, resolved, pending] = [online + direct, early + onTime + late, inTime + overdue];
    const carried = resolved + pending - received;
    return carried < 0
      ? undefined
      : {
          carried_over: carried,
          received,
          received_online: online,
          received_direct: direct,
          resolved,
          resolved_early: early,
          resolved_on_time: onTime,
          resolved_late: late,
          pending_total: pending,
          pending_in_time: inTime,
          pending_overdue: overdue,
        };
  })
  .filter((month) => month !== undefined);

const someNames = fc.subarray([...NAMES]);

const only = (month: Month, names: readonly IndicatorName[]): Amounts =>
  Object.fromEntries(names.map((name) => [name, month[name as keyof Month]]));

const sum = (names: readonly IndicatorName[], amounts: Amounts): number =>
  names.reduce((total, name) => total + (amounts[name] ?? 0), 0);
const namesOf = ({ left, right }: Equation): IndicatorName[] => [...left, ...right];

describe('balance', () => {
  it('derives nothing wrong and changes nothing given, whatever is hidden of a true month', () => {
    fc.assert(
      fc.property(trueMonth, someNames, (month, names) => {
        const { amounts, conflicts } = balance(only(month, names));
        expect(conflicts).toEqual([]);
        for (const name of Object.keys(amounts)) expect(amounts).toHaveProperty(name, month[name as keyof Month]);
        for (const name of names) expect(amounts[name]).toBe(month[name]);
      }),
    );
  });

  it('derives the one figure an equation lacks', () => {
    fc.assert(
      fc.property(trueMonth, fc.constantFrom(...EQUATIONS), fc.nat(), (month, equation, nth) => {
        const all = namesOf(equation);
        const hidden = all[nth % all.length] ?? 'received';
        const known = all.filter((name) => name !== hidden);
        expect(balance(only(month, known)).amounts[hidden]).toBe(month[hidden as keyof Month]);
      }),
    );
  });

  it('needs only what is free: five parts and what was carried over give all the rest', () => {
    fc.assert(
      fc.property(trueMonth, (month) => {
        const given = [
          'carried_over',
          'received',
          'received_online',
          'resolved_early',
          'resolved_on_time',
          'resolved_late',
          'pending_overdue',
        ] as const;
        expect(balance(only(month, given)).amounts).toEqual(month);
      }),
    );
  });

  it('gives the same answer again when what it derived is given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), often0), (given) => {
        const once = balance(given);
        expect(balance(once.amounts).amounts).toEqual(once.amounts);
      }),
    );
  });

  it.each<[promise: string, given: Amounts, derived: Amounts]>([
    ['knows nothing from nothing', {}, {}],
    ['does not split a whole', { received: 7 }, {}],
    ['takes 0 as 0 on both sides', { received: 0 }, { received_online: 0, received_direct: 0 }],
    [
      'knows that a reached sum leaves 0 for the rest',
      { resolved: 5, resolved_early: 5 },
      { resolved_on_time: 0, resolved_late: 0 },
    ],
    ['does not take an unreached sum for reached', { resolved: 6, resolved_early: 5 }, {}],
    [
      'goes through several equations',
      { carried_over: 6, received_online: 150, received_direct: 65, resolved: 216 },
      { received: 215, pending_total: 5 },
    ],
    ['does not guess with unknowns on both sides', { carried_over: 3, resolved: 5 }, {}],
    ['ignores figures of other kinds', { procedures_total: 163 }, {}],
  ])('%s', (_promise, given, derived) => {
    expect(balance(given)).toEqual({ amounts: { ...given, ...derived }, conflicts: [] });
  });

  it('finds any single falsified figure of a fully known equation', () => {
    fc.assert(
      fc.property(
        trueMonth,
        fc.constantFrom(...EQUATIONS),
        fc.nat(),
        fc.integer({ min: 1, max: 50 }),
        (month, equation, nth, by) => {
          const all = namesOf(equation);
          const wrong = all[nth % all.length] ?? 'received';
          const amounts = { ...only(month, all), [wrong]: month[wrong as keyof Month] + by };
          const found = balance(amounts).conflicts.find((conflict) => conflict.equation === equation);
          expect(found).toBeDefined();
          expect(found).toMatchObject({ leftSum: sum(equation.left, amounts), rightSum: sum(equation.right, amounts) });
        },
      ),
    );
  });

  it('finds no conflict exactly where everything known can be true, and never derives a negative figure', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), fc.nat({ max: 9 })), (given) => {
        const { amounts, conflicts } = balance(given);
        for (const n of Object.values(amounts)) expect(n).toBeGreaterThanOrEqual(0);
        for (const equation of EQUATIONS) {
          const isWhole = namesOf(equation).every((name) => amounts[name] !== undefined);
          const ties = sum(equation.left, amounts) === sum(equation.right, amounts);
          if (isWhole) expect(conflicts.some((conflict) => conflict.equation === equation)).toBe(!ties);
        }
      }),
    );
  });

  it('names the figure that would have to be negative', () => {
    expect(balance({ received: 10, received_online: 12 }).conflicts).toEqual([
      { equation: EQUATIONS[0], leftSum: 10, rightSum: 12, open: 'received_direct' },
    ]);
    expect(balance({ carried_over: 6, received: 10, resolved: 20 }).conflicts).toMatchObject([
      { leftSum: 16, rightSum: 20, open: 'pending_total' },
    ]);
  });
});

describe('mends', () => {
  const all = () => true;

  it('each settle the conflict they are offered for, and are never negative', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), fc.nat({ max: 30 })), (given) => {
        const { conflicts, amounts } = balance(given);
        const [conflict] = conflicts;
        fc.pre(conflict !== undefined);
        for (const { name, value } of mends(
          conflict,
          { given, amounts },
          (each) => given[each as (typeof NAMES)[number]] !== undefined,
        )) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).not.toBe(given[name as (typeof NAMES)[number]]);
          const after = balance({ ...given, [name]: value }).conflicts;
          expect(after.some(({ equation }) => equation === conflict.equation)).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('offer the truth among the rest when one figure was mistyped', () => {
    fc.assert(
      fc.property(
        trueMonth,
        fc.constantFrom(...EQUATIONS),
        fc.nat(),
        fc.integer({ min: 1, max: 50 }),
        (month, equation, nth, by) => {
          const names = namesOf(equation);
          const wrong = names[nth % names.length] ?? 'received';
          const given = { ...month, [wrong]: month[wrong as keyof Month] + by };
          const { conflicts, amounts } = balance(given);
          const found = conflicts.find((conflict) => conflict.equation === equation);
          const offered = found === undefined ? [] : mends(found, { given, amounts }, all);
          expect(offered).toContainEqual({ name: wrong, value: month[wrong as keyof Month] });
        },
      ),
    );
  });

  it('leave alone what may not be changed', () => {
    const given = { carried_over: 6, received: 10, resolved: 20, pending_total: 1 };
    const { conflicts, amounts } = balance(given);
    const [conflict] = conflicts;
    expect(conflict && mends(conflict, { given, amounts }, (name) => name !== 'carried_over')).toEqual([
      { name: 'received', value: 15 },
      { name: 'resolved', value: 15 },
    ]);
    expect(conflict && mends(conflict, { given, amounts }, () => false)).toEqual([]);
  });

  it('go to the parts of a sum that was not said itself', () => {
    const given = {
      carried_over: 6,
      received_online: 150,
      received_direct: 65,
      resolved: 216,
      pending_in_time: 9,
      pending_overdue: 0,
    };
    const { conflicts, amounts } = balance(given);
    const [conflict] = conflicts;
    const changeable = (name: IndicatorName) => name in given && name !== 'carried_over';
    expect(conflict && mends(conflict, { given, amounts }, changeable)).toEqual([
      { name: 'received_online', value: 154 },
      { name: 'received_direct', value: 69 },
      { name: 'resolved', value: 212 },
      { name: 'pending_in_time', value: 5 },
    ]);
  });
});
