/**
 * A Bot API server on this machine that the real grammY talks to over HTTP. It keeps the rules (chats, updates), does the
 * people's part (says, taps, edits), and breaks down in the ways networks and providers do, as a test says.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Update } from 'grammy/types';
import { Chats, checkCommands, type Given, PARAMETERS, type Shown } from './chats.ts';
import { BotFiles } from './files.ts';
import { readForm } from './multipart.ts';
import { badRequest, Refused } from './refused.ts';
import { type Asked, type Fate, Updates } from './updates.ts';

export const TOKEN = '8123456789:AAE-Synthetic_token_of_no_real_bot_1';
export const USERNAME = 'tro_ly_iso_test_bot';
/** Seconds since 1970 of everything that happens here: 09:05 on 05/11/2026 in Viet Nam. */
export const DATE = Date.parse('2026-11-05T09:05:00+07:00') / 1_000;

/** What goes wrong, for which calls, how often (once unless told otherwise). */
export type Fault = { method?: string; chat?: number; times?: number } & (
  | { code: number; description?: string; retryAfter?: number }
  /** The connection is cut before the call took effect, or after, so that only its answer is lost. */
  | { drop: 'before' | 'after' }
  /** Something between us and Telegram answers in its place. */
  | { page: string; status: number }
);

export interface Call {
  method: string;
  given: Given;
  /** When it arrived, by the clock of the test. */
  at: number;
}

export class BotApi {
  readonly chats = new Chats();
  readonly updates = new Updates();
  readonly files = new BotFiles(TOKEN);
  readonly calls: Call[] = [];
  readonly faults: Fault[] = [];
  /** Dates the calls; a test that moves a clock lets it be read here. */
  clock: () => number = () => 0;
  /** Where this machine listens for what is sent to the webhook's public address. */
  route: string | undefined;
  /** The secret sent along; what the bot set, unless a test plays somebody else. */
  secret: string | undefined;
  /** What the webhook answered, call by call. */
  readonly answers: number[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #queries = new Set<string>();
  #server: Server | undefined;
  #port = 0;
  #lastQuery = 0;

  get root(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Opens on a free port, the second time on the same one. */
  async open(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response));
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Is gone, with every connection. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    this.cut();
    await closed;
  }

  /** Cuts every connection. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Somebody writes; returns the update's number. */
  says(chat: number, text: string, id?: number): number {
    const { message_id } = this.chats.add(chat, { from: 'person', text });
    return this.updates.push({ message: { ...messageOf(chat, message_id), text } } as never, id);
  }

  /** Somebody sends what is no text. */
  sends(chat: number, content: object): number {
    const { message_id } = this.chats.add(chat, { from: 'person', text: '' });
    return this.updates.push({ message: { ...messageOf(chat, message_id), ...content } } as never);
  }

  /** Somebody writes in a group. */
  saysInGroup(group: number, from: number, text: string, id?: number): number {
    const { message_id } = this.chats.add(group, { from: 'person', text });
    return this.updates.push({ message: { ...messageOf(from, message_id), chat: groupOf(group), text } } as never, id);
  }

  /** The bot is taken out of a group. */
  removedFrom(group: number): number {
    const my_chat_member = { chat: groupOf(group), date: DATE, new_chat_member: { status: 'kicked' } };
    return this.updates.push({ my_chat_member } as never);
  }

  /** A group becomes a supergroup, which has another id. @param told whether the group is told so */
  upgrade(group: number, supergroup: number, told: boolean): number | undefined {
    this.chats.moved.set(group, supergroup);
    this.chats.of(supergroup);
    const message = { message_id: 1, date: DATE, chat: groupOf(group), migrate_to_chat_id: supergroup };
    return told ? this.updates.push({ message } as never) : undefined;
  }

  /** Somebody changes a message of their own. */
  edits(chat: number, message_id: number, text: string): number {
    return this.updates.push({
      edited_message: { ...messageOf(chat, message_id), edit_date: DATE + 60, text },
    } as never);
  }

  /** Somebody taps the newest button with this label. */
  taps(chat: number, label: string): number {
    const shown = this.chats.of(chat).findLast(({ keyboard }) => keyboard?.flat().some(({ text }) => text === label));
    const button = shown?.keyboard?.flat().find(({ text }) => text === label);
    if (shown === undefined || button === undefined) throw new Error(`nobody shows ${chat} a button "${label}"`);
    this.#lastQuery += 1;
    const id = `query-${this.#lastQuery}`;
    this.#queries.add(id);
    const content = shown.file === undefined ? { text: shown.text } : { caption: shown.text, [shown.file.as]: {} };
    const message = {
      ...messageOf(chat, shown.message_id),
      ...content,
      reply_markup: { inline_keyboard: shown.keyboard },
    };
    const from = { id: chat, is_bot: false, first_name: 'Lan' };
    return this.updates.push({
      callback_query: { id, from, chat_instance: '1', data: button.callback_data, message },
    } as never);
  }

  /** What the bot put on somebody's screen, oldest first. */
  shown(chat: number): Shown[] {
    return this.chats.of(chat).filter(({ from }) => from === 'bot');
  }

  fate(update: number): Promise<Fate> {
    return this.updates.fate(update);
  }

