/** Questions for numbers: what lays a figure down, and what does not. */
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../conversations/flow.ts';
import { understand } from '../../conversations/parse/understand.ts';
import { readSlots, SLOT_CHOICES, type Slots } from '../../conversations/slots.ts';
import { readVerbatim, VERBATIM_MAX } from '../../conversations/verbatim.ts';
import { type Figure, NIL, NO_DATA, value } from '../../domain/figure.ts';
import { heard, TODAY } from '../support/talk.ts';

const one: Slots = { names: ['received'], nothing: 'nil' };
const three: Slots = {
  names: ['resolved_early', 'resolved_on_time', 'resolved_late'],
  nothing: 'zero',
  whole: 'resolved',
};

function typed(slots: Slots, text: string): Reading {
  const [name] = slots.names;
  const ask = slots.names.length === 1 && name ? { ask: name } : {};
  return readSlots(slots, { kind: 'text', text, understood: understand(text, { today: TODAY, ...ask }) });
}

const figuresOf = (reading: Reading): (Figure | undefined)[] | string =>
  reading.kind === 'got' ? Object.values(reading.patch.figures ?? {}) : reading.kind;

describe('one number', () => {
  it.each<[string, Figure]>([
    ['215', value(215)],
    ['2.246', value(2246)],
    ['0', value(0)],
    ['02', value(2)],
    ['215 hồ sơ', value(215)],
    ['dạ 215 ạ', value(215)],
    ['không', value(0)],
    ['ko', value(0)],
    ['không phát sinh', NIL],
    ['ko ps', NIL],
    ['chưa có số liệu', NO_DATA],
    ['chua co so lieu', NO_DATA],
    ['chưa có', NO_DATA],
    ['không có số liệu', NO_DATA],
    ['chưa thống kê được', NO_DATA],
    ['không biết', NO_DATA],
  ])('%j is taken', (text, figure) => {
    expect(figuresOf(typed(one, text))).toEqual([figure]);
  });

  it.each([
    '21,5',
    '-5',
    '200-220',
    'khoảng 200',
    '208/210',
    '99%',
    '180, 34, 2',
    '215?',
    'chưa',
    'chưa ạ',
    'chưa xong',
    'đang làm',
    '2k1',
    'abc',
    '',
    'để em xem',
    'có',
    '999999999999',
  ])('%j is not', (text) => {
    expect(typed(one, text).kind).not.toBe('got');
  });

  it('"chưa" is asked back: not known yet, or none', () => {
    const reading = typed(one, 'chưa');
    const patches =
      reading.kind === 'unclear' ? reading.clarification.options.map(({ patch }) => patch.figures?.received) : [];
    expect(patches).toEqual([NO_DATA, value(0)]);
  });

  it.each<[string, Figure]>([
    [SLOT_CHOICES.none, value(0)],
    [SLOT_CHOICES.nil, NIL],
    [SLOT_CHOICES.noData, NO_DATA],
  ])('the choice %s lays down its own kind of nothing', (id, figure) => {
    expect(figuresOf(readSlots(one, { kind: 'choice', ids: [id] }))).toEqual([figure]);
  });

  it('a choice of another question lays down nothing', () => {
    expect(readSlots(one, { kind: 'choice', ids: ['send'] })).toEqual({ kind: 'none' });
    expect(readSlots(one, { kind: 'choice', ids: [] })).toEqual({ kind: 'none' });
  });
});

describe('several numbers', () => {
  it.each<[string, number[]]>([
    ['180, 34, 2', [180, 34, 2]],
    ['180 34 2', [180, 34, 2]],
    ['180;34;2', [180, 34, 2]],
    ['180/34/2', [180, 34, 2]],
    ['180\n34\n2', [180, 34, 2]],
    ['1.180, 34, 2', [1180, 34, 2]],
    ['0', [0, 0, 0]],
    ['không', [0, 0, 0]],
  ])('%j is taken in order', (text, counts) => {
    expect(figuresOf(typed(three, text))).toEqual(counts.map(value));
  });

  it('"chưa có số liệu" is said of all of them', () => {
    expect(figuresOf(typed(three, 'chưa có số liệu'))).toEqual([NO_DATA, NO_DATA, NO_DATA]);
  });

  it.each(['180, 34', '180, 34, 2, 1', '180, 34, -2', 'khoảng 180, 34, 2', 'chưa', 'abc', ''])(
    '%j is not taken',
    (text) => {
      expect(typed(three, text).kind).not.toBe('got');
    },
  );

  it('a single number is asked back: the whole, or which of them', () => {
    const reading = typed(three, '216');
    const names =
      reading.kind === 'unclear'
        ? reading.clarification.options.flatMap(({ patch }) => Object.keys(patch.figures ?? {}))
        : [];
    expect(names).toEqual(['resolved', 'resolved_early', 'resolved_on_time', 'resolved_late']);
  });

  it('forgets with a new reading what would contradict it', () => {
    const reading = typed({ ...three, clear: ['resolved'] }, '180, 34, 2');
    expect(reading).toMatchObject({ kind: 'got', patch: { clear: ['resolved'] } });
  });
});

describe('words kept as they stand', () => {
  const read = (text: string) => readVerbatim('late_reason', heard({}, text));

  it.each<[string, Figure]>([
    ['máy chủ hỏng 2 ngày', value('máy chủ hỏng 2 ngày')],
    ['  nhận 215 hồ sơ cùng lúc\n', value('nhận 215 hồ sơ cùng lúc')],
    ['không', NIL],
    ['không có', NIL],
    ['không phát sinh', NIL],
    ['chưa có số liệu', NO_DATA],
    ['không đủ người', value('không đủ người')],
  ])('%j', (text, figure) => {
    expect(figuresOf(read(text))).toEqual([figure]);
  });

  it.each(['', '   ', 'a'.repeat(VERBATIM_MAX + 1)])('nothing, or a whole report, is not taken', (text) => {
    expect(read(text)).toEqual({ kind: 'none' });
  });

  it('are composed letters, whatever keyboard they were typed on', () => {
    expect(figuresOf(read('máy hỏng'.normalize('NFD')))).toEqual([value('máy hỏng'.normalize('NFC'))]);
  });
});
