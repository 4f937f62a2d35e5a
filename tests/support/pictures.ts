/** The heads of pictures, as small as a reader of sizes and first bytes needs; what they show is nothing. */

const u16 = (value: number): number[] => [value >> 8, value & 0xff];

/** Start of image, and an APP0 segment of nothing, as cameras put it before the frame. */
const JPEG_START = [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/** A JPEG up to its frame header, and some bytes. */
export const jpeg = (width = 800, height = 600): Uint8Array =>
  Uint8Array.from([
    ...JPEG_START,
    ...[0xff, 0xc0, 0x00, 0x11, 0x08].concat(u16(height), u16(width)),
    ...Array<number>(20).fill(1),
  ]);

/** The header of a PNG. */
export function pngHead(width = 800, height = 600): Uint8Array {
  const head = Buffer.alloc(40);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return new Uint8Array(head);
}

/** A WebP of one of its three kinds. */
export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X' = 'VP8 ', width = 800, height = 600): Uint8Array {
  const head = Buffer.alloc(40);
  head.write('RIFF', 0, 'latin1');
  head.write(`WEBP${kind}`, 8, 'latin1');
  if (kind === 'VP8X') {
    head.writeUIntLE(width - 1, 24, 3);
    head.writeUIntLE(height - 1, 27, 3);
  } else if (kind === 'VP8 ') {
    head.writeUInt16LE(width, 26);
    head.writeUInt16LE(height, 28);
  } else head.writeUInt32LE(((height - 1) << 14) | (width - 1), 21);
  return new Uint8Array(head);
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is no still picture, whatever it is called. */
export const NO_PICTURES: [what: string, bytes: Uint8Array][] = [
  ['a page', ascii('<!doctype html><title>Đăng nhập</title>')],
  ['a drawing that can carry a script', ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
  ['a moving picture', ascii('GIF89a............')],
  ['a document', ascii('%PDF-1.7 ......')],
  ['a program', ascii('MZ................')],
  ['an archive', ascii('PK\u0003\u0004............')],
  ['another file in RIFF', ascii('RIFF....WAVEfmt ')],
  ['a picture cut off in its first bytes', Uint8Array.from([0xff, 0xd8])],
  ['nothing', new Uint8Array()],
];
