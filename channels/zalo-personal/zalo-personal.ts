/**
 * The Zalo door: a personal account of the bot's own, through zca-js. Unofficial and against Zalo's terms, so it behaves
 * as a person would: one connection, never two; it writes to nobody first, accepts friends only where it is told to, and
 * leaves when it is sent away. How fast messages leave is decided in scheduler/pace.
 */
import type { Address, Delivery } from '../../domain/message.ts';
import {
  type Channel,
  type FetchedPicture,
  type Receive,
  SendError,
  type Sent,
  type Standing,
  withParts,
} from '../channel.ts';
import { CatchUp } from './catch-up.ts';
import type { Client, ClientParts, Thread } from './client.ts';
import type { CredentialStore, Session } from './credential-store.ts';
import { Friends } from './friends.ts';
import { GROUP_PREFIX, removalOf } from './heard.ts';
import { Intake } from './intake.ts';
import { keepAlive } from './keep-alive.ts';
import type { Log } from './log.ts';
import { type Part, partsOf } from './outgoing.ts';
import { fetchPhoto } from './photo.ts';
import { remember } from './remember.ts';
import { Supervisor } from './supervisor.ts';
import { ADVICE, type TroubleKind } from './trouble.ts';
import { type After, afterTimeout, between } from './wait.ts';
import { type Watch, watchLine } from './watch.ts';

export type { TroubleKind };

/** A message waits so long for a connection that is being renewed; then the outbox waits. */
const OPEN_MAX_MS = 20_000;
/** Between the messages of one delivery; between deliveries scheduler/pace decides. */
const PART_GAP_MS = [1_000, 2_000] as const;
/** Zalo shows "đang nhập" for some seconds; telling it more often would be noise. */
const TYPING_EVERY_MS = 5_000;
/** How long `stop` waits for messages under way. */
const FAREWELL_MS = 5_000;

export interface ZaloPersonalOptions {
  /** The login that `loginByQr` stored. */
  credentials: CredentialStore;
  /** Whose friend request is accepted: people enrolled, or who send a code with it. Nobody unless given. */
  mayBefriend?: (from: Address, message: string) => boolean;
  /** The door needs somebody: admins can be told on other channels. Once for each trouble. @param since nothing left */
  onTrouble?: (kind: TroubleKind, since: number) => void;
  /** The door is open (again); what waits in the outbox may go. */
  onOpen?: () => void;
  log: Log;
  fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** A number in [0, 1). */
  random?: () => number;
  after?: After;
}

/** Makes the door; it listens from `start` on. */
export function zaloPersonal(options: ZaloPersonalOptions): Channel {
  return new ZaloPersonal(options);
}

class ZaloPersonal implements Channel {
  readonly name = 'zalo-personal';
  readonly #options: ZaloPersonalOptions;
  readonly #after: After;
  readonly #now: () => number;
  readonly #random: () => number;
  readonly #supervisor: Supervisor;
  readonly #friends: Friends;
  /** How many messages of a delivery that failed half-way have gone, and the id of the last. */
  readonly #gone = new Map<string, { parts: number; messageId: string }>();
  readonly #typed = new Map<string, number>();
  /** What `stop` gives a moment to arrive. */
  readonly #underWay = new Set<Promise<unknown>>();
  #ending = new AbortController();
  #account: string | undefined;
  #receive: Receive | undefined;
  #intake: { intake: Intake; since: number } | undefined;
  #line: { catchUp: CatchUp; watch: Watch } | undefined;

