/**
 * Draws: ECharts makes the shapes (SVG), resvg the pixels (PNG). Only this file knows the two libraries, and nothing
 * imports it before the first picture is asked for: they take most of a second and tens of megabytes to load.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Resvg } from '@resvg/resvg-js';
import { BarChart, LineChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Drawing } from './drawing.ts';
import { FONT, fontFiles, textWidth } from './font.ts';
import { INK, WIDTH } from './paper.ts';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, GraphicComponent, SVGRenderer]);

/** ECharts asks for the width of this sign to learn the height of a line; the typeface does not have it. */
const EM_SIGN = '国';

echarts.setPlatformAPI({
  measureText(text, font) {
    const size = Number(/(\d+)px/.exec(font ?? '')?.[1] ?? 12);
    const weight = /\bbold\b/.test(font ?? '') ? 'bold' : 'normal';
    return { width: text === EM_SIGN ? size : textWidth(text, size, weight) };
  },
});

/** The picture as the bytes of a PNG, `WIDTH` pixels wide; the same drawing gives the same bytes. */
export async function drawn({ height, option }: Drawing): Promise<Uint8Array> {
  const svg = shaped(Math.round(height), option);
  // resvg gives the memory of the picture before back only when the event loop turns.
  await nextTurn();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: WIDTH },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT },
  });
  return picture.render().asPng();
}

function shaped(height: number, option: Drawing['option']): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, backgroundColor: INK.paper, textStyle: { fontFamily: FONT }, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
