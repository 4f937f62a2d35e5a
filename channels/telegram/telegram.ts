/**
 * The Telegram door, on grammY's client. It carries and judges; pace, retries and what is said are decided elsewhere. What
 * it remembers (which message is the last of a chat, how far a long delivery got) only makes things nicer and is lost
 * with the process.
 */
import { InputFile } from 'grammy';
import type { BotCommand, Update } from 'grammy/types';
import type { Address, Delivery } from '../../domain/message.ts';
import { type Channel, type FetchedPicture, type Receive, SendError, withParts } from '../channel.ts';
import { inboundOf, UPDATES_WANTED } from './inbound.ts';
import { LastMessages } from './last-message.ts';
import { accountOf, grammySignal, type LineOptions, type Lines, openLines } from './lines.ts';
import { type Part, partsOf } from './outgoing.ts';
import { persist, type Wait, wait } from './persist.ts';
import { fetchPhoto } from './photo.ts';
import { type Listening, poll } from './polling.ts';
import {
  causeOf,
  Floods,
  isTokenRefused,
  migratedTo,
  type Scrub,
  scrubberFor,
  sendErrorOf,
  surelyUnsent,
} from './refusal.ts';
import { remember } from './remember.ts';
import { type Health, type Log, Standing } from './standing.ts';
import { checkWebhook, listen, type WebhookOptions, type WebhookServer } from './webhook.ts';

export interface TelegramOptions extends LineOptions {
  /** Without it the door polls. */
  webhook?: WebhookOptions;
  /** The `/` menu; none is set when absent. */
  menu?: readonly BotCommand[];
  /** The one of group chats, in the place of the other there. */
  groupMenu?: readonly BotCommand[];
  log: Log;
  /** Waits between tries; the machine's timers unless told otherwise. */
  pause?: Wait;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
}

/** Between the messages of one long delivery: Telegram asks for no more than one a second in a chat. */
const PART_GAP_MS = 1_000;
/** With a webhook, how often Telegram is told again where we are, which also shows whether it can be reached. */
const WEBHOOK_RENEW_MS = 5 * 60_000;
/** How long stopping waits for small things under way: a spinner to end, spent buttons to go. */
const FAREWELL_MS = 2_000;

/**
 * Makes the door; it listens from `start` on.
 * @throws {Error} naming the setting to change: TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, TELEGRAM_PROXY_URL, TELEGRAM_WEBHOOK_*
 */
export function telegram(options: TelegramOptions): Telegram {
  return new Telegram(options);
}

class Telegram implements Channel {
  readonly name = 'telegram';
  readonly edits = true;
  readonly account: string;
  readonly #options: TelegramOptions;
  readonly #lines: Lines;
  readonly #pause: Wait;
  readonly #scrub: Scrub;
  readonly #standing: Standing;
  readonly #now: () => number;
  readonly #floods: Floods;
  readonly #last: LastMessages;
  /** How many messages of a delivery that failed half-way have gone. */
  readonly #gone = new Map<string, number>();
  /** When the last message of a delivery of several left, by chat: the pace counts one delivery as one message. */
  readonly #lastPartAt = new Map<number, number>();
  readonly #asides = new Set<Promise<unknown>>();
  #username: string | undefined;
  #receive: Receive | undefined;
  #stopping = new AbortController();
  #leaving = new AbortController();
  #loop: Promise<void> | undefined;
  #server: WebhookServer | undefined;

  constructor(options: TelegramOptions) {
    const { token, webhook, apiRoot, log } = options;
    this.account = accountOf(token);
    if (webhook !== undefined) checkWebhook(webhook, apiRoot !== undefined);
    this.#options = options;
    this.#lines = openLines(options);
    this.#last = new LastMessages(this.#lines.call);
    this.#pause = options.pause ?? wait;
    this.#scrub = scrubberFor(token);
    this.#standing = new Standing(log, this.#scrub);
    this.#now = options.now ?? (() => performance.now());
    this.#floods = new Floods(this.#now);
  }

  /** The bot's name without "@", for links `t.me/<name>?start=<code>`; unknown until Telegram told it. */
  get username(): string | undefined {
    return this.#username;
  }

