/**
 * Whom an announcement would reach: everybody holding a role in some of the units, each once whatever units and roles
 * they hold, with where they can be written to. Asked for thousands of units at a time, so lists go in as JSON.
 */
import { sql } from 'drizzle-orm';
import type { IsoDate } from '../domain/date.ts';
import type { Address, ChannelName } from '../domain/message.ts';
import type { PersonId, Role } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader } from './open.ts';

/** Somebody meant, with the units that make them so, the first joined first. */
export interface Addressee {
  id: PersonId;
  name: string;
  units: [UnitId, ...UnitId[]];
}

/** Where somebody is written to, most recently seen first, and where they are gone from. */
export interface Doors {
  open: Address[];
  gone: Address[];
}

/** Holders of a role in any of the units on a day, each once, in the order they joined. */
export function holdersIn(read: Reader, units: readonly UnitId[], role: Role, today: IsoDate): Addressee[] {
  const rows = read.all<{ id: PersonId; name: string; units: string }>(sql`
    select p.id as id, p.name as name, json_group_array(m.unit_id order by m.id) as units, min(m.id) as first
    from memberships m join people p on p.id = m.person_id
    where m.role = ${role}
      and (m.valid_from is null or m.valid_from <= ${today})
      and (m.valid_to is null or m.valid_to >= ${today})
      and m.unit_id in (select value from json_each(${JSON.stringify(units)}))
    group by p.id
    order by first`);
  return rows.map(({ id, name, units: held }) => ({ id, name, units: JSON.parse(held) as Addressee['units'] }));
}

interface DoorRow {
  person: PersonId;
  channel: string;
  account: string;
  address: string;
  goneAt: number | null;
}

/** The doors of many people; somebody never enrolled is not in the answer. */
export function doorsOf(read: Reader, people: readonly PersonId[]): Map<PersonId, Doors> {
  const found = new Map<PersonId, Doors>();
  const rows = read.all<DoorRow>(sql`
    select person_id as person, channel, account, address, gone_at as "goneAt"
    from identities
    where person_id in (select value from json_each(${JSON.stringify(people)}))
    order by last_seen_at desc, id desc`);
  for (const { person, channel, account, address, goneAt } of rows) {
    const doors = found.get(person) ?? { open: [], gone: [] };
    doors[goneAt === null ? 'open' : 'gone'].push({ channel: channel as ChannelName, account, id: address });
    found.set(person, doors);
  }
  return found;
}

/** A group chat that announcements may go to. */
export interface LinkedGroup {
  id: number;
  title: string;
  to: Address;
}

interface GroupRow {
  id: number;
  title: string;
  channel: string;
  account: string;
  address: string;
}

/** The groups linked to any of the units now, in the order they were linked. */
export function groupsOf(read: Reader, units: readonly UnitId[]): LinkedGroup[] {
  const rows = read.all<GroupRow>(sql`
    select id, title, channel, account, address
    from groups
    where ended_at is null and unit_id in (select value from json_each(${JSON.stringify(units)}))
    order by id`);
  return rows.map(toGroup);
}

/** A linked group by its id; undefined where it is linked no longer. */
export function groupById(read: Reader, id: number): LinkedGroup | undefined {
  const [row] = read.all<GroupRow>(sql`
    select id, title, channel, account, address from groups where id = ${id} and ended_at is null`);
  return row && toGroup(row);
}

const toGroup = ({ id, title, channel, account, address }: GroupRow): LinkedGroup => ({
  id,
  title,
  to: { channel: channel as ChannelName, account, id: address },
});
