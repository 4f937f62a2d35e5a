/**
 * What somebody else is told because of a turn. Their conversation is not disturbed: while they are in the middle of
 * something, or have set it aside, a number they type answers that, so the choices of a notice are tapped or typed in
 * their own words. With nothing open they are numbered as everywhere.
 */
import type { Say } from '../../conversations/say.ts';
import { enqueue, type Priority } from '../../db/outbox.ts';
import { identitiesOf } from '../../db/people.ts';
import type { Offered } from '../../db/sessions.ts';
import type { Replaced } from '../../domain/message.ts';
import type { Person } from '../../domain/person.ts';
import { render } from '../render.ts';
import { keep, offer, openSession, type Scene, setScene } from '../scene.ts';

interface Delivery {
  /** Natural key: the same notice is sent once. */
  key?: string;
  /** The notice this one takes the place of; where a door cannot edit, the earlier one is enough. */
  instead?: Replaced;
  /** 1 where absent: it concerns what somebody has to do. */
  priority?: Priority;
}

/** Tells another person something; answers false where they cannot be reached anywhere. */
export function notify(scene: Scene, person: Person, say: Say, { key, instead }: Delivery = {}): boolean {
  if (person.id === scene.person.id) {
    offer(scene, say);
    return true;
  }
  return tellElsewhere(scene, person, say, { ...(key ? { key } : {}), ...(instead ? { instead } : {}) });
}

/** The same where nobody of the house brought the turn about: a stranger, or time. */
export function tellElsewhere(
  { house, tx, now }: Pick<Scene, 'house' | 'tx' | 'now'>,
  person: Person,
  say: Say,
  { key, instead, priority = 1 }: Delivery = {},
): boolean {
  const door = identitiesOf(tx, person.id).find(({ goneAt }) => goneAt === undefined);
  if (!door) return false;
  const there = setScene({ house, tx, now, person, to: door.address, priority });
  const open = openSession(there);
  // What takes an earlier notice's place may stand above whatever was shown since: a number means the latter.
  const isNewest = !instead || !open.offered?.choices.length || sameIds(open.offered, say);
  const numbered = open.flow === '' && isNewest;
  const rendered = render({ ...say, numbered }, there.pen.write);
  const message = { ...rendered, ...(instead ? { replaces: instead, progress: true as const } : {}) };
  enqueue(tx, { to: door.address, priority, message, at: now, personId: person.id, ...(key ? { key } : {}) });
  const busy = open.flow !== '' && !open.paused;
  const choices = rendered.choices?.flat();
  if (choices && !busy && isNewest)
    keep(there, { ...open, offered: { choices, mark: `t${now.toString(36)}`, numbered, unasked: true } });
  return true;
}

function sameIds({ choices }: Offered, say: Say): boolean {
  const ids = (say.choices ?? []).flat().map(({ id }) => id);
  return choices.length === ids.length && choices.every(({ id }, index) => id === ids[index]);
}
