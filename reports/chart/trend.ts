/**
 * Twelve months on one sheet: received and resolved as two lines, under them the late rate as bars. A month without a
 * figure is a gap marked "chưa có số liệu", never a point at 0.
 */
import { RATIO_DEFAULT, type RatioRule } from '../../domain/ratio.ts';
import { formatPeriod } from '../../locales/format.ts';
import type { Translate } from '../../locales/translate.ts';
import type { Drawing } from './drawing.ts';
import { asOf, headed } from './heading.ts';
import type { MonthPoint, MonthsChart } from './model.ts';
import { countWriting, percentOf, withRate } from './numerals.ts';
import { INK, INNER, LOOKS, MARGIN, type Mark, SIZE, WIDTH, written } from './paper.ts';

/** Numbers at the points of more months would touch each other. */
export const MONTHS_MAX = 12;

const LEGEND_HEIGHT = 60;
const COUNTS_HEIGHT = 460;
/** The lower numbers of points at 0 hang into it. */
const RATE_TITLE = 116;
const RATE_TITLE_UP = 34;
const RATE_HEIGHT = 190;
const MONTH_NAMES = 84;

/** Rates below this stay as low as they are: a picture of 0,02% must not look like one of 20%. */
const RATE_SCALE_MIN = 0.5;

/** Room above the highest point or bar for its number, in parts of the figure. */
const HEADROOM = 1.2;

const RECEIVED = '#6F9BD1';
const GAP = '#F0F2F5';

interface Frame {
  months: MonthPoint[];
  tr: Translate;
  rule: RatioRule;
  /** Tops of the two panels, and width of one month. */
  counts: number;
  rates: number;
  slot: number;
}

export function drawTrend(model: MonthsChart, tr: Translate): Drawing {
  const rule = model.ratio ?? RATIO_DEFAULT;
  const months = model.months.slice(-MONTHS_MAX);
  const silent = months.filter(({ received, resolved, resolvedLate }) =>
    [received, resolved, resolvedLate].includes(undefined),
  ).length;
  const head = headed({
    title: tr('chart-months-title'),
    scope: model.scope,
    when: asOf(model.asOf, tr),
    sum: sumOf(months, rule, tr),
  });
  const counts = head.bottom + LEGEND_HEIGHT + 8;
  const rates = counts + COUNTS_HEIGHT + RATE_TITLE;
  const { thousands } = countWriting(highestOf(months));
  const frame: Frame = { months, tr, rule, counts, rates, slot: INNER / Math.max(months.length, 1) };
  const foot = rates + RATE_HEIGHT + MONTH_NAMES;
  const marks = [
    ...head.marks,
    written(tr(thousands ? 'chart-count-thousands' : 'chart-count-unit'), WIDTH - MARGIN, head.bottom + 32, unitPen),
    written(tr('chart-late-rate'), MARGIN, rates - RATE_TITLE_UP, { size: SIZE.text, weight: 'bold' }),
    ...monthNames(frame),
    ...gaps(frame),
    ...(silent === 0 ? [] : [written(tr('chart-months-silent', { count: silent }), MARGIN, foot + 20, footPen)]),
  ];
  const height = foot + (silent === 0 ? 0 : 44) + MARGIN - 24;
  return { height, option: { ...optionOf(frame, head.bottom), graphic: { elements: marks } } };
}

const unitPen = { size: SIZE.small, color: INK.faint, align: 'right' } as const;
const footPen = { size: SIZE.text, color: INK.faint };

const highestOf = (months: MonthPoint[]): number =>
  Math.max(1, ...months.flatMap(({ received, resolved }) => [received ?? 0, resolved ?? 0]));

/** Sums of what is known; the late rate only of months that told both of its figures. */
function sumOf(months: MonthPoint[], rule: RatioRule, tr: Translate): string {
  const total = (of: (month: MonthPoint) => number | undefined): number =>
    months.reduce((sum, month) => sum + (of(month) ?? 0), 0);
  if (months.every(({ received, resolved }) => received === undefined && resolved === undefined)) {
    return tr('chart-months-none');
  }
  const rated = months.filter(({ resolved, resolvedLate }) => resolved !== undefined && resolvedLate !== undefined);
  const ofBoth = (key: 'resolved' | 'resolvedLate') => rated.reduce((sum, month) => sum + (month[key] ?? 0), 0);
  const sum = tr('chart-months-sum', {
    received: total((month) => month.received),
    resolved: total((month) => month.resolved),
    late: total((month) => month.resolvedLate),
  });
  return withRate(sum, ofBoth('resolvedLate'), ofBoth('resolved'), rule);
}

const middleOf = (frame: Frame, index: number): number => MARGIN + (index + 0.5) * frame.slot;

/** The number of the month under both panels, with the year where it begins. */
function monthNames(frame: Frame): Mark[] {
  return frame.months.flatMap(({ period }, index) => {
    const [month = '', year = ''] = formatPeriod(period).split('/');
    const x = middleOf(frame, index);
    const y = frame.rates + RATE_HEIGHT + 26;
    const named = written(month, x, y, { size: SIZE.small, weight: 'bold', align: 'center' });
    const starts = index === 0 || month === '01';
    return starts
      ? [named, written(year, x, y + 32, { size: SIZE.small, color: INK.faint, align: 'center' })]
      : [named];
  });
}

