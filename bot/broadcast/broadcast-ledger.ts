/**
 * The account of announcements by chat: the recent ones, what became of each, who has not acknowledged; stopping one
 * that is under way or still to come, and reminding the rest.
 */
import { type Line, line, type Option, option, type Value } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import {
  accountOf,
  lastReminded,
  remindSilent,
  silentOf,
  stopWaiting,
  waitingAt,
} from '../../db/broadcast-recipients.ts';
import {
  agreedOf,
  type Broadcast,
  broadcastById,
  lastOf,
  moveOn,
  recentBroadcasts,
  settleBroadcast,
} from '../../db/broadcasts.ts';
import type { Reader } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { isSaidUnder } from '../../db/replaced.ts';
import { type Account, COMING, sumOf } from '../../domain/broadcast.ts';
import { nextPush, PUSH_HOURS } from '../../domain/calendar.ts';
import { dateAt } from '../../domain/date.ts';
import { allowed, offer, RUN, type Scene, tell, unitsFor } from '../scene.ts';
import { everybodyMeant } from './broadcast-audience.ts';
import { agreedFor } from './broadcast-begin.ts';
import { grownSay } from './broadcast-grown-words.ts';
import { pictureLines, reasonLines, stalledKey, stopOption, waitingLine, withdrawOption } from './broadcast-words.ts';

/** Announcements listed; older ones are rarely asked for. */
const RECENT_MAX = 5;
/** Names of those who have not acknowledged; a longer list would not be read on a phone. */
const SILENT_NAMED_MAX = 10;
/** Characters of the text shown to tell announcements apart: two lines on a phone, and in a button one. */
export const EXCERPT_MAX = 80;
const LABEL_MAX = 24;

