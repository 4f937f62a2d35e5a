/** A Zalo door on a loopback Zalo, with a clock that stands still, and everything it tells its house. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel } from '../../../channels/channel.ts';
import { CredentialStore, type Session } from '../../../channels/zalo-personal/credential-store.ts';
import {
  type TroubleKind,
  type ZaloPersonalOptions,
  zaloPersonal,
} from '../../../channels/zalo-personal/zalo-personal.ts';
import type { Address, Delivery, Inbound } from '../../../domain/message.ts';
import { type FakeClock, fakeClock, quiet } from '../clock.ts';
import { BOT, LAN, LoopbackZalo } from './loopback-zalo.ts';

export const KEY = 'a key of the tests, long enough for it';

export const lan: Address = { channel: 'zalo-personal', account: BOT, id: LAN };
export const ward: Address = { channel: 'zalo-personal', account: BOT, id: 'group:3000000000000000003' };
export const WARD = '3000000000000000003';

export const delivery = (id: string, text: string, more: Partial<Delivery> = {}): Delivery => ({ id, text, ...more });

export interface ZaloDoor {
  zalo: LoopbackZalo;
  channel: Channel;
  clock: FakeClock;
  store: CredentialStore;
  /** What the house accepted, in order. */
  heard: Inbound[];
  texts: () => string[];
  troubles: TroubleKind[];
  /** What the operator would read. */
  logged: string[];
  /** How the house answers; it accepts everything unless told otherwise. */
  house: { receive: (inbound: Inbound) => Promise<void> };
  /** Starts the door and waits until it is open. */
  open: () => Promise<void>;
  /** Waits until the next connection is open, after something ended the last. */
  reopened: () => Promise<void>;
  /** Lets the wait pass that follows the end of a connection or a failed login, until the next login begins. */
  waited: () => Promise<void>;
  until: (what: string, isSo: () => boolean) => Promise<void>;
  close: () => Promise<void>;
}

/** One for all doors of a test file, which are opened one after the other: drawing its key is slow on purpose. */
const directory = mkdtempSync(join(tmpdir(), 'zalo-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const store = new CredentialStore(join(directory, 'login'), KEY);

/** What the door tells its house, written down; whoever waits for something looks again after each. */
function notebook(zalo: LoopbackZalo) {
  const heard: Inbound[] = [];
  const troubles: TroubleKind[] = [];
  const logged: string[] = [];
  const house: ZaloDoor['house'] = { receive: () => Promise.resolve() };
  const note = (...parts: unknown[]): void => {
    logged.push(parts.map(String).join(' '));
    zalo.changed();
  };
  return {
    heard,
    troubles,
    logged,
    house,
    log: { info: note, warn: note, error: note },
    receive: async (inbound: Inbound): Promise<void> => {
      await house.receive(inbound);
      heard.push(inbound);
      zalo.changed();
    },
    /** Attempts that have come to an end. */
    endings: () => logged.filter((line) => /connection to Zalo ended|login to Zalo failed/.test(line)).length,
  };
}

/** @param session what is stored before the door is made; null for nothing */
export async function zaloDoor(
  more: Partial<ZaloPersonalOptions> = {},
  session?: Partial<Session> | null,
): Promise<ZaloDoor> {
  const zalo = await new LoopbackZalo().start();
  rmSync(store.file, { force: true });
  if (session !== null) store.write(zalo.session(session));
  const clock = fakeClock('2026-11-05', '09:05');
  const { heard, troubles, logged, house, log, receive, endings } = notebook(zalo);
  let openings = 0;
  const channel = zaloPersonal({
    credentials: store,
    fetch: zalo.fetch,
    now: clock.now,
    after: clock.after,
    random: () => 0.5,
    log,
    ...more,
    onOpen: () => {
      openings += 1;
      zalo.changed();
    },
    onTrouble: (kind) => {
      troubles.push(kind);
      zalo.changed();
    },
  });
  const isOpenAfter = (before: number) => () => openings > before && channel.health().ok;
  let ended = 0;
  async function waited(): Promise<void> {
    await zalo.until('an attempt has ended', () => endings() > ended);
    ended = endings();
    const begun = zalo.loginsBegun;
    await passing(clock, () => zalo.loginsBegun > begun);
  }
  async function open(): Promise<void> {
    await channel.start(receive);
    await zalo.until('the door is open', isOpenAfter(0));
  }
  async function reopened(): Promise<void> {
    const before = openings;
    await waited();
    await zalo.until('the door is open again', isOpenAfter(before));
  }
  const until: ZaloDoor['until'] = (what, isSo) => zalo.until(what, isSo);
  const texts = (): string[] => heard.map(({ said }) => ('text' in said ? said.text : said.kind));
  const close = (): Promise<void> => closeDoor(channel, zalo, clock);
  return { zalo, channel, clock, store, heard, texts, troubles, logged, house, open, reopened, waited, until, close };
}

async function closeDoor(channel: Channel, zalo: LoopbackZalo, clock: FakeClock): Promise<void> {
  const stopping = channel.stop();
  // What the door would wait for at most, for tests that leave something under way.
  await quiet();
  clock.advance(60_000);
  await stopping;
  await zalo.stop();
}

/** The longest wait of the door, twice. */
const SECONDS_MAX = 24 * 60 * 60;

/** Lets time pass, second by second and with everything that happens in each, until something is so. */
export async function passing(clock: FakeClock, isSo: () => boolean): Promise<void> {
  for (let second = 0; !isSo(); second += 1) {
    if (second > SECONDS_MAX) throw new Error('a day passed in vain');
    clock.advance(1_000);
    await quiet(1);
  }
}
