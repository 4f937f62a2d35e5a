/** Statements that are asked of all units or of some of them. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { UnitId } from '../domain/unit.ts';
import type { Reader } from './open.ts';
import { statement } from './statement.ts';

/** A statement for all units and one for some of them, named by a list: which of the two is known when it is asked. */
export function ofUnits<Prepared>(
  build: (units: (column: SQLWrapper) => SQL | undefined) => (read: Reader) => Prepared,
) {
  const all = statement(build(() => undefined));
  const some = statement(
    build((column) => sql`${column} in (select value from json_each(${sql.placeholder('units')}))`),
  );
  return (read: Reader, units?: readonly UnitId[]): Prepared => (units ? some : all)(read);
}
