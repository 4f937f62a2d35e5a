/** What a provider hands over is a still picture within the bound, or it is refused. */
import { describe, expect, it } from 'vitest';
import { pictureIn } from '../../channels/picture.ts';
import { sizeOfPicture } from '../../channels/zalo-personal/picture-size.ts';
import { PICTURE_BYTES_MAX } from '../../domain/message.ts';
import { jpeg, NO_PICTURES, pngHead, webp } from '../support/pictures.ts';

async function* chunked(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const REJECTED = { failure: { kind: 'rejected' } };

describe('a picture', () => {
  it.each([
    ['JPEG', jpeg(), 'image/jpeg', 'image/jpeg'],
    ['JPEG given out as "some bytes"', jpeg(), 'application/octet-stream', 'image/jpeg'],
    ['JPEG called a PNG: its bytes count', jpeg(), 'image/png; charset=binary', 'image/jpeg'],
    ['PNG', pngHead(), 'IMAGE/PNG', 'image/png'],
    ['WebP', webp(), 'image/webp', 'image/webp'],
    ['PNG of which nothing is said', pngHead(), undefined, 'image/png'],
  ] as const)('is taken: %s', async (_, bytes, stated, mime) => {
    const picture = await pictureIn(chunked(bytes), stated);
    expect(picture).toEqual({ bytes, mime });
  });

  it.each(NO_PICTURES)('is not %s, even where it is called one', async (_, bytes) => {
    await expect(pictureIn(chunked(bytes), 'image/jpeg')).rejects.toMatchObject(REJECTED);
  });

  it.each(['text/html', 'image/svg+xml', 'image/gif', 'image/jpegx', 'application/json', 'video/mp4'])(
    'is not what is stated to be %s',
    async (stated) => {
      await expect(pictureIn(chunked(jpeg()), stated)).rejects.toMatchObject(REJECTED);
    },
  );

  it('is taken up to the bound', async () => {
    const largest = new Uint8Array(PICTURE_BYTES_MAX);
    largest.set(jpeg());
    expect((await pictureIn(chunked(largest, 65_536), 'image/jpeg')).bytes).toHaveLength(PICTURE_BYTES_MAX);
  });

  it('beyond the bound is not read to its end', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        read += 1;
        yield new Uint8Array(100_000);
      }
    }
    await expect(pictureIn(endless(), 'image/jpeg')).rejects.toMatchObject(REJECTED);
    expect(read).toBe(PICTURE_BYTES_MAX / 100_000 + 1);
  });
});

describe('the size Zalo is told', () => {
  it.each([
    ['JPEG', jpeg(1280, 960), 1280, 960],
    ['PNG', pngHead(1080, 2400), 1080, 2400],
    ['WebP, lossy', webp('VP8 ', 640, 480), 640, 480],
    ['WebP, lossless', webp('VP8L', 640, 481), 640, 481],
    ['WebP, extended', webp('VP8X', 3_000, 2_000), 3_000, 2_000],
  ])('is read from a %s', (_, bytes, width, height) => {
    expect(sizeOfPicture(bytes)).toEqual({ width, height });
  });

  it.each([
    ['a JPEG cut off before it', jpeg().subarray(0, 22)],
    ['a JPEG without a frame', Uint8Array.from([0xff, 0xd8, 0xff, 0xd9, 0, 2])],
    ['a JPEG of segments without a length', Uint8Array.from([0xff, 0xd8, ...Array<number>(64).fill(0xff)])],
    ['a size of nothing', pngHead(0, 600)],
    ['a WebP of a kind not known', webp('VP8?' as never)],
    ...NO_PICTURES,
  ])('is not made up for %s', (_, bytes) => {
    expect(sizeOfPicture(bytes)).toBeUndefined();
  });
});
