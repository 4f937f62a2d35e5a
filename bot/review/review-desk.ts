/** The coordinator's desk over months that were sent: reviewing, returning, closing, and changes of what is closed. */
import type { Command } from '../../conversations/parse/command.ts';
import { line, type Option, option } from '../../conversations/say.ts';
import { unitsByName } from '../../db/units.ts';
import { lastEnded, type Period, parsePeriod } from '../../domain/period.ts';
import { fold } from '../../domain/text.ts';
import { placeName, type Unit } from '../../domain/unit.ts';
import type { Desk } from '../desk.ts';
import { formConversation, openForm } from '../forms.ts';
import { monthNamed } from '../month/month.ts';
import { offer, openSession, type Scene, tell, unitsFor } from '../scene.ts';
import { reportingIn } from '../status/reporting.ts';
import { grantChange, reasonDesk, refusalDesk, showRequest, startRefusal } from './changes.ts';
import { monthsMeant, parseMonths } from './locked-months.ts';
import { lockDesk, topsFor } from './locking.ts';
import { monthState } from './month-state.ts';
import { acceptDesk, returnDesk, startAcceptAll, startReturn } from './review-forms.ts';
import { openMonths, sayReviews, UNITS_OFFERED_MAX } from './review-list.ts';
import { acceptMonth, sayMonth } from './review-month.ts';

const periodMeant = (scene: Scene, { month, year }: Command): Period =>
  month === undefined
    ? lastEnded(scene.today, scene.house.window)
    : monthNamed(scene, year === undefined ? { month } : { month, year });

/** "Duyệt tháng 10": the list; with a unit, that unit's month. */
function review(scene: Scene, command: Command): void {
  const period = periodMeant(scene, command);
  if (command.unit === undefined) return sayReviews(scene, period);
  const units = reportingIn(scene, 'review_month')(period);
  if (units.length === 0) return tell(scene, line('not-allowed'));
  const unit = unitNamed(scene, command.unit, units);
  if (unit) return sayMonth(scene, unit, period);
  tell(scene, line('no-unit-named', { name: command.unit }));
}

function unitNamed(scene: Scene, name: string, among: readonly Unit[]): Unit | undefined {
  const ids = new Set(among.map(({ id }) => id));
  return unitsByName(scene.tx, name).find(({ id }) => ids.has(id));
}

/** "Trả lại báo cáo tháng 10 xã …": the return at once; without a unit, the list of what can be looked at. */
function giveBack(scene: Scene, command: Command): void {
  const period = periodMeant(scene, command);
  if (command.unit === undefined) return sayReviews(scene, period);
  const unit = unitNamed(scene, command.unit, reportingIn(scene, 'review_month')(period));
  if (!unit) return review(scene, command);
  startReturn(scene, unit, period, monthState(scene, unit.id, period).seen);
}

/** "Khóa sổ tháng 10", "khóa sổ quý 3", "mở khóa năm 2026": for the unit named, or all somebody looks after. */
function lock(scene: Scene, command: Command, locked: boolean): void {
  const period = monthsMeant(scene, command);
  const tops = topsFor(scene);
  if (tops.length === 0) return tell(scene, line('not-allowed'));
  const named = command.unit === undefined ? undefined : unitNamed(scene, command.unit, unitsFor(scene, 'lock_period'));
  if (command.unit !== undefined && !named) return tell(scene, line('no-unit-named', { name: command.unit }));
  const unit = named ?? (tops.length === 1 ? tops[0] : undefined);
  if (unit) return openForm(scene, lockDesk, { unit: unit.id, period, locked });
  const choices = tops
    .slice(0, UNITS_OFFERED_MAX)
    .map((top): Option[] => [
      option(`run:${locked ? 'lock' : 'unlock'}:${top.id}:${period}`, 'choice-unit', { unit: top.name }),
    ]);
  offer(scene, { lines: [line('pick-unit')], choices });
}

type Act = (scene: Scene, unit: Unit, period: Period, seen: string) => void;

/** A tapped deed on one month: 'run:accept:12:2026-10:<seen>'. */
const onMonth =
  (act: Act) =>
  (scene: Scene, [unitId = '', when = '', seen = '']: readonly string[]): boolean => {
    const unit = scene.tree.get(Number(unitId));
    const period = parsePeriod(when);
    if (!unit || !period) return false;
    act(scene, unit, period, seen);
    return true;
  };

/** 'run:lock:12:2026-10', or of several months by the id they have. */
const onLock =
  (locked: boolean) =>
  (scene: Scene, [unitId = '', when = '']: readonly string[]): boolean => {
    const unit = scene.tree.get(Number(unitId));
    const months = parseMonths(when);
    if (!unit || !months) return false;
    openForm(scene, lockDesk, { unit: unit.id, period: months.id, locked });
    return true;
  };

const onPeriod =
  (act: (scene: Scene, period: Period) => void) =>
  (scene: Scene, [when = '']: readonly string[]): boolean => {
    const period = parsePeriod(when);
    if (!period) return false;
    act(scene, period);
    return true;
  };

const onRequest =
  (act: (scene: Scene, id: number) => boolean) =>
  (scene: Scene, [id = '']: readonly string[]): boolean =>
    act(scene, Number(id));

/** Right after the list, the bare name of a unit on it opens its month. */
function hears(scene: Scene, text: string): boolean {
  const listed = openSession(scene).offered?.choices.find(({ id }) => id.startsWith('run:accept-all:'));
  const period = listed && parsePeriod(listed.id.slice('run:accept-all:'.length));
  if (!period) return false;
  const open = new Set(openMonths(scene, period).map(({ unit }) => unit.id));
  const found = unitsByName(scene.tx, text).filter(({ id }) => open.has(id));
  const [unit] = found;
  // "Phường" alone would be any of them; a whole proper name is one, also where a longer name holds it.
  if (!unit || (found.length > 1 && fold(placeName(unit.name)) !== fold(placeName(text)))) return false;
  sayMonth(scene, unit, period);
  return true;
}

export const reviewDesk: Desk = {
  conversations: [
    formConversation(acceptDesk),
    formConversation(returnDesk),
    formConversation(lockDesk),
    formConversation(reasonDesk),
    formConversation(refusalDesk),
  ],
  runs: {
    review: onMonth((scene, unit, period) => sayMonth(scene, unit, period)),
    reviews: onPeriod(sayReviews),
    accept: onMonth(acceptMonth),
    return: onMonth(startReturn),
    'accept-all': onPeriod(startAcceptAll),
    change: onRequest(showRequest),
    grant: onRequest(grantChange),
    refuse: onRequest(startRefusal),
    lock: onLock(true),
    unlock: onLock(false),
  },
  commands: {
    review,
    return_month: giveBack,
    lock: (scene, command) => lock(scene, command, true),
    unlock: (scene, command) => lock(scene, command, false),
  },
  hears,
};
