/** The files people sent, as the Bot API keeps them: found by their reference, given out under an address with the token. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest } from './refused.ts';

export interface Kept {
  path: string;
  bytes: Uint8Array;
  /** How the download is answered: 200 unless told otherwise, `drop` cuts the line. */
  status?: number | 'drop';
  headers?: Record<string, string>;
  /** What getFile says of its size; the truth unless told otherwise. */
  size?: number;
}

export class BotFiles {
  readonly #kept = new Map<string, Kept>();
  readonly #token: string;
  /** Addresses that were asked for, without the token. */
  readonly asked: string[] = [];

  constructor(token: string) {
    this.#token = token;
  }

  keep(id: string, file: Kept): void {
    this.#kept.set(id, file);
  }

  /** The answer of getFile. @throws {Refused} */
  find(id: unknown): object {
    const kept = this.#kept.get(String(id));
    if (kept === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable');
    const file_size = kept.size ?? kept.bytes.length;
    if (file_size > 20 * 1024 * 1024) throw badRequest('file is too big');
    return { file_id: id, file_unique_id: 'u', file_size, file_path: kept.path };
  }

  /** Gives a file out; false for a request that asks for none. */
  serve({ url = '', socket }: IncomingMessage, response: ServerResponse): boolean {
    if (!url.startsWith('/file/')) return false;
    const prefix = `/file/bot${this.#token}/`;
    const path = url.slice(prefix.length);
    this.asked.push(url.replace(this.#token, '<token>'));
    const kept = url.startsWith(prefix) ? [...this.#kept.values()].find((each) => each.path === path) : undefined;
    if (kept?.status === 'drop') socket.destroy();
    else if (kept === undefined) response.writeHead(404).end('{"ok":false,"error_code":404}');
    else {
      // As the real one does, whatever the file is.
      const headers = kept.headers ?? { 'content-type': 'application/octet-stream' };
      response.writeHead(kept.status ?? 200, headers).end(kept.bytes);
    }
    return true;
  }
}
