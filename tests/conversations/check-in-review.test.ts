/** Figures that cannot be true, corrections, and the review before a month is sent. */
import { describe, expect, it } from 'vitest';
import type { Figures, Input } from '../../conversations/flow.ts';
import { correction, freshCheckIn, monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { amountsOf, type CheckInFacts } from '../../conversations/flows/monthly-check-in/view.ts';
import { balance } from '../../domain/balance.ts';
import { NIL, value } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { filed, filedBy, finish, known, open, PERIOD, type Truth } from '../support/check-in.ts';
import { heard, naming, talk } from '../support/talk.ts';

describe('figures that cannot be true', () => {
  it('are asked about at once, with the changes that would settle it', () => {
    const now = open(known(6)).type('215').type('216');
    expect(now.keys()).toContain('doubt-tie');
    expect(now.said().numbered).toBe(true);
    now.tap('clarify:0');
    expect(now.state?.staged.clarification).toBeNull();
  });

  it('may be two in a row, and both are settled before the next question', () => {
    const now = open(known(6)).do(
      naming({
        received: 215,
        received_online: 150,
        received_direct: 70,
        resolved: 216,
        resolved_early: 180,
        resolved_on_time: 34,
        resolved_late: 5,
      }),
    );
    expect(now.keys()).toContain('doubt-tie');
    now.tap('clarify:0');
    expect(now.keys()).toContain('doubt-tie');
    now.tap('clarify:0');
    expect(now.state?.staged.clarification).toBeNull();
    for (const conflict of [balance({ carried_over: 6, ...amountsOf(now.state?.staged.figures ?? {}) }).conflicts])
      expect(conflict).toEqual([]);
  });

  it('can be typed again where no single change was meant', () => {
    const now = open(known(6)).do(
      naming({ received_online: 150, received_direct: 65, resolved: 216, pending_in_time: 9, pending_overdue: 0 }),
    );
    const retype = now.offered().at(-1) ?? '';
    now.tap(retype);
    expect(now.state?.staged.clarification).toBeNull();
    expect(now.question()?.id).toBe('received');
  });

  it('are asked about again when the answer that settled them is taken back', () => {
    const now = open(known(6)).type('215').type('216').tap('clarify:0').type('quay lại');
    expect(now.keys()).toContain('doubt-tie');
    now.type('quay lại');
    expect([now.question()?.id, now.state?.staged.clarification]).toEqual(['online', null]);
  });

  it('are not filed when what was known has changed meanwhile', () => {
    const before = known(6);
    const now = open(before)
      .do(
        naming({
          received: 215,
          received_online: 150,
          resolved_early: 180,
          resolved_on_time: 34,
          resolved_late: 0,
          pending_total: 7,
          pending_overdue: 0,
        }),
      )
      .tap('act:none');
    const later = talk(monthlyCheckIn, now.state ?? freshCheckIn(1, PERIOD), known(9)).tap('send');
    expect(filed(later.effects)).toBeUndefined();
    expect(later.keys()).toContain('doubt-tie');
  });

  it.each<[string, CheckInFacts, Input, string]>([
    ['ten times the usual', known(0, 200), naming({ received: 2150 }), 'doubt-ten-times'],
    ['another figure carried over than last month left', known(6), naming({ carried_over: 8 }), 'doubt-carried-over'],
    [
      'an audit of long ago',
      known(6),
      heard({ dates: { audit_date: '2019-09-17' }, auditDone: true }),
      'doubt-date-outside',
    ],
    [
      'an audit long after the month',
      known(6),
      heard({ dates: { audit_date: '2022-03-17' }, auditDone: true }),
      'doubt-date-future',
    ],
  ])('%s is asked about once and taken when confirmed', (_promise, facts, input, key) => {
    const now = open(facts).do(input);
    expect(now.keys()).toContain(key);
    const keep =
      now
        .said()
        .choices?.flat()
        .find(({ label }) => label.key.startsWith('choice-really'))?.id ?? '';
    now.tap(keep);
    expect(now.state?.staged.clarification).toBeNull();
    now.tap('nav:help');
    expect(now.keys()).not.toContain(key);
  });

  it.each<[string, CheckInFacts, Input]>([
    ['nine times the usual', known(0, 200), naming({ received: 1999 })],
    ['ten times next to nothing', known(0, 4), naming({ received: 40 })],
    ['what last month left', known(6), naming({ carried_over: 6 })],
    ['an audit in the month', known(6), heard({ dates: { audit_date: '2021-10-17' }, auditDone: true })],
  ])('%s is not', (_promise, facts, input) => {
    expect(open(facts).do(input).state?.staged.clarification).toBeNull();
  });
});

describe('a correction', () => {
  const month: Truth = {
    carried_over: 6,
    received: 215,
    received_online: 150,
    received_direct: 65,
    resolved: 216,
    resolved_early: 180,
    resolved_on_time: 34,
    resolved_late: 2,
    pending_total: 5,
    pending_in_time: 5,
    pending_overdue: 0,
  };

  const sent = (): Figures => {
    const facts = known(6);
    const now = open(facts).do(naming(month));
    finish(now, facts, month);
    return filedBy(now);
  };
  const correcting = (figures: Figures) =>
    open(
      { ...known(6), filed: { figures, documents: [], at: 1, by: 'Lan' } },
      correction(1, PERIOD, { figures, documents: [] }, 163),
    );

  it('opens at the review and sends what was sent when nothing is changed', () => {
    const figures = sent();
    const now = correcting(figures);
    expect(now.question()?.id).toBe('review');
    expect(filedBy(now.tap('send'))).toEqual(figures);
  });

  it.each<[string, Input, Partial<Record<IndicatorName, number>>]>([
    [
      'received',
      naming({ received: 220 }),
      { received: 220, received_direct: 70, pending_total: 10, pending_in_time: 10 },
    ],
    ['online', naming({ received_online: 100 }), { received_online: 100, received_direct: 115 }],
    ['late', naming({ resolved_late: 3 }), { resolved_late: 3, resolved: 217, pending_total: 4, pending_in_time: 4 }],
    ['overdue', naming({ pending_overdue: 2 }), { pending_overdue: 2, pending_in_time: 3 }],
    ['carried over', naming({ carried_over: 7 }), { carried_over: 7, pending_total: 6, pending_in_time: 6 }],
    [
      'new procedures',
      naming({ procedures_new: 5, procedures_amended: 0, procedures_repealed: 0 }),
      { procedures_new: 5, procedures_total: 168 },
    ],
    ['the number of procedures', naming({ procedures_total: 170 }), { procedures_total: 170 }],
  ])('of one figure (%s) sends exactly this change and what follows', (_promise, change, changed) => {
    const figures = sent();
    const now = correcting(figures).do(change);
    expect(now.question()?.id).toBe('review');
    const expected = { ...figures };
    for (const [name, n] of Object.entries(changed)) expected[name as IndicatorName] = value(n);
    expect(filedBy(now.tap('send'))).toEqual(expected);
  });

  it('of something that had not happened asks for what it needs', () => {
    const now = correcting(sent()).tap('mend:activities').tap('act:training', 'act:review');
    expect(now.question()?.id).toBe('review');
    expect(now.question()?.ask).toBe('management_review_date');
    now.type('30/9').type('2, 0').tap('send');
    expect(filedBy(now)).toMatchObject({ training_attendees: value(2), management_review_date: value('2021-09-30') });
  });

  it('that makes dossiers late asks for the reason', () => {
    const figures = { ...sent(), resolved_late: value(0), resolved_early: value(182), late_reason: NIL };
    const now = correcting(figures).do(naming({ resolved_late: 1, resolved_early: 181 }));
    expect(now.question()?.id).toBe('late_reason');
  });

  it('of a month somebody else has sent meanwhile is offered, not a second month', () => {
    const now = open({ ...known(6), filed: { figures: sent(), documents: [], at: 1, by: 'Lan' } });
    expect(now.state).toBeUndefined();
    expect(now.keys()).toEqual(['check-in-already-filed']);
    expect(now.offered()).toEqual(['run:correct:1:2021-10']);
  });
});

describe('the review', () => {
  const ready = () =>
    open(known(6))
      .do(
        naming({
          received: 215,
          received_online: 150,
          resolved_early: 180,
          resolved_on_time: 34,
          resolved_late: 2,
          pending_overdue: 0,
        }),
      )
      .type('máy hỏng')
      .tap('act:none');

  it('shows a line for each figure, each with its button, and a button to send', () => {
    const ids = ready().offered();
    expect(ids).toEqual([
      'mend:carried_over',
      'mend:received',
      'mend:resolved',
      'mend:pending',
      'mend:late_reason',
      'mend:procedures',
      'mend:audit',
      'mend:activities',
      'send',
    ]);
  });

  it('opens every line there is and comes back to the same month when that is taken back', () => {
    for (const id of ready()
      .offered()
      .filter((each) => each.startsWith('mend:'))) {
      const now = ready();
      const before = now.state?.staged;
      now.tap(id);
      expect(now.question()?.id).not.toBe('review' as string);
      expect(now.type('quay lại').state?.staged).toEqual(before);
    }
  });

  it.each(['gửi', 'đúng, gửi', 'gui', 'dung', 'ok', 'đúng rồi', 'nộp'])('is sent by %j', (text) => {
    expect(filed(ready().type(text).effects)).toBeDefined();
  });

  it.each(['không', 'chưa', 'sai', 'sai rồi', 'đúng không?', 'để xem', '99', 'abc', 'gửi cho ai', 'dạ'])(
    'is not sent by %j',
    (text) => {
      expect(filed(ready().type(text).effects)).toBeUndefined();
    },
  );

  it.each([
    ['2', 'received'],
    ['sửa 3', 'resolved'],
    ['dòng 4', 'pending'],
  ])('takes %j for the line %s', (text, id) => {
    expect(ready().type(text).question()?.id).toBe(id);
  });

  it('takes one line at a time: several numbers are not understood as the first of them', () => {
    const now = ready().tap('mend:received', 'mend:resolved');
    expect(now.state?.staged.mending).toBeNull();
    expect(now.question()?.id).toBe('review');
  });
});
