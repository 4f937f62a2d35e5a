/** A web chat on a free loopback port with its own directory, and the little a page does, without a browser. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WebChatOptions, webChat } from '../../channels/web-chat/web-chat.ts';
import type { Address, Delivery } from '../../domain/message.ts';

export const PEOPLE = [
  { id: 'lan', name: 'Nguyễn Thị Lan', note: 'Cán bộ · UBND phường Đức Thuận' },
  { id: 'minh', name: 'Trần Văn Minh', note: 'Cán bộ · UBND xã Xuân Lam' },
  { id: 'hoa', name: 'Lê Thị Hoà', note: 'Điều phối viên · cụm Hồng Lĩnh' },
];

/** 09:05 on 05/11/2026 in Viet Nam. */
export const MORNING = Date.parse('2026-11-05T09:05:00+07:00');

export const noLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A new directory, and how to remove it. */
export function temporary(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'web-chat-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** A web chat that is not open yet. */
export function closedWebChat(directory: string, more: Partial<WebChatOptions> = {}) {
  return webChat({
    host: '127.0.0.1',
    port: 0,
    directory,
    account: 'practice',
    practice: true,
    people: () => PEOPLE,
    log: noLog,
    now: () => MORNING,
    ...more,
  });
}

export const phone = (id: string): Address => ({ channel: 'web-chat', account: 'practice', id });

export const delivery = (id: string, text: string, more: Partial<Delivery> = {}): Delivery => ({ id, text, ...more });

/** What the page sends when somebody types or taps. */
export function post(
  url: string,
  id: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal: AbortSignal | null = null,
): Promise<Response> {
  return fetch(`${url}/api/phones/${id}/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal,
  });
}

/** Somebody types; the id is new unless given. */
export const typed = (text: string, id: string = randomUUID()) => ({ id, said: { kind: 'text', text } });

export interface Told {
  event: string;
  id: string;
  data: { phone: string; epoch: string; entry: Record<string, unknown> & { id: string; seq: number; text: string } };
}

/** Opens an event stream and yields what it tells, one event at a time. */
export async function* told(url: string, phones: string, headers: Record<string, string> = {}): AsyncGenerator<Told> {
  const response = await fetch(`${url}/api/events?phones=${encodeURIComponent(phones)}`, { headers });
  if (!response.ok || response.body === null) throw new Error(`events: ${response.status}`);
  let rest = '';
  const decoder = new TextDecoder();
  for await (const bytes of response.body) {
    rest += decoder.decode(bytes, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
      if (!block.startsWith(':')) {
        yield { event: field('event'), id: field('id'), data: JSON.parse(field('data') || 'null') };
      }
    }
  }
}

/** Everything a page that opens now is shown of one phone. */
export async function shown(url: string, id: string, headers: Record<string, string> = {}) {
  const entries: Told['data']['entry'][] = [];
  for await (const { event, data } of told(url, `${encodeURIComponent(id)}::0`, headers)) {
    if (event === 'ready') break;
    if (event === 'entry') entries.push(data.entry);
  }
  return entries;
}
