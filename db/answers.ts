/**
 * Figures and filings. Nothing is overwritten: a correction is a new revision, the old one stays in the history, and
 * the first filing time stays the filing time. Periods are 'YYYY-MM' for a month and 'YYYY' for a year's own figures.
 */
import { and, asc, desc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import { type Figure, NIL, NO_DATA, value } from '../domain/figure.ts';
import { type IndicatorName, isIndicator } from '../domain/indicator.ts';
import type { PersonId } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { answers, filings } from './schema.ts';
import { statement } from './statement.ts';

export type Figures = Partial<Record<IndicatorName, Figure>>;

/** A figure as its row keeps it. */
export function toFigure(kind: string, stored: string | null): Figure {
  if (kind === 'nil') return NIL;
  if (kind === 'no_data') return NO_DATA;
  return value(JSON.parse(stored ?? 'null') as number | string | boolean);
}

const same = (a: Figure, b: Figure): boolean => JSON.stringify(a) === JSON.stringify(b);

const currentOf = statement((read: Reader) =>
  read
    .select({ indicator: answers.indicator, kind: answers.kind, value: answers.value })
    .from(answers)
    .where(
      and(eq(answers.unitId, sql.placeholder('unit')), eq(answers.period, sql.placeholder('period')), sql`current = 1`),
    )
    .prepare(),
);

/** The figures of a unit's period that are in force. */
export function figuresOf(read: Reader, unit: UnitId, period: string): Figures {
  const figures: Figures = {};
  for (const row of currentOf(read).all({ unit, period })) {
    if (isIndicator(row.indicator)) figures[row.indicator] = toFigure(row.kind, row.value);
  }
  return figures;
}

const latest = statement((read: Reader) =>
  read
    .select({ kind: answers.kind, value: answers.value })
    .from(answers)
    .where(
      and(
        eq(answers.unitId, sql.placeholder('unit')),
        eq(answers.indicator, sql.placeholder('indicator')),
        lt(answers.period, sql.placeholder('period')),
        sql`length(${answers.period}) = 7`,
        sql`current = 1`,
        sql`${answers.kind} = 'value'`,
      ),
    )
    .orderBy(desc(answers.period))
    .prepare(),
);

/** The latest value of one indicator in a unit's months before a period. */
export function latestBefore(read: Reader, unit: UnitId, indicator: IndicatorName, period: string): Figure | undefined {
  const row = latest(read).get({ unit, indicator, period });
  return row && toFigure(row.kind, row.value);
}

/** The month that told of an audit held on a day. */
export function auditPeriod(read: Reader, unit: UnitId, audit: IsoDate): string | undefined {
  return read
    .select({ period: answers.period })
    .from(answers)
    .where(
      and(
        eq(answers.unitId, unit),
        eq(answers.indicator, 'audit_date'),
        eq(answers.value, JSON.stringify(audit)),
        sql`current = 1`,
      ),
    )
    .get()?.period;
}

/** Who said something, when, and in which accepted message. */
export interface Source {
  person: PersonId;
  at: Instant;
  message?: number;
}

const lastRevision = statement((read: Reader) =>
  read
    .select({
      revision: answers.revision,
      kind: answers.kind,
      value: answers.value,
      id: answers.id,
      current: answers.current,
    })
    .from(answers)
    .where(
      and(
        eq(answers.unitId, sql.placeholder('unit')),
        eq(answers.period, sql.placeholder('period')),
        eq(answers.indicator, sql.placeholder('indicator')),
      ),
    )
    .orderBy(desc(answers.revision))
    .prepare(),
);

const insertAnswer = statement((tx: Tx) =>
  tx
    .insert(answers)
    .values({
      unitId: sql.placeholder('unit'),
      period: sql.placeholder('period'),
      indicator: sql.placeholder('indicator'),
      kind: sql.placeholder('kind'),
      value: sql.placeholder('value'),
      revision: sql.placeholder('revision'),
      current: true,
      saidBy: sql.placeholder('person'),
      saidAt: sql.placeholder('at'),
      inboxId: sql.placeholder('message'),
    })
    .prepare(),
);

const supersede = statement((tx: Tx) =>
  tx
    .update(answers)
    .set({ current: false })
    .where(eq(answers.id, sql.placeholder('id')))
    .prepare(),
);

/** Records figures; those that say the same as before are left alone. Answers how many changed. */
export function recordFigures(tx: Tx, unit: UnitId, period: string, figures: Figures, source: Source): number {
  let changed = 0;
  for (const [indicator, figure] of Object.entries(figures) as [IndicatorName, Figure][]) {
    const last = lastRevision(tx).get({ unit, period, indicator });
    if (last?.current && same(toFigure(last.kind, last.value), figure)) continue;
    if (last?.current) supersede(tx).run({ id: last.id });
    insertAnswer(tx).run({
      unit,
      period,
      indicator,
      kind: figure.kind,
      value: figure.kind === 'value' ? JSON.stringify(figure.value) : null,
      revision: (last?.revision ?? 0) + 1,
      person: source.person,
      at: source.at,
      message: source.message ?? null,
    });
    changed += 1;
  }
  return changed;
}

/** Every answer ever given to one indicator of one period, oldest first. */
export function historyOf(read: Reader, unit: UnitId, period: string, indicator: IndicatorName) {
  const rows = read
    .select()
    .from(answers)
    .where(and(eq(answers.unitId, unit), eq(answers.period, period), eq(answers.indicator, indicator)))
    .orderBy(asc(answers.revision))
    .all();
  return rows.map((row) => ({
    figure: toFigure(row.kind, row.value),
    revision: row.revision,
    current: row.current,
    saidBy: row.saidBy,
    saidAt: row.saidAt,
    ...(row.inboxId === null ? {} : { message: row.inboxId }),
  }));
}

export interface Filing {
  unit: UnitId;
  period: string;
  firstFiledAt: Instant;
  firstFiledBy: PersonId;
  lastFiledAt: Instant;
  receipt: string;
}

const byUnitAndPeriod = statement((read: Reader) =>
  read
    .select()
    .from(filings)
    .where(and(eq(filings.unitId, sql.placeholder('unit')), eq(filings.period, sql.placeholder('period'))))
    .prepare(),
);

const toFiling = ({ unitId, ...row }: typeof filings.$inferSelect): Filing => ({ ...row, unit: unitId });

/** The filing of a unit's period, if it was sent. */
export function filingOf(read: Reader, unit: UnitId, period: string): Filing | undefined {
  const row = byUnitAndPeriod(read).get({ unit, period });
  return row && toFiling(row);
}

const upsertFiling = statement((tx: Tx) =>
  tx
    .insert(filings)
    .values({
      unitId: sql.placeholder('unit'),
      period: sql.placeholder('period'),
      periodFrom: sql.placeholder('from'),
      periodTo: sql.placeholder('to'),
      firstFiledAt: sql.placeholder('at'),
      firstFiledBy: sql.placeholder('person'),
      lastFiledAt: sql.placeholder('at'),
      receipt: sql.placeholder('receipt'),
    })
    .onConflictDoUpdate({ target: [filings.unitId, filings.period], set: { lastFiledAt: sql`excluded.last_filed_at` } })
    .prepare(),
);

/** Records that a period was sent: the first time is kept, a later one only moves the last. */
export function recordFiling(
  tx: Tx,
  filing: { unit: UnitId; period: string; from: IsoDate; to: IsoDate; receipt: string },
  { person, at }: Source,
): Filing {
  const { unit, period } = filing;
  upsertFiling(tx).run({ ...filing, person, at });
  const filed = filingOf(tx, unit, period);
  if (!filed) throw new Error(`filing of unit ${unit}, ${period} was not kept`);
  return filed;
}

const byReceipt = statement((read: Reader) =>
  read
    .select({ id: filings.id })
    .from(filings)
    .where(eq(filings.receipt, sql.placeholder('receipt')))
    .prepare(),
);

/** True when a receipt was given out before. */
export function isReceiptTaken(read: Reader, receipt: string): boolean {
  return byReceipt(read).get({ receipt }) !== undefined;
}

const between = statement((read: Reader) =>
  read
    .select()
    .from(filings)
    .where(
      and(
        eq(filings.unitId, sql.placeholder('unit')),
        gte(filings.period, sql.placeholder('from')),
        lte(filings.period, sql.placeholder('to')),
      ),
    )
    .orderBy(asc(filings.period))
    .prepare(),
);

/** A unit's filings of some months, in order. */
export const filingsBetween = (read: Reader, unit: UnitId, from: string, to: string): Filing[] =>
  between(read).all({ unit, from, to }).map(toFiling);

/** The months of a year a unit has sent. */
export function filedPeriods(read: Reader, unit: UnitId, year: number): Set<string> {
  return new Set(filingsBetween(read, unit, `${year}-01`, `${year}-12`).map(({ period }) => period));
}

/** The first month a unit ever sent. */
export function firstFiled(read: Reader, unit: UnitId): string | undefined {
  return read
    .select({ period: filings.period })
    .from(filings)
    .where(eq(filings.unitId, unit))
    .orderBy(asc(filings.period))
    .limit(1)
    .get()?.period;
}

/** The filings of one period by several units. */
export function filingsOfUnits(read: Reader, units: readonly UnitId[], period: string): Filing[] {
  const among = sql`${filings.unitId} in (select value from json_each(${JSON.stringify(units)}))`;
  const found = read
    .select()
    .from(filings)
    .where(and(among, eq(filings.period, period)));
  return found.all().map(toFiling);
}
