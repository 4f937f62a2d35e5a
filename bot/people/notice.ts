/**
 * What somebody else is told because of a turn. Their conversation is not disturbed: a number they type next still
 * answers the question they see, so the choices of a notice are tapped, or typed in their own words.
 */
import type { Say } from '../../conversations/say.ts';
import { enqueue, type Priority } from '../../db/outbox.ts';
import { identitiesOf } from '../../db/people.ts';
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
  const rendered = render({ ...say, numbered: false }, there.pen.write);
  const message = { ...rendered, ...(instead ? { replaces: instead, progress: true as const } : {}) };
  enqueue(tx, { to: door.address, priority, message, at: now, personId: person.id, ...(key ? { key } : {}) });
  const open = openSession(there);
  const busy = open.flow !== '' && !open.paused;
  const choices = rendered.choices?.flat();
  if (choices && !busy)
    keep(there, { ...open, offered: { choices, mark: `t${now.toString(36)}`, numbered: false, unasked: true } });
  return true;
}
