/** What a picture says before it is drawn: the rows chosen, the sums, the gaps, the words and whether they fit. */
import { describe, expect, it } from 'vitest';
import { broken, drawable, shortened } from '../../reports/chart/fit.ts';
import { textWidth } from '../../reports/chart/font.ts';
import { countWriting } from '../../reports/chart/numerals.ts';
import { pictured } from '../../reports/chart/pictures.ts';
import { foldObligations, foldUnits, ROWS_MAX } from '../../reports/chart/rows.ts';
import { monthsChart, obligationsChart, unitBars, unitsChart } from './chart-models.ts';

interface Marks {
  graphic: { elements: { style?: { text?: string } }[] };
  series: { name?: string; data: (null | { value: number; label?: { formatter?: string } })[] }[];
}

const option = (model: Parameters<typeof pictured>[0]): Marks => pictured(model).option as unknown as Marks;
const words = (model: Parameters<typeof pictured>[0]): string[] =>
  option(model).graphic.elements.flatMap(({ style }) => style?.text ?? []);

const total = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);

describe('the rows of a picture', () => {
  it.each([0, 1, 5, 11, 12, 13, 69, 3321])('of %i units come to the same sums as the units', (count) => {
    const units = unitBars(count);
    const { shown, rest } = foldUnits(units);
    const rows = rest === undefined ? shown : [...shown, rest.sum];
    expect(rows.length).toBe(Math.min(count, ROWS_MAX));
    expect(shown.length + (rest?.count ?? 0)).toBe(count);
    expect(total(rows.map(({ onTime }) => onTime))).toBe(total(units.map(({ onTime }) => onTime)));
    expect(total(rows.map(({ late }) => late))).toBe(total(units.map(({ late }) => late)));
  });

  it.each([0, 5, 12, 13, 40])('of %i obligations come to the same sums', (count) => {
    const { obligations } = obligationsChart(count);
    const { shown, rest } = foldObligations(obligations);
    const rows = rest === undefined ? shown : [...shown, rest.sum];
    for (const key of ['done', 'late', 'open'] as const) {
      expect(total(rows.map((row) => row[key]))).toBe(total(obligations.map((one) => one[key])));
    }
  });

  it('begin with the worst: most late, then the higher rate', () => {
    const units = [
      { name: 'không trễ', onTime: 500, late: 0 },
      { name: 'trễ nhiều', onTime: 500, late: 9 },
      { name: 'tỷ lệ cao', onTime: 10, late: 3 },
      { name: 'tỷ lệ thấp', onTime: 900, late: 3 },
    ];
    expect(foldUnits(units).shown.map(({ name }) => name)).toEqual([
      'trễ nhiều',
      'tỷ lệ cao',
      'tỷ lệ thấp',
      'không trễ',
    ]);
  });

  it('do not change the model', () => {
    const units = unitBars(30);
    const before = structuredClone(units);
    foldUnits(units);
    expect(units).toEqual(before);
  });
});

describe('the words of a picture', () => {
  it('say whose figures, of when, as of when, the sum with its rate, and who is silent', () => {
    const units = [{ name: 'UBND phường Bắc Hồng Lĩnh', onTime: 1851, late: 12 }];
    const said = words(unitsChart(units, { silent: 3 }));
    expect(said).toContain('Sở Khoa học và Công nghệ');
    expect(said).toContain('Tháng 10/2026 · số liệu đến 07:30 21/11/2026');
    expect(said).toContain('1 đơn vị: 1.851 trước và đúng hạn, 12 quá hạn (0,64%)');
    expect(said).toContain('quá hạn 12 · 0,64%');
    expect(said).toContain('3 đơn vị chưa có số liệu (không tính ở trên)');
  });

  it('name what the units without a row come to', () => {
    const units = Array.from({ length: 14 }, (_, index) => ({ name: `xã ${index}`, onTime: 1000, late: 20 - index }));
    expect(words(unitsChart(units))).toContain('3 đơn vị khác: 3.000 trước và đúng hạn, 24 quá hạn');
  });

  it('give no rate where there is nothing to take a part of', () => {
    const said = words(unitsChart([{ name: 'xã', onTime: 0, late: 0 }]));
    expect(said).toContain('1 đơn vị: 0 trước và đúng hạn, 0 quá hạn');
    expect(said).toContain('không có hồ sơ');
    expect(words(unitsChart([]))).toContain('Chưa đơn vị nào có số liệu');
  });

  it('are English where English is asked for, with figures written the same', () => {
    const said = words(unitsChart([{ name: 'xã', onTime: 1851, late: 12 }], { language: 'en' }));
    expect(said).toContain('1 unit: 1.851 early or on time, 12 late (0,64%)');
  });

  it('have every bar carry its number or stand beside one', () => {
    const [onTime] = option(
      unitsChart([
        { name: 'a', onTime: 9000, late: 1 },
        { name: 'b', onTime: 2, late: 0 },
      ]),
    ).series;
    const said = words(
      unitsChart([
        { name: 'a', onTime: 9000, late: 1 },
        { name: 'b', onTime: 2, late: 0 },
      ]),
    );
    expect(onTime?.data[0]).toMatchObject({ label: { show: true, formatter: '9.000' } });
    expect(onTime?.data[1]).toMatchObject({ label: { show: false } });
    expect(said).toContain('2');
  });
});

