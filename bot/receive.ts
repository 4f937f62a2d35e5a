/** The bot's side of every door: takes a message in, has its turn made, and wakes whoever sends the answers. */
import type { Logger } from 'pino';
import { line } from '../conversations/say.ts';
import { claim } from '../db/inbox.ts';
import { enqueue } from '../db/outbox.ts';
import { personAt } from '../db/people.ts';
import type { Instant } from '../domain/date.ts';
import type { Inbound } from '../domain/message.ts';
import type { House } from './house.ts';
import { pen, render } from './render.ts';
import { turn } from './turn.ts';

export interface ReceiveParts {
  house: House;
  clock: () => Instant;
  /** Called after the commit: answers wait in the outbox. */
  nudge: () => void;
  log: Pick<Logger, 'error'>;
}

const isBusy = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');

/**
 * Resolves when the message is durably accepted. A mistake of ours rolls the whole turn back; the message is then
 * taken without effect and the person told, so that the provider does not deliver it for ever.
 * @returns the function each channel is started with; it rejects only when the archive cannot be written
 */
export function makeReceive({ house, clock, nudge, log }: ReceiveParts): (inbound: Inbound) => Promise<void> {
  return async (inbound) => {
    const now = clock();
    try {
      turn(house, inbound, now);
    } catch (cause) {
      if (isBusy(cause)) throw cause;
      log.error(
        { err: cause, channel: inbound.address.channel, message: inbound.id },
        'a turn failed and was rolled back',
      );
      apologise(house, inbound, now);
    }
    nudge();
  };
}

function apologise(house: House, inbound: Inbound, now: Instant): void {
  const { address } = inbound;
  house.archive.write((tx) => {
    const person = personAt(tx, address);
    const claimed = { address, messageId: inbound.id, alias: inbound.alias, at: now };
    if (claim(tx, { ...claimed, ...(person ? { personId: person.id } : {}) }) === undefined) return;
    // In a group nobody is told of it: what went wrong may have been somebody's own affair.
    if (inbound.group) return;
    const message = render({ lines: [line('our-mistake')] }, pen(person?.language ?? 'vi', now).write);
    enqueue(tx, { to: address, priority: 0, message, at: now, ...(person ? { personId: person.id } : {}) });
  });
}
