/** The monthly check-in seen from the archive: the facts it needs, and how one is opened. */
import { begin } from '../../conversations/engine.ts';
import { correction, freshCheckIn, monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { isReturnable, reopened } from '../../conversations/flows/monthly-check-in/returned.ts';
import type { CheckIn, CheckInFacts } from '../../conversations/flows/monthly-check-in/view.ts';
import { type Line, line, option } from '../../conversations/say.ts';
import { figuresOf, filingOf, latestBefore } from '../../db/answers.ts';
import { documentsOf } from '../../db/documents.ts';
import { sumsWithLineage } from '../../db/lineage.ts';
import { personById } from '../../db/people.ts';
import { amount, value } from '../../domain/figure.ts';
import { dueFor, lineageOf } from '../../domain/lineage.ts';
import { addMonths, coverage, dueOn, type Period, periodAt } from '../../domain/period.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { draftInTheWay, leaveForm, offerDraft } from '../draft.ts';
import { awaitingSince } from '../review/awaiting.ts';
import { closedBy, returnedInSpite, returnedOf } from '../review/month-state.ts';
import { allowed, keep, NOTHING_OPEN, offer, openSession, type Scene, tell, unitOf } from '../scene.ts';
import { take } from '../talk.ts';
import { endedFacts } from './ended.ts';

/** What the archive knows that the check-in of a unit's month needs. */
export function checkInFacts(scene: Scene, { unit, period }: Pick<CheckIn, 'unit' | 'period'>): CheckInFacts {
  const { tx, house } = scene;
  const before = addMonths(period, -1);
  const isAlone = filingOf(tx, unit, before) !== undefined && !wasJoined(scene, unit, before);
  const previous = isAlone ? figuresOf(tx, unit, before) : inherited(scene, unit, before);
  const procedures = amount(latestBefore(tx, unit, 'procedures_total', period));
  const filing = filingOf(tx, unit, period);
  const { from, to } = coverage(period, house.window);
  const facts: CheckInFacts = {
    today: scene.today,
    unitName: unitOf(scene, unit).name,
    due: dueOn(period, house.window, house.calendar),
    ends: to,
    ...(house.window === 'calendar_month' ? {} : { starts: from }),
    ...endedFacts(scene, unit, period),
  };
  if (previous) {
    const [pendingTotal, received] = [amount(previous.pending_total), amount(previous.received)];
    facts.previous = {
      ...(pendingTotal === undefined ? {} : { pendingTotal }),
      ...(received === undefined ? {} : { received }),
    };
  }
  if (procedures !== undefined) facts.proceduresTotal = procedures;
  const returned = returnedOf(scene, unit, period);
  if (returned) facts.returned = returned;
  if (closedBy(scene, unit, period) !== undefined) {
    facts.closed = returnedInSpite(scene, unit, period) ? 'but_returned' : 'all';
  }
  if (filing) {
    facts.filed = {
      figures: figuresOf(tx, unit, period),
      documents: documentsOf(tx, unit, period, period),
      at: filing.firstFiledAt,
      by: personById(tx, filing.firstFiledBy)?.name ?? '',
    };
  }
  return facts;
}

/** Whether others that were merged into a unit since owed a month beside it: what they had pending, it carries over. */
function wasJoined({ tree, house }: Scene, id: UnitId, period: Period): boolean {
  const unit = tree.get(id);
  const due = unit ? dueFor(tree, unit, coverage(period, house.window).to) : [];
  return due.length > 1 && due.some((each) => each.id === id);
}

/** The month before the first of a merged unit: its predecessors' together, where all of them sent it. */
function inherited({ tx, tree, house }: Scene, id: UnitId, period: Period) {
  const unit = tree.get(id);
  if (!unit || lineageOf(tree, id).merged.length === 0) return undefined;
  const names = ['pending_total', 'received'] as const;
  const { sums, found } = sumsWithLineage(tx, tree, unit, [period], house.window, names);
  if (found.months.length === 0 || found.silent.length > 0) return undefined;
  return { pending_total: value(sums.pending_total), received: value(sums.received) };
}

/** A draft of another month, another unit or the year, and the choice that drops it for this month. */
function stopsAtDraft(scene: Scene, unit: Unit, period: Period, run: 'check-in' | 'correct'): boolean {
  const draft = draftInTheWay(scene, (flow, state) => {
    const same = flow === monthlyCheckIn.name ? monthlyCheckIn.parse(state) : undefined;
    return same?.unit === unit.id && same.period === period;
  });
  const args = { period: { period }, unit: unit.name };
  if (draft) offerDraft(scene, draft, option(`run:${run}:${unit.id}:${period}:force`, 'choice-drop-draft', args));
  return draft !== undefined;
}

/**
 * Opens the check-in of a month, or takes it up where it was left. Answers false when something else has to be
 * settled first, in which case that was said.
 */
export function openCheckIn(scene: Scene, unit: Unit, period: Period, options: { force?: boolean } = {}): boolean {
  if (!allowed(scene, 'file_month', unit.id)) {
    tell(scene, line('not-allowed-file'));
    return false;
  }
  if (period > periodAt(scene.today, scene.house.window)) {
    tell(scene, line('period-future', { period: { period } }));
    return false;
  }
  leaveForm(scene);
  const session = openSession(scene);
  const same = session.flow === monthlyCheckIn.name ? monthlyCheckIn.parse(session.state) : undefined;
  const resumed = same && same.unit === unit.id && same.period === period ? same : undefined;
  // A month sent already is said to be, before anything else that is open would be thrown away for it.
  const fresh = freshCheckIn(unit.id, period);
  const sent = monthlyCheckIn.obstacle(resumed ?? fresh, checkInFacts(scene, fresh));
  if (sent) {
    offer(scene, sent);
    return false;
  }
  if (!options.force && stopsAtDraft(scene, unit, period, 'check-in')) return false;
  keep(scene, { ...NOTHING_OPEN, flow: monthlyCheckIn.name, version: monthlyCheckIn.version, state: resumed ?? fresh });
  return true;
}

/** Opens the check-in of a month and asks its first open question. */
export function startCheckIn(
  scene: Scene,
  unit: Unit,
  period: Period,
  options: { force?: boolean; before?: Line[] } = {},
): void {
  if (!openCheckIn(scene, unit, period, options)) return;
  const state = monthlyCheckIn.parse(openSession(scene).state);
  const running = period === periodAt(scene.today, scene.house.window);
  const before = [...(options.before ?? []), ...(running ? [line('period-running', { period: { period } })] : [])];
  const context = { now: scene.now, today: scene.today };
  take(scene, monthlyCheckIn, begin(monthlyCheckIn, state, checkInFacts(scene, state), context, before));
}

/** Why there is nothing to correct: never sent, or not recorded yet. */
function unfiledLine(scene: Scene, unit: Unit, period: Period): Line {
  const at = awaitingSince(scene, unit, period);
  if (at === undefined) return line('nothing-filed', { period: { period } });
  return line('awaits-yes-menu', { unit: unit.name, period: { period }, at: { time: at } });
}

/** Opens a month already sent at its review, to be corrected. */
export function openCorrection(scene: Scene, unit: Unit, period: Period, options: { force?: boolean } = {}): boolean {
  if (!allowed(scene, 'correct_month', unit.id)) {
    tell(scene, line('not-allowed-file'));
    return false;
  }
  leaveForm(scene);
  const facts = checkInFacts(scene, { unit: unit.id, period });
  const { filed } = facts;
  if (!filed) {
    offer(scene, {
      lines: [unfiledLine(scene, unit, period)],
      choices: [[option(`run:check-in:${unit.id}:${period}`, 'choice-check-in', { period: { period } })]],
    });
    return false;
  }
  if (!options.force && stopsAtDraft(scene, unit, period, 'correct')) return false;
  const sent = correction(unit.id, period, filed, facts.proceduresTotal);
  const state = facts.returned ? reopened(sent, Object.keys(facts.returned).filter(isReturnable)) : sent;
  keep(scene, { ...NOTHING_OPEN, flow: monthlyCheckIn.name, version: monthlyCheckIn.version, state });
  return true;
}

/** Opens a correction and shows its review. */
export function startCorrection(scene: Scene, unit: Unit, period: Period, options: { force?: boolean } = {}): void {
  if (!openCorrection(scene, unit, period, options)) return;
  const state = monthlyCheckIn.parse(openSession(scene).state);
  const context = { now: scene.now, today: scene.today };
  take(scene, monthlyCheckIn, begin(monthlyCheckIn, state, checkInFacts(scene, state), context));
}
