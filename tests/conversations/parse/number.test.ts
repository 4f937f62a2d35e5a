/** Counts, percentages and lists: what is accepted, what is proposed and asked, and what is no number at all. */
import { describe, expect, it } from 'vitest';
import { readCount, readCounts } from '../../../conversations/parse/number/number.ts';
import { readPercent } from '../../../conversations/parse/number/percent.ts';

describe('readCount proposes a reading and asks', () => {
  it.each([
    // decimals, for a count
    ['2,246', 'decimal', 2246],
    ['2,246 hs', 'decimal', 2246],
    ['99.5', 'decimal', undefined],
    ['1,5', 'decimal', undefined],
    ['2.246,0', 'decimal', 2246],
    ['.77', 'decimal', undefined],
    ['0.246', 'decimal', undefined],
    // negatives
    ['-5', 'negative', 5],
    ['- 5', 'negative', 5],
    ['−5 hs', 'negative', 5],
    ['âm năm', 'negative', 5],
    // approximations
    ['khoảng 200', 'approximate', 200],
    ['khoang 200', 'approximate', 200],
    ['hơn hai trăm', 'approximate', 200],
    ['gần 300 hs ạ', 'approximate', 300],
    ['~200', 'approximate', 200],
    ['200 mấy', 'approximate', 200],
    ['200-220', 'approximate', undefined],
    ['hai ba hồ sơ', 'approximate', 23],
    ['vài chục', 'approximate', 10],
    // abbreviations
    ['2k2', 'shorthand', 2200],
    ['2k', 'shorthand', 2000],
    ['1tr2', 'shorthand', 1_200_000],
    ['1,5 nghìn', 'shorthand', 1500],
    ['2 nghìn 2', 'shorthand', 2200],
    ['hai ngàn bốn sáu', 'shorthand', 2046],
    ['hai mươi năm', 'shorthand', 25],
    ['một trăm lăm', 'shorthand', 150],
    ['hai một năm', 'shorthand', 215],
    // groups that are none, and numbers too great
    ['1.23.4', 'grouping', undefined],
    ['1,234,567', 'grouping', 1_234_567],
    ['0912345678', 'too_large', undefined],
    ['123456789012', 'too_large', undefined],
    ['180, 34, 2', 'several', undefined],
    ['208/210', 'fraction', undefined],
    ['99%', 'percent', undefined],
    ['215?', 'uncertain', 215],
    ['tư', 'uncertain', undefined],
    ['lăm', 'uncertain', undefined],
    ['215 (hai trăm mười sáu)', 'uncertain', undefined],
  ])('%j is a doubt: %s', (text, reason, proposal) => {
    expect(readCount(text)).toEqual({ kind: 'doubt', reason, ...(proposal !== undefined && { proposal }) });
  });
});

describe('readCount finds no bare count', () => {
  it.each(['', 'dạ', 'chưa có', 'nhận 215', 'trễ 2', 'linh năm', 'tháng này nghỉ', 'rưỡi', '0/', '5 =', '. 5'])(
    'in %j',
    (text) => {
      expect(readCount(text)).toEqual({ kind: 'none' });
    },
  );
});

describe('readCount accepts what has one reading', () => {
  it.each([
    ['một trăm linh hai', 102],
    ['một trăm lẻ hai', 102],
    ['hăm mốt', 21],
    ['bốn sáu', 46],
    ['trăm rưỡi', 150],
    ['một ngàn hai', 1200],
    ['hai ngàn hai trăm bốn sáu', 2246],
    ['hai mươi mốt nghìn không trăm mười một', 21_011],
    ['02 (hai) hồ sơ', 2],
    ['2 nghìn 246', 2246],
    ['một triệu hai', 1_200_000],
    ['dạ thưa anh là 215 hồ sơ ạ', 215],
    ['001', 1],
  ])('%j is %d', (text, value) => {
    expect(readCount(text)).toEqual({ kind: 'count', value });
  });
});

describe('readPercent', () => {
  it.each([
    ['99,48%', 99.48],
    ['99.87 %', 99.87],
    ['99,48', 99.48],
    ['0,015%', 0.015],
    ['100', 100],
    ['một trăm phần trăm', 100],
    ['chín mươi chín phẩy bốn tám phần trăm', 99.48],
    ['99 phẩy 05', 99.05],
  ])('reads %j', (text, value) => {
    expect(readPercent(text)).toEqual({ kind: 'percent', value });
  });

  it.each([
    ['9948', 'too_large'],
    ['120%', 'too_large'],
    ['khoảng 99%', 'approximate'],
    ['-1%', 'negative'],
    ['208/210', 'fraction'],
    ['99 98', 'several'],
  ])('asks about %j: %s', (text, reason) => {
    expect(readPercent(text)).toMatchObject({ kind: 'doubt', reason });
  });

  it.each(['', 'chưa có', 'đúng hạn hết'])('finds none in %j', (text) => {
    expect(readPercent(text)).toEqual({ kind: 'none' });
  });
});

describe('readCounts', () => {
  it.each([
    ['180, 34, 2', undefined, [180, 34, 2]],
    ['180 34 2', undefined, [180, 34, 2]],
    ['180;34;2', undefined, [180, 34, 2]],
    ['180\n34\n2', undefined, [180, 34, 2]],
    ['180,34,2', undefined, [180, 34, 2]],
    ['180/34/2', undefined, [180, 34, 2]],
    ['180 hs, 34 hs và 2 hs ạ', undefined, [180, 34, 2]],
    ['2.246, 2.100, 5', undefined, [2246, 2100, 5]],
    ['215 150 65', 3, [215, 150, 65]],
    ['180,340,2', 3, [180, 340, 2]],
    ['180,34', 2, [180, 34]],
    ['một trăm, hai, ba', undefined, [100, 2, 3]],
    ['5 0', undefined, [5, 0]],
  ])('reads %j', (text, wanted, values) => {
    expect(readCounts(text, wanted)).toEqual({ kind: 'counts', values });
  });

  it.each([
    ['215 150 65', undefined, 'several'],
    ['180,340,2', undefined, 'several'],
    ['180,34', undefined, 'decimal'],
    ['2,246', 2, 'decimal'],
    ['180, 34', 3, 'several'],
    ['180 -34 2', 3, 'negative'],
    ['khoảng 180, 34, 2', 3, 'approximate'],
    ['180, ~34, 2', 3, 'approximate'],
    ['180, 2k, 3', 3, 'uncertain'],
    ['180, 34%, 2', 3, 'uncertain'],
  ])('asks about %j', (text, wanted, reason) => {
    expect(readCounts(text, wanted)).toEqual({ kind: 'doubt', reason });
  });

  it.each(['215', '', 'dạ', 'nhận 180, đúng 34', '180, chưa biết'])('finds no list in %j', (text) => {
    expect(readCounts(text)).toEqual({ kind: 'none' });
  });
});
