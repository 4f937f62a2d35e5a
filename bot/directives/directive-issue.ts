/** A directive is issued: written down, told once to those who must act, and the one it replaces ends. */
import type { Answers } from '../../conversations/form.ts';
import { issueOf, type NewDirective } from '../../conversations/forms/new-directive.ts';
import { type Line, line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { issueDirective } from '../../db/directives.ts';
import { staffOf } from '../../db/people.ts';
import { addDays } from '../../domain/date.ts';
import type { Directive } from '../../domain/directive.ts';
import type { Unit } from '../../domain/unit.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import { sourceOf } from '../month/record-month.ts';
import { notify } from '../people/notice.ts';
import { allowed, type Scene, tell } from '../scene.ts';
import { directiveMade, ended } from './directive-made.ts';
import { directiveName, mayEnd, nextDue, type Reach, reachFor } from './directive-reach.ts';

/** People told in one turn; of more the desk of announcements is wanted. */
const TOLD_MAX = 200;
/** Tasks named in a notice; the rest are in "việc của tôi". */
const TOLD_TASKS_MAX = 5;

/** Takes the completed form; rights are asked again, since days may lie between. */
export function issue(scene: Scene, _subject: NewDirective, answers: Answers): void {
  const accepted = issueOf(answers, scene.today);
  const reach = reachFor(scene, accepted.units);
  const { tops, units, appliesTo } = reach;
  if (units.length === 0 || !tops.every(({ id }) => allowed(scene, 'issue_directive', id))) {
    return tell(scene, line('not-allowed'));
  }
  const { house, tx, now, person, today } = scene;
  const old = house.directives.find(({ id }) => id === accepted.replaces);
  const subtrees = tops.map(({ code }) => code);
  const directive = directiveMade(accepted, { today, directives: house.directives, appliesTo, subtrees });
  if (old && mayEnd(scene, old)) end(scene, old);
  issueDirective(tx, directive.id, directive, sourceOf(scene));
  noteDeed(tx, {
    at: now,
    actor: person.code,
    action: 'issue_directive',
    subject: `directive:${directive.id}`,
    detail: { subtrees, obligations: directive.obligations.length, ...(old ? { replaces: old.id } : {}) },
  });
  // What was written is read back and checked; were it not whole, the turn would be taken back here.
  if (!house.directives.some(({ id }) => id === directive.id)) throw new Error(`${directive.id} was not issued`);
  const { told, people } = tellStaff(scene, directive, reach);
  for (const top of tops) refreshReminders(scene, top, true);
  const name = directiveName(directive);
  tell(
    scene,
    line('directive-issued', { name, n: directive.obligations.length, units: units.length, people: told }),
    ...(people > told ? [line('directive-not-told', { n: people - told })] : []),
    ...(old ? [line('directive-replaced', { name: directiveName(old) })] : []),
  );
}

/** A directive ends with yesterday: nothing of it is asked from today on. */
export function end(scene: Scene, directive: Directive): void {
  issueDirective(scene.tx, directive.id, ended(directive, addDays(scene.today, -1)), sourceOf(scene));
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action: 'retire_directive',
    subject: `directive:${directive.id}`,
    detail: { lastDay: addDays(scene.today, -1) },
  });
}

/** Each who answers for a unit hears once what is asked and by when. */
function tellStaff(scene: Scene, directive: Directive, { units }: Reach): { told: number; people: number } {
  const { tx, today } = scene;
  const people = new Map<number, { person: ReturnType<typeof staffOf>[number]; units: Unit[] }>();
  for (const unit of units) {
    for (const person of staffOf(tx, unit.id, today)) {
      const known = people.get(person.id);
      if (known) known.units.push(unit);
      else people.set(person.id, { person, units: [unit] });
    }
  }
  let told = 0;
  for (const { person, units: own } of [...people.values()].slice(0, TOLD_MAX)) {
    const lines = noticeLines(scene, directive, own);
    if (notify(scene, person, { lines }, { key: `directive:${directive.id}:${person.id}` })) told += 1;
  }
  return { told, people: people.size };
}

function noticeLines({ house, today }: Scene, directive: Directive, units: readonly Unit[]): Line[] {
  const tasks = directive.obligations.map((obligation) => ({
    title: obligation.title.vi,
    due: nextDue(obligation, today, house.calendar),
  }));
  const first = [...tasks].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)).slice(0, TOLD_TASKS_MAX);
  const more = tasks.length - first.length;
  const names = { each: units.map(({ name }) => name), with: ', ' };
  return [
    line('directive-told', { name: directiveName(directive), units: names }),
    ...first.map(({ title, due }, at) =>
      due === undefined
        ? line('directive-told-task', { n: String(at + 1), title })
        : line('directive-told-due', { n: String(at + 1), title, due: { day: due } }),
    ),
    line('directive-told-how', { more }),
  ];
}