  called(method: string): Given[] {
    return this.calls.filter((call) => call.method === method).map(({ given }) => given);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.files.serve(request, response)) return;
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const method = this.#methodOf(request.url ?? '');
      const given = givenIn(request.headers['content-type'] ?? '', Buffer.concat(chunks));
      this.calls.push({ method, given, at: this.clock() });
      const fault = this.#faultFor(method, given);
      if (fault && 'drop' in fault && fault.drop === 'before') return void request.socket.destroy();
      if (fault && 'page' in fault) return void response.writeHead(fault.status).end(fault.page);
      if (fault && 'code' in fault) throw refusedAs(fault);
      const result = await this.#carryOut(method, given, (hangUp) => response.once('close', hangUp));
      if (fault) return void request.socket.destroy();
      json(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof Refused)) return void request.socket.destroy();
      const { code, message, parameters } = error;
      json(response, code, {
        ok: false,
        error_code: code,
        description: message,
        ...(parameters ? { parameters } : {}),
      });
    }
  }

  #methodOf(url: string): string {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url) ?? [];
    if (token !== TOKEN) throw new Refused(401, 'Unauthorized');
    if (!(method in PARAMETERS)) throw new Refused(404, 'Not Found');
    return method;
  }

  #faultFor(method: string, given: Given): Fault | undefined {
    const applies = (fault: Fault): boolean =>
      (fault.method ?? method) === method && (fault.chat === undefined || fault.chat === Number(given.chat_id));
    const fault = this.faults.find((each) => (each.times ?? 1) > 0 && applies(each));
    if (fault) fault.times = (fault.times ?? 1) - 1;
    return fault;
  }

  #carryOut(method: string, given: Given, gone: (hangUp: () => void) => void): unknown {
    const unknown = Object.keys(given).find((name) => !PARAMETERS[method]?.includes(name));
    if (unknown !== undefined) throw badRequest(`unknown parameter ${unknown}`);
    if (method === 'getMe') return { id: 8_123_456_789, is_bot: true, first_name: 'Trợ lý ISO', username: USERNAME };
    if (method === 'getUpdates') return this.updates.ask(given as Asked, gone);
    if (method === 'getFile') return this.files.find(given.file_id);
    if (method === 'setMyCommands') return checkCommands(given.commands);
    if (method === 'answerCallbackQuery') return this.#answerQuery(String(given.callback_query_id));
    if (method === 'setWebhook') return this.#setWebhook(given);
    if (method === 'deleteWebhook') {
      this.updates.webhook = undefined;
      return true;
    }
    return this.chats.call(method, given);
  }

  #answerQuery(id: string): true {
    if (this.#queries.delete(id)) return true;
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }

  #setWebhook({ url, secret_token: secret = '' }: Given): true {
    if (typeof url !== 'string' || !url.startsWith('https://'))
      throw badRequest('bad webhook: an HTTPS URL must be provided');
    if (typeof secret !== 'string' || !/^[\w-]{0,256}$/.test(secret))
      throw badRequest('secret token contains unallowed characters');
    this.secret = secret;
    let delivering = Promise.resolve();
    this.updates.webhook = () => {
      delivering = delivering.then(() => this.#deliver());
    };
    this.updates.webhook();
    return true;
  }

  /** Hands over what waits, one after the other, each until it is taken; gives up after some tries, as a test must end. */
  async #deliver(): Promise<void> {
    for (
      let update = this.updates.waiting[0], tries = 0;
      update && tries < 50;
      update = this.updates.waiting[0], tries += 1
    ) {
      const { update_id } = update;
      const status = await this.knock(update, this.secret).catch(() => 0);
      this.answers.push(status);
      if (status === 200) this.updates.confirm((id) => id === update_id);
    }
  }

  /** Calls the webhook once, as Telegram or somebody else does; resolves with the status it answered. */
  async knock(update: Update | string, secret: string | undefined): Promise<number> {
    const body = typeof update === 'string' ? update : JSON.stringify(update);
    const headers = {
      'content-type': 'application/json',
      ...(secret === undefined ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret }),
    };
    const { status } = await fetch(this.route ?? '', { method: 'POST', headers, body });
    return status;
  }
}

const messageOf = (chat: number, message_id: number) => ({
  message_id,
  date: DATE,
  chat: { id: chat, type: 'private', first_name: 'Lan' },
  from: { id: chat, is_bot: false, first_name: 'Lan' },
});

const groupOf = (id: number) => ({ id, type: 'supergroup', title: 'Cụm Hồng Lĩnh' });

function refusedAs({ code, description, retryAfter }: Extract<Fault, { code: number }>): Refused {
  if (retryAfter === undefined) return new Refused(code, description ?? 'Internal Server Error');
  return new Refused(code, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
}

/** The parameters of a call, whichever way they were sent; files in the place of their names. */
function givenIn(type: string, body: Buffer): Given {
  if (body.length === 0) return {};
  if (type.startsWith('application/json')) return JSON.parse(body.toString('utf8'));
  const boundary = /^multipart\/form-data; ?boundary=(.+)$/.exec(type)?.[1];
  if (boundary === undefined) throw badRequest('unsupported content type');
  const { fields, files } = readForm(body, boundary);
  const fileOf = (value: string): unknown => (value.startsWith('attach://') ? files.get(value.slice(9)) : value);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fileOf(value)]));
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
