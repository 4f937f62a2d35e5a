/** The documents of the register that show an obligation done: whoever told one is not asked for it again. */
import { and, gte, sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { Directive } from '../domain/directive.ts';
import { yearOfDocument } from '../domain/document-year.ts';
import type { Entry } from '../domain/obligation.ts';
import type { PersonId } from '../domain/person.ts';
import { showsDone } from '../domain/shown.ts';
import type { UnitId } from '../domain/unit.ts';
import { ofUnits } from './of-units.ts';
import type { Reader } from './open.ts';
import { rowList } from './row-list.ts';
import { documents } from './schema.ts';

type Row = [
  id: number,
  unit: UnitId,
  period: string,
  role: string,
  subject: string | null,
  date: IsoDate | null,
  by: PersonId,
  at: Instant,
];

const { id, unitId, period, role, saidBy, saidAt } = documents;

const documentsOfRoles = ofUnits(
  (units) => (read: Reader) =>
    read
      .select({
        rows: rowList<Row>(
          id,
          unitId,
          period,
          role,
          sql`citation ->> 'subject'`,
          sql`citation ->> 'date'`,
          saidBy,
          saidAt,
        ),
      })
      .from(documents)
      .where(
        and(
          sql`current = 1`,
          sql`${role} in (select value from json_each(${sql.placeholder('roles')}))`,
          gte(period, sql.placeholder('since')),
          units(unitId),
        ),
      )
      .prepare(),
);

/** Entries of documents by unit, for an obligation in a year. */
export type Shown = (unit: UnitId, obligation: string, year: string) => readonly Entry[];

const NONE: readonly Entry[] = [];

/**
 * What documents show of the obligations of some directives, each done when its document was told.
 * @param since the first day whose month's documents are looked at
 * @param units only these; all where absent
 */
export function documentsShown(
  read: Reader,
  since: IsoDate,
  directives: readonly Directive[],
  units?: readonly UnitId[],
): Shown {
  const shows = obligationsByRole(directives);
  const found = new Map<string, Map<UnitId, Entry[]>>();
  for (const [id, unit, period, role, subject, date, by, at] of shows.size === 0 ? [] : rowsOf(read)) {
    const year = yearOfDocument({ subject, date }, `${period}-01`);
    for (const obligation of shows.get(role) ?? []) {
      const key = `${obligation}/${year}`;
      const ofUnit = found.get(key) ?? new Map<UnitId, Entry[]>();
      found.set(key, ofUnit);
      ofUnit.set(unit, [...(ofUnit.get(unit) ?? []), { kind: 'done', at, by, document: id }]);
    }
  }
  return (unit, obligation, year) => found.get(`${obligation}/${year}`)?.get(unit) ?? NONE;

  function rowsOf(read: Reader): Row[] {
    const asked = { roles: JSON.stringify([...shows.keys()]), since: since.slice(0, 7) };
    const rows = documentsOfRoles(read, units).get({ ...asked, units: JSON.stringify(units ?? []) })?.rows ?? [];
    return rows.sort(([a], [b]) => a - b);
  }
}

/** The obligations a document of each role shows done. */
function obligationsByRole(directives: readonly Directive[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const obligation of directives.flatMap(({ obligations }) => obligations)) {
    for (const role of obligation.evidence.roles) {
      if (showsDone(obligation, role)) found.set(role, [...(found.get(role) ?? []), obligation.id]);
    }
  }
  return found;
}
