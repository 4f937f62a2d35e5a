/**
 * The door for training and demonstration: a web page that looks like the chat applications and behaves like them. It
 * has no provider behind it, so it keeps the history itself (archive, history) and is its own gatekeeper (gate).
 */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Address, Delivery, Said } from '../../domain/message.ts';
import { type Channel, type FetchedPicture, type Receive, SendError } from '../channel.ts';
import { pictureIn, refusePicture } from '../picture.ts';
import { Archive } from './archive.ts';
import type { TrainingClock } from './clock.ts';
import type { Entry, FileNote } from './entry.ts';
import { FILE_BYTES_MAX, isPicture, safeName } from './files.ts';
import { checkBinding, Gate } from './gate.ts';
import { Page } from './page.ts';
import { routes, type WebChatPerson } from './routes.ts';
import { Streams } from './streams.ts';

/** Longest id of a phone, in characters. */
const PHONE_ID_MAX = 100;
/** How long `stop` lets answers already begun reach the browser before it cuts the connections. */
const FAREWELL_MS = 500;

export interface WebChatOptions {
  /** WEB_CHAT_HOST; anything but this machine needs a secret. */
  host: string;
  /** WEB_CHAT_PORT; 0 takes any free one. */
  port: number;
  /** WEB_CHAT_SECRET; with it, everything asks for it. */
  secret?: string;
  /** Where the histories and files are kept; made when missing. Practice and real data need one each. */
  directory: string;
  /** The bot's account here; part of every address. */
  account: string;
  /** Marks the page "chế độ tập huấn · số liệu minh hoạ". */
  practice: boolean;
  /** Who is offered on the page; asked anew each time. */
  people(): WebChatPerson[];
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** The clock of the practice house, which the page may move and messages are dated by; only with `practice`. */
  clock?: TrainingClock;
  /** Milliseconds since 1970 UTC; the clock of the machine unless told otherwise. Logins always go by this one. */
  now?: () => number;
}

/**
 * Makes the web chat; it listens from `start` on.
 * @throws Error naming the setting to change, where the settings would open it to strangers, and for a clock that could
 * be moved outside practice
 */
export function webChat(options: WebChatOptions): Channel & { url(): string } {
  return new WebChat(options);
}

class WebChat implements Channel {
  readonly name = 'web-chat';
  readonly edits = true;
  readonly account: string;
  readonly #options: WebChatOptions;
  readonly #now: () => number;
  readonly #messageTime: () => number;
  readonly #archive: Archive;
  readonly #streams: Streams;
  readonly #accepting = new Set<Promise<void>>();
  readonly #answering = new Set<ServerResponse>();
  #server: Server | undefined;
  #receive: Receive | undefined;

