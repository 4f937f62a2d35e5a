/**
 * Rows handed over as one text. SQLite gives every column of every row to JavaScript by itself, which for the thousands
 * of rows of a province takes twice as long as finding and writing them as a list in one piece.
 */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** All rows of a query, each the list of its columns; in no promised order. */
export const rowList = <Row extends unknown[]>(...columns: { [Index in keyof Row]: SQLWrapper }): SQL<Row[]> =>
  columnList<Row>(sql`json_array(${sql.join(columns, sql`, `)})`);

/**
 * One column of all rows, or of those for which a condition holds. Lists of one query without a condition have their
 * rows in the same order: for numbers, handed over so, no list a row is made only to be taken apart.
 */
export const columnList = <Item>(column: SQLWrapper, which?: SQL): SQL<Item[]> =>
  sql<string>`json_group_array(${column})${which ? sql` filter (where ${which})` : sql``}`.mapWith(
    (text: string) => JSON.parse(text) as Item[],
  );
