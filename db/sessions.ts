/**
 * The open conversation of each person, with the choices last offered to them. Position is data: flow, version and
 * state, so that a restart, a deploy or days of silence lose nothing.
 */
import { eq, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { sessions } from './schema.ts';
import { statement } from './statement.ts';

/** Choices last shown to a person, so that a typed "1" or its words mean what they saw. */
export interface Offered {
  choices: { id: string; label: string }[];
  /** Which message offered them: a tap carries it, so that a button of an older message is known as one. */
  mark: string;
  /** Whether a bare number chooses; false where a number would be an answer. */
  numbered: boolean;
  /** True where they came with a message nobody had asked for: a reminder, or what another person brought about. */
  unasked?: boolean;
  /** The ids of the places of a drill-down these were reached by, the last of them the one shown. */
  trail?: string[];
}

export interface StoredSession {
  /** Empty when nothing is open and only the choices are remembered. */
  flow: string;
  version: number;
  state: unknown;
  /** True when it stands aside: kept, but a message is not taken for an answer. */
  paused: boolean;
  offered: Offered | null;
  /** What this was laid on top of: it comes back when this is over. */
  under?: StoredSession;
}

const byPerson = statement((read: Reader) =>
  read
    .select()
    .from(sessions)
    .where(eq(sessions.personId, sql.placeholder('person')))
    .prepare(),
);

/** What a person is in the middle of. */
export function sessionOf(read: Reader, person: PersonId): StoredSession | undefined {
  const row = byPerson(read).get({ person });
  if (!row) return undefined;
  return { ...parsed(row.state), flow: row.flow, version: row.version };
}

/** A row that is damaged is a session nobody can go on with, not a person who can no longer be answered. */
function parsed(text: string): Omit<StoredSession, 'flow' | 'version'> {
  try {
    return JSON.parse(text) as Omit<StoredSession, 'flow' | 'version'>;
  } catch {
    return { state: null, paused: false, offered: null };
  }
}

const upsert = statement((tx: Tx) =>
  tx
    .insert(sessions)
    .values({
      personId: sql.placeholder('person'),
      flow: sql.placeholder('flow'),
      version: sql.placeholder('version'),
      state: sql.placeholder('state'),
      updatedAt: sql.placeholder('at'),
    })
    .onConflictDoUpdate({
      target: sessions.personId,
      set: {
        flow: sql`excluded.flow`,
        version: sql`excluded.version`,
        state: sql`excluded.state`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare(),
);

/** Keeps where a person is. */
export function keepSession(tx: Tx, person: PersonId, session: StoredSession, at: Instant): void {
  const { flow, version, ...position } = session;
  upsert(tx).run({ person, flow, version, state: JSON.stringify(position), at });
}
