/** The monthly check-in: what is asked, how often, and the three kinds of nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../conversations/flow.ts';
import { amountsOf, type CheckInFacts } from '../../conversations/flows/monthly-check-in/view.ts';
import { balance } from '../../domain/balance.ts';
import { amount, NIL, NO_DATA, value } from '../../domain/figure.ts';
import { type IndicatorName, indicatorsOf } from '../../domain/indicator.ts';
import { answerTruly, BASE, COUNTS, filedBy, finish, known, open, truth } from '../support/check-in.ts';
import { naming } from '../support/talk.ts';

describe('what is asked', () => {
  it('is each question once, none that is known or follows, and everything filed is true', () => {
    fc.assert(
      fc.property(truth, fc.subarray([...COUNTS]), fc.boolean(), (month, said, first) => {
        const facts = first ? BASE : { ...known(month.carried_over), proceduresTotal: 163 };
        const now = open(facts);
        for (const name of said) if (name !== 'carried_over' || first) now.do(naming({ [name]: month[name] }));
        const asked = finish(now, facts, month);
        expect(new Set(asked).size).toBe(asked.length);
        expect(amountsOf(filedBy(now))).toMatchObject(month);
      }),
    );
  });

  it('is the least there can be when all is named: what happened beside, and the review', () => {
    fc.assert(
      fc.property(truth, (month) => {
        const facts = known(month.carried_over);
        const now = open(facts).do(naming(month));
        const asked = finish(now, facts, month).filter((id) => id !== 'late_reason');
        expect(asked).toEqual(['activities', 'review']);
      }),
    );
  });

  it('takes at most nine answers for any month without activities, the first of a unit too', () => {
    fc.assert(
      fc.property(truth, fc.boolean(), (month, first) => {
        const facts = first ? BASE : known(month.carried_over);
        expect(finish(open(facts), facts, month).length).toBeLessThanOrEqual(9);
      }),
    );
  });

  it.each<[string, CheckInFacts, string[], string[]]>([
    ['with nothing pending', known(0), ['slot:nil', 'act:none', 'send'], ['received', 'activities', 'review']],
    [
      'with dossiers pending',
      known(5),
      ['slot:nil', 'slot:none', 'slot:none', 'act:none', 'send'],
      ['received', 'resolved', 'pending', 'activities', 'review'],
    ],
    [
      'that is the first',
      { ...BASE, proceduresTotal: 163 },
      ['slot:none', 'slot:nil', 'act:none', 'send'],
      ['carried_over', 'received', 'activities', 'review'],
    ],
  ])('takes at most five taps for a month in which nothing happened, %s', (_promise, facts, taps, ids) => {
    const now = open(facts);
    const asked = taps.map((tap) => {
      const id = now.question()?.id;
      expect(now.offered()).toContain(tap);
      now.tap(tap);
      return id;
    });
    expect(taps.length).toBeLessThanOrEqual(5);
    expect(asked).toEqual(ids);
    expect(filedBy(now)).toMatchObject({
      received: NIL,
      received_online: NIL,
      resolved_late: value(0),
      audit_done: value(false),
      training_attendees: NIL,
      late_reason: NIL,
      procedures_total: value(163),
      procedures_new: value(0),
    });
  });

  it('takes five for the very first month of a unit in which nothing happened', () => {
    const now = open(BASE).type('0').type('không phát sinh').type('163').type('không').type('đúng, gửi');
    expect(amountsOf(filedBy(now))).toMatchObject({
      carried_over: 0,
      received: 0,
      procedures_total: 163,
      pending_total: 0,
    });
  });

  it('counts its place truly: "câu 3/9" never goes back and the end never moves away by answering', () => {
    fc.assert(
      fc.property(truth, (month) => {
        const facts = known(month.carried_over);
        const now = open(facts);
        let last = 0;
        while (now.state !== undefined) {
          const place = now.said().lines.find(({ key }) => key === 'engine-progress')?.args;
          expect(Number(place?.at)).toBeGreaterThan(last);
          expect(Number(place?.at)).toBeLessThanOrEqual(Number(place?.of));
          expect(Number(place?.of)).toBeLessThanOrEqual(9);
          last = Number(place?.at) - 1;
          answerTruly(now, facts, month);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('what happened beside the dossiers', () => {
  const dossiers = () =>
    open(known(6)).do(
      naming({
        received: 215,
        received_online: 150,
        resolved_early: 180,
        resolved_on_time: 34,
        resolved_late: 0,
        pending_overdue: 0,
      }),
    );

  it('is asked once, and only what was chosen asks for more', () => {
    const now = dossiers();
    expect(now.question()?.id).toBe('activities');
    now.tap('act:audit', 'act:training');
    expect(now.question()?.id).toBe('audit');
    now.type('17/9').type('1 0 10 5');
    expect(now.question()?.id).toBe('training');
    now.type('2, 0');
    expect(now.question()?.id).toBe('review');
    expect(filedBy(now.tap('send'))).toMatchObject({
      audit_done: value(true),
      audit_date: value('2021-09-17'),
      minor_nonconformities: value(1),
      recommendations: value(10),
      training_attendees: value(2),
      training_courses_hosted: value(0),
      management_review_date: NIL,
      difficulties: NIL,
    });
  });

  it('is asked on after a single tap, and taken as whole when several are', () => {
    expect(dossiers().tap('act:review').type('30/9').question()?.id).toBe('activities');
    expect(dossiers().tap('act:review').type('30/9').offered()).not.toContain('act:review');
  });

  it('is not closed by naming a figure of the dossiers or the number of procedures', () => {
    const now = dossiers().do(naming({ procedures_total: 165 }));
    expect(now.question()?.id).toBe('activities');
  });

  it('may turn out not to have happened', () => {
    const now = dossiers().tap('act:audit', 'act:documents').type('không có').type('không có');
    expect(now.question()?.id).toBe('review');
    expect(filedBy(now.tap('send'))).toMatchObject({ audit_done: value(false), audit_date: NIL });
  });

  it('changes the number of procedures by what was new and repealed', () => {
    const now = dossiers().tap('act:procedures').type('12, 5, 3').tap('act:none').tap('send');
    expect(filedBy(now)).toMatchObject({ procedures_total: value(165), procedures_amended: value(12) });
  });
});

describe('the three kinds of nothing', () => {
  it.each<[string, string, Figures[IndicatorName]]>([
    ['0', '0', value(0)],
    ['nothing arose', 'không phát sinh', NIL],
    ['nobody knows', 'chưa có số liệu', NO_DATA],
  ])('%s stays what it is', (_promise, typed, figure) => {
    const now = open(known(0)).type(typed);
    while (now.state !== undefined && now.question()?.id !== 'activities') now.tap('slot:no-data');
    expect(filedBy(now.tap('act:none').tap('send')).received).toEqual(figure);
  });

  it.each(['carried_over', 'received', 'online', 'resolved', 'pending', 'procedures_total'])(
    '"chưa có số liệu" settles the question about %s',
    (id) => {
      const now = open(BASE);
      const answers: Record<string, string> = {
        carried_over: '6',
        received: '215',
        online: '150',
        resolved: '180, 34, 2',
        pending: '0',
      };
      while (now.question()?.id !== id) now.type(answers[now.question()?.id ?? ''] ?? '163');
      now.tap('slot:no-data');
      expect(now.question()?.id).not.toBe(id);
    },
  );

  it('"chưa có số liệu" for everything files a month of gaps, not of zeros', () => {
    const now = open(BASE);
    for (let at = 0; at < 9 && now.question()?.id !== 'activities'; at += 1) now.tap('slot:no-data');
    const figures = filedBy(now.tap('act:none').tap('send'));
    for (const name of COUNTS) expect(figures[name]).toEqual(NO_DATA);
    expect(figures.procedures_total).toEqual(NO_DATA);
  });

  it('what nobody knew at first and follows later is filed as it follows', () => {
    const now = open(known(0))
      .type('215')
      .tap('slot:no-data')
      .do(naming({ received_direct: 65 }));
    expect(
      amount(
        now.state && balance(amountsOf(now.state.staged.figures)).amounts.received_online !== undefined
          ? value(150)
          : undefined,
      ),
    ).toBe(150);
    now.type('215, 0, 0').tap('act:none').tap('send');
    expect(filedBy(now).received_online).toEqual(value(150));
  });

  it('every figure of the month is filed as one of the three, none is left out', () => {
    const now = open(known(0)).tap('slot:nil').tap('act:none').tap('send');
    expect(Object.keys(filedBy(now)).sort()).toEqual([...indicatorsOf('month')].sort());
  });
});
