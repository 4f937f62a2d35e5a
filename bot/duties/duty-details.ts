/** One obligation of one unit: how it stands, since when, by whom, with which document, and what can be decided. */
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { documentById } from '../../db/documents.ts';
import { recordEntry } from '../../db/obligation-entries.ts';
import { personById } from '../../db/people.ts';
import { formatCitation } from '../../domain/document.ts';
import type { Unit } from '../../domain/unit.ts';
import { sourceOf } from '../month/record-month.ts';
import { allowed, offer, RUN, type Scene, tell, unitOf } from '../scene.ts';
import { auditTold } from './audit-told.ts';
import { dutyWorld } from './duty-world.ts';
import {
  type DutyAbout,
  dayOfYear,
  dutyId,
  type ObligationAt,
  obligationAt,
  obligationName,
  showObligation,
} from './obligation-at.ts';
import { refreshReminders } from './refresh-reminders.ts';

/** Shows where an obligation of a unit stands; answers false where the unit does not owe it. */
export const sayDuty = (scene: Scene, about: DutyAbout): boolean =>
  showObligation(scene, about, (found) => sayStanding(scene, about, found));

function sayStanding(scene: Scene, about: DutyAbout, found: ObligationAt): void {
  const { owed, now, due } = found;
  const name = obligationName(scene, owed, about);
  const by = now.by === undefined ? undefined : personById(scene.tx, now.by)?.name;
  const lines: Line[] = [
    line('duty-details', { name, unit: unitOf(scene, about.unit).name }),
    line(`duty-state-${now.state}`, {
      at: now.at === undefined ? '' : { time: now.at },
      by: by ?? '',
    }),
    ...toldLines(scene, found, about),
    ...(now.document === undefined
      ? []
      : [line('complete-check-document', { document: formatCitation(documentById(scene.tx, now.document)) })]),
    ...(now.reason === undefined ? [] : [line('decide-check-reason', { reason: now.reason })]),
    ...(due === undefined
      ? [line('duty-no-day')]
      : [line(found.isLocal ? 'duty-day-local' : 'duty-day', { due: { day: due } })]),
    ...(now.decision === undefined ? [] : [line('decide-check-number', { decision: now.decision })]),
  ];
  const history = found.entries.length > 0 ? [[option(`${RUN}history:${dutyId(about)}`, 'duty-history')]] : [];
  const choices = [...waysOf(scene, about, now.state), ...history];
  if (choices.length > 0) offer(scene, { lines, choices });
  else tell(scene, ...lines);
}

/** What the months tell of it while it is open: that it was begun, and what is missing. */
function toldLines(scene: Scene, { owed, now }: ObligationAt, { unit, period }: DutyAbout): Line[] {
  if (now.state !== 'open' && now.state !== 'returned') return [];
  const world = dutyWorld(scene.house, scene.tx, dayOfYear(Number(period), scene.today), [unit]);
  const told = auditTold(world, unit, owed.obligation, period);
  return told ? [told] : [];
}

function waysOf(scene: Scene, about: DutyAbout, state: string): Option[][] {
  const id = dutyId(about);
  const completes = allowed(scene, 'complete_obligation', about.unit);
  const decides = allowed(scene, 'decide_obligation', about.unit);
  if (state === 'done') {
    return decides
      ? [[option(`${RUN}accept-duty:${id}`, 'duty-accept'), option(`${RUN}decide:returned:${id}`, 'duty-return')]]
      : [];
  }
  if (state === 'accepted' || state === 'waived')
    return decides ? [[option(`${RUN}reopen-duty:${id}`, 'duty-reopen')]] : [];
  return [
    ...(completes ? [[option(`${RUN}done:${id}`, 'duty-done')]] : []),
    ...(decides
      ? [[option(`${RUN}decide:moved:${id}`, 'duty-move'), option(`${RUN}decide:waived:${id}`, 'duty-waive')]]
      : []),
  ];
}

/** Accepts what a unit said it did, or opens again what was settled. */
export function settleDuty(scene: Scene, about: DutyAbout, kind: 'accepted' | 'reopened'): boolean {
  if (!scene.tree.has(about.unit)) return false;
  const found = obligationAt(scene, about);
  if (!found) return false;
  if (!allowed(scene, 'decide_obligation', about.unit)) {
    tell(scene, line('not-allowed'));
    return true;
  }
  const fits =
    kind === 'accepted' ? found.now.state === 'done' : found.now.state === 'accepted' || found.now.state === 'waived';
  if (!fits) return sayDuty(scene, about);
  const unit = unitOf(scene, about.unit);
  acceptDuty(scene, about, unit, kind);
  tell(scene, line(`duty-${kind}`, { name: obligationName(scene, found.owed, about), unit: unit.name }));
  return true;
}

/** Writes down that what a unit did is accepted, or open again; whoever asks has looked whether it may. */
export function acceptDuty(scene: Scene, about: DutyAbout, unit: Unit, kind: 'accepted' | 'reopened'): void {
  recordEntry(scene.tx, about, { kind }, sourceOf(scene));
  const subject = `unit:${unit.code}/${about.obligation}/${about.period}`;
  noteDeed(scene.tx, { at: scene.now, actor: scene.person.code, action: `obligation_${kind}`, subject, detail: {} });
  refreshReminders(scene, unit);
}
