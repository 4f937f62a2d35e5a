/**
 * The people behind an audience, for whoever announces: which units are meant, who holds the role there, who of them
 * can be reached. Looked up anew for the preview and for the sending, always within the author's own rights.
 */
import type { BroadcastFacts } from '../../conversations/forms/broadcast-facts.ts';
import { readMonth } from '../../conversations/parse/date/period.ts';
import { type Addressee, doorsOf, groupsOf, holdersIn } from '../../db/audience.ts';
import type { Meant } from '../../db/broadcast-recipients.ts';
import { dutyRecords } from '../../db/duty-records.ts';
import { peopleWithRole } from '../../db/people.ts';
import { type Audience, BROADCAST_PEOPLE_MAX, type Reach } from '../../domain/broadcast.ts';
import { nextPush, PUSH_HOURS } from '../../domain/calendar.ts';
import { hasEnded, heirsOf } from '../../domain/heirs.ts';
import { withPast } from '../../domain/lineage.ts';
import { type ChannelName, PICTURE_DOORS } from '../../domain/message.ts';
import { standing } from '../../domain/obligation.ts';
import { lastEnded } from '../../domain/period.ts';
import { isValidOn, may, type PersonId, ROLES, type Role } from '../../domain/person.ts';
import { monthSpan } from '../../domain/span.ts';
import { isWithin, owesReports, type Unit, type UnitId } from '../../domain/unit.ts';
import { monthNamed } from '../month/month.ts';
import { unitNames, unitsToday } from '../named-units.ts';
import { stillOwing } from '../review/awaiting.ts';
import { allowed, type Scene, unitOf, unitsFor } from '../scene.ts';
import { reporting } from '../status/reporting.ts';
import { lackingUnits, standingOf } from '../status/standing.ts';

/** The units of today the author may announce to. */
export const unitsInReach = (scene: Scene): Unit[] => unitsToday(scene, 'broadcast');

type UnitsOf<K> = (scene: Scene, audience: Extract<Audience, { kind: K }>) => Unit[];

/** Those of them that owe reports: what has or has not been done is asked of nobody else. */
const owing = (scene: Scene): Unit[] => reporting(scene, 'broadcast');

/** Which units each kind of audience means. */
const UNITS_MEANT: { [K in Audience['kind']]: UnitsOf<K> } = {
  all: unitsInReach,
  role: unitsInReach,
  // As the button that reminds them counts them: whoever sent and waits for a yes is asked for nothing more.
  not_filed: (scene, { period }) => {
    const units = withPast(scene.tree, unitsFor(scene, 'broadcast'));
    const span = monthSpan(period);
    return stillOwing(scene, lackingUnits(standingOf(scene, { name: '', units }, span)), span).map(({ unit }) => unit);
  },
  not_done: (scene, { obligation, period }) => {
    const units = owing(scene);
    const ids = units.map(({ id }) => id);
    const records = dutyRecords(scene.tx, scene.tree, scene.today, ids, scene.house.directives);
    const isOpen = ({ id }: Unit): boolean =>
      ['open', 'returned'].includes(standing(records.entries(id, obligation, period, '')).state);
    return units.filter(isOpen);
  },
  units: (scene, { units: tops }) =>
    unitsInReach(scene).filter(({ id }) => tops.some((top) => isWithin(scene.tree, id, top))),
};

function unitsMeant<K extends Audience['kind']>(scene: Scene, audience: Extract<Audience, { kind: K }>): Unit[] {
  return UNITS_MEANT[audience.kind as K](scene, audience);
}

const roleMeant = (audience: Audience): Role => (audience.kind === 'role' ? audience.role : 'staff');

/** Everybody meant, each once, and where they stand; the author has written it and needs no telling. */
function peopleMeant(scene: Scene, audience: Audience, units: readonly Unit[]) {
  const role = roleMeant(audience);
  const own = holdersIn(scene.tx, idsOf(units), role, scene.today);
  const heirs = heirsMeant(scene, units, staffedBy(own));
  const told = [...new Set([...idsOf(units), ...[...heirs.values()].flat()])];
  const holders = heirs.size === 0 ? own : holdersIn(scene.tx, told, role, scene.today);
  const people = holders.filter(({ id }) => id !== scene.person.id);
  const doors = doorsOf(
    scene.tx,
    people.map(({ id }) => id),
  );
  const staffed = staffedBy(holders);
  const isStaffed = ({ id }: Unit): boolean =>
    staffed.has(id) || (heirs.get(id) ?? []).some((heir) => staffed.has(heir));
  return { people, doors, isStaffed };
}

const staffedBy = (holders: readonly Addressee[]): Set<UnitId> => new Set(holders.flatMap(({ units: held }) => held));

/** Who answers for the units that have ended and have nobody any more, as far as the author may write to them. */
function heirsMeant(scene: Scene, units: readonly Unit[], staffed: ReadonlySet<UnitId>): Map<UnitId, UnitId[]> {
  const ended = units.filter((unit) => hasEnded(unit, scene.today) && !staffed.has(unit.id));
  return new Map(
    ended.map(({ id }) => {
      const heirs = heirsOf(scene.tree, id, scene.today);
      return [id, idsOf(heirs).filter((heir) => allowed(scene, 'broadcast', heir))];
    }),
  );
}

/** The units whose right covers the whole audience: those named, or those the author coordinates. */
export function topsOf(scene: Scene, audience: Audience): UnitId[] {
  if (audience.kind === 'units') return audience.units;
  const held = scene.person.memberships.filter((each) => isValidOn(each, scene.today)).map(({ unit }) => unit);
  return [...new Set(held)].filter((unit) => allowed(scene, 'broadcast', unit));
}

