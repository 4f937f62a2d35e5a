/** `cli parse`: one JSON line for a message, whatever the message. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine, parseText } from '../../cli/parse.ts';
import { instantOf } from '../../domain/date.ts';

const NOW = instantOf('2021-11-01', '08:00');
const read = (order: Parameters<typeof parseText>[0]) => JSON.parse(parseText(order, NOW)) as Record<string, unknown>;
const line = (text: string) => JSON.parse(parseLine(text, NOW)) as Record<string, unknown>;

describe('parse', () => {
  it.each<[Parameters<typeof parseText>[0], Record<string, unknown>]>([
    [{ text: 'nhận 215, đúng hạn 208, trễ 2' }, { received: 215, resolved_on_time: 208, resolved_late: 2 }],
    [{ text: '2.246', ask: 'received' }, { number: 2246 }],
    [{ text: 'rồi', ask: 'yes_no' }, { yes: true }],
    [{ text: 'ko', ask: 'yes_no' }, { yes: false }],
    [{ text: '17/9', ask: 'audit_date' }, { date: '2021-09-17' }],
    [{ text: '17/9', ask: 'audit_date', today: '2020-11-01' }, { date: '2020-09-17' }],
  ])('%j', (order, answer) => {
    expect(read(order)).toEqual(answer);
  });

  it('keeps quiet about what it is not sure of, and says that somebody must be asked', () => {
    expect(read({ text: '21,5', ask: 'received' })).toEqual({ ambiguous: true });
    expect(read({ text: 'chưa có số liệu', ask: 'received' })).not.toHaveProperty('number');
  });

  it.each([
    [{ text: 'a', ask: 'no_such_thing' }, '--ask no_such_thing'],
    [{ text: 'a', ask: '' }, '--ask'],
    [{ text: 'a', ask: 'toString' }, '--ask'],
    [{ text: 'a', today: '1/11/2021' }, '--today 1/11/2021'],
    [{ text: 'a', today: '2021-02-30' }, '--today'],
  ])('refuses %j by name', (order, named) => {
    expect(() => parseText(order, NOW)).toThrow(named);
  });
});

describe('parse --jsonl', () => {
  it('reads a line with what it says of the question and the day', () => {
    expect(line('{"text":"17/9","ask":"audit_date","today":"2020-11-01"}')).toEqual({ date: '2020-09-17' });
    expect(line('{"text":"215","ask":"received"}')).toEqual({ number: 215 });
  });

  it('takes null for not given', () => {
    expect(line('{"text":"nhận 215","ask":null,"today":null}')).toEqual({ received: 215 });
  });

  it.each([
    '',
    'nhận 215',
    '[]',
    'null',
    '7',
    '{}',
    '{"text":7}',
    '{"text":"a","ask":7}',
    '{"text":"a","today":20211101}',
    '{"text":"a","ask":"x"}',
  ])('answers %j with an error and goes on', (text) => {
    expect(Object.keys(line(text))).toEqual(['error']);
    expect(line(text).error).not.toMatch(/undefined|Cannot read/);
  });

  it('answers any text with one line of JSON', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom(null, 'received', 'yes_no', 'audit_date', 'percent'),
        (text, ask) => {
          const answer = parseLine(JSON.stringify({ text, ask }), NOW);
          expect(answer).not.toContain('\n');
          expect(JSON.parse(answer)).not.toHaveProperty('error');
        },
      ),
    );
  });
});
