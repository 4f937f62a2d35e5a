/**
 * Keeps one connection to Zalo alive, and leaves it dead when that is wiser. It never lets the library reconnect: each
 * time there is a new login with the stored cookies and a new socket, after the old one is over. Drops are followed by
 * a wait that grows; a kick-out (somebody opened the account elsewhere) by a long one, since two that fight for an
 * account get it locked; refused cookies by a wait for the operator. A new login on disk ends any wait.
 */
import { SendError } from '../channel.ts';
import { type Client, type ClientParts, openClient } from './client.ts';
import type { CredentialStore, Session } from './credential-store.ts';
import type { Log } from './log.ts';
import type { TroubleKind } from './trouble.ts';
import { LoginRefused } from './verdict.ts';
import { type After, between, within } from './wait.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits before the second, third … login: doubling, with half of each drawn at random. */
const BACK_OFF_FIRST_MS = 2 * SECOND;
const BACK_OFF_CEILING_MS = 5 * MINUTE;
/** A connection that lasted so long was good, and the next wait is the first again; some accounts are dropped each minute. */
const STEADY_MS = 30 * SECOND;
/** After a kick-out: whoever opened the account has finished by then, or is asked to. Doubles with each in a row. */
export const KICKED_PAUSE_MS = 30 * MINUTE;
const KICKED_CEILING_MS = 6 * HOUR;
/** Refusals in a row that make cookies expired; one alone may be a hiccup at Zalo. */
const REFUSALS_MAX = 3;
/** Expired cookies do not come back; the rare try is for the hiccup that lasted. */
const EXPIRED_PAUSE_MS = 6 * HOUR;
/** How often a wait looks whether `cli zalo-login` wrote a new login. */
export const LOOK_FOR_LOGIN_MS = 10 * SECOND;
/** Longer without a connection is worth telling somebody. */
export const UNREACHABLE_TOLD_AFTER_MS = 15 * MINUTE;

export interface SupervisorParts {
  store: CredentialStore;
  fetch: typeof fetch;
  now: () => number;
  random: () => number;
  after: After;
  log: Log;
  /** Events of the connection; called for each session anew. */
  events(session: Session): Omit<ClientParts, 'fetch' | 'after' | 'signal' | 'log'>;
  /** Messages can be read; the returned function is called when that is over. */
  onOpen(client: Client, session: Session): () => void;
  /** @param since when the last connection ended, or the door was opened */
  onTrouble(kind: TroubleKind, since: number): void;
}

export class Supervisor {
  readonly #parts: SupervisorParts;
  #client: Client | undefined;
  #running: { loop: Promise<void>; controller: AbortController } | undefined;
  #session: Session | undefined;
  #trouble: TroubleKind | undefined;
  #saved: string | undefined;
  /** Since when there is no connection. */
  #since = 0;
  #tries = 0;
  #kicks = 0;
  #refusals = 0;
  #hurry = (): void => undefined;
  #cancelTelling = (): void => undefined;
  #opened: Promise<Client>;
  #onOpened: (client: Client) => void = () => undefined;

  constructor(parts: SupervisorParts) {
    this.#parts = parts;
    this.#opened = this.#nextOpening();
  }

  start(): void {
    if (this.#running) throw new Error('the Zalo door is already open');
    const controller = new AbortController();
    this.#running = { controller, loop: this.#run(controller.signal) };
  }

  async stop(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    // The goodbye needs no request; whatever is still asked over HTTP has no time any more.
    running.controller.abort(new DOMException('the Zalo door is closing', 'AbortError'));
    this.#client?.end('stopped');
    this.#hurry();
    await running.loop;
  }

  /** The connection, when messages can be read. */
  get client(): Client | undefined {
    return this.#client?.isOpen ? this.#client : undefined;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** What is wrong now, as far as somebody must do something about it. */
  get trouble(): TroubleKind | undefined {
    return this.#trouble;
  }

  /** The connection, waited for a moment. @throws {SendError} unreachable, when there is none */
  async open(ms: number): Promise<Client> {
    if (this.client) return this.client;
    const late = (): SendError =>
      new SendError({ kind: 'unreachable' }, `no connection to Zalo: ${this.#trouble ?? 'connecting'}`);
    if (this.#trouble !== undefined || !this.#running) throw late();
    return within(ms, this.#parts.after, this.#opened, late);
  }

  async #run(signal: AbortSignal): Promise<void> {
    this.#tellWhenLong();
    while (!signal.aborted) {
      const wait = await this.#connect(signal).catch((error: unknown) => {
        // A defect of ours must not leave the door dead for good.
        this.#parts.log.error({ err: error }, 'the Zalo door stumbled; it starts again');
        this.#client?.end('dropped');
        this.#client = undefined;
        return this.#backOff();
      });
      if (!signal.aborted) await this.#pause(wait, signal);
    }
    this.#cancelTelling();
  }

  #tellWhenLong(): void {
    this.#since = this.#parts.now();
    this.#cancelTelling = this.#parts.after(UNREACHABLE_TOLD_AFTER_MS, () => this.#tell('unreachable'));
  }

