/**
 * What Zalo's web client and servers say to each other, as bytes: the key of a login, the bodies of calls, and the
 * frames of the socket with their four encodings. Written from the server's side; the client's side is zca-js itself.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const NO_IV = Buffer.alloc(16);

const cbc = (key: Buffer): `aes-${number}-cbc` => `aes-${key.length * 8}-cbc`;

export function encrypt(key: Buffer, value: unknown): string {
  const cipher = createCipheriv(cbc(key), key, NO_IV);
  return Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]).toString('base64');
}

export function decrypt(key: Buffer, text: string): unknown {
  const decipher = createDecipheriv(cbc(key), key, NO_IV);
  return JSON.parse(Buffer.concat([decipher.update(text, 'base64'), decipher.final()]).toString('utf8'));
}

/** Every second character, from the first or from the second. */
const alternate = (text: string, from: 0 | 1): string[] => text.split('').filter((_, index) => index % 2 === from);

/** The key both sides draw from what a login request says about itself. */
export function loginKey(zcid: string, zcidExt: string): Buffer {
  const digest = createHash('md5').update(zcidExt).digest('hex').toUpperCase();
  const parts = [
    alternate(digest, 0).slice(0, 8),
    alternate(zcid, 0).slice(0, 12),
    alternate(zcid, 1).reverse().slice(0, 12),
  ];
  return Buffer.from(parts.flat().join(''), 'utf8');
}

/** How a frame's content is wrapped: plain, deflated, encrypted and deflated, encrypted. */
export type Encoding = 0 | 1 | 2 | 3;

export const ENCODINGS: readonly Encoding[] = [0, 1, 2, 3];

export function frame(command: number, sub: number, body: string): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt8(1, 0);
  header.writeUInt16LE(command, 1);
  header.writeUInt8(sub, 3);
  return Buffer.concat([header, Buffer.from(body, 'utf8')]);
}

export function readFrame(bytes: Buffer): { command: number; sub: number; data: Record<string, unknown> } {
  return { command: bytes.readUInt16LE(1), sub: bytes.readUInt8(3), data: JSON.parse(bytes.toString('utf8', 4)) };
}

/** The body of an event. */
export function event(key: Buffer, data: unknown, encoding: Encoding): string {
  const json = JSON.stringify({ error_code: 0, error_message: 'Successful.', data });
  return JSON.stringify({ encrypt: encoding, data: wrapped(key, json, encoding) });
}

function wrapped(key: Buffer, json: string, encoding: Encoding): string {
  if (encoding === 0) return json;
  const content = encoding === 3 ? Buffer.from(json) : deflateSync(json);
  if (encoding === 1) return content.toString('base64');
  const nonce = randomBytes(16);
  const associated = randomBytes(16);
  const cipher = createCipheriv(`aes-${key.length * 8}-gcm` as 'aes-128-gcm', key, nonce);
  cipher.setAAD(associated);
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  return encodeURIComponent(Buffer.concat([nonce, associated, sealed]).toString('base64'));
}
