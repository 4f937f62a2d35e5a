/**
 * Announcements to many: what was composed, for whom, and where each stands. A state is left by one statement that
 * names the state it expects, so that a button tapped twice, or by two people, decides once.
 */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { type Agreed, type Audience, audienceOf, BROADCAST_STATES, type BroadcastState } from '../domain/broadcast.ts';
import type { Instant } from '../domain/date.ts';
import type { Picture } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { broadcasts } from './schema-coordination.ts';
import { statement } from './statement.ts';

export interface Broadcast {
  id: number;
  author: PersonId;
  /** The unit under which it goes out: the author's right is asked there. */
  unit: UnitId;
  text: string;
  /** What goes with the text; it stays with the provider it came from until it is sent. */
  picture?: Picture;
  audience: Audience;
  /** Whether it also goes to the groups linked to the units meant. */
  groups: boolean;
  state: BroadcastState;
  sendAt: Instant;
  createdAt: Instant;
  approvedBy?: PersonId;
}

/** @param agreed whom it was agreed for, where it does not leave at once */
export type NewBroadcast = Omit<Broadcast, 'id' | 'approvedBy'> & { message?: number; agreed?: Agreed };

/** Writes down an announcement; answers its number. */
export function addBroadcast(tx: Tx, made: NewBroadcast): number {
  const { author, unit, audience, groups, message, picture, agreed, ...rest } = made;
  const chosen = JSON.stringify({ ...audience, groups, ...(agreed ? { agreed } : {}) });
  const row = { ...rest, authorId: author, unitId: unit, audience: chosen };
  const result = tx
    .insert(broadcasts)
    .values({ ...row, picture: picture ? JSON.stringify(picture) : null, inboxId: message ?? null })
    .run();
  return Number(result.lastInsertRowid);
}

function toBroadcast(row: typeof broadcasts.$inferSelect): Broadcast {
  const state = BROADCAST_STATES.find((known) => known === row.state);
  if (!state) throw new Error(`broadcasts.state: "${row.state}"`);
  const stored = JSON.parse(row.audience) as { groups?: unknown };
  return {
    id: row.id,
    author: row.authorId,
    unit: row.unitId,
    text: row.text,
    ...(row.picture === null ? {} : { picture: JSON.parse(row.picture) as Picture }),
    audience: audienceOf(stored),
    groups: stored.groups === true,
    state,
    sendAt: row.sendAt,
    createdAt: row.createdAt,
    ...(row.approvedBy === null ? {} : { approvedBy: row.approvedBy }),
  };
}

const byId = statement((read: Reader) =>
  read
    .select()
    .from(broadcasts)
    .where(eq(broadcasts.id, sql.placeholder('id')))
    .prepare(),
);

export function broadcastById(read: Reader, id: number): Broadcast | undefined {
  const row = byId(read).get({ id });
  return row && toBroadcast(row);
}

/** States in which there is work left that nobody has to ask for; a stopped one may have messages under way. */
const ACTIVE: BroadcastState[] = ['sending', 'reminding', 'stopped'];

const active = statement((read: Reader) =>
  read
    .select()
    .from(broadcasts)
    .where(and(inArray(broadcasts.state, ACTIVE), sql`${broadcasts.settledAt} is null`))
    .orderBy(broadcasts.id)
    .prepare(),
);

/** What is being sent, oldest first. */
export const activeBroadcasts = (read: Reader): Broadcast[] => active(read).all().map(toBroadcast);

/** Moves an announcement on; answers false where it no longer stands in any of the states expected. */
export function moveOn(tx: Tx, id: number, from: readonly BroadcastState[], to: BroadcastState): boolean {
  const expected = and(eq(broadcasts.id, id), inArray(broadcasts.state, [...from]));
  return tx.update(broadcasts).set({ state: to, settledAt: null }).where(expected).run().changes === 1;
}

/** Notes that nothing is left to be done about it. */
export function settleBroadcast(tx: Tx, id: number, state: BroadcastState, at: Instant): void {
  tx.update(broadcasts).set({ state, settledAt: at }).where(eq(broadcasts.id, id)).run();
}

/** Notes who approved it, and when it goes out. */
export function approveBroadcast(tx: Tx, id: number, by: PersonId, sendAt: Instant): void {
  tx.update(broadcasts).set({ approvedBy: by, sendAt }).where(eq(broadcasts.id, id)).run();
}

/** Whom an announcement that has not begun was agreed for; undefined for one that left at once. */
export function agreedOf(read: Reader, id: number): Agreed | undefined {
  const row = read.get<{ agreed: string | null } | undefined>(sql`
    select json_extract(audience, '$.agreed') as agreed from broadcasts where id = ${id}`);
  return row?.agreed ? (JSON.parse(row.agreed) as Agreed) : undefined;
}

/** Notes whom it is agreed for now, and when it goes out. */
export function noteAgreed(tx: Tx, id: number, agreed: Agreed, sendAt: Instant): void {
  tx.run(sql`
    update broadcasts set audience = json_set(audience, '$.agreed', json(${JSON.stringify(agreed)})), send_at = ${sendAt}
    where id = ${id}`);
}

/** Notes when it began: from then on the ledger says who is meant. */
export function noteBegun(tx: Tx, id: number, at: Instant): void {
  tx.run(sql`
    update broadcasts set audience = json_remove(audience, '$.agreed'), send_at = ${at} where id = ${id}`);
}

/** The newest announcements that went, or were to go, out under any of the units. */
export function recentBroadcasts(read: Reader, units: readonly UnitId[], most: number): Broadcast[] {
  return read
    .select()
    .from(broadcasts)
    .where(sql`${broadcasts.unitId} in (select value from json_each(${JSON.stringify(units)}))`)
    .orderBy(desc(broadcasts.id))
    .limit(most)
    .all()
    .map(toBroadcast);
}

/** The newest announcement of an author in any of the states. */
export function lastOf(read: Reader, author: PersonId, states: readonly BroadcastState[]): Broadcast | undefined {
  const row = read
    .select()
    .from(broadcasts)
    .where(and(eq(broadcasts.authorId, author), inArray(broadcasts.state, [...states])))
    .orderBy(desc(broadcasts.id))
    .get();
  return row && toBroadcast(row);
}
