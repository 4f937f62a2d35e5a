/**
 * Stacked bars for a phone: every row has its name and what matters about it on a line of its own, and under it a bar
 * over the whole width, so that a long name never squeezes the bars.
 */

import { formatNumber } from '../../locales/format.ts';
import type { Drawing } from './drawing.ts';
import { broken, drawable, shortened } from './fit.ts';
import { textWidth } from './font.ts';
import { type Heading, headed } from './heading.ts';
import { INK, INNER, LOOKS, type Look, type LookName, MARGIN, type Mark, rule, SIZE, WIDTH, written } from './paper.ts';

export interface Series {
  name: string;
  look: LookName;
}

export interface Row {
  name: string;
  /** Written at the right of the name. */
  aside: string;
  /** One for each series. */
  values: number[];
}

export interface Bars {
  heading: Heading;
  series: Series[];
  rows: Row[];
  /** 'count': bars are as long as their figures; 'share': every bar is the whole of its row. */
  length: 'count' | 'share';
  /** Written under the rows, each on a line. */
  foot: string[];
}

const NAME_LINE = 38;
/** Lines a name may take before it is cut off. */
const NAME_LINES_MAX = 2;
const BAR_HEIGHT = 44;
/** Around a row: over its name, and between the name and its bar. */
const ROW_GAP = 26;
const NAME_GAP = 4;
/** What is not 0 is seen, however small beside the longest. */
const SLIVER = 6;
const LEGEND_HEIGHT = 64;
const FOOT_LINE = 42;
/** Between a number and the edge of its bar. */
const PAD = 12;

/** Where the rows stand: all are as high as the one with the longest name. */
interface Layout {
  top: number;
  names: string[][];
  rowHeight: number;
  /** Pixels of every figure of every row. */
  pixels: number[][];
}

export function drawBars(bars: Bars): Drawing {
  const head = headed(bars.heading);
  const layout = layoutOf(bars, head.bottom + LEGEND_HEIGHT);
  const bottom = layout.top + bars.rows.length * layout.rowHeight + 12;
  const footed = bars.foot.map((line, index) =>
    written(shortened(line, INNER, SIZE.text), MARGIN, bottom + 34 + index * FOOT_LINE, { size: SIZE.text }),
  );
  const marks: Mark[] = [
    ...head.marks,
    ...bars.rows.flatMap((row, index) => [
      ...named(row, layout.names[index] ?? [], middleOf(layout, index)),
      ...overflowing(row, layout.pixels[index] ?? [], middleOf(layout, index)),
    ]),
    ...(footed.length === 0 ? [] : [rule(bottom + 4), ...footed]),
  ];
  const height = bottom + (footed.length === 0 ? 0 : 12 + footed.length * FOOT_LINE) + MARGIN - 16;
  return { height, option: { ...optionOf(bars, layout, head.bottom), graphic: { elements: marks } } };
}

const middleOf = ({ top, rowHeight }: Layout, row: number): number => top + (row + 1) * rowHeight - BAR_HEIGHT / 2;

function layoutOf({ rows, length }: Bars, top: number): Layout {
  const names = rows.map(({ name, aside }) => {
    const room = INNER - textWidth(aside, SIZE.text) - 24;
    return broken(drawable(name), room, SIZE.text, NAME_LINES_MAX, 'bold');
  });
  const lines = Math.max(1, ...names.map((name) => name.length));
  const longest = Math.max(1, ...rows.map(sumOf));
  const pixels = rows.map((row) => pixelsOf(row.values, length === 'share' ? sumOf(row) : longest));
  return { top, names, rowHeight: ROW_GAP + lines * NAME_LINE + NAME_GAP + BAR_HEIGHT, pixels };
}

const sumOf = ({ values }: Row): number => values.reduce((sum, value) => sum + value, 0);

/** The lengths of a row's figures where `whole` is the full width; slivers are taken from the longest of them. */
function pixelsOf(values: number[], whole: number): number[] {
  const pixels = values.map((value) => (value === 0 ? 0 : Math.max(SLIVER, (value * INNER) / whole)));
  const over = Math.max(0, pixels.reduce((sum, one) => sum + one, 0) - INNER);
  const longest = pixels.indexOf(Math.max(...pixels));
  return pixels.map((one, index) => (index === longest ? one - over : one));
}

/** The name stands right over its bar; what is beside it, on its first line. */
function named(row: Row, name: string[], middle: number): Mark[] {
  const line = (index: number): number =>
    middle - BAR_HEIGHT / 2 - NAME_GAP - (Math.max(name.length, 1) - index - 0.5) * NAME_LINE;
  return [
    ...name.map((text, index) => written(text, MARGIN, line(index), { size: SIZE.text, weight: 'bold' })),
    written(row.aside, WIDTH - MARGIN, line(0), { size: SIZE.text, align: 'right' }),
  ];
}

const fits = (value: number, pixels: number): boolean =>
  value > 0 && textWidth(formatNumber(value), SIZE.text, 'bold') + 2 * PAD <= pixels;

/** The first figure of a bar too short to carry it, written after the bar's end where there is room. */
function overflowing({ values: [first = 0] }: Row, pixels: number[], middle: number): Mark[] {
  const end = pixels.reduce((sum, one) => sum + one, 0) + PAD;
  const text = formatNumber(first);
  if (fits(first, pixels[0] ?? 0) || end + textWidth(text, SIZE.text, 'bold') > INNER) return [];
  return [written(text, MARGIN + end, middle, { size: SIZE.text, weight: 'bold' })];
}

function optionOf(bars: Bars, layout: Layout, headBottom: number): Drawing['option'] {
  const height = Math.max(bars.rows.length, 1) * layout.rowHeight;
  // Every bar stands in the middle of its band; the band is moved up so that the bar ends where its row does.
  const top = layout.top + (layout.rowHeight - BAR_HEIGHT) / 2;
  return {
    legend: { ...LEGEND, top: headBottom + 8, data: bars.series.map(({ name }) => name) },
    grid: { left: MARGIN, top, width: INNER, height, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: 0, max: INNER },
    yAxis: { type: 'category', show: false, inverse: true, data: bars.rows.map((_, index) => index) },
    series: bars.series.map(({ name, look }, at) => ({
      name,
      type: 'bar',
      stack: 'all',
      barWidth: BAR_HEIGHT,
      itemStyle: styleOf(LOOKS[look]),
      data: bars.rows.map((row, index) => {
        const pixels = layout.pixels[index]?.[at] ?? 0;
        return { value: pixels, label: labelOf(row.values[at] ?? 0, pixels, LOOKS[look]) };
      }),
    })),
  };
}

export const LEGEND = {
  left: MARGIN - 5,
  selectedMode: false,
  itemWidth: 44,
  itemHeight: 28,
  itemGap: 36,
  textStyle: { fontSize: SIZE.text, color: INK.text },
};

export const styleOf = ({ color, decal }: Look) => ({
  color,
  borderColor: INK.paper,
  borderWidth: 1,
  ...(decal === undefined ? {} : { decal }),
});

/** A number on its bar; on hatching it has a plate. */
export function labelOf(value: number, pixels: number, { color, ink, decal }: Look) {
  const plate = decal === undefined ? {} : { backgroundColor: color, padding: [2, 6, 2, 6], borderRadius: 4 };
  const letters = { fontSize: SIZE.text, fontWeight: 'bold', color: ink };
  return { show: fits(value, pixels), formatter: formatNumber(value), ...letters, ...plate };
}
