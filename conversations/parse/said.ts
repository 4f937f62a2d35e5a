/**
 * One message on its way through the readers: cut into tokens once, and read as a whole at most once, whoever asks.
 */
import type { IsoDate } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { type Ask, answerKind } from './ask.ts';
import { readMessage } from './message.ts';
import { MESSAGE_LENGTH_MAX, type Token, tokenise } from './text.ts';
import type { Context, Found } from './understand.ts';

/** A message of the greatest length has some 1,200 words and signs; one of mere signs is not worth reading on. */
const TOKENS_MAX = 1500;

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
  const source = normalise(read);
  const all = tokenise(read);
  const tokens = all.length > TOKENS_MAX ? all.slice(0, TOKENS_MAX) : all;
  let whole: Found | undefined;
  const message = (): Found => {
    whole ??= readMessage(source, tokens, { today, ask, kind: answerKind(ask) });
    return whole;
  };
  return { source, tokens, ask, today, message, cut: text.length > MESSAGE_LENGTH_MAX || all.length > TOKENS_MAX };
}
