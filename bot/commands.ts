/** Commands, typed in plain words or tapped: each is one thing the person asked for, done if they may. */
import { annualSupplement } from '../conversations/flows/annual-supplement.ts';
import { monthlyCheckIn } from '../conversations/flows/monthly-check-in/flow.ts';
import { type FormState, freshForm } from '../conversations/form.ts';
import { asksToSee, type Command } from '../conversations/parse/command.ts';
import { type Line, line, option } from '../conversations/say.ts';
import { unitsByName } from '../db/units.ts';
import { yearOf } from '../domain/date.ts';
import { lastEnded, parsePeriod } from '../domain/period.ts';
import { type Action, heldFrom } from '../domain/person.ts';
import { existsOn, REPORTING_KINDS, type Unit } from '../domain/unit.ts';
import { DESKS } from './desks.ts';
import { isForm } from './draft.ts';
import { startSupplement, talkOf } from './flows.ts';
import { greet } from './greeting.ts';
import { startCheckIn, startCorrection } from './month/check-in.ts';
import { monthAtHand, monthNamed, unitsAtHand } from './month/month.ts';
import { sendReport } from './month/report.ts';
import { keep, NOTHING_OPEN, offer, openSession, RUN, type Scene, tell, unitOf, unitsFor } from './scene.ts';

/** Units offered as buttons; with more the person types the name. */
const UNITS_OFFERED_MAX = 8;

/** Carries out a tapped command: 'run:check-in:12:2021-10'. Answers false for one no longer known. */
export function runChoice(scene: Scene, id: string): boolean {
  const [name = '', ...parts] = id.slice(RUN.length).split(':');
  const [unitId = '', when = '', how] = parts;
  const unit = scene.tree.get(Number(unitId));
  const period = parsePeriod(when);
  const year = /^\d{4}$/.test(when) ? Number(when) : undefined;
  if (name === 'continue') resume(scene);
  else if (name === 'discard') discard(scene);
  else if (name === 'restart') restart(scene);
  else if (name === 'check-in' && unit && period) startCheckIn(scene, unit, period, { force: how === 'force' });
  else if (name === 'correct' && unit && period) startCorrection(scene, unit, period, { force: how === 'force' });
  else if (name === 'report' && unit && year) sendReport(scene, unit, year);
  else if (name === 'supplement' && unit && year) startSupplement(scene, unit, year, { force: how === 'force' });
  else return DESKS.some(({ runs }) => runs?.[name]?.(scene, parts) === true);
  return true;
}

/** Takes up what was left standing; greets when nothing was. */
export function resume(scene: Scene): void {
  const session = openSession(scene);
  const talk = talkOf(scene, session);
  if (!talk) return greet(scene);
  keep(scene, { ...session, paused: false });
  talk.begin();
}

/** Throws away what was answered and begins the same work anew. */
function restart(scene: Scene): void {
  const open = openSession(scene);
  const { flow, state } = open;
  if (isForm(open)) {
    keep(scene, { ...open, state: freshForm((state as FormState).subject) });
    return resume(scene);
  }
  keep(scene, NOTHING_OPEN);
  if (flow === monthlyCheckIn.name) {
    const { unit, period, correcting } = monthlyCheckIn.parse(state);
    return (correcting ? startCorrection : startCheckIn)(scene, unitOf(scene, unit), period);
  }
  if (flow !== annualSupplement.name) return greet(scene);
  const { unit, year } = annualSupplement.parse(state);
  startSupplement(scene, unitOf(scene, unit), year);
}

function discard(scene: Scene): void {
  keep(scene, openSession(scene).under ?? NOTHING_OPEN);
  tell(scene, line('engine-discarded'));
}

/** Carries out a typed command; `text` is all that was typed. */
export function runCommand(scene: Scene, command: Command, text: string): void {
  const desk = DESKS.find(({ commands }) => commands?.[command.name]);
  if (desk) return desk.commands?.[command.name]?.(scene, command, text);
  switch (command.name) {
    case 'check_in':
    case 'correct':
      if (asksToSee(text) && onlyReads(scene)) return runCommand(scene, { ...command, name: 'status' }, text);
      return withUnit(scene, command, 'file_month', (unit) => {
        const named = command.month === undefined ? undefined : monthNamed(scene, { ...command, month: command.month });
        if (command.name === 'check_in') return startCheckIn(scene, unit, named ?? monthAtHand(scene, unit.id));
        return startCorrection(scene, unit, named ?? lastEnded(scene.today, scene.house.window));
      });
    case 'report':
      return withUnit(scene, command, 'compile_report', (unit) => sendReport(scene, unit, yearMeant(scene, command)));
    case 'supplement':
      return withUnit(scene, command, 'supplement_year', (unit) =>
        startSupplement(scene, unit, yearMeant(scene, command)),
      );
    case 'whoami':
      return tell(scene, whoami(scene));
    case 'snooze':
      return stop(scene, 'later');
    case 'cancel':
      return stop(scene, 'engine-paused');
    default:
      return help(scene);
  }
}

