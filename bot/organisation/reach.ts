/** Who and what somebody who manages people can mean: never more than lies in their part of the tree. */
import type { Find, Named } from '../../conversations/forms/organisation/fields.ts';
import { type Line, line } from '../../conversations/say.ts';
import { membersOf, peopleNamed } from '../../db/memberships.ts';
import { personById } from '../../db/people.ts';
import { unitsByName } from '../../db/units.ts';
import type { IsoDate } from '../../domain/date.ts';
import { type Action, heldFrom, type Membership, mayGrant, type Person, type PersonId } from '../../domain/person.ts';
import { peopleMeant } from '../../domain/person-name.ts';
import { fold } from '../../domain/text.ts';
import { existsOn, placeName, type Unit, type UnitId } from '../../domain/unit.ts';
import { allowed, type Scene, unitOf } from '../scene.ts';

/** A role somebody holds, or will hold, that the actor of the scene has a say over. */
export const postsInReach = (scene: Scene, person: Pick<Person, 'memberships'>): Membership[] =>
  heldFrom(person, scene.today).filter(({ role, unit }) => mayGrant(scene.person, role, unit, scene.tree, scene.today));

/** "cán bộ báo cáo · UBND phường Đức Thuận; …" */
export const postsLine = (scene: Scene, posts: readonly Membership[]): Line =>
  line('org-posts', {
    posts: {
      each: posts.map(({ role, unit }) =>
        line('whoami-role', { role: line(`role-${role}`), unit: unitOf(scene, unit).name }),
      ),
      with: '; ',
    },
  });

/** People of other posts than one's own: nobody ends their own role by a slip. */
export const findPeople =
  (scene: Scene): Find =>
  (words) =>
    namedAmong(scene, words, (person) => postsInReach(scene, person));

/** The people words mean among those with posts of some kind, others than the actor; only among them names are compared. */
function namedAmong(scene: Scene, words: string, posts: (person: Person) => Membership[]): Named[] {
  const near = peopleNamed(scene.tx, words).flatMap((id) => {
    const person = id === scene.person.id ? undefined : personById(scene.tx, id);
    const held = person ? posts(person) : [];
    return person && held.length > 0 ? [{ id, name: person.name, code: person.code, held }] : [];
  });
  return peopleMeant(words, near).map(({ id, name, held }) => ({ id, name, where: postsLine(scene, held) }));
}

/** Everybody words mean in the units whose people the actor manages, also those they have no say over. */
export const findAnybody =
  (scene: Scene): Find =>
  (words) =>
    namedAmong(scene, words, (person) =>
      heldFrom(person, scene.today).filter(({ unit }) => allowed(scene, 'manage_people', unit)),
    );

/** Units that exist on a day and in which the actor may do something. */
export const findUnits =
  (scene: Scene, action: Action): Find =>
  (words) =>
    meant(
      unitsByName(scene.tx, words).filter((unit) => existsOn(unit, scene.today) && allowed(scene, action, unit.id)),
      words,
    ).map(({ id, name, parent, code }) => ({
      id,
      name,
      where: line('org-posts', { posts: (parent === undefined ? undefined : scene.tree.get(parent)?.name) ?? code }),
    }));

/** The units a name means: those of exactly that name where there are any ("Hồng Lĩnh" beside "Hồng Lĩnh Nam"). */
export function meant(units: readonly Unit[], words: string): Unit[] {
  const wanted = fold(placeName(words));
  const whole = units.filter(
    ({ name, code }) => fold(name) === fold(words).trim() || fold(code) === fold(words).trim(),
  );
  const exact = whole.length > 0 ? whole : units.filter(({ name }) => fold(placeName(name)) === wanted);
  return [...(exact.length > 0 ? exact : units)];
}

export function personOf(scene: Scene, id: PersonId): Person {
  const person = personById(scene.tx, id);
  if (!person) throw new Error(`no person ${id}`);
  return person;
}

/** The units for which nobody would file any more from a day on, were these people gone. */
export const leftWithoutStaff = (scene: Scene, units: readonly UnitId[], gone: PersonId, day: IsoDate): Unit[] =>
  units
    .filter((unit) => {
      const staff = membersOf(scene.tx, unit, day).filter(({ role }) => role === 'staff');
      return staff.every(({ person }) => person.id === gone);
    })
    .map((unit) => unitOf(scene, unit));

/** "! Từ ngày đó … không còn cán bộ báo cáo." for every unit left alone. */
export const lastStaffLines = (scene: Scene, posts: readonly Membership[], gone: PersonId, day: IsoDate): Line[] => {
  const files = posts.filter(({ role }) => role === 'staff').map(({ unit }) => unit);
  return leftWithoutStaff(scene, files, gone, day).map(({ name }) => line('org-last-staff', { unit: name }));
};
