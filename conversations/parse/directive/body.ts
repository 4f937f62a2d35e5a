/**
 * The body of a công văn cut into what can each be a task: its paragraphs without the letterhead, the preamble and the
 * signatures, then its points, bullets and sentences. A page copied with its line ends is put together again first.
 */
import { normalise } from '../../../domain/text.ts';
import { citationText } from '../citation/text.ts';

/** One sentence or bullet of the body. */
export interface Clause {
  /** As written, on one line. */
  text: string;
  /** The numbered point it stands in ("1", "II"), '' before the first. */
  point: string;
  /** The heading it stands under, where that names who is asked: "UBND các xã, phường:". */
  under: string;
  /** Listed as a point or bullet: what stands in a list is asked even without a verb of asking. */
  listed: boolean;
  /** Which paragraph of the body it stands in. */
  paragraph: number;
}

interface Paragraph {
  /** Without its mark. */
  text: string;
  folded: string;
  mark: 'number' | 'letter' | 'bullet' | '';
  label: string;
}

const MARK = /^(?:((?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}))[.)](?!\d)\s*|((?:[a-zđ]))\)\s*|[-–—+•▪*●]\s*)/u;
/** A line this long that ends in no stop was broken by the page, whatever the next begins with. */
const WRAPPED_MIN = 60;
const ENDS = /(?:[.:;!?)]|\/\.?)["”’]?$/u;

const foldedOf = (text: string): string => citationText(text).folded;

function paragraphOf(text: string): Paragraph {
  const mark = MARK.exec(text);
  const rest = mark ? text.slice(mark[0].length).trim() : text;
  const kind = mark?.[1] !== undefined ? 'number' : mark?.[2] !== undefined ? 'letter' : mark ? 'bullet' : '';
  return { text: rest, folded: foldedOf(rest), mark: kind, label: mark?.[1] ?? mark?.[2] ?? '' };
}

const isOpen = (text: string): boolean => (text.match(/["“”]/gu)?.length ?? 0) % 2 === 1;

/** Whether a line goes on with the line before it. */
function goesOn(before: string, line: string, isApart: boolean): boolean {
  if (before === '' || /^Số\s*:/u.test(line)) return false;
  if (isOpen(before)) return true;
  if (isApart || MARK.test(line) || ENDS.test(before)) return false;
  return /^[\p{Ll}\d]/u.test(line) || before.length >= WRAPPED_MIN;
}

/** The paragraphs of a text: marks of a copied page dropped, broken lines joined. */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = normalise(text)
    .replace(/\r/g, '')
    .replace(/[*#_]{1,3}(?=\S)|(?<=\S)[*#_]{1,3}|\[\?\]/gu, '')
    // A list written on in one paragraph: "… như sau: 1. …; - …".
    .replace(/([:;])\s+(?=(?:1|a)[.)]\s|[-+]\s)/gu, '$1\n')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim());
  const joined: string[] = [];
  let isApart = true;
  for (const line of lines) {
    const before = joined.at(-1) ?? '';
    if (line === '') isApart = true;
    else {
      if (goesOn(before, line, isApart)) joined[joined.length - 1] = `${before} ${line}`;
      else joined.push(line);
      isApart = false;
    }
  }
  return joined.map(paragraphOf).filter(({ text: said }) => said !== '');
}

const HEAD_LINE =
  /^(?:so ?:|v ?\/ ?v |kinh gui|cong hoa xa hoi|doc lap|\[|[a-z .]{2,40}, ?ngay [\d…. ]|uy ban nhan dan|ubnd (?:tinh|huyen|xa|phuong|thanh pho)$)/;
const STOP =
  /^(?:noi nhan|tren day la|phu luc|danh sach theo doi|tm\. |kt\. |tl\. |tuq\. |luu ?: |chu tich$|giam doc$|pho (?:chu tich|giam doc)$)/;
const ASKS_BEFORE_COLON =
  /(?:nhu sau|sau day|(?:noi dung|nhiem vu|cong viec|viec) sau|yeu cau|de nghi|chi dao|y kien|giao|thuc hien)[^:]{0,20}:$/;
const REPORTS_BEFORE_COLON = /(?:han che|ton tai|bat cap|ket qua)[^:]{0,80}:$/;
const ASKS = /(?<![a-z])(?:de nghi|yeu cau|giao|chi dao|y kien|trien khai)(?![a-z])/;

/** The words that lead into what is asked: "…, Chủ tịch UBND tỉnh yêu cầu:", "… như sau:". */
const isLead = ({ folded }: Paragraph): boolean =>
  ASKS_BEFORE_COLON.test(folded) && (!REPORTS_BEFORE_COLON.test(folded) || ASKS.test(folded));

/** What of a letter is its body; without words that lead into it, everything behind the addressees. */
function bodyOf(paragraphs: readonly Paragraph[]): { lead: Paragraph | undefined; body: Paragraph[] } {
  const stop = paragraphs.findIndex(({ folded }) => STOP.test(folded));
  const until = stop < 0 ? [...paragraphs] : paragraphs.slice(0, stop);
  const at = until.findIndex(isLead);
  if (at >= 0) return { lead: until[at], body: until.slice(at + 1) };
  const addressed = until.findIndex(({ folded }) => folded.startsWith('kinh gui'));
  let from = addressed + 1;
  while (addressed >= 0 && until[from]?.mark === 'bullet') from += 1;
  return { lead: undefined, body: until.slice(from).filter(({ folded }) => !HEAD_LINE.test(folded)) };
}

/** Several letters pasted as one, such as a letter with the one it passes on, in their order. */
function lettersOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const heads = paragraphs.flatMap(({ folded }, at) => (/^so ?: ?\S{0,8} ?\/? ?[a-z\d-]+\/?/.test(folded) ? [at] : []));
  const starts = [0, ...heads.slice(1)];
  return starts.map((start, at) => paragraphs.slice(start, starts[at + 1]));
}

/** Sentences, parted at full stops and semicolons outside brackets and quotation marks. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === '"') quoted = !quoted;
    else if (character === '“') quoted = true;
    else if (character === '”') quoted = false;
    const isEnd =
      character === ';' || (character === '.' && /^\s+["“]?\p{Lu}\p{L}*(?![.\p{L}])/u.test(text.slice(at + 1)));
    if (!isEnd || depth > 0 || quoted) continue;
    found.push(text.slice(from, at));
    from = at + 1;
  }
  return [...found, text.slice(from)].map((each) => each.trim()).filter((each) => each !== '');
}

const CONTENTS = /(?:gom|bao gom|gom co|gom cac (?:noi dung|phan))(?: sau)?:$|voi (?:cac )?noi dung(?: sau)?:$/;
const AGENCY = /(?<![a-z])(?:ubnd|uy ban nhan dan|so |cac so|phong|van phong|chi cuc|ban |thu truong|co quan|don vi)/;
const HEADING_MAX = 120;
/** What is asked stands in the first lines of a sentence; a longer one is a table, or noise. */
const CLAUSE_MAX = 1_000;

/** A point that only says what those under it are about. */
function isHeading({ text, folded, mark }: Paragraph, next: Paragraph | undefined): boolean {
  if (folded.endsWith(':')) return true;
  if (text.length > HEADING_MAX || /[.;]$/.test(text)) return false;
  if (mark === 'number' && text === text.toUpperCase()) return true;
  const isDeeper = next !== undefined && next.mark !== '' && next.mark !== mark;
  return mark === 'number' && (folded.startsWith('ve ') || isDeeper);
}

function clausesOf(letter: readonly Paragraph[]): Clause[] {
  const { lead, body } = bodyOf(letter);
  const clauses: Clause[] = lead
    ? [{ text: lead.text.slice(-CLAUSE_MAX), point: 'lead', under: '', listed: false, paragraph: -1 }]
    : [];
  let point = '';
  let under = '';
  /** Bullets that list what a report holds are no tasks. */
  let contents: Paragraph['mark'] | 'lead' | undefined;
  if (lead && CONTENTS.test(lead.folded) && /\d{1,2}\/\d{1,2}/.test(lead.text)) contents = 'lead';
  body.forEach((paragraph, at) => {
    const { text, folded, mark, label } = paragraph;
    if (contents !== undefined && mark !== '' && mark !== contents) return;
    contents = undefined;
    if (mark === 'number') {
      point = label.split('.')[0] ?? label;
      under = '';
    }
    if (CONTENTS.test(folded)) contents = mark;
    else if (isHeading(paragraph, body[at + 1])) {
      under = AGENCY.test(folded) && folded.endsWith(':') ? text.replace(/^đối với\s+|:$/giu, '') : under;
      return;
    }
    for (const sentence of sentencesOf(text)) {
      const said = paragraphOf(sentence.slice(0, CLAUSE_MAX)).text;
      clauses.push({ text: said, point, under, listed: mark !== '' && lead !== undefined, paragraph: at });
    }
  });
  return clauses;
}

/** What each letter of a text asks, clause by clause. */
export const lettersIn = (text: string): Clause[][] => lettersOf(paragraphsOf(text)).map(clausesOf);
