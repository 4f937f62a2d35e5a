/** A QR code as text for a terminal: two modules in each character, dark on white whatever the terminal's colours. */
import { type Dots, readPng } from './png.ts';

/** A finder pattern, which every QR code has in its upper left corner, is seven modules wide. */
const FINDER_MODULES = 7;
/** Sides of QR codes: 21, 25, 29 … 177 modules. */
const SIDE = { least: 21, most: 177, step: 4 };
/** White around the code; the standard asks for four modules, and telephones read it with two. */
const MARGIN = 2;
const BLACK_ON_WHITE = '\u001b[30;107m';
const PLAIN = '\u001b[0m';

/** The lines to print; undefined when the picture is not a plain QR code, which then is scanned from its file. */
export function qrText(png: Uint8Array): string | undefined {
  const dots = readPng(png);
  const modules = dots && modulesOf(dots);
  if (!modules) return undefined;
  const side = modules.length;
  const dark = (x: number, y: number): boolean => modules[y]?.[x] ?? false;
  const lines: string[] = [];
  for (let y = -MARGIN; y < side + MARGIN; y += 2) {
    let line = '';
    for (let x = -MARGIN; x < side + MARGIN; x += 1) {
      if (dark(x, y)) line += dark(x, y + 1) ? '█' : '▀';
      else line += dark(x, y + 1) ? '▄' : ' ';
    }
    lines.push(`${BLACK_ON_WHITE}${line}${PLAIN}`);
  }
  return lines.join('\n');
}

/** Finds the square of dark dots, measures one module by the finder pattern, and looks at the middle of each. */
function modulesOf(dots: Dots): boolean[][] | undefined {
  const columns = darkRange(dots.width, (x) => anyOf(dots.height, (y) => dots.isDark(x, y)));
  const rows = darkRange(dots.height, (y) => anyOf(dots.width, (x) => dots.isDark(x, y)));
  if (!columns || !rows) return undefined;
  let finder = 0;
  while (finder < columns.length && dots.isDark(columns.from + finder, rows.from)) finder += 1;
  const side = Math.round(columns.length / (finder / FINDER_MODULES));
  const isSide = side >= SIDE.least && side <= SIDE.most && (side - SIDE.least) % SIDE.step === 0;
  if (!isSide || Math.abs(columns.length - rows.length) > columns.length / side) return undefined;
  const middle = (index: number, { from, length }: Range): number => from + Math.floor(((index + 0.5) * length) / side);
  const each = Array.from({ length: side }, (_, index) => index);
  return each.map((y) => each.map((x) => dots.isDark(middle(x, columns), middle(y, rows))));
}

interface Range {
  from: number;
  length: number;
}

function darkRange(size: number, isDark: (at: number) => boolean): Range | undefined {
  const dark = Array.from({ length: size }, (_, at) => at).filter(isDark);
  const [from] = dark;
  const to = dark.at(-1);
  return from === undefined || to === undefined ? undefined : { from, length: to - from + 1 };
}

function anyOf(size: number, test: (at: number) => boolean): boolean {
  for (let at = 0; at < size; at += 1) if (test(at)) return true;
  return false;
}
