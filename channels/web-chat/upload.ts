/**
 * A picture on its way in: taken whole in one request with the words under it, judged by its bytes and not by what it
 * is called, and kept only so that it can be shown and fetched again. Newcomers have nothing to send one for.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { INBOUND_TEXT_MAX, PICTURE_BYTES_MAX } from '../../domain/message.ts';
import { type FetchedPicture, SendError } from '../channel.ts';
import { pictureIn } from '../picture.ts';
import type { Archive } from './archive.ts';
import type { FileNote } from './entry.ts';

/** How the address ends that takes a form instead of JSON. */
export const UPLOAD_PATH_END = '/picture';

/** Beside the picture: the longest caption in UTF-8, an id and the heads of the parts, with room to spare. */
const BESIDE_PICTURE_MAX = 32 * 1024;
const BODY_MAX = PICTURE_BYTES_MAX + BESIDE_PICTURE_MAX;

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

export interface UploadParts {
  archive: Archive;
  people(): { id: string }[];
  accept(
    phone: string,
    id: string,
    said: { kind: 'picture'; ref: string; caption?: string },
    file: FileNote,
  ): Promise<void>;
  full(phone: string): Promise<boolean>;
}

const formSchema = z.object({
  id: z.uuid(),
  caption: z.string().max(INBOUND_TEXT_MAX).optional(),
  picture: z.instanceof(File),
});

/** The address below /api/phones. */
export function pictureUpload(parts: UploadParts): Hono {
  const app = new Hono();
  app.post(`/:phone${UPLOAD_PATH_END}`, bodyLimit({ maxSize: BODY_MAX, onError: tooLarge }), (c) => take(c, parts));
  return app;
}

const tooLarge = (c: Context): Response => c.json({ error: 'picture_too_large', max: PICTURE_BYTES_MAX }, 413);

async function take(c: Context, parts: UploadParts): Promise<Response> {
  const phone = c.req.param('phone') ?? '';
  if (!parts.people().some(({ id }) => id === phone)) return c.json({ error: 'unknown_phone' }, 404);
  const form = formSchema.safeParse(await c.req.parseBody().catch(() => undefined));
  if (!form.success) return c.json({ error: 'malformed' }, 400);
  const { id, picture, caption = '' } = form.data;
  if (picture.size > PICTURE_BYTES_MAX) return tooLarge(c);
  const found = await judged(picture);
  if (!found) return c.json({ error: 'no_picture' }, 415);
  if (await parts.full(phone)) return c.json({ error: 'full' }, 503);
  const { bytes, mime } = found;
  const ref = await parts.archive.keepPicture(bytes);
  const words = caption.trim();
  const said = { kind: 'picture', ref, ...(words === '' ? {} : { caption: words }) } as const;
  const name = `anh.${ENDINGS[mime]}`;
  await parts.accept(phone, id, said, { name, show: 'picture', mime, size: bytes.length, digest: ref });
  return c.json({ id });
}

/** What it really is; undefined for no picture. */
async function judged(picture: File): Promise<FetchedPicture | undefined> {
  try {
    return await pictureIn(picture.stream(), picture.type);
  } catch (error) {
    if (error instanceof SendError) return undefined;
    throw error;
  }
}
