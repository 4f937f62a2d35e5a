/** What the archive knows of duties done, read in a few queries for one unit or for all of a province. */
import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { addDays, dateAt, type IsoDate, yearOf } from '../domain/date.ts';
import type { Directive } from '../domain/directive.ts';
import type { DutyRecords } from '../domain/duties.ts';
import type { ReturnedMonth } from '../domain/month-review.ts';
import { isAskedInSpite, lockOver } from '../domain/period-lock.ts';
import type { UnitId, UnitTree } from '../domain/unit.ts';
import { sentWaiting } from './change-requests.ts';
import { inTurn, saidOfAll } from './entries-in-turn.ts';
import { type LockRow, locksOf } from './locks.ts';
import { entriesSince } from './obligation-entries.ts';
import { ofUnits } from './of-units.ts';
import type { Reader } from './open.ts';
import { openReturns } from './reviews.ts';
import { answers, filings } from './schema.ts';
import { documentsShown } from './shown-documents.ts';

/** Days before the first one asked about in which what was done can still matter: a year's duty, and its lateness. */
export const LOOK_BACK_DAYS = 430;

/** The indicators that tell of an audit and of putting right what it found. */
const AUDIT = ['audit_date', 'corrective_action_date', 'minor_nonconformities', 'major_nonconformities'] as const;

/**
 * The records for duties around a day. Each source is read when it is first asked for, so they belong to the reader's
 * own transaction, as whatever else is read there does.
 * @param units only these; all where absent
 * @param directives whose obligations a document of the register may show done
 */
export function dutyRecords(
  read: Reader,
  tree: UnitTree,
  day: IsoDate,
  units?: readonly UnitId[],
  directives: readonly Directive[] = [],
): DutyRecords {
  const since = addDays(day, -LOOK_BACK_DAYS);
  const filed = once(() => filedSince(read, since, units));
  const waiting = once(() => waitingSince(read, since, units));
  const audits = once(() => auditsSince(read, since, units));
  const entries = once(() => saidOfAll(entriesSince(read, String(yearOf(since)), units, tree), tree));
  const shown = once(() => documentsShown(read, since, directives, units));
  const returned = once(() => returnedSince(read, tree, since, units));
  return {
    hasFiled: (unit, period) => filed().has(`${unit}/${period}`),
    awaitsYes: (unit, period) => waiting().has(`${unit}/${period}`),
    entries: (unit, obligation, period, event) => {
      const said = entries().of(unit, { obligation, period, event });
      return inTurn(shown()(unit, obligation, period), said);
    },
    events: (unit, trigger, obligation, year) => {
      const said = entries().events(unit, obligation, String(year));
      const held = trigger === 'internal_audit' ? (audits().get(unit)?.held ?? []) : [];
      return [...new Set([...held.filter((date) => yearOf(date) === year), ...said])].sort();
    },
    returned: (unit) => returned().get(unit) ?? [],
    isCorrected: (unit, audit) => audits().get(unit)?.isCorrected(audit) ?? false,
  };
}

/** Read at most once, and only if asked for: a tracking list of a province asks for no month. */
function once<Read>(readIt: () => Read): () => Read {
  let kept: { read: Read } | undefined;
  return () => {
    kept ??= { read: readIt() };
    return kept.read;
  };
}

const waitingSince = (read: Reader, since: IsoDate, units?: readonly UnitId[]): ReadonlySet<string> =>
  new Set(sentWaiting(read, since.slice(0, 7), units).map(({ unit, period }) => `${unit}/${period}`));

const filedOf = ofUnits(
  (units) => (read: Reader) =>
    read
      .select({ unit: filings.unitId, period: filings.period })
      .from(filings)
      .where(and(gte(filings.period, sql.placeholder('since')), units(filings.unitId)))
      .prepare(),
);

function filedSince(read: Reader, since: IsoDate, units?: readonly UnitId[]): ReadonlySet<string> {
  const rows = filedOf(read, units).all({ since: since.slice(0, 7), units: JSON.stringify(units ?? []) });
  return new Set(rows.map(({ unit, period }) => `${unit}/${period}`));
}

/** What came back and is still open to be mended: a month that was closed after that is mended only by a request. */
function returnedSince(
  read: Reader,
  tree: UnitTree,
  since: IsoDate,
  units?: readonly UnitId[],
): ReadonlyMap<UnitId, ReturnedMonth[]> {
  const locks = new Map<string, LockRow[]>();
  const found = new Map<UnitId, ReturnedMonth[]>();
  for (const returned of openReturns(read, since.slice(0, 7), units)) {
    const { unit, period, at, reasons } = returned;
    const said = locks.get(period) ?? locksOf(read, period);
    locks.set(period, said);
    const holds = lockOver(said, unit, tree);
    if (holds?.locked && !isAskedInSpite(returned, holds)) continue;
    found.set(unit, [...(found.get(unit) ?? []), { period, on: dateAt(at), reasons }]);
  }
  return found;
}

interface Audits {
  held: IsoDate[];
  isCorrected(audit: IsoDate): boolean;
}

const auditsOfUnits = ofUnits(
  (units) => (read: Reader) =>
    read
      .select({ unit: answers.unitId, period: answers.period, indicator: answers.indicator, value: answers.value })
      .from(answers)
      .where(
        and(
          sql`current = 1`,
          eq(answers.kind, 'value'),
          inArray(answers.indicator, [...AUDIT]),
          gte(answers.period, sql.placeholder('since')),
          units(answers.unitId),
        ),
      )
      .prepare(),
);

function auditsSince(read: Reader, since: IsoDate, units?: readonly UnitId[]): ReadonlyMap<UnitId, Audits> {
  const rows = auditsOfUnits(read, units).all({ since: since.slice(0, 7), units: JSON.stringify(units ?? []) });
  const byUnit = new Map<UnitId, typeof rows>();
  for (const row of rows) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row]);
  return new Map([...byUnit].map(([unit, own]) => [unit, auditsOf(own)]));
}

function auditsOf(rows: readonly { period: string; indicator: string; value: string | null }[]): Audits {
  const values = (indicator: string) =>
    rows.flatMap((row) =>
      row.indicator === indicator ? [{ period: row.period, value: JSON.parse(row.value ?? 'null') as unknown }] : [],
    );
  const dates = (indicator: string) =>
    values(indicator).flatMap(({ period, value }) => (typeof value === 'string' ? [{ period, date: value }] : []));
  const held = dates('audit_date');
  const corrected = dates('corrective_action_date');
  const isZero = (indicator: string, period: string) =>
    values(indicator).some((each) => each.period === period && each.value === 0);
  return {
    held: held.map(({ date }) => date),
    // Put right, or nothing was found that had to be.
    isCorrected: (audit) =>
      corrected.some(({ date }) => date >= audit) ||
      held.some(
        ({ period, date }) =>
          date === audit && isZero('minor_nonconformities', period) && isZero('major_nonconformities', period),
      ),
  };
}
