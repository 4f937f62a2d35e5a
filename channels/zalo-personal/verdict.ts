/**
 * What Zalo's refusals mean to the house. The codes are nowhere documented by Zalo; they are what users of zca-js
 * reported in its issues (their numbers stand beside them), so an unknown one is judged by its sign.
 */
import { ZaloApiError } from 'zca-js';
import { SendError, type SendFailure } from '../channel.ts';

const HOUR_MS = 60 * 60_000;

/** Users who went on after 221 were blocked for an hour and more (114, 173, 325, 336). */
const TOO_MANY_WAIT_MS = HOUR_MS;
/** HTTP's own 429 is milder: the gateway, not the account. */
const BUSY_WAIT_MS = 60_000;

/** The cookies are no longer good for calls: 600 "zpw_sek bị thiếu hoặc không đúng" (211, 315), 102 timed out (35). */
const SESSION_DEAD = new Set([600, 102]);

/**
 * 122: the person refuses strangers (307). 123: "Không thể nhận tin nhắn từ bạn" (229, 336). 215: blocked. 216: there
 * is no such user. Trying again is what gets an account locked, so their other door is tried; the first thing they
 * write to us opens this one again.
 */
const GONE = new Set([122, 123, 215, 216]);

/** Zalo may have done what was asked, and only its answer is missing. */
export const LOST_ANSWER = { kind: 'unreachable', perhapsSent: true } as const satisfies SendFailure;

/** No connection was made: what was to be sent certainly never left. */
const NEVER_LEFT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+)$/;

function neverLeft(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return NEVER_LEFT.test(String(cause?.code));
}

/** True when the answer means that the login itself is dead. */
export function isSessionDead(error: unknown): boolean {
  return error instanceof ZaloApiError && error.code !== null && SESSION_DEAD.has(error.code);
}

/** The login was understood and refused: the cookies are expired or were revoked. */
export class LoginRefused extends Error {
  override readonly name = 'LoginRefused';
}

/** What a failed login means: a refusal, or a line that does not work now. */
export function judgeLogin(error: unknown): Error {
  const told = error instanceof ZaloApiError && !error.message.startsWith('Failed to');
  return told ? new LoginRefused(error.message, { cause: error }) : asError(error);
}

/** The judgement on a call that failed; whatever it was, a SendError. */
export function judge(error: unknown): SendError {
  if (error instanceof SendError) return error;
  if (!(error instanceof ZaloApiError)) {
    const { name, message } = asError(error);
    const line = message === 'fetch failed' || name === 'TimeoutError' || name === 'AbortError';
    const failure: SendFailure = neverLeft(error) ? { kind: 'unreachable' } : LOST_ANSWER;
    return new SendError(line ? failure : { kind: 'rejected' }, `${name}: ${message}`);
  }
  const { code, message } = error;
  if (code === null) return new SendError(judgeUncoded(message), message);
  return new SendError(judgeCode(code), `Zalo ${code}: ${message}`);
}

function judgeCode(code: number): SendFailure {
  if (code === 221) return { kind: 'throttled', retryAfterMs: TOO_MANY_WAIT_MS, scope: 'account' };
  if (GONE.has(code)) return { kind: 'recipient_gone' };
  if (SESSION_DEAD.has(code)) return { kind: 'unreachable' };
  // 114 and 118 are wrong parameters (152). Negative codes come from behind the gateway: -69 "Retry limit" (290).
  return code < 0 ? { kind: 'unreachable' } : { kind: 'rejected' };
}

/** Without a code the library speaks: of HTTP, of an answer that is none, or of something it refuses to send. */
function judgeUncoded(message: string): SendFailure {
  const status = Number(/^Request failed with status code (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (status === 429) return { kind: 'throttled', retryAfterMs: BUSY_WAIT_MS, scope: 'account' };
  if (status >= 500 || status === 408 || message.startsWith('Failed to parse')) return { kind: 'unreachable' };
  return { kind: 'rejected' };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
