/**
 * Acknowledging an announcement, by its button or in words. In the middle of something else the open question comes
 * first wherever it can use the words; whatever acknowledges there is followed by that question once more.
 */
import type { Input } from '../../conversations/flow.ts';
import { type Acknowledgement, readAcknowledgement } from '../../conversations/parse/acknowledge.ts';
import { understand } from '../../conversations/parse/understand.ts';
import { type Line, line } from '../../conversations/say.ts';
import { acknowledge, isAnnouncedLast, unacknowledged } from '../../db/broadcast-recipients.ts';
import { fold } from '../../domain/text.ts';
import type { Talk } from '../flows.ts';
import { openSession, RUN, type Scene, tell } from '../scene.ts';
import { followAcknowledged } from './broadcast-send.ts';

/** A typed "đã nhận" long after is an answer to something else. */
const RECEPTION_WITHIN_MS = 7 * 24 * 3_600_000;

/** "Ok" and its like are said to anything: unless the announcement was shown last, only of one of the day. */
const ASSENT_WITHIN_MS = 24 * 3_600_000;

/** The name of the choice: 'run:ack:12'. */
const ACKNOWLEDGES = `${RUN}ack:`;

/** Somebody pressed "Đã nhận". Answers false where the announcement was not for them. */
export function sayAcknowledged(scene: Scene, id: number): boolean {
  const said = noteAcknowledged(scene, id);
  if (said) tell(scene, said);
  return said !== undefined;
}

function noteAcknowledged(scene: Scene, id: number): Line | undefined {
  const noted = acknowledge(scene.tx, id, scene.person.id, scene.now);
  if (!noted) return undefined;
  if (noted.isNew) followAcknowledged(scene, id);
  return line(noted.isNew ? 'broadcast-thanks' : 'broadcast-thanked', { at: { time: noted.at } });
}

/**
 * Takes typed words for the acknowledgement they are; answers false where they are none, or mean something else here.
 * @param ids the choices last offered that the words could mean
 */
export function hearsAcknowledgement(scene: Scene, talk: Talk | undefined, text: string, ids: string[]): boolean {
  const words = readAcknowledgement(text);
  if (words === undefined) return false;
  const tapped = ids.find((id) => id.startsWith(ACKNOWLEDGES));
  if (tapped !== undefined) return thanked(scene, talk, Number(tapped.slice(ACKNOWLEDGES.length)));
  // "da nhan" also begins other labels; only its own whole words choose one of those.
  if (ids.length > 0 && (words === 'assent' || isLabel(scene, text))) return false;
  const isShort = words === 'assent' && !isAnnouncedLast(scene.tx, scene.to);
  const within = isShort ? ASSENT_WITHIN_MS : RECEPTION_WITHIN_MS;
  const id = unacknowledged(scene.tx, scene.person.id, scene.now - within);
  if (id === undefined || (talk && isForTalk(scene, talk, text, words))) return false;
  return thanked(scene, talk, id);
}

const isLabel = (scene: Scene, text: string): boolean =>
  openSession(scene).offered?.choices.some(({ label }) => fold(label) === fold(text)) === true;

/**
 * Whether the open question has the better claim. An announcement shown after it was asked has, where the words name
 * reception; and no question for free words is answered "ok" by somebody who has just been shown one.
 */
function isForTalk(scene: Scene, talk: Talk, text: string, words: Acknowledgement): boolean {
  const isVerbatim = talk.question?.verbatim === true;
  if ((words === 'reception' || isVerbatim) && isAnnouncedLast(scene.tx, scene.to)) return false;
  if (isVerbatim) return true;
  const ask = talk.question?.ask;
  const understood = understand(text, { today: scene.today, ...(ask === undefined ? {} : { ask }) });
  return talk.answers({ kind: 'text', text, understood } satisfies Input);
}

function thanked(scene: Scene, talk: Talk | undefined, id: number): boolean {
  const said = noteAcknowledged(scene, id);
  if (!said) return false;
  if (talk) talk.restate([said]);
  else tell(scene, said);
  return true;
}
