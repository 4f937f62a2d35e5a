/**
 * What an announcement says: its words, as they were typed, and the picture that may go with them. A picture's caption
 * is the text; without one the text is asked next.
 */
import { z } from 'zod';
import { BROADCAST_TEXT_MAX } from '../../domain/broadcast.ts';
import type { Picture } from '../../domain/message.ts';
import type { Answers, Field, FieldReading } from '../form.ts';
import { type Line, line } from '../say.ts';
import type { BroadcastFacts } from './broadcast-facts.ts';

/** Fewer letters and digits than this say nothing to anybody: ".", "...", "a". */
const LETTERS_MIN = 2;
/** Signs quoted back. */
const QUOTED_MAX = 20;

const Stored = z.object({ channel: z.string(), account: z.string(), ref: z.string() });

/** The picture among the answers, if one was sent. */
export function pictureIn({ picture }: Answers): Picture | undefined {
  return picture === undefined ? undefined : (Stored.parse(picture) as Picture);
}

/** Asks for the text; a picture sent now takes the place of one sent before. */
export function textField(answers: Answers, { takesPictures }: Pick<BroadcastFacts, 'takesPictures'>): Field {
  const asks = takesPictures ? 'broadcast-ask-text-or-picture' : 'broadcast-ask-text';
  return {
    id: 'text',
    lines: [line(pictureIn(answers) ? 'broadcast-picture-taken' : asks)],
    ask: 'text',
    verbatim: true,
    read: (input) => (input.kind === 'text' ? asText(input.text) : { kind: 'none' }),
    takesPicture: (picture, caption) => {
      const taken = { picture: { ...picture } };
      const text = caption === undefined ? undefined : asText(caption);
      if (text?.kind === 'got') return { kind: 'mend', fields: [], answers: { ...taken, text: text.value } };
      // A caption that says nothing is none: the picture waits for its text.
      const isRefused = text?.kind === 'unread' && saysSomething(caption ?? '');
      return isRefused ? text : { kind: 'mend', fields: [], answers: taken };
    },
  };
}

function asText(typed: string): FieldReading {
  const text = typed.trim();
  if (text === '') return { kind: 'none' };
  const why = unfit(text);
  return why ? { kind: 'unread', lines: [why] } : { kind: 'got', value: text };
}

const saysSomething = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= LETTERS_MIN;

/** Why a text cannot be announced; undefined where it can. */
export function unfit(text: string): Line | undefined {
  if (!saysSomething(text)) return line('broadcast-too-short', { text: text.slice(0, QUOTED_MAX) });
  if (text.length <= BROADCAST_TEXT_MAX) return undefined;
  return line('broadcast-too-long', { n: text.length, max: BROADCAST_TEXT_MAX });
}
