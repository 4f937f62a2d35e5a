/**
 * What is told of more than the month, or of more than one's own unit: "lũy kế từ đầu năm tiếp nhận 4.618, trực tuyến
 * 4.402", "9 tháng cả tỉnh …". Whoever begins so goes on so until a month is named or another matter begins, and none
 * of those numbers is the month's.
 */
import { monthAt } from '../date/period.ts';
import { isWord, type Token } from '../text.ts';
import { type Clause, figuresOf, groupsOf } from './gathering.ts';
import { QUALITIES } from './reader.ts';
import { stageOf } from './target.ts';

/** Signs that end a sentence; what follows them goes on with the stretch only where it names mere parts. */
const ENDS = ['\n', '.', ';'];

/** Marks as planned the numbers that follow one told of a longer stretch. */
export function withStretched(clauses: readonly Clause[], tokens: readonly Token[]): void {
  let last: number | undefined;
  let bracketed = false;
  for (const [index, clause] of clauses.entries()) {
    if (last !== undefined && endsBefore(clause, clauses[index - 1])) last = undefined;
    for (const figure of figuresOf(clause)) {
      const { planned, start, next } = figure;
      if (planned !== undefined && isStretchWord(tokens, planned)) {
        bracketed = tokens[planned - 1]?.base === '(';
        last = next;
      } else if (last !== undefined) {
        const between = tokens.slice(last, start);
        const closed = bracketed && between.some(({ base }) => base === ')');
        if (closed || namesMonth(tokens, last, start)) last = undefined;
        else {
          figure.vague = true;
          figure.planned ??= start;
          last = next;
        }
      }
    }
  }
}

/** Another sentence that names a whole of its own. */
function endsBefore(clause: Clause, before: Clause | undefined): boolean {
  if (before === undefined || !ENDS.includes(before.end)) return false;
  return groupsOf(clause).some(
    ({ features }) => stageOf(features) !== undefined && !features.some((one) => QUALITIES.includes(one)),
  );
}

/** "lũy kế", "cộng dồn", "từ đầu năm", "cả tỉnh", "cùng kỳ", "9 tháng": no guess and no plan, but another stretch. */
function isStretchWord(tokens: readonly Token[], at: number): boolean {
  const [word, more] = [tokens[at], tokens[at + 1]];
  if (isWord(word, 'luy', 'cong', 'dau', 'binh', 'trung')) return true;
  if (isWord(word, 'tu')) return isWord(more, 'dau');
  if (isWord(word, 'cung')) return isWord(more, 'ky');
  if (isWord(word, 'ca', 'toan')) return isWord(more, 'tinh', 'huyen', 'cum', 'nam');
  if (isWord(word, 'nam')) return isWord(more, 'ngoai', 'truoc');
  return isWord(word, 'thang', 'quy') && tokens[at - 1]?.kind === 'digits';
}

/** "tháng 10", "t10", "tháng này", "kỳ này", "trong tháng": from here on the talk is of the month. */
function namesMonth(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (isWord(tokens[at], 'trong') && isWord(tokens[at + 1], 'thang', 'ky')) return true;
    if (isWord(tokens[at], 'thang', 'ky', 'nam') && isWord(tokens[at + 1], 'nay')) return true;
    if (isWord(tokens[at], 'rieng') || monthAt(tokens, at, LATEST_DAY) !== undefined) return true;
  }
  return false;
}

/** Whether a month is named does not hang on the day; the latest one refuses none. */
const LATEST_DAY = '9999-12-31';
