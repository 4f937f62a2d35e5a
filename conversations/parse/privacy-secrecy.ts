/**
 * Marks of state secrets: upper case MẬT, TỐI MẬT, TUYỆT MẬT, "văn bản mật", "độ mật". Without its own mark the word may
 * as well be "mất" or "mặt", so that there only what nothing else can follow or precede is taken for one.
 */
import { isWord, type Token } from './text.ts';

/** The last words of what is marked: văn bản, tài liệu, công văn, kế hoạch, báo cáo, quyết định, tờ trình, thông báo. */
const SECRET_PAPERS = ['ban', 'lieu', 'do', 'muc', 'dau', 'van', 'hoach', 'cao', 'dinh', 'trinh'];

/** Whether the word "mật" at `at` is a mark of secrecy. */
export function isSecrecyMark(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const word = token.raw.toLowerCase();
  const before = tokens[at - 1];
  const upper =
    token.raw === 'MẬT' ||
    (token.raw === 'MAT' && isWord(before, 'toi', 'tuyet') && before?.raw === before?.raw.toUpperCase());
  if (upper) return before?.raw !== 'BÍ' && tokens[at + 1]?.raw !== 'ĐỘ' && !wholeInCapitals(tokens);
  if (word === 'mat') return isUnmarked(tokens, at);
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

/** The two words of a paper, typed without marks. */
const PAPERS = new Set(['van ban', 'tai lieu', 'cong van', 'ho so', 'noi dung', 'van kien']);
/** "tài liệu mất rồi" goes on with other words. */
const BEHIND_PAPER = ['so', 'cua', 'nay', 'cap', 'hoac', 'va', 'nha'];

/** "toi mat", "tuyet mat", "tai lieu mat"; "tôi mất điện thoại" and "có mặt" read alike without their marks. */
function isUnmarked(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (before === undefined || before.marks !== 0) return false;
  const isPaper = (end: number): boolean => PAPERS.has(`${tokens[end - 1]?.base} ${tokens[end]?.base}`);
  if (isWord(before, 'tuyet') && !isWord(next, 'roi', 'het')) return true;
  if (isWord(before, 'toi'))
    return isPaper(at - 2) || (at === 1 && (next === undefined || (next.kind === 'sign' && next.base === ':')));
  return isPaper(at - 1) && (next === undefined || isWord(next, ...BEHIND_PAPER));
}
