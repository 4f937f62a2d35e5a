/** A form driven without a house: each text is one step, and its position survives being written down. */
import type { Effect } from '../../conversations/flow.ts';
import {
  advanceForm,
  answersOf,
  beginForm,
  type Form,
  freshForm,
  type Json,
  openField,
} from '../../conversations/form.ts';
import { understand } from '../../conversations/parse/understand.ts';
import { instantOf } from '../../domain/date.ts';

/** A Thursday. */
export const TODAY = '2026-11-05';
const context = { today: TODAY, now: instantOf(TODAY, '09:00') };

/** A form in the hands of somebody: each text is one step; '#id' taps a choice. */
export function openedForm<S, F>(form: Form<S, F>, subject: S, facts: F, known: Record<string, Json> = {}) {
  let state = freshForm(subject, known);
  let sent: Extract<Effect, { do: 'submit' }> | undefined;
  let isOver = beginForm({ form, state, facts, context }).state === undefined;
  const keys = (effects: readonly Effect[]) =>
    effects.flatMap((effect) => (effect.do === 'say' ? effect.say.lines.map(({ key }) => key) : []));
  return {
    says(text: string): string {
      const at = { form, state, facts, context };
      const ask = openField(at)?.ask;
      const step = advanceForm(
        at,
        text.startsWith('#')
          ? { kind: 'choice', ids: [text.slice(1)] }
          : {
              kind: 'text',
              text,
              understood: understand(text, { today: TODAY, ...(ask === undefined ? {} : { ask }) }),
            },
      );
      sent = step.effects.find((effect) => effect.do === 'submit');
      isOver = step.state === undefined;
      // Position is data: what is kept between two steps survives being written down.
      if (step.state) state = JSON.parse(JSON.stringify({ ...step.state, subject: form.parse(step.state.subject) }));
      return keys(step.effects).join(' ');
    },
    field: () => (isOver ? '' : (openField({ form, state, facts, context })?.id ?? '')),
    answers: () => sent?.answers ?? answersOf(state),
    isSent: () => sent !== undefined,
    isOver: () => isOver,
  };
}
