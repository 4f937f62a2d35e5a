/**
 * A Zalo on this machine, speaking its real protocol to the real zca-js: login by QR code and by cookie, encrypted calls,
 * and the socket. Tests play the people and the provider's moods: losing frames, repeating them, dropping, kicking, going
 * silent, refusing. Nothing in it waits for time; `until` waits for something to happen.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Session } from '../../../channels/zalo-personal/credential-store.ts';
import { answer, type Call, type Photo, type Refusal, type Sent, type Upload } from './answers.ts';
import { History, type Message } from './history.ts';
import { Lookout } from './lookout.ts';
import { QrDesk } from './qr-desk.ts';
import { ServerSocket } from './web-socket.ts';
import { type Encoding, event, frame, readFrame } from './wire.ts';

export const BOT = '1000000000000000001';
export const LAN = '2000000000000000002';
/** 09:05 on 05/11/2026 in Viet Nam. */
export const MORNING = Date.parse('2026-11-05T09:05:00+07:00');

const USER_MESSAGES = 501;
const GROUP_MESSAGES = 521;
const CONTROLS = 601;
const OLD_MESSAGES = { user: 510, group: 511 };

/** How a message reaches the client. */
export interface Mood extends Partial<Message> {
  encoding?: Encoding;
  /** Kept by Zalo but not handed over: sent into a gap. */
  lost?: boolean;
  /** Handed over so many times. */
  times?: number;
  /** The socket's command; 551 on some accounts. */
  command?: number;
}

export class LoopbackZalo {
  readonly uid: string;
  /** Host and port. */
  origin = '';
  readonly sessionKey = randomBytes(16);
  readonly eventKey = randomBytes(16);
  readonly history = { user: new History(), group: new History() };
  readonly qr = new QrDesk(() => this.changed());
  readonly calls: Call[] = [];
  readonly sent: Sent[] = [];
  readonly uploads: Upload[] = [];
  /** Pictures by the path of their address. */
  readonly photos = new Map<string, Photo>();
  /** Chunks of uploads by the client's number of the file. */
  readonly chunks = new Map<number, Map<number, Buffer>>();
  /** Message ids the account has marked as seen. */
  readonly seen: string[] = [];
  readonly typed: string[] = [];
  readonly friends: string[] = [];
  /** Friend requests that wait, as Zalo lists them; pushed here they were made while nobody listened. */
  readonly requests: { uid: string; message: string }[] = [];
  /** Questions for old messages: the id after which, or null. */
  readonly asked: { kind: 'user' | 'group'; after: string | null }[] = [];
  /** Paths the client has begun to ask, whatever becomes of it. */
  readonly #begun: string[] = [];
  /** Connections opened so far. */
  opened = 0;
  /** Connections asked for. */
  knocks = 0;
  /** The value of `zpw_sek` that is good; it changes with each login, as Zalo renews it. */
  cookie = 'sek-1';
  /** Whether uploads of documents are confirmed over the socket. */
  confirmsFiles = true;
  /** Whether the confirmation overtakes the answer to the upload. */
  confirmsEarly = false;
  /** Whether questions for old messages are answered. */
  answersOld = true;
  /** Whether sockets are let in. */
  opensSockets = true;
  clock = MORNING;
  #refusals: { path: string; refusal: Refusal; times: number }[] = [];
  #sockets = new Set<ServerSocket>();
  #turnedAway: Duplex[] = [];
  readonly #lookout = new Lookout();
  #server: Server | undefined;

  constructor(uid = BOT) {
    this.uid = uid;
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => void answer(this, request, response));
    server.on('upgrade', (request, socket) => {
      this.knocks += 1;
      if (this.opensSockets) this.#greet(new ServerSocket(request, socket));
      else this.#turnedAway.push(socket);
      this.changed();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
    this.origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.drop();
    for (const socket of this.#turnedAway) socket.destroy();
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(undefined));
  }

  /** What the door is given for fetch: the same requests, but they arrive here. */
  readonly fetch: typeof globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    this.#begun.push(url.pathname);
    const headers = new Headers(init?.headers);
    headers.set('x-zalo-host', url.host);
    return globalThis.fetch(`http://${this.origin}${url.pathname}${url.search}`, { ...init, headers });
  };

  /** A stored login that this Zalo takes. */
  session(more: Partial<Session> = {}): Session {
    const cookie = {
      key: 'zpw_sek',
      value: this.cookie,
      domain: 'chat.zalo.me',
      path: '/',
      secure: true,
      httpOnly: true,
    };
    const imei = '11111111-2222-4333-8444-555555555555-0123456789abcdef0123456789abcdef';
    return {
      version: 1,
      uid: this.uid,
      imei,
      userAgent: 'Mozilla/5.0 (test)',
      cookies: [cookie],
      since: MORNING - 1,
      last: {},
      ...more,
    };
  }

  /** Somebody writes to the account. */
  say(text: unknown, mood: Mood = {}): Message {
    return this.#said('user', USER_MESSAGES, { idTo: '0', content: text, ...mood });
  }

  /** Somebody writes in a group. */
  sayInGroup(group: string, text: string, mood: Mood = {}): Message {
    return this.#said('group', GROUP_MESSAGES, { idTo: group, content: text, ...mood });
  }

