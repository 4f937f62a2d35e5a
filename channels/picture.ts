/**
 * Whether what a provider answered really is a still picture: bounded while it is read, and judged by its first bytes,
 * because a name and a type are only what somebody says.
 */
import { PICTURE_BYTES_MAX } from '../domain/message.ts';
import { type FetchedPicture, SendError } from './channel.ts';

/** How long a provider may take to hand over a picture, in milliseconds: 5 MB over a slow line. */
export const PICTURE_FETCH_MAX_MS = 30_000;

/** Types a provider may state: Telegram and Zalo both give their pictures out as "some bytes". */
const STATED = /^(?:image\/(?:jpeg|jpg|pjpeg|png|webp)|(?:application|binary)\/octet-stream)\s*(?:;|$)/i;

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** The kind of picture the first bytes tell of; undefined for anything else. */
export function pictureMime(bytes: Uint8Array): FetchedPicture['mime'] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}

/**
 * The picture in an answer.
 * @param stated the content-type; absent where the provider states none
 * @throws {SendError} rejected, where it is too large or no picture
 */
export async function pictureIn(
  body: AsyncIterable<Uint8Array>,
  stated: string | null | undefined,
): Promise<FetchedPicture> {
  if (stated && !STATED.test(stated.trim())) refusePicture('its type is no picture');
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early ends the connection: no more is taken in than the bound and one chunk.
  for await (const chunk of body) {
    length += chunk.length;
    if (length > PICTURE_BYTES_MAX) refusePicture(`it has more than ${PICTURE_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { bytes, mime: pictureMime(bytes) ?? refusePicture('its bytes are neither JPEG, PNG nor WebP') };
}

/** @throws {SendError} rejected: asking again will not help */
export function refusePicture(why: string): never {
  throw new SendError({ kind: 'rejected' }, `a picture is not taken: ${why}`);
}
