/** A channel without a provider: it remembers what it was given, and judges as the test says. */
import type { Channel, SendFailure } from '../../channels/channel.ts';
import { SendError } from '../../channels/channel.ts';
import type { Instant } from '../../domain/date.ts';
import type { Address, ChannelName, Delivery } from '../../domain/message.ts';

export interface Handed {
  to: string;
  text: string;
  id: string;
  at: Instant;
  file?: string;
  replaces?: string;
}

/** What the provider makes of a message: takes it, refuses it, never answers, or breaks in a way no door should. */
export type Verdict = 'taken' | 'silence' | Error | SendFailure;

export interface FakeChannel extends Channel {
  account: string | undefined;
  /** Every call, also those refused. */
  tried: Handed[];
  /** What the provider took. */
  sent: Handed[];
  texts(): string[];
}

export function fakeChannel(
  name: ChannelName,
  now: () => Instant,
  judge: (to: Address, delivery: Delivery) => Verdict | Promise<Verdict> = () => 'taken',
): FakeChannel {
  const channel: FakeChannel = {
    name,
    account: 'bot',
    tried: [],
    sent: [],
    texts: () => channel.sent.map(({ text }) => text),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ ok: true, detail: '' }),
    send: async (to, delivery) => {
      const { text, id, file, replaces } = delivery;
      const handed: Handed = {
        to: to.id,
        text,
        id,
        at: now(),
        ...(file ? { file: file.name } : {}),
        ...(replaces ? { replaces } : {}),
      };
      channel.tried.push(handed);
      const verdict = await judge(to, delivery);
      if (verdict === 'silence') return new Promise<never>(() => undefined);
      if (verdict instanceof Error) throw verdict;
      if (verdict !== 'taken') throw new SendError(verdict, 'provider said so');
      channel.sent.push(handed);
      return { messageId: `m${channel.sent.length}` };
    },
  };
  return channel;
}
