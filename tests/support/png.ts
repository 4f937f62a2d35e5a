/** Reads a PNG as resvg writes it (8 bits, RGBA, not interlaced), far enough to ask what is drawn where. */
import { inflateSync } from 'node:zlib';

/** A picture of one blue point, where any picture will do. */
export const BLUE_POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export interface Picture {
  width: number;
  height: number;
  /** Red, green and blue at a place, as 0xRRGGBB. */
  at(x: number, y: number): number;
}

const BYTES = 4;

export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  if (file[24] !== 8 || file[25] !== 6 || file[28] !== 0) throw new Error('not a PNG this test can read');
  const pixels = unfiltered(inflateSync(dataOf(file)), width * BYTES, height);
  return {
    width,
    height,
    at: (x, y) => pixels.readUIntBE((y * width + x) * BYTES, 3),
  };
}

function dataOf(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

/** Every line begins with how it was filtered: not, or against what stands left, above, between both, or as Paeth guesses. */
function unfiltered(data: Buffer, stride: number, lines: number): Buffer {
  const pixels = Buffer.alloc(stride * lines);
  for (let line = 0; line < lines; line += 1) {
    const guess = GUESSES[data[line * (stride + 1)] ?? 0] ?? none;
    const from = line * (stride + 1) + 1;
    for (let index = 0; index < stride; index += 1) {
      const to = line * stride + index;
      const left = index < BYTES ? 0 : (pixels[to - BYTES] ?? 0);
      const above = line === 0 ? 0 : (pixels[to - stride] ?? 0);
      const corner = index < BYTES || line === 0 ? 0 : (pixels[to - stride - BYTES] ?? 0);
      pixels[to] = ((data[from + index] ?? 0) + guess(left, above, corner)) & 0xff;
    }
  }
  return pixels;
}

type Guess = (left: number, above: number, corner: number) => number;

const none: Guess = () => 0;

const paeth: Guess = (left, above, corner) => {
  const byLeft = Math.abs(above - corner);
  const byAbove = Math.abs(left - corner);
  const byCorner = Math.abs(left + above - 2 * corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
};

const GUESSES: readonly Guess[] = [
  none,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];
