/**
 * Sending an announcement: the ledger of everybody meant was written whole when it began; a piece of it at a time
 * goes into the outbox, each piece one transaction, so that thousands of messages keep nobody waiting and a process
 * that dies in between goes on where it was. When nothing waits any more, or only at doors that are down, its author
 * is told.
 */
import { type Line, line, option, type Say } from '../../conversations/say.ts';
import { groupById } from '../../db/audience.ts';
import {
  accountOf,
  lastReminded,
  nextRecipients,
  nextToRemind,
  noteEnqueued,
  noteUnreachable,
  type Recipient,
  stopWaiting,
  unmarkReminded,
  type WaitingAt,
  waitingAt,
} from '../../db/broadcast-recipients.ts';
import { activeBroadcasts, type Broadcast, broadcastById, settleBroadcast } from '../../db/broadcasts.ts';
import type { Reader, Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { isSaidUnder } from '../../db/replaced.ts';
import { keepSession, sessionOf } from '../../db/sessions.ts';
import { unitTree } from '../../db/units.ts';
import type { Account } from '../../domain/broadcast.ts';
import type { Instant } from '../../domain/date.ts';
import type { Address, Outbound } from '../../domain/message.ts';
import type { Person } from '../../domain/person.ts';
import type { House } from '../house.ts';
import type { WayTo } from '../people/door-news.ts';
import { pen, render } from '../render.ts';
import { NOTHING_OPEN, RUN, type Scene } from '../scene.ts';
import {
  doneOf,
  isBusy,
  ledgerOption,
  outcomeLines,
  pictureLines,
  progressKey,
  progressSay,
  pushTo,
  sceneOf,
  stalledKey,
  stalledSay,
} from './broadcast-words.ts';

/** People put into the outbox in one transaction: some ten milliseconds in which no reply is written. */
const ENQUEUED_AT_ONCE = 50;

/** States of progress shown of one announcement: a message edited more often only flickers. */
const PROGRESS_STEPS = 20;

/** Whether any announcement is under way. */
export const hasBroadcasts = (read: Reader): boolean => activeBroadcasts(read).length > 0;

/** Where messages can leave to now. */
export interface Ways {
  wayTo: WayTo;
  reaches: (to: Address) => boolean;
}

/** Does the next piece of what is under way; answers whether anything was done that may leave more to do. */
export function advanceBroadcasts(house: House, tx: Tx, now: Instant, ways: Ways): boolean {
  for (const broadcast of activeBroadcasts(tx)) {
    const unit = unitTree(tx).get(broadcast.unit)?.name ?? '';
    const name = personById(tx, broadcast.author)?.name ?? '';
    const work = { house, tx, now, ...ways, broadcast, says: { unit, name }, written: new Map() };
    if (broadcast.state === 'reminding' ? remindSome(work) : sendSome(work)) return true;
  }
  return false;
}

/** What a piece of sending needs; `says` opens the message: under which unit, by whom. */
interface Work extends Ways {
  house: House;
  tx: Tx;
  now: Instant;
  broadcast: Broadcast;
  says: { unit: string; name: string };
  /** What has been rendered in this piece, by its variant. */
  written: Map<string, Outbound>;
}

function sendSome(work: Work): boolean {
  const { tx, now, broadcast } = work;
  const { id, state } = broadcast;
  // What was being sent when it was stopped may have come back to wait for another try.
  if (state === 'stopped') stopWaiting(tx, id, now);
  const next = state === 'sending' ? nextRecipients(tx, id, ENQUEUED_AT_ONCE) : [];
  for (const recipient of next) put(work, recipient);
  if (next.length > 0 || (state === 'sending' && remindPiece(work))) return true;
  const account = accountOf(tx, id);
  const author = sceneOf(work.house, tx, broadcast.author, now);
  if (account.waiting > 0) {
    if (author && state === 'sending') sayProgress(work, author, account);
    return false;
  }
  settleBroadcast(tx, id, account.stopped > 0 ? 'stopped' : 'done', now);
  if (author) {
    pushTo(author, reportSay(tx, broadcast, account), {
      key: `broadcast-report:${id}`,
      replaces: { key: progressKey(id) },
    });
  }
  return true;
}

/** How far it is: a step on the way, or what it must wait for where everything else is settled. */
function sayProgress({ tx, reaches, broadcast: { id } }: Work, author: Scene, account: Account): void {
  const waits = waitingAt(tx, id);
  const place = { replaces: { key: progressKey(id) } };
  if (account.underWay === 0 && waits.every((at) => !reaches(addressAt(at)))) {
    // The first is a message of its own; how many still wait is then kept up to date where it stands.
    const isLater = isSaidUnder(tx, stalledKey(id));
    const key = `${stalledKey(id)}${account.waiting}`;
    pushTo(author, stalledSay(id, account, waits), { ...place, key, ...(isLater ? { progress: true } : {}) });
    return;
  }
  const step = Math.floor((PROGRESS_STEPS * doneOf(account)) / Math.max(account.total, 1));
  if (step > 0) {
    pushTo(author, progressSay(id, account), { ...place, key: `${progressKey(id)}:${step}`, progress: true });
  }
}

/** A door is asked for by its account; whose address it is means nothing to it. */
const addressAt = ({ channel, account }: WaitingAt): Address => ({ channel, account, id: '' });

const reportSay = (read: Reader, broadcast: Broadcast, account: Account): Say => ({
  lines: [...outcomeLines(account), ...pictureLines(read, broadcast)],
  choices: [[ledgerOption(broadcast.id)]],
});

/** Lets the author's report follow those who acknowledge, where their door can edit it; nothing is sent elsewhere. */
export function followAcknowledged({ house, tx, now }: Pick<Scene, 'house' | 'tx' | 'now'>, id: number): void {
  const broadcast = broadcastById(tx, id);
  const author = broadcast && sceneOf(house, tx, broadcast.author, now);
  if (!author || (broadcast.state !== 'done' && broadcast.state !== 'stopped')) return;
  const account = accountOf(tx, id);
  const step = Math.floor((PROGRESS_STEPS * account.acknowledged) / Math.max(account.askedToAcknowledge, 1));
  const key = progressKey(id);
  pushTo(author, reportSay(tx, broadcast, account), { key: `${key}:ack:${step}`, replaces: { key }, progress: true });
}

/** The key of what carries an announcement to one of those meant. */
const parcelKey = (id: number, { person, group }: Recipient): string =>
  `broadcast:${id}:${group === undefined ? person : `g${group}`}`;

/** Puts one recipient's message into the outbox, or notes that no door serves them any more. */
function put(work: Work, recipient: Recipient): void {
  const { tx, now, wayTo, reaches, broadcast } = work;
  const key = parcelKey(broadcast.id, recipient);
  const { person } = recipient;
  const group = recipient.group === undefined ? undefined : groupById(tx, recipient.group);
  const to = person === undefined ? group?.to : wayTo(tx, person);
  // A group has no other door to wait for.
  if (!to || (group && !reaches(to))) return noteUnreachable(tx, recipient.id, 'no_door');
  const message = person === undefined ? groupWords(work) : announcement(work, person, 'broadcast-message');
  const parcel = { key, to, priority: 2, message, at: now } as const;
  const row = enqueue(tx, person === undefined ? parcel : { ...parcel, personId: person });
  if (row === undefined) throw new Error(`${key} was sent before its recipient was noted`);
  noteEnqueued(tx, recipient.id, row);
}

/** In a group nobody is asked to press anything. */
const groupWords = (work: Work) =>
  render({ lines: [wordsOf(work, 'broadcast-message')], ...pictureOf(work) }, pen('vi', work.now).write);

const pictureOf = ({ broadcast: { picture } }: Work): Pick<Say, 'picture'> => (picture ? { picture } : {});

const wordsOf = ({ says, broadcast }: Work, key: 'broadcast-message' | 'broadcast-reminder'): Line =>
  key === 'broadcast-message'
    ? line(key, { ...says, text: broadcast.text })
    : line(key, { ...says, at: { time: broadcast.sendAt }, text: broadcast.text });

/** The announcement as one person gets it, with the button to acknowledge; typing its words works right after. */
function announcement(work: Work, id: number, key: 'broadcast-message' | 'broadcast-reminder'): Outbound {
  const { tx, now, broadcast } = work;
  const open = sessionOf(tx, id) ?? NOTHING_OPEN;
  const busy = isBusy(open);
  const message = written(work, key, personById(tx, id)?.language ?? 'vi', busy);
  const choices = message.choices?.flat() ?? [];
  const isOther = (choice: { id: string }): boolean => choice.id !== acknowledgeId(broadcast);
  const offered =
    busy && open.offered
      ? { ...open.offered, choices: [...open.offered.choices.filter(isOther), ...choices] }
      : { mark: '', choices, numbered: !busy };
  keepSession(tx, id, { ...open, offered }, now);
  return message;
}

const acknowledgeId = ({ id }: Pick<Broadcast, 'id'>): string => `${RUN}ack:${id}`;

/** The words of a piece differ by language, and by whether a typed number would answer something else. */
function written(
  work: Work,
  key: 'broadcast-message' | 'broadcast-reminder',
  language: Person['language'],
  busy: boolean,
): Outbound {
  const variant = `${language} ${busy}`;
  const known = work.written.get(variant);
  if (known) return known;
  const choice = option(acknowledgeId(work.broadcast), 'broadcast-acknowledge');
  const say: Say = { lines: [wordsOf(work, key)], choices: [[choice]], numbered: !busy, ...pictureOf(work) };
  const message = render(say, pen(language, work.now).write);
  work.written.set(variant, message);
  return message;
}

function remindSome(work: Work): boolean {
  const { tx, now, broadcast } = work;
  if (!remindPiece(work)) settleBroadcast(tx, broadcast.id, 'done', now);
  return true;
}

/** Reminds the next of those to be reminded; answers false where there is none. */
function remindPiece(work: Work): boolean {
  const { tx, now, wayTo, broadcast } = work;
  const { id } = broadcast;
  const at = lastReminded(tx, id);
  const next = at === undefined ? [] : nextToRemind(tx, id, at, reminderPrefix(id, at), ENQUEUED_AT_ONCE);
  for (const recipient of next) {
    const to = wayTo(tx, recipient.person);
    if (!to || at === undefined) unmarkReminded(tx, recipient.id);
    else {
      const message = announcement(work, recipient.person, 'broadcast-reminder');
      const key = `${reminderPrefix(id, at)}${recipient.person}`;
      enqueue(tx, { key, personId: recipient.person, to, priority: 2, message, at: now });
    }
  }
  return next.length > 0;
}

const reminderPrefix = (id: number, at: Instant): string => `broadcast-remind:${id}:${at.toString(36)}:`;
