/**
 * Group chats linked to a unit: where announcements of the unit and of those above it may go. A link that ended stays
 * as a row; a group is linked to one unit at a time.
 */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { Address, ChannelName } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import { isWithin, type UnitId, type UnitTree } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { groups } from './schema-coordination.ts';
import { statement } from './statement.ts';

export interface Group {
  id: number;
  address: Address;
  /** As the provider last named it; empty where it does not say. */
  title: string;
  unit: UnitId;
  /** Who linked it, or asked to. */
  by: PersonId;
  at: Instant;
}

export type Link = Omit<Group, 'id'>;

const toGroup = (row: typeof groups.$inferSelect): Group => ({
  id: row.id,
  address: { channel: row.channel as ChannelName, account: row.account, id: row.address },
  title: row.title,
  unit: row.unitId,
  by: row.linkedBy,
  at: row.linkedAt,
});

const rowOf = ({ address, title, unit, by, at }: Link) => ({
  channel: address.channel,
  account: address.account,
  address: address.id,
  title,
  unitId: unit,
  linkedBy: by,
  linkedAt: at,
});

const linkedAt = (address: Address) =>
  and(
    eq(groups.channel, address.channel),
    eq(groups.account, address.account),
    eq(groups.address, address.id),
    isNull(groups.endedAt),
  );

const atAddress = statement((read: Reader) =>
  read
    .select()
    .from(groups)
    .where(
      and(
        eq(groups.channel, sql.placeholder('channel')),
        eq(groups.account, sql.placeholder('account')),
        eq(groups.address, sql.placeholder('id')),
        sql`${groups.endedAt} is null`,
      ),
    )
    .prepare(),
);

/** The link of the group at an address; undefined where it is linked to nothing. */
export function groupAt(read: Reader, address: Address): Group | undefined {
  const row = atAddress(read).get({ channel: address.channel, account: address.account, id: address.id });
  return row && toGroup(row);
}

/** Links a group to a unit, in the place of any link before. Answers the row's id. */
export function linkGroup(tx: Tx, link: Link): number {
  unlinkGroup(tx, link.address, link.at);
  return Number(tx.insert(groups).values(rowOf(link)).run().lastInsertRowid);
}

/** Ends the link of the group at an address; answers the link that was, undefined where there was none. */
export function unlinkGroup(tx: Tx, address: Address, at: Instant): Group | undefined {
  const linked = groupAt(tx, address);
  if (linked) tx.update(groups).set({ endedAt: at }).where(eq(groups.id, linked.id)).run();
  return linked;
}

/** The group has another id at its provider from now on; what was linked stays so. */
export function moveGroup(tx: Tx, from: Address, to: string, at: Instant): void {
  const moved = { ...from, id: to };
  // Both the service message and a refused sending may tell of the same move.
  if (groupAt(tx, moved)) unlinkGroup(tx, from, at);
  else tx.update(groups).set({ address: to }).where(linkedAt(from)).run();
}

/** Keeps what a linked group is called now. */
export function renameGroup(tx: Tx, address: Address, title: string): void {
  tx.update(groups).set({ title }).where(linkedAt(address)).run();
}

/** The linked groups of a unit and of all under it, in the order they were linked: whom an announcement may go to. */
export function groupsUnder(read: Reader, tree: UnitTree, top: UnitId): Group[] {
  const linked = read.select().from(groups).where(isNull(groups.endedAt)).orderBy(groups.id).all();
  return linked.filter(({ unitId }) => isWithin(tree, unitId, top)).map(toGroup);
}

/**
 * Keeps that somebody asked to link a group and has yet to say to which unit: a row that ended as it began, so that it
 * links nothing. `unit` is any of those they may choose. Answers the row's id.
 */
export function keepAsked(tx: Tx, asked: Link): number {
  const row = { ...rowOf(asked), endedAt: asked.at };
  return Number(tx.insert(groups).values(row).run().lastInsertRowid);
}

/** What was asked under this id; undefined for a link that really was. */
export function askedGroup(read: Reader, id: number): Group | undefined {
  const row = read.select().from(groups).where(eq(groups.id, id)).get();
  return row && row.endedAt === row.linkedAt ? toGroup(row) : undefined;
}
