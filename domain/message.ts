/**
 * What passes through a door, the same for every provider. Glossary: an Inbound is one thing somebody did at a door
 * (typed, tapped, edited); an Outbound is one message for one person there: plain text, at most one attachment, and
 * choices that a door with buttons shows as buttons and one without as numbered lines. An Address is where somebody
 * can be reached: provider, the bot's account there, and the conversation's id.
 */
import type { Instant } from './date.ts';

export type ChannelName = 'telegram' | 'zalo-personal' | 'zalo-bot' | 'web-chat' | 'play';

/** Where one conversation happens. The id means something only together with the bot's own account there. */
export interface Address {
  channel: ChannelName;
  /** The bot's account at the provider; identities are not portable between accounts (Zalo gives each its own uids). */
  account: string;
  id: string;
}

/** What somebody did. */
export type Said =
  | { kind: 'text'; text: string }
  /** A tapped choice; `label` is what the button said, `message` the provider's id of the message it hung on. */
  | { kind: 'choice'; id: string; label?: string; message?: string }
  /** A message of one's own edited later: read as a correction. `message` is the provider's id of the edited one. */
  | { kind: 'edit'; text: string; message: string }
  /** A still picture within the size bound: only the provider's reference to it, nothing is fetched on receipt. */
  | { kind: 'picture'; ref: string; caption?: string }
  /** Something that cannot be read as text (file, voice, video); files are refused by default. */
  | { kind: 'unsupported'; what: string };

/** A picture that stays with its provider: the door it came through, and that provider's reference to it. */
export interface Picture extends Pick<Address, 'channel' | 'account'> {
  ref: string;
}

/** What became of a group: the bot was taken out of it, or it has another id at its provider from now on. */
export type GroupChange = { kind: 'removed' } | { kind: 'moved'; to: string };

export interface Inbound {
  address: Address;
  /** The provider's id of this message or update: the natural key that makes redelivery harmless. */
  id: string;
  /** A second natural key, where the provider repeats a message under another id: the sender's own number of it. */
  alias?: string;
  said: Said | GroupChange;
  /** When the provider says it happened, where it does. */
  at?: Instant;
  /** True in a group: figures are never spoken there. */
  group?: boolean;
  /** In a group, who spoke: the id of their own conversation with the bot, at the same account. */
  from?: string;
  /** What the group is called, where the provider says so. */
  title?: string;
}

export interface Choice {
  /** At most 64 bytes of ASCII (the limit of Telegram's callback data). */
  id: string;
  label: string;
}

/** A file or picture made when it is sent, from data frozen when it was decided. */
export interface Attachment {
  /** Which maker of `reports/` draws it; a 'picture' is fetched from its provider, its data being a Picture. */
  maker: 'annual-docx' | 'status-chart' | 'month-xlsx' | 'tracking-xlsx' | 'recipients-xlsx' | 'json' | 'picture';
  /** File name shown to the person, with its ending. */
  name: string;
  /** Shown inline (picture) or offered as a download (document). */
  show: 'picture' | 'document';
  /** What the maker needs, JSON-safe; frozen so that a retry sends the same figures. */
  data: unknown;
  /** Of a 'picture': words added to the text where it cannot be had, for whoever decides about it. */
  lost?: string;
}

/** One message for one person, rendered in their language; split by the door where the provider limits length. */
export interface Outbound {
  text: string;
  /** Rows of choices as they should stand on a phone. */
  choices?: Choice[][];
  /** Several of the choices may be taken before "Xong": a door without buttons says "chọn một hoặc nhiều". */
  multiple?: boolean;
  /** Whether a typed number chooses; where it would be an answer, a door without buttons must not number the choices. */
  numbered?: boolean;
  attachment?: Attachment;
  /** Noted once it was sent: its picture could not be had any more, and the text went alone. */
  pictureLost?: true;
  /**
   * The message this one takes the place of. A door that cannot edit, or no longer finds it, adds a new message; so
   * does one with an attachment or too long for one message of the provider.
   */
  replaces?: Replaced;
  /**
   * Only a state on the way ("Đang gửi 3/6"), of which `replaces` names the first: settled without being sent where
   * the door cannot edit or a later state waits already. The last state is written without this.
   */
  progress?: true;
}

/** A message of ours in the same conversation: by the provider's id (what was tapped), or by the key of its outbox row. */
export type Replaced = { messageId: string } | { key: string };

/** An Outbound with its attachment made: what a channel really sends. */
export interface Delivery {
  /** The outbox row's id; a door that can (web chat) uses it to send twice without showing twice. */
  id: string;
  text: string;
  choices?: Choice[][];
  multiple?: boolean;
  numbered?: boolean;
  /** The provider's id of the message to be edited; only for a door that can. */
  replaces?: string;
  file?: { name: string; show: 'picture' | 'document'; bytes: Uint8Array; mime: string };
}

/** Doors that hand over pictures and fetch them again; at any other one nobody is told to send one. */
export const PICTURE_DOORS: ReadonlySet<ChannelName> = new Set(['telegram', 'zalo-personal', 'web-chat', 'play']);

/** Largest picture taken, in bytes: what a phone's camera makes for chat has 0.1 to 2 MB, and Zalo and Telegram bear it. */
export const PICTURE_BYTES_MAX = 5_000_000;

/** Longest reference kept, in characters: Telegram's have about 80, Zalo's are addresses of some 150. */
export const PICTURE_REF_MAX = 1_000;

/** Longest text accepted from one message, in characters; longer is refused politely. Telegram's own limit is 4,096. */
export const INBOUND_TEXT_MAX = 4_096;