/** Somebody who sends figures nowhere and may see those of others. */
const onlyReads = (scene: Scene): boolean =>
  unitsFor(scene, 'file_month').length === 0 && unitsFor(scene, 'read_status').length > 0;

const yearMeant = (scene: Scene, { year }: Command): number =>
  year ?? yearOf(`${lastEnded(scene.today, scene.house.window)}-01`);

const periodMeant = (scene: Scene, { month, year }: Command) =>
  month === undefined ? undefined : monthNamed(scene, year === undefined ? { month } : { month, year });

/** The unit a command is about: the one named, the only one there is, or the one picked. */
function withUnit(scene: Scene, command: Command, action: Action, run: (unit: Unit) => void): void {
  const mine = unitsFor(scene, action).filter(({ kind }) => REPORTING_KINDS.includes(kind));
  if (mine.length === 0) return tell(scene, line(action === 'compile_report' ? 'not-allowed' : 'not-allowed-file'));
  const within = new Set(mine.map((unit) => unit.id));
  const named =
    command.unit === undefined
      ? meant(scene, command, mine)
      : unitsByName(scene.tx, command.unit).filter(({ id }) => within.has(id));
  const [unit] = named;
  if (!unit) return tell(scene, line('no-unit-named', { name: command.unit ?? '' }));
  if (named.length === 1) return run(unit);
  pickUnit(scene, command, named);
}

/** Whoever works at what was merged or split may still send the old months: asked only where these can be meant. */
function meant(scene: Scene, command: Command, units: readonly Unit[]): Unit[] {
  if (command.name === 'check_in') return unitsAtHand(scene, units, periodMeant(scene, command));
  if (command.name === 'correct') {
    return unitsAtHand(scene, units, periodMeant(scene, command) ?? lastEnded(scene.today, scene.house.window));
  }
  const there = units.filter((unit) => existsOn(unit, scene.today));
  return there.length > 0 ? there : [...units];
}

function pickUnit(scene: Scene, command: Command, units: Unit[]): void {
  if (units.length > UNITS_OFFERED_MAX) return tell(scene, line('pick-unit-many', { example: units[0]?.name ?? '' }));
  offer(scene, { lines: [line('pick-unit')], choices: units.map((unit) => [pick(scene, command, unit)]) });
}

function pick(scene: Scene, command: Command, unit: Unit) {
  const year = String(yearMeant(scene, command));
  const named = periodMeant(scene, command);
  const ids: Partial<Record<Command['name'], string>> = {
    check_in: `check-in:${unit.id}:${named ?? monthAtHand(scene, unit.id)}`,
    correct: `correct:${unit.id}:${named ?? lastEnded(scene.today, scene.house.window)}`,
    supplement: `supplement:${unit.id}:${year}`,
  };
  return option(`${RUN}${ids[command.name] ?? `report:${unit.id}:${year}`}`, 'choice-unit', { unit: unit.name });
}

function whoami(scene: Scene): Line {
  const roles = heldFrom(scene.person, scene.today).map(({ role, unit }) =>
    line('whoami-role', { role: line(`role-${role}`), unit: unitOf(scene, unit).name }),
  );
  return line('whoami', { name: scene.person.name, roles: { each: roles, with: '; ' } });
}

/** Sets what is open aside; it is kept. */
function stop(scene: Scene, said: 'later' | 'engine-paused'): void {
  const session = openSession(scene);
  if (session.flow !== '') keep(scene, { ...session, paused: true });
  tell(scene, line(session.flow === '' ? 'later' : said));
}

/** What this person's role can do. */
export function help(scene: Scene): void {
  const files = unitsFor(scene, 'file_month').length > 0;
  const reads = scene.person.memberships.some(({ role }) => role !== 'staff');
  const reviews = unitsFor(scene, 'review_month').length > 0;
  tell(
    scene,
    ...(files ? [line('help-staff')] : []),
    ...(reads || !files ? [line('help-reader'), line('help-status')] : []),
    ...(reviews ? [line('help-review')] : []),
  );
}
