/**
 * Names of citizens: a dossier or a household, then a person's names ("hs bà Nguyễn Thị A", "hộ ông Trần Văn B"). Names
 * of officials, streets and places are left in peace.
 */
import { isWord, type Token } from './text.ts';

export const FAMILY_NAMES = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong dinh doan lam trinh mai dao cao luu ' +
    'luong ta chau to ton quach thai ha thach kieu vuong tong quan'
  ).split(' '),
);
/** How far before a name the words "hồ sơ" or "công dân" make it a citizen's. */
const DOSSIER_REACH = 6;

/** "hs bà Nguyễn Thị A", "hồ sơ của ông Trần Văn B": a dossier, then a person's names. */
export function isCitizen(tokens: readonly Token[], at: number): boolean {
  const family = tokens[at];
  const given = tokens[at + 1];
  if (family === undefined || given?.kind !== 'word') return false;
  const addressed = isHonorific(tokens[at - 1]);
  const middle = isWord(given, 'thi', 'van') && tokens[at + 2]?.kind === 'word';
  if (!(capital(family) && capital(given)) && !(addressed && middle)) return false;
  if (addressed && handsIn(tokens, at)) return true;
  if (isHousehold(tokens, addressed ? at - 2 : at - 1) && (addressed || middle)) return true;
  const led = addressed || isWord(tokens[at - 1], ...BEFORE_NAME) || (middle && isWholeName(tokens, at));
  return led && dossierNear(tokens, at);
}

/** What else carries a person's name near a dossier: officials, streets, schools, places. */
const OTHER_BEARERS =
  'tich vien chuc bo ky duong pho phuong xa truong thon ap khu to ban lanh dao thu chi dc em e'.split(' ');

/** "kết hôn Nguyễn Văn A", "chủ hồ sơ: Lê Văn Sáu": three capitals with Văn or Thị in the middle, of nobody else. */
function isWholeName(tokens: readonly Token[], at: number): boolean {
  const capitals = tokens.slice(at, at + 3).every((token) => capital(token));
  const before = tokens.slice(Math.max(0, at - DOSSIER_REACH), at).findLast(({ kind }) => kind === 'word');
  return capitals && !isWord(before, ...OTHER_BEARERS);
}

/** Words right before the name of whoever a dossier belongs to; "dan" ends "công dân", "ho" is a household. */
const BEFORE_NAME = ['cua', 'hs', 'so', 'ten', 'anh', 'chi', 'dan', 'chau', 'cu', 'co', 'chu', 'bac', 'ho', 'be'];
/** A name has at most five words; whoever hands in is named right before it. */
const NAME_WORDS = 5;

/** "ông Nguyễn Văn Bảy nộp hồ sơ": the dossier is said behind the name. */
function handsIn(tokens: readonly Token[], at: number): boolean {
  const verb = tokens.slice(at + 1, at + 1 + NAME_WORDS).findIndex((token) => isWord(token, 'nop'));
  return verb >= 0 && isDossier(tokens, at + 1 + verb + 1);
}

const isDossier = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], 'hs', 'hso') || (isWord(tokens[at], 'ho') && isWord(tokens[at + 1], 'so'));

/** "hs bà Hoa": one name is enough right behind a dossier; "hồ sơ Bà Rịa" is a place, written in capitals throughout. */
export function isDossierOfOne(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at + 1];
  if (!isWord(tokens[at], 'ba', 'ong') || name?.kind !== 'word' || !capital(name)) return false;
  if (!/^(?:bà|ông)$/.test(tokens[at]?.raw ?? '')) return false;
  const end = isWord(tokens[at - 1], 'cua') ? at - 1 : at;
  if (isWord(tokens[at - 1], 'do')) return false;
  if (isHousehold(tokens, at - 1) && !isWord(name, ...OFFICES)) return true;
  return DOSSIER_BEFORE.some((back) => isDossier(tokens, end - back));
}

/** "hộ ông Phó Chủ tịch" is work done for him. */
const OFFICES = ['chu', 'pho', 'bi', 'giam', 'truong', 'can', 'uy'];
/** "nộp hộ ông Sáu", "nhờ ký hộ": on somebody's behalf. */
const ON_BEHALF = [
  'nop',
  'gui',
  'lam',
  'ky',
  'giup',
  'nhap',
  'bao',
  'nhan',
  'xin',
  'hoi',
  'tra',
  'nho',
  'xem',
  'noi',
  'duyet',
];

/** "hộ", "chủ hộ", "hộ gia đình" ending at `at`, a colon left aside; "họ" and "hồ" need their own marks to be others. */
function isHousehold(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.base === ':') return isHousehold(tokens, at - 1);
  if (isWord(tokens[at], 'dinh') && isWord(tokens[at - 1], 'gia')) return isHousehold(tokens, at - 2);
  const word = tokens[at];
  return /^(?:hộ|ho)$/i.test(word?.raw ?? '') && !isWord(tokens[at - 1], ...ON_BEHALF);
}

/** "hs", "hồ sơ", and two words of what it is about. */
const DOSSIER_BEFORE = [1, 2, 3, 4];

/** "bà" and "ông" with their marks, or without any in a text typed without marks; "ba" is also three. */
function isHonorific(token: Token | undefined): boolean {
  return /^(?:bà|ông|ong|ba)$/i.test(token?.raw ?? '');
}

function dossierNear(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - DOSSIER_REACH), at).some((token, index, near) => {
    if (isWord(token, 'hs', 'hso')) return true;
    const next = near[index + 1];
    return (isWord(token, 'ho') && isWord(next, 'so')) || (isWord(token, 'cong') && isWord(next, 'dan'));
  });
}

const capital = (token: Token): boolean => token.raw.charAt(0) !== token.raw.charAt(0).toLowerCase();
