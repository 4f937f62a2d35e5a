/** A standing in words: who has reported, the sums with what they leave out, who is worst, who is missing. */

import { type Line, line, type Value } from '../../conversations/say.ts';
import { filingOf } from '../../db/answers.ts';
import { personById } from '../../db/people.ts';
import type { Report } from '../../db/status.ts';
import { isComplete } from '../../domain/completeness.ts';
import { dateAt } from '../../domain/date.ts';
import { byLate, DOSSIER_FIGURES, type DossierSum, isUnknown, type Sum } from '../../domain/dossier-sum.ts';
import { addMonths, dueOn, lastEnded, periodAt, periodMonth, periodYear } from '../../domain/period.ts';
import { ratio } from '../../domain/ratio.ts';
import type { Span } from '../../domain/span.ts';
import { monthRanges } from '../month/gaps.ts';
import { awaitingIn, awaitingSince, monthsAwaited } from '../review/awaiting.ts';
import type { Scene } from '../scene.ts';
import { pastLines } from './scope.ts';
import { lackingUnits, monthsLacking, type Standing, type UnitStanding } from './standing.ts';

/** Units with the most late dossiers named in a status; all of them are behind the button. */
const WORST_NAMED_MAX = 3;
/** Units missing from a sum that are named with it; "ai chưa nộp" names more. */
const MISSING_NAMED_MAX = 5;

/** "tháng 10/2026", "quý 3/2026", "năm 2026", "6 tháng đầu năm 2026". */
export function spanName(span: Span): Line {
  const { kind, id, periods } = span;
  const [first] = periods;
  if (kind === 'month') return line('span-month', { period: { period: first } });
  if (kind === 'year') return line('span-year', { year: id });
  if (kind === 'months') return monthsName(span);
  return line('span-quarter', { quarter: id.slice(-1), year: String(periodYear(first)) });
}

/** "6 tháng đầu năm 2026", "6 tháng cuối năm 2026"; others by their first and last. */
function monthsName({ periods }: Span): Line {
  const [first] = periods;
  const last = periods.at(-1) ?? first;
  const args = { n: periods.length, year: String(periodYear(first)) };
  if (periodMonth(first) === 1) return line('span-first-months', args);
  if (periodMonth(last) === MONTHS_OF_YEAR) return line('span-last-months', args);
  return line('span-months', { from: { period: first }, to: { period: last } });
}

const MONTHS_OF_YEAR = 12;

/** A share in percent as reports print it, by the rule of the house. */
export function percent({ house }: Pick<Scene, 'house'>, part: number, of: number): Line {
  const value = ratio(part, of, house.ratio);
  return value === undefined ? line('status-no-percent') : line('status-percent', { value });
}

/** A sum as it is shown: what nobody gave is not 0. */
export const shown = (sum: Sum): Value => (isUnknown(sum) ? line('figure-no-data') : sum.value);

/** The late ones with their share of those resolved. */
export function lateShown(scene: Pick<Scene, 'house'>, { late, rate }: DossierSum): Value {
  if (isUnknown(late) || late.value === 0 || rate.of === 0) return shown(late);
  return line('status-late-rate', { late: late.value, rate: percent(scene, rate.late, rate.of) });
}

/** Why there is nothing to say of a span; undefined where there is. */
export function nothingOf(scene: Scene, { span, periods, units }: Standing): Line | undefined {
  const name = spanName(span);
  if (span.periods[0] > periodAt(scene.today, scene.house.window)) return line('status-future', { span: name });
  if (periods.length === 0) return line('status-none-ended', { span: name });
  return units.length === 0 ? line('status-none-owed', { span: name }) : undefined;
}

/** The lines of a status. */
export function statusLinesOf(scene: Scene, standing: Standing): Line[] {
  const nothing = nothingOf(scene, standing);
  if (nothing) return [nothing];
  const { span, scope, units, dossiers, tally } = standing;
  const [only] = units;
  const heading = line('status-heading', {
    span: spanName(span),
    scope: units.length === 1 && only ? only.unit.name : scope.name,
    at: { time: scene.now },
  });
  const first = [heading, ...runningLine(standing)];
  if (units.length === 1 && only && span.kind === 'month') {
    return [...first, ...ownLines(scene, only)];
  }
  if (tally.sent === 0 && span.kind === 'month') {
    return [
      ...first,
      line('status-none', { total: units.length, before: periodMonth(addMonths(span.periods[0], -1)) }),
      ...awaitedLine(scene, standing),
    ];
  }
  return [
    ...first,
    filedLine(scene, standing),
    ...completeLine(standing),
    ...(tally.sent > 0 ? [figuresLine(scene, dossiers)] : []),
    ...notCountedLine(dossiers),
    ...worstLine(standing),
    ...missingLine(scene, standing),
    ...pastLines(scene, standing),
  ];
}

const runningLine = ({ isRunning, span }: Standing): Line[] =>
  isRunning ? [line('status-running', { period: { period: span.periods[0] } })] : [];

