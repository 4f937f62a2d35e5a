/** The monthly check-in: what is asked, how often, what is filed, and that every answer can be gone back on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect, Figures, Input } from '../../conversations/flow.ts';
import { correction, freshCheckIn, monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { amountsOf, type CheckIn, type CheckInFacts } from '../../conversations/flows/monthly-check-in/view.ts';
import { nothingStaged } from '../../conversations/staged.ts';
import { balance, EQUATIONS } from '../../domain/balance.ts';
import { amount, NIL, NO_DATA, value } from '../../domain/figure.ts';
import { type IndicatorName, indicatorsOf } from '../../domain/indicator.ts';
import { heard, naming, type Talk, talk } from '../support/talk.ts';

const PERIOD = '2021-10';
const BASE: CheckInFacts = { unitName: 'UBND phường Đức Thuận', today: '2021-11-01', due: '2021-11-05', ends: '2021-10-31' };

/** What is known of a unit that filed last month. */
const known = (pendingTotal: number, received = 200): CheckInFacts => ({
  ...BASE,
  previous: { pendingTotal, received },
  proceduresTotal: 163,
});

const open = (facts: CheckInFacts = BASE, state: CheckIn = freshCheckIn(1, PERIOD)) => talk(monthlyCheckIn, state, facts);

const filed = (effects: readonly Effect[]) => effects.find((effect) => effect.do === 'file_month');
const filedBy = (now: Talk<CheckIn>): Figures => {
  const effect = filed(now.effects);
  if (!effect) throw new Error('nothing was filed');
  return effect.figures;
};

