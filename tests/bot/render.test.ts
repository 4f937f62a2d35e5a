/** From what is to be said to what a person reads. */
import { describe, expect, it } from 'vitest';
import { pen, render } from '../../bot/render.ts';
import { line, option, type Value } from '../../conversations/say.ts';
import { instantOf } from '../../domain/date.ts';

const NOW = instantOf('2021-11-05', '09:12');
const vi = pen('vi', NOW);

describe('a value', () => {
  it.each<[string, Value, string]>([
    ['a number', 2246, '2.246'],
    ['0', 0, '0'],
    ['a text as it is', 'UBND phường', 'UBND phường'],
    ['a date', { date: '2021-09-07' }, '07/09/2021'],
    ['a day of this year', { day: '2021-11-08' }, 'thứ Hai 08/11'],
    ['a Sunday of another year', { day: '2022-01-02' }, 'Chủ nhật 02/01/2022'],
    ['a month', { period: '2021-09' }, '09/2021'],
    ['an hour of today', { time: NOW }, '09:12'],
    ['an hour of another day', { time: instantOf('2021-11-04', '23:59') }, '23:59 ngày 04/11'],
    ['an hour of another year', { time: instantOf('2020-12-31', '00:00') }, '00:00 ngày 31/12/2020'],
    ['several', { each: [1000, 'b', { period: '2021-09' }], with: '; ' }, '1.000; b; 09/2021'],
    ['none', { each: [], with: ', ' }, ''],
    ['a line inside', line('figure-nil'), 'không phát sinh'],
  ])('%s', (_promise, value, text) => {
    expect(vi.value(value)).toBe(text);
  });
});

describe('a message', () => {
  it('has a line each, each with a capital, also behind a mark', () => {
    const { text } = render(
      { lines: [line('figure-nil'), line('engine-noted-one', { text: line('figure-no-data') })] },
      vi.write,
    );
    expect(text).toBe('Không phát sinh\n✓ Chưa có số liệu');
  });

  it('keeps rows of choices, whether several may be taken, and ids as they are', () => {
    const say = {
      lines: [line('figure-nil')],
      choices: [[option('a', 'figure-nil')], [option('b', 'choice-number', { n: 2246 })]],
      multiple: true,
    };
    expect(render(say, vi.write)).toEqual({
      text: 'Không phát sinh',
      choices: [[{ id: 'a', label: 'Không phát sinh' }], [{ id: 'b', label: '2.246' }]],
      multiple: true,
      numbered: false,
    });
    expect(render({ lines: [] }, vi.write)).toEqual({ text: '' });
  });

  it('is in the language of the person, with numbers and dates written alike in both', () => {
    const en = pen('en', NOW);
    const said = line('filed-early', { period: { period: '2021-10' }, at: { time: NOW }, days: 2, receipt: 'X' });
    expect(en.write(said)).not.toBe(vi.write(said));
    for (const each of [en, vi]) expect(each.value({ date: '2021-09-07' })).toBe('07/09/2021');
    for (const each of [en, vi]) expect(each.value(2246)).toBe('2.246');
  });
});
