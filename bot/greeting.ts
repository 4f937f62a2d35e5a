/** What somebody can do now, said when they greet us, ask for help, or have just enrolled. */

import { monthlyCheckIn } from '../conversations/flows/monthly-check-in/flow.ts';
import { type Line, line, type Option, option } from '../conversations/say.ts';
import { filingOf } from '../db/answers.ts';
import { yearOf } from '../domain/date.ts';
import { dueOn, lastEnded } from '../domain/period.ts';
import { REPORTING_KINDS } from '../domain/unit.ts';
import { filesFor } from './month/month.ts';
import { awaitingSince } from './review/awaiting.ts';
import { givenName, offer, openSession, type Scene, unitsFor } from './scene.ts';

/** Units named in a greeting; a person with more types the name. */
const UNITS_NAMED_MAX = 3;

/** Greets with the state of the month and the next thing to do. */
export function greet(scene: Scene): void {
  const lines: Line[] = [line('menu-greeting', { name: givenName(scene.person.name) })];
  const choices: Option[][] = [];
  const { window, calendar } = scene.house;
  const period = lastEnded(scene.today, window);
  const session = openSession(scene);
  const draft = session.flow === monthlyCheckIn.name ? monthlyCheckIn.parse(session.state) : undefined;
  if (session.flow !== '') choices.push([option('run:continue', 'choice-continue')]);
  if (draft && (draft.period !== period || draft.correcting))
    lines.push(line('menu-paused', { period: { period: draft.period } }));
  const mine = filesFor(scene, period).slice(0, UNITS_NAMED_MAX);
  // Of one unit its name would only be in the way; of several two buttons would read alike.
  const [correct, checkIn] =
    mine.length > 1
      ? (['choice-correct-of', 'choice-check-in-of'] as const)
      : (['choice-correct', 'choice-check-in'] as const);
  for (const unit of mine) {
    const filing = filingOf(scene.tx, unit.id, period);
    const args = { period: { period }, unit: unit.name };
    const due = { day: dueOn(period, window, calendar) };
    const awaited = filing ? undefined : awaitingSince(scene, unit, period);
    if (awaited !== undefined) {
      lines.push(line('awaits-yes-menu', { ...args, at: { time: awaited } }));
    } else if (!filing && draft?.unit === unit.id && draft.period === period) {
      lines.push(line('menu-month-draft', { ...args, due }));
    } else if (filing) {
      lines.push(line('menu-month-filed', { ...args, at: { time: filing.firstFiledAt } }));
      choices.push([option(`run:correct:${unit.id}:${period}`, correct, args)]);
    } else {
      lines.push(line('menu-month-open', { ...args, due }));
      choices.push([option(`run:check-in:${unit.id}:${period}`, checkIn, args)]);
    }
  }
  if (unitsFor(scene, 'file_month').length > 0) lines.push(line('menu-staff'));
  else {
    const example = unitsFor(scene, 'compile_report').find(({ kind }) => REPORTING_KINDS.includes(kind));
    lines.push(line('menu-reader', { year: String(yearOf(scene.today) - 1), unit: example?.name ?? '' }));
    choices.push([option('run:status', 'choice-status'), option('run:missing', 'choice-missing')]);
  }
  offer(scene, { lines, choices });
}
