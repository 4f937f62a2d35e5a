/** What some units had sent of some months at a moment: the rows a table of figures is made of. */
import { sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { Figure } from '../domain/figure.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { UnitId } from '../domain/unit.ts';
import { type Figures, toFigure } from './answers.ts';
import type { Reader } from './open.ts';

/** A month as it was sent, with who sent it first and when. */
export interface MonthRows {
  period: Period;
  figures: Figures;
  firstBy?: string;
  firstAt: Instant;
  lastAt: Instant;
}

interface FilingRow {
  unit: UnitId;
  period: Period;
  firstAt: Instant;
  lastAt: Instant;
  firstBy: string | null;
}

interface AnswerRow {
  unit: UnitId;
  period: Period;
  indicator: IndicatorName;
  kind: string;
  value: string | null;
}

/**
 * The months of some units as they stood at a moment, by unit. Asked piece by piece, all pieces agree: what was sent or
 * corrected since is not in them.
 */
export function monthRows(
  read: Reader,
  units: readonly UnitId[],
  periods: readonly Period[],
  indicators: readonly IndicatorName[],
  asOf: Instant,
): Map<UnitId, MonthRows[]> {
  const pairs = sql`json_each(${JSON.stringify(units)}) u cross join json_each(${JSON.stringify(periods)}) p`;
  const found = new Map<UnitId, MonthRows[]>();
  const figures = new Map<string, Partial<Record<IndicatorName, Figure>>>();
  const filings = read.all<FilingRow>(sql`
    select f.unit_id as unit, f.period as period, f.first_filed_at as firstAt,
      min(f.last_filed_at, ${asOf}) as lastAt, w.name as firstBy
    from ${pairs} cross join filings f on f.unit_id = u.value and f.period = p.value
    left join people w on w.id = f.first_filed_by
    where f.first_filed_at <= ${asOf}`);
  for (const { unit, period, firstAt, lastAt, firstBy } of filings) {
    const month = { period, figures: {}, firstAt, lastAt, ...(firstBy === null ? {} : { firstBy }) };
    figures.set(`${unit}/${period}`, month.figures);
    const known = found.get(unit);
    if (known) known.push(month);
    else found.set(unit, [month]);
  }
  const answers = read.all<AnswerRow>(sql`
    select a.unit_id as unit, a.period as period, a.indicator as indicator, a.kind as kind, a.value as value
    from ${pairs} cross join json_each(${JSON.stringify(indicators)}) i
    cross join answers a on a.unit_id = u.value and a.period = p.value and a.indicator = i.value
    where a.said_at <= ${asOf}
    order by a.unit_id, a.period, a.indicator, a.revision`);
  // The last of an indicator's revisions is the one that held.
  for (const { unit, period, indicator, kind, value } of answers) {
    const month = figures.get(`${unit}/${period}`);
    if (month) month[indicator] = toFigure(kind, value);
  }
  return found;
}
