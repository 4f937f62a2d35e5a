/**
 * Two bars for every figure: one stretch of time beside another. Every pair has its own length, since a thousand
 * dossiers received and a dozen late ones share no scale; the numbers stand on the bars or right behind them.
 */
import { formatNumber } from '../../locales/format.ts';
import { LEGEND, labelOf, type Series, styleOf } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { shortened } from './fit.ts';
import { textWidth } from './font.ts';
import { type Heading, headed } from './heading.ts';
import { INNER, LOOKS, MARGIN, type Mark, rule, SIZE, WIDTH, written } from './paper.ts';

export interface Pair {
  name: string;
  /** Written at the right of the name. */
  aside: string;
  values: readonly [number, number];
}

export interface Pairs {
  heading: Heading;
  series: readonly [Series, Series];
  pairs: readonly Pair[];
  /** Written under the pairs, each on a line. */
  foot: readonly string[];
}

const NAME_LINE = 40;
const BAR_HEIGHT = 44;
/** Between the two bars of a pair, over its name, and between the name and its bars. */
const BARS_GAP = 6;
const PAIR_GAP = 30;
const NAME_GAP = 4;
const PAIR_HEIGHT = PAIR_GAP + NAME_LINE + NAME_GAP + 2 * BAR_HEIGHT + BARS_GAP;
/** What is not 0 is seen, however small beside the other. */
const SLIVER = 6;
const LEGEND_HEIGHT = 60;
/** Half of the width, without the sign before the name and the gap behind it. */
const LEGEND_NAME = INNER / 2 - 90;
const FOOT_LINE = 42;
/** Between a number and the edge of its bar. */
const PAD = 12;

export function drawPairs({ heading, series: named, pairs, foot }: Pairs): Drawing {
  const [now, before] = named;
  const series = [beside(now), beside(before)] as const;
  const head = headed(heading);
  const top = head.bottom + LEGEND_HEIGHT;
  const bottom = top + pairs.length * PAIR_HEIGHT + 12;
  const footed = foot.map((line, index) =>
    written(shortened(line, INNER, SIZE.text), MARGIN, bottom + 34 + index * FOOT_LINE, { size: SIZE.text }),
  );
  const marks: Mark[] = [
    ...head.marks,
    ...pairs.flatMap((pair, index) => marksOf(pair, top + index * PAIR_HEIGHT)),
    ...(footed.length === 0 ? [] : [rule(bottom + 4), ...footed]),
  ];
  const height = bottom + (footed.length === 0 ? 0 : 12 + footed.length * FOOT_LINE) + MARGIN - 16;
  return { height, option: { ...optionOf(series, pairs, head.bottom), graphic: { elements: marks } } };
}

/** Both names stand beside each other in the legend. */
const beside = (series: Series): Series => ({ ...series, name: shortened(series.name, LEGEND_NAME, SIZE.text) });

/** The lengths of both where the longer one has the whole width. */
function pixelsOf({ values }: Pair): [number, number] {
  const longest = Math.max(1, ...values);
  const [now, before] = values.map((value) => (value === 0 ? 0 : Math.max(SLIVER, (value * INNER) / longest)));
  return [now ?? 0, before ?? 0];
}

const fits = (value: number, pixels: number): boolean =>
  value > 0 && textWidth(formatNumber(value), SIZE.text, 'bold') + 2 * PAD <= pixels;

/** The name with what is beside it, and the numbers of bars too short to carry them. */
function marksOf(pair: Pair, top: number): Mark[] {
  const named = top + PAIR_GAP + NAME_LINE / 2;
  const pixels = pixelsOf(pair);
  const behind = pair.values.flatMap((value, at) => {
    const length = pixels[at] ?? 0;
    if (fits(value, length)) return [];
    const middle = top + PAIR_GAP + NAME_LINE + NAME_GAP + BAR_HEIGHT / 2 + at * (BAR_HEIGHT + BARS_GAP);
    const pen = { size: SIZE.text, weight: 'bold' } as const;
    return [written(formatNumber(value), MARGIN + length + (length === 0 ? 0 : PAD), middle, pen)];
  });
  return [
    written(pair.name, MARGIN, named, { size: SIZE.text, weight: 'bold' }),
    written(pair.aside, WIDTH - MARGIN, named, { size: SIZE.text, align: 'right' }),
    ...behind,
  ];
}

function optionOf(series: Pairs['series'], pairs: readonly Pair[], headBottom: number): Drawing['option'] {
  const bars = 2 * BAR_HEIGHT + BARS_GAP;
  // The bars stand in the middle of their band; it is moved down so that they end where their pair does.
  const top = headBottom + LEGEND_HEIGHT + (PAIR_HEIGHT - bars) / 2;
  return {
    legend: { ...LEGEND, top: headBottom + 8, data: series.map(({ name }) => name) },
    grid: {
      left: MARGIN,
      top,
      width: INNER,
      height: Math.max(pairs.length, 1) * PAIR_HEIGHT,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', show: false, min: 0, max: INNER },
    yAxis: { type: 'category', show: false, inverse: true, data: pairs.map((_, index) => index) },
    series: series.map(({ name, look }, at) => ({
      name,
      type: 'bar',
      barWidth: BAR_HEIGHT,
      barGap: `${(100 * BARS_GAP) / BAR_HEIGHT}%`,
      itemStyle: styleOf(LOOKS[look]),
      data: pairs.map((pair) => {
        const pixels = pixelsOf(pair)[at] ?? 0;
        return { value: pixels, label: labelOf(pair.values[at] ?? 0, pixels, LOOKS[look]) };
      }),
    })),
  };
}
