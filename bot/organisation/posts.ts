/** Somebody moves, leaves or hands over: roles end and begin by date, and whoever is concerned is told. */
import type { Answers } from '../../conversations/form.ts';
import {
  changePost,
  changeTold,
  type PostChange,
  type PostFacts,
  type ToldChange,
} from '../../conversations/forms/organisation/change-post.ts';
import {
  dayRefused,
  type Find,
  maybe,
  type Named,
  personName,
  saidOf,
} from '../../conversations/forms/organisation/fields.ts';
import type { OrganisationWish } from '../../conversations/parse/organisation.ts';
import { type Line, line, option } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { endPost, givePost, membersOf } from '../../db/memberships.ts';
import { addDays } from '../../domain/date.ts';
import { heldFrom, type Membership, mayGrant, type Person } from '../../domain/person.ts';
import { peopleMeant } from '../../domain/person-name.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { coordinatorsOver } from '../people/coordinators.ts';
import { notify } from '../people/notice.ts';
import { allowed, givenName, RUN, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { closeUnbegun, draftLine, draftOf, moveDraft, planHandOver } from './hand-over.ts';
import { findPeople, findUnits, lastStaffLines, personOf, postsInReach, postsLine } from './reach.ts';

export const postDesk: FormDesk<PostChange, PostFacts> = { form: changePost, facts: factsOf, submit };

/** What of a person's roles the actor may end: their own reporting, or what lies in reach. */
const postsToEnd = (scene: Scene, person: Person): Membership[] =>
  person.id === scene.person.id
    ? heldFrom(person, scene.today).filter(({ role }) => role === 'staff')
    : postsInReach(scene, person);

/** Colleagues of one's own units: who may take over one's reporting without a coordinator. */
const colleagues =
  (scene: Scene): Find =>
  (words) => {
    const units = postsToEnd(scene, scene.person).map(({ unit }) => unit);
    const all = units.flatMap((unit) => membersOf(scene.tx, unit, scene.today)).map(({ person }) => person);
    const others = [...new Map(all.map((person) => [person.id, person])).values()].filter(
      ({ id }) => id !== scene.person.id,
    );
    return peopleMeant(words, others).map((person) => namedBy(scene, person, heldFrom(person, scene.today)));
  };

const namedBy = (scene: Scene, { id, name }: Person, posts: Membership[]): Named => ({
  id,
  name,
  where: postsLine(scene, posts),
});

/** Whom words mean, or where they name a unit, who files for it: "đổi cán bộ phường Bắc Hồng thành …". */
const staffOrPeople =
  (scene: Scene): Find =>
  (words) => {
    const named = findPeople(scene)(words);
    const [unit, ...others] = named.length > 0 ? [] : findUnits(scene, 'manage_people')(words);
    if (!unit || others.length > 0) return named;
    const staff = membersOf(scene.tx, unit.id, scene.today).filter(({ role }) => role === 'staff');
    return staff.flatMap(({ person }) => {
      const posts = person.id === scene.person.id ? [] : postsInReach(scene, person);
      return posts.length === 0 ? [] : [namedBy(scene, person, posts)];
    });
  };

const manages = (scene: Scene): boolean => unitsFor(scene, 'manage_people').length > 0;

function factsOf(scene: Scene, { kind }: PostChange): PostFacts {
  const { today } = scene;
  const name = (id: number): string => personOf(scene, id).name;
  return {
    today,
    people: manages(scene) ? findPeople(scene) : colleagues(scene),
    holders: !manages(scene) ? colleagues(scene) : kind === 'hand_over' ? staffOrPeople(scene) : findPeople(scene),
    units: findUnits(scene, 'manage_people'),
    personName: name,
    unitName: (unit) => unitOf(scene, unit).name,
    posts: (who) => postsLine(scene, postsToEnd(scene, personOf(scene, who))),
    warnings: (_kind, change) => warnings(scene, kind, change),
  };
}

function warnings(scene: Scene, kind: PostChange['kind'], { who, successor, day }: ToldChange): Line[] {
  const posts = postsToEnd(scene, personOf(scene, who));
  const draft = draftOf(
    scene,
    who,
    posts.map(({ unit }) => unit),
  );
  const goesAlong =
    draft && successor !== undefined ? [line('org-draft-goes', { period: { period: draft.period } })] : [];
  const stays = draft && successor === undefined ? [line('org-draft-stays', { period: { period: draft.period } })] : [];
  return [...goesAlong, ...stays, ...(kind === 'hand_over' ? [] : lastStaffLines(scene, posts, who, day))];
}

type PostWish = OrganisationWish & { wish: PostChange['kind'] };

/** Opens the form with what the message said. */
export function startPostChange(scene: Scene, wish: PostWish): void {
  const kind = wish.wish;
  const from = wish.wish === 'hand_over' ? (wish.name ?? wish.at) : wish.name;
  const self = kind === 'hand_over' && from === undefined && postsToEnd(scene, scene.person).length > 0;
  if (!manages(scene) && !self) {
    return tell(scene, line(kind === 'hand_over' ? 'org-hand-over-not-allowed' : 'not-allowed'));
  }
  const facts = factsOf(scene, { kind });
  const refused = wish.date === undefined ? undefined : dayRefused(wish.date, scene.today);
  const missing = wish.wish === 'hand_over' ? cannotReplace(scene, wish, facts) : undefined;
  if (refused ?? missing) return tell(scene, ...maybe(refused ?? missing));
  openForm(
    scene,
    postDesk,
    { kind },
    {
      ...(self ? { who: scene.person.id } : known('who', from, facts.holders)),
      ...(wish.wish === 'move' ? known('unit', wish.unit, facts.units) : {}),
      ...(wish.wish === 'hand_over' ? known('to', wish.to, facts.people) : {}),
      ...(wish.date === undefined ? {} : { day: wish.date }),
    },
  );
}

/** Why the staff of a unit cannot be replaced as was said: there is none, or nobody of the name that shall come. */
function cannotReplace(
  scene: Scene,
  { at, to }: OrganisationWish & { wish: 'hand_over' },
  { holders, people }: PostFacts,
): Line | undefined {
  const [unit, ...others] = at === undefined ? [] : findUnits(scene, 'manage_people')(at);
  if (!unit || others.length > 0 || to === undefined) return undefined;
  const args = { unit: unit.name, name: personName(to) ?? to };
  if (holders(unit.name).length === 0) return line('replace-nobody', args);
  return people(to).length === 0 ? line('replace-unknown', args) : undefined;
}

/** What a name said at once stands for: one, or words to be asked about. */
function known(id: string, words: string | undefined, find: Find): Record<string, number | string> {
  if (words === undefined) return {};
  const found = find(words);
  const [only] = found;
  return only && found.length === 1 ? { [id]: only.id } : { [saidOf(id)]: words };
}

/** Looked at once more: rights and roles may have changed since the form was opened. */
function submit(scene: Scene, subject: PostChange, answers: Answers): void {
  const change = changeTold(subject, answers);
  const person = personOf(scene, change.who);
  const posts = postsToEnd(scene, person);
  const isSelf = person.id === scene.person.id;
  if (posts.length === 0 || !mayDo(scene, subject, change, posts, isSelf)) return tell(scene, line('not-allowed'));
  if (subject.kind === 'move') move(scene, person, posts, change);
  else if (subject.kind === 'retire') retire(scene, person, posts, change);
  else handOver(scene, person, posts, change);
  for (const unit of new Set(posts.map(({ unit }) => unit))) refreshReminders(scene, unitOf(scene, unit));
}

function mayDo(
  scene: Scene,
  { kind }: PostChange,
  { unit, successor }: ToldChange,
  posts: readonly Membership[],
  isSelf: boolean,
): boolean {
  const { person, tree, today } = scene;
  if (kind === 'move') {
    return unit !== undefined && posts.every(({ role }) => mayGrant(person, role, unit, tree, today));
  }
  if (kind === 'retire') return !isSelf;
  if (successor === undefined) return false;
  const names = isSelf && !manages(scene) ? colleagues(scene) : findPeople(scene);
  return names(personOf(scene, successor).name).some(({ id }) => id === successor);
}

/** Ends roles on the eve of a day. */
function end(scene: Scene, person: Person, posts: readonly Membership[], day: string): void {
  if (day <= scene.today) {
    closeUnbegun(
      scene,
      person.id,
      posts.map(({ unit }) => unit),
    );
    if (person.id === scene.person.id) delete scene.session;
  }
  for (const post of posts) endPost(scene.tx, person.id, post, addDays(day, -1), scene.now);
}

function note(scene: Scene, action: string, person: Person, posts: readonly Membership[], detail: object): void {
  const roles = posts.map(({ role, unit }) => ({ role, unit: unitOf(scene, unit).code }));
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action,
    subject: `person:${person.code}`,
    detail: { roles, ...detail },
  });
}

