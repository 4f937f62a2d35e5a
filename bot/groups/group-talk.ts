/** One command said in a group: who asked, how the group is answered, and where the asker is written to alone. */
import type { Line } from '../../conversations/say.ts';
import type { Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { identitiesOf } from '../../db/people.ts';
import type { Instant } from '../../domain/date.ts';
import type { Address, Inbound } from '../../domain/message.ts';
import type { Person } from '../../domain/person.ts';
import type { House } from '../house.ts';
import { pen, render } from '../render.ts';
import { type Scene, setScene } from '../scene.ts';

/** What a group and the person who spoke in it are to the house. */
export interface GroupTalk {
  house: House;
  tx: Tx;
  now: Instant;
  inbound: Inbound;
  /** Row id of the claimed message. */
  message: number;
  /** Undefined for somebody not enrolled. */
  asker: Person | undefined;
}

/** Says something in the group; nothing here may carry figures or the name of who is late. */
export function sayInGroup(
  { tx, now }: Pick<GroupTalk, 'tx' | 'now'>,
  to: Address,
  language: Person['language'],
  lines: Line[],
) {
  // Without a person: where the group is gone, its words must not go to somebody's private chat.
  enqueue(tx, { to, priority: 0, message: render({ lines }, pen(language, now).write), at: now });
}

export const answer = (talk: GroupTalk, ...lines: Line[]): void =>
  sayInGroup(talk, talk.inbound.address, talk.asker?.language ?? 'vi', lines);

/** Where the asker can be written to alone: where they spoke from, or else where they were met last. */
export function privateAddress({ tx, inbound }: GroupTalk, asker: Person): Address | undefined {
  const open = identitiesOf(tx, asker.id).filter(({ goneAt }) => goneAt === undefined);
  const { channel, account } = inbound.address;
  const here = open.find(({ address }) => address.channel === channel && address.account === account);
  return (here ?? open[0])?.address;
}

export const sceneIn = ({ house, tx, now, message }: GroupTalk, person: Person, to: Address): Scene =>
  setScene({ house, tx, now, person, to, priority: 0, message });
