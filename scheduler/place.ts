/** Where a row of the outbox goes in its chat: in the place of an earlier message, at the end, or nowhere. */
import type { Channel } from '../channels/channel.ts';
import type { Reader, Tx } from '../db/open.ts';
import type { Waiting } from '../db/outbox.ts';
import { isOvertaken, messageUnder, shownAnew } from '../db/replaced.ts';

/** The provider's id of the message it replaces; absent for a new one; 'needless' where there is nothing to be sent. */
export type Place = { replaces?: string } | 'needless';

/** Decides it for one door, with what has been sent until now. */
export function placeOf(read: Reader, channel: Pick<Channel, 'edits'>, row: Waiting): Place {
  const { replaces, progress } = row.message;
  if (replaces === undefined) return progress ? 'needless' : {};
  if (channel.edits !== true) return progress ? 'needless' : {};
  if ('messageId' in replaces) return { replaces: replaces.messageId };
  if (progress && isOvertaken(read, row, replaces.key)) return 'needless';
  const messageId = messageUnder(read, replaces.key, row.to);
  if (messageId !== undefined) return { replaces: messageId };
  return progress ? 'needless' : {};
}

/** After a row was sent: a later state of the same message must find the one that shows it now. */
export function notePlace(tx: Tx, { message: { replaces }, to }: Waiting, messageId: string): void {
  if (messageId !== '' && replaces && 'key' in replaces) shownAnew(tx, replaces.key, to, messageId);
}
