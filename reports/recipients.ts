/** The ledger of a broadcast as a model: everybody it was meant for, also those it could not reach. JSON-safe. */
import type { Instant } from '../domain/date.ts';
import type { ChannelName } from '../domain/message.ts';

/** `waiting` to be sent; `failed` after the provider refused it; `unreachable` where there was no way to send it. */
export type RecipientState = 'waiting' | 'sent' | 'failed' | 'unreachable' | 'stopped';

export interface RecipientsModel {
  /** What was announced: its first words or its subject. */
  subject: string;
  /** Who announced it. */
  author: string;
  /** When it went out, or will. */
  sendAt: Instant;
  asOf: Instant;
  /** True where an acknowledgement was asked for. */
  acknowledgement: boolean;
  rows: RecipientRow[];
}

export interface RecipientRow {
  /** The person, or the title of a group. */
  person: string;
  unit: string;
  /** Absent where there is none to reach them by. */
  channel?: ChannelName;
  state: RecipientState;
  /** Why it was not sent, in words. */
  reason?: string;
  /** When it was sent, or failed. */
  at?: Instant;
  acknowledgedAt?: Instant;
}

export const RECIPIENT_WORDS: Record<RecipientState, string> = {
  waiting: 'đang chờ gửi',
  sent: 'đã gửi',
  failed: 'không gửi được',
  unreachable: 'chưa có kênh nhận',
  stopped: 'đã dừng',
};

export const CHANNEL_WORDS: Record<ChannelName, string> = {
  telegram: 'Telegram',
  'zalo-personal': 'Zalo',
  'zalo-bot': 'Zalo Bot',
  'web-chat': 'Trò chuyện trên web',
  play: 'Chạy thử',
};
