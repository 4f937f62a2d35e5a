/**
 * The second person: an announcement to many may be approved by another coordinator or admin instead of by typing its
 * number. Whoever may announce to all of the audience may decide, once, within a day.
 */
import { line, option } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { approveBroadcast, type Broadcast, broadcastById, moveOn, settleBroadcast } from '../../db/broadcasts.ts';
import { plan } from '../../db/timers.ts';
import { approvalEnds } from '../../domain/broadcast.ts';
import { nextPush, PUSH_HOURS } from '../../domain/calendar.ts';
import type { PersonId } from '../../domain/person.ts';
import { allowed, RUN, type Scene, tell } from '../scene.ts';
import { reachOf, topsOf } from './broadcast-audience.ts';
import { BROADCAST, beginBroadcast, schedule } from './broadcast-begin.ts';
import { pushTo, sceneOf, withdrawOption } from './broadcast-words.ts';

/** Asks somebody to approve, in the author's scene; false where they can no longer be asked. */
export function askSecond(scene: Scene, broadcast: Broadcast, second: PersonId): void {
  const { house, tx, now, person } = scene;
  const { id, text, audience, picture } = broadcast;
  const ends = approvalEnds(broadcast.createdAt);
  plan(tx, { key: `broadcast-ends:${id}`, kind: BROADCAST, dueAt: ends, payload: { broadcast: id, ends: true } });
  const asked = sceneOf(house, tx, second, now);
  if (!asked) return tell(scene, line('broadcast-second-gone'));
  const { people, units } = reachOf(scene, audience);
  const lines = [
    line('broadcast-approve-ask', { name: person.name, people, units }),
    ...(broadcast.sendAt > now ? [line('broadcast-approve-when', { at: { time: broadcast.sendAt } })] : []),
    line('broadcast-quoted', { text }),
    line('broadcast-approve-until', { at: { time: ends } }),
  ];
  const approve = option(`${RUN}broadcast-approve:${id}`, 'broadcast-approve');
  const refuse = option(`${RUN}broadcast-refuse:${id}`, 'broadcast-refuse');
  pushTo(asked, {
    lines,
    choices: [[approve, refuse]],
    ...(picture ? { picture, pictureLost: line('broadcast-picture-gone') } : {}),
  });
  const told = line('broadcast-second-asked', { name: asked.person.name, at: { time: ends } });
  pushTo(scene, { lines: [told], choices: [[withdrawOption(id)]] });
}

/** What somebody asked decided. Answers false for an announcement nobody knows. */
export function decide(scene: Scene, id: number, verdict: 'approve' | 'refuse'): boolean {
  const { house, tx, now, person } = scene;
  const broadcast = broadcastById(tx, id);
  if (!broadcast) return false;
  const author = sceneOf(house, tx, broadcast.author, now);
  const tops = author ? topsOf(author, broadcast.audience) : [];
  const mayDecide = person.id !== broadcast.author && tops.every((unit) => allowed(scene, 'broadcast', unit));
  if (!author || tops.length === 0 || !mayDecide) tell(scene, line('broadcast-not-allowed'));
  else if (broadcast.state !== 'waiting_second') tell(scene, line('broadcast-decided'));
  else if (now >= approvalEnds(broadcast.createdAt)) tell(scene, line('broadcast-too-late'));
  else {
    const deed = { at: now, actor: person.code, subject: `broadcast:${id}`, detail: {} };
    noteDeed(tx, { ...deed, action: verdict === 'approve' ? 'broadcast_approve' : 'broadcast_refuse' });
    if (verdict === 'approve') approve(scene, author, broadcast);
    else refuse(scene, author, broadcast);
  }
  return true;
}

function refuse(scene: Scene, author: Scene, { id }: Broadcast): void {
  settleBroadcast(scene.tx, id, 'refused', scene.now);
  tell(scene, line('broadcast-refused-noted'));
  pushTo(author, { lines: [line('broadcast-refused', { name: scene.person.name })] });
}

/** It goes out now, or at its time; approved outside the hours for pushed messages it waits for the next slot. */
function approve(scene: Scene, author: Scene, broadcast: Broadcast): void {
  const { house, tx, now, person } = scene;
  const sendAt = nextPush(house.calendar, PUSH_HOURS, Math.max(now, broadcast.sendAt));
  approveBroadcast(tx, broadcast.id, person.id, sendAt);
  if (sendAt > now) {
    schedule(scene, broadcast.id, sendAt);
    moveOn(tx, broadcast.id, ['waiting_second'], 'scheduled');
    tell(scene, line('broadcast-approved-for', { at: { time: sendAt } }));
    const told = line('broadcast-approved-scheduled', { name: person.name, at: { time: sendAt } });
    return void pushTo(author, { lines: [told], choices: [[withdrawOption(broadcast.id)]] });
  }
  pushTo(author, { lines: [line('broadcast-approved', { name: person.name })] });
  const began = beginBroadcast(author, { ...broadcast, sendAt });
  tell(scene, line(began === 'asked' ? 'broadcast-approved-grown' : 'broadcast-approved-noted'));
}
