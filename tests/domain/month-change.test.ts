/** What is different between two states of a month, and what a coordinator should look at twice. */
import { describe, expect, it } from 'vitest';
import { type Figure, NIL, NO_DATA, value } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { changesBetween, isOnlyMending, type Unusual, unusual } from '../../domain/month-change.ts';

type Figures = Partial<Record<IndicatorName, Figure>>;
const of = (counts: Partial<Record<IndicatorName, number>>): Figures =>
  Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, value(n)]));

describe('changes', () => {
  it('name the old and the new of every figure that says something else, in the order of the catalogue', () => {
    const from: Figures = { resolved_late: value(2), received: value(215), late_reason: NIL };
    const to: Figures = {
      late_reason: value('máy hỏng'),
      received: value(215),
      resolved_late: value(3),
      audit_date: NO_DATA,
    };
    expect(changesBetween(from, to)).toEqual([
      { name: 'resolved_late', from: value(2), to: value(3) },
      { name: 'late_reason', from: NIL, to: value('máy hỏng') },
      { name: 'audit_date', to: NO_DATA },
    ]);
  });

  it.each<[string, Figures, Figures]>([
    ['of the same figures', of({ received: 5 }), of({ received: 5 })],
    ['of what is not said', of({ received: 5 }), {}],
    ['of nothing', {}, {}],
  ])('%s are none', (_, from, to) => {
    expect(changesBetween(from, to)).toEqual([]);
  });

  it('keep the three kinds of nothing apart', () => {
    expect(changesBetween({ received: value(0) }, { received: NIL })).toHaveLength(1);
    expect(changesBetween({ received: NIL }, { received: NO_DATA })).toHaveLength(1);
  });
});

describe('unusual', () => {
  it.each<[string, Figures, Figures | undefined, Unusual[]]>([
    ['nothing, in a usual month', of({ received: 215 }), of({ received: 210 }), []],
    ['nothing, where last month is not known', of({ received: 215, resolved_late: 9 }), undefined, []],
    [
      'twice as many',
      of({ received: 420 }),
      of({ received: 210 }),
      [{ why: 'more', name: 'received', now: 420, before: 210 }],
    ],
    ['not quite twice as many', of({ received: 419 }), of({ received: 210 }), []],
    [
      'half as many',
      of({ received: 105 }),
      of({ received: 210 }),
      [{ why: 'less', name: 'received', now: 105, before: 210 }],
    ],
    ['not quite half as many', of({ received: 106 }), of({ received: 210 }), []],
    ['nothing among a few dossiers', of({ received: 9 }), of({ received: 2 }), []],
    [
      'more that are late',
      of({ resolved_late: 3, pending_overdue: 1 }),
      of({ resolved_late: 2, pending_overdue: 1 }),
      [{ why: 'overdue', name: 'resolved_late', now: 3, before: 2 }],
    ],
    ['fewer that are late', of({ resolved_late: 1 }), of({ resolved_late: 2 }), []],
    [
      'another opening than the last closing',
      of({ carried_over: 7 }),
      of({ pending_total: 6 }),
      [{ why: 'chain', name: 'carried_over', now: 7, before: 6 }],
    ],
    ['the same opening', of({ carried_over: 6 }), of({ pending_total: 6 }), []],
    ['what nobody knew', { received: NO_DATA }, undefined, [{ why: 'no_data', names: ['received'] }]],
  ])('is %s', (_, now, before, found) => {
    expect(unusual(now, before)).toEqual(found);
  });
});

describe('a change of what was returned', () => {
  it.each<[string, string[], IndicatorName[], number, boolean]>([
    ['changes nothing', ['received'], [], 0, true],
    ['is the figure itself', ['received'], ['received'], 0, true],
    [
      'brings the sums with it',
      ['received'],
      ['received', 'received_direct', 'pending_total', 'pending_in_time'],
      0,
      true,
    ],
    [
      'brings the reason of what is late with it',
      ['resolved_late'],
      ['resolved_late', 'resolved', 'late_reason'],
      0,
      true,
    ],
    ['brings the number of procedures with it', ['procedures_new'], ['procedures_new', 'procedures_total'], 0, true],
    ['brings with the day of an audit that there was one', ['audit_date'], ['audit_date', 'audit_done'], 0, true],
    ['is any activity where all were returned', ['activities'], ['training_attendees', 'audit_date'], 2, true],
    ['is documents', ['documents'], [], 2, true],
    ['is another figure', ['received'], ['received', 'resolved_early'], 0, false],
    ['is a reason nobody asked for', ['received'], ['received', 'late_reason'], 0, false],
    ['is a figure beside activities', ['activities'], ['received'], 0, false],
    ['is a document beside a figure', ['received'], ['received'], 1, false],
    ['is an activity beside documents', ['documents'], ['training_attendees'], 1, false],
    ['is anything, where nothing was returned', [], ['received'], 0, false],
  ])('%s', (_, returned, changed, documents, only) => {
    const changes = changed.map((name) => ({ name }));
    expect(isOnlyMending(returned, changes, documents)).toBe(only);
  });
});
