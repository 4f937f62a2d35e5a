/** "Việc của tôi": everything a person's units still owe, with its day, and what has no day yet. */
import { type Line, line, type Option, type Value } from '../../conversations/say.ts';
import { unitTree } from '../../db/units.ts';
import { yearOf } from '../../domain/date.ts';
import { isOwedIn } from '../../domain/directive.ts';
import { dutiesOn } from '../../domain/duties.ts';
import { obligationsOf, standing } from '../../domain/obligation.ts';
import type { Unit } from '../../domain/unit.ts';
import { offer, type Scene, tell } from '../scene.ts';
import { auditTold } from './audit-told.ts';
import { answersFor, type DueItem } from './due-today.ts';
import { dutyWorld } from './duty-world.ts';
import { dutyName, itemChoices, itemLines } from './reminder-words.ts';

/** Obligations without a day named in one message. */
const UNDATED_MAX = 6;

/** Answers "việc của tôi". */
export function sayMyDuties(scene: Scene): void {
  const { house, tx, person, today } = scene;
  const units = answersFor(tx, person, unitTree(tx), today);
  if (units.length === 0) return tell(scene, line('duties-none-yours'));
  const world = dutyWorld(
    house,
    tx,
    today,
    units.map(({ id }) => id),
  );
  const all = units.flatMap((unit) =>
    dutiesOn(world, unit, today).map((duty): DueItem => ({ unit, duty, rung: 0, escalates: {} })),
  );
  const awaited = awaitedLine(
    scene,
    all.filter(({ duty }) => duty.awaitsYes),
  );
  const items = all
    .filter(({ duty }) => !duty.awaitsYes && (duty.opens === undefined || duty.opens <= today))
    .sort((a, b) => (a.duty.due < b.duty.due ? -1 : 1));
  const undated = units.flatMap((unit) => undatedOf(scene, world, unit));
  if (items.length + undated.length === 0) return tell(scene, line('duties-all-done'), ...awaited);
  const heading = line('duties-heading', { at: { day: today }, count: items.length });
  const lines: Line[] = [heading, ...itemLines({ house, tx, today, language: person.language }, items), ...awaited];
  if (undated.length > 0) {
    const each = undated.slice(0, UNDATED_MAX);
    lines.push({ ...line('duties-undated', { names: { each, with: '; ' } }), apart: true }, line('duties-undated-how'));
  }
  const choices: Option[][] = items.length > 0 ? itemChoices(items, scene.now) : [];
  if (choices.length > 0) offer(scene, { lines, choices });
  else tell(scene, ...lines);
}

/** What was sent after its month was closed: done as far as this person can. */
function awaitedLine({ person }: Scene, items: readonly DueItem[]): Line[] {
  const each = items.map(({ unit, duty }) =>
    line('duty-of-unit', { name: dutyName(duty, person.language), unit: unit.name }),
  );
  return each.length === 0 ? [] : [line('awaits-yes-mine', { names: { each, with: '; ' } })];
}

/** What is owed this year on no day: the directive names none and the coordinator has set none. */
function undatedOf(scene: Scene, world: ReturnType<typeof dutyWorld>, unit: Unit): Value[] {
  const { house, today, tree, person } = scene;
  const year = String(yearOf(today));
  return obligationsOf(house.directives, unit, tree, today)
    .filter(({ obligation }) => obligation.recurrence === 'yearly' && obligation.deadline === undefined)
    .filter(({ obligation }) => isOwedIn(obligation, Number(year)))
    .filter(({ obligation }) => {
      const now = standing(world.records.entries(unit.id, obligation.id, year, ''));
      return (now.state === 'open' || now.state === 'returned') && now.due === undefined;
    })
    .map(({ obligation }): Value => {
      const name = obligation.title[person.language];
      const told = auditTold(world, unit.id, obligation, year);
      return told ? line('audit-told-of', { name, told }) : name;
    });
}
