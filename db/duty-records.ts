/** What the archive knows of duties done, read in a few queries for one unit or for all of a province. */
import { and, eq, gte, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Citation } from '../domain/citation.ts';
import { addDays, dateAt, type IsoDate, yearOf } from '../domain/date.ts';
import type { Directive } from '../domain/directive.ts';
import { yearOfDocument } from '../domain/document-year.ts';
import type { DutyRecords } from '../domain/duties.ts';
import type { ReturnedMonth } from '../domain/month-review.ts';
import type { Entry } from '../domain/obligation.ts';
import { isAskedInSpite, lockOver } from '../domain/period-lock.ts';
import { showsDone } from '../domain/shown.ts';
import { type UnitId, type UnitTree, upwards } from '../domain/unit.ts';
import { sentWaiting } from './change-requests.ts';
import { type LockRow, locksOf } from './locks.ts';
import { entriesSince, type RegisteredEntry } from './obligation-entries.ts';
import type { Reader } from './open.ts';
import { openReturns } from './reviews.ts';
import { answers, documents, filings } from './schema.ts';
import { statement } from './statement.ts';

/** Days before the first one asked about in which what was done can still matter: a year's duty, and its lateness. */
const LOOK_BACK_DAYS = 430;

/** The indicators that tell of an audit and of putting right what it found. */
const AUDIT = ['audit_date', 'corrective_action_date', 'minor_nonconformities', 'major_nonconformities'] as const;

/** A statement for all units and one for some of them, named by a list: which of the two is known when it is asked. */
function of<Prepared>(build: (units: (column: SQLWrapper) => SQL | undefined) => (read: Reader) => Prepared) {
  const all = statement(build(() => undefined));
  const some = statement(
    build((column) => sql`${column} in (select value from json_each(${sql.placeholder('units')}))`),
  );
  return (read: Reader, units?: readonly UnitId[]): Prepared => (units ? some : all)(read);
}

/**
 * The records for duties around a day.
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
  const filed = filedSince(read, since, units);
  const waiting = new Set(sentWaiting(read, since.slice(0, 7), units).map(({ unit, period }) => `${unit}/${period}`));
  const audits = auditsSince(read, since, units);
  const entries = grouped(entriesSince(read, String(yearOf(since)), units, tree));
  const shown = documentsShown(read, since, directives, units);
  const returned = returnedSince(read, tree, since, units);
  return {
    hasFiled: (unit, period) => filed.has(`${unit}/${period}`),
    awaitsYes: (unit, period) => waiting.has(`${unit}/${period}`),
    entries: (unit, obligation, period, event) => {
      const said = entries.of(unit, `${obligation}/${period}/${event}`, tree);
      return inTurn(shown.get(`${unit}/${obligation}/${period}`) ?? [], said);
    },
    events: (unit, trigger, obligation, year) => {
      const said = entries.events(unit, obligation, String(year), tree);
      const held = trigger === 'internal_audit' ? (audits.get(unit)?.held ?? []) : [];
      return [...new Set([...held.filter((date) => yearOf(date) === year), ...said])].sort();
    },
    returned: (unit) => returned.get(unit) ?? [],
    isCorrected: (unit, audit) => audits.get(unit)?.isCorrected(audit) ?? false,
  };
}

const filedOf = of(
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

const documentsOfRoles = of(
  (units) => (read: Reader) =>
    read
      .select()
      .from(documents)
      .where(
        and(
          sql`current = 1`,
          sql`${documents.role} in (select value from json_each(${sql.placeholder('roles')}))`,
          gte(documents.period, sql.placeholder('since')),
          units(documents.unitId),
        ),
      )
      .orderBy(documents.id)
      .prepare(),
);

/** What documents show and what was said, as time went: a document told after a return mends it. */
function inTurn(shown: readonly Entry[], said: readonly Entry[]): readonly Entry[] {
  const known = new Set(said.map(({ document }) => document));
  const more = shown.filter(({ document }) => !known.has(document));
  if (more.length === 0) return said;
  const all: Entry[] = [...said];
  for (const entry of more) {
    const later = all.findIndex(({ at }) => at >= entry.at);
    all.splice(later < 0 ? all.length : later, 0, entry);
  }
  return all;
}

/** The documents of a year that show an obligation done: whoever told one is not asked for it again. */
function documentsShown(
  read: Reader,
  since: IsoDate,
  directives: readonly Directive[],
  units?: readonly UnitId[],
): ReadonlyMap<string, Entry[]> {
  const obligations = directives.flatMap((directive) => directive.obligations);
  const roles = [
    ...new Set(obligations.flatMap((each) => each.evidence.roles.filter((role) => showsDone(each, role)))),
  ];
  const found = new Map<string, Entry[]>();
  if (roles.length === 0) return found;
  const asked = { roles: JSON.stringify(roles), since: since.slice(0, 7), units: JSON.stringify(units ?? []) };
  const rows = documentsOfRoles(read, units).all(asked);
  for (const { id, unitId, period, role, citation, saidBy, saidAt } of rows) {
    const year = yearOfDocument(JSON.parse(citation) as Citation, `${period}-01`);
    for (const obligation of obligations) {
      const key = `${unitId}/${obligation.id}/${year}`;
      if (!obligation.evidence.roles.some((each) => each === role && showsDone(obligation, each))) continue;
      const entry: Entry = { kind: 'done', at: saidAt, by: saidBy, document: id };
      found.set(key, [...(found.get(key) ?? []), entry]);
    }
  }
  return found;
}

interface Audits {
  held: IsoDate[];
  isCorrected(audit: IsoDate): boolean;
}

const auditsOfUnits = of(
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

/** Entries found by unit, where one said above counts for every unit under it. */
function grouped(all: readonly RegisteredEntry[]) {
  const own = new Map<UnitId, RegisteredEntry[]>();
  for (const entry of all) {
    const { unit } = entry.about;
    const known = own.get(unit);
    if (known) known.push(entry);
    else own.set(unit, [entry]);
  }
  const concerning = (unit: UnitId, tree: UnitTree): RegisteredEntry[] => {
    const found = [...(own.get(unit) ?? [])];
    const start = own.size > 0 ? tree.get(unit) : undefined;
    for (const { id } of start ? upwards(start, tree).slice(1) : []) {
      found.push(...(own.get(id) ?? []).filter(({ about }) => about.subtree));
    }
    return found.sort((a, b) => a.id - b.id);
  };
  const keyOf = ({ about }: RegisteredEntry) => `${about.obligation}/${about.period}/${about.event}`;
  return {
    of: (unit: UnitId, key: string, tree: UnitTree) => concerning(unit, tree).filter((entry) => keyOf(entry) === key),
    events: (unit: UnitId, obligation: string, period: string, tree: UnitTree): IsoDate[] =>
      concerning(unit, tree).flatMap(({ about }) =>
        about.obligation === obligation && about.period === period && about.event !== '' ? [about.event] : [],
      ),
  };
}
