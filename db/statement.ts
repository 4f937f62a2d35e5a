/**
 * Statements prepared once per connection. A transaction object is made anew for every message, but all of them speak
 * through the connection's one session, so a statement prepared for the first message serves all that follow. No
 * statement of a turn has a `limit`: drizzle binds its number, and SQLite compiles a statement anew at each run when a
 * bound limit may choose the plan. `get` reads one row and stops by itself.
 */
import type { Reader, Tx } from './open.ts';

/** What identifies the open connection behind a reader or a transaction. */
export function connectionOf(read: Reader | Tx): object {
  // drizzle keeps `session` out of its types; a change of name would show at once as a thrown error in every test.
  const { session } = read as unknown as { session?: object };
  if (!session) throw new Error('drizzle no longer keeps its session on the database object');
  return session;
}

/** Makes a statement that is built on first use on a connection and kept as long as the connection lives. */
export function statement<On extends Reader | Tx, Prepared>(build: (on: On) => Prepared): (on: On) => Prepared {
  const kept = new WeakMap<object, Prepared>();
  return (on) => {
    const connection = connectionOf(on);
    const known = kept.get(connection);
    if (known !== undefined) return known;
    const made = build(on);
    kept.set(connection, made);
    return made;
  };
}
