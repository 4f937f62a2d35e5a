/** What somebody enrolled said, taken to where it belongs: an open conversation, a command, or a new one. */

import type { Input } from '../conversations/flow.ts';
import { monthlyCheckIn } from '../conversations/flows/monthly-check-in/flow.ts';
import type { CommandName } from '../conversations/parse/command.ts';
import { type Understanding, understand } from '../conversations/parse/understand.ts';
import { line, option } from '../conversations/say.ts';
import { filingOf } from '../db/answers.ts';
import type { StoredSession } from '../db/sessions.ts';
import { type IndicatorName, isYearly } from '../domain/indicator.ts';
import type { Said } from '../domain/message.ts';
import { lastEnded } from '../domain/period.ts';
import { fold } from '../domain/text.ts';
import type { Unit } from '../domain/unit.ts';
import { hearsAcknowledgement } from './broadcast/acknowledged.ts';
import { help, resume, runChoice, runCommand } from './commands.ts';
import { DESKS } from './desks.ts';
import { isForm } from './draft.ts';
import { isBegun, type Talk, talkOf } from './flows.ts';
import { greet } from './greeting.ts';
import { openCheckIn, openCorrection } from './month/check-in.ts';
import { monthAtHand, monthNamed, unitsAtHand } from './month/month.ts';
import { typedChoices } from './offered.ts';
import { manageAccount } from './people/account.ts';
import {
  givenName,
  keep,
  offer,
  openSession,
  RUN,
  type Scene,
  stepInPlace,
  tapped,
  tell,
  unitOf,
  unitsFor,
} from './scene.ts';
import { reminderMeant } from './status/reminded.ts';
import { statusLines } from './status/status.ts';

/** Whole messages that take up what was set aside. */
const CONTINUE = new Set(['tiep tuc', 'lam tiep', 'continue', 'tiep']);
const DISCARD = new Set(['bo nhap', 'xoa nhap', 'huy nhap', 'discard', 'bo ban nhap']);

/** Commands that only tell something: answered in the middle of a conversation, which then goes on. */
const ASIDES = new Set<CommandName>([
  'status',
  'missing',
  'unreached',
  'remind',
  'late',
  'compare',
  'trend',
  'progress',
  'download',
  'whoami',
  'report',
]);

/** Answers one message of an enrolled person. */
export function converse(scene: Scene, said: Exclude<Said, { kind: 'unsupported' }>): void {
  const session = openSession(scene);
  const talk = session.paused ? undefined : talkOf(scene, session);
  if (said.kind === 'picture') {
    const { channel, account } = scene.to;
    return talk?.takePicture?.({ channel, account, ref: said.ref }, said.caption);
  }
  if (said.kind === 'choice') return tap(scene, talk, said);
  if (said.kind === 'edit') return edited(scene, talk, said.text);
  const ids = typedChoices(said.text, session.offered);
  if (hearsAcknowledgement(scene, talk, said.text, ids)) return;
  if (ids.length > 0) return choose(scene, talk, ids);
  const words = fold(said.text);
  if (CONTINUE.has(words) && session.flow !== '') return resume(scene);
  if (DISCARD.has(words) && session.flow !== '') return void runChoice(scene, `${RUN}discard`);
  if (manageAccount(scene, words)) return;
  const ask = talk?.question?.ask;
  const understood = understand(said.text, { today: scene.today, ...(ask === undefined ? {} : { ask }) });
  if (talk) return answer(scene, talk, said.text, understood);
  if (session.paused && answersPaused(scene, session, said.text)) return;
  fresh(scene, said.text, understood);
}

/** A tapped choice; one that belongs to an older message is answered with where the person is now. */
function tap(scene: Scene, talk: Talk | undefined, said: Said & { kind: 'choice' }): void {
  const { id, isCurrent } = tapped(scene, said.id);
  // A command is no step: what it answers stands beside what was shown before.
  if (isCurrent && talk && !id.startsWith(RUN)) stepInPlace(scene, said);
  if (isCurrent) return choose(scene, talk, [id]);
  if (talk) return talk.restate([line('button-old')]);
  greet(scene);
}