/** The sums of a standing, as they stand in every answer. */
export const figuresLine = (scene: Pick<Scene, 'house'>, dossiers: DossierSum): Line =>
  line('status-figures', {
    received: shown(dossiers.received),
    resolved: shown(dossiers.resolved),
    late: lateShown(scene, dossiers),
    pending: shown(dossiers.pending),
  });

function filedLine(scene: Scene, { tally, span, isRunning }: Standing): Line {
  const args = { filed: tally.sent, total: tally.owed };
  if (isRunning) return line('status-filed-running', args);
  return line(span.kind === 'month' ? 'status-filed' : 'status-filed-months', {
    ...args,
    rate: percent(scene, tally.sent, tally.owed),
    on_time: tally.onTime,
    timely: percent(scene, tally.onTime, tally.owed),
  });
}

/** Of several months it is said how many units have sent all of them. */
function completeLine({ span, units, periods }: Standing): Line[] {
  const until = periods.at(-1);
  if (span.kind === 'month' || until === undefined) return [];
  const complete = units.filter(({ tally }) => isComplete(tally)).length;
  return [line('status-complete', { complete, total: units.length, until: { period: until } })];
}

/** "Chưa có số liệu" is not 0: how many reports each sum leaves out. */
export function notCountedLine(dossiers: DossierSum): Line[] {
  const lacking = DOSSIER_FIGURES.filter((figure) => dossiers[figure].lacking > 0);
  if (lacking.length === 0) return [];
  const each = lacking.map((figure) =>
    line('status-not-counted-item', { name: line(`compare-${figure}`), n: dossiers[figure].lacking }),
  );
  const reports = Math.max(...lacking.map((figure) => dossiers[figure].lacking));
  return [line('status-not-counted', { reports, what: { each, with: ', ' } })];
}

function worstLine({ units }: Standing): Line[] {
  const worst = byLate(units).slice(0, WORST_NAMED_MAX);
  if (worst.length === 0 || units.length === 1) return [];
  const each = worst.map(({ unit, dossiers }) =>
    line('status-unit-count', { unit: unit.name, n: dossiers.late.value }),
  );
  return [line('status-worst', { units: { each, with: ', ' } })];
}

/** Who is not in the figures: a sum over some is said to be one. */
function missingLine(scene: Scene, standing: Standing): Line[] {
  const missing = lackingUnits(standing);
  if (missing.length === 0 || standing.isRunning) return [];
  const each = missing.slice(0, MISSING_NAMED_MAX).map((unit) => missingName(scene, standing.span, unit));
  const more = missing.length - each.length;
  const named: Value = { each, with: ', ' };
  return [line('status-missing', { units: more > 0 ? line('missing-more', { units: named, more }) : named })];
}

/** Where no month is recorded, those that were sent all the same and wait for a yes. */
function awaitedLine(scene: Scene, { span, units }: Standing): Line[] {
  const awaited = awaitingIn(
    scene,
    units.map(({ unit }) => unit),
    span.periods[0],
  );
  const names = units.flatMap(({ unit }) => (awaited.has(unit.id) ? [unit.name] : []));
  if (names.length === 0) return [];
  const each = names.slice(0, MISSING_NAMED_MAX);
  const more = names.length - each.length;
  const named: Value = { each, with: ', ' };
  return [line('status-awaited', { units: more > 0 ? line('missing-more', { units: named, more }) : named })];
}

/** A unit with the months it has not sent; of one month only its name, and whether it waits for a yes. */
function missingName(scene: Scene, span: Span, standing: UnitStanding): Value {
  const { unit, tally } = standing;
  const lacking = monthsLacking(standing);
  const awaited = monthsAwaited(scene, unit, lacking);
  if (span.kind === 'month') return awaited === undefined ? unit.name : line('awaits-yes-unit', { unit: unit.name });
  if (tally.sent === 0 && awaited === undefined) return line('status-missing-all', { unit: unit.name });
  return line('status-missing-months', { unit: unit.name, months: awaited ?? monthRanges(lacking) });
}

/** One unit's month: sent when and by whom, and its figures. */
function ownLines(scene: Scene, { unit, periods, reports, dossiers }: UnitStanding): Line[] {
  const period = periods[0] ?? lastEnded(scene.today, scene.house.window);
  const [report] = reports;
  const due = dueOn(period, scene.house.window, scene.house.calendar);
  const awaited = report ? undefined : awaitingSince(scene, unit, period);
  if (awaited !== undefined) return [line('awaits-yes-own', { at: { time: awaited } })];
  if (!report) return [line('status-unsent', { due: { day: due } })];
  return [sentLine(scene, report, due), figuresLine(scene, dossiers), ...notCountedLine(dossiers)];
}

/** When a month was first sent, whether in time, and by whom. */
export function sentLine(
  scene: Scene,
  { unit, period, firstFiledAt }: Pick<Report, 'unit' | 'period' | 'firstFiledAt'>,
  due: string,
): Line {
  const filing = filingOf(scene.tx, unit, period);
  return line('status-sent', {
    at: { time: firstFiledAt },
    punctual: line(dateAt(firstFiledAt) <= due ? 'status-sent-in-time' : 'status-sent-late'),
    by: (filing && personById(scene.tx, filing.firstFiledBy)?.name) ?? '',
  });
}
