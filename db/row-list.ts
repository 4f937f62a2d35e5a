/**
 * Rows handed over as one text. SQLite gives every column of every row to JavaScript by itself, which for the thousands
 * of rows of a province takes twice as long as finding and writing them as a list in one piece.
 */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** One column that holds all rows of a query, each the list of its columns; in no promised order. */
export const rowList = <Row extends unknown[]>(...columns: { [Index in keyof Row]: SQLWrapper }): SQL<Row[]> =>
  sql<string>`json_group_array(json_array(${sql.join(columns, sql`, `)}))`.mapWith(
    (text: string) => JSON.parse(text) as Row[],
  );
