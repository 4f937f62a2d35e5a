/**
 * The desk of announcements: "thông báo" opens the form, alone or with the text behind a colon; what is submitted is
 * sent, kept for its time, or put before a second person. The button of an announcement acknowledges it.
 */

import type { Answers, Json } from '../../conversations/form.ts';
import {
  announcementOf,
  type BroadcastFacts,
  type BroadcastSubject,
  broadcastForm,
} from '../../conversations/forms/broadcast.ts';
import { saidAudience } from '../../conversations/forms/broadcast-audience.ts';
import { unfit } from '../../conversations/forms/broadcast-text.ts';
import { readAnnounced } from '../../conversations/parse/announced.ts';
import type { Command } from '../../conversations/parse/command.ts';
import { line } from '../../conversations/say.ts';
import { addBroadcast, type Broadcast } from '../../db/broadcasts.ts';
import { audienceOf } from '../../domain/broadcast.ts';
import { type Period, parsePeriod } from '../../domain/period.ts';
import type { Desk } from '../desk.ts';
import { type FormDesk, formConversation, openForm } from '../forms.ts';
import { type Scene, tell, unitsFor } from '../scene.ts';
import { sayAcknowledged } from './acknowledged.ts';
import { broadcastFacts, everybodyMeant, mayAddress, unitUnder } from './broadcast-audience.ts';
import { agreedFor, beginBroadcast, schedule } from './broadcast-begin.ts';
import { sendToAgreed, sendToAll } from './broadcast-grown.ts';
import { remindRest, sayLedger, sayRecent, stop, stopLast } from './broadcast-ledger.ts';
import { sendList } from './broadcast-list.ts';
import { askSecond, decide } from './broadcast-second.ts';
import { pushTo, withdrawOption } from './broadcast-words.ts';

const formDesk: FormDesk<BroadcastSubject, BroadcastFacts> = {
  form: broadcastForm,
  facts: broadcastFacts,
  submit,
};

/** Opens the form with what is known; whoever may not announce is told so politely, and why a text will not do. */
function startBroadcast(scene: Scene, known: Record<string, Json>): void {
  if (unitsFor(scene, 'broadcast').length === 0) return tell(scene, line('broadcast-not-allowed'));
  const { text, ...beside } = known;
  const why = typeof text === 'string' ? unfit(text) : undefined;
  if (!why) return openForm(scene, formDesk, {}, known);
  tell(scene, why);
  openForm(scene, formDesk, {}, beside);
}

/** "Thông báo tới tất cả: …"; false where it names nobody and says nothing. */
function announce(scene: Scene, typed: string): boolean {
  const said = readAnnounced(typed);
  if (!said) return false;
  const { text, to } = said;
  const audience = to === undefined ? undefined : saidAudience(to, broadcastFacts(scene));
  if (text === undefined && audience === undefined) return false;
  startBroadcast(scene, { ...(text === undefined ? {} : { text }), ...audience });
  return true;
}

/** "Thông báo tới tất cả: …" with whom it is for and what it says, by somebody who may announce; what is open waits. */
function announceWhole(scene: Scene, typed: string): boolean {
  const said = readAnnounced(typed);
  if (said?.to === undefined || said.text === undefined) return false;
  const mayAnnounce = unitsFor(scene, 'broadcast').length > 0;
  return mayAnnounce && saidAudience(said.to, broadcastFacts(scene)) !== undefined && announce(scene, typed);
}

function command(scene: Scene, { unit }: Command, typed: string): void {
  if (announce(scene, typed)) return;
  if (unit === undefined) return startBroadcast(scene, {});
  const ids = broadcastFacts(scene)
    .named(unit)
    .map(({ id }) => id);
  startBroadcast(scene, { audience: 'pick', units: [{ said: unit, ids }] });
}

function submit(scene: Scene, _subject: BroadcastSubject, answers: Answers): void {
  const { tx, now, person, message } = scene;
  const { text, picture, audience, groups, at, second } = announcementOf(answers);
  const unit = unitUnder(scene, audience);
  if (unit === undefined || !mayAddress(scene, audience)) return tell(scene, line('broadcast-not-allowed'));
  const sendAt = at ?? now;
  const state = second === undefined ? 'scheduled' : 'waiting_second';
  const told = { author: person.id, unit, text, ...(picture ? { picture } : {}), audience, groups };
  const made = { ...told, state, sendAt, createdAt: now } as const;
  const leavesNow = second === undefined && sendAt <= now;
  const id = addBroadcast(tx, {
    ...made,
    ...(message === undefined ? {} : { message }),
    ...(leavesNow ? {} : { agreed: agreedFor(everybodyMeant(scene, audience, groups)) }),
  });
  const broadcast: Broadcast = { id, ...made };
  if (second !== undefined) return askSecond(scene, broadcast, second);
  if (leavesNow) return void beginBroadcast(scene, broadcast);
  schedule(scene, id, sendAt);
  const lines = [line('broadcast-scheduled', { at: { time: sendAt } })];
  pushTo(scene, { lines, choices: [[withdrawOption(id)]] });
}

/** Opens the form for an audience chosen elsewhere: 'not_filed:2026-10', 'not_done:<obligation>:2026'. */
function startFor(scene: Scene, [kind = '', ...parts]: readonly string[]): boolean {
  const period: Period = parts.at(-1) ?? '';
  if (kind === 'not_filed' && parsePeriod(period)) startBroadcast(scene, { audience: { kind, period } });
  else if (kind === 'not_done' && parts.length === 2) {
    const audience = audienceOf({ kind, obligation: parts[0], period });
    startBroadcast(scene, { audience: { ...audience } as Json });
  } else return false;
  return true;
}

const numbered = (run: (scene: Scene, id: number) => boolean) => (scene: Scene, parts: readonly string[]) =>
  /^\d+$/.test(parts[0] ?? '') && run(scene, Number(parts[0]));

export const broadcastDesk: Desk = {
  conversations: [formConversation(formDesk)],
  commands: {
    broadcast: command,
    broadcasts: (scene) => sayRecent(scene),
    stop_broadcast: (scene) => stopLast(scene),
  },
  runs: {
    ack: numbered(sayAcknowledged),
    broadcast: numbered(sayLedger),
    'broadcast-list': numbered(sendList),
    'broadcast-stop': numbered(stop),
    'broadcast-remind': numbered(remindRest),
    'broadcast-approve': numbered((scene, id) => decide(scene, id, 'approve')),
    'broadcast-refuse': numbered((scene, id) => decide(scene, id, 'refuse')),
    'broadcast-to': startFor,
    'broadcast-to-agreed': numbered(sendToAgreed),
    'broadcast-to-all': (scene, parts) => {
      if (!parts.every((part) => /^\d{1,9}$/.test(part))) return false;
      const [id = 0, people = 0, groups = 0] = parts.map(Number);
      return sendToAll(scene, id, { people, groups });
    },
  },
  hears: announce,
  hearsAside: announceWhole,
};
