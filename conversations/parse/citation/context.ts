/**
 * What was said before a code, taken only where the words behind it do not say it: a date ("Ngày 15/9/2022, Sở ban
 * hành Quyết định số 226/QĐ-SCT"), a subject ("chính sách chất lượng (QĐ 27/QĐ-UBND)", "Kế hoạch đánh giá nội bộ …
 * tại văn bản số 4902/KH-SCT"), and the round of an announcement ("công bố lại lần 2 theo …").
 */
import type { IsoDate } from '../../../domain/date.ts';
import { fold } from '../../../domain/text.ts';
import { cleanSubject, isSoftBreak } from './clause.ts';
import type { Head } from './code.ts';
import { lastDateIn } from './date.ts';
import { anyOf, type CitationText, citationText, words } from './text.ts';
import { NOUNS, TITLES, VERBS } from './words.ts';

/** A date before the code stands in the same sentence, at most this far. */
const DATE_REACH = 80;
/** The longest title before "tại văn bản số" in the seeds has 190 characters. */
const TITLE_REACH = 320;
/** A subject before a bracket or a colon is a few words. */
const LEAD_REACH = 160;

/** A line that goes on in a small letter is broken by the page only. */
const DATE_STOP = /[.;!?](?!\d)|\n(?![\d\p{Ll}])/gu;
const ISSUED = new RegExp(
  `(?<![a-z])(?:${anyOf(['ban hanh', 'ky', 'ra', 'phe duyet', 'cong bo', 'co', 'xay dung', 'gui', 'trinh'])})\\s{1,3}(?:\\d{1,2}\\s{1,2})?$`,
);
const ISSUING_DAY = new RegExp(`^\\s*(?:${anyOf(['ban hanh', 'ky', 'ra'])})(?![a-z])`);
const NOTHING = /^[\s,:–-]*$/;
const AT_DOCUMENT = new RegExp(`\\s(?:${anyOf(['tai', 'theo'])})\\s*$`);
const ATTACHED = new RegExp(`\\(\\s*(?:${anyOf(['dinh kem', 'kem', 'gui kem'])})(?:\\s(?:${anyOf(['theo'])}))?\\s*$`);
const OPENING = /\(\s*$/;
const LEADING_TO = new RegExp(`(?:[:–-]|\\s(?:${anyOf(['tai', 'la', 'bang', 'so'])}))\\s*$|\\s$`);
/** "… ban hành kèm theo" leads from a title to its document. */
const LEADING_WORDS =
  /(?:\s(?:(?:được|duoc)\s)?(?:ban hành|ban hanh))?(?:\s(?:kèm|kem))?(?:\s(?:theo|tại|tai|là|la|bằng|bang|số|so))?$/iu;
/** Who issued and the verb before what was issued: "UBND phường đã ban hành …". */
const ISSUING = new RegExp(
  `^.{0,60}?(?:^|\\s)(?:${anyOf(['ban hanh', 'da co', 'da ky', 'xay dung', 'da ra', 'da lam', 'thuc hien'])})\\s+(?=(?:${NOUNS}|${VERBS}))`,
  's',
);
/** "Ban chỉ đạo ISO ban hành Báo cáo số …": who issued it; what "được ban hành" or "ban hành theo" is a title. */
const ISSUED_BY_IT = new RegExp(`(?<!duoc) (?:da |moi |vua )?(?:${anyOf(['ban hanh', 'ky', 'gui', 'trinh'])})$`);
const OPENS_SUBJECT = new RegExp(`^(?:${VERBS}|${NOUNS})(?![a-z])`);
const IS_TITLE = new RegExp(`^(?:${TITLES})(?![a-z])`);
/** "Danh mục kèm theo Quyết định số …": the word alone says what is attached, not what it is about; so does a round. */
const NO_TITLE =
  /^(?:(?:danh muc|ke hoach|quy che|quy trinh|bao cao|bien ban)|cong bo(?: lai)?(?: lan(?: thu)? [a-z\d]+)?)$/;
/** "Ban Chỉ đạo ISO được kiện toàn tại Quyết định số …" is a sentence, no title. */
const DONE_TO = /\s(?:duoc|da|vua|moi|se)\s/;
/** "Quyết định công bố HTQLCL: Quyết định số …": the kind, said twice. */
const SAID_TWICE = /^(?:(?:quyết định|qđ|quyet dinh|qd|công văn|cong van|thông báo|thong bao)\s+)/iu;
/** A title before a code is a few words; more is a sentence about something else. */
const MAX_TITLE = 70;
const ROUND = new RegExp(
  `(?:(?:${anyOf(['cong bo'])})(?:\\s(?:${anyOf(['lai'])}))?\\s{1,2}[(]?)?(?:${anyOf(['lan'])})(?:\\s(?:${anyOf(['thu'])}))?\\s{0,2}(?:\\d{1,2}|${anyOf(['dau', 'nhat', 'hai', 'ba'])})[)]?\\s{0,2}(?:[:,]|${anyOf(['theo', 'tai', 'la'])})?\\s*$`,
);

/**
 * A date said before the code in the same sentence, not earlier than `floor`, when the words between say that the
 * document was issued then; "đánh giá nội bộ ngày 17/9/2021 theo Kế hoạch số …" dates the audit, not the plan.
 */
export function dateBefore(text: CitationText, floor: number, head: Head, today: IsoDate | undefined): IsoDate | null {
  const start = Math.max(floor, head.start - DATE_REACH);
  const stop = [...text.written.slice(start, head.start).matchAll(DATE_STOP)].at(-1);
  const sentence = stop === undefined ? start : start + stop.index + 1;
  const read = lastDateIn(text.folded, sentence, head.start, { today, yearInCode: head.yearInCode });
  if (!read) return null;
  const between = text.folded.slice(read.end, head.start);
  const opensLine = text.folded.slice(sentence, read.start).trim() === '';
  // "ban hành ngày 06/01/2026 Quyết định số …"
  const isIssuing = ISSUING_DAY.test(text.folded.slice(read.start, read.end)) && NOTHING.test(between);
  return isIssuing || ISSUED.test(between) || (opensLine && NOTHING.test(between)) ? read.date : null;
}

/** The words of the sentence before `to`, soft line breaks made spaces; a hard break or a full stop ends it. */
function sentenceBefore(text: CitationText, floor: number, to: number, reach: number): string {
  const start = Math.max(floor, to - reach);
  let from = to;
  while (from > start) {
    const character = text.folded.charAt(from - 1);
    if (/[;!?*]/.test(character) || (character === '\n' && text.folded.charAt(from) === '\n')) break;
    if (character === '.' && /\s/.test(text.folded.charAt(from))) break;
    if (character === '\n' && !/^[\s(]*$/.test(text.folded.slice(from, to)) && !isSoftBreak(text, from - 1)) break;
    from--;
  }
  return text.written.slice(from, to).replace(/\s/g, ' ');
}

/** "Kế hoạch đánh giá nội bộ … tại văn bản số": what follows the last capitalised name of the same kind. */
function titleBefore(sentence: string, type: string): string | null {
  const at = sentence.toLowerCase().lastIndexOf(type.toLowerCase());
  if (at < 0 || sentence.charAt(at) !== type.charAt(0)) return null;
  return cleanSubject(sentence.slice(at + type.length).replace(/\s(?:tại|theo)\s*$/iu, ''));
}

/** The words that open a subject in the last clause before the code, or null. */
function leadBefore(lead: string, type: string | null, opening: RegExp): string | null {
  const clauses = lead.split(/[,:](?!\d)|^\s*[-+*•]\s/);
  const chunk = (clauses.findLast((clause) => clause.trim() !== '') ?? '')
    .replace(/[\s(–-]+$/, '')
    .replace(/^[\s)]*(?:(?:và|va|cùng|cung)\s+)?/iu, '');
  const folded = citationText(chunk).folded;
  if (/[(]|\d[/.]\d/.test(chunk) || ISSUED_BY_IT.test(folded)) return null;
  const named = type === null ? -1 : folded.lastIndexOf(`${fold(type)} `);
  if (named >= 0) return cleanSubject(chunk.slice(named + (type ?? '').length));
  const issuing = ISSUING.exec(folded);
  const rest = chunk
    .slice(issuing?.[0].length ?? 0)
    .replace(LEADING_WORDS, '')
    .replace(SAID_TWICE, '');
  return opening.test(citationText(rest).folded) ? cleanSubject(rest) : null;
}

/** A subject said before the code, or null. `floor` is where the words about the previous document end. */
export function subjectBefore(text: CitationText, floor: number, head: Head): string | null {
  const near = text.folded.slice(Math.max(floor, head.start - LEAD_REACH), head.start);
  const attached = ATTACHED.exec(near);
  if (attached) {
    const clause = sentenceBefore(text, floor, head.start - attached[0].length, LEAD_REACH).replace(
      /^\s*[-+*•]?\s*/,
      '',
    );
    return OPENS_SUBJECT.test(citationText(clause).folded) ? cleanSubject(clause) : null;
  }
  if (AT_DOCUMENT.test(near) && head.type !== null) {
    const title = titleBefore(sentenceBefore(text, floor, head.start, TITLE_REACH), head.type);
    if (title !== null) return title;
  }
  const lead = sentenceBefore(text, floor, head.start, LEAD_REACH);
  if (OPENING.test(near)) return leadBefore(lead, head.type, OPENS_SUBJECT);
  const isOwn = head.yearInCode === null && LEADING_TO.test(near);
  const title = isOwn ? leadBefore(lead, null, IS_TITLE) : null;
  return title !== null && title.length <= MAX_TITLE && !NO_TITLE.test(fold(title)) && !DONE_TO.test(fold(title))
    ? title
    : null;
}

/** Where in the document something stands: "điểm a khoản 2 Điều 3", "Phụ lục số 06", "Mẫu số 49 ban hành kèm theo". */
const PARTS = anyOf(['khoan', 'dieu', 'chuong', 'muc', 'phu luc', 'mau', 'bieu']);
/** A point of a clause has a letter; "điểm 5" may be a score. */
const PART = `(?:${words('diem')}\\s{1,2}(?:[a-zđ]|\\d{1,2}\\.\\d{1,2}(?:\\.[a-zđ])?)(?![a-z\\d])|(?:${PARTS})\\s{1,2}(?:${words('so')}\\s{1,2})?(?:\\d{1,3}(?:\\.\\d{1,2})?[a-zđ]?|[ivx]{1,5}))`;
/** Asked first: few documents are cited by a part of them. */
const NAMES_PART = /(?:dieu|diem|khoan|muc|luc|mau|bieu|chuong)[a-z]{0,2}\s[^/]*$/;
const ARTICLE = new RegExp(
  `(?<![a-z])(?:${PART}(?:,|\\s${words('va')})?\\s{1,2}){1,4}(?:(?:${anyOf(['cua', 'tai', 'theo', 'ban hanh kem theo', 'kem theo', 'thay the', 'sua doi', 'bai bo'])})\\s{1,2})?$`,
);

/** Where "công bố lại lần 2 theo" or "khoản 2 Điều 3" before the code begins; the code's own start when nothing of the kind is said. */
export function roundStart(text: CitationText, floor: number, head: Head): number {
  const near = text.folded.slice(Math.max(floor, head.start - DATE_REACH), head.start);
  const round = (near.includes('lan') ? ROUND.exec(near) : null) ?? (NAMES_PART.test(near) ? ARTICLE.exec(near) : null);
  return round ? head.start - (near.length - round.index) : head.start;
}