function move(scene: Scene, person: Person, posts: readonly Membership[], { unit: to, day }: ToldChange): void {
  if (to === undefined) throw new Error('no unit to move to');
  const unit = unitOf(scene, to);
  const leaves = posts.filter((post) => post.unit !== to);
  end(scene, person, leaves, day);
  for (const role of new Set(posts.map((post) => post.role))) {
    givePost(scene.tx, person.id, { unit: to, role, from: day }, scene.now);
  }
  note(scene, 'move_person', person, posts, { to: unit.code, day });
  const args = { name: person.name, unit: unit.name, day: { date: day } };
  tell(scene, line('org-moved', args));
  const told = line('org-told-moved', { ...args, you: givenName(person.name), posts: postsLine(scene, leaves) });
  notify(scene, person, { lines: [told] }, { key: `moved:${person.id}:${day}:${scene.now}` });
}

function retire(scene: Scene, person: Person, posts: readonly Membership[], { day }: ToldChange): void {
  end(scene, person, posts, day);
  note(scene, 'retire_person', person, posts, { day });
  const rest = heldFrom(personOf(scene, person.id), day).filter(({ validFrom }) => (validFrom ?? day) <= day);
  tell(
    scene,
    line('org-retired', { name: person.name, posts: postsLine(scene, posts), day: { date: day } }),
    ...(rest.length > 0 ? [line('org-rest', { posts: postsLine(scene, rest) })] : []),
  );
  const told = line('org-told-retired', {
    you: givenName(person.name),
    posts: postsLine(scene, posts),
    day: { date: day },
  });
  notify(scene, person, { lines: [told] }, { key: `retired:${person.id}:${day}:${scene.now}` });
}

