/**
 * Choosing among offered options by number ("1", "một", "[1]", "1 và 3") or by the words of their labels, with or
 * without diacritics, whole or in an unambiguous part. The readers of yes and no, of nothing, and of steering words
 * are found here too, because a reply to a question is one of these.
 */
import { fold } from '../../domain/text.ts';
import { withoutPoliteness } from './filler.ts';
import { numberAt } from './number/number-at.ts';
import { isWord, plain, type Token, tokenise } from './text.ts';

export { type Navigation, readNavigation } from './navigation.ts';
export { readNothing } from './nothing.ts';
export { readYesNo, type YesNo } from './yes-no.ts';

export interface Choice {
  id: string;
  label: string;
}

/** Longer messages are sentences, not choices. */
const LENGTH_MAX = 300;
/** Fewer letters than this are a typing slip, not the beginning of a label. */
const PART_LENGTH_MIN = 2;

/**
 * The ids of the options a reply chooses, in the order offered; empty where it chooses none or could mean two.
 */
export function readChoice(text: string, options: readonly Choice[]): string[] {
  if (text.length > LENGTH_MAX || options.length === 0) return [];
  const byNumber = numbered(tokenise(text), options);
  if (byNumber.length > 0) return byNumber;
  const exact = options.filter((option) => comparable(option.label) === comparable(text));
  if (exact.length === 1) return exact.map((option) => option.id);
  const whole = named(text, options);
  if (whole !== undefined) return [whole];
  const several = text.split(/[,;+\n]|\s(?:và|va|với|voi)\s/u).map((part) => named(part, options));
  if (several.length < 2 || several.includes(undefined)) return [];
  return options.filter((option) => several.includes(option.id)).map((option) => option.id);
}

const NUMBERING = new Set(['so', 'chon', 'muc', 'cau', 'dong', 'y', 'va', 'voi', 'phuong', 'an', 'lua', 'cai', 'thu']);

/** "1", "[1]", "số 2", "1 và 3", "1,3": nothing but numbers of options, each within their range. */
function numbered(tokens: readonly Token[], options: readonly Choice[]): string[] {
  const chosen = new Set<string>();
  let at = 0;
  const kept = keepNumbers(tokens);
  while (at < kept.length) {
    const token = kept[at];
    if (token?.kind === 'digits') {
      const option = options[Number(token.raw) - 1];
      if (option === undefined) return [];
      chosen.add(option.id);
      at += 1;
    } else if (isWord(token, ...NUMBERING)) at += 1;
    else {
      const number = numberAt(kept, at);
      const option = number?.value === undefined ? undefined : options[number.value - 1];
      if (number === undefined || option === undefined) return [];
      chosen.add(option.id);
      at = number.next;
    }
  }
  return options.filter((option) => chosen.has(option.id)).map((option) => option.id);
}

/** Signs that may stand around the numbers go; a sign that changes a number ("1.5", "-1", "50%") spoils the reading. */
function keepNumbers(tokens: readonly Token[]): Token[] {
  const spoiled = tokens.some((token, at) => {
    const glued = tokens[at + 1]?.kind === 'digits' && tokens[at + 1]?.spaced === false;
    return '%/~'.includes(token.base) || ((token.base === '.' || token.base === '-') && glued);
  });
  return spoiled
    ? [{ kind: 'sign', raw: '', base: '', marks: 0, start: 0, end: 0, spaced: true }]
    : withoutPoliteness(tokens);
}

/** Letters and digits only, without marks, so that "Đúng, gửi" and "dung gui" are one. */
const comparable = (text: string): string => plain(tokenise(fold(text)).filter((token) => token.kind !== 'sign'));

/** The one option whose label begins with the words, or else contains them as whole words. */
function named(text: string, options: readonly Choice[]): string | undefined {
  const words = comparable(text);
  const bare = plain(withoutPoliteness(tokenise(text)));
  const labelled = options.map(({ id, label }) => ({ id, label: comparable(label) }));
  for (const said of new Set([words, bare])) {
    if (said.length < PART_LENGTH_MIN) continue;
    const tests: ((label: string) => boolean)[] = [
      (label) => label === said,
      (label) => label.startsWith(`${said} `),
      (label) => ` ${label} `.includes(` ${said} `),
      (label) => label.startsWith(said),
    ];
    for (const test of tests) {
      const found = labelled.filter(({ label }) => test(label));
      if (found.length === 1) return found[0]?.id;
      if (found.length > 1) return undefined;
    }
  }
  return undefined;
}