interface Truth {
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

const COUNTS = Object.keys({
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
const truth = fc
  .record({ carried: few, online: few, direct: few, cut: fc.array(fc.nat({ max: 1000 }), { minLength: 4, maxLength: 4 }) })
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
const ASKED: Record<string, (keyof Truth)[]> = {
  carried_over: ['carried_over'],
  received: ['received'],
  online: ['received_online'],
  resolved: ['resolved_early', 'resolved_on_time', 'resolved_late'],
  pending: ['pending_in_time', 'pending_overdue'],
};

/** The figures not known yet among those a question is about; of pending dossiers one follows when the sum is known. */
function lacking(now: Talk<CheckIn>, facts: CheckInFacts, id: string): (keyof Truth)[] {
  const carried = facts.previous?.pendingTotal;
  const { amounts } = balance({ ...(carried === undefined ? {} : { carried_over: carried }), ...amountsOf(now.state?.staged.figures ?? {}) });
  if (id === 'pending' && amounts.pending_total !== undefined) return amounts.pending_overdue === undefined ? ['pending_overdue'] : [];
  return (ASKED[id] ?? []).filter((name) => amounts[name] === undefined);
}

/** Answers the open question truthfully and says what it was. */
function answerTruly(now: Talk<CheckIn>, facts: CheckInFacts, month: Truth): string {
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
function finish(now: Talk<CheckIn>, facts: CheckInFacts, month: Truth): string[] {
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
    ['with dossiers pending', known(5), ['slot:nil', 'slot:none', 'slot:none', 'act:none', 'send'], ['received', 'resolved', 'pending', 'activities', 'review']],
    ['that is the first', { ...BASE, proceduresTotal: 163 }, ['slot:none', 'slot:nil', 'act:none', 'send'], ['carried_over', 'received', 'activities', 'review']],
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
    expect(filedBy(now)).toMatchObject({ received: NIL, received_online: NIL, resolved_late: value(0), audit_done: value(false), training_attendees: NIL, late_reason: NIL, procedures_total: value(163), procedures_new: value(0) });
  });

  it('takes five for the very first month of a unit in which nothing happened', () => {
    const now = open(BASE).type('0').type('không phát sinh').type('163').type('không').type('đúng, gửi');
    expect(amountsOf(filedBy(now))).toMatchObject({ carried_over: 0, received: 0, procedures_total: 163, pending_total: 0 });
  });

  it('counts its place truly: "câu 3/9" never goes back and the end never moves away by answering', () => {
    fc.assert(
      fc.property(truth, (month) => {
        const facts = known(month.carried_over);
        const now = open(facts);
        let last = 0;
        while (now.state !== undefined) {
          const place = now.said().lines.find(({ key }) => key === 'engine-progress')?.args;
          expect(Number(place?.['at'])).toBeGreaterThan(last);
          expect(Number(place?.['at'])).toBeLessThanOrEqual(Number(place?.['of']));
          expect(Number(place?.['of'])).toBeLessThanOrEqual(9);
          last = Number(place?.['at']) - 1;
          answerTruly(now, facts, month);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('what happened beside the dossiers', () => {
  const dossiers = () => open(known(6)).do(naming({ received: 215, received_online: 150, resolved_early: 180, resolved_on_time: 34, resolved_late: 0, pending_overdue: 0 }));

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
      const answers: Record<string, string> = { carried_over: '6', received: '215', online: '150', resolved: '180, 34, 2', pending: '0' };
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
    const now = open(known(0)).type('215').tap('slot:no-data').do(naming({ received_direct: 65 }));
    expect(amount(now.state && balance(amountsOf(now.state.staged.figures)).amounts.received_online !== undefined ? value(150) : undefined)).toBe(150);
    now.type('215, 0, 0').tap('act:none').tap('send');
    expect(filedBy(now).received_online).toEqual(value(150));
  });

  it('every figure of the month is filed as one of the three, none is left out', () => {
    const now = open(known(0)).tap('slot:nil').tap('act:none').tap('send');
    expect(Object.keys(filedBy(now)).sort()).toEqual([...indicatorsOf('month')].sort());
  });
});

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
      naming({ received: 215, received_online: 150, received_direct: 70, resolved: 216, resolved_early: 180, resolved_on_time: 34, resolved_late: 5 }),
    );
    expect(now.keys()).toContain('doubt-tie');
    now.tap('clarify:0');
    expect(now.keys()).toContain('doubt-tie');
    now.tap('clarify:0');
    expect(now.state?.staged.clarification).toBeNull();
    for (const conflict of [balance({ carried_over: 6, ...amountsOf(now.state?.staged.figures ?? {}) }).conflicts]) expect(conflict).toEqual([]);
  });

  it('can be typed again where no single change was meant', () => {
    const now = open(known(6)).do(naming({ received_online: 150, received_direct: 65, resolved: 216, pending_in_time: 9, pending_overdue: 0 }));
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
    const now = open(before).do(naming({ received: 215, received_online: 150, resolved_early: 180, resolved_on_time: 34, resolved_late: 0, pending_total: 7, pending_overdue: 0 })).tap('act:none');
    const later = talk(monthlyCheckIn, now.state ?? freshCheckIn(1, PERIOD), known(9)).tap('send');
    expect(filed(later.effects)).toBeUndefined();
    expect(later.keys()).toContain('doubt-tie');
  });

  it.each<[string, CheckInFacts, Input, string]>([
    ['ten times the usual', known(0, 200), naming({ received: 2150 }), 'doubt-ten-times'],
    ['another figure carried over than last month left', known(6), naming({ carried_over: 8 }), 'doubt-carried-over'],
    ['an audit of long ago', known(6), heard({ dates: { audit_date: '2019-09-17' }, auditDone: true }), 'doubt-date-outside'],
    ['an audit long after the month', known(6), heard({ dates: { audit_date: '2022-03-17' }, auditDone: true }), 'doubt-date-future'],
  ])('%s is asked about once and taken when confirmed', (_promise, facts, input, key) => {
    const now = open(facts).do(input);
    expect(now.keys()).toContain(key);
    const keep = now.said().choices?.flat().find(({ label }) => label.key.startsWith('choice-really'))?.id ?? '';
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
  const month: Truth = { carried_over: 6, received: 215, received_online: 150, received_direct: 65, resolved: 216, resolved_early: 180, resolved_on_time: 34, resolved_late: 2, pending_total: 5, pending_in_time: 5, pending_overdue: 0 };

  const sent = (): Figures => {
    const facts = known(6);
    const now = open(facts).do(naming(month));
    finish(now, facts, month);
    return filedBy(now);
  };
  const correcting = (figures: Figures) =>
    open({ ...known(6), filed: { figures, documents: [], at: 1, by: 'Lan' } }, correction(1, PERIOD, { figures, documents: [] }, 163));

  it('opens at the review and sends what was sent when nothing is changed', () => {
    const figures = sent();
    const now = correcting(figures);
    expect(now.question()?.id).toBe('review');
    expect(filedBy(now.tap('send'))).toEqual(figures);
  });

  it.each<[string, Input, Partial<Record<IndicatorName, number>>]>([
    ['received', naming({ received: 220 }), { received: 220, received_direct: 70, pending_total: 10, pending_in_time: 10 }],
    ['online', naming({ received_online: 100 }), { received_online: 100, received_direct: 115 }],
    ['late', naming({ resolved_late: 3 }), { resolved_late: 3, resolved: 217, pending_total: 4, pending_in_time: 4 }],
    ['overdue', naming({ pending_overdue: 2 }), { pending_overdue: 2, pending_in_time: 3 }],
    ['carried over', naming({ carried_over: 7 }), { carried_over: 7, pending_total: 6, pending_in_time: 6 }],
    ['new procedures', naming({ procedures_new: 5, procedures_amended: 0, procedures_repealed: 0 }), { procedures_new: 5, procedures_total: 168 }],
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
  const ready = () => open(known(6)).do(naming({ received: 215, received_online: 150, resolved_early: 180, resolved_on_time: 34, resolved_late: 2, pending_overdue: 0 })).type('máy hỏng').tap('act:none');

  it('shows a line for each figure, each with its button, and a button to send', () => {
    const ids = ready().offered();
    expect(ids).toEqual(['mend:carried_over', 'mend:received', 'mend:resolved', 'mend:pending', 'mend:late_reason', 'mend:procedures', 'mend:audit', 'mend:activities', 'send']);
  });

  it('opens every line there is and comes back to the same month when that is taken back', () => {
    for (const id of ready().offered().filter((each) => each.startsWith('mend:'))) {
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

  it.each(['không', 'chưa', 'sai', 'sai rồi', 'đúng không?', 'để xem', '99', 'abc', 'gửi cho ai', 'dạ'])('is not sent by %j', (text) => {
    expect(filed(ready().type(text).effects)).toBeUndefined();
  });

  it.each([['2', 'received'], ['sửa 3', 'resolved'], ['dòng 4', 'pending']])('takes %j for the line %s', (text, id) => {
    expect(ready().type(text).question()?.id).toBe(id);
  });

  it('takes one line at a time: several numbers are not understood as the first of them', () => {
    const now = ready().tap('mend:received', 'mend:resolved');
    expect(now.state?.staged.mending).toBeNull();
    expect(now.question()?.id).toBe('review');
  });
});

/** What people do, at random: known figures, choices on the screen, bare numbers, words of every kind. */
const deed = fc.oneof(
  fc.record({ figures: fc.dictionary(fc.constantFrom(...COUNTS), fc.nat({ max: 40 }), { minKeys: 1, maxKeys: 4 }) }),
  fc.record({ choice: fc.nat({ max: 12 }) }),
  fc.record({ text: fc.constantFrom('0', '7', '12, 3, 1', '5, 0', '17/9', '31/9', 'không', 'có', '21,5', 'khoảng 20', 'bỏ qua', 'trợ giúp', 'đúng', 'chưa có số liệu', 'không phát sinh', 'Kế hoạch số 15/KH-UBND ngày 18/2/2021', '2', 'tập huấn 2 người', 'nhận 215 trước hạn 300') }),
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
      { numRuns: 300 },
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
      { numRuns: 300 },
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
          const isTold = 'text' in done && /^\s*(?:g|n|s|đ|d|o|v|u|ư|y|x|r|c|p)/iu.test(done.text);
          if (!isTold) expect(filed(stored.effects)).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('files only what ties', () => {
    fc.assert(
      fc.property(walk, (deeds) => {
        const now = open(known(6));
        for (const done of deeds) if (now.state !== undefined) perform(now, done);
        for (let at = 0; at < 40 && now.state !== undefined; at += 1) {
          const ids = now.offered();
          now.tap(['send', 'act:none', 'slot:no-data', 'nav:skip'].find((id) => ids.includes(id)) ?? ids.at(-1) ?? 'nav:skip');
        }
        const amounts = amountsOf(filedBy(now));
        for (const { left, right } of EQUATIONS) {
          const all = [...left, ...right];
          if (!all.every((name) => amounts[name] !== undefined)) continue;
          const sum = (names: readonly IndicatorName[]) => names.reduce((total, name) => total + (amounts[name] ?? 0), 0);
          expect(sum(left)).toBe(sum(right));
        }
        expect(balance(amounts).conflicts).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a stored state that is none of this version', () => {
    for (const state of [null, {}, { unit: 1 }, { ...freshCheckIn(1, PERIOD), staged: {} }, 'text', []]) {
      expect(() => monthlyCheckIn.parse(state)).toThrow();
    }
    expect(monthlyCheckIn.parse(freshCheckIn(1, PERIOD))).toEqual(freshCheckIn(1, PERIOD));
  });
});
