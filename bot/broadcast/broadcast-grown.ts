/**
 * What an author decides who was asked again, because the audience of their announcement has outgrown what was agreed:
 * everybody there is now, those agreed only, or (by withdrawing it) nobody.
 */
import { line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { agreedOf, type Broadcast, broadcastById, moveOn, noteAgreed } from '../../db/broadcasts.ts';
import { type Agreed, BROADCAST_PEOPLE_MAX } from '../../domain/broadcast.ts';
import { nextPush, PUSH_HOURS } from '../../domain/calendar.ts';
import { type Scene, tell } from '../scene.ts';
import { everybodyMeant } from './broadcast-audience.ts';
import { agreedFor, askAgain, beginBroadcast, schedule, sizeOf } from './broadcast-begin.ts';
import { pushTo, withdrawOption } from './broadcast-words.ts';

/**
 * "Gửi cả 63 người". Answers false for an announcement nobody knows.
 * @param shown how many people and groups the button named
 */
export function sendToAll(scene: Scene, id: number, shown: { people: number; groups: number }): boolean {
  return whereAsked(scene, id, (broadcast, agreed) => {
    const everybody = everybodyMeant(scene, broadcast.audience, broadcast.groups);
    const now = agreedFor(everybody);
    const { people, groups } = sizeOf(now);
    // Still more have come since the button was shown: nobody is written to that its number did not count.
    if (people > Math.min(shown.people, BROADCAST_PEOPLE_MAX) || groups > shown.groups) {
      return askAgain(scene, broadcast, agreed, everybody);
    }
    goOn(scene, broadcast, now);
  });
}

/** "Chỉ gửi 38 người đã xác nhận". Answers false as `sendToAll` does. */
export function sendToAgreed(scene: Scene, id: number): boolean {
  return whereAsked(scene, id, (broadcast, agreed) => goOn(scene, broadcast, { ...agreed, only: true }));
}

/** Only its author decides, since it is within their rights that it goes out. */
function whereAsked(scene: Scene, id: number, decide: (broadcast: Broadcast, agreed: Agreed) => void): boolean {
  const broadcast = broadcastById(scene.tx, id);
  if (!broadcast) return false;
  const agreed = agreedOf(scene.tx, id);
  if (broadcast.author !== scene.person.id) tell(scene, line('broadcast-not-allowed'));
  else if (broadcast.state !== 'waiting_author' || !agreed) tell(scene, line('broadcast-decided'));
  else decide(broadcast, agreed);
  return true;
}

/** It goes out now; outside the hours for pushed messages it waits for the next slot, and is counted again then. */
function goOn(scene: Scene, broadcast: Broadcast, agreed: Agreed): void {
  const { house, tx, now, person } = scene;
  const { id } = broadcast;
  const sendAt = nextPush(house.calendar, PUSH_HOURS, now);
  const detail = { people: agreed.people.length, only: agreed.only === true };
  noteDeed(tx, { at: now, actor: person.code, action: 'broadcast_agree', subject: `broadcast:${id}`, detail });
  noteAgreed(tx, id, agreed, sendAt);
  if (sendAt <= now) return void beginBroadcast(scene, broadcast);
  moveOn(tx, id, ['waiting_author'], 'scheduled');
  schedule(scene, id, sendAt);
  const lines = [line('broadcast-scheduled', { at: { time: sendAt } })];
  pushTo(scene, { lines, choices: [[withdrawOption(id)]] });
}