/** A band over each panel in which a month says nothing. */
function gaps(frame: Frame): Mark[] {
  return frame.months.flatMap((month, index) => [
    ...(month.received === undefined && month.resolved === undefined
      ? band(frame, index, { top: frame.counts, height: COUNTS_HEIGHT })
      : []),
    ...(rateOf(month) === undefined && !nothingResolved(month)
      ? band(frame, index, { top: frame.rates, height: RATE_HEIGHT })
      : []),
  ]);
}

function band(frame: Frame, index: number, { top, height }: { top: number; height: number }): Mark[] {
  const x = middleOf(frame, index);
  const shape = { x: x - frame.slot / 2 + 4, y: top, width: frame.slot - 8, height };
  const pen = { size: SIZE.small, color: INK.faint, align: 'center', turned: 90 } as const;
  return [
    { type: 'rect', silent: true, z: 1, shape, style: { fill: GAP } },
    written(frame.tr('chart-no-data'), x, top + height / 2, pen),
  ];
}

/** Late dossiers in percent of those resolved; undefined where there is no such ratio. */
function rateOf({ resolved, resolvedLate }: MonthPoint): number | undefined {
  return resolved === undefined || resolvedLate === undefined || resolved === 0
    ? undefined
    : (100 * resolvedLate) / resolved;
}

const nothingResolved = ({ resolved, resolvedLate }: MonthPoint): boolean => resolved === 0 && resolvedLate === 0;

function optionOf(frame: Frame, headBottom: number): Drawing['option'] {
  const { months, tr, counts, rates } = frame;
  const highest = highestOf(months);
  const writing = countWriting(highest);
  const rate = Math.max(RATE_SCALE_MIN, ...months.map((month) => rateOf(month) ?? 0));
  const grid = (top: number, height: number) => ({ left: MARGIN, top, width: INNER, height, outerBoundsMode: 'none' });
  const xAxis = (gridIndex: number) => ({
    type: 'category',
    gridIndex,
    data: months.map(({ period }) => period),
    axisLabel: { show: false },
    axisTick: { show: false },
    axisLine: { onZero: false, lineStyle: { color: INK.faint, width: 2 } },
  });
  const yAxis = (gridIndex: number, max: number) => ({
    type: 'value',
    gridIndex,
    min: 0,
    max,
    interval: max / 4,
    axisLabel: { show: false },
    splitLine: { lineStyle: { color: '#E3E8EE', width: 2 } },
  });
  return {
    legend: {
      left: MARGIN - 5,
      top: headBottom + 12,
      selectedMode: false,
      itemWidth: 64,
      itemHeight: 20,
      itemGap: 40,
      textStyle: { fontSize: SIZE.text, color: INK.text },
      data: [tr('chart-received'), tr('chart-resolved')],
    },
    grid: [grid(counts, COUNTS_HEIGHT), grid(rates, RATE_HEIGHT)],
    xAxis: [xAxis(0), xAxis(1)],
    yAxis: [yAxis(0, highest * HEADROOM), yAxis(1, rate * HEADROOM * 1.15)],
    series: [
      { ...line('received', months, writing.of), name: tr('chart-received'), ...RECEIVED_LOOK },
      { ...line('resolved', months, writing.of), name: tr('chart-resolved'), ...RESOLVED_LOOK },
      rateBars(frame),
    ],
  };
}

const RECEIVED_LOOK = {
  symbol: 'emptyCircle',
  symbolSize: 16,
  itemStyle: { color: RECEIVED, borderWidth: 4 },
  lineStyle: { color: RECEIVED, width: 5, type: [14, 8] },
};

const RESOLVED_LOOK = {
  symbol: 'rect',
  symbolSize: 14,
  itemStyle: { color: LOOKS.good.color },
  lineStyle: { color: LOOKS.good.color, width: 6 },
};

/** A line of numbered points; of two points of one month the higher has its number above, the lower below. */
function line(name: 'received' | 'resolved', months: MonthPoint[], write: (count: number) => string) {
  return {
    type: 'line',
    showSymbol: true,
    connectNulls: false,
    data: months.map((month, index) => {
      const count = month[name];
      if (count === undefined) return null;
      const above = isAbove(months, index, name);
      return {
        value: count,
        label: {
          show: true,
          position: above ? 'top' : 'bottom',
          distance: 12,
          formatter: write(count),
          fontSize: SIZE.small,
          fontWeight: name === 'resolved' ? 'bold' : 'normal',
          color: INK.text,
          textBorderColor: INK.paper,
          textBorderWidth: 5,
        },
      };
    }),
  };
}

/** Where the number of a point stands: away from the other line; alone, above, but for the bottom of a valley. */
function isAbove(months: MonthPoint[], at: number, name: 'received' | 'resolved'): boolean {
  const own = months[at]?.[name] ?? 0;
  const other = months[at]?.[name === 'received' ? 'resolved' : 'received'];
  if (other !== undefined) return own > other || (own === other && name === 'received');
  const beside = [months[at - 1]?.[name], months[at + 1]?.[name]].filter((count) => count !== undefined);
  return beside.length < 2 || beside.some((count) => count <= own);
}

function rateBars({ months, rule }: Frame) {
  const { color, decal } = LOOKS.late;
  return {
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barWidth: '56%',
    itemStyle: { color, decal },
    data: months.map((month) => {
      const rate = rateOf(month);
      if (rate === undefined && !nothingResolved(month)) return null;
      const text = percentOf(month.resolvedLate ?? 0, month.resolved ?? 0, rule).replace('%', '');
      return {
        value: rate ?? 0,
        label: { show: true, position: 'top', distance: 8, formatter: text, fontSize: SIZE.small, color: INK.text },
      };
    }),
  };
}
