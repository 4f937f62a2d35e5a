/**
 * Pictures people send at Telegram: the largest size within the bound, fetched through the bot's own line. The address
 * of a file holds the token, so nothing of it is ever in an error.
 */
import { GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import { PICTURE_BYTES_MAX, PICTURE_REF_MAX, type Said } from '../../domain/message.ts';
import { type FetchedPicture, SendError } from '../channel.ts';
import { PICTURE_FETCH_MAX_MS, pictureIn, refusePicture } from '../picture.ts';
import { grammySignal, type Lines } from './lines.ts';
import { causeOf, type Scrub } from './refusal.ts';

/** What getFile answers: "photos/file_0.jpg". An own server in local mode answers a path of its disk, which is not asked for. */
const FILE_PATH = /^(?!.*\.\.)[\w-][\w./-]{0,300}$/;

/** What somebody says with a photo; undefined where none of its sizes is within the bound. */
export function pictureSaid({ photo = [], caption = '' }: Message): Said | undefined {
  const fitting = photo.filter(({ file_id, file_size = 0 }) => isReference(file_id) && file_size <= PICTURE_BYTES_MAX);
  const dots = ({ width, height }: { width: number; height: number }): number => width * height;
  const largest = fitting.toSorted((a, b) => dots(a) - dots(b)).at(-1);
  if (largest === undefined) return undefined;
  const words = caption.trim();
  return { kind: 'picture', ref: largest.file_id, ...(words === '' ? {} : { caption: words }) };
}

const isReference = (id: unknown): id is string => typeof id === 'string' && id !== '' && id.length <= PICTURE_REF_MAX;

/** Fetches one by its file_id. @throws {SendError} as `Channel.fetch` */
export async function fetchPhoto(
  ref: string,
  lines: Pick<Lines, 'call' | 'file'>,
  scrub: Scrub,
  closing: AbortSignal,
): Promise<FetchedPicture> {
  const ends = AbortSignal.any([AbortSignal.timeout(PICTURE_FETCH_MAX_MS), closing]);
  try {
    const { file_path: path, file_size: size = 0 } = await lines.call.getFile(ref, grammySignal(ends));
    if (path === undefined || !FILE_PATH.test(path)) refusePicture('Telegram names no file');
    if (size > PICTURE_BYTES_MAX) refusePicture(`it has more than ${PICTURE_BYTES_MAX} bytes`);
    const response = await lines.file(path, ends);
    const { statusCode: status = 0, headers } = response;
    if (status !== 200) {
      response.destroy();
      if (status === 429 || status >= 500) throw new SendError({ kind: 'unreachable' }, `Telegram answered ${status}`);
      refusePicture(`Telegram answered ${status}`);
    }
    return await pictureIn(response, headers['content-type']);
  } catch (error) {
    if (error instanceof SendError) throw error;
    // 400: a reference of another bot, or of a file that is too large or gone.
    if (error instanceof GrammyError && error.error_code === 400) refusePicture(scrub(causeOf(error)));
    const why = error instanceof GrammyError ? scrub(causeOf(error)) : 'no answer';
    throw new SendError({ kind: 'unreachable' }, `a picture cannot be fetched from Telegram now: ${why}`);
  }
}
