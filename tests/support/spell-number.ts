/**
 * Writes integers the ways Vietnamese officials do, independently of the parser under test: in words, northern and
 * southern, and in digits with each kind of thousands separator. Built from the rules of school grammar (mốt, tư, lăm
 * after a ten, linh or lẻ before a lone unit, empty groups said as "không trăm"), not from the parser's tables.
 */

export type Region = 'north' | 'south';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

const word = (digit: number): string => DIGITS[digit] ?? '';

/** 1 to 99. */
function tens(value: number, region: Region): string {
  const ten = Math.floor(value / 10);
  const unit = value % 10;
  if (ten === 0) return word(unit);
  const head = ten === 1 ? 'mười' : `${word(ten)} mươi`;
  if (unit === 0) return head;
  if (unit === 5) return `${head} lăm`;
  if (unit === 1 && ten > 1) return `${head} mốt`;
  if (unit === 4 && ten > 1) return `${head} ${region === 'north' ? 'tư' : 'bốn'}`;
  return `${head} ${word(unit)}`;
}

/** 1 to 999; `full` says the hundreds even when there are none, as groups after the first are read. */
function group(value: number, region: Region, full: boolean): string {
  const hundred = Math.floor(value / 100);
  const rest = value % 100;
  if (hundred === 0 && !full) return tens(rest, region);
  const head = `${word(hundred)} trăm`;
  if (rest === 0) return head;
  if (rest < 10) return `${head} ${region === 'north' ? 'linh' : 'lẻ'} ${word(rest)}`;
  return `${head} ${tens(rest, region)}`;
}

/** The number in words, 0 to 999 999 999 999; groups of zeros are left out. */
export function spellNumber(value: number, region: Region): string {
  if (value === 0) return word(0);
  const scales = ['', region === 'north' ? 'nghìn' : 'ngàn', 'triệu', 'tỷ'];
  const words: string[] = [];
  for (let power = 3; power >= 0; power -= 1) {
    const part = Math.floor(value / 1000 ** power) % 1000;
    if (part === 0) continue;
    words.push(group(part, region, words.length > 0), scales[power] ?? '');
  }
  return words.join(' ').trim();
}

/** The number in words with empty groups said aloud ("một triệu không nghìn hai trăm"), as careful readers do. */
export function spellEveryGroup(value: number, region: Region): string {
  const thousand = region === 'north' ? 'nghìn' : 'ngàn';
  const words: string[] = [];
  const scales = ['', thousand, 'triệu', 'tỷ'];
  for (let power = 3; power >= 0; power -= 1) {
    const part = Math.floor(value / 1000 ** power) % 1000;
    const inside = words.length > 0 && value % 1000 ** power > 0;
    if (part > 0) words.push(group(part, region, words.length > 0), scales[power] ?? '');
    else if (inside && power > 0) words.push('không', scales[power] ?? '');
  }
  return words.length === 0 ? word(0) : words.join(' ').trim();
}

/** Vietnamese text as typed on a keyboard without marks. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** The digits with a separator between the thousands. */
export const grouped = (value: number, separator: string): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, separator);
