/** The Telegram door before a Bot API of this machine, with everything it logs and every wait it would have made. */
import { type TelegramOptions, telegram } from '../../../channels/telegram/telegram.ts';
import type { Address, Inbound } from '../../../domain/message.ts';
import { BotApi, TOKEN } from './bot-api.ts';

/** Synthetic people's chats. */
export const LAN = 1_001;
export const MINH = 1_002;

export const addressOf = (chat: number): Address => ({ channel: 'telegram', account: '8123456789', id: String(chat) });

export interface Door {
  api: BotApi;
  channel: ReturnType<typeof telegram>;
  /** Everything logged, as JSON. */
  logged: string[];
  /** Milliseconds of each wait; none of them is really waited. */
  pauses: number[];
  /** Resolves when Telegram is known to answer. */
  opened(): Promise<void>;
  close(): Promise<void>;
}

/** Ends a wait with the next turn of the event loop, so that what a test does in between gets its turn. */
const atOnce = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A door that is not open yet, before a Telegram that is; Lan and Minh have a chat with the bot. */
export async function closedDoor(more: Partial<TelegramOptions> = {}): Promise<Door> {
  const api = new BotApi();
  await api.open();
  for (const chat of [LAN, MINH]) api.chats.of(chat);
  const logged: string[] = [];
  const pauses: number[] = [];
  const note = (...given: unknown[]): void => void logged.push(JSON.stringify(given));
  const channel = telegram({
    token: TOKEN,
    apiRoot: api.root,
    log: { info: note, warn: note, error: note } as never,
    pause: (ms) => {
      pauses.push(ms);
      return atOnce();
    },
    ...more,
  });
  return {
    api,
    channel,
    logged,
    pauses,
    opened: () => until(() => channel.health().ok),
    async close() {
      await channel.stop();
      await api.close();
    },
  };
}

/** Well below the time a test may take, and far above what anything on this machine takes. */
const NEVER_MS = 20_000;

/** Resolves when a thing that the event loop brings about has happened. */
export async function until(happened: () => boolean): Promise<void> {
  const deadline = performance.now() + NEVER_MS;
  while (!happened()) {
    if (performance.now() > deadline) throw new Error(`it never happened: ${happened.toString()}`);
    await atOnce();
  }
}

/** A house that keeps what it is told and dedupes by id, as the real one does; it can be told to fail. */
export function house() {
  const heard: Inbound[] = [];
  const ids = new Set<string>();
  const failing = { times: 0 };
  return {
    heard,
    /** Refuses this often from now on. */
    failing,
    receive: async (inbound: Inbound): Promise<void> => {
      await atOnce();
      if (failing.times > 0) {
        failing.times -= 1;
        throw new Error('the database is busy');
      }
      if (!ids.has(inbound.id)) heard.push(inbound);
      ids.add(inbound.id);
    },
    texts: (chat: number): string[] =>
      heard
        .filter(({ address }) => address.id === String(chat))
        .map(({ said }) =>
          'text' in said
            ? said.text
            : said.kind === 'choice'
              ? said.id
              : said.kind === 'unsupported'
                ? said.what
                : said.kind,
        ),
  };
}
