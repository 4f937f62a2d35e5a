/** The pictures that go with a status, drawn from the same standing as its words. */
import { type Line, line } from '../../conversations/say.ts';
import type { Attachment } from '../../domain/message.ts';
import { addMonths, type Period } from '../../domain/period.ts';
import type { ChartModel, MonthsChart, ObligationsChart, UnitBar, UnitsChart } from '../../reports/chart/model.ts';
import { ROWS_MAX, sortUnits } from '../../reports/chart/rows.ts';
import type { Scene } from '../scene.ts';
import { monthsOf, type Standing } from './standing.ts';

/** What a phone shows well beside each other. */
export const TREND_MONTHS = 12;
/** One point is no trend. */
const TREND_POINTS_MIN = 2;

/** A picture as part of a message. */
export function picture(scene: Scene, name: Line, data: ChartModel): Attachment {
  return { maker: 'status-chart', name: scene.pen.write(name), show: 'picture', data };
}

const about = ({ person, house, now }: Scene, scope: string) => ({
  language: person.language,
  scope,
  asOf: now,
  ratio: house.ratio,
});

/** Dossiers in time and late by unit; undefined where there is nothing to draw, or only one unit. */
export function unitsPicture(scene: Scene, standing: Standing): Attachment | undefined {
  const { span, periods, units, scope } = standing;
  const [from, to] = [periods[0], periods.at(-1)];
  const bars = barsOf(standing);
  if (units.length < 2 || bars.length === 0 || from === undefined || to === undefined) return undefined;
  const data: UnitsChart = {
    kind: 'units',
    ...about(scene, scope.name),
    from,
    to,
    ...folded(bars),
    silent: units.length - bars.length,
  };
  return picture(scene, line('status-picture', { span: span.id }), data);
}

/** A bar a unit that gave both figures; the others have said nothing that could be drawn. */
export function barsOf({ units }: Pick<Standing, 'units'>): UnitBar[] {
  return units.flatMap(({ unit, dossiers: { rate, resolved, late } }): UnitBar[] => {
    const known = rate.of > 0 || (resolved.known > 0 && late.known > 0 && late.value <= resolved.value);
    return known ? [{ name: unit.name, onTime: rate.of - rate.late, late: rate.late }] : [];
  });
}

/** A picture shows a dozen units: the thousands behind them are summed here, so that a message stays small. */
function folded(bars: readonly UnitBar[]): Pick<UnitsChart, 'units' | 'others'> {
  if (bars.length <= ROWS_MAX) return { units: [...bars] };
  const sorted = sortUnits(bars);
  const others = { count: 0, onTime: 0, late: 0 };
  for (const { onTime, late } of sorted.slice(ROWS_MAX - 1)) {
    others.count += 1;
    others.onTime += onTime;
    others.late += late;
  }
  return { units: sorted.slice(0, ROWS_MAX - 1), others };
}

/** The twelve months that end with one. */
export const trendMonths = (last: Period): Period[] =>
  Array.from({ length: TREND_MONTHS }, (_, index) => addMonths(last, index + 1 - TREND_MONTHS));

/** The months of a standing beside each other; undefined where fewer than two have figures. */
export function trendPicture(scene: Scene, standing: Standing): Attachment | undefined {
  const months = monthsOf(standing).map(([period, { received, resolved, late }]) => ({
    period,
    ...(received.known > 0 ? { received: received.value } : {}),
    ...(resolved.known > 0 ? { resolved: resolved.value } : {}),
    ...(late.known > 0 ? { resolvedLate: late.value } : {}),
  }));
  const first = months.findIndex(({ received }) => received !== undefined);
  const drawn = first < 0 ? [] : months.slice(first);
  if (drawn.filter(({ received }) => received !== undefined).length < TREND_POINTS_MIN) return undefined;
  const [only] = standing.units;
  const name = standing.units.length === 1 && only ? only.unit.name : standing.scope.name;
  const data: MonthsChart = { kind: 'months', ...about(scene, name), months: drawn };
  return picture(scene, line('trend-picture', { span: standing.periods.at(-1) ?? '' }), data);
}

/** How far each obligation is met. */
export function obligationsPicture(
  scene: Scene,
  scope: string,
  year: number,
  obligations: ObligationsChart['obligations'],
): Attachment {
  const data: ObligationsChart = { kind: 'obligations', ...about(scene, scope), year, obligations };
  return picture(scene, line('progress-picture', { year: String(year) }), data);
}
