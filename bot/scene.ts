/**
 * One turn for one person: who they are, where the answer goes, and the transaction everything is written in. What is
 * said here waits in the outbox; nothing is sent.
 */
import { type Line, line, type Say } from '../conversations/say.ts';
import type { Tx } from '../db/open.ts';
import { enqueue, type Priority } from '../db/outbox.ts';
import { newestMessage } from '../db/replaced.ts';
import { keepSession, type Offered, type StoredSession, sessionOf } from '../db/sessions.ts';
import { unitTree } from '../db/units.ts';
import { dateAt, type Instant, type IsoDate } from '../domain/date.ts';
import type { Address, Attachment, Outbound } from '../domain/message.ts';
import { type Action, may, type Person, unitsWhereMay } from '../domain/person.ts';
import type { Unit, UnitId, UnitTree } from '../domain/unit.ts';
import type { House } from './house.ts';
import { type Pen, pen, render } from './render.ts';

export interface Scene {
  house: House;
  tx: Tx;
  now: Instant;
  today: IsoDate;
  person: Person;
  /** Where the answer goes. */
  to: Address;
  priority: Priority;
  /** Row id of the message that brought this turn about; absent when time did. */
  message?: number;
  tree: UnitTree;
  pen: Pen;
  /** Natural key of the first message said. */
  key?: string;
  /** The newest message, one of whose choices was tapped: the next step of the conversation takes its place. */
  tapped?: { messageId: string; label: string };
  /** What the person is in the middle of, read when first asked for; ask `openSession`, change it with `keep`. */
  session?: StoredSession;
}

/** Sets the scene for a person in a running transaction. */
export function setScene(
  given: Pick<Scene, 'house' | 'tx' | 'now' | 'person' | 'to' | 'priority'> & { message?: number },
): Scene {
  return { ...given, today: dateAt(given.now), tree: unitTree(given.tx), pen: pen(given.person.language, given.now) };
}

/** Puts a message for this person into the outbox; answers the choices it offered. */
export function speak(scene: Scene, say: Say, extra: { attachment?: Attachment; key?: string } = {}): Offered | null {
  const { key = scene.key } = extra;
  delete scene.key;
  const rendered = render(say, scene.pen.write);
  const attachment = extra.attachment ?? rendered.attachment;
  const mark = markOf(scene);
  const choices = rendered.choices?.map((row) => row.map((choice) => ({ ...choice, id: tapId(mark, choice.id) })));
  const message: Outbound = {
    ...inPlace(scene, rendered, attachment !== undefined),
    ...(choices ? { choices } : {}),
    ...(attachment ? { attachment } : {}),
  };
  const { tx, to, priority, now, person } = scene;
  enqueue(tx, { to, priority, message, at: now, personId: person.id, ...(key === undefined ? {} : { key }) });
  if (!rendered.choices) return null;
  const unasked = scene.message === undefined ? { unasked: true } : {};
  return { mark, choices: rendered.choices.flat(), numbered: say.numbered === true, ...unasked };
}

/**
 * Lets the next step stand where the tapped message stood, if nothing came after that one. What was chosen stays
 * readable: where the step does not begin with what it noted, the choice stands above it.
 */
export function stepInPlace(scene: Scene, { label, message }: { label?: string; message?: string }): void {
  if (label === undefined || message === undefined || newestMessage(scene.tx, scene.to) !== message) return;
  scene.tapped = { messageId: message, label };
}

/** Opens every line that says what was noted. */
const NOTED = '✓';

/** The first message after a tap in the place of the tapped one; an attachment and all that follows it are new. */
function inPlace(scene: Scene, message: Outbound, attached: boolean): Outbound {
  const { tapped } = scene;
  delete scene.tapped;
  if (tapped === undefined || attached) return message;
  const chosen = scene.pen.write(line('tap-chosen', { choice: tapped.label }));
  const text = message.text.startsWith(NOTED) ? message.text : `${chosen}\n\n${message.text}`;
  return { ...message, text, replaces: { messageId: tapped.messageId } };
}

/** What marks the choices of one turn: the message it answers, or the moment of a reminder. */
const markOf = ({ message, now }: Scene): string =>
  message === undefined ? `t${now.toString(36)}` : message.toString(36);

/** Between a mark and a choice: neither has one. */
const MARK_END = '~';

/** Prefix of the choices that are commands; they mean the same on whatever message they stand. */
export const RUN = 'run:';

/**
 * The id a button carries. Questions share choice ids ("không có hồ sơ nào"), so all but commands carry the mark of
 * their message: a tap on an older one must never answer the question open now.
 */
const tapId = (mark: string, id: string): string => (id.startsWith(RUN) ? id : `${mark}${MARK_END}${id}`);

/** The choice a tap stands for, and whether it was offered with the message last sent. */
export function tapped(scene: Scene, id: string): { id: string; isCurrent: boolean } {
  if (id.startsWith(RUN)) return { id, isCurrent: true };
  const end = id.indexOf(MARK_END);
  return { id: id.slice(end + 1), isCurrent: id.slice(0, end) === openSession(scene).offered?.mark };
}

/** Says a few lines, without choices. */
export const tell = (scene: Scene, ...lines: Line[]): void => void speak(scene, { lines });

export const NOTHING_OPEN: StoredSession = { flow: '', version: 0, state: null, paused: false, offered: null };

/** What the person is in the middle of; nothing open is an empty flow. */
export function openSession(scene: Scene): StoredSession {
  scene.session ??= sessionOf(scene.tx, scene.person.id) ?? NOTHING_OPEN;
  return scene.session;
}

/** Keeps where the person now is. */
export function keep(scene: Scene, session: StoredSession): void {
  if (session === scene.session) return;
  scene.session = session;
  keepSession(scene.tx, scene.person.id, session, scene.now);
}

/** Offers choices outside any conversation; whatever was open stays as it is. */
export function offer(scene: Scene, say: Say, extra: { attachment?: Attachment } = {}): void {
  const offered = speak(scene, { ...say, numbered: true }, extra);
  keep(scene, { ...openSession(scene), offered });
}

export const allowed = (scene: Scene, action: Action, unit: UnitId): boolean =>
  may(scene.person, action, unit, scene.tree, scene.today);

/** The units this person may do something to, in the tree's order. */
export function unitsFor(scene: Scene, action: Action): Unit[] {
  const ids = unitsWhereMay(scene.person, action, scene.tree, scene.today);
  return ids.flatMap((id) => scene.tree.get(id) ?? []);
}

/** A unit by its id. @throws {Error} on an id no unit has: a defect of ours */
export function unitOf(scene: Scene, id: UnitId): Unit {
  const unit = scene.tree.get(id);
  if (!unit) throw new Error(`no unit ${id}`);
  return unit;
}

/** The given name, which comes last in Vietnamese: "anh/chị Lan". */
export const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
