/** Everything kept about one person, to be shown, handed out and taken away. Figures and the audit trail stay. */
import { and, asc, count, eq, or, sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import { forgetPerson } from './memberships.ts';
import type { Reader, Tx } from './open.ts';
import { answers, audit, filings, inbox, memberships, outbox, people, sessions, timers } from './schema.ts';
import { joinRequests } from './schema-coordination.ts';
import { covers } from './schema-duties.ts';
import { markRosterChanged } from './units.ts';

export interface PersonalData {
  phone?: string;
  /** Messages of theirs whose words are kept. */
  messages: number;
  /** Figures they said, and months and years they sent first. */
  answers: number;
  filings: number;
  /** Deeds of theirs in the audit trail. */
  deeds: number;
  /** True where a conversation is kept for them. */
  hasSession: boolean;
}

/** How much is kept about a person. */
export function personalData(read: Reader, person: PersonId, code: string): PersonalData {
  const n = (rows: { n: number } | undefined): number => rows?.n ?? 0;
  const phone = read.select({ phone: people.phone }).from(people).where(eq(people.id, person)).get()?.phone;
  const kept = and(eq(inbox.personId, person), sql`said is not null`);
  const open = read.select({ flow: sessions.flow }).from(sessions).where(eq(sessions.personId, person)).get();
  return {
    ...(phone ? { phone } : {}),
    messages: n(read.select({ n: count() }).from(inbox).where(kept).get()),
    answers: n(read.select({ n: count() }).from(answers).where(eq(answers.saidBy, person)).get()),
    filings: n(read.select({ n: count() }).from(filings).where(eq(filings.firstFiledBy, person)).get()),
    deeds: n(read.select({ n: count() }).from(audit).where(eq(audit.actor, code)).get()),
    hasSession: (open?.flow ?? '') !== '',
  };
}

/** The words of theirs that are kept, oldest first. */
export function messagesOf(read: Reader, person: PersonId): { at: Instant; said: string }[] {
  return read
    .select({ at: inbox.receivedAt, said: inbox.said })
    .from(inbox)
    .where(eq(inbox.personId, person))
    .orderBy(asc(inbox.id))
    .all()
    .flatMap(({ at, said }) => (said === null ? [] : [{ at, said }]));
}

/** Every figure they said, oldest first. */
export const answersBy = (read: Reader, person: PersonId) =>
  read.select().from(answers).where(eq(answers.saidBy, person)).orderBy(asc(answers.id)).all();

/** Their deeds in the audit trail, oldest first. */
export const deedsBy = (read: Reader, code: string) =>
  read.select().from(audit).where(eq(audit.actor, code)).orderBy(asc(audit.seq)).all();

/** Tables whose rows rest on a message: its words are the source of a figure and stay. */
const RESTING = sql`(
  select inbox_id from answers where inbox_id is not null
  union select inbox_id from documents where inbox_id is not null)`;

/**
 * Takes away what is kept about a person: name, telephone, addresses, open conversation, words that no figure rests on,
 * and what was written to them. Their roles end the day before `today`.
 * @param name what stands in the place of their name
 */
export function erasePerson(tx: Tx, person: PersonId, name: string, today: IsoDate, eve: IsoDate, at: Instant): void {
  tx.update(memberships)
    .set({ validTo: eve })
    .where(and(eq(memberships.personId, person), or(sql`valid_to is null`, sql`valid_to >= ${today}`)))
    .run();
  tx.update(inbox).set({ address: '' }).where(eq(inbox.personId, person)).run();
  tx.update(inbox)
    .set({ said: null })
    .where(and(eq(inbox.personId, person), sql`id not in ${RESTING}`))
    .run();
  tx.update(outbox)
    .set({ state: 'withdrawn', settledAt: at })
    .where(and(eq(outbox.personId, person), eq(outbox.state, 'waiting')))
    .run();
  tx.update(outbox)
    .set({ address: '', message: JSON.stringify({ text: '' }) })
    .where(and(eq(outbox.personId, person), sql`state in ('sent', 'failed', 'withdrawn')`))
    .run();
  tx.update(timers)
    .set({ state: 'needless', settledAt: at })
    .where(and(eq(timers.personId, person), eq(timers.state, 'waiting')))
    .run();
  tx.update(covers)
    .set({ endedAt: at })
    .where(and(or(eq(covers.personId, person), eq(covers.coverId, person)), sql`ended_at is null`))
    .run();
  tx.update(joinRequests).set({ address: '' }).where(eq(joinRequests.personId, person)).run();
  forgetPerson(tx, person, name, at);
  markRosterChanged(tx, at);
}
