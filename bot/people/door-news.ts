/** What those in charge hear of messages that cannot leave: that they wait, or who must enrol again to be reached. */
import { type Line, line, type Value } from '../../conversations/say.ts';
import type { Reader, Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { peopleWithRole, personById } from '../../db/people.ts';
import { unitTree } from '../../db/units.ts';
import { dateAt, type Instant } from '../../domain/date.ts';
import type { Address, ChannelName } from '../../domain/message.ts';
import { isValidOn, may, type Person, type PersonId } from '../../domain/person.ts';
import type { House } from '../house.ts';
import { pen, render } from '../render.ts';

/** Names in one message; more are counted. A screen of a phone holds about so many. */
const NAMED_MAX = 20;

/** Where a person is best written to now. */
export type WayTo = (read: Reader, person: PersonId) => Address | undefined;

/** Tells every admin with another channel, once a day, that messages wait at one. */
export function tellStuck(
  { archive }: Pick<House, 'archive'>,
  channel: ChannelName,
  stuck: { messages: number; people: number },
  now: Instant,
  wayTo: WayTo,
): void {
  const told = [line('door-stuck', { door: line(`door-${channel}`), ...stuck })];
  archive.write((tx) => {
    for (const admin of peopleWithRole(tx, 'admin', dateAt(now))) {
      const to = wayTo(tx, admin.id);
      if (to && to.channel !== channel) tell(tx, admin, to, `stuck:${channel}`, told, now);
    }
  });
}

/** Tells admins and coordinators, once a day, which of their people are not reached until they enrol again. */
export function tellReplaced(
  tx: Tx,
  channel: ChannelName,
  left: readonly PersonId[],
  now: Instant,
  wayTo: WayTo,
): void {
  const today = dateAt(now);
  const tree = unitTree(tx);
  const people = left.flatMap((id) => personById(tx, id) ?? []);
  const inCharge = new Map(
    (['admin', 'coordinator'] as const)
      .flatMap((role) => peopleWithRole(tx, role, today))
      .map((person) => [person.id, person] as const),
  );
  for (const chief of inCharge.values()) {
    const theirs = people.flatMap((person) => {
      const held = person.memberships.filter((membership) => isValidOn(membership, today));
      const unit = held.find((membership) => may(chief, 'issue_code', membership.unit, tree, today))?.unit;
      return unit === undefined ? [] : [line('door-person', { name: person.name, unit: tree.get(unit)?.name ?? '' })];
    });
    const to = wayTo(tx, chief.id);
    if (to && theirs.length > 0) tell(tx, chief, to, `enrol-again:${channel}`, replacedLines(channel, theirs), now);
  }
}

function replacedLines(channel: ChannelName, people: Line[]): Line[] {
  const named: Value[] = people.slice(0, NAMED_MAX);
  if (people.length > NAMED_MAX) named.push(line('door-replaced-more', { n: people.length - NAMED_MAX }));
  return [
    line('door-replaced', { door: line(`door-${channel}`), count: people.length }),
    line('door-replaced-who', { people: { each: named, with: '; ' } }),
    line('door-replaced-how'),
  ];
}

function tell(tx: Tx, person: Person, to: Address, what: string, lines: Line[], now: Instant): void {
  const message = render({ lines }, pen(person.language, now).write);
  const key = `alert:${what}:${dateAt(now)}:${person.id}`;
  enqueue(tx, { key, personId: person.id, to, priority: 1, message, at: now });
}
