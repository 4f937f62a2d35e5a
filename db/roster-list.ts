/** The people of many units with how they can be reached, read at once: a cluster has hundreds. */
import { sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { ChannelName } from '../domain/message.ts';
import type { PersonId, Role } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader } from './open.ts';

/** One role of one person, with where they were last seen. */
export interface RosterEntry {
  person: PersonId;
  name: string;
  unit: UnitId;
  role: Role;
  /** Where they spoke last, and when; absent for somebody never enrolled. */
  seen?: { channel: ChannelName; at: Instant };
  /** True where every address they had is gone. */
  gone: boolean;
  /** Until when an unused code of theirs works. */
  codeUntil?: Instant;
}

interface Row {
  person: PersonId;
  name: string;
  unit: UnitId;
  role: Role;
  channel: ChannelName | null;
  seenAt: Instant | null;
  open: number;
  known: number;
  codeUntil: Instant | null;
}

/** Everybody with a role in some units on a day, by unit and then as they joined. */
export function rosterOn(read: Reader, units: readonly UnitId[], day: IsoDate, now: Instant): RosterEntry[] {
  const rows = read.all<Row>(sql`
    select m.person_id as person, p.name as name, m.unit_id as unit, m.role as role,
      (select channel from identities i where i.person_id = p.id order by last_seen_at desc, id desc limit 1) as channel,
      (select max(last_seen_at) from identities i where i.person_id = p.id) as "seenAt",
      (select count(*) from identities i where i.person_id = p.id and gone_at is null) as open,
      (select count(*) from identities i where i.person_id = p.id) as known,
      (select max(expires_at) from enrolment_codes c
        where c.person_id = p.id and used_at is null and expires_at > ${now}) as "codeUntil"
    from memberships m join people p on p.id = m.person_id
    where (m.valid_from is null or m.valid_from <= ${day})
      and (m.valid_to is null or m.valid_to >= ${day})
      and m.unit_id in (select value from json_each(${JSON.stringify(units)}))
    order by m.unit_id, m.id`);
  return rows.map(({ channel, seenAt, open, known, codeUntil, ...entry }) => ({
    ...entry,
    ...(channel === null || seenAt === null ? {} : { seen: { channel, at: seenAt } }),
    gone: known > 0 && open === 0,
    ...(codeUntil === null ? {} : { codeUntil }),
  }));
}
