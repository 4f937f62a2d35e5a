/** A unit's name as part of a file's name. */
import { describe, expect, it } from 'vitest';
import { fileWord } from '../../domain/file-name.ts';

describe('a name in a file name', () => {
  it.each([
    ['UBND phường Đức Thuận', 'phuong-duc-thuan'],
    ['Uỷ ban nhân dân xã Đắk Lắk', 'xa-dak-lak'],
    ['cụm Hồng Lĩnh', 'cum-hong-linh'],
    ['Sở Khoa học & Công nghệ', 'so-khoa-hoc-cong-nghe'],
    ['UBND xã A, UBND phường B', 'xa-a-phuong-b'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con'],
    ['phường "12": <a>|b?*', 'phuong-12-a-b'],
    ['  ', 'don-vi'],
    ['東京', 'don-vi'],
  ])('%j is %j', (name, word) => {
    expect(fileWord(name, 50)).toBe(word);
  });

  it.each([
    ['Sở Khoa học và Công nghệ tỉnh Hà Tĩnh', 20, 'so-khoa-hoc-va-cong'],
    ['Sở Khoa học và Công nghệ tỉnh Hà Tĩnh', 19, 'so-khoa-hoc-va-cong'],
    ['Sở Khoa học và Công nghệ tỉnh Hà Tĩnh', 18, 'so-khoa-hoc-va'],
    ['a'.repeat(90), 50, 'a'.repeat(50)],
  ])('%j is cut between words to at most %i', (name, most, word) => {
    expect(fileWord(name, most)).toBe(word);
  });
});