  /** Hands a message over again, or another with the same words. */
  repeat(message: Message, more: Partial<Message> = {}): void {
    this.#push(USER_MESSAGES, 0, { msgs: [{ ...message, ...more }] });
  }

  requestFriendship(uid: string, message: string): void {
    this.requests.push({ uid, message });
    const data = JSON.stringify({ fromUid: uid, toUid: this.uid, src: 40, message });
    this.#push(CONTROLS, 0, { controls: [{ content: { act_type: 'fr', act: 'req_v2', data } }] });
  }

  /** Somebody is taken out of a group. */
  removeFromGroup(groupId: string, uid: string): void {
    const data = JSON.stringify({ groupId, sourceId: LAN, updateMembers: [{ id: uid }], time: String(this.clock) });
    this.#push(CONTROLS, 0, { controls: [{ content: { act_type: 'group', act: 'remove_member', data } }] });
  }

  /** A document has arrived. */
  uploaded(fileId: string): void {
    if (this.confirmsFiles) this.#confirmFile(fileId);
  }

  #confirmFile(fileId: string): void {
    const content = { act_type: 'file_done', fileId, data: { url: `http://${this.origin}/dl/${fileId}` } };
    this.#push(CONTROLS, 0, { controls: [{ content }] });
  }

  /** Sends bytes that are no message. */
  pushRaw(bytes: Buffer): void {
    for (const socket of this.#sockets) socket.send(bytes);
  }

  /** Cuts every line without a word. */
  drop(): void {
    for (const socket of this.#sockets) socket.drop();
  }

  /** Closes every line with a code: 3003 is a kick-out. */
  close(code: number): void {
    for (const socket of this.#sockets) socket.close(code);
  }

  /** Keeps every line but neither hears nor answers any more. */
  silence(): void {
    for (const socket of this.#sockets) socket.silence();
  }

  /** The stored cookies are good no longer. */
  expire(): void {
    this.cookie = `sek-${randomBytes(4).toString('hex')}`;
  }

  /** Answers calls to a path with a refusal, so many times. */
  refuse(path: string, refusal: Refusal, times = 1): void {
    this.#refusals.push({ path, refusal, times });
  }

  refusalOf(path: string): Refusal | undefined {
    const found = this.#refusals.find((each) => path.includes(each.path) && each.times > 0);
    if (found) found.times -= 1;
    return found?.refusal;
  }

  /** The texts a person or group has on the screen. */
  shown(thread: string): string[] {
    return this.sent.filter((each) => each.thread === thread).map(({ text }) => text);
  }

  /** Whether the client has begun to ask a path, at least so many times. */
  begun(path: string, times = 1): boolean {
    return this.#begun.filter((each) => each.endsWith(path)).length >= times;
  }

  /** Logins the client has begun, whatever becomes of them. */
  get loginsBegun(): number {
    return this.#begun.filter((each) => each.endsWith('/getLoginInfo')).length;
  }

  /** Logins that arrived. */
  logins(): number {
    return this.calls.filter(({ path }) => path.endsWith('/getLoginInfo')).length;
  }

  /** Resolves when something is so, which is looked at after everything that happens here. */
  until(what: string, isSo: () => boolean): Promise<void> {
    return this.#lookout.until(what, isSo);
  }

  /** Something happened; whoever waits looks again. */
  changed(): void {
    this.#lookout.changed();
  }

  get isConnected(): boolean {
    return this.#sockets.size > 0;
  }

  #said(
    kind: 'user' | 'group',
    command: number,
    { encoding = 2, lost = false, times = 1, command: other, ...more }: Mood & { idTo: string; content: unknown },
  ): Message {
    const msgId = this.history[kind].nextId();
    this.clock += 1_000;
    const ts = String(this.clock);
    const message: Message = { msgId, cliMsgId: ts, msgType: 'webchat', uidFrom: LAN, dName: 'Lan', ts, ...more };
    this.history[kind].add(message);
    const content = kind === 'user' ? { msgs: [message] } : { groupMsgs: [message] };
    if (!lost) for (let time = 0; time < times; time += 1) this.#push(other ?? command, 0, content, encoding);
    return message;
  }

  #push(command: number, sub: number, data: unknown, encoding: Encoding = 2): void {
    for (const socket of this.#sockets) socket.send(frame(command, sub, event(this.eventKey, data, encoding)));
  }

  #greet(socket: ServerSocket): void {
    this.#sockets.add(socket);
    socket.onEnd = () => {
      this.#sockets.delete(socket);
      this.changed();
    };
    socket.onFrame = (bytes) => {
      const { command, data } = readFrame(bytes);
      const kind = command === OLD_MESSAGES.user ? 'user' : command === OLD_MESSAGES.group ? 'group' : undefined;
      if (kind) this.#tellOld(socket, kind, (data.lastId as string | null) ?? null);
      this.changed();
    };
    socket.send(frame(1, 1, JSON.stringify({ key: this.eventKey.toString('base64') })));
    this.opened += 1;
    this.changed();
  }

  #tellOld(socket: ServerSocket, kind: 'user' | 'group', after: string | null): void {
    this.asked.push({ kind, after });
    if (!this.answersOld) return;
    const page = this.history[kind].page(after);
    const data = kind === 'user' ? { msgs: page } : { groupMsgs: page };
    socket.send(frame(OLD_MESSAGES[kind], 1, event(this.eventKey, data, 2)));
  }
}
