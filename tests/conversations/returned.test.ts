/** A returned month asks for exactly what was returned, with the reason, and for nothing else. */
import { describe, expect, it } from 'vitest';
import { correction, monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { isReturnable, reopened, returnables } from '../../conversations/flows/monthly-check-in/returned.ts';
import { type CheckInFacts, look } from '../../conversations/flows/monthly-check-in/view.ts';
import { type Figure, NIL, value } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { talk } from '../support/talk.ts';

const FILED: Partial<Record<IndicatorName, Figure>> = {
  carried_over: value(6),
  received: value(215),
  received_online: value(150),
  received_direct: value(65),
  resolved: value(216),
  resolved_early: value(180),
  resolved_on_time: value(34),
  resolved_late: value(2),
  pending_total: value(5),
  pending_in_time: value(5),
  pending_overdue: value(0),
  late_reason: value('máy'),
  procedures_total: value(163),
  procedures_amended: value(0),
  procedures_new: value(0),
  procedures_repealed: value(0),
  audit_done: value(true),
  audit_date: value('2021-10-12'),
  minor_nonconformities: value(1),
  major_nonconformities: value(0),
  recommendations: value(4),
  observations: value(0),
  corrective_action_date: NIL,
  management_review_date: NIL,
  training_attendees: NIL,
  training_courses_hosted: NIL,
  difficulties: NIL,
};

const facts = (returned: Record<string, string>, more: Partial<CheckInFacts> = {}): CheckInFacts => ({
  unitName: 'UBND phường Đức Thuận',
  today: '2021-11-01',
  due: '2021-11-05',
  ends: '2021-10-31',
  proceduresTotal: 163,
  filed: { figures: FILED, documents: [], at: 1, by: 'Lan' },
  returned,
  ...more,
});

/** The questions asked until the review, each answered by the next text. */
function asked(returned: Record<string, string>, answers: string[], more: Partial<CheckInFacts> = {}) {
  const known = facts(returned, more);
  const sent = correction(1, '2021-10', { figures: FILED, documents: [] }, known.proceduresTotal);
  const open = talk(monthlyCheckIn, reopened(sent, Object.keys(returned).filter(isReturnable)), known);
  const questions = [open.question()?.id];
  for (const text of answers) questions.push(open.type(text).question()?.id);
  return { open, questions };
}

describe('a returned month', () => {
  it.each<[string, string[], string[], (string | undefined)[]]>([
    ['one figure of three', ['resolved_late'], ['3'], ['resolved', 'review']],
    [
      'a figure and its reason',
      ['resolved_late', 'late_reason'],
      ['3', 'mất điện'],
      ['resolved', 'late_reason', 'review'],
    ],
    ['the reason alone', ['late_reason'], ['mất điện hai ngày'], ['late_reason', 'review']],
    ['a reason that falls away', ['resolved_late', 'late_reason'], ['0'], ['resolved', 'review']],
    ['what is received', ['received'], ['220'], ['received', 'review']],
    ['what is received online', ['received_online'], ['151'], ['online', 'review']],
    ['what is overdue of the pending', ['pending_overdue'], ['1'], ['pending', 'review']],
    ['the date of an audit', ['audit_date'], ['13/10'], ['audit', 'review']],
    ['one finding of an audit', ['recommendations'], ['5'], ['audit', 'review']],
    ['the other activities', ['activities'], ['không'], ['activities', 'review']],
    ['the same figure again: it was right', ['received'], ['215'], ['received', 'review']],
    ['a figure nobody knows after all', ['resolved_late'], ['bỏ qua'], ['resolved', 'pending']],
  ])('asks for %s', (_, returned, answers, questions) => {
    const { questions: put } = asked(Object.fromEntries(returned.map((item) => [item, 'xem lại'])), answers);
    expect(put).toEqual(questions);
  });

  it('asks for what would follow from last month too: it was that the coordinator doubted', () => {
    const more = { previous: { pendingTotal: 6, received: 200 } };
    expect(asked({ carried_over: 'sổ ghi 7' }, ['7'], more).questions).toEqual(['carried_over', 'review']);
    expect(asked({ procedures_total: 'quyết định ghi 160' }, ['160']).questions).toEqual([
      'procedures_total',
      'review',
    ]);
  });

  it('shows the reason with the question, and how many are asked', () => {
    const { open } = asked({ resolved_late: 'sổ ghi 3' }, []);
    expect(open.keys()).toContain('review-mending');
    const why = open.said().lines.find(({ key }) => key === 'review-asked-again');
    expect(why?.args).toEqual({ name: { key: 'indicator-resolved_late' }, reason: 'sổ ghi 3' });
  });

  it('keeps everything else as it was sent', () => {
    const { open } = asked({ resolved_late: 'sổ ghi 3' }, ['3']);
    open.type('gửi');
    const filed = open.effects.find((effect) => effect.do === 'file_month');
    const changed = Object.entries(filed?.do === 'file_month' ? filed.figures : {}).filter(
      ([name, figure]) => JSON.stringify(figure) !== JSON.stringify(FILED[name as IndicatorName]),
    );
    expect(Object.fromEntries(changed)).toEqual({
      resolved_late: value(3),
      resolved: value(217),
      pending_total: value(4),
      pending_in_time: value(4),
    });
  });

  it('takes figures named in one message as the answer', () => {
    expect(asked({ resolved_late: 'x y z', received: 'x y z' }, ['nhận 220, quá hạn 3']).questions).toEqual([
      'resolved',
      'review',
    ]);
  });

  it('offers every figure that was said, and nothing that only follows', () => {
    const view = look(correction(1, '2021-10', { figures: FILED, documents: [] }, 163), facts({}));
    expect(returnables(view).map(({ item }) => item)).toEqual([
      'carried_over',
      'received',
      'received_online',
      'resolved_early',
      'resolved_on_time',
      'resolved_late',
      'pending_overdue',
      'late_reason',
      'audit_date',
      'minor_nonconformities',
      'major_nonconformities',
      'recommendations',
      'observations',
      'activities',
    ]);
  });
});

describe('a month that was not returned', () => {
  it('opens at its review, as before', () => {
    const open = talk(monthlyCheckIn, correction(1, '2021-10', { figures: FILED, documents: [] }, 163), {
      ...facts({}),
    });
    expect(open.question()?.id).toBe('review');
    expect(open.keys()).not.toContain('review-mending');
  });
});
