/** How far the staff of a unit is with a month they have not sent: reminded, opened, or out of reach and why. */
import { monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { type Line, line } from '../../conversations/say.ts';
import { type Doors, doorsOf } from '../../db/audience.ts';
import { remindersSent } from '../../db/chased.ts';
import { identitiesOf } from '../../db/people.ts';
import { responsible } from '../../db/responsible.ts';
import { sessionOf } from '../../db/sessions.ts';
import type { Instant } from '../../domain/date.ts';
import { opensOn, type Period } from '../../domain/period.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { checkInFacts } from '../month/check-in.ts';
import { awaitingIn } from '../review/awaiting.ts';
import type { Scene } from '../scene.ts';

/** Those who would be reminded of a unit's month, each with where they are met. */
export interface Chased {
  unit: Unit;
  staff: readonly Person[];
  /** Of the staff, those some door is open to. */
  reached: readonly Person[];
}

/** Who answers for each of some units today. */
export function chasedOf(scene: Pick<Scene, 'tx' | 'tree' | 'today'>, units: readonly Unit[]): Chased[] {
  const who = responsible(scene.tx, scene.tree);
  const staffed = units.map((unit) => ({ unit, staff: who.staff(unit, scene.today) }));
  const doors = doorsOf(scene.tx, idsOf(staffed.flatMap(({ staff }) => staff)));
  return staffed.map(({ unit, staff }) => ({
    unit,
    staff,
    reached: staff.filter(({ id }) => (doors.get(id)?.open.length ?? 0) > 0),
  }));
}

const idsOf = (people: readonly Person[]): PersonId[] => [...new Set(people.map(({ id }) => id))];

/** What is known of each unit's way to its month, in a few words. */
export function chaseLines(scene: Scene, units: readonly Unit[], period: Period): Map<Unit, Line[]> {
  const { house, tx } = scene;
  const chased = chasedOf(scene, units);
  const ids = idsOf(chased.flatMap(({ staff }) => staff));
  const known: Known = {
    reminders: remindersSent(tx, ids, opensOn(period, house.window, house.calendar)),
    doors: doorsOf(tx, ids),
    awaiting: awaitingIn(scene, units, period),
  };
  return new Map(chased.map((each) => [each.unit, wordsOf(scene, each, period, known)]));
}

interface Known {
  reminders: ReadonlyMap<PersonId, number>;
  doors: ReadonlyMap<PersonId, Doors>;
  awaiting: ReadonlyMap<UnitId, Instant>;
}

function wordsOf(scene: Scene, { unit, staff, reached }: Chased, period: Period, known: Known): Line[] {
  const sent = known.awaiting.get(unit.id);
  if (sent !== undefined) return [line('awaits-yes', { at: { time: sent } })];
  if (staff.length === 0) return [line('missing-nobody')];
  const times = Math.max(0, ...staff.map(({ id }) => known.reminders.get(id) ?? 0));
  const reminded = times > 0 ? line('missing-reminded', { n: times }) : line('missing-not-reminded');
  if (reached.length === 0) {
    const each = staff.map((person) => whyNot(person, known.doors.get(person.id)));
    return [...(times > 0 ? [reminded] : []), line('missing-not-reached', { why: { each, with: '; ' } })];
  }
  return [reminded, ...openedLine(scene, unit, staff, period)];
}

/** Why somebody gets no messages: they never enrolled, or left their channel. */
export function whyNot({ name }: Person, doors: Doors | undefined): Line {
  const [gone] = doors?.gone ?? [];
  return gone
    ? line('missing-why-gone', { name, channel: line(`door-${gone.channel}`) })
    : line('missing-why-not-enrolled', { name });
}

/** When somebody last spoke, in whose hands the month lies half done, and at which question. */
function openedLine(scene: Scene, unit: Unit, staff: readonly Person[], period: Period): Line[] {
  for (const person of staff) {
    const session = sessionOf(scene.tx, person.id);
    if (session?.flow !== monthlyCheckIn.name || session.version !== monthlyCheckIn.version) continue;
    const place = placeIn(scene, session.state, unit, period);
    const spoke = Math.max(...identitiesOf(scene.tx, person.id).map(({ lastSeenAt }) => lastSeenAt));
    if (place) return [line('missing-opened', { at: { time: spoke }, ...place })];
  }
  return [];
}

/** The question somebody stands at in a unit's month; undefined where it is another's, or nothing was answered. */
function placeIn(scene: Scene, stored: unknown, unit: Unit, period: Period) {
  const draft = readable(stored);
  if (draft?.unit !== unit.id || draft.period !== period || draft.staged.trail.length === 0) return undefined;
  const facts = checkInFacts(scene, draft);
  const { settled, open } = monthlyCheckIn.plan(draft, facts, { now: scene.now, today: scene.today });
  return { question: settled + 1, of: settled + open };
}

/** A draft this program can read; one of another version says nothing of where its author stands. */
function readable(stored: unknown): ReturnType<typeof monthlyCheckIn.parse> | undefined {
  try {
    return monthlyCheckIn.parse(stored);
  } catch {
    return undefined;
  }
}