function handOver(scene: Scene, person: Person, posts: readonly Membership[], { successor, day }: ToldChange): void {
  if (successor === undefined) throw new Error('no successor');
  const { tx, now, today } = scene;
  const next = personOf(scene, successor);
  const units = posts.map(({ unit }) => unit);
  end(scene, person, posts, day);
  for (const { role, unit } of posts) givePost(tx, next.id, { unit, role, from: day }, now);
  note(scene, 'hand_over', person, posts, { to: next.code, day });
  const draft = day <= today ? moveNow(scene, person, next, units) : undefined;
  if (day > today) planHandOver(tx, { from: person.id, to: next.id, units }, day);
  const args = { name: person.name, to: next.name, posts: postsLine(scene, posts), day: { date: day } };
  const along = draft ? [draftLine(draft)] : [];
  tell(scene, line('org-handed', args), ...along);
  const key = `handed:${person.id}:${next.id}:${day}:${now}`;
  if (person.id !== scene.person.id) {
    notify(
      scene,
      person,
      { lines: [line('org-told-handed-from', { ...args, you: givenName(person.name) })] },
      { key: `${key}:from` },
    );
  }
  const lines = [line('org-told-handed-to', { ...args, you: givenName(next.name) }), ...along];
  const choices = draft ? { choices: [[option(`${RUN}continue`, 'choice-continue')]] } : {};
  notify(scene, next, { lines, ...choices }, { key: `${key}:to` });
  if (!allowed(scene, 'manage_people', units[0] ?? 0)) tellCoordinators(scene, args, units, key);
}

/** The draft moves at once; what the turn remembers of the actor's own conversation is read anew. */
function moveNow(scene: Scene, person: Person, next: Person, units: readonly number[]) {
  const draft = moveDraft(scene, person.id, next, units);
  if (draft && (person.id === scene.person.id || next.id === scene.person.id)) delete scene.session;
  return draft;
}

/** Staff who hand over among themselves: whoever looks after the unit learns of it. */
function tellCoordinators(scene: Scene, args: NonNullable<Line['args']>, units: readonly number[], key: string): void {
  const over = new Map(units.flatMap((unit) => coordinatorsOver(scene, unit)).map((each) => [each.id, each]));
  for (const person of over.values()) {
    notify(scene, person, { lines: [line('org-handed-told', args)] }, { key: `${key}:over:${person.id}` });
  }
}
