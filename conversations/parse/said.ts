/**
 * One message on its way through the readers: cut into tokens once, and read as a whole at most once, whoever asks.
 */
import type { IsoDate } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { withoutNames } from './addressed.ts';
import { type Ask, answerKind } from './ask.ts';
import { VOCABULARY } from './figures/vocabulary.ts';
import { readMessage } from './message.ts';
import { isSyllable } from './syllable.ts';
import { MESSAGE_LENGTH_MAX, type Token, tokenise } from './text.ts';
import type { Context, Found } from './understand.ts';

/** A report of the greatest length has some 1,200 words and signs, among them 270 numbers and 310 signs. */
const TOKENS_MAX = 1300;
const NUMBERS_MAX = 300;
const SIGNS_MAX = 450;
/** A third of a page: by the words in it a long text is known for language, or for keys struck at random. */
const SAMPLE_TOKENS = 300;
/** Of the words of a report seven to nine in ten are syllables or short for some; of random letters one or two. */
const KNOWN_SHARE_MIN = 1 / 3;

export interface Said {
  /** The message, normalised; token offsets point into it. */
  source: string;
  tokens: readonly Token[];
  ask: Ask | undefined;
  today: IsoDate;
  /** The end of it was left unread. */
  cut: boolean;
  /** Everything the message says beyond a bare answer. */
  message(): Found;
}

/** Prepares a message for the readers. */
export function said(text: string, { ask, today }: Context): Said {
  const read = text.slice(0, MESSAGE_LENGTH_MAX);
  const all = tokenise(read);
  const whole = readable(all);
  // where nothing further is read, no document further on is looked for either
  const cut = whole.length < all.length;
  const source = normalise(read).slice(0, cut ? whole.at(-1)?.end : undefined);
  const tokens = withoutNames(whole);
  let found: Found | undefined;
  const message = (): Found => {
    found ??= readMessage(source, tokens, { today, ask, kind: answerKind(ask) });
    return found;
  };
  return { source, tokens, ask, today, message, cut: cut || text.length > MESSAGE_LENGTH_MAX };
}

/** The tokens up to where no report goes on, so that reading takes no longer for a text of mere signs, numbers or keys. */
function readable(all: readonly Token[]): readonly Token[] {
  if (all.length > SAMPLE_TOKENS && !isLanguage(all)) return all.slice(0, SAMPLE_TOKENS);
  let numbers = 0;
  let signs = 0;
  const end = all.findIndex(({ kind }, at) => {
    if (kind === 'digits') numbers += 1;
    else if (kind === 'sign') signs += 1;
    return at >= TOKENS_MAX || numbers > NUMBERS_MAX || signs > SIGNS_MAX;
  });
  return end < 0 ? all : all.slice(0, end);
}

/** Whether enough of the first words of a text can be Vietnamese, or short for it; true of a text without words. */
function isLanguage(tokens: readonly Token[]): boolean {
  let words = 0;
  let known = 0;
  for (let at = 0; at < SAMPLE_TOKENS; at += 1) {
    const token = tokens[at];
    // one letter by itself says nothing either way
    if (token?.kind !== 'word' || token.base.length === 1) continue;
    words += 1;
    if (isSyllable(token.base) || VOCABULARY.mayBegin(token.base)) known += 1;
  }
  return known >= words * KNOWN_SHARE_MIN;
}
