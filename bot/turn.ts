/**
 * One message = one transaction: claim it, find out who speaks, let the conversation decide, and write down what it
 * decided. Synchronous from end to end, so two messages of one person cannot interleave and a crash leaves either the
 * whole turn or nothing.
 */

import { noticePrivate } from '../conversations/parse/privacy.ts';
import { line } from '../conversations/say.ts';
import { claim } from '../db/inbox.ts';
import type { Tx } from '../db/open.ts';
import { personAt, touch } from '../db/people.ts';
import { dateAt, type Instant } from '../domain/date.ts';
import { INBOUND_TEXT_MAX, type Inbound, type Said } from '../domain/message.ts';
import { holdsRole, type Person } from '../domain/person.ts';
import { converse } from './converse.ts';
import { talkOf } from './flows.ts';
import { receiveInGroup } from './groups/group.ts';
import type { House } from './house.ts';
import { asksIn, concernsOwnData, sayNoRole } from './organisation/former.ts';
import { receiveStranger } from './people/enrol.ts';
import { openSession, type Scene, setScene, tell } from './scene.ts';
import { closeUnreadable } from './unreadable.ts';

/** Handles one message; a second delivery of the same one does nothing. */
export function turn(house: House, inbound: Inbound, now: Instant): void {
  house.archive.write((tx) => {
    if (!isPrivate(inbound)) return receiveInGroup(house, tx, inbound, now);
    const person = personAt(tx, inbound.address);
    const isNone = person !== undefined && !holdsRole(person, dateAt(now));
    if (person && !(isNone && asksIn(tx, inbound, now))) receiveKnown(house, tx, inbound, person, now);
    else receiveStranger(house, tx, inbound, now);
  });
}

/** Something somebody said to the bot alone. */
type Private = Inbound & { said: Said };

const isPrivate = (inbound: Inbound): inbound is Private =>
  !inbound.group && inbound.said.kind !== 'removed' && inbound.said.kind !== 'moved';

function receiveKnown(house: House, tx: Tx, inbound: Private, person: Person, now: Instant): void {
  const { address } = inbound;
  const said = unlessTaken(house, tx, inbound, person, now);
  const text = wordsOf(said);
  const typed = said.kind === 'text' || said.kind === 'edit' || said.kind === 'picture';
  const matter = typed ? privateMatter(house, tx, inbound, person, text, now) : undefined;
  const keeps = matter === undefined && text.length <= INBOUND_TEXT_MAX;
  const message = claim(tx, {
    address,
    messageId: inbound.id,
    alias: inbound.alias,
    personId: person.id,
    at: now,
    ...(keeps ? { said: text } : {}),
  });
  if (message === undefined) return;
  touch(tx, address, now);
  const scene = setScene({ house, tx, now, person, to: address, priority: 0, message });
  closeUnreadable(scene);
  if (!holdsRole(person, scene.today) && !concernsOwnData(scene, said)) return sayNoRole(scene);
  if (said.kind === 'unsupported') return decline(scene, 'unsupported');
  if (matter) return decline(scene, `private-${matter}`);
  if (text.length > INBOUND_TEXT_MAX) return tell(scene, line('too-long', { n: text.length, max: INBOUND_TEXT_MAX }));
  converse(scene, said);
}

/** The words of a message as it is kept. */
function wordsOf(said: Said): string {
  if (said.kind === 'choice') return said.label ?? said.id;
  if (said.kind === 'picture') return said.caption ?? PICTURE;
  return said.kind === 'unsupported' ? said.what : said.text;
}

/** What stands for a picture in the inbox: of one that is refused not even the caption is kept. */
const PICTURE = 'picture';

/** A picture nobody asked for is refused as any file is. */
function unlessTaken(house: House, tx: Tx, { address, said }: Private, person: Person, now: Instant): Said {
  if (said.kind !== 'picture') return said;
  const scene = setScene({ house, tx, now, person, to: address, priority: 0 });
  const session = openSession(scene);
  const takes = !session.paused && talkOf(scene, session)?.takePicture !== undefined;
  return takes ? said : { kind: 'unsupported', what: PICTURE };
}

/** What must not be kept, if anything; a long number asked for as a count is no identity number. */
function privateMatter(house: House, tx: Tx, inbound: Inbound, person: Person, text: string, now: Instant) {
  const said = text.slice(0, INBOUND_TEXT_MAX);
  if (noticePrivate(said) === undefined) return undefined;
  const scene = setScene({ house, tx, now, person, to: inbound.address, priority: 0 });
  return noticePrivate(said, talkOf(scene, openSession(scene))?.question?.ask);
}

/** Says why a message is not taken, and asks the open question again. */
function decline(
  scene: Scene,
  key: 'unsupported' | `private-${'identity_number' | 'secrecy_mark' | 'citizen_name'}`,
): void {
  const session = openSession(scene);
  const talk = session.paused ? undefined : talkOf(scene, session);
  if (talk) talk.restate([line(key)]);
  else tell(scene, line(key));
}
