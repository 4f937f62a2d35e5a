/** A picture that looks like a QR code, made for tests: the three finder patterns and a checked filling, as PNG. */
import { crc32, deflateSync } from 'node:zlib';

/** Sides of the smallest QR code. */
export const SIDE = 21;

/** Dark modules of the picture, by column and row. */
export function isDarkModule(x: number, y: number): boolean {
  const corners = [
    [0, 0],
    [SIDE - 7, 0],
    [0, SIDE - 7],
  ] as const;
  for (const [left, top] of corners) {
    const [dx, dy] = [x - left, y - top];
    if (dx < -1 || dx > 7 || dy < -1 || dy > 7) continue;
    const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3));
    return ring === 3 || ring <= 1;
  }
  return (x * 3 + y * 5 + ((x * y) % 4)) % 3 === 0;
}

/** @param scale dots of one module @param colour PNG's colour type: 0 grey, 2 RGB, 3 palette (1 bit a dot), 6 RGB with alpha */
export function qrPicture(scale = 4, colour: 0 | 2 | 3 | 6 = 0): Buffer {
  const margin = 4 * scale;
  const size = SIDE * scale + 2 * margin;
  const dark = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor((x - margin) / scale), Math.floor((y - margin) / scale)];
    return column >= 0 && row >= 0 && column < SIDE && row < SIDE && isDarkModule(column, row);
  };
  const rows = Array.from({ length: size }, (_, y) => {
    const dots = Array.from({ length: size }, (_, x) => dark(x, y));
    if (colour === 3) {
      const bytes = Buffer.alloc(Math.ceil(size / 8));
      for (const [x, isDark] of dots.entries()) if (isDark) bytes[x >> 3] = (bytes[x >> 3] ?? 0) | (0x80 >> (x & 7));
      return Buffer.concat([Buffer.of(0), bytes]);
    }
    const samples = dots.flatMap((isDark) => {
      const level = isDark ? 0 : 255;
      return colour === 0 ? [level] : colour === 2 ? [level, level, level] : [level, level, level, 255];
    });
    // Filter 1 (each byte less its left neighbour), so that a reader must undo it.
    const step = colour === 0 ? 1 : colour === 2 ? 3 : 4;
    return Buffer.from([
      1,
      ...samples.map((sample, at) => (sample - (at < step ? 0 : (samples[at - step] ?? 0))) & 0xff),
    ]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(colour === 3 ? 1 : 8, 8);
  header.writeUInt8(colour, 9);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(colour === 3 ? [chunk('PLTE', Buffer.from([255, 255, 255, 0, 0, 0]))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length, 0);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content), 0);
  return Buffer.concat([length, content, sum]);
}
