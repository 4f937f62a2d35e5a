/**
 * A notice to four hundred people on two doors of providers that do their worst: they throttle, fail, lose answers,
 * answer out of order, and the process may die between any two things it does. What arrived is counted where it
 * arrives, behind the provider's back.
 */
import { expect } from 'vitest';
import type { Address, ChannelName } from '../../domain/message.ts';
import { type BroadcastRoom, broadcastRoom, CLUSTER, partsOf, wards } from './broadcast-room.ts';
import type { Verdict } from './channel.ts';
import { quiet } from './clock.ts';
import { countedRandom } from './random.ts';

export const PEOPLE = 400;
const TEXT = 'cả tỉnh nghỉ bão từ 13h';
const MINUTE = 60_000;
/** Six hours are far more than all the waits that the providers ask for. */
const MINUTES_MAX = 360;

/** A number below `most`, the same in every run of a seed. */
export function dice(seed: string): (most: number) => number {
  const random = countedRandom(seed);
  return (most) => Buffer.from(random(4)).readUInt32BE() % most;
}

/** What a provider makes of one try, and whether the message arrived all the same. */
interface Fate {
  verdict: Verdict;
  arrives: boolean;
}

const GONE: Fate = { verdict: { kind: 'recipient_gone' }, arrives: false };
const REJECTED: Fate = { verdict: { kind: 'rejected' }, arrives: false };
const LOST_ANSWER: Fate = { verdict: { kind: 'unreachable', perhapsSent: true }, arrives: true };
const TAKEN: Fate = { verdict: 'taken', arrives: true };

export class Notice {
  readonly room: BroadcastRoom;
  readonly roll: (most: number) => number;
  /** How often each person got it. */
  readonly arrived = new Map<string, number>();
  /** Messages the process may still hand over in this life; then every answer is silence. */
  life = Number.POSITIVE_INFINITY;

  private constructor(seed: string) {
    const half = Array.from({ length: PEOPLE / 2 }, (_, at) => `p${at}`);
    this.room = broadcastRoom({ rows: [...CLUSTER, ...wards(PEOPLE - 3)], zalo: half });
    this.roll = dice(seed);
  }

  /** Composed, confirmed, and begun. */
  static async begun(seed: string): Promise<Notice> {
    const notice = new Notice(seed);
    await notice.room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', String(PEOPLE));
    return notice;
  }

  /** The doors open with providers in this mood. */
  open() {
    return this.room.start((to, { text }) => this.#judge(to, text));
  }

  async #judge({ id, channel }: Address, text: string): Promise<Verdict> {
    if (!text.includes(TEXT) || id === 'dp') return 'taken';
    if (this.room.down.has(channel)) return { kind: 'unreachable' };
    this.life -= 1;
    const { verdict, arrives } = this.life < 0 ? { ...TAKEN, verdict: 'silence' as const } : this.#fate(id, channel);
    if (arrives) this.arrived.set(id, (this.arrived.get(id) ?? 0) + 1);
    // Answers come back in another order than the messages went.
    await quiet(this.roll(6));
    return verdict;
  }

  #fate(id: string, channel: ChannelName): Fate {
    if (id === 'p7' || id === 'p301') return GONE;
    if (id === 'p8' || id === 'p302') return REJECTED;
    const draw = this.roll(100);
    const scope = draw < 2 ? 'account' : 'chat';
    const wait = channel === 'telegram' ? 3_000 : 20_000;
    if (draw < 8) return { verdict: { kind: 'throttled', retryAfterMs: wait, scope }, arrives: false };
    if (draw < 14) return { verdict: { kind: 'unreachable' }, arrives: false };
    return draw < 18 ? LOST_ANSWER : TAKEN;
  }

  /** Nothing may ever be untrue of the account, at whatever moment it is asked for. */
  check(): void {
    const account = this.room.account();
    expect(partsOf(account)).toBe(PEOPLE);
    expect(account.acknowledged).toBeLessThanOrEqual(account.sent);
    expect(account.underWay).toBeLessThanOrEqual(account.waiting);
  }

  /** Time passes, as it does in the service, until nothing is left or the minutes are over. */
  async minutes(out: { nudge: () => void }, most = MINUTES_MAX): Promise<void> {
    const isOver = () => ['done', 'stopped'].includes(this.room.state() ?? '') && this.room.account().waiting === 0;
    for (let minute = 0; minute < most && !isOver(); minute += 1) {
      this.room.pieces();
      out.nudge();
      await quiet(40);
      this.room.clock.advance(MINUTE);
      await quiet(40);
      this.check();
    }
    this.room.pieces();
    await quiet(10);
    this.check();
  }

  /** Nobody got it twice but those marked as perhaps so, and nobody failed who is not named with a reason. */
  verify(): void {
    const marked = this.room
      .all<{ address: string }>(
        "select address from outbox where key like 'broadcast:1:%' and (failure like 'after_crash%' or failure like 'perhaps_sent%')",
      )
      .map(({ address }) => address);
    const twice = [...this.arrived].filter(([, times]) => times > 1).map(([code]) => code);
    expect(marked).toEqual(expect.arrayContaining(twice));
    const sent = this.room
      .all<{ address: string }>("select address from outbox where key like 'broadcast:1:%' and state = 'sent'")
      .map(({ address }) => address);
    expect([...this.arrived.keys()]).toEqual(expect.arrayContaining(sent));
    expect(new Set(sent).size).toBe(sent.length);
  }
}
