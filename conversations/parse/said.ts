/**
 * One message on its way through the readers: cut into tokens once, and read as a whole at most once, whoever asks.
 */
import type { IsoDate } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { type Ask, answerKind } from './ask.ts';
import { readMessage } from './message.ts';
import { MESSAGE_LENGTH_MAX, type Token, tokenise } from './text.ts';
import type { Context, Found } from './understand.ts';

/** A report of the greatest length has some 1,200 words and signs, among them 270 numbers and 310 signs. */
const TOKENS_MAX = 1300;
const NUMBERS_MAX = 300;
const SIGNS_MAX = 450;

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
  const tokens = readable(all);
  // where nothing further is read, no document further on is looked for either
  const source = normalise(read).slice(0, tokens.length < all.length ? tokens.at(-1)?.end : undefined);
  let whole: Found | undefined;
  const message = (): Found => {
    whole ??= readMessage(source, tokens, { today, ask, kind: answerKind(ask) });
    return whole;
  };
  return { source, tokens, ask, today, message, cut: text.length > MESSAGE_LENGTH_MAX || tokens.length < all.length };
}

/** The tokens up to where no report goes on, so that reading takes no longer for a text of mere signs or numbers. */
function readable(all: readonly Token[]): readonly Token[] {
  let numbers = 0;
  let signs = 0;
  const end = all.findIndex(({ kind }, at) => {
    if (kind === 'digits') numbers += 1;
    else if (kind === 'sign') signs += 1;
    return at >= TOKENS_MAX || numbers > NUMBERS_MAX || signs > SIGNS_MAX;
  });
  return end < 0 ? all : all.slice(0, end);
}
