/**
 * What must not be stored: identity numbers, names of citizens, and marks of state secrets. Only the kind is told, so
 * that the sender can be told why; the words themselves go no further. A mark is a mark when it is written as one:
 * upper case MẬT, TỐI MẬT, TUYỆT MẬT, "văn bản mật", "độ mật"; "mật độ" and "bí mật" in a sentence are ordinary words.
 */
import { type Ask, answerKind } from './ask.ts';
import { FAMILY_NAMES, isCitizen, isDossierOfOne } from './privacy-citizen.ts';
import { isSecrecyMark } from './privacy-secrecy.ts';
import { isWord, MESSAGE_LENGTH_MAX, type Token, tokenise } from './text.ts';

export type PrivateMatter = 'identity_number' | 'secrecy_mark' | 'citizen_name';

/** Citizens' identity cards have 12 digits, the older cards 9. */
const CARD_DIGITS = 12;
const OLD_CARD_DIGITS = 9;

/**
 * The first private matter noticed in a message, or undefined. Nine digits alone are an old identity number unless a
 * count is being asked for, since a count up to a thousand million is allowed; beside "cmnd" they always are one.
 */
export function noticePrivate(text: string, ask?: Ask): PrivateMatter | undefined {
  const tokens = tokenise(text.slice(0, MESSAGE_LENGTH_MAX));
  const counting = answerKind(ask) === 'count';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'digits') {
      if (isIdentityNumber(tokens, at, counting)) return 'identity_number';
    } else if (token?.kind === 'word') {
      if (token.base === 'mat' && isSecrecyMark(tokens, at)) return 'secrecy_mark';
      if (isPassport(tokens, at)) return 'identity_number';
      if (isDossierOfOne(tokens, at)) return 'citizen_name';
      if (tokens[at + 1]?.kind === 'word' && FAMILY_NAMES.has(token.base) && isCitizen(tokens, at))
        return 'citizen_name';
    }
  }
  return undefined;
}

const CARD_WORDS = ['cccd', 'cmnd', 'cmt', 'cmtnd', 'cancuoc', 'ddcn'];
/** Between the word and the number stand at most "công dân số:", "là" and the like. */
const CARD_REACH = 6;

function isIdentityNumber(tokens: readonly Token[], at: number, counting: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== 'digits') return false;
  if (isInsurance(tokens, at) || isCitizensPhone(tokens, at)) return true;
  if (named(tokens, at) && digitsRunning(tokens, at) >= FEWEST_DIGITS) return true;
  const digits = digitsFrom(tokens, at);
  if (digits === CARD_DIGITS && token.raw.length <= CARD_DIGITS)
    return token.raw.length === CARD_DIGITS || named(tokens, at) || !counting;
  if (digits !== OLD_CARD_DIGITS) return false;
  if (named(tokens, at)) return true;
  return token.raw.length === OLD_CARD_DIGITS && !counting && !partOfCode(tokens, at) && !isMoney(tokens, at);
}

/** Beside the name of a card, a digit too few or another grouping hides nothing: "cccd 034.085.012.345". */
const FEWEST_DIGITS = 8;

function digitsRunning(tokens: readonly Token[], from: number): number {
  let digits = 0;
  for (let at = from; tokens[at]?.kind === 'digits'; at += 1) {
    digits += tokens[at]?.raw.length ?? 0;
    const isJoined = ['.', '-'].includes(tokens[at + 1]?.base ?? '') && tokens[at + 2]?.kind === 'digits';
    if (isJoined) at += 1;
  }
  return digits;
}

/** A card of health insurance has two letters and thirteen digits, since 2021 also the ten digits of social insurance. */
const INSURANCE_DIGITS = 13;
const INSURED_DIGITS = 10;

/** "thẻ BHYT GD4797912345678", "số BHXH 4797912345". */
function isInsurance(tokens: readonly Token[], at: number): boolean {
  const { raw = '', spaced = true } = tokens[at] ?? {};
  const letters = tokens[at - 1];
  if (raw.length === INSURANCE_DIGITS && !spaced && letters?.kind === 'word' && letters.raw.length === 2) return true;
  if (raw.length < INSURED_DIGITS || isMoney(tokens, at)) return false;
  return tokens
    .slice(Math.max(0, at - CARD_REACH), at)
    .some(
      (token, index, before) =>
        isWord(token, 'bhyt', 'bhxh') || (isWord(token, 'hiem') && isWord(before[index - 1], 'bao')),
    );
}

const PHONE = /^0[235789]\d{8}$/;

/** "số điện thoại của dân 0987654321"; an official's own number is nothing private here. */
function isCitizensPhone(tokens: readonly Token[], at: number): boolean {
  if (!PHONE.test(tokens[at]?.raw ?? '')) return false;
  return tokens.slice(Math.max(0, at - CITIZEN_REACH), at).some(({ raw }) => /^(?:dân|dan|hộ|bà|ông)$/iu.test(raw));
}
/** "của người dân nộp hồ sơ là" and its like. */
const CITIZEN_REACH = 8;

/** "kinh phí 120000000", "150000000 đồng": amounts have nine digits as well. */
function isMoney(tokens: readonly Token[], at: number): boolean {
  if (isWord(tokens[at + 1], 'dong', 'vnd', 'd')) return true;
  return tokens
    .slice(Math.max(0, at - CARD_REACH), at)
    .some((token, index, before) => isWord(token, 'tien') || MONEY.has(`${before[index - 1]?.base} ${token.base}`));
}

const MONEY = new Set(['kinh phi', 'tong chi', 'tong thu', 'du toan', 'ngan sach', 'tri gia']);

const PASSPORT_DIGITS = 7;

/** "hộ chiếu B1234567": a letter and seven digits behind the name of the paper. */
function isPassport(tokens: readonly Token[], at: number): boolean {
  const digits = tokens[at + 1];
  if (tokens[at]?.raw.length !== 1 || digits?.kind !== 'digits' || digits.raw.length !== PASSPORT_DIGITS) return false;
  return tokens
    .slice(Math.max(0, at - CARD_REACH), at)
    .some(
      (token, index, before) =>
        isWord(token, 'passport') || (isWord(token, 'chieu') && isWord(before[index - 1], 'ho')),
    );
}

/** Digits of one number: glued, or written in groups of three or four ("0123 4567 8901"). */
function digitsFrom(tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.raw.length ?? 0;
  if (first !== 3 && first !== 4) return first;
  const before = tokens[at - 1];
  if (before?.kind === 'digits') return first;
  let digits = 0;
  let next = at;
  while (tokens[next]?.kind === 'digits' && tokens[next]?.raw.length === first) {
    digits += first;
    next += 1;
  }
  // lists of counts are grouped like this too, but none of them begins with a nought
  return digits === CARD_DIGITS && tokens[at]?.raw.startsWith('0') ? digits : named(tokens, at) ? digits : first;
}

function named(tokens: readonly Token[], at: number): boolean {
  for (let back = Math.max(0, at - CARD_REACH); back < at; back += 1) {
    const token = tokens[back];
    if (isWord(token, ...CARD_WORDS)) return true;
    if (isWord(token, 'can') && isWord(tokens[back + 1], 'cuoc')) return true;
    if (isWord(token, 'chung') && isWord(tokens[back + 1], 'minh')) return true;
    if (isWord(token, 'dinh') && isWord(tokens[back + 1], 'danh')) return true;
  }
  return false;
}

/** "123456789/QĐ-UBND" is the number of a document. */
const partOfCode = (tokens: readonly Token[], at: number): boolean => tokens[at + 1]?.base === '/';
