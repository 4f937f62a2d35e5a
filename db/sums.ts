/** Sums over many units and months, made where the rows are: a year of a province is thousands of them. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { IndicatorName } from '../domain/indicator.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader } from './open.ts';
import { answers } from './schema.ts';

/** The sum of each count over the figures in force; "không phát sinh" and "chưa có số liệu" add nothing. */
export function sumsOf<Name extends IndicatorName>(
  read: Reader,
  units: readonly UnitId[],
  periods: readonly string[],
  names: readonly Name[],
): Record<Name, number> {
  const rows = read
    .select({ name: answers.indicator, n: sql<number>`sum(cast(${answers.value} as integer))` })
    .from(answers)
    .where(
      and(
        inArray(answers.unitId, [...units]),
        inArray(answers.period, [...periods]),
        inArray(answers.indicator, [...names]),
        eq(answers.kind, 'value'),
        sql`current = 1`,
      ),
    )
    .groupBy(answers.indicator)
    .all();
  const found = new Map(rows.map(({ name, n }) => [name, n]));
  return Object.fromEntries(names.map((name) => [name, found.get(name) ?? 0])) as Record<Name, number>;
}
