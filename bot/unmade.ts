/** A file that could not be made: whoever asked for it is told, since their message never left. */
import { line } from '../conversations/say.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { personById } from '../db/people.ts';
import type { Instant } from '../domain/date.ts';
import type { Address } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import { pen, render } from './render.ts';

/** Puts the apology into the outbox, in the transaction that gives the file up. */
export function tellUnmade(tx: Tx, row: { personId?: PersonId; to: Address }, at: Instant): void {
  const person = row.personId === undefined ? undefined : personById(tx, row.personId);
  const message = render({ lines: [line('file-unmade')] }, pen(person?.language ?? 'vi', at).write);
  enqueue(tx, { to: row.to, priority: 0, message, at, ...(person ? { personId: person.id } : {}) });
}
