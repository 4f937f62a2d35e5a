/**
 * The sheet pictures are drawn on: made for a phone, where 1080 pixels are shown about 390 points wide, so that the
 * smallest writing (24 pixels) is still 9 points. Looks differ in lightness and in hatching as well as in colour: the
 * picture is also printed on a black-and-white printer.
 */
import { FONT, type Weight } from './font.ts';

export const WIDTH = 1080;
export const MARGIN = 48;
/** What stands between the margins. */
export const INNER = WIDTH - 2 * MARGIN;

export const SIZE = { title: 44, strong: 32, text: 28, small: 24 } as const;
/** Distance of two lines, in parts of the size: Vietnamese capitals carry two marks. */
export const LEADING = 1.35;

export const INK = { title: '#0B2545', text: '#1B263B', faint: '#55606F', rule: '#C9D1DB', paper: '#FFFFFF' } as const;

/** How one kind of figure looks; `ink` is what is written on it. */
export interface Look {
  color: string;
  ink: string;
  decal?: Record<string, unknown>;
}

const HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [5, 9], rotation: -Math.PI / 4 };

export const LOOKS = {
  good: { color: '#1B4F8F', ink: '#FFFFFF' },
  late: { color: '#F6B04E', ink: '#4A2300', decal: { ...HATCH, color: 'rgba(122,62,0,0.75)' } },
  open: { color: '#DCE2EA', ink: '#1B263B' },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;

/** A thing drawn at its own place, as ECharts takes it. */
export type Mark = Record<string, unknown>;

export interface Pen {
  size: number;
  weight?: Weight;
  color?: string;
  align?: 'left' | 'center' | 'right';
  /** Turned by this many degrees, counter-clockwise. */
  turned?: number;
}

/** One line of writing; `y` is its middle. */
export function written(text: string, x: number, y: number, pen: Pen): Mark {
  const { size, weight = 'normal', color = INK.text, align = 'left', turned = 0 } = pen;
  const style = {
    text,
    fontFamily: FONT,
    fontSize: size,
    fontWeight: weight,
    fill: color,
    textAlign: align,
    textVerticalAlign: 'middle',
  };
  return { type: 'text', silent: true, z: 50, x, y, rotation: (turned * Math.PI) / 180, style };
}

export const rule = (y: number): Mark => ({
  type: 'line',
  silent: true,
  shape: { x1: MARGIN, y1: y, x2: WIDTH - MARGIN, y2: y },
  style: { stroke: INK.rule, lineWidth: 2 },
});