  /** One login and its connection, to the end. @returns how long to wait before the next, in milliseconds */
  async #connect(signal: AbortSignal): Promise<number> {
    const { fetch, after, log, now } = this.#parts;
    const session = this.#read();
    if (!session) return this.#tell('no_login', EXPIRED_PAUSE_MS);
    let client: Client;
    try {
      client = await openClient(session, { fetch, after, signal, log, ...this.#parts.events(session) });
    } catch (error) {
      return this.#loginFailed(error, signal);
    }
    this.#refusals = 0;
    const begun = now();
    this.#client = client;
    if (signal.aborted) client.end('stopped');
    const close = client.isOpen ? this.#online(client, session) : () => undefined;
    const end = await client.closed;
    this.#client = undefined;
    close();
    this.#save(client, session);
    if (!signal.aborted) log.warn({ end }, 'the connection to Zalo ended');
    if (now() - begun >= STEADY_MS) this.#tries = 0;
    if (now() - begun >= KICKED_PAUSE_MS) this.#kicks = 0;
    if (end !== 'kicked') return this.#backOff();
    const pause = Math.min(KICKED_PAUSE_MS * 2 ** this.#kicks, KICKED_CEILING_MS);
    this.#kicks += 1;
    return this.#tell('kicked', pause);
  }

  #online(client: Client, session: Session): () => void {
    this.#cancelTelling();
    this.#trouble = undefined;
    const close = this.#parts.onOpen(client, session);
    this.#parts.log.info({ account: client.uid }, 'the Zalo door is open');
    this.#onOpened(client);
    this.#opened = this.#nextOpening();
    return () => {
      close();
      this.#tellWhenLong();
    };
  }

  #nextOpening(): Promise<Client> {
    return new Promise((resolve) => {
      this.#onOpened = resolve;
    });
  }

  #loginFailed(error: unknown, signal: AbortSignal): number {
    const { log } = this.#parts;
    if (signal.aborted) return 0;
    log.warn({ err: error }, 'the login to Zalo failed');
    if (!(error instanceof LoginRefused)) return this.#backOff();
    this.#refusals += 1;
    return this.#refusals < REFUSALS_MAX ? this.#backOff() : this.#tell('expired', EXPIRED_PAUSE_MS);
  }

  #backOff(): number {
    const wait = Math.min(BACK_OFF_FIRST_MS * 2 ** this.#tries, BACK_OFF_CEILING_MS);
    this.#tries += 1;
    return wait;
  }

  /** Tells of a trouble once, until a connection is good again or it is another. */
  #tell(kind: TroubleKind, wait = 0): number {
    if (this.#trouble !== kind && !(kind === 'unreachable' && this.#trouble !== undefined)) {
      this.#trouble = kind;
      this.#parts.log.error({ trouble: kind }, 'the Zalo door needs somebody');
      try {
        this.#parts.onTrouble(kind, this.#since);
      } catch (error) {
        this.#parts.log.error({ err: error }, 'nobody could be told of the trouble with Zalo');
      }
    }
    return wait;
  }

  /** The stored login; a new one makes what happened to the old one irrelevant. */
  #read(): Session | undefined {
    const { store, log } = this.#parts;
    if (this.#session && !store.changed()) return this.#session;
    try {
      const read = store.read();
      if (read?.since !== this.#session?.since) {
        this.#kicks = 0;
        this.#tries = 0;
        this.#refusals = 0;
      }
      this.#session = read;
    } catch (error) {
      log.error({ err: error }, 'the stored login cannot be used');
      this.#session = undefined;
    }
    return this.#session;
  }

  /** Keeps the cookies Zalo has renewed and how far was read; never over a newer login. */
  save(last: Session['last']): void {
    if (this.#client && this.#session) {
      this.#session.last = last;
      this.#save(this.#client, this.#session);
    }
  }

  #save(client: Client, session: Session): void {
    const { store, log } = this.#parts;
    session.cookies = client.cookies();
    const content = JSON.stringify(session);
    if (store.changed() || content === this.#saved) return;
    try {
      store.write(session);
      this.#saved = content;
    } catch (error) {
      log.error({ err: error }, 'the login to Zalo cannot be saved; is the disk full?');
    }
  }

  /** Waits, half of it drawn at random; ends early when the door closes or another login is on disk. */
  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    let left = between([ms / 2, ms], this.#parts.random);
    while (left > 0 && !signal.aborted && !this.#parts.store.changed()) {
      const step = Math.min(left, LOOK_FOR_LOGIN_MS);
      await new Promise<void>((resolve) => {
        const cancel = this.#parts.after(step, resolve);
        this.#hurry = () => {
          cancel();
          resolve();
        };
      });
      left -= step;
    }
  }
}
