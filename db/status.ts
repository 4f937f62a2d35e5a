/**
 * The reports of many units at once, each with the dossier figures a status is made of: one statement a question,
 * whatever the number of units, because a leader of a province asks about thousands. Only what was owed is read.
 */
import { sql } from 'drizzle-orm';
import type { Owing } from '../domain/completeness.ts';
import type { Instant } from '../domain/date.ts';
import type { DossierFigure } from '../domain/dossier-sum.ts';
import type { Period } from '../domain/period.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader } from './open.ts';

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

/** A figure in force as a number: "không phát sinh" is 0, "chưa có số liệu" and what was never said are null. */
const figure = (indicator: string) =>
  sql.raw(`(
  select case kind when 'nil' then 0 when 'value' then cast(value as integer) end
  from answers a
  where a.unit_id = f.unit_id and a.period = f.period and a.indicator = '${indicator}' and a.current = 1)`);

const received = figure('received');
const resolved = figure('resolved');
const late = figure('resolved_late');
const pending = figure('pending_total');

/** Every report that was owed and sent, month by month. */
export function reportsOf(read: Reader, owing: readonly Owing[]): Report[] {
  // The units stand innermost: a list of thousands is then taken apart once a month and not once a row.
  return read.all<Report>(sql`
    select f.unit_id as unit, f.period as period, f.first_filed_at as firstFiledAt,
      ${received} as received, ${resolved} as resolved, ${late} as late, ${pending} as pending
    from json_each(${JSON.stringify(groupsOf(owing))}) g
    cross join json_each(g.value, '$.periods') p
    cross join json_each(g.value, '$.units') u
    cross join filings f on f.unit_id = u.value and f.period = p.value`);
}
