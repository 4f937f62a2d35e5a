/**
 * What must not be stored: identity numbers, names of citizens, and marks of state secrets. Only the kind is told, so
 * that the sender can be told why; the words themselves go no further. A mark is a mark when it is written as one:
 * upper case MẬT, TỐI MẬT, TUYỆT MẬT, "văn bản mật", "độ mật"; "mật độ" and "bí mật" in a sentence are ordinary words.
 */
import { type Ask, answerKind } from './ask.ts';
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
  // lists of counts are grouped like this too: only a number that cannot be a list of three is taken
  return first === 4 && digits === CARD_DIGITS && tokens[at]?.raw.startsWith('0')
    ? digits
    : named(tokens, at)
      ? digits
      : first;
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

/** The last words of what is marked: văn bản, tài liệu, công văn, kế hoạch, báo cáo, quyết định, tờ trình, thông báo. */
const SECRET_PAPERS = ['ban', 'lieu', 'do', 'muc', 'dau', 'van', 'hoach', 'cao', 'dinh', 'trinh'];

function isSecrecyMark(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const word = token.raw.toLowerCase();
  const before = tokens[at - 1];
  const upper =
    token.raw === 'MẬT' ||
    (token.raw === 'MAT' && isWord(before, 'toi', 'tuyet') && before?.raw === before?.raw.toUpperCase());
  if (upper) return before?.raw !== 'BÍ' && tokens[at + 1]?.raw !== 'ĐỘ' && !wholeInCapitals(tokens);
  if (word !== 'mật') return false;
  if (isWord(before, 'toi', 'tuyet') && /^(?:tối|tuyệt)$/i.test(before?.raw ?? '')) return true;
  // "văn bản mật", "tài liệu mật", "độ mật", "mức mật", "dấu mật"; "mật độ", "mật ong" follow no such word
  // "thông báo mật", not "bảo mật"
  const isPaper = isWord(before, ...SECRET_PAPERS) || (isWord(before, 'bao') && isWord(tokens[at - 2], 'thong'));
  return isPaper && before?.marks !== 0 && !isWord(tokens[at + 1], 'do', 'khau', 'thiet');
}

/** In a message typed with Caps Lock on, capitals are no mark unless the word stands alone or first. */
function wholeInCapitals(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word');
  const [first] = words;
  if (words.length < 4 || first?.base === 'mat') return false;
  return words.every((word) => word.raw === word.raw.toUpperCase());
}

const FAMILY_NAMES = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong dinh doan lam trinh mai dao cao luu ' +
    'luong ta chau to ton quach thai ha thach kieu vuong tong quan'
  ).split(' '),
);
/** How far before a name the words "hồ sơ" or "công dân" make it a citizen's. */
const DOSSIER_REACH = 6;

/** "hs bà Nguyễn Thị A", "hồ sơ của ông Trần Văn B": a dossier, then a person's names. */
function isCitizen(tokens: readonly Token[], at: number): boolean {
  const family = tokens[at];
  const given = tokens[at + 1];
  if (family === undefined || given?.kind !== 'word') return false;
  const addressed = isHonorific(tokens[at - 1]);
  const middle = isWord(given, 'thi', 'van') && tokens[at + 2]?.kind === 'word';
  if (!(capital(family) && capital(given)) && !(addressed && middle)) return false;
  if (addressed && handsIn(tokens, at)) return true;
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
function isDossierOfOne(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at + 1];
  if (!/^(?:bà|ông)$/.test(tokens[at]?.raw ?? '') || name?.kind !== 'word' || !capital(name)) return false;
  const end = isWord(tokens[at - 1], 'cua') ? at - 1 : at;
  if (isWord(tokens[at - 1], 'do')) return false;
  return DOSSIER_BEFORE.some((back) => isDossier(tokens, end - back));
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
