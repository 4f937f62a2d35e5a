/**
 * What is said after a code: the date, who issued it ("của UBND phường", "QĐ-UBND tỉnh"), and the subject (trích yếu)
 * after "V/v", "về việc", "về", or, as people type in a chat, after nothing at all.
 */
import type { IsoDate } from '../../domain/date.ts';
import { clauseEnd, cleanSubject, isAside, isSoftBreak } from './citation-clause.ts';
import type { Head } from './citation-code.ts';
import { type DateRead, dateAt, lastDateIn } from './citation-date.ts';
import { anyOf, type CitationText, citationText, matchAt, words } from './citation-text.ts';
import { LEADS_IN, NOUNS, OPENERS, VERBS } from './citation-words.ts';

export interface Tail {
  readonly date: IsoDate | null;
  readonly dateSeen: boolean;
  /** "cùng ngày …": the date of the documents named just before, too. */
  readonly sharedDate: boolean;
  readonly issuer: string | null;
  readonly subject: string | null;
  /** Where the subject begins, so that a document named inside it can be told. */
  readonly subjectAt: number | null;
  readonly end: number;
}

const ABOUT = new RegExp(
  `[\\s,:(|–—-]{0,6}(?:v\\s?[/.]\\s?v|vv|${anyOf(['ve viec', 've'])})(?![a-z])[\\s:.]{0,4}`,
  'y',
);
/** A register's own word for a subject stands on a line of its own as well. */
const LABELLED = new RegExp(
  `[\\s,.;:(–-]{0,6}(?:(?:${anyOf(['trich yeu', 'trich yeu noi dung'])})[\\s:=]{1,4}(?:(?:v\\s?/\\s?v|${anyOf(['ve viec', 've'])})\\s{1,2})?|(?:v\\s?[/.]\\s?v|${anyOf(['ve viec', 'noi dung'])})\\s?:\\s{0,2})`,
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
  `[\\s,]{1,4}(?:${anyOf(['yeu cau', 'de nghi', 'chi dao', 'gui', 'giao', 'kinh gui'])})\\s(?:[^.;\\n\\d]|;\\s(?=(?:ubnd|uy ban|so|ban|phong|cac|chu tich)\\s)){3,160}?\\s(?:v\\s?/\\s?v|${words('ve viec')})\\s`,
  'y',
);
const ISSUED_BY = new RegExp(`[\\s,]{0,4}(?:${words('cua')}|do|${words('giua')})\\s{1,3}`, 'y');
/** These end the name of an issuer; with a capital they belong to it ("Bộ Tài chính", "Sở Giáo dục và Đào tạo"). */
const ISSUER_END = new RegExp(
  `[,;:()*\\n.[]|\\s(?:v/v|vv|${VERBS}|${anyOf('ve|da|de|la|trong|kem|nhu|duoc|tai|khi|ngay|ky|va|nham|gan voi|phai|se|chua'.split('|'))})(?![a-z])`,
  'g',
);
/** "bộ khoa học và công nghệ" typed without capitals: the second half of a name. */
const SECOND_HALF = new RegExp(
  `\\s{1,2}(?:${anyOf('cong nghe|dao tao|moi truong|dau tu|xa hoi|truyen thong|du lich|the thao|phat trien|chinh|nguyen'.split('|'))})(?![a-z])`,
  'y',
);
/** The place an issuer lies in. */
const WITHIN = /\s{0,2}(?:huyện|tỉnh|thành phố|thị xã|quận|tp\.?|tx\.?)\s{1,2}\p{Lu}/iuy;
/** "do Bộ Khoa học và Công nghệ ban hành hợp nhất …": the first verb says only that it was issued. */
const ISSUED_IT = new RegExp(
  `\\s{1,3}${words('ban hanh')}(?=\\s{1,3}(?:${anyOf(['hop nhat', 've', 've viec', 'quy dinh', 'huong dan', 'ngay'])})\\s)`,
  'y',
);
/** A ministry or an office of several fields: "Lao động, Thương binh và Xã hội", "Kinh tế, Hạ tầng và Đô thị". */
const FIELDS = /\s{1,2}\p{Lu}\p{Ll}{1,7}(?:\s\p{Ll}{1,7}){0,2}\s{1,2}(?:và|,)\s{1,2}\p{Lu}/uy;
const KNOWN_FIELDS = /\s{1,2}(?:thuong binh|the thao|chu nhiem|ha tang)\s/y;
/** Verbs that open a subject even with a capital. */
const CAPITAL_VERB = new RegExp(
  `\\s(?:v/v|vv|${anyOf('quy dinh|ban hanh|kien toan|cong bo|phe duyet|sua doi|ve viec|ve'.split('|'))})$`,
);
const LEVEL = new RegExp(
  `\\s{1,3}((?:${anyOf('tinh|huyen|thi xa|thanh pho|phuong|xa|thi tran|dac khu|tp'.split('|'))})(?:\\s[\\p{L}]+){0,5}?)(?=[\\s,(]{0,4}(?:(?:${words('ngay')})\\s|\\d{1,2}[/.-]|${anyOf(['ve', 'v/v'])}\\s|[;)\\n.]|$))`,
  'uy',
);
const YEAR_ONLY = new RegExp(
  `[\\s,]{0,3}(?:(?:${anyOf(['ban hanh', 'ky'])})\\s{1,2})?(?:${words('nam')})\\s{1,2}\\d{4}(?=[\\s,;.]|$)`,
  'y',
);
/** A name of an agency is not longer ("Ban Chỉ đạo đẩy mạnh …" of the longest kind). */
const MAX_ISSUER = 90;
const SAME_DAY = new RegExp(`^[\\s,(]*(?:${words('cung')}|${words('deu')})\\s`);
const CLOSE = /\s{0,2}\)/y;
/** Place, date, issuer and two editor's notes; more never follow a code. */
const MAX_PARTS = 5;
/** An editor's mark in a copied text, "ngày 08/4/2018 [sic] của Chính phủ"; "được Quốc hội thông qua ngày …". */
const NOTE =
  /\s{0,2}\[[^\]\n]{1,12}\]|\s{1,2}(?:da\s)?duoc\s[^\d,;.\n]{0,60}?(?:thong qua|ban hanh|phe chuan)(?=\s{1,2}ngay\s)/y;

