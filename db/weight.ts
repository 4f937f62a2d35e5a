/** How big the archive is and what in it is big, for the operator who keeps it for years. */
import type { Archive } from './open.ts';

/** Bytes. */
export interface Weight {
  /** The file, without the log beside it. */
  total: number;
  /** Of it, what was let go: SQLite fills it again before the file grows. */
  free: number;
  /** Of each table, its indexes included. */
  tables: ReadonlyMap<string, number>;
}

/** Weighs an archive that is whole; every page is looked at, so it takes as long as reading the file. */
export function weigh(sqlite: Archive['sqlite']): Weight {
  const pragma = (name: string): number => Number(sqlite.pragma(name, { simple: true }));
  const rows = sqlite
    .prepare(
      `select coalesce(known.tbl_name, found.name) as name, sum(found.pgsize) as bytes
       from dbstat found left join sqlite_schema known on known.name = found.name
       where found.aggregate = true group by 1`,
    )
    .all() as { name: string; bytes: number }[];
  const page = pragma('page_size');
  return {
    total: pragma('page_count') * page,
    free: pragma('freelist_count') * page,
    tables: new Map(rows.map(({ name, bytes }) => [name, bytes])),
  };
}
