/**
 * Documents that are named only to be taken back: "không phải QĐ 40/QĐ-UBND mà 41/QĐ-UBND", "QĐ 40/QĐ-UBND nhầm, đúng
 * là 41/QĐ-UBND", "sửa 40/QĐ-UBND thành 41/QĐ-UBND". What stands around the code says so; it need not be said twice.
 */
import type { Head } from './code.ts';
import type { CitationText } from './text.ts';

/** "chứ không phải là" and its spaces. */
const BEFORE_REACH = 24;
/** "ghi nhầm rồi em ạ, đúng ra phải là" with its spaces. */
const BETWEEN_REACH = 60;

const NOT_THIS = /(?<![a-z])(?:khong|ko|k|hong|hok)\s{1,3}(?:phai|dung)(?:\s{1,3}(?:la|theo))?\s{1,3}(?:so\s{0,2})?$/;
const MENDED = /(?<![a-z])(?:sua|doi|chinh)(?:\s{1,3}(?:lai|so))?\s{1,3}(?:so\s{0,2})?$/;
const INTO = /^\s{1,3}(?:lai\s{1,3})?thanh\s{1,3}(?:so\s{0,2})?$/;
/** Said behind the code, and then the right one. */
const MISTAKEN =
  /^[\s,(–-]*(?:(?:la|bi|ghi|viet|go|em|so|nay|cu|a)\s{1,3}){0,4}(?:(?:nham|sai)(?:\s{1,3}(?:roi|so|em|a|nhe)){0,3}[\s,;.:)–-]+|(?:khong|ko|k|hong)\s{1,3}(?:phai|dung)\s{0,2}[,;.]\s{0,2})(?:(?:sua|dung|phai|chinh xac|thanh|lai|ra|la|so|moi)\s{0,3}){0,5}:?\s{0,3}$/;
/** "QĐ 40/QĐ-UBND, à không, 41/QĐ-UBND". */
const NO_WAIT = /^[\s,.–-]*(?:a|ah|u|uh)\s{1,3}(?:khong|ko|nham|lon)(?:\s{1,3}(?:la|phai la|so))?[\s,:.–-]*$/;

/** "bỏ QĐ 40/QĐ-UBND, lấy QĐ 41/QĐ-UBND". */
const DROPPED = /(?<![a-z])(?:bo|xoa|gach|huy)(?:\s{1,3}(?:giup|ho|cai|so|em|di))?\s{1,3}(?:so\s{0,2})?$/;
const TAKEN =
  /^(?:\s{1,3}(?:giup|ho|di|nhe|em|chi|anh|a)){0,3}[\s,;.–-]{1,4}(?:(?:ma|thi|em|chi)\s{1,3})?(?:lay|dung|ghi|de|thay bang|thay la|thay)\s{1,3}(?:lai\s{1,3})?(?:so\s{0,2})?$/;

/** Whether the document at `head` is named only to say that another is meant; `next` is the document named after it. */
export function isDenied({ folded }: CitationText, head: Head, next: Head | undefined): boolean {
  const before = folded.slice(Math.max(0, head.start - BEFORE_REACH), head.start);
  if (/phai|dung/.test(before) && NOT_THIS.test(before)) return true;
  if (next === undefined || next.start - head.end > BETWEEN_REACH) return false;
  const between = folded.slice(head.end, next.start);
  if (DROPPED.test(before) && TAKEN.test(between)) return true;
  return (MENDED.test(before) && INTO.test(between)) || MISTAKEN.test(between) || NO_WAIT.test(between);
}
