/**
 * Where the subject (trích yếu) of a document begins behind its code: after "V/v", "về việc", "về", after the label of
 * a register, or, as people type in a chat, at a verb or a noun that subjects begin with.
 */
import { clauseEnd, cleanSubject, isAside, isSoftBreak } from './clause.ts';
import { anyOf, type CitationText, citationText, matchAt, words } from './text.ts';
import { LEADS_IN, NOUNS, OPENERS, VERBS } from './words.ts';

const ABOUT = new RegExp(
  `[\\s,:(|“"–—-]{0,6}(?:v\\s?[/.]\\s?v|vv|${anyOf(['ve viec', 've'])})(?![a-z])[\\s:.]{0,4}`,
  'y',
);
/** A register's own word for a subject stands on a line of its own as well. */
const LABELLED = new RegExp(
  `[\\s,.;:(–-]{0,6}(?:(?:${anyOf(['trich yeu', 'trich yeu noi dung'])})[\\s:=]{1,4}(?:(?:v\\s?/\\s?v|${anyOf(['ve viec', 've'])})\\s{1,2})?|(?:v\\s?[/.]\\s?v|${anyOf(['ve viec', 'noi dung', 've'])})\\s?:\\s{0,2})`,
  'y',
);
const STARTER = new RegExp(
  `[\\s,:(|“"–—-]{0,6}(?=(?:${VERBS}|${NOUNS})(?![a-z]))|[\\s“"–—-]{1,4}(?=(?:${OPENERS})(?![a-z]))`,
  'y',
);
/** "ban hành rồi ạ", "đã duyệt": a verb with nothing behind it is what became of the document. */
const VERB_ALONE = new RegExp(`^(?:${VERBS}|${OPENERS})$`);
/** "công văn 3341/UBND-VX yêu cầu các sở, ban, ngành … về việc …": whom it asks stands between code and subject. */
const ADDRESSED = new RegExp(
  `[\\s,]{1,4}(?:${anyOf(['yeu cau', 'de nghi', 'chi dao', 'gui', 'giao', 'kinh gui'])})\\s(?:[^.;\\n\\d]|;\\s(?=(?:ubnd|uy ban|so|ban|phong|cac|chu tich)\\s)){3,160}?\\s(?:v\\s?/\\s?v|${words('ve viec')}|${words('ve')}(?=\\s(?:${VERBS}|${NOUNS})(?![a-z])))\\s`,
  'y',
);

/** "Thông báo số 466/TB-ĐHĐL — Thông tin tuyển sinh": a title of some words behind a dash or a colon, not an office or a person. */
const DASHED =
  /(?:\s{1,2}[–—-]|:)\s{1,2}(?=\p{Lu}\p{Ll}{1,7}\s[\p{L}\d]{1,8}\s[\p{Ll}\d]{1,8})(?!(?:Sở|Phòng|Ban|Bộ|Cục|Chi|Ủy|Uỷ|Hội|Văn|Trung|Công|Đoàn|Lưu|Như|Chủ|Phó|Tổ)\s)/uy;

/** "qd 101/qd-ubnd ngay 2/1/2024⏎ve ban hanh …": typed on the next line of a chat; a report's "Về công tác …" is a heading. */
const ABOUT_LINE = new RegExp(
  `[ \\t]*\\n[ \\t]*(?:v\\s?[/.]\\s?v|vv|ve viec|ve)\\s{1,3}(?=(?:${VERBS}|${NOUNS})(?![a-z]))`,
  'y',
);
const opensWithAbout = (text: CitationText, at: number): boolean =>
  matchAt(ABOUT_LINE, text.folded, at) !== null && !/^\s*Về/.test(text.written.slice(at, at + 8));

/** ", Ban Chỉ đạo … được thành lập": whoever acts behind a comma is not what the document is about. */
const ACTS = /(?:ban chi dao|bcd)[a-z\s]{0,70}?\s(?:duoc|da|ban hanh|bao cao|to chuc|tiep tuc|se)\s/y;

/** Where the subject begins, or undefined when none follows. */
function subjectStart(text: CitationText, at: number, limit: number): number | undefined {
  const labelled = matchAt(LABELLED, text.folded, at);
  if (labelled) return at + labelled[0].length < limit ? at + labelled[0].length : undefined;
  const lead =
    matchAt(ABOUT, text.folded, at) ??
    matchAt(ADDRESSED, text.folded, at) ??
    matchAt(STARTER, text.folded, at) ??
    matchAt(DASHED, text.written, at);
  if (!lead) return undefined;
  const isActing = lead[0].includes(',') && matchAt(ACTS, text.folded, at + lead[0].length) !== null;
  if (isActing && !/[a-z]/.test(lead[0])) return undefined;
  const bracket = lead[0].indexOf('(');
  if (bracket >= 0 && isAside(text, at + bracket)) return undefined;
  const start = at + lead[0].length;
  const crossesLine =
    lead[0].includes('\n') && !opensWithAbout(text, at) && !isSoftBreak(text, at + lead[0].indexOf('\n'));
  return start < limit && !crossesLine ? start : undefined;
}

/**
 * "… chính sách chất lượng QĐ 27/QĐ-UBND, mục tiêu chất lượng QĐ 28/QĐ-UBND": words after a comma that run straight
 * into the next code are the next document's, unless they lead into it ("…, thay thế Quyết định số …").
 */
function belongsToNext(text: CitationText, span: { from: number; start: number; end: number; limit: number }): boolean {
  const lead = text.folded.slice(span.from, span.start);
  const isBare = lead.includes(',') && !/[a-z]/.test(lead);
  const words = text.folded.slice(span.start, span.end);
  return isBare && span.end === span.limit && span.limit < text.folded.length && !LEADS_IN.test(words);
}

/** ", kinh phí lấy từ nguồn chi thường xuyên", ", kết quả đánh giá có 1 lỗi": a noun and what is told of it, and no title. */
const TELLS = new RegExp(
  `^(?:${NOUNS})(?![a-z]).*\\s(?:da|duoc|co|lay|la|do|phai|se|chua|khong|dat|gom|van|dang)\\s`,
  's',
);

const ABOUT_SAID = /[a-z]/;
/** Whether the words are a verb and nothing else, polite ones left out. */
const isVerbAlone = (text: CitationText, start: number, end: number): boolean =>
  VERB_ALONE.test(citationText(cleanSubject(text.written.slice(start, end)) ?? '').folded);

/** The words at `at` that say what a document is about, up to `limit`; undefined where none begin there. */
export function subjectSpan(
  text: CitationText,
  at: number,
  limit: number,
): { readonly start: number; readonly end: number } | undefined {
  const start = subjectStart(text, at, limit);
  if (start === undefined) return undefined;
  const end = clauseEnd(text, start, limit);
  const isBare = !ABOUT_SAID.test(text.folded.slice(at, start));
  const goesOn = end === limit && limit < text.folded.length;
  if (isBare && !goesOn && isVerbAlone(text, start, end)) return undefined;
  if (isBare && text.folded.slice(at, start).includes(',') && TELLS.test(text.folded.slice(start, end)))
    return undefined;
  return belongsToNext(text, { from: at, start, end, limit }) ? undefined : { start, end };
}