describe('the trend', () => {
  const model = monthsChart([
    { received: 10, resolved: 8, resolvedLate: 1 },
    {},
    { received: 0, resolved: 0, resolvedLate: 0 },
    { received: 5 },
  ]);

  it('leaves a gap where there is no figure and draws a 0 where there is one', () => {
    const [received, resolved, rate] = option(model).series;
    expect(received?.data.map((point) => point?.value ?? null)).toEqual([10, null, 0, 5]);
    expect(resolved?.data.map((point) => point?.value ?? null)).toEqual([8, null, 0, null]);
    expect(rate?.data.map((point) => point?.value ?? null)).toEqual([12.5, null, 0, null]);
    expect(rate?.data[2]?.label?.formatter).toBe('–');
  });

  it('marks every gap in words and says how many months lack something', () => {
    const said = words(model);
    expect(said.filter((text) => text === 'chưa có số liệu')).toHaveLength(3);
    expect(said).toContain('Còn thiếu số liệu của 2 tháng; tổng trên chưa gồm phần thiếu');
    expect(said).toContain('Tiếp nhận 15, đã giải quyết 8, quá hạn 1 (12,50%)');
  });

  it('shows the last twelve months of a longer row', () => {
    const long = {
      ...model,
      months: Array.from({ length: 15 }, (_, index) => ({ period: `20${10 + index}-01`, received: index })),
    };
    expect(option(long).series[0]?.data.map((point) => point?.value)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    ]);
  });

  it.each([
    [99_999, 99_999, '99.999'],
    [100_000, 123_456, '123,5'],
    [1_000_000, 1_234_567, '1.235'],
  ])('with a highest count of %i writes %i as %s', (highest, count, shown) => {
    expect(countWriting(highest).of(count)).toBe(shown);
  });
});

describe('fitting words into their place', () => {
  it.each(['UBND phường Bắc Hồng Lĩnh', 'ẶẪỮỢỂ', 'ặẫữợể', 'Đặc khu Lý Sơn'])(
    'measures %s alike however it was typed',
    (text) => {
      expect(textWidth(text.normalize('NFD'), 28)).toBe(textWidth(text, 28));
    },
  );

  it.each([
    ['ặ', 'a'],
    ['Ễ', 'E'],
    ['ộ', 'o'],
    ['ữ', 'ư'],
    ['ị', 'i'],
    ['Ỡ', 'Ơ'],
  ])('knows that %s is as wide as %s', (marked, plain) => {
    expect(textWidth(marked, 100)).toBeCloseTo(textWidth(plain, 100), -1);
  });

  it('shortens with … only what is too wide, and then it fits', () => {
    expect(shortened('UBND xã', 500, 28)).toBe('UBND xã');
    const cut = shortened('UBND phường Bắc Hồng Lĩnh', 200, 28);
    expect(cut).toMatch(/^UBND .*…$/);
    expect(textWidth(cut, 28)).toBeLessThanOrEqual(200);
  });

  it('breaks between words and loses none while there are lines', () => {
    const lines = broken('Ủy ban nhân dân phường Bắc Hồng Lĩnh', 300, 28, 3);
    expect(lines.join(' ')).toBe('Ủy ban nhân dân phường Bắc Hồng Lĩnh');
    expect(Math.max(...lines.map((line) => textWidth(line, 28)))).toBeLessThanOrEqual(300);
    expect(broken('Ủy ban nhân dân phường Bắc Hồng Lĩnh', 300, 28, 1)).toEqual([expect.stringMatching(/…$/)]);
    expect(broken('', 300, 28, 2)).toEqual([]);
  });

  it('drops what the typeface cannot draw', () => {
    expect(drawable('UBND  xã\tMẫu 🎉\u0007 1️⃣')).toBe('UBND xã Mẫu 1');
  });
});
