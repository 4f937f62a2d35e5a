/** Everybody an announcement was meant for, one by one, as the list for download needs them. */
import { sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { ChannelName } from '../domain/message.ts';
import type { Role } from '../domain/person.ts';
import type { Reader } from './open.ts';

export interface ListedRecipient {
  /** The person, or the title of a group; empty for a group that has none. */
  name: string;
  unit: string;
  channel: ChannelName | null;
  /** Why there was no way to send it, or 'stopped'. */
  unreachable: string | null;
  /** The state of the outbox row; null where there is none. */
  state: string | null;
  failure: string | null;
  settledAt: Instant | null;
  acknowledgedAt: Instant | null;
}

/**
 * The ledger in its own order.
 * @param role the role they were meant by: the unit named is the first in which they hold it, or else any
 */
export function recipientList(read: Reader, broadcast: number, role: Role): ListedRecipient[] {
  return read.all<ListedRecipient>(sql`
    select coalesce(p.name, g.title, '') as name,
      coalesce(gu.name, (
        select u.name from memberships m join units u on u.id = m.unit_id
        where m.person_id = p.id order by m.role = ${role} desc, m.id limit 1
      ), '') as unit,
      outbox.channel as channel, r.unreachable as unreachable, outbox.state as state, outbox.failure as failure,
      outbox.settled_at as "settledAt", r.acknowledged_at as "acknowledgedAt"
    from broadcast_recipients r
      left join outbox on outbox.id = r.outbox_id
      left join people p on p.id = r.person_id
      left join groups g on g.id = r.group_id
      left join units gu on gu.id = g.unit_id
    where r.broadcast_id = ${broadcast}
    order by r.id`);
}
