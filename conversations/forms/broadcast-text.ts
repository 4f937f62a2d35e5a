/**
 * What an announcement says: its words, as they were typed, and the picture that may go with them. A picture's caption
 * is the text; without one the text is asked next.
 */
import { z } from 'zod';
import { BROADCAST_TEXT_MAX } from '../../domain/broadcast.ts';
import type { Picture } from '../../domain/message.ts';
import type { Answers, Field, FieldReading } from '../form.ts';
import { line } from '../say.ts';
import type { BroadcastFacts } from './broadcast-facts.ts';

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
      return text?.kind === 'unread' ? text : { kind: 'mend', fields: [], answers: taken };
    },
  };
}

function asText(typed: string): FieldReading {
  const text = typed.trim();
  if (text === '') return { kind: 'none' };
  if (text.length <= BROADCAST_TEXT_MAX) return { kind: 'got', value: text };
  return { kind: 'unread', lines: [line('broadcast-too-long', { n: text.length, max: BROADCAST_TEXT_MAX })] };
}
