/**
 * The library's socket, tapped. zca-js 2.2.0 decodes frames side by side, so that messages change places; it crashes
 * the process on a frame shorter than its header; it knows user messages only as command 501, while some accounts get
 * them as 551; and it cannot tell a connection that went silent. All four are mended before it sees a frame.
 */

/** Version (1 byte), command (2, little-endian), sub-command (1). */
const HEADER_BYTES = 4;
const USER_MESSAGES = 501;
/** The same messages on some accounts (pull request 378 of zca-js, not merged). */
const USER_MESSAGES_TOO = 551;
/** "Another connection was opened", sent before the socket is closed. */
const ANOTHER_CONNECTION = 3000;

export interface Tap {
  /** Any frame at all: the connection lives. */
  onFrame(): void;
  /** Zalo says that the account is in use elsewhere. */
  onKick(): void;
}

export interface Socket {
  /** Cuts the connection without the parting words a dead line would never answer. */
  terminate(): void;
  /** Resolves when every frame that has arrived is decoded. */
  settled(): Promise<void>;
}

interface Raw {
  onmessage: (event: { data: unknown }) => unknown;
  terminate(): void;
}

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' &&
  value !== null &&
  'onmessage' in value &&
  typeof value.onmessage === 'function' &&
  'terminate' in value;

/**
 * Taps the socket of a listener that was just started.
 * @throws {Error} when the library keeps its socket elsewhere: another version than ours
 */
export function tapSocket(listener: object, tap: Tap): Socket {
  const raw: unknown = Reflect.get(listener, 'ws');
  if (!isRaw(raw)) throw new Error('this version of zca-js keeps its socket elsewhere; 2.2.0 is needed');
  const decode = raw.onmessage;
  let decoded: Promise<unknown> = Promise.resolve();
  raw.onmessage = (event) => {
    tap.onFrame();
    const { data } = event;
    if (!(data instanceof Buffer) || data.length < HEADER_BYTES) return;
    const command = data.readUInt16LE(1);
    if (command === ANOTHER_CONNECTION) tap.onKick();
    if (command === USER_MESSAGES_TOO) data.writeUInt16LE(USER_MESSAGES, 1);
    // One after the other; the library reports what it cannot decode as an `error` event and never rejects.
    decoded = decoded.then(() => decode(event));
  };
  return {
    terminate: () => raw.terminate(),
    settled: async () => {
      let last: Promise<unknown>;
      do {
        last = decoded;
        await last;
      } while (last !== decoded);
    },
  };
}
