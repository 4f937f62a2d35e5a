/**
 * One try to send one row: making what is attached, handing it to the channel, and writing down what came of it. What
 * a failure means is decided by pace; here the decision is carried out.
 */
import { SendError } from '../channels/channel.ts';
import { countMore } from '../db/day-count.ts';
import { unlinkGroup } from '../db/groups.ts';
import { noteLostPicture } from '../db/lost-pictures.ts';
import type { Tx } from '../db/open.ts';
import { PERHAPS_SENT, postpone, redirect, settleFailed, settleSent, type Waiting } from '../db/outbox.ts';
import { markGone } from '../db/people.ts';
import { dateAt, type Instant } from '../domain/date.ts';
import type { Attachment, Delivery } from '../domain/message.ts';
import type { DoorParts } from './door.ts';
import { decide, type Trouble } from './pace.ts';
import { notePlace, placeOf } from './place.ts';
import { within } from './wake.ts';

/** An adapter has its own, shorter limits; this one only keeps a hung call from holding its chat for ever. */
const SENDING_MAX_MS = 120_000;
/** Characters of a provider's answer kept with the row. */
const DETAIL_MAX = 200;

export type TryParts = Omit<DoorParts, 'clock' | 'onRedirected'>;

export type Outcome = {
  row: Waiting;
} /** @param parts how many messages the provider took in this try */ /** @param pictureLost its picture could not be had or was refused, and the text went alone */ & (
  | { came: 'sent'; messageId: string; parts: number; pictureLost?: true }
  | { came: 'unmade'; cause: unknown }
  | { came: 'trouble'; trouble: Trouble; cause: unknown }
);

/** Whether a row may now wait at another door. */
export const movesOn = (outcome: Outcome): boolean =>
  outcome.came === 'trouble' && outcome.trouble.kind === 'recipient_gone';

/** Makes what is attached and sends; whatever goes wrong is an outcome. */
export async function handOver(parts: TryParts, row: Waiting): Promise<Outcome> {
  const { text, choices, multiple, numbered, attachment } = row.message;
  const place = placeOf(parts.archive.read, parts.channel, row);
  if (place === 'needless') return { row, came: 'sent', messageId: '', parts: 0 };
  const delivery: Delivery = {
    id: String(row.id),
    text,
    ...(choices ? { choices } : {}),
    ...(numbered === undefined ? {} : { numbered }),
    ...(multiple ? { multiple } : {}),
    ...place,
  };
  if (attachment?.maker === 'picture') return handOverPictured(parts, row, delivery, attachment);
  if (attachment) {
    try {
      delivery.file = await parts.workshop(attachment);
    } catch (cause) {
      if (attachment.maker !== BESIDE_WORDS) return { row, came: 'unmade', cause };
      parts.log.error({ err: cause, row: row.id }, 'a picture could not be drawn; its words go without it');
    }
  }
  return trySending(parts, row, delivery);
}

async function trySending({ channel, after }: TryParts, row: Waiting, delivery: Delivery): Promise<Outcome> {
  try {
    const sending = channel.send(row.to, delivery);
    const { messageId, parts: taken = 1 } = await within(SENDING_MAX_MS, after, NO_ANSWER, sending);
    return { row, came: 'sent', messageId, parts: taken };
  } catch (cause) {
    return { row, came: 'trouble', trouble: troubleOf(cause), cause };
  }
}

/** What somebody wants told must not be lost with the picture it came with: without it the text goes alone. */
async function handOverPictured(
  parts: TryParts,
  row: Waiting,
  delivery: Delivery,
  attachment: Attachment,
): Promise<Outcome> {
  try {
    delivery.file = await parts.workshop(attachment);
  } catch (cause) {
    return sendAlone(parts, row, delivery, attachment, cause);
  }
  const outcome = await trySending(parts, row, delivery);
  const refused = outcome.came === 'trouble' && outcome.trouble.kind === 'rejected' && partsBefore(outcome.cause) === 0;
  return refused ? sendAlone(parts, row, delivery, attachment, outcome.cause) : outcome;
}

async function sendAlone(
  parts: TryParts,
  row: Waiting,
  delivery: Delivery,
  { lost }: Attachment,
  cause: unknown,
): Promise<Outcome> {
  parts.log.warn({ err: cause, row: row.id, channel: row.to.channel }, 'a message goes without its picture');
  const text = lost === undefined ? delivery.text : `${delivery.text}\n\n${lost}`;
  // Under an id of its own: how far a door got with the picture says nothing about the text.
  const alone: Delivery = { ...delivery, text, id: `${delivery.id}-text` };
  delete alone.file;
  const outcome = await trySending(parts, row, alone);
  return outcome.came === 'sent' ? { ...outcome, pictureLost: true } : outcome;
}