/**
 * A message of their own that somebody has changed: what it names is a correction. A bare number in it answered a
 * question that may no longer be open, so it is never laid down.
 */
function edited(scene: Scene, talk: Talk | undefined, text: string): void {
  const understood = understand(text, { today: scene.today });
  const { figures, dates, citations, auditDone } = understood;
  const named = Object.keys(figures).length + Object.keys(dates).length + citations.length;
  const isNamed = named > 0 || auditDone !== undefined;
  if (!isNamed || talk?.question?.verbatim) {
    return talk ? talk.restate([line('edit-not-taken')]) : tell(scene, line('edit-not-taken'));
  }
  if (!talk) return fresh(scene, text, understood);
  if (!speaksOfOtherMonth(scene, talk, text, understood)) talk.advance({ kind: 'text', text, understood });
}

/** A choice of the message last sent, tapped or typed. */
function choose(scene: Scene, talk: Talk | undefined, ids: string[]): void {
  const [id = ''] = ids;
  if (id.startsWith(RUN)) {
    if (!runChoice(scene, id)) greet(scene);
    return;
  }
  if (talk) return talk.advance({ kind: 'choice', ids });
  greet(scene);
}

/** A bare number after a pause answers the question that was left: nobody sends "195" for anything else. */
function answersPaused(scene: Scene, session: StoredSession, text: string): boolean {
  const talk = talkOf(scene, session);
  const ask = talk?.question?.ask;
  if (!talk || ask === undefined) return false;
  const understood = understand(text, { today: scene.today, ask });
  if (understood.number === undefined) return false;
  keep(scene, { ...session, paused: false });
  talk.advance({ kind: 'text', text, understood });
  return true;
}

/** Whole messages that only greet: the first thing most people type, also where a reminder has asked already. */
const GREETINGS = new Set([
  'chao',
  'xin chao',
  'chao bot',
  'chao tro ly',
  'chao em',
  'chao ban',
  'hello',
  'hi',
  'alo',
  'a lo',
]);

const greets = (text: string): boolean => GREETINGS.has(fold(text).replace(/[\s.,!?]+$/, ''));

/** An answer in an open conversation, or a command given in the middle of it. */
function answer(scene: Scene, talk: Talk, text: string, understood: Understanding): void {
  const command = understood.command && reminderMeant(scene, understood.command, text);
  const slash = text.trim().startsWith('/');
  if (greets(text)) return talk.begin([line('menu-greeting', { name: givenName(scene.person.name) })]);
  const input: Input = { kind: 'text', text, understood };
  // A question for words may look a name up or want points: a command it cannot use is one, in a form and in a flow.
  const isFree = talk.question?.verbatim && talk.answers(input);
  if (command && (slash || !isFree)) {
    if (command.name === 'status') return talk.restate(statusLines(scene, command));
    if (command.name === 'help') return talk.restate([line('engine-help')]);
    runCommand(scene, command, text);
    if (ASIDES.has(command.name)) talk.restate();
    return;
  }
  if (understood.navigation === 'restart') return offerRestart(scene);
  if (speaksOfOtherMonth(scene, talk, text, understood)) return;
  // A month only just asked for has nothing to lose: a document that completes a duty is taken for that.
  const mayHear = !talk.question?.verbatim && !isBegun(scene.house, openSession(scene));
  if (mayHear && heard(scene, text, understood)) return;
  if (heardAside(scene, talk, text, input)) return;
  talk.advance(input);
}

/**
 * Whether a desk has answered words that the open question cannot use and that can mean nothing else: announcements told
 * whole, and several questions in one message. A form would be lost for it, so there it is not heard.
 */
