/** Forms in the house: how one is opened on top of whatever somebody is in the middle of, and taken when complete. */
import type { Context } from '../conversations/flow.ts';
import {
  type Answers,
  advanceByPicture,
  advanceForm,
  beginForm,
  type Form,
  type FormState,
  freshForm,
  type Json,
  openField,
  parseForm,
  restateForm,
  takes,
} from '../conversations/form.ts';
import type { StoredSession } from '../db/sessions.ts';
import type { UnitId } from '../domain/unit.ts';
import { isForm } from './draft.ts';
import { type Conversation, isBegun, type Talk, talkOf } from './flows.ts';
import { contactFor } from './people/coordinators.ts';
import { keep, NOTHING_OPEN, openSession, type Scene } from './scene.ts';
import { take } from './talk.ts';

/** What a form needs of the archive, and who takes it. */
export interface FormDesk<S, F> {
  form: Form<S, F>;
  facts(scene: Scene, subject: S): F;
  /** Called in the turn that completes it; it asks `may()` again and says what came of it. */
  submit(scene: Scene, subject: S, answers: Answers): void;
  /** The unit it is about, so that somebody can be named to call. */
  unit?(subject: S): UnitId;
}

/** A form as a conversation of the house. */
export function formConversation<S, F>(desk: FormDesk<S, F>): Conversation {
  const { form } = desk;
  return {
    name: form.name,
    version: form.version,
    reads: (state) => {
      try {
        parseForm(form, state);
        return true;
      } catch {
        return false;
      }
    },
    talk: (scene, session) => talkAt(scene, desk, parseForm(form, session.state)),
    isBegun: (state) => parseForm(form, state).answers.length > 0,
    submit: (scene, subject, answers) => {
      desk.submit(scene, form.parse(subject), answers);
      comeBack(scene);
    },
  };
}

function talkAt<S, F>(scene: Scene, desk: FormDesk<S, F>, state: FormState<S>): Talk {
  const { form } = desk;
  const context: Context = { now: scene.now, today: scene.today };
  const unit = state.misses > 0 ? desk.unit?.(state.subject) : undefined;
  const contact = unit === undefined ? undefined : contactFor(scene, unit);
  if (contact !== undefined) context.contact = contact;
  const at = { form, state, facts: desk.facts(scene, state.subject), context };
  const question = openField(at);
  const takePicture: Talk['takePicture'] = (picture, caption) =>
    take(scene, form, advanceByPicture(at, picture, caption));
  return {
    question,
    answers: (input) => takes(at, input),
    ...(question?.takesPicture ? { takePicture } : {}),
    advance: (input) => {
      const step = advanceForm(at, input);
      take(scene, form, step);
      const dropped = step.state === undefined && step.effects.every((effect) => effect.do === 'say');
      if (dropped) comeBack(scene);
    },
    open: (input) => take(scene, form, advanceForm(at, input)),
    begin: (before) => take(scene, form, beginForm(at, before)),
    restate: (before) => take(scene, form, restateForm(at, before)),
  };
}

/** Asks again what was open before the form, where somebody was in the middle of it. */
function comeBack(scene: Scene): void {
  const session = openSession(scene);
  if (session.flow !== '' && !session.paused) talkOf(scene, session)?.restate();
}

/**
 * Opens a form and asks its first field; what somebody is in the middle of waits under it and comes back afterwards.
 * A form already open is replaced: forms are short, and the newest wish counts.
 * @param known answers known beforehand, by field
 */
export function openForm<S, F>(scene: Scene, desk: FormDesk<S, F>, subject: S, known: Record<string, Json> = {}): void {
  const open = openSession(scene);
  const below = open.under ?? (isBegun(scene.house, open) && !isForm(open) ? open : undefined);
  const { form } = desk;
  const session: StoredSession = {
    ...NOTHING_OPEN,
    flow: form.name,
    version: form.version,
    state: freshForm(subject, known),
    ...(below ? { under: { ...below, offered: null } } : {}),
  };
  keep(scene, session);
  talkOf(scene, session)?.begin();
}
