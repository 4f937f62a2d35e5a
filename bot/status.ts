/** "Tình hình" and "ai chưa nộp": counted from the rows as they stand, for the units the person may see. */
import { type Line, line, option, type Value } from '../conversations/say.ts';
import { figuresOf, filingOf, filingsOfUnits } from '../db/answers.ts';
import { unitsWithStaff } from '../db/people.ts';
import { dateAt } from '../domain/date.ts';
import { amount } from '../domain/figure.ts';
import { addMonths, dueOn, lastEnded, type Period, periodMonth } from '../domain/period.ts';
import type { Action } from '../domain/person.ts';
import { existsOn, REPORTING_KINDS, type Unit, type UnitKind } from '../domain/unit.ts';
import { offer, type Scene, tell, unitsFor } from './scene.ts';

/** Units named in one answer; a longer list would not be read on a phone. */
const UNITS_NAMED_MAX = 15;

/** Units missing from a sum that are named with it; "ai chưa nộp" names more. */
const MISSING_NAMED_MAX = 10;

/** Offices that coordinate are departments too; only those with reporting staff owe a month. */
const OWES_WITH_STAFF: readonly UnitKind[] = ['department', 'office'];

/** The reporting units a person may see, or may do something else to. */
export function reporting(scene: Scene, action: Action = 'read_status'): Unit[] {
  const staffed = unitsWithStaff(scene.tx, scene.today);
  return unitsFor(scene, action).filter(
    (unit) =>
      REPORTING_KINDS.includes(unit.kind) &&
      existsOn(unit, scene.today) &&
      (!OWES_WITH_STAFF.includes(unit.kind) || staffed.has(unit.id)),
  );
}

/** The lines of "tình hình" for a month. */
export function statusLines(scene: Scene, period: Period = lastEnded(scene.today, scene.house.window)): Line[] {
  const units = reporting(scene);
  const [only] = units;
  if (!only) return [line('not-allowed')];
  if (units.length === 1) return [ownStatus(scene, only, period)];
  const filings = filingsOfUnits(
    scene.tx,
    units.map((unit) => unit.id),
    period,
  );
  const due = dueOn(period, scene.house.window, scene.house.calendar);
  const onTime = filings.filter((filing) => dateAt(filing.firstFiledAt) <= due).length;
  const scope = topName(scene);
  const heading = line('status-month', { period: { period }, scope, at: { time: scene.now } });
  if (filings.length === 0) {
    const before = periodMonth(addMonths(period, -1));
    return [heading, line('status-none', { total: units.length, before })];
  }
  const sums = { received: 0, resolved: 0, late: 0 };
  for (const { unit } of filings) {
    const figures = figuresOf(scene.tx, unit, period);
    sums.received += amount(figures.received) ?? 0;
    sums.resolved += amount(figures.resolved) ?? 0;
    sums.late += amount(figures.resolved_late) ?? 0;
  }
  return [
    heading,
    line('status-filed', { filed: filings.length, total: units.length, on_time: onTime }),
    line('status-figures', sums),
    ...missingLine(withoutFiling(scene, units, period)),
  ];
}

/** Who is not in the figures: a sum over some is said to be one. */
function missingLine(missing: readonly Unit[]): Line[] {
  if (missing.length === 0) return [];
  const each = missing.slice(0, MISSING_NAMED_MAX).map(({ name }) => name);
  const more = missing.length - each.length;
  const named: Value = { each, with: ', ' };
  return [line('status-missing', { units: more > 0 ? line('missing-more', { units: named, more }) : named })];
}

/** Answers "tình hình" for a month, with the way on to those who have not reported. */
export function sayStatus(scene: Scene, period: Period = lastEnded(scene.today, scene.house.window)): void {
  const lines = statusLines(scene, period);
  const units = reporting(scene);
  const missing = withoutFiling(scene, units, period).length;
  if (missing === 0 || units.length === 1) tell(scene, ...lines);
  else offer(scene, { lines, choices: [[option(`run:missing::${period}`, 'choice-missing-count', { n: missing })]] });
}

function withoutFiling(scene: Scene, units: readonly Unit[], period: Period): Unit[] {
  const ids = units.map((unit) => unit.id);
  const filed = new Set(filingsOfUnits(scene.tx, ids, period).map((filing) => filing.unit));
  return units.filter((unit) => !filed.has(unit.id));
}

function ownStatus(scene: Scene, unit: Unit, period: Period): Line {
  const filing = filingOf(scene.tx, unit.id, period);
  const args = { unit: unit.name, period: { period } };
  if (filing) return line('status-own-filed', { ...args, at: { time: filing.firstFiledAt } });
  return line('status-own-open', { ...args, due: { day: dueOn(period, scene.house.window, scene.house.calendar) } });
}

export const topName = (scene: Scene): string =>
  scene.person.memberships.flatMap(({ unit }) => scene.tree.get(unit)?.name ?? [])[0] ?? '';

/** Answers "ai chưa nộp" for a month. */
export function sayMissing(scene: Scene, period: Period = lastEnded(scene.today, scene.house.window)): void {
  const units = reporting(scene);
  const [only] = units;
  if (!only) return tell(scene, line('not-allowed'));
  if (units.length === 1) return tell(scene, ownStatus(scene, only, period));
  const missing = withoutFiling(scene, units, period);
  if (missing.length === 0) return tell(scene, line('missing-none', { period: { period }, total: units.length }));
  const each = missing.slice(0, UNITS_NAMED_MAX).map((unit) => unit.name);
  const more = missing.length - each.length;
  const named: Value = { each, with: ', ' };
  tell(
    scene,
    line('missing-list', {
      period: { period },
      missing: missing.length,
      total: units.length,
      units: more > 0 ? line('missing-more', { units: named, more }) : named,
    }),
  );
}