function heardAside(scene: Scene, talk: Talk, text: string, input: Input): boolean {
  if (isForm(openSession(scene)) || talk.answers(input)) return false;
  return DESKS.some((desk) => desk.hearsAside?.(scene, text, () => talk.restate()));
}

/** Whether a desk has answered words that are no command. */
const heard = (scene: Scene, text: string, understood: Understanding): boolean =>
  DESKS.some((desk) => desk.hears?.(scene, text, understood));

/** Nothing is thrown away without being asked. */
function offerRestart(scene: Scene): void {
  offer(scene, {
    lines: [line('restart-question')],
    choices: [[option(`${RUN}continue`, 'choice-continue'), option(`${RUN}restart`, 'choice-discard')]],
  });
}

/** "tháng 10 nhận 215" while September is open: asked, because figures must not land in the wrong month. */
function speaksOfOtherMonth(scene: Scene, talk: Talk, text: string, understood: Understanding): boolean {
  const session = openSession(scene);
  const { month } = understood;
  if (session.flow !== monthlyCheckIn.name || !month || talk.question?.verbatim) return false;
  if (!('received' in understood.figures) && !('resolved' in understood.figures)) return false;
  const state = monthlyCheckIn.parse(session.state);
  const said = monthNamed(scene, month);
  if (said === state.period) return false;
  const dropped = { period: { period: said }, unit: unitOf(scene, state.unit).name };
  offer(scene, {
    lines: [line('check-in-other-month', { open: { period: state.period }, said: { period: said } })],
    choices: [
      [option(`${RUN}continue`, 'choice-continue')],
      [option(`${RUN}check-in:${state.unit}:${said}:force`, 'choice-drop-draft', dropped)],
    ],
  });
  return text !== '';
}

/** A message when nothing is open: a command, figures for a month, or a greeting. */
function fresh(scene: Scene, text: string, understood: Understanding): void {
  if (understood.command) return runCommand(scene, reminderMeant(scene, understood.command, text), text);
  if (understood.navigation === 'help') return help(scene);
  if (heard(scene, text, understood)) return;
  const { figures, dates, citations, auditDone, doubts } = understood;
  // what is asked once a year opens no month
  const monthly = (Object.keys(figures) as IndicatorName[]).filter((name) => !isYearly(name));
  const named = monthly.length + Object.keys(dates).length + citations.length;
  const says =
    named > 0 || auditDone !== undefined || doubts.some((doubt) => 'proposal' in doubt || 'candidates' in doubt);
  const units = unitsFor(scene, 'file_month');
  const extra = units.length > 0 ? monthlyCheckIn.notKept(understood) : [];
  if (!says) return extra.length > 0 ? tell(scene, ...extra) : greet(scene);
  const [unit] = units;
  // "Quý 5" of a leader is no figure they wanted to send.
  if (!unit && named === 0 && auditDone === undefined) return greet(scene);
  if (!unit) return tell(scene, line('not-allowed-file'));
  const said = understood.month && monthNamed(scene, understood.month);
  const period = said ?? lastEnded(scene.today, scene.house.window);
  const [first = unit, ...others] = unitsAtHand(scene, units, said);
  const open = [first, ...others].find((each) => !filingOf(scene.tx, each.id, period)) ?? first;
  startWith(scene, open, text, understood);
}

/** Opens the month the figures are for and lets them be its first answer. */
function startWith(scene: Scene, unit: Unit, text: string, understood: Understanding): void {
  const period = understood.month ? monthNamed(scene, understood.month) : monthAtHand(scene, unit.id);
  const filed = filingOf(scene.tx, unit.id, period) !== undefined;
  if (!(filed ? openCorrection(scene, unit, period) : openCheckIn(scene, unit, period))) return;
  const session = openSession(scene);
  keep(scene, session);
  const talk = talkOf(scene, session);
  const input: Input = { kind: 'text', text, understood };
  if (talk) talk.open(input);
  else tell(scene, line('engine-not-understood'));
}
