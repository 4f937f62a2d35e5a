/** What people said in a loopback Zalo, kept as its servers keep it, so that a client can ask for what it missed. */

/** One message as Zalo writes it. `uidFrom` "0" is the account itself, `idTo` "0" means "to the account". */
export interface Message {
  msgId: string;
  cliMsgId: string;
  msgType: string;
  uidFrom: string;
  idTo: string;
  dName: string;
  ts: string;
  content: unknown;
  mentions?: { uid: string; pos: number; len: number; type: 0 | 1 }[];
  quote?: { ownerId: string };
  [more: string]: unknown;
}

/** Messages in one answer to a client that asks for old ones. */
export const PAGE = 20;

export class History {
  readonly #messages: Message[] = [];
  #next = 7_000_000_000_001n;

  nextId(): string {
    this.#next += 1n;
    return String(this.#next);
  }

  add(message: Message): void {
    this.#messages.push(message);
  }

  /** The page after a message, or the newest page. */
  page(after: string | null): Message[] {
    if (after === null) return this.#messages.slice(-PAGE);
    return this.#messages.filter(({ msgId }) => BigInt(msgId) > BigInt(after)).slice(0, PAGE);
  }
}
