/** A closed month is sent: instead of filing it, the reason is asked. What was answered waits under that question. */
import type { Effect, Staged } from '../../conversations/flow.ts';
import { annualSupplement, freshSupplement } from '../../conversations/flows/annual-supplement.ts';
import { correction, monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { freshForm } from '../../conversations/form.ts';
import { type ChangeSubject, changeReason } from '../../conversations/forms/change-reason.ts';
import { filingOf, latestBefore } from '../../db/answers.ts';
import type { StoredSession } from '../../db/sessions.ts';
import { amount } from '../../domain/figure.ts';
import { keep, NOTHING_OPEN, type Scene } from '../scene.ts';

type FileMonth = Extract<Effect, { do: 'file_month' }>;
type FileYear = Extract<Effect, { do: 'file_year' }>;

/** Asks why a closed month should change; going back or stopping shows the month again, with nothing lost. */
export function askWhy(scene: Scene, { unit, period, figures, documents }: FileMonth): void {
  const month = { unit, period, figures, documents };
  ask(scene, month, asSent(scene, month));
}

/** The same for what is said for a closed year; what was passed over there is not asked again. */
export function askWhyYear(scene: Scene, { unit, year, figures, done = [] }: FileYear): void {
  const fresh = freshSupplement(unit, year);
  ask(
    scene,
    { unit, period: String(year), figures, documents: [] },
    {
      ...NOTHING_OPEN,
      flow: annualSupplement.name,
      version: annualSupplement.version,
      state: { ...fresh, staged: { ...fresh.staged, figures, done, trail: begun(done.length) } },
    },
  );
}

function ask(scene: Scene, subject: ChangeSubject, under: StoredSession): void {
  const why = scene.house.conversations.find(({ name }) => name === changeReason.name);
  if (!why) throw new Error('nobody asks why what is closed should change');
  const session: StoredSession = {
    ...NOTHING_OPEN,
    flow: changeReason.name,
    version: changeReason.version,
    state: freshForm(subject),
    under,
  };
  keep(scene, session);
  why.talk(scene, session).begin();
}

/** One answer that can be gone back on: what was said counts as begun and is not thrown away unasked. */
const begun = (done: number): Staged['trail'] => [{ figures: [], done, mending: null }];

/** The month as it stood when it was sent, ready to be looked at again. */
function asSent(scene: Scene, { unit, period, figures, documents }: Omit<FileMonth, 'do'>): StoredSession {
  const known = amount(latestBefore(scene.tx, unit, 'procedures_total', period));
  const state = correction(unit, period, { figures, documents }, known);
  const { staged } = state;
  return {
    ...NOTHING_OPEN,
    flow: monthlyCheckIn.name,
    version: monthlyCheckIn.version,
    state: {
      ...state,
      correcting: filingOf(scene.tx, unit, period) !== undefined,
      staged: { ...staged, trail: begun(staged.done.length) },
    },
  };
}
