/**
 * The typeface of pictures, and how wide a text is in it. Without a canvas ECharts takes letters with Vietnamese marks
 * for full-width ones, so widths are read from the font itself: what fits is then known before anything is drawn.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const FONT = 'Be Vietnam Pro';

export type Weight = 'normal' | 'bold';

const FILES: Record<Weight, string> = { normal: '400Regular', bold: '700Bold' };

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'));
const fileOf = (weight: Weight): string => join(folder, FILES[weight], `BeVietnamPro_${FILES[weight]}.ttf`);

/** The files themselves, for whoever draws: fonts of the machine are never used, pictures must not differ by it. */
export const fontFiles = (): string[] => [fileOf('normal'), fileOf('bold')];

interface Widths {
  /** Advance of a code point in parts of an em; that of a missing letter where the font has none. */
  of(codePoint: number): number;
}

const read = new Map<Weight, Widths>();

/** Width of a text in pixels at a size in pixels. Marks typed apart from their letters are joined first. */
export function textWidth(text: string, size: number, weight: Weight = 'normal'): number {
  const widths = read.get(weight) ?? widthsOf(readFileSync(fileOf(weight)));
  read.set(weight, widths);
  return (
    Array.from(text.normalize('NFC')).reduce((sum, letter) => sum + widths.of(letter.codePointAt(0) ?? 0), 0) * size
  );
}

/** Tables of a TrueType file: `head` has the em, `hhea` and `hmtx` the advances, `cmap` the glyph of a letter. */
function widthsOf(file: Buffer): Widths {
  const table = (name: string): Buffer => {
    for (let at = 12; at < 12 + file.readUInt16BE(4) * 16; at += 16) {
      if (file.toString('latin1', at, at + 4) !== name) continue;
      const start = file.readUInt32BE(at + 8);
      return file.subarray(start, start + file.readUInt32BE(at + 12));
    }
    throw new Error(`the font has no table ${name}`);
  };
  const em = table('head').readUInt16BE(18);
  const measured = table('hhea').readUInt16BE(34);
  const advances = table('hmtx');
  const glyphs = glyphsOf(table('cmap'));
  return {
    of: (codePoint) => advances.readUInt16BE(Math.min(glyphs.get(codePoint) ?? 0, measured - 1) * 4) / em,
  };
}

/** Segments of the Unicode subtable of format 4, which has every letter outside the historic scripts. */
function glyphsOf(cmap: Buffer): ReadonlyMap<number, number> {
  const start = subtableOf(cmap);
  const segments = cmap.readUInt16BE(start + 6) / 2;
  const glyphs = new Map<number, number>();
  for (let index = 0; index < segments; index += 1) {
    const ends = start + 14 + index * 2;
    const starts = ends + segments * 2 + 2;
    const offsetAt = starts + segments * 4;
    const delta = cmap.readUInt16BE(starts + segments * 2);
    const offset = cmap.readUInt16BE(offsetAt);
    const first = cmap.readUInt16BE(starts);
    for (let code = first; code <= cmap.readUInt16BE(ends) && code < 0xffff; code += 1) {
      const raw = offset === 0 ? code : cmap.readUInt16BE(offsetAt + offset + (code - first) * 2);
      if (raw !== 0 || offset === 0) glyphs.set(code, (raw + delta) & 0xffff);
    }
  }
  return glyphs;
}

function subtableOf(cmap: Buffer): number {
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const start = cmap.readUInt32BE(at + 4);
    if (cmap.readUInt16BE(start) === 4) return start;
  }
  throw new Error('the font has no character map of format 4');
}
