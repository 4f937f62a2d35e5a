/**
 * One login and its one connection, from opening to end; never used twice, because zca-js does not survive a restart
 * of its listener. With qr-login, socket, leaving, uploads and verdict the only file that knows zca-js: what leaves it is
 * our own types, and every call that fails does so with a SendError.
 */
import {
  type API,
  FriendEventType,
  FriendRecommendationsType,
  type Message,
  TextStyle,
  ThreadType,
  Zalo,
} from 'zca-js';
import { SendError } from '../channel.ts';
import { boundedFetch, type FetchParts } from './bounded-fetch.ts';
import type { Session } from './credential-store.ts';
import type { FriendRequest } from './friends.ts';
import { type Heard, isLater } from './heard.ts';
import { onLeaving, type Removal } from './leaving.ts';
import type { Log } from './log.ts';
import { type Socket, tapSocket } from './socket.ts';
import { mendUploads } from './uploads.ts';
import { isSessionDead, judge, judgeLogin, LOST_ANSWER } from './verdict.ts';
import { within } from './wait.ts';

/** From the socket's opening to the key without which nothing can be read. */
const CONNECT_MAX_MS = 30_000;
/** How long Zalo is given to say goodbye before the line is cut. */
const GOODBYE_MAX_MS = 3_000;
/** A document is sent only after Zalo confirms the upload over the socket, and that may never come. */
export const FILE_MAX_MS = 60_000;
/** What the server's settings say about pings is believed within these bounds. */
const PING_MS = { least: 5_000, most: 120_000 };

/** Why a connection ended. */
export type End = 'stopped' | 'dropped' | 'silent' | 'kicked' | 'session';

const KICKED = new Set<number>([3000, 3003]);

export interface ClientParts extends FetchParts {
  log: Log;
  /** Messages, live or asked for, in the order Zalo numbered them. */
  onHeard(heard: Heard[], old: { group: boolean } | undefined): void;
  onFriendRequest(request: { uid: string; message: string }): void;
  onRemoved(removal: Removal): void;
  onFrame(): void;
  /** A frame could not be read; messages may be missing. */
  onDamage(): void;
}

export interface Picture {
  width: number;
  height: number;
}

/** Where something goes, in the library's terms. */
export interface Thread {
  id: string;
  group: boolean;
}

/**
 * Logs in and listens. The client may be over before it was open: see `isOpen` and `closed`.
 * @throws {LoginRefused} when the cookies are no longer good, any other Error when the line does not work
 */
export async function openClient(session: Session, parts: ClientParts): Promise<Client> {
  let api: API;
  try {
    api = await library(boundedFetch(parts)).login({
      imei: session.imei,
      userAgent: session.userAgent,
      // The library rewrites what it is given.
      cookie: structuredClone(session.cookies) as never,
      language: 'vi',
    });
  } catch (error) {
    throw judgeLogin(error);
  }
  const client = new Client(api, parts);
  await client.open();
  return client;
}

/**
 * The library without its look for updates and its coloured log. What concerns the account itself is asked for, since
 * without it nobody hears that it was taken out of a group.
 */
export function library(polyfill: typeof fetch): Zalo {
  return new Zalo({ checkUpdate: false, logging: false, selfListen: true, polyfill });
}

/** The jar as it is stored. */
export function cookiesOf(api: API): Session['cookies'] {
  return (api.getCookie().toJSON()?.cookies ?? []) as Session['cookies'];
}

export class Client {
  readonly uid: string;
  /** How often both sides are heard on a quiet line, in milliseconds. */
  readonly pingMs: number;
  readonly closed: Promise<End>;
  readonly #api: API;
  readonly #parts: ClientParts;
  #socket: Socket | undefined;
  #why: End | undefined;
  #isOpen = false;
  #onClosed: (end: End) => void = () => undefined;

  constructor(api: API, parts: ClientParts) {
    this.#api = api;
    this.#parts = parts;
    this.uid = api.getOwnId();
    const { settings } = api.getContext();
    this.pingMs = Math.min(Math.max(Number(settings.features.socket.ping_interval) || 0, PING_MS.least), PING_MS.most);
    mendUploads(api);
    this.closed = new Promise((resolve) => {
      this.#onClosed = resolve;
    });
  }

