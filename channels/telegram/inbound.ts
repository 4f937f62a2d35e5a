/**
 * What an update of Telegram is for the house: something a person did, or nothing. Pure; everything it leaves out (channel
 * posts, service messages, what is said in a group among people) is acknowledged and forgotten.
 */
import type { CallbackQuery, Message, Update } from 'grammy/types';
import type { Inbound, Said } from '../../domain/message.ts';

/** The kinds of update asked for; Telegram keeps the others to itself. */
export const UPDATES_WANTED = ['message', 'edited_message', 'callback_query'] as const;

/** Who the bot is: the id its token begins with, and its name once Telegram told it. */
export interface Me {
  account: string;
  username: string | undefined;
}

/** What somebody may send that is no text; an animation also comes as a document, a venue also as a location. */
const UNREAD = [
  'photo',
  'animation',
  'document',
  'voice',
  'audio',
  'video',
  'video_note',
  'live_photo',
  'paid_media',
  'sticker',
  'contact',
  'venue',
  'location',
  'poll',
  'checklist',
  'dice',
  'game',
  'story',
  'rich_message',
] as const satisfies readonly (keyof Message)[];

/** A command, with the bot it is for: "/tinhhinh@tro_ly_iso_bot tháng 9". */
const COMMAND = /^\/(\w+)(?:@(\w+))?(?=\s|$)/;

/** `t.me/<bot>?start=<code>` arrives as "/start <code>"; the code alone is what the person meant to say. */
const DEEP_LINK = /^\/start\s+(\S+)\s*$/;

/** The inbound of an update; undefined where nobody said anything to the bot. */
export function inboundOf(update: Update, me: Me): Inbound | undefined {
  const heard = hear(update, me);
  if (heard === undefined) return undefined;
  const { chat, said, at, group } = heard;
  return {
    address: { channel: 'telegram', account: me.account, id: String(chat) },
    id: `update:${update.update_id}`,
    said,
    ...(at === undefined ? {} : { at: at * 1_000 }),
    ...(group ? { group } : {}),
  };
}

interface Heard {
  chat: number;
  said: Said;
  /** Seconds since 1970 UTC. */
  at?: number;
  group?: boolean;
}

function hear({ message, edited_message, callback_query }: Update, me: Me): Heard | undefined {
  if (message !== undefined) return message.chat.type === 'private' ? hearPerson(message) : hearGroup(message, me);
  if (edited_message !== undefined) return hearEdit(edited_message);
  return callback_query === undefined ? undefined : hearTap(callback_query);
}

function hearPerson(message: Message): Heard | undefined {
  const said = saidIn(message);
  return said && { chat: message.chat.id, said, at: message.date };
}

function saidIn(message: Message): Said | undefined {
  if (message.text !== undefined) return { kind: 'text', text: textMeant(message.text) };
  const what = UNREAD.find((kind) => message[kind] !== undefined);
  return what === undefined ? undefined : { kind: 'unsupported', what };
}

const textMeant = (text: string): string => DEEP_LINK.exec(text)?.[1] ?? text.replace(COMMAND, '/$1');

/** In a group the bot hears commands only, and not those for another bot. */
function hearGroup({ chat, text, from, date }: Message, me: Me): Heard | undefined {
  if (chat.type === 'channel' || from?.is_bot === true || text === undefined) return undefined;
  const command = COMMAND.exec(text);
  if (command === null) return undefined;
  const [, , addressee] = command;
  if (addressee !== undefined && addressee.toLowerCase() !== me.username?.toLowerCase()) return undefined;
  return { chat: chat.id, said: { kind: 'text', text: textMeant(text) }, at: date, group: true };
}

function hearEdit({ chat, text, message_id, edit_date }: Message): Heard | undefined {
  if (chat.type !== 'private' || text === undefined) return undefined;
  const said: Said = { kind: 'edit', text: textMeant(text), message: String(message_id) };
  return { chat: chat.id, said, ...(edit_date === undefined ? {} : { at: edit_date }) };
}

/** Telegram does not say when a button was tapped. */
function hearTap({ data, message }: CallbackQuery): Heard | undefined {
  if (data === undefined || message?.chat.type !== 'private') return undefined;
  const label = labelOf(message, data);
  const said: Said = {
    kind: 'choice',
    id: data,
    ...(label === undefined ? {} : { label }),
    message: String(message.message_id),
  };
  return { chat: message.chat.id, said };
}

/** What the tapped button said; unknown where the message is too old for Telegram to show it again. */
function labelOf(message: NonNullable<CallbackQuery['message']>, data: string): string | undefined {
  const keyboard = 'reply_markup' in message ? message.reply_markup?.inline_keyboard : undefined;
  return keyboard?.flat().find((button) => 'callback_data' in button && button.callback_data === data)?.text;
}
