/**
 * Makes the files and pictures that messages carry, one at a time: a chart or a report takes tens of megabytes while
 * it is drawn, and a broadcast of a thousand must not take a thousand times that.
 */
import type { Attachment, Delivery } from '../domain/message.ts';
import type { After } from './wake.ts';
import { within } from './wake.ts';

/** Draws one kind of attachment from the data frozen in the message. */
export type Maker = (data: unknown) => Promise<Uint8Array>;
export type Makers = Record<Attachment['maker'], Maker>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const MIME: Record<Attachment['maker'], string> = {
  'annual-docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'status-chart': 'image/png',
  'month-xlsx': XLSX,
  'tracking-xlsx': XLSX,
  'recipients-xlsx': XLSX,
};

/** A year's report takes about a second on a slow machine; one that takes a minute will not end. */
const MAKING_MAX_MS = 60_000;

/** Makes one attachment; rejects with the maker's own error. */
export type Workshop = (attachment: Attachment) => Promise<NonNullable<Delivery['file']>>;

export function makeWorkshop(makers: Makers, after: After): Workshop {
  let before: Promise<unknown> = Promise.resolve();
  return (attachment) => {
    const { maker, name, show, data } = attachment;
    const file = before.then(async () => {
      const bytes = await within(MAKING_MAX_MS, after, `${maker} made nothing`, makers[maker](data));
      return { name, show, bytes, mime: MIME[maker] };
    });
    before = file.catch(() => undefined);
    return file;
  };
}
