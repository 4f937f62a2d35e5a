/**
 * The server's end of a WebSocket (RFC 6455), as small as a test needs and as rude as it wants: it can go silent, cut
 * the line, or close with any code. Frames of the client may be fragmented by TCP, but are never continued.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

export class ServerSocket {
  readonly #socket: Duplex;
  #rest: Buffer = Buffer.alloc(0);
  #isSilent = false;
  #hasClosed = false;
  onFrame: (bytes: Buffer) => void = () => undefined;
  onEnd: () => void = () => undefined;

  constructor(request: IncomingMessage, socket: Duplex) {
    this.#socket = socket;
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('data', (bytes: Buffer) => this.#read(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => this.onEnd());
  }

  send(bytes: Buffer): void {
    this.#write(OPCODE.binary, bytes);
  }

  close(code: number): void {
    if (this.#hasClosed) return;
    this.#hasClosed = true;
    const body = Buffer.alloc(2);
    body.writeUInt16BE(code);
    this.#write(OPCODE.close, body);
    if (!this.#isSilent) this.#socket.end();
  }

  /** Cuts the line without a word: the client sees 1006. */
  drop(): void {
    this.#socket.destroy();
  }

  /** Keeps the line but neither hears nor answers any more, as a dead network does. */
  silence(): void {
    this.#isSilent = true;
  }

  #write(opcode: number, body: Buffer): void {
    if (this.#isSilent || this.#socket.destroyed) return;
    const length = body.length;
    const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
    head.writeUInt8(0x80 | opcode, 0);
    if (length < 126) head.writeUInt8(length, 1);
    else if (length < 65_536) {
      head.writeUInt8(126, 1);
      head.writeUInt16BE(length, 2);
    } else {
      head.writeUInt8(127, 1);
      head.writeBigUInt64BE(BigInt(length), 2);
    }
    this.#socket.write(Buffer.concat([head, body]));
  }

  #read(bytes: Buffer): void {
    if (this.#isSilent) return;
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const message = this.#next();
      if (!message) return;
      if (message.opcode === OPCODE.close) this.close(message.body.length >= 2 ? message.body.readUInt16BE(0) : 1000);
      else if (message.opcode === OPCODE.ping) this.#write(OPCODE.pong, message.body);
      else if (message.opcode !== OPCODE.pong) this.onFrame(message.body);
    }
  }

  #next(): { opcode: number; body: Buffer } | undefined {
    const rest = this.#rest;
    if (rest.length < 6) return undefined;
    const short = rest.readUInt8(1) & 0x7f;
    const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
    const start = 2 + wide + 4;
    if (rest.length < start) return undefined;
    const length = wide === 0 ? short : wide === 2 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < start + length) return undefined;
    const mask = rest.subarray(start - 4, start);
    const body = Buffer.from(rest.subarray(start, start + length));
    for (let index = 0; index < body.length; index += 1)
      body.writeUInt8(body.readUInt8(index) ^ (mask[index % 4] ?? 0), index);
    this.#rest = rest.subarray(start + length);
    return { opcode: rest.readUInt8(0) & 0x0f, body };
  }
}
