/** People as they are spoken of: by the last name, with a word of respect, in any spelling; never somebody else. */
import { describe, expect, it } from 'vitest';
import { hasTitle, peopleMeant, withoutTitle } from '../../domain/person-name.ts';

const PEOPLE = [
  { name: 'Trần Công Minh', code: 'tcm' },
  { name: 'Lê Minh', code: 'lm' },
  { name: 'Nguyễn Thị Lan', code: 'minh' },
  { name: 'Chu Văn An', code: 'cva' },
  { name: 'Lê Minh Khoa', code: 'dp' },
  { name: 'Đào Thị Sen', code: 'sen-2' },
];

describe('a name', () => {
  it.each<[string, string[]]>([
    ['Trần Công Minh', ['Trần Công Minh']],
    ['tran cong minh', ['Trần Công Minh']],
    ['đồng chí Trần Công Minh', ['Trần Công Minh']],
    ['anh Công Minh', ['Trần Công Minh']],
    ['Trần Minh', ['Trần Công Minh']],
    ['chị Sen', ['Đào Thị Sen']],
    ['em Sen', ['Đào Thị Sen']],
    ['bà Đào Sen', ['Đào Thị Sen']],
    ['ông Khoa', ['Lê Minh Khoa']],
    ['Chu Văn An', ['Chu Văn An']],
    ['chu van an', ['Chu Văn An']],
    ['chú An', ['Chu Văn An']],
    ['sen-2', ['Đào Thị Sen']],
    // A whole name is nobody else's, though others end in it.
    ['Lê Minh', ['Lê Minh']],
    // A code that is a name hides nobody of that name.
    ['anh Minh', ['Trần Công Minh', 'Lê Minh', 'Nguyễn Thị Lan']],
    ['Công', []],
    ['inh', []],
    ['anh', []],
    ['Trần Văn Minh', []],
    ['Minh Trần', []],
    ['', []],
  ])('%j means %j', (said, meant) => {
    expect(peopleMeant(said, PEOPLE).map(({ name }) => name)).toEqual(meant);
  });
});

describe('a word of respect', () => {
  it.each([
    ['anh Minh', 'Minh'],
    ['Chị  Lan', 'Lan'],
    ['đ/c Nam', 'Nam'],
    ['cán bộ Hoa', 'Hoa'],
    ['dong chi nam', 'nam'],
    ['chu van an', 'chu van an'],
    ['chú văn an', 'văn an'],
    ['Anh', 'Anh'],
    ['Bảo Anh', 'Bảo Anh'],
    ['Công Minh', 'Công Minh'],
  ])('%j is about %j', (said, name) => {
    expect(withoutTitle(said)).toBe(name);
    expect(hasTitle(said)).toBe(said.replace(/\s+/g, ' ') !== name);
  });
});
