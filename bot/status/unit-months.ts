/** Down from a number: a unit's months, and one month's figures, each with a way to where it came from. */
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { figuresOf, filingOf } from '../../db/answers.ts';
import { documentsOf } from '../../db/documents.ts';
import { sumOfReports } from '../../domain/dossier-sum.ts';
import type { Figure } from '../../domain/figure.ts';
import { INDICATOR_NAMES, type IndicatorName } from '../../domain/indicator.ts';
import { dueOn, lastEnded, type Period, periodYear } from '../../domain/period.ts';
import { yearSpan } from '../../domain/span.ts';
import type { Unit } from '../../domain/unit.ts';
import { indicatorsOfForm, MONTH_FORM } from '../../reports/month-columns.ts';
import { awaitedMonths, awaitingSince } from '../review/awaiting.ts';
import { figureShown, monthLines, monthView } from '../review/figure-change.ts';
import { allowed, offer, RUN, type Scene, tell } from '../scene.ts';
import { scopeOf } from './scope.ts';
import { standingOf, type UnitStanding } from './standing.ts';
import { lateShown, percent, sentLine, shown } from './status-lines.ts';
import { trendPicture } from './status-picture.ts';
import { lastOfYear, trendStanding } from './trend.ts';

/** Buttons of one row: a month is a short word, a figure a longer one. */
const MONTHS_IN_ROW = 3;
const FIGURES_IN_ROW = 2;
/** Buttons under a month; a month has rarely more figures that are not nothing. */
const FIGURES_MAX = 16;

const DOSSIERS = new Set<IndicatorName>(indicatorsOfForm(MONTH_FORM));

/** A unit's year, month by month. */
export function sayUnitYear(scene: Scene, unit: Unit, year: number): void {
  const scope = allowed(scene, 'read_figures', unit.id) ? scopeOf(scene, unit.id) : undefined;
  if (!scope) return tell(scene, line('not-allowed'));
  const standing = standingOf(scene, { ...scope, units: [unit] }, yearSpan(year));
  const [own] = standing.units;
  const heading = line('unit-heading', { unit: unit.name, year: String(year), at: { time: scene.now } });
  if (!own) return tell(scene, heading, line('trend-none'));
  const { tally } = own;
  const lines = [
    heading,
    line('unit-months-sent', {
      sent: tally.sent,
      owed: tally.owed,
      rate: percent(scene, tally.sent, tally.owed),
      on_time: tally.onTime,
      timely: percent(scene, tally.onTime, tally.owed),
    }),
    ...monthRows(scene, own),
  ];
  const months = own.reports.map(({ period }) =>
    option(`${RUN}unit-month:${unit.id}:${period}`, 'status-choice-period', { period: { period } }),
  );
  const last = lastOfYear(year, lastEnded(scene.today, scene.house.window));
  const attachment = trendPicture(scene, trendStanding(scene, { ...scope, units: [unit] }, last));
  const say = { lines, ...(months.length > 0 ? { choices: inRows(months, MONTHS_IN_ROW) } : {}) };
  offer(scene, say, attachment ? { attachment } : {});
}

function monthRows(scene: Scene, { unit, periods, reports }: UnitStanding): Line[] {
  const awaited = awaitedMonths(scene, unit, periods[0] ?? '');
  return periods.map((period) => {
    const report = reports.find((each) => each.period === period);
    const at = awaited.get(period);
    if (!report && at !== undefined) return line('unit-month-awaited', { period: { period }, at: { time: at } });
    if (!report) return line('unit-month-unsent', { period: { period } });
    const sum = sumOfReports([report], 'month');
    return line('unit-month', {
      period: { period },
      received: shown(sum.received),
      resolved: shown(sum.resolved),
      late: lateShown(scene, sum),
    });
  });
}

function inRows(options: readonly Option[], size: number): Option[][] {
  const rows: Option[][] = [];
  for (let at = 0; at < options.length; at += size) rows.push(options.slice(at, at + size));
  return rows;
}

/** Dossier figures are told also where they are 0; of the rest only what happened. */
const isTold = (name: IndicatorName, figure: Figure): boolean =>
  DOSSIERS.has(name) || (figure.kind === 'value' && figure.value !== 0 && figure.value !== false);

/** A month that is not recorded: never sent, or sent after it was closed. */
function sayUnfiled(scene: Scene, unit: Unit, period: Period): void {
  const args = { unit: unit.name, period: { period } };
  const at = awaitingSince(scene, unit, period);
  if (at === undefined) return tell(scene, line('unit-month-unfiled', args));
  tell(scene, line('awaits-yes-review', { ...args, at: { time: at } }));
}

/** One month of a unit, as its staff saw it before sending. */
export function sayUnitMonth(scene: Scene, unit: Unit, period: Period): void {
  if (!allowed(scene, 'read_figures', unit.id)) return tell(scene, line('not-allowed'));
  const filing = filingOf(scene.tx, unit.id, period);
  if (!filing) return sayUnfiled(scene, unit, period);
  const figures = figuresOf(scene.tx, unit.id, period);
  const documents = documentsOf(scene.tx, unit.id, period, period);
  const due = dueOn(period, scene.house.window, scene.house.calendar);
  const lines = [
    line('unit-month-heading', { period: { period }, unit: unit.name, at: { time: scene.now } }),
    sentLine(scene, filing, due),
    ...(filing.lastFiledAt > filing.firstFiledAt
      ? [line('unit-month-corrected', { at: { time: filing.lastFiledAt } })]
      : []),
    ...monthLines(monthView(scene, unit, period, { figures, documents })),
    line('unit-month-more'),
  ];
  const known = INDICATOR_NAMES.flatMap((name): Option[] => {
    const figure = figures[name];
    if (!figure || !isTold(name, figure)) return [];
    const args = { name: line(`indicator-${name}`), value: figureShown(name, figure) };
    return [option(`${RUN}figure:${unit.id}:${period}:${name}`, 'status-choice-figure', args)];
  });
  const year = String(periodYear(period));
  const back = option(`${RUN}unit:${unit.id}:${year}`, 'status-choice-months', { year });
  offer(scene, { lines, choices: [...inRows(known.slice(0, FIGURES_MAX), FIGURES_IN_ROW), [back]] });
}
