/** The size of a picture in dots, which Zalo wants told with it, read from the head of its file. */
import type { Picture } from './client.ts';
import { sizeOfPng } from './png.ts';

/** Width and height; undefined for what is none of PNG, JPEG and WebP, or too damaged to tell. */
export function sizeOfPicture(bytes: Uint8Array): Picture | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = sizeOfPng(bytes) ?? sizeOfJpeg(data) ?? sizeOfWebp(data);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    // Cut off before its size.
    return undefined;
  }
}

/** Frame headers (ITU T.81, table B.1): SOF0 to SOF15 without the tables DHT, JPG and DAC among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function sizeOfJpeg(data: Buffer): Picture | undefined {
  if (data.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; data.readUInt8(at) === 0xff; ) {
    const marker = data.readUInt8(at + 1);
    if (isFrame(marker)) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + data.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The three kinds of WebP (RFC 9649): with an extended header, lossless, lossy. */
function sizeOfWebp(data: Buffer): Picture | undefined {
  if (data.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  const kind = data.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ') return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return undefined;
  const bits = data.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
