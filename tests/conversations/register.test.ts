/** Documents told in chat: kept once, asked about where they do not agree with themselves, never mended silently. */
import { describe, expect, it } from 'vitest';
import { mentions, merge, register } from '../../conversations/register.ts';
import type { Citation } from '../../domain/citation.ts';
import { TODAY } from '../support/talk.ts';

const plan = (more: Partial<Citation> = {}): Citation => ({
  type: 'Kế hoạch',
  number: '15',
  year_in_code: null,
  symbol: 'KH-UBND',
  date: '2021-02-18',
  issuer: 'UBND phường',
  subject: 'Duy trì và cải tiến HTQLCL',
  raw: '',
  ...more,
});
const other = plan({
  type: 'Quyết định',
  number: '27',
  symbol: 'QĐ-UBND',
  date: '2021-01-08',
  subject: 'Chính sách chất lượng',
});

const told = (known: readonly Citation[], citations: readonly Citation[], unread: readonly string[] = []) =>
  register(known, { citations, unread }, { done: ['documents'] }, TODAY);

describe('the register', () => {
  it('adds what is new behind what is known', () => {
    expect(told([plan()], [other])).toEqual({
      kind: 'got',
      patch: { done: ['documents'], documents: [plan(), other] },
    });
  });

  it('keeps a document once, however often it is told', () => {
    expect(merge([plan()], [plan({ raw: 'lần hai' }), other, other])).toEqual([plan(), other]);
    expect(merge([], [])).toEqual([]);
  });

  it('changes neither list it was given', () => {
    const [known, more] = [Object.freeze([plan()]), Object.freeze([other])];
    expect(merge(known, more)).toHaveLength(2);
    expect([known, more]).toEqual([[plan()], [other]]);
  });

  it('takes up only the document in doubt when it is to be typed again, with what else was told kept', () => {
    const reading = told([], [plan({ date: '2021-12-18' }), other]);
    if (reading.kind !== 'unclear') throw new Error(reading.kind);
    const [, again] = reading.clarification.options;
    expect(again?.patch).toEqual({ documents: [other] });
  });

  it('offers to leave out a day that does not exist, not to keep it', () => {
    const reading = told([], [plan({ date: null, raw: 'Kế hoạch số 15/KH-UBND ngày 31/9/2021' })]);
    if (reading.kind !== 'unclear') throw new Error(reading.kind);
    expect(reading.clarification.options.map(({ label }) => label.key)).toEqual([
      'choice-without-date',
      'choice-retype',
    ]);
  });

  it.each<[string, Citation, string]>([
    ['of a day that has not come', plan({ date: '2021-12-18' }), 'defect-future_date'],
    ['whose kind is not its symbol', plan({ type: 'Quyết định' }), 'defect-kind_against_symbol'],
    ['whose year in the code is not that of its date', plan({ year_in_code: 2020 }), 'defect-year_against_date'],
    ['of which a digit cannot be read', plan({ number: '1?' }), 'defect-illegible_number'],
  ])('asks about a document %s', (_promise, citation, key) => {
    const reading = told([], [citation]);
    expect(reading.kind).toBe('unclear');
    if (reading.kind !== 'unclear') return;
    expect(reading.clarification.lines.map((line) => line.key)).toContain(key);
    expect(reading.patch).toEqual({ done: ['documents'], documents: [citation] });
    const [asTyped, again] = reading.clarification.options;
    expect(asTyped?.patch).toEqual({});
    expect(again?.patch).toEqual({ documents: [], undone: ['documents'] });
  });

  it('does not ask again about a document that was accepted before', () => {
    expect(told([plan({ date: '2021-12-18' })], [other]).kind).toBe('got');
  });

  it('says what it could not read and keeps what it could', () => {
    const reading = told([], [plan()], ['dòng lạ', 'dòng khác']);
    expect(reading.kind === 'unclear' && reading.clarification.lines).toEqual([
      { key: 'doubt-documents-unread', args: { text: 'dòng lạ; dòng khác' } },
    ]);
    expect(reading.kind === 'unclear' && reading.clarification.options[0]?.label.key).toBe('choice-drop');
  });

  it('names no more defects than fit a screen', () => {
    const many = Array.from({ length: 9 }, (_, index) => plan({ number: String(30 + index), date: '2021-12-18' }));
    const reading = told([], many);
    expect(reading.kind === 'unclear' && reading.clarification.lines).toHaveLength(4);
  });
});

describe('what is only unusual', () => {
  it('is mentioned and taken: a document signed on a Sunday', () => {
    const sunday = plan({ date: '2021-02-21' });
    expect(told([], [sunday]).kind).toBe('got');
    expect(mentions([sunday], TODAY).map(({ key }) => key)).toEqual(['defect-weekend']);
    expect(mentions([plan()], TODAY)).toEqual([]);
  });
});
