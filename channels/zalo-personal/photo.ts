/**
 * Pictures people send at Zalo. A message says at which address its picture lies, and whoever writes the message can
 * write any address into it: only Zalo's own picture servers are ever asked, over https, without cookies and without
 * being led elsewhere, so that nobody can make the service fetch from inside its own network.
 */
import { PICTURE_REF_MAX, type Said } from '../../domain/message.ts';
import { type FetchedPicture, SendError } from '../channel.ts';
import { PICTURE_FETCH_MAX_MS, pictureIn, refusePicture } from '../picture.ts';
import type { After } from './wait.ts';

/** Zalo's picture servers: photo-stal-<n>.zdn.vn, f<n>-zpg.zdn.vn, photo-link-talk.zadn.vn … */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:zdn|zadn)\.vn$/;

/** The address of a picture at Zalo; undefined for any other address, however alike it looks. */
export function photoAddress(said: unknown): URL | undefined {
  if (typeof said !== 'string' || said.length > PICTURE_REF_MAX || !URL.canParse(said)) return undefined;
  const url = new URL(said);
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return plain && HOST.test(url.hostname) ? url : undefined;
}

/** What somebody says with a picture, where the message is one the door can fetch. */
export function pictureSaid(content: unknown): Said | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const { href, title } = content as { href?: unknown; title?: unknown };
  const address = photoAddress(href);
  if (address === undefined) return undefined;
  const caption = typeof title === 'string' ? title.trim() : '';
  return { kind: 'picture', ref: address.href, ...(caption === '' ? {} : { caption }) };
}

export interface PhotoParts {
  fetch: typeof fetch;
  after: After;
  /** Aborted when the door closes. */
  signal: AbortSignal;
}

/** Fetches one. @throws {SendError} as `Channel.fetch` */
export async function fetchPhoto(ref: string, { fetch, after, signal }: PhotoParts): Promise<FetchedPicture> {
  const url = photoAddress(ref) ?? refusePicture('its address is none of Zalo');
  const late = new AbortController();
  const cancel = after(PICTURE_FETCH_MAX_MS, () => late.abort());
  const ends = AbortSignal.any([late.signal, signal]);
  try {
    const response = await fetch(url.href, { redirect: 'manual', credentials: 'omit', signal: ends });
    const { ok, status, body, headers } = response;
    if (!ok) void body?.cancel().catch(() => undefined);
    if (status === 429 || status >= 500) throw new SendError({ kind: 'unreachable' }, `Zalo answered ${status}`);
    // Also a redirect, which may lead anywhere.
    if (!ok || body === null) refusePicture(`Zalo answered ${status}`);
    return await pictureIn(body, headers.get('content-type'));
  } catch (error) {
    if (error instanceof SendError) throw error;
    // Its message may hold the address.
    throw new SendError({ kind: 'unreachable' }, 'a picture cannot be fetched from Zalo now');
  } finally {
    cancel();
  }
}
