/**
 * What Telegram answered when it did not do what was asked, as one of the four judgements of a door, in words without
 * a secret: grammY's own errors carry the message and, inside, an address with the token.
 */
import { GrammyError, HttpError } from 'grammy';
import { SendError, type SendFailure } from '../channel.ts';

/** 400s that say nothing about the message: the person's account or the chat is not there any more. */
const GONE =
  /chat not found|user not found|user is deactivated|peer_id_invalid|bot was kicked|bot was blocked|group chat was (deleted|deactivated|upgraded)/i;

/** Makes the text safe to log, store and show. */
export type Scrub = (text: string) => string;

/** Hides the token, whole or its secret half, as written and as in an address. */
export function scrubberFor(token: string): Scrub {
  const secret = token.slice(token.indexOf(':') + 1);
  return (text) => text.replaceAll(token, '***').replaceAll(secret, '***');
}

/** One line on a failed call, for the operator. */
export function causeOf(error: unknown): string {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (error instanceof HttpError) return `no answer from Telegram (${networkCauseOf(error.error)})`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** The short name of a network failure. Its message holds the address that was asked, and so the token. */
function networkCauseOf(error: unknown): string {
  const { code, type, name, message } = error as { code?: string; type?: string; name?: string; message?: string };
  if (message?.includes('timed out') === true) return 'timeout';
  return code ?? type ?? name ?? 'unknown';
}

/** True where Telegram does not know the token: 401 for a revoked one, 404 for one that never was. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

/** True where somebody else asks for the same bot's updates, or a webhook is set. */
export function isConflict(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 409;
}

/** How long Telegram asks to wait, in milliseconds; undefined where it does not. */
export function waitAskedFor(error: unknown): number | undefined {
  if (!(error instanceof GrammyError) || error.error_code !== 429) return undefined;
  return (error.parameters.retry_after ?? 0) * 1_000;
}

/** Where a group that became a supergroup is found now; undefined for any other error. */
export function migratedTo(error: unknown): number | undefined {
  return error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
}

/** No connection, no answer: what certainly happened before the request left. Anything else may have reached Telegram. */
const NEVER_LEFT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|PROXY_\w+|CERT_\w+|DEPTH_ZERO_\w+)$/;
/** How Node words a connection that was never made: "reason: connect ETIMEDOUT 149.154.167.220:443". */
const CONNECTING = /reason: connect /;

function neverLeft(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return NEVER_LEFT.test(code) || CONNECTING.test(message);
}

const UNREACHABLE = { kind: 'unreachable' } as const;

/** The same failure of something that does no harm when it is done twice, as an edit is. */
export const surelyUnsent = (error: SendError): SendError =>
  error.failure.kind === 'unreachable' ? new SendError(UNREACHABLE, error.message) : error;

/** The judgement on one message that was not sent. */
export function sendErrorOf(error: unknown, chat: string, floods: Floods, scrub: Scrub): SendError {
  if (error instanceof SendError) return error;
  return new SendError(failureOf(error, chat, floods), scrub(`telegram: ${causeOf(error)}`));
}

function failureOf(error: unknown, chat: string, floods: Floods): SendFailure {
  if (error instanceof HttpError) return neverLeft(error.error) ? UNREACHABLE : { ...UNREACHABLE, perhapsSent: true };
  if (!(error instanceof GrammyError)) return { kind: 'rejected' };
  const retryAfterMs = waitAskedFor(error);
  if (retryAfterMs !== undefined) return { kind: 'throttled', retryAfterMs, scope: floods.scope(chat, retryAfterMs) };
  if (error.error_code === 403) return { kind: 'recipient_gone' };
  if (error.error_code === 400 && GONE.test(error.description)) return { kind: 'recipient_gone' };
  // A refused token is no fault of the message: it goes when the operator has mended the setting.
  if (isTokenRefused(error)) return { kind: 'unreachable' };
  return error.error_code >= 400 && error.error_code < 500 ? { kind: 'rejected' } : { kind: 'unreachable' };
}

/**
 * Whose limit a 429 is about. Telegram's answer has the wait and not the reason, so the first one counts for its chat;
 * when a second chat is refused while the first still has to wait, the limit is the whole bot's.
 */
export class Floods {
  readonly #until = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  scope(chat: string, retryAfterMs: number): 'chat' | 'account' {
    const now = this.#now();
    for (const [each, until] of this.#until) if (until <= now) this.#until.delete(each);
    this.#until.set(chat, now + retryAfterMs);
    return this.#until.size > 1 ? 'account' : 'chat';
  }
}
