/** Carrying out one step of a conversation: its effects become rows, its state the session. */
import type { Step } from '../conversations/engine.ts';
import type { Effect, Flow, Staged } from '../conversations/flow.ts';
import { fileMonth, fileYear } from './file.ts';
import { keep, NOTHING_OPEN, openSession, type Scene, speak } from './scene.ts';

/** Keeps the step's state and carries out what it decided. */
export function take<S extends { staged: Staged }, F>(scene: Scene, flow: Flow<S, F>, step: Step<S>): void {
  const session =
    step.state === undefined
      ? NOTHING_OPEN
      : { flow: flow.name, version: flow.version, state: step.state, paused: step.paused === true, offered: null };
  keep(scene, session);
  for (const effect of step.effects) perform(scene, effect);
}

function perform(scene: Scene, effect: Effect): void {
  switch (effect.do) {
    case 'say': {
      const offered = speak(scene, effect.say);
      if (offered) keep(scene, { ...openSession(scene), offered });
      return;
    }
    case 'file_month':
      return fileMonth(scene, effect);
    case 'file_year':
      return fileYear(scene, effect);
  }
}