  /** The port a webhook listens on. */
  get webhookPort(): number | undefined {
    return this.#server?.port;
  }

  async start(receive: Receive): Promise<void> {
    if (this.#loop !== undefined) throw new Error('telegram is already open');
    const { webhook } = this.#options;
    this.#stopping = new AbortController();
    this.#leaving = new AbortController();
    const { signal } = this.#stopping;
    this.#receive = receive;
    if (webhook !== undefined) this.#server = await listen(webhook, (update) => this.#take(update));
    this.#standing.opening();
    this.#loop = webhook === undefined ? poll(this.#listening(), signal) : this.#keepWebhook(webhook, signal);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#server?.close();
    await this.#loop;
    await Promise.race([Promise.allSettled(this.#asides), wait(FAREWELL_MS, this.#leaving.signal)]);
    this.#leaving.abort();
    this.#receive = undefined;
    this.#server = undefined;
    this.#loop = undefined;
    this.#standing.closed();
  }

  async send(to: Address, delivery: Delivery): Promise<{ messageId: string }> {
    const chat = this.#chatOf(to);
    const parts = partsOf(delivery);
    const replaced = await this.#replace(to, delivery, parts);
    if (replaced !== undefined) return { messageId: replaced };
    const key = `${to.id} ${delivery.id}`;
    const before = this.#gone.get(key) ?? 0;
    this.#gone.delete(key);
    let messageId = 0;
    for (const [index, part] of parts.entries()) {
      if (index < before) continue;
      try {
        const gap = index > before ? PART_GAP_MS : this.#gapAfterParts(chat);
        if (gap > 0) await this.#pause(gap, new AbortController().signal);
        messageId = await this.#sendPart(chat, part);
      } catch (cause) {
        // The next try goes on here; after a restart it begins anew, which is what "at least once" allows.
        if (index > 0) remember(this.#gone, key, index);
        if (isTokenRefused(cause)) this.#standing.failed(cause);
        const moved = migratedTo(cause);
        if (moved !== undefined) return this.#sendToMoved(to, String(moved), delivery);
        throw withParts(sendErrorOf(cause, to.id, this.#floods, this.#scrub), index - before);
      }
    }
    if (parts.length > 1) remember(this.#lastPartAt, chat, this.#now());
    this.#last.is(chat, messageId);
    return { messageId: String(messageId) };
  }

  /** Edits the message a delivery replaces; undefined where it must be a new one. An edit made twice shows once. */
  async #replace(to: Address, { replaces }: Delivery, [part, ...more]: Part[]): Promise<string | undefined> {
    if (replaces === undefined || part === undefined || part.file !== undefined || more.length > 0) return undefined;
    try {
      return (await this.#last.replace(Number(to.id), Number(replaces), part)) ? replaces : undefined;
    } catch (cause) {
      if (isTokenRefused(cause)) this.#standing.failed(cause);
      throw surelyUnsent(sendErrorOf(cause, to.id, this.#floods, this.#scrub));
    }
  }

  /** A group that became a supergroup has another id: the house is told, and the message goes there. */
  #sendToMoved(to: Address, id: string, delivery: Delivery): Promise<{ messageId: string }> {
    const moved = { address: to, id: `moved:${to.id}:${id}`, said: { kind: 'moved', to: id }, group: true } as const;
    if (this.#receive !== undefined) this.#aside(this.#receive(moved));
    return this.send({ ...to, id }, delivery);
  }

  /** Milliseconds for which a chat must still be left alone because a delivery of several messages ended just now. */
  #gapAfterParts(chat: number): number {
    const at = this.#lastPartAt.get(chat);
    return at === undefined ? 0 : at + PART_GAP_MS - this.#now();
  }

  fetch(ref: string): Promise<FetchedPicture> {
    return fetchPhoto(ref, this.#lines, this.#scrub, this.#leaving.signal);
  }

  typing(to: Address): void {
    if (this.#loop === undefined || !this.#isOurs(to)) return;
    this.#aside(this.#lines.call.sendChatAction(Number(to.id), 'typing', {}, grammySignal(this.#leaving.signal)));
  }

  health(): Health {
    return this.#standing.health;
  }

  standing(): ReturnType<NonNullable<Channel['standing']>> {
    return this.#standing.sending;
  }

  #isOurs(to: Address): boolean {
    return to.channel === this.name && to.account === this.account && /^-?\d{1,16}$/.test(to.id);
  }

  #chatOf(to: Address): number {
    if (this.#isOurs(to)) return Number(to.id);
    throw new SendError({ kind: 'rejected' }, `telegram: no chat of this bot: ${to.channel} ${to.account}`);
  }

  async #sendPart(chat: number, { text, file, keyboard }: Part): Promise<number> {
    const markup = keyboard === undefined ? {} : { reply_markup: keyboard };
    if (file === undefined) {
      const plain = { link_preview_options: { is_disabled: true }, ...markup };
      return (await this.#lines.call.sendMessage(chat, text, plain)).message_id;
    }
    const { upload } = this.#lines;
    const input = new InputFile(file.bytes, file.name);
    const captioned = { ...(text === '' ? {} : { caption: text }), ...markup };
    const sent =
      file.as === 'photo'
        ? await upload.sendPhoto(chat, input, captioned)
        : await upload.sendDocument(chat, input, captioned);
    return sent.message_id;
  }

  #listening(): Listening {
    return {
      lines: this.#lines,
      standing: this.#standing,
      pause: this.#pause,
      introduce: (signal) => this.#introduce(signal),
      open: () => `telegram: @${this.#username} is listening (long polling)`,
      take: (update) => this.#take(update),
    };
  }

  /** Learns the bot's name and sets the menu, which nothing waits for. */
  async #introduce(signal: AbortSignal): Promise<void> {
    const { call } = this.#lines;
    this.#username = (await call.getMe(grammySignal(signal))).username;
    const { menu, groupMenu } = this.#options;
    const leaving = grammySignal(this.#leaving.signal);
    if (menu !== undefined) this.#aside(call.setMyCommands(menu, {}, leaving));
    if (groupMenu === undefined) return;
    this.#aside(call.setMyCommands(groupMenu, { scope: { type: 'all_group_chats' } }, leaving));
  }

  #keepWebhook({ url, secret }: WebhookOptions, signal: AbortSignal): Promise<void> {
    // One call at a time: two would overtake each other, and a person's messages with them.
    const wanted = { secret_token: secret, max_connections: 1, allowed_updates: [...UPDATES_WANTED] };
    const renew = async (): Promise<void> => {
      await this.#introduce(signal);
      await this.#lines.call.setWebhook(url, wanted, grammySignal(signal));
      this.#standing.open(`telegram: @${this.#username} is listening (webhook)`);
      await this.#pause(WEBHOOK_RENEW_MS, signal);
    };
    return persist(renew, (error) => this.#standing.failed(error), this.#pause, signal);
  }

  /** Hands one update over; rejects when it could not be stored. */
  async #take(update: Update): Promise<void> {
    const tap = update.callback_query;
    // At once: the spinner on the button ends, whatever becomes of the answer.
    if (tap !== undefined)
      this.#aside(this.#lines.call.answerCallbackQuery(tap.id, {}, grammySignal(this.#leaving.signal)));
    const inbound = this.#inboundOf(update);
    if (inbound === undefined) return;
    if (this.#receive === undefined) throw new Error('telegram is closing');
    await this.#receive(inbound);
    if (tap !== undefined) this.#aside(this.#last.mark(tap, this.#leaving.signal));
  }

  /** An update that cannot be read is no reason to get it delivered for ever. */
  #inboundOf(update: Update): ReturnType<typeof inboundOf> {
    try {
      return inboundOf(update, { account: this.account, username: this.#username });
    } catch (error) {
      const why = this.#scrub(causeOf(error));
      this.#options.log.error(
        { update: update.update_id, why },
        'an update of Telegram cannot be read and is left out',
      );
      return undefined;
    }
  }

  /** Does what nobody waits for; a failure changes nothing that matters. */
  #aside(doing: Promise<unknown>): void {
    const done: Promise<unknown> = doing.catch(() => undefined).then(() => this.#asides.delete(done));
    this.#asides.add(done);
  }
}
