/**
 * The words that acknowledge an announcement: "đã nhận", "ok em nhận rồi ạ", "dạ rõ", "vâng ạ", a thumb. Those that
 * name reception can hardly mean anything else; those that only agree may answer whatever else is being asked, so
 * whoever knows what is open decides. A number, a question or a no in them makes them something else: "nhận 215".
 */
import { POLITENESS } from './filler.ts';
import { plain, type Token, tokenise } from './text.ts';

/** 'reception' names what was received, seen or read; 'assent' only agrees. */
export type Acknowledgement = 'reception' | 'assent';

/** Longer messages say something else as well. */
const LENGTH_MAX = 100;

/** A thumb and its kind, also as Zalo writes them in a text. */
const THUMB =
  /\u{1F44D}|\u{1F44C}|\u{1F197}|\u{1F64F}|\u{1FAE1}|\u{1F4AF}|[\u2705\u2611\u2714\u2713]|\/-(?:strong|ok)\b/gu;
const THUMB_DOWN = /\u{1F44E}|[\u274C\u274E]|\/-weak\b/u;

const AGREE = 'ok|oke|okey|okay|okie|oki|okla|okela|vang|da|u|uh|um|uhm|uk|yes|dong y|nhat tri|chap hanh';
const LEAD = `(?:(?:${AGREE}) )*`;
const THING = '(?:thong bao|tin nhan|thong tin|tin|noi dung|tb)(?: tren| cua (?:[a-z]+ ?){1,6})?';
const DONE = '(?:roi|r|roai|rui|xong)';
const TAIL = `(?: (?:${THING}))?(?: ${DONE})?(?: (?:${AGREE}))*`;

/** "da nhan", "nhan duoc roi", "ok nhan thong bao"; a bare "nhan" may be the beginning of a figure. */
const RECEPTION = new RegExp(
  `^(?:${LEAD}(?:tiep )?nhan(?: (?:duoc|dc|dk))?(?: ${DONE})?${TAIL}|${LEAD}received|(?:${LEAD})noted)$`,
);
const BARE = /^(?:tiep )?nhan(?: (?:duoc|dc|dk))?$/;

/** "ro", "da xem", "biet roi", "da nam duoc thong bao". */
const SEEN = new RegExp(
  `^${LEAD}(?:ro|da (?:biet|hieu|nam|xem|doc)|(?:biet|hieu|nam|xem|doc)(?: duoc)? ${DONE})(?: (?:duoc|ro))?(?: ${DONE})?${TAIL}$`,
);
const ASSENT = new RegExp(`^(?:${AGREE})(?: (?:${AGREE}))*$`);

/** Reads a whole message as such words; undefined for any other. */
export function readAcknowledgement(text: string): Acknowledgement | undefined {
  if (text.length > LENGTH_MAX || THUMB_DOWN.test(text)) return undefined;
  const words = text.replace(THUMB, ' ');
  const tokens = tokenise(words);
  if (tokens.some(({ kind, base }) => kind === 'digits' || base === '?')) return undefined;
  const said = plain(told(tokens));
  if (said === '') return words === text || tokens.some(({ kind }) => kind === 'word') ? undefined : 'assent';
  if (RECEPTION.test(said) && !BARE.test(said)) return 'reception';
  return SEEN.test(said) || ASSENT.test(said) ? 'assent' : undefined;
}

/** The words without politeness; "dạ" and "vâng" are kept, because alone they acknowledge. */
function told(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const polite = token.base === 'da' || token.base === 'vang' ? undefined : POLITENESS.match(tokens, at);
    if (polite === undefined && token.kind === 'word') kept.push(token);
    at = polite?.next ?? at + 1;
  }
  return kept;
}