  constructor(options: WebChatOptions) {
    checkBinding(options.host, options.secret);
    if (options.clock !== undefined && !options.practice) throw new Error('only a practice page may move its clock');
    this.#options = options;
    this.account = options.account;
    this.#now = options.now ?? Date.now;
    this.#messageTime = () => options.clock?.now() ?? this.#now();
    this.#archive = new Archive(options.directory, (phone, line) =>
      options.log.warn({ phone, line }, 'a line of the web chat history cannot be read and is left out'),
    );
    this.#streams = new Streams(this.#archive);
  }

  async start(receive: Receive): Promise<void> {
    if (this.#server !== undefined) throw new Error('the web chat is already open');
    const { host, port, secret, practice, clock, log } = this.#options;
    const app = routes({
      archive: this.#archive,
      streams: this.#streams,
      page: await Page.read(),
      gate: secret === undefined ? undefined : new Gate(secret, this.#now),
      practice,
      clock,
      log,
      people: () => this.#options.people(),
      accept: (phone, id, said, shown) => this.#accept(phone, id, said, shown),
      full: async (phone) => (await this.#archive.history(phone)).last === 0 && (await this.#archive.full()),
    });
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    const server = createServer((request, response) => {
      this.#answering.add(response);
      response.once('close', () => this.#answering.delete(response));
      void listener(request, response);
    });
    await listening(server, host, port);
    this.#receive = receive;
    this.#server = server;
    log.info({ url: this.url() }, 'web chat is open');
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#receive = undefined;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    this.#streams.end();
    while (this.#accepting.size > 0) await Promise.allSettled(this.#accepting);
    const answered = Promise.all(Array.from(this.#answering, (response) => once(response, 'close')));
    await Promise.race([answered, setTimeout(FAREWELL_MS, undefined, { ref: false })]);
    server.closeAllConnections();
    await closed;
  }

  async send(to: Address, delivery: Delivery): Promise<{ messageId: string }> {
    if (!this.#isOurs(to)) throw new SendError({ kind: 'rejected' }, `no web chat phone: ${to.channel} ${to.account}`);
    if (delivery.file !== undefined && delivery.file.bytes.length > FILE_BYTES_MAX) {
      throw new SendError({ kind: 'rejected' }, `the file has more than ${FILE_BYTES_MAX} bytes`);
    }
    try {
      const history = await this.#archive.history(to.id);
      const { replaces = '', file } = delivery;
      const entry = await this.#entryOf(delivery);
      const inPlace = file === undefined && history.canReplace(replaces) ? { replaces } : {};
      const messageId = await history.add({ ...entry, ...inPlace });
      this.#streams.wake(to.id);
      return { messageId };
    } catch (error) {
      this.#options.log.error({ err: error, phone: to.id }, 'the web chat history cannot be written');
      throw new SendError({ kind: 'unreachable' }, 'the web chat history cannot be written: is the disk full?');
    }
  }

  /** What people sent through this page and nothing else: the files of the bot lie elsewhere. */
  async fetch(ref: string): Promise<FetchedPicture> {
    const bytes = await this.#archive.picture(ref).catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'a picture of the web chat cannot be read');
      throw new SendError({ kind: 'unreachable' }, 'a picture of the web chat cannot be read: is the disk all right?');
    });
    if (bytes === undefined) refusePicture('the page has it no more');
    return pictureIn(Readable.from([bytes]), undefined);
  }

  typing(to: Address): void {
    if (this.#isOurs(to)) this.#streams.typing(to.id);
  }

  health(): { ok: boolean; detail: string } {
    if (this.#server === undefined) return { ok: false, detail: 'web chat is not open: start the service' };
    return { ok: true, detail: `web chat is open at ${this.url()}` };
  }

  /** Where a browser finds the page; with port 0 known once started. */
  url(): string {
    const address = this.#server?.address();
    const port = typeof address === 'object' && address !== null ? address.port : this.#options.port;
    const { host } = this.#options;
    return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }

  #isOurs(to: Address): boolean {
    const { length } = to.id;
    return to.channel === this.name && to.account === this.account && length > 0 && length <= PHONE_ID_MAX;
  }

  async #entryOf({ id, text, choices, multiple, file }: Delivery): Promise<Entry> {
    const entry: Entry = { id, at: this.#messageTime(), from: 'bot', text };
    if (choices !== undefined) entry.choices = choices;
    if (multiple !== undefined) entry.multiple = multiple;
    if (file !== undefined) {
      const digest = await this.#archive.store(file.bytes);
      const show = file.show === 'picture' && isPicture(file.mime) ? 'picture' : 'document';
      entry.file = { name: safeName(file.name), show, mime: file.mime, size: file.bytes.length, digest };
    }
    return entry;
  }

  /** First written, then handed over: whoever sees the answer also sees what it answers. */
  #accept(phone: string, id: string, said: Said, shown?: FileNote): Promise<void> {
    const accepting = this.#write(phone, id, said, shown);
    this.#accepting.add(accepting);
    const done = (): void => void this.#accepting.delete(accepting);
    accepting.then(done, done);
    return accepting;
  }

  async #write(phone: string, id: string, said: Said, shown?: FileNote): Promise<void> {
    const receive = this.#receive;
    if (receive === undefined) throw new Error('the web chat is closing');
    const at = this.#messageTime();
    const history = await this.#archive.history(phone);
    const heard: Said =
      said.kind === 'choice' ? { ...said, label: history.label(said.message, said.id) ?? said.label ?? said.id } : said;
    await history.add({ ...ownEntry(id, at, heard), ...(shown ? { file: shown } : {}) });
    this.#streams.wake(phone);
    await receive({ address: { channel: this.name, account: this.account, id: phone }, id, said: heard, at });
  }
}

function ownEntry(id: string, at: number, said: Said): Entry {
  if (said.kind === 'choice') {
    const tapped = said.message === undefined ? { id: said.id } : { id: said.id, message: said.message };
    return { id, at, from: 'person', text: said.label ?? said.id, tapped };
  }
  const text = said.kind === 'text' ? said.text : said.kind === 'picture' ? said.caption : undefined;
  return { id, at, from: 'person', text: text ?? '' };
}

/** Resolves once the server listens; otherwise says which setting to change. */
function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(remedy(error, host, port), { cause: error })),
    );
    server.listen(port, host, () => resolve());
  });
}

function remedy(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `port ${port} is taken by another program: stop it, or set WEB_CHAT_PORT to a free port (for example ${port + 1})`;
  }
  if (error.code === 'EACCES') return `port ${port} may not be used: set WEB_CHAT_PORT to a port above 1023`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `this machine has no address ${host}: set WEB_CHAT_HOST to 127.0.0.1 or to an address of this machine`;
  }
  return `the web chat cannot open at ${host}:${port} (${error.code ?? error.message}): see WEB_CHAT_HOST and WEB_CHAT_PORT`;
}
