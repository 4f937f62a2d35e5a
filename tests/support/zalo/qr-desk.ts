/** The part of Zalo where a browser shows a QR code and waits for a telephone. The test is the telephone. */
import type { ServerResponse } from 'node:http';
import { qrPicture } from './qr-picture.ts';

type Step = 'scan' | 'confirm';

export class QrDesk {
  /** Codes handed out. */
  codes = 0;
  readonly picture = qrPicture();
  readonly #onChange: () => void;
  readonly #waiting = new Map<Step, ServerResponse>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Whether the browser waits for this step. */
  waitsFor(step: Step): boolean {
    return this.#waiting.has(step);
  }

  /** Waits for nothing any more: the code is too old. */
  forget(): void {
    this.#waiting.clear();
  }

  scan(): void {
    this.#answer('scan', { error_code: 0, data: { avatar: '', display_name: 'Trợ lý ISO' } });
  }

  confirm(): void {
    this.#answer('confirm', { error_code: 0, error_message: '', data: {} });
  }

  decline(): void {
    this.#answer('confirm', { error_code: -13, error_message: 'declined', data: {} });
  }

  /** Answers one request of the login page; the cookie of the chat is set on the way, as the real redirect does. */
  serve(host: string, path: string, response: ServerResponse, cookie: string): void {
    if (path === '/account/authen/qr/waiting-scan') this.#wait('scan', response);
    else if (path === '/account/authen/qr/waiting-confirm') this.#wait('confirm', response);
    else if (path === '/account') {
      response.end('<script src="https://stc-zlogin.zdn.vn/main-5.5.7.js"></script>');
    } else if (path === '/account/checksession') {
      response.writeHead(302, {
        location: 'https://chat.zalo.me/index.html',
        'set-cookie': 'zpsid=abc; Domain=zalo.me; Path=/',
      });
      response.end();
    } else if (host === 'chat.zalo.me') {
      response.setHeader('set-cookie', `zpw_sek=${cookie}; Domain=chat.zalo.me; Path=/; Secure; HttpOnly`);
      response.end('ok');
    } else json(response, { error_code: 0, error_message: '', data: this.#dataOf(path) });
  }

  #dataOf(path: string): unknown {
    if (path === '/jr/userinfo')
      return { logged: true, session_chat_valid: true, info: { name: 'Trợ lý ISO', avatar: '' } };
    if (path !== '/account/authen/qr/generate') return {};
    this.codes += 1;
    return { code: `QR${this.codes}`, image: `data:image/png;base64,${this.picture.toString('base64')}`, options: {} };
  }

  #wait(step: Step, response: ServerResponse): void {
    this.#waiting.set(step, response);
    this.#onChange();
  }

  #answer(step: Step, body: unknown): void {
    const response = this.#waiting.get(step);
    if (!response) throw new Error(`nobody waits for the ${step}`);
    this.#waiting.delete(step);
    json(response, body);
  }
}

export function json(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
