/**
 * Makes the files and pictures that messages carry, one at a time: a chart or a report takes tens of megabytes while
 * it is drawn, and a broadcast of a thousand must not take a thousand times that.
 */
import type { Attachment, Delivery } from '../domain/message.ts';
import type { Pictures } from './pictures.ts';
import type { After } from './wake.ts';
import { within } from './wake.ts';

/**
 * Draws one kind of attachment from the data frozen in the message.
 * @param givenUp aborted when nobody waits for the file any more
 */
export type Maker = (data: unknown, givenUp?: AbortSignal) => Promise<Uint8Array>;
/** Pictures of people are fetched, not made: see pictures.ts. */
export type Made = Exclude<Attachment['maker'], 'picture'>;
export type Makers = Record<Made, Maker>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const MIME: Record<Made, string> = {
  'annual-docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'status-chart': 'image/png',
  'month-xlsx': XLSX,
  'tracking-xlsx': XLSX,
  'recipients-xlsx': XLSX,
  json: 'application/json',
};

/** A year's report takes about a second on a slow machine; one that takes a minute will not end. */
const MAKING_MAX_MS = 60_000;

/** Makes one attachment, or fetches it; rejects with the maker's own error. */
export type Workshop = (attachment: Attachment) => Promise<NonNullable<Delivery['file']>>;

export function makeWorkshop(makers: Makers, after: After, pictures: Pictures): Workshop {
  let before: Promise<unknown> = Promise.resolve();
  return (attachment) => {
    const { maker, name, show, data } = attachment;
    // A provider that is slow to hand over a picture holds up no report.
    if (maker === 'picture') return pictures(attachment);
    const file = before.then(async () => {
      const giveUp = new AbortController();
      try {
        const making = makers[maker](data, giveUp.signal);
        const bytes = await within(MAKING_MAX_MS, after, `${maker} made nothing`, making);
        return { name, show, bytes, mime: MIME[maker] };
      } finally {
        // Before the next file begins; what is made already does not hear it.
        giveUp.abort();
      }
    });
    before = file.catch(() => undefined);
    return file;
  };
}
