/** Who is in the organisation and who cannot be reached: counts first, then names, a page at a time. */
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { personById } from '../../db/people.ts';
import { type RosterEntry, rosterOn } from '../../db/roster-list.ts';
import { dateAt } from '../../domain/date.ts';
import { mayIssueCode } from '../../domain/person.ts';
import { existsOn, isWithin, type Unit } from '../../domain/unit.ts';
import { offer, RUN, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { findUnits } from './reach.ts';
import { undecidedCount } from './undecided.ts';

/** People named on one screen. */
const PAGE = 8;

/** Units offered where a name means several. */
const OFFERED_MAX = 8;

type Which = 'all' | 'lost';

const isLost = ({ seen, gone }: RosterEntry): boolean => seen === undefined || gone;

/** "danh sách cán bộ [đơn vị]". */
export function sayPeople(scene: Scene, words: string | undefined): void {
  if (words === undefined) return sayPage(scene, undefined, 'all', 0);
  const found = findUnits(scene, 'manage_people')(words);
  const [only, ...others] = found;
  if (!only) return tell(scene, line('no-unit-named', { name: words }));
  if (others.length === 0) return sayPage(scene, unitOf(scene, only.id), 'all', 0);
  offer(scene, {
    lines: [line('org-several', { name: words, n: found.length })],
    choices: found
      .slice(0, OFFERED_MAX)
      .map(({ id, name }) => [option(`${RUN}org-people:${id}:all:0`, 'choice-unit', { unit: name })]),
  });
}

/** A tapped page: 'run:org-people:<unit or 0>:<all|lost>:<page>'. */
export function pageTapped(scene: Scene, [unitId, which, page]: readonly string[]): boolean {
  const at = Number(page);
  if ((which !== 'all' && which !== 'lost') || !Number.isInteger(at) || at < 0) return false;
  sayPage(scene, scene.tree.get(Number(unitId)), which, at);
  return true;
}

/** One page of the people under a unit, or of everybody in reach. */
export function sayPage(scene: Scene, top: Unit | undefined, which: Which, page: number): void {
  const units = unitsFor(scene, 'manage_people').filter(
    (unit) => existsOn(unit, scene.today) && (top === undefined || isWithin(scene.tree, unit.id, top.id)),
  );
  if (units.length === 0) return tell(scene, line('not-allowed'));
  const everybody = rosterOn(
    scene.tx,
    units.map(({ id }) => id),
    scene.today,
    scene.now,
  );
  const people = new Set(everybody.map(({ person }) => person)).size;
  const lost = new Set(everybody.filter(isLost).map(({ person }) => person)).size;
  const shown = which === 'all' ? everybody : everybody.filter(isLost);
  const scope = top?.name ?? line('org-all-units', { n: units.length });
  const counts = line(which === 'all' ? 'org-people' : 'org-lost', { scope, people, lost, reached: people - lost });
  if (shown.length === 0)
    return tell(scene, which === 'lost' && people > 0 ? line('org-lost-none', { scope, people }) : counts);
  const from = Math.min(page * PAGE, Math.max(0, Math.ceil(shown.length / PAGE) - 1) * PAGE);
  const some = shown.slice(from, from + PAGE);
  const lines = some.map((entry, index) => entryLine(scene, entry, from + index + 1));
  const choices = [
    ...codeChoices(scene, some),
    ...wayOn(top, which, from, shown.length, lost),
    ...(top === undefined && from === 0 ? undecidedWay(scene) : []),
  ];
  if (choices.length > 0) offer(scene, { lines: [counts, ...lines], choices });
  else tell(scene, counts, ...lines);
}

function entryLine(scene: Scene, entry: RosterEntry, at: number): Line {
  const { name, role, unit } = entry;
  return line('org-entry', {
    at,
    name,
    role: line(`role-${role}`),
    unit: unitOf(scene, unit).name,
    reach: reachLine(entry),
  });
}

/** Where somebody was last seen, or why they cannot be reached. */
function reachLine({ seen, gone, codeUntil }: RosterEntry): Line {
  if (!seen) {
    return codeUntil === undefined
      ? line('org-not-enrolled')
      : line('org-has-code', { day: { day: dateAt(codeUntil) } });
  }
  const args = { door: line(`door-${seen.channel}`), day: { day: dateAt(seen.at) } };
  return line(gone ? 'org-gone' : 'org-seen', args);
}

/** A code for everybody on the page who is not reached and whom the actor has a say over. */
function codeChoices(scene: Scene, entries: readonly RosterEntry[]): Option[][] {
  const lost = new Map(entries.filter(isLost).map(({ person, name }) => [person, name]));
  return [...lost].flatMap(([id, name]): Option[][] => {
    const person = personById(scene.tx, id);
    if (!person || !mayIssueCode(scene.person, person, scene.tree, scene.today)) return [];
    return [[option(`${RUN}org-code:${id}`, 'org-code-choice', { name })]];
  });
}

/** People of a split unit stand under no unit of today until they are placed: the list leads to them. */
function undecidedWay(scene: Scene): Option[][] {
  const n = undecidedCount(scene);
  return n === 0 ? [] : [[option(`${RUN}org-undecided:0`, 'undecided-choice-list', { n })]];
}

function wayOn(top: Unit | undefined, which: Which, from: number, total: number, lost: number): Option[][] {
  const run = (what: Which, page: number): string => `${RUN}org-people:${top?.id ?? 0}:${what}:${page}`;
  const left = total - from - PAGE;
  return [
    ...(left > 0 ? [[option(run(which, from / PAGE + 1), 'org-more', { n: left })]] : []),
    ...(which === 'all' && lost > 0 && from === 0 ? [[option(run('lost', 0), 'org-only-lost', { n: lost })]] : []),
  ];
}
