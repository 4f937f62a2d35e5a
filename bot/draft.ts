/** What somebody is in the middle of, so that nothing with answers in it is thrown away without being asked. */
import type { Staged } from '../conversations/flow.ts';
import { annualSupplement } from '../conversations/flows/annual-supplement.ts';
import { monthlyCheckIn } from '../conversations/flows/monthly-check-in/flow.ts';
import { type Line, line, type Option, option } from '../conversations/say.ts';
import type { StoredSession } from '../db/sessions.ts';
import { keep, NOTHING_OPEN, offer, openSession, type Scene, unitOf } from './scene.ts';

/** True when answers were laid down that are not records yet. */
const hasAnswers = ({ staged }: { staged: Staged }): boolean => staged.trail.length > 0;

/** The open draft by name, if it has answers; `goesOn` tells the work that is being asked for from any other. */
export function draftInTheWay(scene: Scene, goesOn: (flow: string, state: unknown) => boolean): Line | undefined {
  const { flow, state } = openSession(scene);
  if (goesOn(flow, state)) return undefined;
  if (flow === monthlyCheckIn.name) {
    const draft = monthlyCheckIn.parse(state);
    const args = { period: { period: draft.period }, unit: unitOf(scene, draft.unit).name };
    return hasAnswers(draft) ? line('draft-month', args) : undefined;
  }
  if (flow !== annualSupplement.name) return undefined;
  const draft = annualSupplement.parse(state);
  const args = { year: String(draft.year), unit: unitOf(scene, draft.unit).name };
  return hasAnswers(draft) ? line('draft-year', args) : undefined;
}

/** A form gives way to figures: what it was laid on top of is open again, and what was answered in it is dropped. */
export function leaveForm(scene: Scene): void {
  const open = openSession(scene);
  if (isForm(open)) keep(scene, open.under ?? NOTHING_OPEN);
}

/** A form's state has answers by field; a flow's has staged figures. */
export const isForm = ({ state }: StoredSession): boolean =>
  Array.isArray((state as { answers?: unknown } | null)?.answers);

/** Asks whether to go on with the draft or to drop it for something else. */
export function offerDraft(scene: Scene, draft: Line, drop: Option): void {
  offer(scene, {
    lines: [line('other-draft', { draft })],
    choices: [[option('run:continue', 'choice-continue')], [drop]],
  });
}
