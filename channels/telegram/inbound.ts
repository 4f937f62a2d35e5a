/**
 * What an update of Telegram is for the house: something a person did, or nothing. Pure; everything it leaves out (channel
 * posts, service messages, what is said in a group among people) is acknowledged and forgotten.
 */
import type { CallbackQuery, ChatMemberUpdated, Message, Update } from 'grammy/types';
import type { GroupChange, Inbound, Said } from '../../domain/message.ts';
import { pictureSaid } from './photo.ts';

/** The kinds of update asked for; Telegram keeps the others to itself. */
export const UPDATES_WANTED = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

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
    ...(group ? { group: true, ...group } : {}),
  };
}

interface Heard {
  chat: number;
  said: Said | GroupChange;
  /** Seconds since 1970 UTC. */
  at?: number;
  /** In a group: who spoke, and what it is called. */
  group?: { from?: string; title?: string };
}

function hear(update: Update, me: Me): Heard | undefined {
  const { message, edited_message, callback_query, my_chat_member } = update;
  if (my_chat_member !== undefined) return hearRemoval(my_chat_member);
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
  const [what, ...more] = UNREAD.filter((kind) => message[kind] !== undefined);
  // A moving or a paid picture shows a still one beside it.
  const picture = what === 'photo' && more.length === 0 ? pictureSaid(message) : undefined;
  return picture ?? (what === undefined ? undefined : { kind: 'unsupported', what });
}

const textMeant = (text: string): string => DEEP_LINK.exec(text)?.[1] ?? text.replace(COMMAND, '/$1');

/** In a group the bot hears commands only, and not those for another bot. */
function hearGroup({ chat, text, from, date, migrate_to_chat_id: moved }: Message, me: Me): Heard | undefined {
  if (moved !== undefined) return { chat: chat.id, said: { kind: 'moved', to: String(moved) }, at: date, group: {} };
  if (chat.type === 'channel' || from === undefined || from.is_bot || text === undefined) return undefined;
  const command = COMMAND.exec(text);
  if (command === null) return undefined;
  const [, , addressee] = command;
  if (addressee !== undefined && addressee.toLowerCase() !== me.username?.toLowerCase()) return undefined;
  // In a private chat the chat's id is the person's own.
  const group = { from: String(from.id), ...(chat.title === undefined ? {} : { title: chat.title }) };
  return { chat: chat.id, said: { kind: 'text', text: textMeant(text) }, at: date, group };
}

/** Somebody took the bot out of a group; that a person blocked it is learnt when it next writes to them. */
function hearRemoval({ chat, new_chat_member: now, date }: ChatMemberUpdated): Heard | undefined {
  const isOut = now.status === 'left' || now.status === 'kicked';
  if (!isOut || (chat.type !== 'group' && chat.type !== 'supergroup')) return undefined;
  return { chat: chat.id, said: { kind: 'removed' }, at: date, group: {} };
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
