/** One question to Telegram, for the operator who wants to know now whether the settings work. */
import { accountOf, type LineOptions, openLines } from './lines.ts';
import { scrubberFor } from './refusal.ts';
import { type Health, remedy } from './standing.ts';

/**
 * Asks who the bot is, and takes no messages. Answers within twenty seconds.
 * @throws {Error} naming the setting to change, as `telegram` does
 */
export async function enquire(options: LineOptions): Promise<Health> {
  accountOf(options.token);
  const { call } = openLines(options);
  try {
    const { username } = await call.getMe();
    return { ok: true, detail: `telegram: the token is that of @${username}` };
  } catch (error) {
    return { ok: false, detail: scrubberFor(options.token)(remedy(error)) };
  }
}
