/**
 * One message on its way through the readers: cut into tokens once, and read as a whole at most once, whoever asks.
 */
import type { IsoDate } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { answerKind, type Ask } from './ask.ts';
import { readMessage } from './message.ts';
import { MESSAGE_LENGTH_MAX, type Token, tokenise } from './text.ts';
import type { Context, Found } from './understand.ts';

export interface Said {
  /** The message, normalised; token offsets point into it. */
  source: string;
  tokens: readonly Token[];
  ask: Ask | undefined;
  today: IsoDate;
  /** Everything the message says beyond a bare answer. */
  message(): Found;
}

/** Prepares a message for the readers. */
export function said(text: string, { ask, today }: Context): Said {
  const source = normalise(text.slice(0, MESSAGE_LENGTH_MAX));
  const tokens = tokenise(source);
  let whole: Found | undefined;
  const message = (): Found => {
    whole ??= readMessage(source, tokens, { today, ask, kind: answerKind(ask) });
    return whole;
  };
  return { source, tokens, ask, today, message };
}
