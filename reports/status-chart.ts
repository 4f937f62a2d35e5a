/**
 * Pictures for coordinators and leaders, sent into a chat: dossiers on time and late by unit, the trend of a year, how
 * far obligations are met. One is drawn at a time, and the libraries that draw are loaded with the first.
 */
import type { ChartModel } from './chart/model.ts';

let before: Promise<unknown> = Promise.resolve();

/** The picture as the bytes of a PNG, 1080 pixels wide; the same model gives the same bytes. */
export function statusChart(model: ChartModel): Promise<Uint8Array> {
  const picture = before.then(async () => {
    const [{ pictured }, { drawn }] = await Promise.all([
      import('./chart/pictures.ts'),
      import('./chart/draw-chart.ts'),
    ]);
    return drawn(pictured(model));
  });
  before = picture.catch(() => undefined);
  return picture;
}
