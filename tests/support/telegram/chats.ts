/**
 * What people have on their screens, and the rules of the Bot API about what a bot may put there. As strict as the real
 * one is said to be: what it would refuse is refused here with the same words.
 */
import { badRequest, Refused } from './refused.ts';

export interface Button {
  text: string;
  callback_data: string;
}

export interface Shown {
  message_id: number;
  from: 'bot' | 'person';
  text: string;
  /** What it said before it was edited into something else, oldest first. */
  was?: string[];
  keyboard?: Button[][];
  file?: { name: string; bytes: Buffer; as: 'photo' | 'document' };
}

/** The parameters of a call, files in the place of their "attach://" names. */
export type Given = Record<string, unknown>;

const MARKUP = 'reply_markup';

/** Every method the bot uses with all parameters it may have; anything else is a mistake of the bot. */
export const PARAMETERS: Record<string, string[]> = {
  getMe: [],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
  setWebhook: ['url', 'secret_token', 'max_connections', 'allowed_updates'],
  deleteWebhook: ['drop_pending_updates'],
  getFile: ['file_id'],
  setMyCommands: ['commands', 'scope'],
  sendMessage: ['chat_id', 'text', 'link_preview_options', MARKUP],
  sendDocument: ['chat_id', 'document', 'caption', MARKUP],
  sendPhoto: ['chat_id', 'photo', 'caption', MARKUP],
  sendChatAction: ['chat_id', 'action'],
  editMessageText: ['chat_id', 'message_id', 'text', 'link_preview_options', MARKUP],
  editMessageReplyMarkup: ['chat_id', 'message_id', MARKUP],
  answerCallbackQuery: ['callback_query_id', 'text'],
};

/** A person who never wrote to the bot has no chat; one who blocked it cannot be written to. */
export class Chats {
  readonly #shown = new Map<number, Shown[]>();
  readonly blocked = new Set<number>();
  /** Groups that became supergroups: where each is found now. */
  readonly moved = new Map<number, number>();
  #lastId = 0;

  of(chat: number): Shown[] {
    const shown = this.#shown.get(chat) ?? [];
    this.#shown.set(chat, shown);
    return shown;
  }

  add(chat: number, shown: Omit<Shown, 'message_id'>): Shown {
    this.#lastId += 1;
    const added = { message_id: this.#lastId, ...shown };
    this.of(chat).push(added);
    return added;
  }

  message(chat: number, id: number): Shown | undefined {
    return this.#shown.get(chat)?.find(({ message_id }) => message_id === id);
  }

  /** Carries out a call about messages. @throws {Refused} */
  call(method: string, given: Given): unknown {
    const chat = this.#open(given.chat_id);
    if (method === 'sendChatAction') return action(given.action);
    if (method === 'sendMessage') {
      return this.#sent(chat, { from: 'bot', text: textIn(given.text), ...keyboardIn(given[MARKUP]) });
    }
    if (method === 'sendDocument' || method === 'sendPhoto') return this.#sent(chat, fileIn(method, given));
    return this.#edit(chat, method, given);
  }

  #open(id: unknown): number {
    const chat = Number(id);
    if (!this.#shown.has(chat)) throw badRequest('chat not found');
    const migrate_to_chat_id = this.moved.get(chat);
    if (migrate_to_chat_id !== undefined) {
      const words = 'Bad Request: group chat was upgraded to a supergroup chat';
      throw new Refused(400, words, { migrate_to_chat_id });
    }
    if (this.blocked.has(chat)) throw new Refused(403, 'Forbidden: bot was blocked by the user');
    return chat;
  }

  #sent(chat: number, shown: Omit<Shown, 'message_id'>): object {
    const { message_id, text } = this.add(chat, shown);
    return { message_id, date: 1_790_000_000, chat: { id: chat, type: 'private' }, text };
  }

  #edit(chat: number, method: string, given: Given): object {
    const shown = this.message(chat, Number(given.message_id));
    if (shown === undefined) throw badRequest('message to edit not found');
    if (shown.from !== 'bot') throw badRequest("message can't be edited");
    if (method === 'editMessageText' && shown.file) throw badRequest('there is no text in the message to edit');
    const text = method === 'editMessageText' ? textIn(given.text) : shown.text;
    const { keyboard } = keyboardIn(given[MARKUP]);
    if (text === shown.text && JSON.stringify(keyboard) === JSON.stringify(shown.keyboard)) {
      throw badRequest('message is not modified');
    }
    if (!text.startsWith(shown.text)) shown.was = [...(shown.was ?? []), shown.text];
    shown.text = text;
    if (keyboard === undefined) delete shown.keyboard;
    else shown.keyboard = keyboard;
    return { message_id: shown.message_id, date: 1_790_000_000, chat: { id: chat, type: 'private' }, text };
  }
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function textIn(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('message text is empty');
  if (text.length > 4_096) throw badRequest('message is too long');
  if (LONE_SURROGATE.test(text)) throw badRequest('strings must be encoded in UTF-8');
  return text;
}

function fileIn(method: string, given: Given): Omit<Shown, 'message_id'> {
  const as = method === 'sendPhoto' ? 'photo' : 'document';
  const file = given[as] as { name: string; bytes: Buffer } | undefined;
  if (file?.bytes === undefined) throw badRequest(`there is no ${as} in the request`);
  if (file.bytes.length === 0) throw badRequest('file must be non-empty');
  const caption = given.caption ?? '';
  if (typeof caption !== 'string' || caption.length > 1_024) throw badRequest('message caption is too long');
  return { from: 'bot', text: caption, file: { ...file, as }, ...keyboardIn(given[MARKUP]) };
}

function keyboardIn(markup: unknown): { keyboard?: Button[][] } {
  if (markup === undefined) return {};
  const rows = (typeof markup === 'string' ? JSON.parse(markup) : markup).inline_keyboard as unknown;
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) throw badRequest('inline keyboard expected');
  for (const button of rows.flat()) {
    const { text, callback_data, ...more } = button as Record<string, unknown>;
    if (typeof text !== 'string' || text === '') throw badRequest('inline keyboard button text must be non-empty');
    const bytes = typeof callback_data === 'string' ? Buffer.byteLength(callback_data) : 0;
    if (bytes < 1 || bytes > 64 || Object.keys(more).length > 0) throw badRequest('BUTTON_DATA_INVALID');
  }
  return { keyboard: rows as Button[][] };
}

function action(name: unknown): true {
  if (name === 'typing' || name === 'upload_document') return true;
  throw badRequest('wrong parameter action in request');
}

/** The rules of setMyCommands. @throws {Refused} */
export function checkCommands(commands: unknown): true {
  if (!Array.isArray(commands) || commands.length > 100) throw badRequest('commands must be a list of at most 100');
  for (const { command, description } of commands as { command: string; description: string }[]) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return true;
}
