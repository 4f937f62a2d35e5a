/** Trouble with a door, told to the admins where they can still be reached. */
import { line } from '../conversations/say.ts';
import { enqueue } from '../db/outbox.ts';
import { identitiesOf, peopleWithRole } from '../db/people.ts';
import { dateAt, type Instant } from '../domain/date.ts';
import type { ChannelName } from '../domain/message.ts';
import type { Key } from '../locales/translate.ts';
import type { House } from './house.ts';
import { pen, render } from './render.ts';

/** Puts one message a day and trouble to every admin into the outbox, on a channel other than the troubled one. */
export function alertAdmins({ archive }: House, troubled: ChannelName, key: Key, now: Instant): void {
  archive.write((tx) => {
    for (const admin of peopleWithRole(tx, 'admin', dateAt(now))) {
      const door = identitiesOf(tx, admin.id).find(
        ({ address, goneAt }) => address.channel !== troubled && goneAt === undefined,
      );
      if (!door) continue;
      const message = render({ lines: [line(key)] }, pen(admin.language, now).write);
      const once = `alert:${key}:${dateAt(now)}:${admin.id}`;
      enqueue(tx, { key: once, personId: admin.id, to: door.address, priority: 1, message, at: now });
    }
  });
}