  constructor(options: ZaloPersonalOptions) {
    const {
      credentials: store,
      log,
      fetch = globalThis.fetch,
      now = Date.now,
      random = Math.random,
      after = afterTimeout,
    } = options;
    this.#options = options;
    this.#after = after;
    this.#now = now;
    this.#random = random;
    this.#friends = new Friends({
      mayBefriend: options.mayBefriend,
      client: () => this.#supervisor.client,
      hear: (inbound) => this.#intake?.intake.other(inbound),
      now,
      after,
      random,
      log,
    });
    this.#supervisor = new Supervisor({
      store,
      fetch,
      now,
      random,
      after,
      log,
      events: (session) => this.#eventsOf(session),
      onOpen: (client, session) => this.#open(client, session),
      onTrouble: (kind, since) => options.onTrouble?.(kind, since),
    });
  }

  get account(): string | undefined {
    return this.#account;
  }

  async start(receive: Receive): Promise<void> {
    this.#receive = receive;
    this.#ending = new AbortController();
    this.#supervisor.start();
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#intake?.intake.stop();
    const late = new Promise<void>((resolve) => void this.#after(FAREWELL_MS, resolve));
    await Promise.race([Promise.allSettled(this.#underWay), late]);
    this.#keep();
    await this.#supervisor.stop();
    this.#intake = undefined;
    this.#receive = undefined;
  }

  async send(to: Address, delivery: Delivery): Promise<Sent> {
    const thread = this.#threadOf(to);
    return this.#follow(this.#sendParts(to, thread, delivery));
  }

  fetch(ref: string): Promise<FetchedPicture> {
    const { fetch = globalThis.fetch } = this.#options;
    return fetchPhoto(ref, { fetch, after: this.#after, signal: this.#ending.signal });
  }

  typing(to: Address): void {
    const client = this.#supervisor.client;
    const now = this.#now();
    if (!client || to.account !== this.#account || now - (this.#typed.get(to.id) ?? 0) < TYPING_EVERY_MS) return;
    remember(this.#typed, to.id, now);
    this.#follow(client.typing(threadOf(to.id))).catch(() => undefined);
  }

  health(): { ok: boolean; detail: string } {
    if (!this.#supervisor.isRunning) return { ok: false, detail: 'the Zalo door is not open: start the service' };
    if (this.#supervisor.client) return { ok: true, detail: `connected to Zalo as account ${this.#account}` };
    const { trouble } = this.#supervisor;
    return { ok: false, detail: trouble === undefined ? 'connecting to Zalo; wait a moment' : ADVICE[trouble] };
  }

  standing(): Standing {
    if (this.#supervisor.client) return 'open';
    return this.#supervisor.trouble === undefined ? 'interrupted' : 'down';
  }

  /** @throws {SendError} when the address is none of this account */
  #threadOf(to: Address): Thread {
    if (to.channel !== this.name) throw new SendError({ kind: 'rejected' }, `no Zalo address: ${to.channel}`);
    if (this.#account === undefined) throw new SendError({ kind: 'unreachable' }, 'not logged in to Zalo yet');
    if (to.account !== this.#account) {
      throw new SendError(
        { kind: 'rejected' },
        `an address of the Zalo account ${to.account}, not of ${this.#account}`,
      );
    }
    const thread = threadOf(to.id);
    if (thread.id === '') throw new SendError({ kind: 'rejected' }, 'an address without an id');
    return thread;
  }

  async #sendParts(to: Address, thread: Thread, delivery: Delivery): Promise<Sent> {
    const parts = partsOf(delivery);
    const key = `${to.id} ${delivery.id}`;
    const before = this.#gone.get(key) ?? { parts: 0, messageId: '' };
    this.#gone.delete(key);
    let { messageId } = before;
    for (const [index, part] of parts.entries()) {
      if (index < before.parts) continue;
      try {
        if (index > before.parts) await this.#gap();
        messageId = await this.#sendPart(to, thread, part);
      } catch (error) {
        // The next try goes on here; after a restart it begins anew, which is what "at least once" allows.
        if (index > 0) remember(this.#gone, key, { parts: index, messageId });
        throw withParts(error, index - before.parts);
      }
    }
    return { messageId, parts: parts.length - before.parts };
  }

  async #sendPart(to: Address, thread: Thread, part: Part): Promise<string> {
    const client = await this.#supervisor.open(OPEN_MAX_MS);
    this.typing(to);
    if (part.kind === 'text') return client.sendText(thread, part.text, part.bold);
    return client.sendFile(thread, part.file, part.caption, part.picture);
  }

  #follow<T>(promise: Promise<T>): Promise<T> {
    this.#underWay.add(promise);
    return promise.finally(() => this.#underWay.delete(promise));
  }

  #gap(): Promise<void> {
    return new Promise((resolve) => void this.#after(between(PART_GAP_MS, this.#random), resolve));
  }

  /** The memory of what was heard lasts as long as the login: reconnecting must not forget it. */
  #intakeOf(session: Session): Intake {
    if (this.#intake?.since === session.since) return this.#intake.intake;
    const intake = new Intake({
      account: session.uid,
      receive: (inbound) => this.#receive?.(inbound) ?? Promise.reject(new Error('the Zalo door is closed')),
      after: this.#after,
      log: this.#options.log,
      since: session.since,
      last: session.last,
      // Seen is what the sender sees when their message was really accepted, as a person would have read it.
      onAccepted: (heard) => {
        const { client } = this.#supervisor;
        if (client) this.#follow(client.seen(heard)).catch(() => undefined);
      },
    });
    this.#intake = { intake, since: session.since };
    return intake;
  }

  #eventsOf(session: Session): Omit<ClientParts, 'fetch' | 'after' | 'signal' | 'log'> {
    const intake = this.#intakeOf(session);
    intake.hold();
    return {
      onHeard: (heard, old) => {
        if (!old) return intake.live(heard);
        const fresh = intake.old(heard);
        this.#line?.catchUp.page(old.group, fresh, heard.at(-1)?.msgId);
      },
      onFriendRequest: (request) => this.#friends.consider(request, session.uid),
      onRemoved: (removal) => intake.other(removalOf(session.uid, removal)),
      onFrame: () => this.#line?.watch.heard(),
      onDamage: () => this.#line?.catchUp.damaged(intake.last),
    };
  }

  #open(client: Client, session: Session): () => void {
    const intake = this.#intakeOf(session);
    const after = this.#after;
    this.#account = session.uid;
    const catchUp = new CatchUp(
      (group, last) => client.askOld(group, last),
      after,
      () => intake.release(),
    );
    const ask = (): void => client.askOld(false, intake.last.user);
    const watch = watchLine(client.pingMs, after, ask, () => client.end('silent'));
    this.#line = { catchUp, watch };
    catchUp.begin(intake.last);
    const endKeepAlive = keepAlive(client, after, this.#options.log, () => this.#keep());
    const endLook = this.#friends.lookAgain(session.uid);
    this.#keep();
    this.#options.onOpen?.();
    return () => {
      endKeepAlive();
      endLook();
      watch.stop();
      catchUp.stop();
      this.#line = undefined;
      intake.release();
      session.last = { ...intake.last };
    };
  }

  #keep(): void {
    if (this.#intake) this.#supervisor.save({ ...this.#intake.intake.last });
  }
}

const threadOf = (id: string): Thread =>
  id.startsWith(GROUP_PREFIX) ? { id: id.slice(GROUP_PREFIX.length), group: true } : { id, group: false };
