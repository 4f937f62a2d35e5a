/** Days off and days worked that an admin added; they win over the published tables. */
import { and, eq, sql } from 'drizzle-orm';
import type { DayException } from '../domain/calendar.ts';
import { dateAt, type IsoDate } from '../domain/date.ts';
import type { Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { calendarDays } from './schema-duties.ts';
import { connectionOf, statement } from './statement.ts';

/** 'table' where the published table holds again for that day. */
export type AddedKind = DayException['kind'] | 'table';

export interface AddedDay {
  date: IsoDate;
  kind: AddedKind;
  name: string;
  /** The document it comes from, as it was told. */
  source: string;
}

const newest = statement((read: Reader) =>
  read
    .select({ id: sql<number>`coalesce(max(${calendarDays.id}), 0)` })
    .from(calendarDays)
    .prepare(),
);

const known = new WeakMap<object, { newest: number; days: DayException[] }>();

/** The days added, by date; the same list until one is added. */
export function addedDays(read: Reader): readonly DayException[] {
  const id = newest(read).get()?.id ?? 0;
  const kept = known.get(connectionOf(read));
  if (kept?.newest === id) return kept.days;
  const rows = read.select().from(calendarDays).where(sql`current = 1`).orderBy(calendarDays.date).all();
  const days = rows.flatMap((row): DayException[] =>
    row.kind === 'off' || row.kind === 'work'
      ? [{ date: row.date, kind: row.kind, name: row.name, source: row.source, checked: dateAt(row.saidAt) }]
      : [],
  );
  known.set(connectionOf(read), { newest: id, days });
  return days;
}

/** Adds a day, in place of what was added for it before; nothing is forgotten. */
export function addDay(tx: Tx, { date, kind, name, source }: AddedDay, said: Source): void {
  tx.update(calendarDays)
    .set({ current: false })
    .where(and(eq(calendarDays.date, date), sql`current = 1`))
    .run();
  tx.insert(calendarDays)
    .values({
      date,
      kind,
      name,
      source,
      current: true,
      saidBy: said.person,
      saidAt: said.at,
      inboxId: said.message ?? null,
    })
    .run();
}