interface Cursor {
  at: number;
  date: IsoDate | null;
  dateSeen: boolean;
  sharedDate: boolean;
  issuer: string | null;
}

export interface TailContext {
  /** Where the next document is named, or the end of the text. */
  readonly limit: number;
  readonly today: IsoDate | undefined;
}

function belongsToName(text: CitationText, at: number, word: string): boolean {
  // "của UBND xã Tân Lập, huyện Hưng Hà": the name goes on behind the comma.
  if (word === ',' && (matchAt(WITHIN, text.written, at + 1) || matchAt(FIELDS, text.written, at + 1))) return true;
  if (word === ',' && matchAt(KNOWN_FIELDS, text.folded, at + 1)) return true;
  if (word === '\n') return isSoftBreak(text, at);
  if (word === '.') return /(?:^|[\s,])(?:tp|tx|tt|p|q|h|x)$/.test(text.folded.slice(Math.max(0, at - 4), at));
  if (word.trim().length === word.length) return false;
  const next = at + word.length;
  if (/^\s(?:va|tai)$/.test(word) && matchAt(SECOND_HALF, text.folded, next)) return true;
  const isCapital = /^\s\p{Lu}/u.test(text.written.slice(at, at + 2));
  if (word.trim() === 'va') return /^\s*\p{Lu}/u.test(text.written.slice(next, next + 4));
  return isCapital && !CAPITAL_VERB.test(word);
}

function takeIssuer(text: CitationText, cursor: Cursor, limit: number): boolean {
  const by = cursor.issuer === null ? matchAt(ISSUED_BY, text.folded, cursor.at) : null;
  if (!by) return false;
  const from = cursor.at + by[0].length;
  const scope = text.folded.slice(from, Math.min(limit, from + MAX_ISSUER));
  let end = scope.length;
  for (const found of scope.matchAll(ISSUER_END)) {
    if (belongsToName(text, from + found.index, found[0])) continue;
    end = found.index;
    break;
  }
  const name = text.written
    .slice(from, from + end)
    .replace(/\s+/g, ' ')
    .trim();
  cursor.issuer = name.replace(/(?:\s|^)và$/iu, '') || null;
  const issuing = by[0].trim() === 'do' ? matchAt(ISSUED_IT, text.folded, from + end) : null;
  cursor.at = from + end + (issuing?.[0].length ?? 0);
  return true;
}

function takeNote(text: CitationText, cursor: Cursor, limit: number): boolean {
  const note = matchAt(NOTE, text.folded, cursor.at);
  if (!note || cursor.at + note[0].length > limit) return false;
  cursor.at += note[0].length;
  return true;
}

