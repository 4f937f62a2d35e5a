/** What coordinators said of months that were sent. Rows are added and never changed: the state follows from them. */
import { and, asc, eq, gt, gte, lte, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../domain/date.ts';
import type { Verdict } from '../domain/month-review.ts';
import type { PersonId } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { filings } from './schema.ts';
import { monthReviews } from './schema-coordination.ts';
import { statement } from './statement.ts';

/** Why each thing was returned: an indicator, or 'documents' or 'activities', with the coordinator's words. */
export type Reasons = Readonly<Record<string, string>>;

export interface Review {
  id: number;
  unit: UnitId;
  period: string;
  verdict: Verdict;
  reasons: Reasons;
  by: PersonId;
  at: Instant;
  message?: number;
}

const VERDICTS: readonly Verdict[] = ['accepted', 'returned', 'mended'];

function toReview(row: typeof monthReviews.$inferSelect): Review {
  const verdict = VERDICTS.find((known) => known === row.verdict);
  if (!verdict) throw new Error(`month_reviews.verdict: "${row.verdict}"`);
  const { id, unitId: unit, period, saidBy: by, saidAt: at, inboxId } = row;
  const said = { id, unit, period, verdict, reasons: JSON.parse(row.reasons) as Reasons, by, at };
  return inboxId === null ? said : { ...said, message: inboxId };
}

const ofMonth = statement((read: Reader) =>
  read
    .select()
    .from(monthReviews)
    .where(and(eq(monthReviews.unitId, sql.placeholder('unit')), eq(monthReviews.period, sql.placeholder('period'))))
    .orderBy(asc(monthReviews.id))
    .prepare(),
);

/** All that was said of one month of a unit, oldest first. */
export const reviewsOf = (read: Reader, unit: UnitId, period: string): Review[] =>
  ofMonth(read).all({ unit, period }).map(toReview);

/** All that was said of one month of several units, oldest first, by unit. */
export function reviewsOfUnits(read: Reader, units: readonly UnitId[], period: string): Map<UnitId, Review[]> {
  const rows = read
    .select()
    .from(monthReviews)
    .where(
      and(
        sql`${monthReviews.unitId} in (select value from json_each(${JSON.stringify(units)}))`,
        eq(monthReviews.period, period),
      ),
    )
    .orderBy(asc(monthReviews.id))
    .all();
  const found = new Map<UnitId, Review[]>();
  for (const review of rows.map(toReview)) found.set(review.unit, [...(found.get(review.unit) ?? []), review]);
  return found;
}

/** The rows that say a return was answered, since a moment, oldest first. */
export function mendedSince(read: Reader, since: Instant): Review[] {
  return read
    .select()
    .from(monthReviews)
    .where(and(eq(monthReviews.verdict, 'mended'), gte(monthReviews.saidAt, since)))
    .orderBy(asc(monthReviews.id))
    .all()
    .map(toReview);
}

const lastReturns = (units?: SQL) => (read: Reader) => {
  const later = alias(monthReviews, 'later');
  const ofSame = and(eq(later.unitId, monthReviews.unitId), eq(later.period, monthReviews.period));
  return read
    .select({ review: monthReviews })
    .from(monthReviews)
    .innerJoin(filings, and(eq(filings.unitId, monthReviews.unitId), eq(filings.period, monthReviews.period)))
    .where(
      and(
        eq(monthReviews.verdict, 'returned'),
        gte(monthReviews.period, sql.placeholder('since')),
        lte(filings.lastFiledAt, monthReviews.saidAt),
        notExists(
          read
            .select({ one: sql`1` })
            .from(later)
            .where(and(ofSame, gt(later.id, monthReviews.id))),
        ),
        units,
      ),
    )
    .orderBy(asc(monthReviews.period), asc(monthReviews.id))
    .prepare();
};

const returnsOfAll = statement(lastReturns());
const returnsOfUnits = statement(
  lastReturns(sql`${monthReviews.unitId} in (select value from json_each(${sql.placeholder('units')}))`),
);

/**
 * The months since a period that were returned and not answered since.
 * @param units only of these; of all where absent
 */
export function openReturns(read: Reader, since: string, units?: readonly UnitId[]): Review[] {
  const rows = units
    ? returnsOfUnits(read).all({ since, units: JSON.stringify(units) })
    : returnsOfAll(read).all({ since });
  return rows.map(({ review }) => toReview(review));
}

/** Writes down what was said; answers the row's id. */
export function recordReview(
  tx: Tx,
  review: { unit: UnitId; period: string; verdict: Verdict; reasons?: Reasons },
  { person, at, message }: Source,
): number {
  const { unit, period, verdict, reasons = {} } = review;
  const row = { unitId: unit, period, verdict, reasons: JSON.stringify(reasons), saidBy: person, saidAt: at };
  const result = tx
    .insert(monthReviews)
    .values({ ...row, inboxId: message ?? null })
    .run();
  return Number(result.lastInsertRowid);
}