/** The maker of what only shows again what the message says: the words are worth sending alone. */
const BESIDE_WORDS = 'status-chart';

const NO_ANSWER = 'no answer from the channel';

function troubleOf(cause: unknown): Trouble {
  if (cause instanceof SendError) return cause.failure;
  const stalled = cause instanceof Error && cause.message.startsWith(NO_ANSWER);
  return stalled ? { kind: 'unreachable', perhapsSent: true } : { kind: 'defect' };
}

/** Writes down what came of one try. */
export function settle(parts: TryParts, tx: Tx, outcome: Outcome, now: Instant): void {
  const { channel, account } = outcome.row.to;
  // A row that is sent counts as one message by itself.
  const more = outcome.came === 'sent' ? outcome.parts - 1 : partsBefore(outcome.cause);
  if (more !== 0 && parts.pace.limits.daily !== undefined) countMore(tx, { channel, account }, dateAt(now), more);
  switch (outcome.came) {
    case 'sent':
      settleSent(tx, outcome.row.id, outcome.messageId, now);
      notePlace(tx, outcome.row, outcome.messageId);
      if (outcome.pictureLost) noteLostPicture(tx, outcome.row.id);
      break;
    case 'unmade':
      parts.log.error(contextOf(outcome), 'an attachment could not be made; its message is given up');
      settleFailed(tx, outcome.row.id, `unmade: ${detailOf(outcome.cause)}`, now);
      parts.onUnmade?.(tx, outcome.row, now);
      break;
    case 'trouble':
      settleTrouble(parts, tx, outcome, now);
  }
}

function settleTrouble(parts: TryParts, tx: Tx, outcome: Outcome & { came: 'trouble' }, now: Instant): void {
  const { row, trouble, cause } = outcome;
  const decision = decide(trouble, row.attempts, now, parts.random());
  if (decision.do === 'other_door') {
    tryOtherDoor(parts, tx, row, whyOf(trouble, cause), now);
  } else if (decision.do === 'give_up') {
    parts.log.error(contextOf(outcome), `a message is given up: ${decision.why}`);
    settleFailed(tx, row.id, `${decision.why}: ${detailOf(cause)}`, now);
  } else {
    if (trouble.kind === 'throttled') {
      parts.pace.hold(trouble.scope === 'chat' ? { chat: row.to.id } : 'account', now, decision.at);
    }
    parts.log.warn({ ...contextOf(outcome), nextTryAt: decision.at }, `a message waits: ${trouble.kind}`);
    postpone(tx, row.id, whyOf(trouble, cause), decision.at);
  }
}

/**
 * The failure as it stays with a row that is tried again. Of a long delivery some messages may have gone: the door
 * goes on behind them, but another door or a restart begins anew.
 */
function whyOf(trouble: Trouble, cause: unknown): string {
  const perhaps = (trouble.kind === 'unreachable' && trouble.perhapsSent) || partsBefore(cause) > 0;
  return `${perhaps ? `${PERHAPS_SENT} ` : ''}${trouble.kind}: ${detailOf(cause)}`;
}

/** What the operator may know of a try: no text and no address. */
function contextOf({ row, cause }: Outcome & { cause: unknown }): object {
  return { err: cause, row: row.id, channel: row.to.channel, attempts: row.attempts };
}

/** The person cannot be reached here: their other door, where they have one. */
function tryOtherDoor(parts: TryParts, tx: Tx, row: Waiting, why: string, now: Instant): void {
  markGone(tx, row.to, now);
  // The bot is out of this group, whether the provider said so before or not.
  unlinkGroup(tx, row.to, now);
  const other = parts.others.best(tx, row.personId, row.to);
  parts.log.warn({ row: row.id, from: row.to.channel, to: other?.channel }, 'a recipient is gone');
  if (other) redirect(tx, row.id, other, why);
  else settleFailed(tx, row.id, why, now);
}

/** Messages of the delivery that had gone when it failed. */
const partsBefore = (cause: unknown): number => (cause instanceof SendError ? cause.parts : 0);

function detailOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, DETAIL_MAX);
}
