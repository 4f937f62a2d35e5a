/** A ward's monthly check-in with facts given by hand, and months that are true by construction. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Effect, Figures } from '../../conversations/flow.ts';
import { freshCheckIn, monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { amountsOf, type CheckIn, type CheckInFacts } from '../../conversations/flows/monthly-check-in/view.ts';
import { balance } from '../../domain/balance.ts';
import { type Talk, talk } from './talk.ts';

export const PERIOD = '2021-10';
export const BASE: CheckInFacts = {
  unitName: 'UBND phường Đức Thuận',
  today: '2021-11-01',
  due: '2021-11-05',
  ends: '2021-10-31',
};

/** What is known of a unit that filed last month. */
export const known = (pendingTotal: number, received = 200): CheckInFacts => ({
  ...BASE,
  previous: { pendingTotal, received },
  proceduresTotal: 163,
});

export const open = (facts: CheckInFacts = BASE, state: CheckIn = freshCheckIn(1, PERIOD)) =>
  talk(monthlyCheckIn, state, facts);

export const filed = (effects: readonly Effect[]) => effects.find((effect) => effect.do === 'file_month');
export const filedBy = (now: Talk<CheckIn>): Figures => {
  const effect = filed(now.effects);
  if (!effect) throw new Error('nothing was filed');
  return effect.figures;
};

export interface Truth {
  carried_over: number;
  received: number;
  received_online: number;
  received_direct: number;
  resolved: number;
  resolved_early: number;
  resolved_on_time: number;
  resolved_late: number;
  pending_total: number;
  pending_in_time: number;
  pending_overdue: number;
}

export const COUNTS = Object.keys({
  carried_over: 0,
  received: 0,
  received_online: 0,
  received_direct: 0,
  resolved: 0,
  resolved_early: 0,
  resolved_on_time: 0,
  resolved_late: 0,
  pending_total: 0,
  pending_in_time: 0,
  pending_overdue: 0,
} satisfies Truth) as (keyof Truth)[];

const few = fc.oneof(fc.constant(0), fc.nat({ max: 400 }));

/** A month that is true: dossiers come in, and each is resolved or pending. */
export const truth = fc
  .record({
    carried: few,
    online: few,
    direct: few,
    cut: fc.array(fc.nat({ max: 1000 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ carried, online, direct, cut }): Truth => {
    const all = carried + online + direct;
    const [a = 0, b = 0, c = 0, d = 0] = cut.map((part) => Math.floor((part * all) / 1000)).sort((x, y) => x - y);
    return {
      carried_over: carried,
      received: online + direct,
      received_online: online,
      received_direct: direct,
      resolved: c,
      resolved_early: a,
      resolved_on_time: b - a,
      resolved_late: c - b,
      pending_total: all - c,
      pending_in_time: d - c,
      pending_overdue: all - d,
    };
  });

/** The figures each question about dossiers may ask for. */
export const ASKED: Record<string, (keyof Truth)[]> = {
  carried_over: ['carried_over'],
  received: ['received'],
  online: ['received_online'],
  resolved: ['resolved_early', 'resolved_on_time', 'resolved_late'],
  pending: ['pending_in_time', 'pending_overdue'],
};

/** The figures not known yet among those a question is about; of pending dossiers one follows when the sum is known. */
export function lacking(now: Talk<CheckIn>, facts: CheckInFacts, id: string): (keyof Truth)[] {
  const carried = facts.previous?.pendingTotal;
  const { amounts } = balance({
    ...(carried === undefined ? {} : { carried_over: carried }),
    ...amountsOf(now.state?.staged.figures ?? {}),
  });
  if (id === 'pending' && amounts.pending_total !== undefined)
    return amounts.pending_overdue === undefined ? ['pending_overdue'] : [];
  return (ASKED[id] ?? []).filter((name) => amounts[name] === undefined);
}

/** Answers the open question truthfully and says what it was. */
export function answerTruly(now: Talk<CheckIn>, facts: CheckInFacts, month: Truth): string {
  const id = now.question()?.id ?? '';
  const names = lacking(now, facts, id);
  if (id in ASKED) now.type(names.map((name) => month[name]).join(', '));
  else if (id === 'late_reason') now.type('máy chủ hỏng hai ngày');
  else if (id === 'procedures_total') now.type('163');
  else if (id === 'activities') now.tap('act:none');
  else now.tap('send');
  return id;
}

/** Answers everything truthfully; the ids of the questions in the order asked. */
export function finish(now: Talk<CheckIn>, facts: CheckInFacts, month: Truth): string[] {
  const asked: string[] = [];
  while (now.state !== undefined) {
    expect(now.state.staged.clarification).toBeNull();
    const id = now.question()?.id ?? '';
    if (id in ASKED) expect(lacking(now, facts, id)).not.toEqual([]);
    asked.push(answerTruly(now, facts, month));
    expect(asked.length).toBeLessThan(12);
  }
  return asked;
}
