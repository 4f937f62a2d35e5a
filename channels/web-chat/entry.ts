/**
 * One line of a phone's history: what the person said or what the bot sent, as the page shows it. The shape is checked
 * when it is read back, because the file outlives the program that wrote it.
 */
import { z } from 'zod';

const choiceSchema = z.object({ id: z.string(), label: z.string() });

const fileSchema = z.object({
  name: z.string(),
  show: z.enum(['picture', 'document']),
  mime: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** Its name in the archive. */
  digest: z.string().regex(/^[0-9a-f]{40}$/),
});

export const entrySchema = z.object({
  /** The outbox id of what the bot sent, the page's own UUID of what the person said. */
  id: z.string().min(1),
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
  from: z.enum(['person', 'bot']),
  text: z.string(),
  choices: z.array(z.array(choiceSchema)).optional(),
  multiple: z.boolean().optional(),
  /** Which button this message of the person was, and of which message. */
  tapped: z.object({ id: z.string(), message: z.string().optional() }).optional(),
  file: fileSchema.optional(),
  /** The bot's message in whose place the page shows this one; the older line stays in the file. */
  replaces: z.string().optional(),
});

export type Entry = z.infer<typeof entrySchema>;
export type FileNote = z.infer<typeof fileSchema>;

/** An entry with its place in the history, 1 for the first. */
export type Placed = Entry & { seq: number };

/** First line of a history file; `epoch` tells a history that was deleted and begun anew from the one before. */
export const headSchema = z.object({ version: z.literal(1), phone: z.string(), epoch: z.string().min(1) });

/** True when both show the same to a person: a repeated delivery, not another one that happens to carry the same id. */
export function showsTheSame(a: Entry, b: Entry): boolean {
  const face = ({ from, text, choices, file }: Entry): string =>
    JSON.stringify([from, text, choices ?? [], file?.name]);
  return face(a) === face(b);
}
