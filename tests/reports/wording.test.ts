import { describe, expect, it } from 'vitest';
import { countText, linesOf, missingFigure, phraseOf } from '../../reports/wording.ts';

describe('countText', () => {
  it.each([
    [0, '0'],
    [1, '01'],
    [9, '09'],
    [10, '10'],
    [163, '163'],
    [999, '999'],
    [1000, '1.000'],
    [2217, '2.217'],
    [19124, '19.124'],
    [1234567, '1.234.567'],
  ])('prints %d as %s', (count, printed) => {
    expect(countText(count)).toBe(printed);
  });
});

describe('missingFigure', () => {
  it.each([
    [[], '[chưa có số liệu]'],
    [['2021-02'], '[chưa có số liệu tháng 02]'],
    [['2021-02', '2021-03'], '[chưa có số liệu tháng 02, 03]'],
    [['2021-05', '2021-06', '2021-07'], '[chưa có số liệu tháng 05-07]'],
    [['2021-01', '2021-05', '2021-06', '2021-07', '2021-12'], '[chưa có số liệu tháng 01, 05-07, 12]'],
  ])('names the months of %j', (periods, words) => {
    expect(missingFigure(periods)).toBe(words);
  });
});

describe('what people typed', () => {
  it.each([
    ['- Đẩy mạnh tuyên truyền\n\n  + Bố trí kinh phí;\n', ['Đẩy mạnh tuyên truyền.', 'Bố trí kinh phí;']],
    ['• một. \r\n– hai!', ['một.', 'hai!']],
    ['', []],
    [' \n - \n', []],
    ['-5 điểm', ['5 điểm.']],
  ])('becomes lines without its own bullets: %j', (typed, lines) => {
    expect(linesOf(typed)).toEqual(lines);
  });

  it.each([
    ['trả dân đúng hẹn.', 'trả dân đúng hẹn'],
    ['do mất điện;\nphần mềm lỗi', 'do mất điện; phần mềm lỗi'],
    ['- một\n- hai', 'một. hai'],
    ['  ', ''],
  ])('becomes words inside a sentence: %j', (typed, words) => {
    expect(phraseOf(typed)).toBe(words);
  });
});
