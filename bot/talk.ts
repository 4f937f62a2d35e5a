/** Carrying out one step of a conversation: its effects become rows, its state the session. */

import type { Effect } from '../conversations/flow.ts';
import type { Step } from '../conversations/step.ts';
import type { StoredSession } from '../db/sessions.ts';
import { fileMonth, fileYear } from './month/file.ts';
import { keep, NOTHING_OPEN, openSession, type Scene, speak } from './scene.ts';

/** Carries out what a step decided and keeps its state, with the choices its words offered. */
export function take(scene: Scene, talk: { name: string; version: number }, step: Step<unknown>): void {
  const open = openSession(scene);
  const { under } = open;
  let session: StoredSession =
    step.state === undefined
      ? (under ?? NOTHING_OPEN)
      : {
          flow: talk.name,
          version: talk.version,
          state: step.state,
          paused: step.paused === true,
          offered: null,
          ...(under ? { under } : {}),
        };
  // What ends a conversation is no step of it: the review that was sent stays readable above.
  if (step.state === undefined) delete scene.tapped;
  for (const effect of step.effects) {
    if (effect.do === 'say') {
      const offered = speak(scene, effect.say);
      if (offered) session = { ...session, offered };
      continue;
    }
    // What is recorded may offer choices of its own, beside the state as the step left it.
    keep(scene, session);
    record(scene, effect);
    session = openSession(scene);
  }
  keep(scene, session);
}

function record(scene: Scene, effect: Exclude<Effect, { do: 'say' }>): void {
  if (effect.do === 'file_month') fileMonth(scene, effect);
  else if (effect.do === 'file_year') fileYear(scene, effect);
  else {
    const conversation = scene.house.conversations.find(({ name }) => name === effect.form);
    if (!conversation?.submit) throw new Error(`nobody takes the form ${effect.form}`);
    conversation.submit(scene, effect.subject, effect.answers);
  }
}
