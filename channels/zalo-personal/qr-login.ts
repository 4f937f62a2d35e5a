/**
 * The login an operator makes once: a QR code to scan with the telephone of the bot's own account. What Zalo gives in
 * return is stored, and the service logs in with it from then on.
 */
import { type LoginQRCallbackEvent, LoginQRCallbackEventType } from 'zca-js';
import { boundedFetch } from './bounded-fetch.ts';
import { cookiesOf, library } from './client.ts';
import { CredentialError, type CredentialStore, type Session } from './credential-store.ts';
import { qrText } from './qr-text.ts';
import { type After, afterTimeout } from './wait.ts';

/** A code lives 100 seconds; who has not scanned the fifth has gone away. */
const CODES_MAX = 5;

/** The browser this login pretends to be; Zalo ties the cookies to it, so a login keeps the one it was made with. */
const USER_AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0';

export interface QrLogin {
  store: CredentialStore;
  /** Shows a code, again for each new one. @param text for a terminal; undefined when it is only to be had as a picture */
  show: (png: Uint8Array, text: string | undefined) => void;
  /** Somebody has scanned the code and must still confirm on the telephone. @param name of their account */
  onScanned?: (name: string) => void;
  fetch?: typeof fetch;
  after?: After;
  now?: () => number;
}

/** Why there is no login. */
export type QrFailure = 'declined' | 'expired' | 'failed';

export class QrLoginError extends Error {
  override readonly name = 'QrLoginError';
  readonly why: QrFailure;

  constructor(why: QrFailure, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.why = why;
  }
}

/**
 * Waits until the code is scanned and confirmed, and stores the login.
 * @returns the account, and the one stored before when it was another: then everybody must enrol again
 * @throws {QrLoginError}
 */
export async function loginByQr({
  store,
  show,
  onScanned,
  fetch = globalThis.fetch,
  after = afterTimeout,
  now = Date.now,
}: QrLogin): Promise<{ uid: string; replaced?: string }> {
  const leaving = new AbortController();
  const zalo = library(boundedFetch({ fetch, after, signal: leaving.signal }));
  let why: QrFailure = 'failed';
  let given: Pick<Session, 'imei' | 'userAgent'> | undefined;
  let codes = 0;
  const follow = (event: LoginQRCallbackEvent): void => {
    switch (event.type) {
      case LoginQRCallbackEventType.QRCodeGenerated: {
        codes += 1;
        const png = Buffer.from(event.data.image, 'base64');
        show(png, qrText(png));
        return;
      }
      case LoginQRCallbackEventType.QRCodeScanned:
        onScanned?.(event.data.display_name);
        return;
      case LoginQRCallbackEventType.QRCodeExpired:
        if (codes < CODES_MAX) event.actions.retry();
        else {
          why = 'expired';
          event.actions.abort();
        }
        return;
      case LoginQRCallbackEventType.QRCodeDeclined:
        // Without an answer the library would wait for ever.
        why = 'declined';
        event.actions.abort();
        return;
      default:
        given = { imei: event.data.imei, userAgent: event.data.userAgent };
    }
  };
  try {
    const api = await zalo.loginQR({ userAgent: USER_AGENT, language: 'vi' }, follow);
    if (!given) throw new Error('Zalo gave no login');
    const uid = api.getOwnId();
    const before = uidBefore(store);
    store.write({ version: 1, uid, ...given, cookies: cookiesOf(api), since: now(), last: {} });
    return before === undefined || before === uid ? { uid } : { uid, replaced: before };
  } catch (cause) {
    throw new QrLoginError(why, cause instanceof Error ? cause.message : String(cause), { cause });
  } finally {
    leaving.abort();
  }
}

/** The account of the stored login; one that can no longer be opened is replaced like any other. */
function uidBefore(store: CredentialStore): string | undefined {
  try {
    return store.read()?.uid;
  } catch (error) {
    if (error instanceof CredentialError) return undefined;
    throw error;
  }
}
