/** How far somebody is who has not sent: how often they were reminded, and their telephone number from the roster. */
import { sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { REMIND, REMINDER_KEY, REMINDER_KEY_END, type RemindPayload } from './reminder-rows.ts';
import { plan } from './timers.ts';

/** How many reminders have left for each of some people on the days since one; those without any are not in it. */
export function remindersSent(read: Reader, people: readonly PersonId[], since: IsoDate): Map<PersonId, number> {
  // The key of a reminder begins with its day, so the index of keys leads straight to them.
  const rows = read.all<{ person: PersonId; n: number }>(sql`
    select person_id as person, count(*) as n
    from outbox
    where key >= ${`${REMINDER_KEY}${since}`} and key < ${REMINDER_KEY_END} and state = 'sent'
      and person_id in (select value from json_each(${JSON.stringify(people)}))
    group by person_id`);
  return new Map(rows.map(({ person, n }) => [person, n]));
}

/** Who of some people has been sent a reminder on a day, or has one on its way. */
export function remindedOn(read: Reader, people: readonly PersonId[], day: IsoDate): Set<PersonId> {
  const rows = read.all<{ person: PersonId }>(sql`
    select distinct person_id as person
    from outbox
    where key >= ${`${REMINDER_KEY}${day}`} and key < ${`${REMINDER_KEY}${day};`}
      and state in ('sent', 'sending', 'waiting')
      and person_id in (select value from json_each(${JSON.stringify(people)}))`);
  return new Set(rows.map(({ person }) => person));
}

/** Has somebody reminded at once of what they owe since a day; once a day, whoever asks for it. */
export function askToRemind(tx: Tx, person: PersonId, since: IsoDate, today: IsoDate, at: Instant): boolean {
  const payload: RemindPayload = { date: since };
  return plan(tx, {
    key: `${REMIND}:${since}:${person}:asked-${today}`,
    kind: REMIND,
    dueAt: at,
    personId: person,
    payload,
  });
}

/** The telephone numbers of some people, where the roster has them. */
export function phonesOf(read: Reader, people: readonly PersonId[]): Map<PersonId, string> {
  const rows = read.all<{ id: PersonId; phone: string }>(sql`
    select id, phone from people
    where phone is not null and phone <> '' and id in (select value from json_each(${JSON.stringify(people)}))`);
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}
