/** The forms of duties, field by field: what each takes, refuses and forgets, and that nothing is sent before a yes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AwayFacts, away, coverTold, lastDay } from '../../../conversations/forms/away.ts';
import { calendarDay, type DayFacts, dayTold } from '../../../conversations/forms/calendar-day.ts';
import {
  type Completion,
  type CompletionFacts,
  completeObligation,
  documentTold,
} from '../../../conversations/forms/complete-obligation.ts';
import {
  type Decision,
  type DecisionFacts,
  decided,
  decideObligation,
} from '../../../conversations/forms/decide-obligation.ts';
import { type ReceivedFacts, receiveObligation, unitsTold } from '../../../conversations/forms/receive-obligation.ts';
import { line } from '../../../conversations/say.ts';
import { openedForm as open, TODAY } from '../../support/form-talk.ts';

const SUBJECT: Completion = { unit: 1, obligation: 'DN-1.1', period: '2026', event: '', next: [] };
const COMPLETION: CompletionFacts = {
  name: line('duty-unknown'),
  unitName: 'UBND phường Đức Thuận',
  evidence: 'Kế hoạch (KH)',
  asksDay: false,
  today: TODAY,
};
const PLAN = 'Kế hoạch số 15/KH-UBND ngày 18/2/2026 về duy trì, cải tiến HTQLCL';

describe('saying that something is done', () => {
  it.each([
    [PLAN, 'confirm'],
    ['bỏ qua', 'confirm'],
    ['#none', 'confirm'],
    ['không biết', 'document'],
    [`${PLAN}; Quyết định số 3/QĐ-UBND ngày 1/3/2026 về mục tiêu chất lượng`, 'document'],
    ['Kế hoạch số 15/KH-UBND ngày 18/12/2026 về duy trì', 'kept'],
    ['#nothing-like-it', 'document'],
  ])('asks for the document: %s leads to "%s"', (text, field) => {
    const form = open(completeObligation, SUBJECT, COMPLETION);
    form.says(text);
    expect(form.field()).toBe(field);
    expect(form.isSent()).toBe(false);
  });

  it.each([
    ['có', 'confirm'],
    ['#keep', 'confirm'],
    ['không', 'document'],
    ['#again', 'document'],
    ['hả', 'kept'],
  ])('asks about a document that cannot be: %s leads to "%s"', (text, field) => {
    const form = open(completeObligation, SUBJECT, COMPLETION);
    form.says('Kế hoạch số 15/KH-UBND ngày 18/12/2026 về duy trì');
    form.says(text);
    expect(form.field()).toBe(field);
  });

  it('goes back, is dropped, and is sent on a plain yes only', () => {
    const form = open(completeObligation, SUBJECT, COMPLETION);
    form.says(PLAN);
    expect(form.says('ừ mà khoan')).toContain('engine-not-understood');
    form.says('quay lại');
    expect(form.field()).toBe('document');
    form.says(PLAN);
    form.says('đúng');
    expect(form.isSent()).toBe(true);
    expect(documentTold(SUBJECT, form.answers())?.number).toBe('15');
    const other = open(completeObligation, SUBJECT, COMPLETION);
    expect(other.says('huỷ')).toBe('form-dropped');
    expect(other.isOver()).toBe(true);
  });

  const AUDIT: Completion = { ...SUBJECT, obligation: 'DN-1.6b', event: '2026-10-12' };
  it.each([
    ['5/11', 'confirm', ''],
    ['#today', 'confirm', ''],
    ['hôm nay', 'confirm', ''],
    ['12/10', 'confirm', ''],
    ['11/10', 'day', 'complete-day-before'],
    ['6/11/2026', 'day', 'complete-day-ahead'],
    ['31/9', 'day', ''],
    ['lâu rồi', 'day', ''],
  ])('asks for the day of putting right: %s', (text, field, said) => {
    const form = open(completeObligation, AUDIT, { ...COMPLETION, asksDay: true }, { document: null });
    expect(form.says(text)).toContain(said);
    expect(form.field()).toBe(field);
  });

  it('stops where somebody else was first', () => {
    const obstacle = { lines: [line('complete-not-owed')] };
    expect(open(completeObligation, SUBJECT, { ...COMPLETION, obstacle }).isOver()).toBe(true);
  });
});

const DECISION: Decision = { kind: 'moved', unit: 1, subtree: true, period: '2026', event: '' };
const DECIDING: DecisionFacts = {
  today: TODAY,
  obligations: [
    { id: 'a', name: 'Kế hoạch duy trì', short: 'Kế hoạch' },
    { id: 'b', name: 'Mục tiêu chất lượng' },
    { id: 'c', name: 'Mục tiêu của từng phòng' },
  ],
  whom: line('decide-whom-one', { unit: 'x' }),
  settled: (_id, date) => (date < TODAY ? { refused: line('decide-date-past') } : { date }),
};

describe('a decision', () => {
  it.each([
    ['kế hoạch', 'date'],
    ['#o:b', 'date'],
    ['mục tiêu', 'obligation'],
    ['nhảy múa', 'obligation'],
    ['#o:zzz', 'obligation'],
  ])('is about something: %s', (text, field) => {
    const form = open(decideObligation, DECISION, DECIDING);
    form.says(text);
    expect(form.field()).toBe(field);
  });

  it.each([
    ['20/11', '2026-11-20'],
    ['đến 20/11', '2026-11-20'],
    ['20/1', '2027-01-20'],
    ['20/1/2027', '2027-01-20'],
    ['1/11/2026', ''],
    ['31/2', ''],
    ['20/11 hoặc 25/11', ''],
    ['sớm', ''],
  ])('moves a day: %s', (text, date) => {
    const form = open(decideObligation, { ...DECISION, obligation: 'a' }, DECIDING);
    form.says(text);
    expect(decided({ ...DECISION, obligation: 'a' }, form.answers()).date ?? '').toBe(date);
  });

  it.each([
    ['moved', '12/UBND', 'confirm'],
    ['moved', 'theo chỉ đạo', 'number'],
    ['moved', 'bỏ qua', 'number'],
    ['moved', `1${'x'.repeat(200)}`, 'number'],
    ['waived', '12/UBND', 'reason'],
    ['waived', 'bỏ qua', 'reason'],
  ] as const)('%s rests on a number: %s', (kind, text, field) => {
    const form = open(decideObligation, { ...DECISION, kind, obligation: 'a' }, DECIDING, { date: '2026-11-20' });
    form.says(text);
    expect(form.field()).toBe(field);
  });

  it.each([
    ['mới sáp nhập', 'confirm'],
    ['ok', 'reason'],
    ['bỏ qua', 'reason'],
    ['.', 'reason'],
    ['x'.repeat(600), 'reason'],
  ])('has a reason where it is a return: %s', (text, field) => {
    const form = open(decideObligation, { ...DECISION, kind: 'returned', obligation: 'a' }, DECIDING);
    form.says(text);
    expect(form.field()).toBe(field);
    expect(form.isSent()).toBe(false);
  });
});

const AWAY: AwayFacts = { today: TODAY, colleagues: [{ id: 3, name: 'Trần Thu Hà' }], due: [] };

describe('being away', () => {
  it.each([
    ['20/11', '2026-11-20'],
    ['đến hết 20/11', '2026-11-20'],
    ['mai', '2026-11-06'],
    ['hôm nay', '2026-11-05'],
    ['3 ngày', '2026-11-07'],
    ['hết tuần', '2026-11-08'],
    ['4/11', ''],
    ['20/8', ''],
    ['1/6/2027', ''],
    ['chưa biết', ''],
    ['bỏ qua', ''],
  ])('until %s', (text, last) => {
    const form = open(away, { from: TODAY }, AWAY);
    form.says(text);
    expect(form.field()).toBe(last === '' ? 'to' : 'cover');
    if (last !== '') expect(lastDay(form.answers())).toBe(last);
  });

  it.each([
    ['#who:3', 3],
    ['chị Hà', 3],
    ['chị Hà thay', 3],
    ['#who:0', 0],
    ['không ai', 0],
    ['bỏ qua', 0],
    ['#who:99', undefined],
    ['chị Thảo', undefined],
  ])('stood in for by %s', (text, who) => {
    const form = open(away, { from: TODAY }, AWAY, { to: '2026-11-20' });
    form.says(text);
    expect(form.field()).toBe(who === undefined ? 'cover' : 'confirm');
    expect(coverTold(form.answers())).toBe(who === 0 ? undefined : who);
  });
});

const DAYS: DayFacts = {
  today: TODAY,
  now: (date) => ({ works: date !== '2026-11-24', name: date === '2026-11-24' ? 'Ngày Văn hóa' : '' }),
  isAdded: (date) => date === '2026-11-23',
};

describe('a day of the calendar', () => {
  it.each([
    ['off', '23/11', 'name'],
    ['off', '24/11', 'date'],
    ['off', '4/11/2026', 'date'],
    ['off', '23/11 đến 25/11', 'date'],
    ['off', 'thứ mấy', 'date'],
    ['work', '24/11', 'name'],
    ['work', '23/11', 'date'],
    ['table', '23/11', 'confirm'],
    ['table', '24/11', 'date'],
  ] as const)('%s on %s leads to "%s"', (kind, text, field) => {
    const form = open(calendarDay, { kind }, DAYS);
    form.says(text);
    expect(form.field()).toBe(field);
  });

  it('has a name and, if there is one, a document', () => {
    const form = open(calendarDay, { kind: 'off' }, DAYS, { date: '2026-11-23' });
    form.says('bỏ qua');
    expect(form.field()).toBe('name');
    form.says('Nghỉ bù');
    form.says('bỏ qua');
    form.says('đúng');
    expect(form.isSent()).toBe(true);
    expect(dayTold(form.answers())).toEqual({ date: '2026-11-23', name: 'Nghỉ bù', source: '' });
  });
});

const UNITS = [
  { id: 1, name: 'Sở Y tế' },
  { id: 2, name: 'Sở Xây dựng' },
];
const RECEIVED: ReceivedFacts = {
  name: line('duty-unknown'),
  clusters: () => [],
  named: (words) => UNITS.filter(({ name }) => name.includes(words)),
  sorted: (units) => ({ open: units.map(String), settled: [] }),
};

describe('what was received', () => {
  it.each([
    ['Sở Y tế, Sở Xây dựng', 'confirm', [1, 2]],
    ['Sở Y tế và Sở Y tế', 'confirm', [1]],
    ['Sở', 'which', []],
    ['Sở Y tế, Sở Thơ', 'which', []],
    ['Sở Thơ', 'units', []],
  ])('is of %s', (text, field, units) => {
    const form = open(receiveObligation, { obligation: 'a', period: '2026' }, RECEIVED);
    form.says(text);
    expect(form.field()).toBe(field);
    expect(unitsTold(form.answers())).toEqual(units);
  });
});

it('no text is a mistake to any of them, and none sends by itself', () => {
  const forms = [
    () => open(completeObligation, SUBJECT, COMPLETION),
    () => open(decideObligation, DECISION, DECIDING),
    () => open(away, { from: TODAY }, AWAY),
    () => open(calendarDay, { kind: 'off' as const }, DAYS),
    () => open(receiveObligation, { obligation: 'a', period: '2026' }, RECEIVED),
  ];
  fc.assert(
    fc.property(fc.nat(forms.length - 1), fc.string({ unit: 'binary', maxLength: 80 }), (which, text) => {
      const form = forms[which]?.();
      form?.says(text);
      expect(form?.isSent()).toBe(false);
    }),
    { numRuns: 60 },
  );
});
