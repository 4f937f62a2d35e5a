/** Every channel with its provider played by a test, under one set of handles. */
import type { Channel } from '../../channels/channel.ts';
import type { Address } from '../../domain/message.ts';
import { addressOf, closedDoor, LAN } from './telegram/door.ts';
import { closedWebChat, phone, post, shown, temporary, typed } from './web-chat.ts';
import { lan as lanOnZalo, WARD, ward, zaloDoor } from './zalo/zalo-door.ts';

/** A group on Telegram. */
const GROUP = -100_200_300;

/** One channel with its provider played by the test. */
export interface Harness {
  channel: Channel;
  /** Somebody who can be written to. */
  address: Address;
  /** Plays the provider handing over a text; resolves when the channel acknowledged, rejects when it refused. */
  say(text: string, id: string): Promise<void>;
  /** The texts the person has on the screen, oldest first. */
  onScreen(): Promise<string[]>;
  /** True when the provider shows one delivery sent twice only once. */
  showsOnce: boolean;
  /** True when the provider lets a message be edited. */
  edits: boolean;
  /** A group with the bot in it, where the provider has groups. */
  group?: Group;
  /** Resolves when the provider has answered a channel that does not wait for it. */
  opened?(): Promise<void>;
  close(): Promise<void>;
}

export interface Group {
  address: Address;
  /** The id under which the one who speaks there is written to alone. */
  speaker: string;
  /** Plays the provider handing over what somebody wrote there. */
  say(text: string): void;
  /** Plays the provider telling that the bot was taken out. */
  remove(): void;
  onScreen(): string[];
}

export function webChatHarness(): Harness {
  const { directory, remove } = temporary();
  const channel = closedWebChat(directory);
  return {
    channel,
    address: phone('lan'),
    showsOnce: true,
    edits: true,
    async say(text, id) {
      const response = await post(channel.url(), 'lan', typed(text, id));
      if (!response.ok) throw new Error(`refused: ${response.status}`);
    },
    async onScreen() {
      const entries = await shown(channel.url(), 'lan');
      const replaced = new Set(entries.map((entry) => entry.replaces));
      return entries.filter(({ id }) => !replaced.has(id)).map(({ text }) => text);
    },
    async close() {
      await channel.stop();
      remove();
    },
  };
}

export async function telegramHarness(): Promise<Harness> {
  const door = await closedDoor();
  const { api, channel } = door;
  api.chats.of(GROUP);
  const numbers = new Map<string, number>();
  return {
    channel,
    address: addressOf(LAN),
    showsOnce: false,
    edits: true,
    group: {
      address: addressOf(GROUP),
      speaker: String(LAN),
      say: (text) => void api.saysInGroup(GROUP, LAN, text),
      remove: () => void api.removedFrom(GROUP),
      onScreen: () => api.shown(GROUP).map(({ text }) => text),
    },
    async say(text, id) {
      const number = api.says(LAN, text, numbers.get(id));
      numbers.set(id, number);
      if ((await api.fate(number)) === 'again') throw new Error('refused: it is asked for again');
    },
    onScreen: async () => api.shown(LAN).map(({ text }) => text),
    opened: () => door.opened(),
    close: () => door.close(),
  };
}

export async function zaloHarness(): Promise<Harness> {
  const door = await zaloDoor();
  const { zalo, channel } = door;
  const messages = new Map<string, ReturnType<typeof zalo.say>>();
  const refusals = (): number => door.logged.filter((line) => line.includes('was not accepted')).length;
  return {
    channel,
    address: lanOnZalo,
    showsOnce: false,
    edits: false,
    group: {
      address: ward,
      speaker: lanOnZalo.id,
      say: (text) => void zalo.sayInGroup(WARD, text),
      remove: () => zalo.removeFromGroup(WARD, zalo.uid),
      onScreen: () => zalo.shown(WARD),
    },
    async say(text, id) {
      const known = messages.get(id);
      if (known) zalo.repeat(known);
      const message = known ?? zalo.say(text);
      const { msgId } = message;
      messages.set(id, message);
      // Zalo has no acknowledgement; what stands for it is the seen event, which the sender sees.
      const refused = refusals();
      await door.until('it is seen or refused', () => zalo.seen.includes(msgId) || refusals() > refused);
      if (!zalo.seen.includes(msgId)) throw new Error('refused: it is offered again');
    },
    onScreen: async () => zalo.shown(lanOnZalo.id),
    opened: () => door.until('the door is open', () => channel.health().ok),
    close: () => door.close(),
  };
}
