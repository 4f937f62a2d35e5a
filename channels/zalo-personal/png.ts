/**
 * The little of PNG this door needs: the size of a picture, and its dark and light dots for showing a QR code in a
 * terminal. Anything unusual (interlaced, 16 bits a sample) is not read, which callers can live with.
 */
import { inflateSync } from 'node:zlib';
import type { Picture } from './client.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and check sum around each chunk's data. */
const CHUNK_FRAME = 12;
/** Larger pictures are no QR codes, and are not worth their memory. */
const DOTS_MAX = 4_000_000;
const DARK_BELOW = 128;
const OPAQUE_FROM = 128;

/** Samples for each dot by colour type: grey, red-green-blue, palette, grey and alpha, RGB and alpha. */
const SAMPLES = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/** Dark and light; what is transparent is light. */
export interface Dots extends Picture {
  isDark(x: number, y: number): boolean;
}

/** Width and height in dots; undefined for what is no PNG. */
export function sizeOfPng(bytes: Uint8Array): Picture | undefined {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.length < 33 || !png.subarray(0, 8).equals(SIGNATURE) || png.toString('latin1', 12, 16) !== 'IHDR')
    return undefined;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** The dots of a picture; undefined for one that is not read. */
export function readPng(bytes: Uint8Array): Dots | undefined {
  const size = sizeOfPng(bytes);
  if (!size || size.width * size.height > DOTS_MAX) return undefined;
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const depth = png[24] ?? 0;
  const colour = png[25] ?? 0;
  const samples = SAMPLES.get(colour);
  if (samples === undefined || ![1, 2, 4, 8].includes(depth) || png[28] !== 0) return undefined;
  try {
    const chunks = chunksOf(png);
    const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
    const bits = samples * depth;
    const rows = unfiltered(raw, Math.ceil((size.width * bits) / 8), size.height, Math.max(1, bits >> 3));
    const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
    return { ...size, isDark: (x, y) => isDark(rows[y] ?? Buffer.alloc(0), x, { depth, colour, samples, palette }) };
  } catch {
    return undefined;
  }
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE.length; at + CHUNK_FRAME <= png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += CHUNK_FRAME + length;
  }
  return chunks;
}

/** Undoes the filter of each row (PNG specification, section 9). */
function unfiltered(raw: Buffer, width: number, height: number, step: number): Buffer[] {
  const rows: Buffer[] = [];
  let above: Buffer = Buffer.alloc(width);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width + 1);
    const filter = raw[start] ?? 0;
    const row = Buffer.from(raw.subarray(start + 1, start + 1 + width));
    for (let x = 0; x < row.length; x += 1) {
      const left = x < step ? 0 : (row[x - step] ?? 0);
      const up = above[x] ?? 0;
      const corner = x < step ? 0 : (above[x - step] ?? 0);
      row[x] = ((row[x] ?? 0) + predicted(filter, left, up, corner)) & 0xff;
    }
    rows.push(row);
    above = row;
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

interface Format {
  depth: number;
  colour: number;
  samples: number;
  palette: Buffer | undefined;
}

function isDark(row: Buffer, x: number, { depth, colour, samples, palette }: Format): boolean {
  const sample = (index: number): number => {
    const bit = (x * samples + index) * depth;
    const most = (1 << depth) - 1;
    return ((row[bit >> 3] ?? 0xff) >> (8 - depth - (bit & 7))) & most;
  };
  const scaled = (index: number): number => (sample(index) * 255) / ((1 << depth) - 1);
  const light = (red: number, green: number, blue: number): number => 0.299 * red + 0.587 * green + 0.114 * blue;
  if (colour === 3) {
    const at = sample(0) * 3;
    return light(palette?.[at] ?? 255, palette?.[at + 1] ?? 255, palette?.[at + 2] ?? 255) < DARK_BELOW;
  }
  if ((colour === 4 || colour === 6) && scaled(samples - 1) < OPAQUE_FROM) return false;
  return (samples < 3 ? scaled(0) : light(scaled(0), scaled(1), scaled(2))) < DARK_BELOW;
}
