/** Trouble with a door, told to the admins where they can still be reached. */
import { line } from '../../conversations/say.ts';
import { enqueue } from '../../db/outbox.ts';
import { identitiesOf, peopleWithRole } from '../../db/people.ts';
import { dateAt, type Instant } from '../../domain/date.ts';
import type { Address, ChannelName } from '../../domain/message.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Key } from '../../locales/translate.ts';
import type { House } from '../house.ts';
import { pen, render } from '../render.ts';

/**
 * Puts one message a day and trouble to every admin into the outbox, on a channel other than the troubled one.
 * @param reaches whether some door serves an address
 * @returns the admins who have no other channel
 */
export function alertAdmins(
  { archive }: Pick<House, 'archive'>,
  troubled: ChannelName,
  key: Key,
  now: Instant,
  reaches: (to: Address) => boolean = () => true,
): PersonId[] {
  return archive.write((tx) => {
    const untold: PersonId[] = [];
    for (const admin of peopleWithRole(tx, 'admin', dateAt(now))) {
      const door = identitiesOf(tx, admin.id).find(
        ({ address, goneAt }) => address.channel !== troubled && goneAt === undefined && reaches(address),
      );
      if (!door) {
        untold.push(admin.id);
        continue;
      }
      const message = render({ lines: [line(key)] }, pen(admin.language, now).write);
      const once = `alert:${key}:${dateAt(now)}:${admin.id}`;
      enqueue(tx, { key: once, personId: admin.id, to: door.address, priority: 1, message, at: now });
    }
    return untold;
  });
}
