/** One question to Telegram, for the operator who wants to know now whether the settings work. */
import { accountOf, type LineOptions, openLines } from './lines.ts';
import { causeOf, scrubberFor } from './refusal.ts';
import { type Trouble, troubleOf } from './standing.ts';

/** Whose the token is, or what is in the way, with the cause as Telegram or the network words it. */
export type Enquiry = { ok: true; username: string } | { ok: false; trouble: Trouble; cause: string };

/**
 * Asks who the bot is, and takes no messages. Answers within twenty seconds.
 * @throws {Error} naming the setting to change, as `telegram` does
 */
export async function enquire(options: LineOptions): Promise<Enquiry> {
  accountOf(options.token);
  const { call } = openLines(options);
  try {
    const { username } = await call.getMe();
    return { ok: true, username };
  } catch (error) {
    return { ok: false, trouble: troubleOf(error), cause: scrubberFor(options.token)(causeOf(error)) };
  }
}