  /** Opens the socket; resolves when messages can be read, or when it is certain that they cannot (see `isOpen`). */
  async open(): Promise<void> {
    const { listener } = this.#api;
    const { log, after, signal } = this.#parts;
    // First, since an `error` nobody listens to ends the process.
    listener.on('error', (error) => {
      // Only what kind of error: its message may quote the frame, and so what somebody wrote.
      log.warn(
        { kind: error instanceof Error ? error.name : 'line' },
        'Zalo sent what cannot be read, or the line broke',
      );
      if (this.#isOpen) this.#parts.onDamage();
    });
    listener.on('closed', (code) => {
      this.#isOpen = false;
      const end = KICKED.has(code) ? 'kicked' : 'dropped';
      void this.#socket?.settled().then(() => this.#onClosed(this.#why ?? end));
    });
    listener.on('message', (message) => message.isSelf || this.#parts.onHeard([heardOf(message)], undefined));
    listener.on('old_messages', (messages, type) => {
      const heard = messages.map(heardOf).sort((a, b) => (isLater(a.msgId, b.msgId) ? 1 : -1));
      this.#parts.onHeard(heard, { group: type === ThreadType.Group });
    });
    listener.on('friend_event', (event) => {
      if (event.type !== FriendEventType.REQUEST || event.isSelf) return;
      this.#parts.onFriendRequest({ uid: String(event.data.fromUid), message: String(event.data.message ?? '') });
    });
    onLeaving(listener, this.uid, (removal) => this.#parts.onRemoved(removal));
    const keyed = new Promise<void>((resolve) => listener.once('cipher_key', () => resolve()));
    const leave = (): void => this.end('stopped');
    signal.addEventListener('abort', leave, { once: true });
    void this.closed.then(() => signal.removeEventListener('abort', leave));
    listener.start({ retryOnClose: false });
    this.#socket = tapSocket(listener, {
      onFrame: () => this.#parts.onFrame(),
      onKick: () => this.#because('kicked'),
    });
    if (signal.aborted) leave();
    const opened = Promise.race([keyed.then(() => true), this.closed.then(() => false)]);
    const late = (): Error => new Error(`Zalo's socket did not open within ${CONNECT_MAX_MS} ms`);
    try {
      this.#isOpen = await within(CONNECT_MAX_MS, after, opened, late);
    } catch (error) {
      log.warn({ err: error }, 'Zalo took the login, but its socket does not open');
      this.end('dropped');
    }
  }

  /** Whether messages can be read now. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Ends the connection; `closed` resolves when it is over. The first reason given counts. */
  end(why: End): void {
    this.#because(why);
    this.#isOpen = false;
    if (why === 'silent' || why === 'dropped') this.#socket?.terminate();
    else this.#parts.after(GOODBYE_MAX_MS, () => this.#socket?.terminate());
    this.#api.listener.stop();
  }

  #because(why: End): void {
    this.#why ??= why;
  }

  /** Asks for what was said after a message, or for the newest where none is named. */
  askOld(group: boolean, after: string | undefined): void {
    if (this.#isOpen) this.#api.listener.requestOldMessages(group ? ThreadType.Group : ThreadType.User, after ?? null);
  }

  cookies(): Session['cookies'] {
    return cookiesOf(this.#api);
  }

  /** @param bold characters from the start to be shown bold */
  async sendText({ id, group }: Thread, text: string, bold: number): Promise<string> {
    const styles = bold > 0 ? { styles: [{ start: 0, len: bold, st: TextStyle.Bold as const }] } : {};
    const sent = await this.#call(() => this.#api.sendMessage({ msg: text, ...styles }, id, typeOf(group)));
    return idIn(sent.message);
  }

  /** @param picture its size, when it is to be shown and not only offered; then the caption hangs on it */
  async sendFile(
    to: Thread,
    file: { name: string; bytes: Uint8Array },
    caption: string,
    picture?: Picture,
  ): Promise<string> {
    const { name, bytes } = file;
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const filename = name as `${string}.${string}`;
    const attachments = [{ data, filename, metadata: { totalSize: data.length, ...picture } }];
    const sending = this.#call(() => this.#api.sendMessage({ msg: caption, attachments }, to.id, typeOf(to.group)));
    const lost = this.closed.then(() =>
      Promise.reject(new SendError(LOST_ANSWER, 'the connection ended while a file was sent')),
    );
    const late = (): Error => new SendError(LOST_ANSWER, `Zalo did not confirm a file within ${FILE_MAX_MS} ms`);
    const sent = await within(FILE_MAX_MS, this.#parts.after, Promise.race([sending, lost]), late);
    return idIn(sent.attachment[0] ?? sent.message);
  }

  async typing({ id, group }: Thread): Promise<void> {
    await this.#call(() => this.#api.sendTypingEvent(id, typeOf(group)));
  }

  async seen({ receipt, group }: Heard): Promise<void> {
    await this.#call(() => this.#api.sendSeenEvent(receipt as Message['data'], typeOf(group)));
  }

  async befriend(uid: string): Promise<void> {
    await this.#call(() => this.#api.acceptFriendRequest(uid));
  }

  /** Who asks to be a friend now. Zalo keeps them among its recommendations. */
  async friendRequests(): Promise<FriendRequest[]> {
    const { recommItems } = await this.#call(() => this.#api.getFriendRecommendations());
    return (recommItems ?? [])
      .map(({ dataInfo }) => dataInfo)
      .filter((known) => known?.recommType === FriendRecommendationsType.ReceivedFriendRequest)
      .map(({ userId, recommInfo }) => ({ uid: String(userId), message: String(recommInfo?.message ?? '') }));
  }

  async keepAlive(): Promise<void> {
    await this.#call(() => this.#api.keepAlive());
  }

  async #call<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (isSessionDead(error)) this.end('session');
      throw judge(error);
    }
  }
}

const typeOf = (group: boolean): ThreadType => (group ? ThreadType.Group : ThreadType.User);

function idIn(sent: { msgId: number | string } | null | undefined): string {
  if (!sent) throw new SendError({ kind: 'rejected' }, 'Zalo took nothing of the message');
  return String(sent.msgId);
}

function heardOf({ type, threadId, isSelf, data }: Message): Heard {
  const at = Number(data.ts);
  const mentions = 'mentions' in data && Array.isArray(data.mentions) ? data.mentions : [];
  return {
    group: type === ThreadType.Group,
    thread: String(threadId),
    from: String(data.uidFrom),
    own: isSelf,
    msgId: String(data.msgId),
    cliMsgId: String(data.cliMsgId),
    type: data.msgType,
    content: data.content,
    at: Number.isFinite(at) ? at : undefined,
    mentions: mentions.map(({ uid, pos, len }) => ({ uid: String(uid), pos, len })),
    receipt: data,
  };
}
