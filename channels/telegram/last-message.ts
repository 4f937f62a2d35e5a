/**
 * The bot's last message in each chat, and editing it: a tapped one is marked with what was chosen, and the next step
 * takes its place. Remembered only to make things nicer; lost with the process.
 */
import { type Api, GrammyError } from 'grammy';
import type { CallbackQuery } from 'grammy/types';
import { grammySignal } from './lines.ts';
import { type Part, TEXT_MAX } from './outgoing.ts';
import { remember } from './remember.ts';

const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

/** It says already what it should say: an earlier try arrived although its answer did not. */
const UNCHANGED = /message is not modified/i;
/** It is gone, too old, or a file. Telegram has no codes for it, only these words. */
const NOT_EDITABLE =
  /message to edit not found|message can't be edited|message_id_invalid|message identifier|no text in the message/i;

export class LastMessages {
  readonly #call: Api;
  readonly #latest = new Map<number, number>();
  /** Edits under way by chat: what takes the place of a message waits until it was marked. */
  readonly #marking = new Map<number, Promise<unknown>>();

  constructor(call: Api) {
    this.#call = call;
  }

  /** The last message of a chat is this one now. */
  is(chat: number, message: number): void {
    remember(this.#latest, chat, message);
  }

  /** Marks the tapped message: its buttons go, and where it was the last question, what was chosen stays. */
  mark({ data, message }: CallbackQuery, signal: AbortSignal): Promise<unknown> {
    if (message === undefined) return Promise.resolve();
    const { chat, message_id: id } = message;
    const { text, reply_markup: markup } = 'text' in message ? message : {};
    const button = markup?.inline_keyboard
      .flat()
      .find((each) => 'callback_data' in each && each.callback_data === data);
    const answered = `${text}\n[${button?.text}]`;
    const isQuestion = text !== undefined && button !== undefined && answered.length <= TEXT_MAX;
    const isLast = isQuestion && this.#latest.get(chat.id) === id;
    if (isLast) this.#latest.delete(chat.id);
    const marking: Promise<unknown> = (
      isLast
        ? this.#call.editMessageText(chat.id, id, answered, NO_PREVIEW, grammySignal(signal))
        : this.#call.editMessageReplyMarkup(chat.id, id, {}, grammySignal(signal))
    )
      .catch(() => undefined)
      .then(() => this.#marking.get(chat.id) === marking && this.#marking.delete(chat.id));
    this.#marking.set(chat.id, marking);
    return marking;
  }

  /**
   * Puts a text with its buttons in the place of a message of ours.
   * @returns false where Telegram says that it can no longer be edited
   * @throws what grammY throws, for any other reason
   */
  async replace(chat: number, message: number, { text, keyboard }: Part): Promise<boolean> {
    await this.#marking.get(chat);
    const more = keyboard === undefined ? NO_PREVIEW : { ...NO_PREVIEW, reply_markup: keyboard };
    try {
      await this.#call.editMessageText(chat, message, text, more);
    } catch (error) {
      const refused = error instanceof GrammyError && error.error_code === 400 ? error.description : '';
      if (NOT_EDITABLE.test(refused)) return false;
      if (!UNCHANGED.test(refused)) throw error;
    }
    this.is(chat, message);
    return true;
  }
}
