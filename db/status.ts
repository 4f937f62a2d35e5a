/**
 * The reports of many units at once, each with the dossier figures a status is made of: one statement a question,
 * whatever the number of units, because a leader of a province asks about thousands. Only what was owed is read.
 */
import { and, sql } from 'drizzle-orm';
import type { Owing } from '../domain/completeness.ts';
import type { Instant } from '../domain/date.ts';
import type { DossierFigure } from '../domain/dossier-sum.ts';
import type { Period } from '../domain/period.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader } from './open.ts';
import { columnList } from './row-list.ts';
import { monthDossiers } from './schema.ts';
import { statement } from './statement.ts';

/** A month a unit owed and sent; a figure that is null is "chưa có số liệu", which is not 0. */
export interface Report extends Record<DossierFigure, number | null> {
  unit: UnitId;
  period: Period;
  firstFiledAt: Instant;
}

/** Units that owe the same months, as the statement takes them: most owe all of them, so there are few groups. */
function groupsOf(owing: readonly Owing[]): { periods: readonly Period[]; units: UnitId[] }[] {
  const groups = new Map<string, { periods: readonly Period[]; units: UnitId[] }>();
  for (const { unit, periods } of owing) {
    const key = periods.join();
    const known = groups.get(key);
    if (known) known.units.push(unit.id);
    else groups.set(key, { periods, units: [unit.id] });
  }
  return [...groups.values()];
}

const { unitId, period, firstFiledAt, received, resolved, late, pending } = monthDossiers;

const columnsOfMonths = statement((read: Reader) =>
  read
    .select({
      units: columnList<UnitId>(unitId),
      periods: columnList<Period>(period),
      filed: columnList<Instant>(firstFiledAt),
      received: columnList<number | null>(received),
      resolved: columnList<number | null>(resolved),
      late: columnList<number | null>(late),
      pending: columnList<number | null>(pending),
    })
    .from(monthDossiers)
    .where(
      and(
        sql`${period} in (select value from json_each(${sql.placeholder('periods')}))`,
        // With "+" a month is read from its first unit to its last: looking each up takes longer.
        sql`+${unitId} in (select value from json_each(${sql.placeholder('units')}))`,
      ),
    )
    .prepare(),
);

/** Every report that was owed and sent, month by month. */
export function reportsOf(read: Reader, owing: readonly Owing[]): Report[] {
  return groupsOf(owing).flatMap(({ periods, units }) => {
    const asked = { periods: JSON.stringify(periods), units: JSON.stringify(units) };
    const columns = columnsOfMonths(read).get(asked);
    const reports = columns ? reportsIn(columns) : [];
    return reports.sort((a, b) => (a.period < b.period ? -1 : Number(a.period > b.period)));
  });
}

type Columns = { units: UnitId[]; periods: Period[]; filed: Instant[] } & Record<DossierFigure, (number | null)[]>;

const reportsIn = ({ units, periods, filed, received, resolved, late, pending }: Columns): Report[] =>
  units.map((unit, row) => ({
    unit,
    period: periods[row] ?? '',
    firstFiledAt: filed[row] ?? 0,
    received: received[row] ?? null,
    resolved: resolved[row] ?? null,
    late: late[row] ?? null,
    pending: pending[row] ?? null,
  }));

/** How many months `month_dossiers` tells otherwise than the answers and filings: 0 unless the file was changed by hand. */
export function dossiersApart(read: Reader): number {
  const row = read.get<{ n: number }>(sql`
    select count(*) as n from (
      select period, unit_id from (select * from filed_dossiers except select * from month_dossiers)
      union
      select period, unit_id from (select * from month_dossiers except select * from filed_dossiers))`);
  return row?.n ?? 0;
}
