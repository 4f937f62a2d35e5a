/** A closed month is sent: instead of filing it, the reason is asked. What was answered waits under that question. */
import type { Effect } from '../../conversations/flow.ts';
import { correction, monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { freshForm } from '../../conversations/form.ts';
import { changeReason } from '../../conversations/forms/change-reason.ts';
import { filingOf, latestBefore } from '../../db/answers.ts';
import type { StoredSession } from '../../db/sessions.ts';
import { amount } from '../../domain/figure.ts';
import { keep, NOTHING_OPEN, type Scene } from '../scene.ts';

type FileMonth = Extract<Effect, { do: 'file_month' }>;

/** Asks why a closed month should change; going back or stopping shows the month again, with nothing lost. */
export function askWhy(scene: Scene, { unit, period, figures, documents }: FileMonth): void {
  const why = scene.house.conversations.find(({ name }) => name === changeReason.name);
  if (!why) throw new Error('nobody asks why a closed month should change');
  const session: StoredSession = {
    ...NOTHING_OPEN,
    flow: changeReason.name,
    version: changeReason.version,
    state: freshForm({ unit, period, figures, documents }),
    under: asSent(scene, { unit, period, figures, documents }),
  };
  keep(scene, session);
  why.talk(scene, session).begin();
}

/** The month as it stood when it was sent, ready to be looked at again. */
function asSent(scene: Scene, { unit, period, figures, documents }: Omit<FileMonth, 'do'>): StoredSession {
  const known = amount(latestBefore(scene.tx, unit, 'procedures_total', period));
  const state = correction(unit, period, { figures, documents }, known);
  const { staged } = state;
  // One answer that can be gone back on: what was said counts as begun and is not thrown away unasked.
  const trail = [{ figures: [], done: staged.done.length, mending: null }];
  return {
    ...NOTHING_OPEN,
    flow: monthlyCheckIn.name,
    version: monthlyCheckIn.version,
    state: { ...state, correcting: filingOf(scene.tx, unit, period) !== undefined, staged: { ...staged, trail } },
  };
}
