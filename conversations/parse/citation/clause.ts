/**
 * Where the words about a document end: at a full stop, a semicolon, a new list line, an unmatched bracket, or where
 * the sentence turns to something else (", đề nghị …", ", nhận 215"). A line break inside a copied page is not an end.
 */
import { KIND_NAMES } from '../../../domain/document-kind.ts';
import { fold } from '../../../domain/text.ts';
import { anyOf, type CitationText, citationText, matchAt } from './text.ts';

/** The longest subject kept; the seeds' longest has 170 characters. */
export const MAX_SUBJECT = 500;
/** A copied page breaks its lines near this width; a person in a chat breaks earlier. */
const PAGE_WIDTH = 62;
/** A line copied from a page keeps the space it was broken at and goes on in a small letter. */
const BROKEN_WIDTH = 40;

const LIST_MARK = /[ \t]{0,8}(?:[-–+*•▪]|\d{1,2}[.)](?!\d)|[a-zđ]\)|[ivx]{1,4}\.)\s?/y;
const FIGURE = `(?:${anyOf(['nhan', 'tiep nhan', 'tn', 'thu', 'tre', 'tre han', 'qua han', 'qh', 'dung han', 'dh', 'truoc han', 'th', 'gq', 'giai quyet', 'da gq', 'da giai quyet', 'con', 'ton', 'onl', 'online', 'truc tuyen', 'truc tiep', 'xong', 'tra'])})(?:\\s{1,3}(?:moi|lai|hs|ho so))?\\s{0,3}[:=]?\\s{0,3}\\d`;
/** What became of the document afterwards is not what it is about: ", được sửa đổi tại Nghị định …", "(hiệu lực …)". */
const DEEDS = ['sua doi', 'sua doi bo sung', 'bo sung', 'thay the', 'bai bo', 'dinh chinh', 'hop nhat'];
const FORCE = ['hieu luc', 'co hieu luc', 'het hieu luc', 'con hieu luc'];
const LATER = DEEDS.flatMap((deed) => [`duoc ${deed}`, `${deed} tai`, `${deed} boi`, `${deed} bang`]).concat(FORCE);
/** "đã", "anh", "chị", "nhờ" without their marks begin other words too: ", chi ngân sách", ", ảnh hưởng", ", nhỏ và vừa". */
const SPOKEN_TO =
  'da(?! dang| muc| nganh| phuong| dien| nang)|anh(?! huong| sang)|nho(?! va| le)|chi(?! ngan| tieu| thuong| tra| phi| dau| cuc| thi| dao| bo| nhanh| hoi| hoat| cho)';
/** ", các xã lưu ý nhé", ", mọi người xem giúp". */
const ALL =
  '(?:cac|moi|ca|quy)(?:\\s[a-z]+){1,3}?\\s(?:luu y|chu y|nho|xem|biet|tai ve|luu tam|phoi hop|thuc hien giup|trien khai nhe|gui som|nop)';
/** What it cost and whom it was sent to: ", kinh phí 12 triệu đồng", ", gửi Sở KH&CN". */
const BESIDE =
  '(?:(?:voi |tong )?kinh phi(?: la)?:?\\s{1,2}\\d|gui\\s(?:so|ubnd|uy ban|ve|cho|den|len|anh|chi|em|phong|van phong|bo)\\s)';
