/**
 * A reminder that waits for its door while the work is done must not arrive any more. Whatever changes what a unit owes
 * asks for this: what waits for the people concerned is taken back, and the rest of it is said anew at the next beat.
 */
import { monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { filingOf } from '../../db/answers.ts';
import { personById } from '../../db/people.ts';
import { sayAnew } from '../../db/reminder-rows.ts';
import { responsible } from '../../db/responsible.ts';
import { isWithin, type Unit } from '../../domain/unit.ts';
import { isBegun, isReadable } from '../flows.ts';
import { keep, NOTHING_OPEN, openSession, type Scene, setScene } from '../scene.ts';

/** @param under true where every unit under it may be concerned: a decision made for all of them */
export function refreshReminders(scene: Scene, unit: Unit, under = false): void {
  const { tx, today, tree, now } = scene;
  const who = responsible(tx, tree);
  const units = under ? [...tree.values()].filter(({ id }) => isWithin(tree, id, unit.id)) : [unit];
  const people = units.flatMap((each) => [
    ...who.staff(each, today),
    ...who.nearest('coordinator', each, today),
    ...who.nearest('leader', each, today),
  ]);
  const taken = sayAnew(tx, [...new Set(people.map(({ id }) => id))], now);
  for (const person of new Set(taken)) if (person !== scene.person.id) closeUnseen(scene, person);
}

/** A month that was opened by the reminder taken back and has been sent since: nobody saw its question. */
function closeUnseen({ house, tx, now, to }: Scene, id: number): void {
  const person = personById(tx, id);
  if (!person) return;
  const scene = setScene({ house, tx, now, person, to, priority: 1 });
  const session = openSession(scene);
  if (session.flow !== monthlyCheckIn.name || !isReadable(house, session) || isBegun(house, session)) return;
  const { unit, period } = monthlyCheckIn.parse(session.state);
  if (filingOf(tx, unit, period)) keep(scene, session.under ?? NOTHING_OPEN);
}