/** The beginning of a text in one line. */
export function excerpt(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).trimEnd()}…`;
}

/** An announcement this person may look at and act on; undefined for any other. */
export function handled(scene: Scene, id: number): Broadcast | undefined {
  const found = broadcastById(scene.tx, id);
  return found && allowed(scene, 'broadcast', found.unit) ? found : undefined;
}

/** "Thông báo gần đây": the newest, each with the way to its account. */
export function sayRecent(scene: Scene): void {
  const units = unitsFor(scene, 'broadcast').map(({ id }) => id);
  if (units.length === 0) return tell(scene, line('broadcast-not-allowed'));
  const found = recentBroadcasts(scene.tx, units, RECENT_MAX);
  if (found.length === 0) return tell(scene, line('broadcast-none-yet'));
  offer(scene, {
    lines: [line('broadcast-recent')],
    choices: found.map(({ id, text, sendAt }) => [
      option(`${RUN}broadcast:${id}`, 'broadcast-recent-one', {
        at: { time: sendAt },
        text: excerpt(text, LABEL_MAX),
      }),
    ]),
  });
}

/** The account of one. Answers false for one unknown, or not this person's to see. */
export function sayLedger(scene: Scene, id: number): boolean {
  const broadcast = handled(scene, id);
  if (!broadcast) return false;
  const account = accountOf(scene.tx, id);
  const author = personById(scene.tx, broadcast.author)?.name ?? '';
  const lines = [
    line('broadcast-ledger', { at: { time: broadcast.sendAt }, name: author, state: stateLine(broadcast) }),
    line('broadcast-quoted', { text: excerpt(broadcast.text, EXCERPT_MAX) }),
  ];
  if (account.total === 0) {
    const agreed = broadcast.state === 'waiting_author' ? agreedOf(scene.tx, id) : undefined;
    if (agreed && broadcast.author === scene.person.id) {
      const everybody = agreedFor(everybodyMeant(scene, broadcast.audience, broadcast.groups));
      offer(scene, grownSay(scene.tx, broadcast, agreed, everybody));
    } else if (COMING.some((state) => state === broadcast.state)) {
      offer(scene, { lines, choices: [[withdrawOption(id)]] });
    } else offer(scene, { lines });
    return true;
  }
  const silent = silentOf(scene.tx, id);
  const names = silent.map(({ name }) => name);
  lines.push(sumLine(account));
  if (account.waiting > 0) lines.push(...waitingLines(scene.tx, id));
  lines.push(...reasonLines(account), ...pictureLines(scene.tx, broadcast));
  lines.push(...acknowledgedLines(account, names));
  const choices: Option[][] = [];
  if (broadcast.state === 'sending') choices.push([stopOption(id)]);
  if (names.length > 0 && (broadcast.state !== 'sending' || isSaidUnder(scene.tx, stalledKey(id)))) {
    choices.push([option(`${RUN}broadcast-remind:${id}`, 'broadcast-remind', { n: names.length })]);
  }
  choices.push([option(`${RUN}broadcast-list:${id}`, 'broadcast-list')]);
  offer(scene, { lines, choices });
  return true;
}

/** Nothing for those of the first moment, who are not in the outbox yet. */
function waitingLines(read: Reader, id: number): Line[] {
  const waits = waitingAt(read, id);
  return waits.length > 0 ? [waitingLine(waits)] : [];
}

const stateLine = ({ state }: Broadcast): Line => line(`broadcast-state-${state}`);

/** "Người nhận 7 = đã gửi 6 + đang chờ 0 + …": the parts sum to everybody meant. */
function sumLine({ total, sent, waiting, failed, unreachable, stopped }: Account): Line {
  const parts: Value[] = [line('broadcast-sum-sent', { n: sent })];
  if (waiting > 0) parts.push(line('broadcast-sum-waiting', { n: waiting }));
  if (sumOf(failed) > 0) parts.push(line('broadcast-sum-failed', { n: sumOf(failed) }));
  if (sumOf(unreachable) > 0) parts.push(line('broadcast-sum-unreachable', { n: sumOf(unreachable) }));
  if (stopped > 0) parts.push(line('broadcast-sum-stopped', { n: stopped }));
  return line('broadcast-sum', { total, parts: { each: parts, with: ' + ' } });
}

function acknowledgedLines(account: Account, silent: readonly string[]): Line[] {
  const { acknowledged: n, askedToAcknowledge: of } = account;
  const lines = [line('broadcast-acknowledged', { n, of: Math.max(of, n) })];
  if (silent.length === 0) return lines;
  const each = silent.slice(0, SILENT_NAMED_MAX);
  const more = silent.length - each.length;
  const names: Value = { each, with: ', ' };
  const named = more > 0 ? line('broadcast-and-others', { names, more }) : names;
  return [...lines, line('broadcast-silent', { names: named })];
}

/** "Dừng gửi": the newest of this person's that is under way or still to come. */
export function stopLast(scene: Scene): void {
  if (unitsFor(scene, 'broadcast').length === 0) return tell(scene, line('broadcast-not-allowed'));
  const sending = lastOf(scene.tx, scene.person.id, ['sending']);
  const broadcast = sending ?? lastOf(scene.tx, scene.person.id, COMING);
  if (!broadcast || !stop(scene, broadcast.id)) tell(scene, line('broadcast-nothing-to-stop'));
}

/** Stops one. Answers false for one unknown, or not this person's to stop. */
export function stop(scene: Scene, id: number): boolean {
  const { tx, now, person } = scene;
  if (!handled(scene, id)) return false;
  const isComing = moveOn(tx, id, COMING, 'stopped');
  if (!isComing && !moveOn(tx, id, ['sending'], 'stopped')) {
    tell(scene, line('broadcast-over'));
    return true;
  }
  noteDeed(tx, { at: now, actor: person.code, action: 'broadcast_stop', subject: `broadcast:${id}`, detail: {} });
  if (isComing) {
    settleBroadcast(tx, id, 'stopped', now);
    tell(scene, line('broadcast-withdrawn'));
    return true;
  }
  stopWaiting(tx, id, now);
  const { stopped, underWay, sent } = accountOf(tx, id);
  tell(scene, line('broadcast-stopping', { stopped, sent, under_way: underWay }));
  return true;
}

/** Reminders go once all is settled, or beside what waits for a door that is down. */
const maySend = ({ tx }: Scene, id: number): boolean =>
  moveOn(tx, id, ['done', 'stopped'], 'reminding') ||
  (broadcastById(tx, id)?.state === 'sending' && isSaidUnder(tx, stalledKey(id)));

/** Reminds those who have not acknowledged, at most once on a working day. Answers false as `stop` does. */
export function remindRest(scene: Scene, id: number): boolean {
  const { house, tx, now, today, person } = scene;
  if (!handled(scene, id)) return false;
  const last = lastReminded(tx, id);
  const slot = nextPush(house.calendar, PUSH_HOURS, now);
  if (silentOf(tx, id).length === 0) tell(scene, line('broadcast-all-acknowledged'));
  else if (last !== undefined && dateAt(last) === today) {
    tell(scene, line('broadcast-reminded-today', { at: { time: last } }));
  } else if (slot > now) tell(scene, line('broadcast-remind-hours', { at: { time: slot } }));
  else if (!maySend(scene, id)) tell(scene, line('broadcast-still-sending'));
  else {
    const n = remindSilent(tx, id, now);
    const detail = { people: n };
    noteDeed(tx, { at: now, actor: person.code, action: 'broadcast_remind', subject: `broadcast:${id}`, detail });
    tell(scene, line('broadcast-reminding', { n }));
  }
  return true;
}
