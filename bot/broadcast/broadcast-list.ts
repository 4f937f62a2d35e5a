/** "Tải danh sách": the whole ledger of an announcement as a spreadsheet, frozen as it stands when it is asked for. */
import { line } from '../../conversations/say.ts';
import { type ListedRecipient, recipientList } from '../../db/broadcast-list.ts';
import { reasonOf } from '../../db/broadcast-recipients.ts';
import { personById } from '../../db/people.ts';
import type { RecipientRow, RecipientState, RecipientsModel } from '../../reports/recipients.ts';
import { type Scene, speak } from '../scene.ts';
import { EXCERPT_MAX, excerpt, handled } from './broadcast-ledger.ts';
import { failureLine, unreachableLine } from './broadcast-words.ts';

/** Sends the list. Answers false for an announcement unknown, or not this person's to see. */
export function sendList(scene: Scene, id: number): boolean {
  const broadcast = handled(scene, id);
  if (!broadcast) return false;
  const { audience, author, text, sendAt } = broadcast;
  const role = audience.kind === 'role' ? audience.role : 'staff';
  const model: RecipientsModel = {
    subject: excerpt(text, EXCERPT_MAX),
    author: personById(scene.tx, author)?.name ?? '',
    sendAt,
    asOf: scene.now,
    acknowledgement: true,
    rows: recipientList(scene.tx, id, role).map((each) => rowOf(scene, each)),
  };
  const name = scene.pen.write(line('broadcast-list-file', { n: id }));
  const ready = line('broadcast-list-ready', { at: { time: sendAt }, n: model.rows.length });
  speak(scene, { lines: [ready] }, { attachment: { maker: 'recipients-xlsx', name, show: 'document', data: model } });
  return true;
}

function rowOf(scene: Scene, listed: ListedRecipient): RecipientRow {
  const { name, unit, channel, unreachable, failure, settledAt, acknowledgedAt } = listed;
  const state = stateOf(listed);
  const because = state === 'unreachable' ? unreachableLine(unreachable ?? '') : failureLine(reasonOf(failure ?? ''));
  return {
    person: name === '' ? scene.pen.write(line('group-nameless')) : name,
    unit,
    ...(channel === null ? {} : { channel }),
    state,
    ...(state === 'unreachable' || state === 'failed' ? { reason: scene.pen.write(because) } : {}),
    ...(settledAt === null ? {} : { at: settledAt }),
    ...(acknowledgedAt === null ? {} : { acknowledgedAt }),
  };
}

function stateOf({ unreachable, state }: ListedRecipient): RecipientState {
  if (unreachable !== null) return unreachable === 'stopped' ? 'stopped' : 'unreachable';
  return state === 'sent' || state === 'failed' ? state : 'waiting';
}