const TURN = new RegExp(
  `\\s{0,3}(?:${anyOf(['de nghi', 'theo do', 'trong do', 'qua do', 'yeu cau', 'nham', 'de tu', 'do do', 'dong thoi', 'tuy nhien', 'kem theo', 'nay', 'den nay', 'con lai', 'em', 'xin', ...LATER])}|${SPOKEN_TO}|${ALL})(?![a-z])|\\s{0,3}${FIGURE}|\\s{0,3}${BESIDE}`,
  'y',
);
/** After "năm 2023," an agency begins a new main clause ("…, Văn phòng UBND tỉnh báo cáo …"). */
const AGENCY = new RegExp(
  `\\s{0,3}(?:${anyOf(['van phong', 'ubnd', 'uy ban', 'so', 'phong', 'chu tich', 'don vi', 'phuong', 'xa', 'ban chi dao', 'hoi dong', 'trung tam', 'cac co quan', 'cac don vi', 'cac so', 'cac bo phan', 'cac phong', 'bo phan', 'toan bo'])})(?![a-z])`,
  'y',
);
/** An agency that does something begins a new clause wherever it stands: ", UBND phường đã ban hành …". */
const ACTING = new RegExp(
  `[a-z\\s]{0,45}?\\s(?:${anyOf(['da', 'vua', 'ban hanh', 'bao cao', 'thuc hien', 'xay dung', 'to chuc', 'trien khai', 'co ke hoach'])})(?![a-z])`,
  'y',
);
const AFTER_YEAR = /nam\s{1,3}\d{4}$/;
const ASIDE = new RegExp(
  `\\(\\s{0,3}(?:(?:${anyOf(['da', 'dang', 'van', 'hien dang', 'hien'])})\\s)?(?:${anyOf(['kem', 'gui kem', 'dinh kem', 'co file', 'file', ...LATER])})`,
  'y',
);
const PURPOSE = new RegExp(
  `\\s(?:${anyOf(['nham', 'nhu sau', 'cho thay', 'da het hieu luc', 'het hieu luc', 'da co hieu luc', 'co hieu luc tu', 'co hieu luc ke tu', 'da duoc ban hanh tu', 'da duoc ban hanh nam', 'da duoc ban hanh ngay'])})(?![a-z])|\\sdo\\s(?:ubnd|uy ban|so|bo|chinh phu|thu tuong|van phong|chu tich|hdnd|hoi dong)(?:\\s[a-z]+){0,9}?\\sban hanh(?![a-z])`,
  'y',
);
const ABBREVIATED = /(?:^|[\s.,(])(?:tp|tx|tt|p|q|h|x|ths|ts|gs|pgs)$/;
/** Words that cannot end a line of their own: the sentence goes on in the next one. */
const DANGLING = new RegExp(
  `(?:^|\\s)(?:${anyOf(['iso', 'tcvn', 'theo', 'cua', 'va', 've', 'ngay', 'so', 'tai', 'viec', 'cac'])}|tieu|chuan|he|quan|,|(?:ve|ve viec|v/v) (?:ban hanh|phe duyet|cong bo|kien toan|thanh lap))$`,
);
const FIGURE_LINE = new RegExp(`\\s{0,8}${FIGURE}`, 'y');
/** A line in which the person speaks, not the page. */
const TALK_LINE = new RegExp(
  `[ \\t]{0,8}(?:${anyOf(['em', 'da', 'con lai', 'con', 'anh', 'chi', 'chua', 'nho', 'xin', 'ok', 'cam on'])})(?![a-z])`,
  'y',
);

/** A line that begins with the name of a kind, in a capital, names the next document. */
const KIND_LINE = new RegExp(`[ \\t]{0,8}(?:${anyOf(KIND_NAMES.map((name) => fold(name)))}|qd|kh)(?![a-z])`, 'y');

/** Whether a bracket at `at` holds what became of a document, or what was sent with it. */
export const isAside = ({ folded }: CitationText, at: number): boolean => matchAt(ASIDE, folded, at) !== null;

const CAPITALS = /^(?=.*\p{Lu})[^\p{Ll}]+$/u;
/** A title in capitals is wrapped earlier than a sentence. */
const TITLE_WIDTH = 24;

/** A title goes on in capitals; a paragraph whose line before was as wide as a page goes on in small letters. */
function goesOn(written: string, { lineStart, at }: { lineStart: number; at: number }): boolean {
  const line = written.slice(lineStart, at).trim();
  const behind = written.slice(at + 1, at + 1 + PAGE_WIDTH).split('\n', 1)[0] ?? '';
  if (line.length >= TITLE_WIDTH && CAPITALS.test(line.slice(-PAGE_WIDTH)) && CAPITALS.test(behind)) return true;
  if (line.length < BROKEN_WIDTH || !/^\s?\p{Ll}/u.test(behind) || !/^\p{Ll}/u.test(line)) return false;
  const before = written.slice(Math.max(0, lineStart - 1 - PAGE_WIDTH), Math.max(0, lineStart - 1));
  return before.length === PAGE_WIDTH && !before.includes('\n');
}

/** This much of the page above shows whether its lines are wrapped. */
const ABOVE_REACH = 300;
/** "… ngày 05 tháng⏎3 năm 2014 của Thủ tướng Chính⏎phủ": a break in the middle of a phrase shows a wrapped page. */
const WRAPPED = /(?<![a-z])(?:thang|ngay|so|theo|cua|va|ve) ?\n ?[a-z\d]/;

/** Whether a line in small letters goes on with a sentence that was wrapped before already. */
function isWrappedPage(text: CitationText, at: number): boolean {
  if (!/^ ?\p{Ll}/u.test(text.written.slice(at + 1, at + 3)) || matchAt(KIND_LINE, text.folded, at + 1)) return false;
  const above = text.folded.slice(Math.max(0, at - ABOVE_REACH), at);
  return WRAPPED.test(above.slice(Math.max(0, above.lastIndexOf('\n\n'), above.lastIndexOf(';'))));
}

/** True where a line break at `at` only wraps a sentence of a copied page. */
export function isSoftBreak(text: CitationText, at: number): boolean {
  const { folded } = text;
  const lineStart = folded.lastIndexOf('\n', at - 1) + 1;
  const line = folded.slice(Math.max(lineStart, folded.lastIndexOf(';', at) + 1, at - MAX_SUBJECT), at).trimEnd();
  const next = /^[ \t]*\S/.test(folded.slice(at + 1, at + 12));
  if (!next || line === '' || /[.;:!?]$/.test(line)) return false;
  if (matchAt(LIST_MARK, folded, at + 1) || matchAt(FIGURE_LINE, folded, at + 1)) return false;
  if (matchAt(TALK_LINE, folded, at + 1)) return false;
  const opensDocument =
    matchAt(KIND_LINE, folded, at + 1) !== null && /^\s*\p{Lu}/u.test(text.written.slice(at + 1, at + 12));
  if (opensDocument && !DANGLING.test(line)) return false;
  const wasBroken = folded.charAt(at - 1) === ' ' && /^\p{Ll}/u.test(text.written.slice(at + 1, at + 2));
  if (wasBroken && line.trimStart().length >= BROKEN_WIDTH) return true;
  if (goesOn(text.written, { lineStart, at }) || isWrappedPage(text, at)) return true;
  return line.trimStart().length >= PAGE_WIDTH || DANGLING.test(line);
}

function endsAtDot(folded: string, at: number): boolean {
  const after = folded.charAt(at + 1);
  if (after === '/' || after === '.') return true;
  if (after !== '' && !/\s/.test(after)) return false;
  return !ABBREVIATED.test(folded.slice(Math.max(0, at - 5), at));
}

/** ", thay thế Quyết định số …" tells what else a decision does; "sửa đổi, thay thế Quyết định số …" is one subject. */
const REPLACES = new RegExp(
  `\\s{0,3}(?:va )?(?:${anyOf(['thay the', 'thay cho', 'bai bo', 'huy bo', 'thay the cho'])})\\s(?:cac )?(?:${anyOf(KIND_NAMES.map((name) => fold(name)))}|qd|kh|tt|nd)(?:\\s(?:so )?\\d|\\sso)`,
  'y',
);
const AMENDING = /(?:sua doi|bo sung|bai bo|huy bo|thay the)$/;

function endsAtComma(folded: string, at: number): boolean {
  if (matchAt(TURN, folded, at + 1)) return true;
  if (matchAt(REPLACES, folded, at + 1) && !AMENDING.test(folded.slice(Math.max(0, at - 10), at))) return true;
  const agency = matchAt(AGENCY, folded, at + 1);
  if (agency && matchAt(ACTING, folded, at + 1 + agency[0].length)) return true;
  return agency !== null && AFTER_YEAR.test(folded.slice(Math.max(0, at - 10), at));
}

function endsAt(text: CitationText, at: number, depth: number): boolean {
  const { folded } = text;
  switch (folded.charAt(at)) {
    case ';':
    case '!':
    case '?':
    case '|':
    case '*':
    case '\t':
      return true;
    case '\n':
      return !isSoftBreak(text, at);
    case '.':
    case '…':
      return endsAtDot(folded, at);
    case ':':
      return !/\s{0,1}\d/.test(folded.slice(at + 1, at + 3));
    case ')':
      return depth === 0;
    case '(':
      return matchAt(ASIDE, folded, at) !== null;
    case ',':
      return endsAtComma(folded, at);
    case ' ':
      return matchAt(PURPOSE, folded, at) !== null;
    default:
      return false;
  }
}

/** The first place in [from, limit) where the clause ends; `limit` when it does not. */
export function clauseEnd(text: CitationText, from: number, limit: number): number {
  const last = Math.min(limit, from + MAX_SUBJECT);
  let depth = 0;
  for (let at = from; at < last; at++) {
    if (endsAt(text, at, depth)) return at;
    const character = text.folded.charAt(at);
    if (character === '(') depth++;
    if (character === ')') depth--;
  }
  return last;
}

/** Said at the end of a chat message, not part of the subject. */
const POLITE = new RegExp(
  `[\\s,.]+(?:${anyOf('a|nhe|nha|roi|xong|em nhe|nhe em|nhe anh|nhe chi|nha anh|nha chi|nha em|anh a|chi a|anh oi|chi oi|anh nhe|chi nhe|a anh|a chi|roi a|da xong|da ban hanh|vua ky|moi ban hanh|da ky|va|cung voi|tai|theo'.split('|'))})$`,
);

/** "(sau đây gọi tắt là Nghị định số …)": what it is called from then on. */
const CALLED = /\s\(\s?(?:sau day |tu day )?(?:goi|viet)(?: tat| chung)? la$/;
/** "vận tải", "đề tài", "số nhà" look like "tại" and "nha" without their marks. */
const NOUN_BEFORE: Readonly<Record<string, RegExp>> = {
  tai: /(?<![a-z])(?:de|van|ton|trong|phu|nhan|tien|thien|dien)$/,
  nha: /(?<![a-z])(?:so|sua chua|sua|xay|giao|ban|mua|thue|o|dat|nuoc|mai|chu|can|ngoi)$/,
};
const WITH_OTHER_MARK = /(?:t[àáảãâ]i|nh[àảãạ]|v[áảãạ])$/iu;

/** Whether the last word only looks like a polite or joining one: "tài" is not "tại", "nhà" is not "nha". */
function isNoun(written: string, folded: string, polite: RegExpExecArray): boolean {
  if (WITH_OTHER_MARK.test(written)) return true;
  const word = folded.slice(polite.index).replace(/[^a-z]/g, '');
  return NOUN_BEFORE[word]?.test(folded.slice(0, polite.index)) === true;
}

/** A subject without joining words, quotation marks and polite endings around it; null when nothing is left. */
export function cleanSubject(raw: string): string | null {
  let subject = raw.replace(/\s+/g, ' ').replace(/^[\s“"'(:,=–—-]+/, '');
  for (let length = -1; length !== subject.length; ) {
    length = subject.length;
    // "…, còn quyết định 80/QĐ-UBND": the next document is led into
    subject = subject.replace(/,\s*(?:còn|con)$/iu, '').replace(/[\s,;.…/(–—-]{1,40}$/, '');
    const folded = citationText(subject).folded;
    const polite = POLITE.exec(folded);
    if (polite && !isNoun(subject, folded, polite)) subject = subject.slice(0, polite.index);
    const called = CALLED.exec(folded);
    if (called) subject = subject.slice(0, called.index);
  }
  if (/[”"]$/.test(subject) && !/[“"]/.test(subject.slice(0, -1))) subject = subject.slice(0, -1);
  if (subject.endsWith(')') && !subject.includes('(')) subject = subject.slice(0, -1).trimEnd();
  return subject.length >= 2 ? subject : null;
}
