/** The pictures that go with a status, drawn from the same standing as its words. */
import { type Line, line } from '../../conversations/say.ts';
import { byLate, DOSSIER_FIGURES, isUnknown } from '../../domain/dossier-sum.ts';
import type { Attachment } from '../../domain/message.ts';
import { addMonths, type Period } from '../../domain/period.ts';
import type {
  ChartModel,
  CompareBar,
  CompareChart,
  LateChart,
  MonthsChart,
  ObligationsChart,
  UnitBar,
  UnitsChart,
} from '../../reports/chart/model.ts';
import { ROWS_MAX, sortUnits } from '../../reports/chart/rows.ts';
import type { Scene } from '../scene.ts';
import { monthsOf, type Standing } from './standing.ts';
import { spanName } from './status-lines.ts';

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

/** Units with the most late dossiers; undefined where there are not two to set beside each other. */
export function latePicture(scene: Scene, { span, scope, units, dossiers }: Standing): Attachment | undefined {
  const worst = byLate(units);
  if (worst.length < 2) return undefined;
  const room = worst.length > ROWS_MAX ? ROWS_MAX - 1 : ROWS_MAX;
  const [shown, rest] = [worst.slice(0, room), worst.slice(room)];
  const others = { count: rest.length, late: rest.reduce((sum, { dossiers: { late } }) => sum + late.value, 0) };
  const data: LateChart = {
    kind: 'late',
    ...about(scene, scope.name),
    span: scene.pen.write(spanName(span)),
    units: shown.map(({ unit, dossiers: { late, rate } }) => ({
      name: unit.name,
      late: late.value,
      ...(rate.of > 0 && rate.late === late.value ? { of: rate.of } : {}),
    })),
    ...(rest.length > 0 ? { others } : {}),
    late: dossiers.late.value,
  };
  return picture(scene, line('late-picture', { span: span.id }), data);
}

/** The figures known in both of two standings; undefined where there are none. */
export function comparePicture(scene: Scene, now: Standing, before: Standing): Attachment | undefined {
  const figures = DOSSIER_FIGURES.flatMap((figure): CompareBar[] => {
    const [a, b] = [now.dossiers[figure], before.dossiers[figure]];
    if (isUnknown(a) || isUnknown(b)) return [];
    return [{ name: scene.pen.write(line(`compare-${figure}`)), now: a.value, before: b.value }];
  });
  if (figures.length === 0) return undefined;
  const [only] = now.units;
  const isEven = now.tally.sent * before.tally.owed === before.tally.sent * now.tally.owed;
  const data: CompareChart = {
    kind: 'compare',
    ...about(scene, now.units.length === 1 && only ? only.unit.name : now.scope.name),
    now: scene.pen.write(spanName(now.span)),
    before: scene.pen.write(spanName(before.span)),
    figures,
    ...(isEven
      ? {}
      : { uneven: { now: [now.tally.sent, now.tally.owed], before: [before.tally.sent, before.tally.owed] } }),
  };
  return picture(scene, line('compare-picture', { span: now.span.id }), data);
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
