/**
 * Unknown people: a good code binds them to their person; anything else gets the same polite words, so that nothing is
 * learnt by trying. Tries are limited.
 */
import { line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { noteTry, redeemCode, tooManyTries } from '../../db/enrolment.ts';
import { claim } from '../../db/inbox.ts';
import { closeRequestsAt } from '../../db/join-requests.ts';
import type { Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { bind, personById } from '../../db/people.ts';
import type { Instant } from '../../domain/date.ts';
import { codeIn } from '../../domain/enrolment-code.ts';
import type { Inbound } from '../../domain/message.ts';
import { heldFrom } from '../../domain/person.ts';
import { greet } from '../greeting.ts';
import type { House } from '../house.ts';
import { receiveRequest } from '../organisation/join.ts';
import { pen, render } from '../render.ts';
import { type Scene, setScene, tell, unitOf } from '../scene.ts';

/** A code, or something typed for one: a single short token with a digit or in capitals, which gets a code's answer. */
const isAttempt = (text: string): boolean =>
  codeIn(text) !== undefined || (/^[\p{L}\d][\p{L}\d\s._-]{3,19}$/u.test(text.trim()) && /\d|^[^\p{Ll}]+$/u.test(text));

/** Two words of four letters have the form of a code ("tinh hinh"); typed plainly they are answered as words. */
const isWords = (text: string): boolean => /^[\p{Ll}\s.,!?]+$/u.test(text);

/** Answers somebody who is not enrolled at this address. */
export function receiveStranger(house: House, tx: Tx, inbound: Inbound, now: Instant): void {
  const { address, said } = inbound;
  // What a stranger writes is not kept: it is none of ours, and may be a code.
  if (claim(tx, { address, messageId: inbound.id, alias: inbound.alias, at: now }) === undefined) return;
  if (receiveRequest(house, tx, inbound, now)) return;
  const text = said.kind === 'text' ? said.text : '';
  const answer = (key: 'enrol-stranger' | 'enrol-refused' | 'enrol-too-many') => {
    const message = render({ lines: [line(key)] }, pen('vi', now).write);
    enqueue(tx, { to: address, priority: 0, message, at: now });
  };
  if (!isAttempt(text)) return answer('enrol-stranger');
  if (tooManyTries(tx, address, now)) return answer(isWords(text) ? 'enrol-stranger' : 'enrol-too-many');
  const personId = redeemCode(tx, text, now);
  const person = personId === undefined ? undefined : personById(tx, personId);
  if (!person) {
    noteTry(tx, address, now);
    return answer(isWords(text) ? 'enrol-stranger' : 'enrol-refused');
  }
  bind(tx, person.id, address, now);
  closeRequestsAt(tx, address);
  noteDeed(tx, {
    at: now,
    actor: person.code,
    action: 'enrol',
    subject: `person:${person.code}`,
    detail: { channel: address.channel },
  });
  welcome(setScene({ house, tx, now, person, to: address, priority: 0 }));
}

/** The first words to somebody who has just been let in: who they are here, what is kept of them, what there is to do. */
export function welcome(scene: Scene): void {
  const { person } = scene;
  const roles = heldFrom(person, scene.today).map(({ role, unit }) =>
    line('enrol-role', { role: line(`role-${role}`), unit: unitOf(scene, unit).name }),
  );
  tell(scene, line('enrol-welcome', { name: person.name, roles: { each: roles, with: '; ' } }), line('enrol-privacy'));
  greet(scene);
}
