/**
 * Somebody's pictures on their way to many: fetched once from the door they came through and kept in memory while they
 * are sent. Nothing is written to the disk; what a restart forgets is fetched again.
 */
import type { Channel, FetchedPicture } from '../channels/channel.ts';
import { SendError } from '../channels/channel.ts';
import type { Attachment, ChannelName, Delivery, Picture } from '../domain/message.ts';
import type { After } from './wake.ts';
import { within } from './wake.ts';

/** Pictures kept, the one used last longest: several announcements at once; 20 MB at most with 5 MB each. */
const KEPT_MAX = 4;
/** A door ends by itself before this; it only keeps a hung one from holding its messages for ever. */
const FETCHING_MAX_MS = 45_000;
/** Waits between tries: a line that hiccups, then one that is renewed. */
const AGAIN_MS = [2_000, 10_000] as const;
/** How long a picture that could not be had is not asked for again: its messages go without it meanwhile. */
const LOST_FOR_MS = 60_000;

/** Rejects where the picture cannot be had. */
export type Pictures = (attachment: Attachment) => Promise<NonNullable<Delivery['file']>>;

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

export function makePictures(channels: ReadonlyMap<ChannelName, Channel>, after: After): Pictures {
  const kept = new Map<string, Promise<FetchedPicture>>();
  const fetched = (picture: Picture): Promise<FetchedPicture> => {
    const key = JSON.stringify([picture.channel, picture.account, picture.ref]);
    const known = kept.get(key);
    const found = known ?? fetchPatiently(channels.get(picture.channel), picture, after);
    // Anew at the end: the one used longest ago goes first.
    kept.delete(key);
    kept.set(key, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT_MAX) break;
      kept.delete(oldest);
    }
    const forget = (): void => {
      if (kept.get(key) === found) kept.delete(key);
    };
    if (!known) found.catch(() => after(LOST_FOR_MS, forget));
    return found;
  };
  return async ({ name, show, data }) => {
    const { bytes, mime } = await fetched(data as Picture);
    return { name: name.replace(/\.\w+$/, `.${ENDINGS[mime]}`), show, bytes, mime };
  };
}

/** Asks the door again where it could not be reached. @throws {SendError} */
async function fetchPatiently(door: Channel | undefined, picture: Picture, after: After): Promise<FetchedPicture> {
  const { account, ref } = picture;
  const ask = door?.fetch?.bind(door);
  if (door === undefined || ask === undefined || (door.account !== undefined && door.account !== account)) {
    throw new SendError({ kind: 'rejected' }, 'the door a picture came through is there no more');
  }
  const askOnce = (): Promise<FetchedPicture> => within(FETCHING_MAX_MS, after, 'no picture from its door', ask(ref));
  for (const ms of AGAIN_MS) {
    try {
      return await askOnce();
    } catch (error) {
      if (error instanceof SendError && error.failure.kind !== 'unreachable') throw error;
      await new Promise<void>((resolve) => void after(ms, resolve));
    }
  }
  return askOnce();
}
