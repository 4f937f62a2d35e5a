/** What the disk itself allows: a bare durable commit, the floor under every message. */
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Enough to see past a slow moment of a shared machine, and over in a fraction of a second. */
const COMMITS = 1_000;

/** One small row a commit, WAL and synchronous=FULL as the archive; commits a second, in a file of its own in `folder`. */
export function commitsPerSecond(folder: string, commits = COMMITS): number {
  const sqlite = new Database(join(folder, 'bare.db'));
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.exec('create table bare (id integer primary key, said text not null)');
    const insert = sqlite.prepare('insert into bare (said) values (?)');
    const from = performance.now();
    for (let n = 0; n < commits; n += 1) insert.run('nhận 215, đúng hạn 208, trễ 2');
    return Math.round(commits / ((performance.now() - from) / 1000));
  } finally {
    sqlite.close();
  }
}