/** Whether this person may announce to all of an audience: asked when it is composed and again when it is sent. */
export function mayAddress(scene: Scene, audience: Audience): boolean {
  const tops = topsOf(scene, audience);
  return tops.length > 0 && tops.every((unit) => allowed(scene, 'broadcast', unit));
}

/** The unit an announcement goes out under: where the author holds the right that covers all of it. */
export function unitUnder(scene: Scene, audience: Audience): UnitId | undefined {
  const own = topsOf(scene, { kind: 'all' });
  const tops = topsOf(scene, audience);
  return own.find((unit) => tops.every((top) => isWithin(scene.tree, top, unit))) ?? own[0];
}

/** The ledger of an announcement as it begins: everybody meant, and who of them cannot be reached. */
export function everybodyMeant(scene: Scene, audience: Audience, groups: boolean): Meant[] {
  const units = unitsMeant(scene, audience);
  const { people, doors } = peopleMeant(scene, audience, units);
  const meant = people.map(({ id }): Meant => {
    const found = doors.get(id);
    if (!found) return { person: id, why: 'not_enrolled' };
    return found.open.length > 0 ? { person: id } : { person: id, why: 'gone' };
  });
  const linked = groups ? groupsOf(scene.tx, idsOf(groupUnits(audience, units))) : [];
  return [...meant, ...linked.map(({ id }): Meant => ({ group: id }))];
}

/** What is said to some of a unit's people because of what they owe, or by their role, is not for its group. */
const groupUnits = ({ kind }: Audience, units: readonly Unit[]): readonly Unit[] =>
  kind === 'all' || kind === 'units' ? units : [];

const idsOf = (units: readonly Unit[]): UnitId[] => units.map(({ id }) => id);

/** The dry run. */
export function reachOf(scene: Scene, audience: Audience): Reach {
  const units = unitsMeant(scene, audience);
  const { people, doors, isStaffed } = peopleMeant(scene, audience, units);
  const isByRole = audience.kind === 'role';
  const reached = isByRole
    ? new Set(people.flatMap(({ units: held }) => held)).size
    : units.filter((unit) => isStaffed(unit)).length;
  const unstaffed = isByRole ? [] : units.filter((unit) => !isStaffed(unit) && isMissed(audience, unit));
  const channels = new Map<ChannelName, number>();
  const unreachable: Reach['unreachable'] = [];
  for (const { id, name, units: held } of people) {
    const found = doors.get(id);
    const [door] = found?.open ?? [];
    if (door) channels.set(door.channel, (channels.get(door.channel) ?? 0) + 1);
    else {
      const [gone] = found?.gone ?? [];
      const who = { name, unit: unitOf(scene, held[0]).name };
      unreachable.push(gone ? { ...who, why: 'gone', channel: gone.channel } : { ...who, why: 'not_enrolled' });
    }
  }
  return {
    units: reached,
    unitsMeant: reached + unstaffed.length,
    people: people.length,
    channels: [...channels].map(([channel, n]) => ({ channel, people: n })).sort((a, b) => b.people - a.people),
    unreachable,
    unstaffed: unstaffed.map(({ name }) => name),
    named: audience.kind === 'units' ? audience.units.map((id) => unitOf(scene, id).name) : [],
    groups: groupsOf(scene.tx, idsOf(groupUnits(audience, units))).map(({ title }) => title),
  };
}

/** Whether nobody there is missed: who owes a report is; an office that only coordinates is not. */
const isMissed = ({ kind }: Audience, unit: Unit): boolean => kind === 'not_filed' || owesReports(unit, false);

/** Other coordinators and admins who may decide about all of an audience and can be asked. */
export function approversOf(scene: Scene, audience: Audience): { id: PersonId; name: string }[] {
  const tops = topsOf(scene, audience);
  const all = (['coordinator', 'admin'] as const).flatMap((role) => peopleWithRole(scene.tx, role, scene.today));
  const able = all.filter(
    (person, at) =>
      person.id !== scene.person.id &&
      all.findIndex(({ id }) => id === person.id) === at &&
      tops.every((unit) => may(person, 'broadcast', unit, scene.tree, scene.today)),
  );
  const doors = doorsOf(
    scene.tx,
    able.map(({ id }) => id),
  );
  return able.filter(({ id }) => (doors.get(id)?.open.length ?? 0) > 0).map(({ id, name }) => ({ id, name }));
}

/** What the form asks of the archive; the dry run is made once a turn for each audience. */
export function broadcastFacts(scene: Scene): BroadcastFacts {
  const known = new Map<string, Reach>();
  const reach = (audience: Audience): Reach => {
    const key = JSON.stringify(audience);
    const found = known.get(key) ?? reachOf(scene, audience);
    known.set(key, found);
    return found;
  };
  return {
    takesPictures: PICTURE_DOORS.has(scene.to.channel),
    offered: () => {
      const period = lastEnded(scene.today, scene.house.window);
      const audiences = [{ kind: 'all' } as const, { kind: 'not_filed', period } as const];
      return audiences
        .map((audience) => ({ audience, units: reach(audience).unitsMeant, people: reach(audience).people }))
        .filter(({ audience, people }) => audience.kind === 'all' || people > 0);
    },
    roles: () =>
      ROLES.map((role) => ({ role, people: reach({ kind: 'role', role }).people })).filter(({ people }) => people > 0),
    ...unitNames(scene, 'broadcast'),
    periodIn: (text) => {
      const month = readMonth(text, scene.today);
      return month ? monthNamed(scene, month) : lastEnded(scene.today, scene.house.window);
    },
    reach,
    tooMany: (people) => people > BROADCAST_PEOPLE_MAX,
    approvers: (audience) => approversOf(scene, audience),
    nextSlot: (at) => nextPush(scene.house.calendar, PUSH_HOURS, at),
  };
}
