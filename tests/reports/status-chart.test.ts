/** The pictures themselves: as wide as a phone wants, never blank, never cut off, the same every time. */
import { describe, expect, it } from 'vitest';
import type { ChartModel } from '../../reports/chart/model.ts';
import { LOOKS, MARGIN, WIDTH } from '../../reports/chart/paper.ts';
import { statusChart } from '../../reports/status-chart.ts';
import { type Picture, readPng } from '../support/png.ts';
import {
  compareChart,
  lateBars,
  lateChart,
  monthsChart,
  obligationsChart,
  unitBars,
  unitsChart,
} from './chart-models.ts';

const LONG = 'Ủy ban nhân dân phường Bắc Hồng Lĩnh, Trung tâm Phục vụ hành chính công và các đơn vị trực thuộc khác';
const month = { received: 2246, resolved: 2217, resolvedLate: 11 };
const PICTURES: [string, ChartModel][] = [
  ['one unit', unitsChart(unitBars(1))],
  ['no unit', unitsChart([], { silent: 69 })],
  ['five units', unitsChart(unitBars(5), { silent: 2 })],
  ['eleven units', unitsChart(unitBars(11))],
  ['3,321 units', unitsChart(unitBars(3321), { silent: 40, from: '2026-01' })],
  ['nothing but zeros', unitsChart(unitBars(5).map((unit) => ({ ...unit, onTime: 0, late: 0 })))],
  [
    'one unit beside which the others are nothing',
    unitsChart([{ name: 'a', onTime: 1_234_567, late: 3 }, ...unitBars(3)]),
  ],
  [
    'long names',
    unitsChart(
      unitBars(4).map((unit) => ({ ...unit, name: LONG })),
      { scope: `${LONG} ${LONG} ${LONG}` },
    ),
  ],
  ['a name of one endless word', unitsChart([{ name: 'Ư'.repeat(300), onTime: 3, late: 4 }])],
  ['a year', monthsChart([month, {}, ...Array.from({ length: 10 }, () => month)])],
  [
    'a year of millions',
    monthsChart(
      Array.from({ length: 12 }, () => ({ received: 9_246_000, resolved: 8_900_123, resolvedLate: 8_000_000 })),
    ),
  ],
  ['a year of silence', monthsChart(Array.from({ length: 12 }, () => ({})))],
  ['two late units', lateChart(lateBars(2))],
  ['twelve late units', lateChart(lateBars(11), { others: { count: 3310, late: 8_123 } })],
  ['late units with long names', lateChart(lateBars(4).map((unit) => ({ ...unit, name: `${LONG} ${LONG}` })))],
  ['two months', compareChart()],
  ['two months of unequal reports', compareChart({ uneven: { now: [3, 5], before: [5, 5] } })],
  ['two halves of a year, nothing in either', compareChart({ figures: [{ name: 'Quá hạn', now: 0, before: 0 }] })],
  [
    'two stretches with long names',
    compareChart({ now: `${LONG} ${LONG}`, before: `${LONG} ${LONG}`, scope: `${LONG} ${LONG}` }),
  ],
  ['two months of millions', compareChart({ figures: [{ name: 'Tiếp nhận', now: 9_246_000, before: 123 }] })],
  ['obligations', obligationsChart(5)],
  ['forty obligations', obligationsChart(40)],
  ['no obligation', obligationsChart(0)],
];

const WHITE = 0xffffff;
const numberOf = (colour: string): number => Number.parseInt(colour.slice(1), 16);

/** Colours by how often they are met, every third pixel of every third line. */
function coloursOf(picture: Picture): Map<number, number> {
  const colours = new Map<number, number>();
  for (let y = 0; y < picture.height; y += 3) {
    for (let x = 0; x < picture.width; x += 3) {
      const colour = picture.at(x, y);
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
  }
  return colours;
}

/** True where nothing is drawn within so many pixels of the edges. */
function isClear(picture: Picture, edge: number): boolean {
  const { width, height } = picture;
  for (let y = 0; y < height; y += 1) {
    const inside = y >= edge && y < height - edge;
    for (let x = 0; x < width; x = inside && x === edge - 1 ? width - edge : x + 1) {
      if (picture.at(x, y) !== WHITE) return false;
    }
  }
  return true;
}

describe('a picture', () => {
  it.each(PICTURES)('of %s is 1080 wide, not blank, and nothing runs over its edges', async (_what, model) => {
    const picture = readPng(await statusChart(model));
    expect(picture.width).toBe(WIDTH);
    expect(picture.height).toBeGreaterThan(200);
    expect(picture.height).toBeLessThan(2300);
    expect(coloursOf(picture).size).toBeGreaterThan(20);
    expect(isClear(picture, Math.floor(MARGIN / 2) - 4)).toBe(true);
  });

  it('has on time and late in their own colours', async () => {
    const colours = coloursOf(readPng(await statusChart(unitsChart([{ name: 'xã', onTime: 50, late: 50 }]))));
    expect(colours.get(numberOf(LOOKS.good.color))).toBeGreaterThan(1000);
    expect(colours.get(numberOf(LOOKS.late.color))).toBeGreaterThan(1000);
  });

  it('differs in lightness between what must be told apart without colour', () => {
    const light = (colour: string) =>
      [0.299, 0.587, 0.114].reduce(
        (sum, part, at) => sum + part * Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16),
        0,
      );
    const [good, late, open] = [LOOKS.good, LOOKS.late, LOOKS.open].map(({ color }) => light(color)) as [
      number,
      number,
      number,
    ];
    expect(late - good).toBeGreaterThan(80);
    expect(open - late).toBeGreaterThan(30);
  });

  it('of the same model is the same, byte by byte', async () => {
    const model = unitsChart(unitBars(7));
    expect(Buffer.compare(await statusChart(model), await statusChart(structuredClone(model)))).toBe(0);
  });

  it('that cannot be drawn holds up none after it', async () => {
    const broken = { ...unitsChart([]), language: 'fr' } as unknown as ChartModel;
    const [refused, drawn] = await Promise.allSettled([statusChart(broken), statusChart(unitsChart(unitBars(2)))]);
    expect(refused.status).toBe('rejected');
    expect(drawn.status).toBe('fulfilled');
  });
});
