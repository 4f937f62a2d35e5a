/**
 * The moment an announcement begins: its author's right is asked again, everybody meant is counted again, and the
 * ledger is written whole. Where the audience has outgrown what was agreed, nothing leaves: its author is asked again.
 */

import { line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { accountOf, addRecipients, type Meant } from '../../db/broadcast-recipients.ts';
import { agreedOf, type Broadcast, broadcastById, moveOn, noteBegun, settleBroadcast } from '../../db/broadcasts.ts';
import type { Tx } from '../../db/open.ts';
import { plan, type Timer } from '../../db/timers.ts';
import { type Agreed, approvalEnds, COMING, outgrown } from '../../domain/broadcast.ts';
import type { Instant } from '../../domain/date.ts';
import type { House } from '../house.ts';
import type { Scene } from '../scene.ts';
import { everybodyMeant, mayAddress } from './broadcast-audience.ts';
import { grownSay } from './broadcast-grown-words.ts';
import { progressKey, progressSay, pushTo, sceneOf } from './broadcast-words.ts';

/** The kind of the timers that begin or end an announcement. */
export const BROADCAST = 'broadcast';

/** What a timer of kind BROADCAST carries. */
interface BroadcastPayload {
  broadcast: number;
  /** True where it ends an approval nobody gave. */
  ends?: boolean;
}

/** Everybody meant now, in the shape in which it is agreed to. */
export const agreedFor = (meant: readonly Meant[]): Agreed => ({
  people: meant.flatMap((each) => ('person' in each ? [each.person] : [])),
  groups: meant.flatMap((each) => ('group' in each ? [each.group] : [])),
});

/** How many people and groups that is. */
export const sizeOf = ({ people, groups }: Agreed): { people: number; groups: number } => ({
  people: people.length,
  groups: groups.length,
});

/** Begins to send, in the author's scene; their right is asked again, since roles end. */
export function beginBroadcast(scene: Scene, broadcast: Broadcast): 'begun' | 'dropped' | 'asked' {
  const { tx, now } = scene;
  const { id, audience, groups } = broadcast;
  if (!mayAddress(scene, audience)) {
    settleBroadcast(tx, id, 'dropped', now);
    pushTo(scene, { lines: [line('broadcast-dropped')] });
    return 'dropped';
  }
  const everybody = everybodyMeant(scene, audience, groups);
  const agreed = agreedOf(tx, id);
  if (agreed && !agreed.only && outgrown(agreed, sizeOf(agreedFor(everybody)))) {
    askAgain(scene, broadcast, agreed, everybody);
    return 'asked';
  }
  addRecipients(tx, id, agreed?.only ? everybody.filter(isAmong(agreed)) : everybody);
  noteBegun(tx, id, now);
  moveOn(tx, id, COMING, 'sending');
  const account = accountOf(tx, id);
  const detail = { people: account.total, audience: audience.kind };
  noteDeed(tx, { at: now, actor: scene.person.code, action: 'broadcast', subject: `broadcast:${id}`, detail });
  pushTo(scene, progressSay(id, account), { key: progressKey(id) });
  return 'begun';
}

/** Asks the author whether it goes to everybody there is now, or to those agreed only; nothing leaves before. */
export function askAgain(scene: Scene, broadcast: Broadcast, agreed: Agreed, everybody: readonly Meant[]): void {
  moveOn(scene.tx, broadcast.id, COMING, 'waiting_author');
  pushTo(scene, grownSay(scene.tx, broadcast, agreed, agreedFor(everybody)));
}

/** Tells those somebody has agreed to from those who have come since. */
function isAmong({ people, groups }: Agreed): (meant: Meant) => boolean {
  const [persons, chats] = [new Set(people), new Set(groups)];
  return (meant) => ('person' in meant ? persons.has(meant.person) : chats.has(meant.group));
}

/** Plans the moment an announcement begins; a second such moment where its author was asked again. */
export function schedule({ tx }: Pick<Scene, 'tx'>, id: number, at: Instant): void {
  const timer = { kind: BROADCAST, dueAt: at, payload: { broadcast: id } satisfies BroadcastPayload };
  if (!plan(tx, { ...timer, key: `broadcast:${id}` })) plan(tx, { ...timer, key: `broadcast:${id}:${at}` });
}

/** What a timer of an announcement does: begin it, or end an approval nobody gave. */
export function fireBroadcast(house: House, tx: Tx, timer: Timer, now: Instant): 'fired' | 'needless' {
  const { broadcast: id, ends } = timer.payload as BroadcastPayload;
  const broadcast = broadcastById(tx, id);
  const wanted = ends ? 'waiting_second' : 'scheduled';
  if (broadcast?.state !== wanted) return 'needless';
  const scene = sceneOf(house, tx, broadcast.author, now);
  if (ends && now >= approvalEnds(broadcast.createdAt)) {
    settleBroadcast(tx, id, 'expired', now);
    if (scene) pushTo(scene, { lines: [line('broadcast-expired')] });
  } else if (scene) beginBroadcast(scene, broadcast);
  else settleBroadcast(tx, id, 'dropped', now);
  return 'fired';
}