function takeLevel(text: CitationText, cursor: Cursor, limit: number, symbol: string | null): boolean {
  const agency = /(?:^|-)(UBND|HĐND)$/.exec(symbol ?? '')?.[1];
  if (agency === undefined || cursor.issuer !== null) return false;
  const level = matchAt(LEVEL, text.folded, cursor.at);
  if (!level || cursor.at + level[0].length > limit) return false;
  const end = cursor.at + level[0].length;
  cursor.issuer = `${agency} ${text.written.slice(cursor.at, end).replace(/\s+/g, ' ').trim()}`;
  cursor.at = end;
  return true;
}

/** "Số 45/BC-UBND, Bình An, ngày 12 tháng 11": the place a paper is dated at stands between, with its capitals. */
const PLACE = /\s{0,2},\s{1,3}\p{Lu}\p{Ll}{1,10}(?:\s\p{Lu}\p{Ll}{1,10}){0,3},(?=\s{1,3}ngày\s)/uy;

const afterPlace = (text: CitationText, at: number): number => at + (matchAt(PLACE, text.written, at)?.[0].length ?? 0);

const DENYING = /[\s,(–-]{1,4}(?:khong|ko|k|hong)\s{1,2}(?:phai|ky)(?:\s{1,2}la)?(?=\s)/y;
const INSTEAD = /[\s,]{1,4}(?:ma|la)(?:\s{1,2}la)?(?=\s)/y;

/** "QĐ 12/QĐ-UBND không phải ngày 10/01/2026 mà ngày 11/01/2026": the day that is denied is passed over. */
function afterDenied(text: CitationText, at: number, limit: number): number {
  const denying = matchAt(DENYING, text.folded, at);
  if (!denying) return at;
  const from = at + denying[0].length;
  const wrong = dateAt(text.folded, from, limit, { today: undefined, yearInCode: null });
  const instead = wrong && matchAt(INSTEAD, text.folded, wrong.end);
  return wrong && instead ? wrong.end + instead[0].length : at;
}

/** "ngày 5/8/2026 à nhầm, ngày 6/8/2026", "(sai ngày, đúng là 6/8/2026)". */
const CORRECTING =
  /[\s,;(–-]{1,4}(?:(?:a|ah|u|uh)\s{1,2}(?:khong|ko|k)|(?:(?:a|ah|u|uh|em|ghi|la|bi|viet)\s{1,2}){0,3}(?:nham|lon|sai)(?:\s{1,2}(?:roi|em|ngay(?=\s?[,;:]|\s(?:dung|phai|la)))){0,2})[\s,:;.]{0,4}(?:(?:dung|phai|ra|la|moi|sua|lai|thanh|ma)\s{1,2}){0,4}/y;

/** The day said right behind another to mend it. */
function corrected(text: CitationText, wrong: DateRead, { limit, today }: TailContext): DateRead | undefined {
  const correcting = matchAt(CORRECTING, text.folded, wrong.end);
  return correcting
    ? dateAt(text.folded, wrong.end + correcting[0].length, limit, { today, yearInCode: null })
    : undefined;
}

function takeDate(text: CitationText, cursor: Cursor, head: Head, context: TailContext): boolean {
  if (cursor.dateSeen) return false;
  const { yearInCode } = head;
  const coded = head.symbol !== null;
  const dated = { today: context.today, yearInCode, coded };
  const read = dateAt(text.folded, afterPlace(text, afterDenied(text, cursor.at, context.limit)), context.limit, dated);
  if (!read) return false;
  return keepDate(text, cursor, corrected(text, read, context) ?? read);
}

function keepDate(text: CitationText, cursor: Cursor, read: DateRead): boolean {
  cursor.date = read.date;
  cursor.dateSeen = true;
  cursor.sharedDate = SAME_DAY.test(text.folded.slice(read.start, read.end));
  cursor.at = read.end;
  const opened = text.folded.slice(read.start, read.end).includes('(');
  const close = opened ? matchAt(CLOSE, text.folded, cursor.at) : null;
  if (close) cursor.at += close[0].length;
  return true;
}

/** ", Ban Chỉ đạo … được thành lập": whoever acts behind a comma is not what the document is about. */
const ACTS = /(?:ban chi dao|bcd)[a-z\s]{0,70}?\s(?:duoc|da|ban hanh|bao cao|to chuc|tiep tuc|se)\s/y;

/** Where the subject begins, or undefined when none follows. */
function subjectStart(text: CitationText, at: number, limit: number): number | undefined {
  const labelled = matchAt(LABELLED, text.folded, at);
  if (labelled) return at + labelled[0].length < limit ? at + labelled[0].length : undefined;
  const lead =
    matchAt(ABOUT, text.folded, at) ?? matchAt(ADDRESSED, text.folded, at) ?? matchAt(STARTER, text.folded, at);
  if (!lead) return undefined;
  const isActing = lead[0].includes(',') && matchAt(ACTS, text.folded, at + lead[0].length) !== null;
  if (isActing && !/[a-z]/.test(lead[0])) return undefined;
  const bracket = lead[0].indexOf('(');
  if (bracket >= 0 && isAside(text, at + bracket)) return undefined;
  const start = at + lead[0].length;
  const crossesLine = lead[0].includes('\n') && !isSoftBreak(text, at + lead[0].indexOf('\n'));
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

const ABOUT_SAID = /[a-z]/;
/** The words of a subject as they are compared, polite ones left out. */
const spokenOf = (text: CitationText, start: number, end: number): string =>
  citationText(cleanSubject(text.written.slice(start, end)) ?? '').folded;

/** The date, issuer and subject said after a head, up to the next head; nothing is taken that is not said there. */
export function tailOf(text: CitationText, head: Head, context: TailContext): Tail {
  const cursor: Cursor = { at: head.end, date: null, dateSeen: false, sharedDate: false, issuer: null };
  const { limit } = context;
  for (let parts = 0; parts < MAX_PARTS; parts++) {
    const taken =
      takeNote(text, cursor, limit) ||
      takeLevel(text, cursor, limit, head.symbol) ||
      takeDate(text, cursor, head, context) ||
      takeIssuer(text, cursor, limit);
    if (!taken) break;
  }
  const year = matchAt(YEAR_ONLY, text.folded, cursor.at);
  if (year) {
    cursor.at += year[0].length;
    takeIssuer(text, cursor, limit);
  }
  const start = subjectStart(text, cursor.at, limit);
  if (start === undefined) return { ...cursor, subjectAt: null, subject: null, end: cursor.at };
  const end = clauseEnd(text, start, limit);
  const isBare = !ABOUT_SAID.test(text.folded.slice(cursor.at, start));
  const goesOn = end === limit && limit < text.folded.length;
  if (isBare && !goesOn && VERB_ALONE.test(spokenOf(text, start, end)))
    return { ...cursor, subjectAt: null, subject: null, end: cursor.at };
  if (belongsToNext(text, { from: cursor.at, start, end, limit }))
    return { ...cursor, subjectAt: null, subject: null, end: cursor.at };
  return subjectWithDate(text, cursor, { start, end }, { today: context.today, yearInCode: head.yearInCode });
}

/** What is held on a day of its own. */
const HELD = new RegExp(
  `(?<![a-z])(?:${anyOf('danh gia noi bo|dgnb|cuoc hop|hop|phien hop|hoi nghi|ky hop|tap huan|kiem tra|hop xem xet|xem xet cua lanh dao|buoi lam viec|giao ban|khac phuc'.split('|'))})[\\s,]{1,3}$`,
);

/** "… về ban hành Chính sách chất lượng ngày 09/01/2021": a date after the subject is the document's. */
function subjectWithDate(
  text: CitationText,
  cursor: Cursor,
  span: { start: number; end: number },
  context: { today: IsoDate | undefined; yearInCode: number | null },
): Tail {
  const late = cursor.dateSeen ? undefined : lastDateIn(text.folded, span.start, span.end, context);
  // "(mục tiêu chất lượng) ngày 9/1/2026": the date stands behind the bracket.
  const isBracketed = !cursor.dateSeen && !late && text.folded.charAt(span.end) === ')';
  const behind = isBracketed ? dateAt(text.folded, span.end + 1, text.folded.length, context) : undefined;
  if (behind?.date) {
    const within = cleanSubject(text.written.slice(span.start, span.end));
    return { ...cursor, date: behind.date, dateSeen: true, subjectAt: span.start, subject: within, end: behind.end };
  }
  // "về đánh giá nội bộ ngày 17/9/2021": the day may be the audit's; it stays in the subject, and is asked about.
  const isEvents = late !== undefined && HELD.test(text.folded.slice(span.start, late.start));
  const subject = cleanSubject(text.written.slice(span.start, isEvents ? span.end : (late?.start ?? span.end)));
  if (!late || isEvents) return { ...cursor, subjectAt: span.start, subject, end: span.end };
  const after: Cursor = { ...cursor, date: late.date, dateSeen: true, at: late.end };
  takeIssuer(text, after, span.end);
  return { ...after, subjectAt: span.start, subject, end: span.end };
}
