/**
 * What an announcement's author and its second person are told, whoever's turn it is: put into the outbox for them,
 * with choices a typed word chooses where they are in the middle of nothing else.
 */
import { type Line, line, type Option, option, type Say, type Value } from '../../conversations/say.ts';
import type { WaitingAt } from '../../db/broadcast-recipients.ts';
import type { Broadcast } from '../../db/broadcasts.ts';
import { picturesLost } from '../../db/lost-pictures.ts';
import type { Reader, Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { identitiesOf, personById } from '../../db/people.ts';
import type { StoredSession } from '../../db/sessions.ts';
import { type Account, sumOf, type Tally } from '../../domain/broadcast.ts';
import type { Instant } from '../../domain/date.ts';
import type { Outbound } from '../../domain/message.ts';
import type { PersonId } from '../../domain/person.ts';
import type { House } from '../house.ts';
import { render } from '../render.ts';
import { keep, openSession, RUN, type Scene, setScene } from '../scene.ts';

/** The scene of somebody who is not speaking: at the door they were last seen at; undefined for nobody enrolled. */
export function sceneOf(house: House, tx: Tx, id: PersonId, now: Instant): Scene | undefined {
  const person = personById(tx, id);
  const doors = identitiesOf(tx, id);
  const door = doors.find(({ goneAt }) => goneAt === undefined) ?? doors[0];
  return person && door && setScene({ house, tx, now, person, to: door.address, priority: 0 });
}

/** Whether somebody is being asked something: what they type next answers that. */
export const isBusy = ({ flow, paused }: Pick<StoredSession, 'flow' | 'paused'>): boolean => flow !== '' && !paused;

/** How the first word of an announcement's progress is keyed: every later state takes its place. */
export const progressKey = (id: number): string => `broadcast-progress:${id}`;

/**
 * Puts words for somebody into the outbox, in place of those of an earlier key where that is given. Answers false where
 * they were put there before.
 */
export function pushTo(
  scene: Scene,
  say: Say,
  { key, ...place }: Pick<Outbound, 'replaces' | 'progress'> & { key?: string } = {},
): boolean {
  const open = openSession(scene);
  const message = { ...render({ ...say, numbered: !isBusy(open) }, scene.pen.write), ...place };
  const { tx, to, priority, now, person } = scene;
  const row = enqueue(tx, {
    to,
    priority,
    message,
    at: now,
    personId: person.id,
    ...(key === undefined ? {} : { key }),
  });
  if (row === undefined) return false;
  if (message.choices && !isBusy(open) && isNewest(open, place)) {
    keep(scene, { ...open, offered: { mark: '', choices: message.choices.flat(), numbered: true } });
  }
  return true;
}

/** What takes an earlier message's place stands above whatever was shown since: a typed number means the latter. */
function isNewest(
  { offered }: StoredSession,
  { replaces, progress }: Pick<Outbound, 'replaces' | 'progress'>,
): boolean {
  if (progress) return false;
  return !replaces || !offered || offered.choices.some(({ id }) => id.startsWith(STOP));
}

const STOP = `${RUN}broadcast-stop:`;

export const stopOption = (id: number): Option => option(`${STOP}${id}`, 'broadcast-stop');
/** The same deed while nothing has been sent. */
export const withdrawOption = (id: number): Option => option(`${STOP}${id}`, 'broadcast-withdraw');
export const ledgerOption = (id: number): Option => option(`${RUN}broadcast:${id}`, 'broadcast-open-ledger');

/** "Đang gửi 3/6 …", with the way to stop. */
export const progressSay = (id: number, account: Account): Say => ({
  lines: [line('broadcast-progress', { done: doneOf(account), of: reachableOf(account) })],
  choices: [[stopOption(id)]],
});

/** How the words about what waits for a door that is down are keyed, up to how many wait. */
export const stalledKey = (id: number): string => `broadcast-stalled:${id}:`;

/** What was settled, and how many wait for which door since when: it is told before the last of them is settled. */
export function stalledSay(id: number, account: Account, waits: readonly WaitingAt[]): Say {
  const { sent, waiting, failed, unreachable, acknowledged, askedToAcknowledge } = account;
  const missed = sumOf(failed) + sumOf(unreachable);
  return {
    lines: [
      line('broadcast-stalled', { sent, waiting, missed, acknowledged, of: askedToAcknowledge }),
      ...waits.map(({ channel, n, since }) =>
        line('broadcast-stalled-at', { door: line(`door-${channel}`), n, at: { time: since } }),
      ),
      ...reasonLines(account),
      line('broadcast-stalled-then'),
    ],
    choices: [[stopOption(id), ledgerOption(id)]],
  };
}

/** By which channels it waits to leave, and since when. */
export const waitingLine = (waits: readonly WaitingAt[]): Line =>
  line('broadcast-waiting-by', {
    doors: {
      each: waits.map(({ channel, n, since }) =>
        line('broadcast-waiting-at', { door: line(`door-${channel}`), n, at: { time: since } }),
      ),
      with: ' · ',
    },
  });

/** How many were handed over and came back, one way or the other. */
export const doneOf = ({ sent, failed }: Account): number => sent + sumOf(failed);

const reachableOf = ({ total, unreachable }: Account): number => total - sumOf(unreachable);

/** "✓ Đã gửi 6 · không gửi được 1 · đã xác nhận 0" */
export function outcomeLines(account: Account): Line[] {
  const { sent, failed, unreachable, stopped, acknowledged, askedToAcknowledge, perhapsTwice } = account;
  const missed = sumOf(failed) + sumOf(unreachable);
  const counts = { sent, missed, acknowledged, of: askedToAcknowledge };
  return [
    stopped > 0 ? line('broadcast-stopped', { ...counts, stopped }) : line('broadcast-done', counts),
    ...reasonLines(account),
    ...(perhapsTwice > 0 ? [line('broadcast-perhaps-twice', { n: perhapsTwice })] : []),
  ];
}

/** To how many it went without its picture, if to any. */
export function pictureLines(read: Reader, { id, picture }: Pick<Broadcast, 'id' | 'picture'>): Line[] {
  const n = picture ? picturesLost(read, id) : 0;
  return n > 0 ? [line('broadcast-picture-lost', { n })] : [];
}

/** Why some got nothing, grouped. */
export function reasonLines({ failed, unreachable }: Account): Line[] {
  const reasons = [...reasonsOf(failed, failureLine), ...reasonsOf(unreachable, unreachableLine)];
  return reasons.length === 0 ? [] : [line('broadcast-reasons', { reasons: { each: reasons, with: ' · ' } })];
}

const reasonsOf = (tally: Tally, worded: (why: string) => Line): Value[] =>
  Object.entries(tally)
    .sort(([, a], [, b]) => b - a)
    .map(([why, n]) => line('broadcast-reason', { why: worded(why), n }));

const UNREACHABLE_WORDS = ['not_enrolled', 'gone', 'no_door'] as const;
export const unreachableLine = (why: string): Line =>
  line(`broadcast-why-${UNREACHABLE_WORDS.find((known) => known === why) ?? 'no_door'}`);

/** What the outbox's own words for a failure mean to a coordinator; whatever else went wrong is ours. */
const FAILURES = ['rejected', 'recipient_gone', 'unreachable', 'throttled', 'account_replaced'] as const;
export const failureLine = (why: string): Line =>
  line(`broadcast-failed-${FAILURES.find((known) => known === why) ?? 'other'}`);
