/**
 * Long polling under our own control: Telegram is told that an update arrived (by asking for the next one) only after the
 * house stored it. Updates are taken one after the other, so what a person said keeps its order; one that could not be
 * stored stops the round, and Telegram delivers it and what follows again.
 */
import type { Update } from 'grammy/types';
import { UPDATES_WANTED } from './inbound.ts';
import { grammySignal, type Lines, POLL_SECONDS } from './lines.ts';
import { persist, type Wait } from './persist.ts';
import { isConflict, isTokenRefused } from './refusal.ts';
import type { Standing } from './standing.ts';

/** Bot API, getUpdates: "1-100". */
const BATCH_MAX = 100;
/** Stopping does not wait longer than this for Telegram's receipt; without it the last updates come once more. */
const CONFIRM_MS = 3_000;

export interface Listening {
  lines: Lines;
  standing: Standing;
  pause: Wait;
  /** Finds out the bot's name; called before the first round and again when Telegram turned us away. */
  introduce(signal: AbortSignal): Promise<void>;
  /** What to say while all is well. */
  open(): string;
  /** Resolves when the update is stored or needs no storing. */
  take(update: Update): Promise<void>;
}

/** An update the house could not store. */
class NotStored extends Error {
  override readonly name = 'NotStored';
}

/** Polls until the signal is given; then finishes the update in hand and tells Telegram where it stopped. */
export async function poll(parts: Listening, signal: AbortSignal): Promise<void> {
  const { lines, standing } = parts;
  let introduced = false;
  let next: number | undefined;

  const round = async (failures: number): Promise<void> => {
    if (!introduced) {
      await parts.introduce(signal);
      // Telegram gives no updates to a poll while a webhook is set, by an earlier setting for example.
      await lines.call.deleteWebhook({}, grammySignal(signal));
      introduced = true;
      standing.open(parts.open());
    }
    // After a failure the first answer is asked for at once: it says that all is well again.
    const asked = {
      timeout: failures === 0 ? POLL_SECONDS : 0,
      limit: BATCH_MAX,
      allowed_updates: [...UPDATES_WANTED],
    };
    const updates = await lines.news.getUpdates({ ...asked, ...offsetOf(next) }, grammySignal(signal));
    for (const update of updates.sort((a, b) => a.update_id - b.update_id)) {
      if (signal.aborted) return;
      await parts.take(update).catch((cause: unknown) => {
        throw new NotStored(cause instanceof Error ? cause.message : String(cause));
      });
      next = update.update_id + 1;
    }
    standing.open(parts.open());
  };
  const failed = (error: unknown): void => {
    if (isConflict(error) || isTokenRefused(error)) introduced = false;
    if (error instanceof NotStored) standing.stuck(error);
    else standing.failed(error);
  };

  await persist(round, failed, parts.pause, signal);
  if (next === undefined) return;
  const ending = grammySignal(AbortSignal.timeout(CONFIRM_MS));
  // Unconfirmed updates are delivered again after the next start, and the house knows them by their ids.
  await lines.call.getUpdates({ offset: next, limit: 1, timeout: 0 }, ending).catch(() => undefined);
}

const offsetOf = (next: number | undefined) => (next === undefined ? {} : { offset: next });
