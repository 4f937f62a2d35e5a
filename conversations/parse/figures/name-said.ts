/** Names that hold numbers: standards, places, people, lines of a form; none of their numbers can become a figure. */
import { weekdayAt } from '../date/relative-date.ts';
import { signsOf } from '../number/number-words.ts';
import { isWord, type Token } from '../text.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Places and lines that are called by a number. */
export const NUMBERED = new Set([
  'xa',
  'phuong',
  'to',
  'thon',
  'ap',
  'khom',
  'quan',
  'cau',
  'muc',
  'dong',
  'phong',
  'nhom',
  'khu',
  'pho',
  'cum',
]);

/** "ISO 9001:2015", "1 cửa", "phường 3" and "câu 5" are names, whatever numbers they hold. */
export function nameAt(tokens: readonly Token[], at: number): number | undefined {
  const numbered = tokens[at + 1];
  if (isProper(tokens, at)) return at + 1;
  // "tập huấn ISO 9001:2015": the word for it may be part of a label
  if (isWord(tokens[at - 1], 'iso', 'tcvn')) {
    const end = standardEnd(tokens, at);
    if (end > at) return end;
  }
  if (tokens[at]?.kind === 'digits') return tokens[at]?.raw === '1' && isWord(numbered, 'cua') ? at + 2 : undefined;
  if (isWord(tokens[at], 'quay') && isWord(numbered, 'so') && tokens[at + 2]?.kind === 'digits') return at + 3;
  if (isWord(tokens[at], 'thu') && tokens[at]?.marks !== 0) return weekdayAt(tokens, at)?.next;
  if (NUMBERED.has(tokens[at]?.base ?? '')) {
    if (numbered?.kind !== 'digits') return spelledName(tokens, at + 1);
    // "tập huấn tại hội trường xã 40 người"
    return numbered.raw.length < 3 && !countsOthers(tokens, at + 2) ? at + 2 : undefined;
  }
  return isWord(tokens[at], 'iso', 'tcvn') ? standardEnd(tokens, at + 1) : undefined;
}

/** "TCVN ISO 9001:2015", "ISO:9001"; in "tập huấn ISO: 04" and "tập huấn ISO 02 người" the number is no standard's. */
function standardEnd(tokens: readonly Token[], from: number): number {
  let next = from;
  for (;;) {
    const [sign, digits] = tokens[next]?.base === ':' ? [1, tokens[next + 1]] : [0, tokens[next]];
    const glued = sign === 0 || digits?.spaced === false;
    if (digits?.kind === 'digits' && digits.raw.length >= STANDARD_DIGITS_MIN && glued) next += sign + 1;
    else if (isWord(tokens[next], 'iso')) next += 1;
    else return next;
  }
}

/** "9001"; a seed writes "0991" by a slip. */
const STANDARD_DIGITS_MIN = 4;

/** People are called by numbers, and so are places: "chị Ba", "xã Ba Tri". */
const CALLED = new Set('anh chị chi em chú cô bác bac ông ong bà cậu dì thím thầy sếp'.split(' '));

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.raw ?? '');

/** "Tháp Mười", "anh Ba": a number word with a capital, behind a name nobody here knows or what somebody is called. */
function isProper(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before?.kind !== 'word' || !isCapital(token) || signsOf(token).length === 0 || counts(tokens, at + 1))
    return false;
  if (CALLED.has(before.raw.toLowerCase())) return true;
  return isCapital(before) && signsOf(before).length === 0 && VOCABULARY.match(tokens, at - 1) === undefined;
}

/** "phường Sáu", "thôn bốn", "ấp Mười Lăm": the end of a place's number in words at `at`. */
function spelledName(tokens: readonly Token[], at: number): number | undefined {
  let next = at;
  while (next < at + NAME_WORDS_MAX && isNumberOfPlace(tokens, next)) next += 1;
  if (next === at || signsOf(tokens[next]).length > 0 || tokens[next]?.kind === 'digits' || counts(tokens, next))
    return undefined;
  return next;
}

/** No place has a number of more words: "tổ hai mươi mốt". */
const NAME_WORDS_MAX = 3;

/** "xã không có hs nào", "phường năm nay", "xã sau khi": words that are seldom a number behind a place. */
function isNumberOfPlace(tokens: readonly Token[], at: number): boolean {
  const [sign] = signsOf(tokens[at]);
  if (sign === undefined || sign.kind === 'hundred' || sign.kind === 'scale') return false;
  return isCapital(tokens[at]) || !isWord(tokens[at], 'khong', 'nam', 'sau', 'tu', 'ba', 'bay', 'tam');
}

/** What is counted stands at `at`, so that the number before it is one. */
const counts = (tokens: readonly Token[], at: number): boolean =>
  VOCABULARY.match(tokens, at)?.meaning.kind === 'unit' || countsOthers(tokens, at);

/** What is counted besides dossiers: of "phường 3 hồ sơ …" the place may be called so. */
function countsOthers(tokens: readonly Token[], at: number): boolean {
  const word = VOCABULARY.match(tokens, at)?.meaning;
  return word?.kind === 'label' && COUNTED.some((one) => word.features.includes(one));
}

const COUNTED = [
  'procedures',
  'nonconformity',
  'minor',
  'major',
  'people',
  'course',
  'recommendation',
  'observation',
] as const;
