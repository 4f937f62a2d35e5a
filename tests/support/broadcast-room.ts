/**
 * A cluster of wards with a coordinator, an admin and staff, whose announcements go through whole turns, the work done
 * piece by piece, and a channel without a provider that judges as the test says. The clock stands still.
 */
import { vi } from 'vitest';
import { houseOf } from '../../app.ts';
import { BROADCAST, fireBroadcast } from '../../bot/broadcast/broadcast-begin.ts';
import { advanceBroadcasts, hasBroadcasts, type Ways } from '../../bot/broadcast/broadcast-send.ts';
import type { House } from '../../bot/house.ts';
import { makeReceive } from '../../bot/receive.ts';
import { readConfig } from '../../config.ts';
import { accountOf } from '../../db/broadcast-recipients.ts';
import { broadcastById } from '../../db/broadcasts.ts';
import type { Archive } from '../../db/open.ts';
import { bind, everybody, identitiesOf } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { type Account, sumOf } from '../../domain/broadcast.ts';
import { PUSH_HOURS } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/date.ts';
import type { Address, ChannelName, Outbound, Said } from '../../domain/message.ts';
import { checkRoster } from '../../domain/roster.ts';
import { type Deliver, deliver } from '../../scheduler/deliver.ts';
import { fire, type Speak } from '../../scheduler/fire.ts';
import { temporaryArchive } from './archive.ts';
import { type FakeChannel, fakeChannel } from './channel.ts';
import { fakeClock } from './clock.ts';
import { countedRandom } from './random.ts';

export const CLUSTER = [
  'cum,cụm Hồng Lĩnh,cluster,,dp,Lê Minh Khoa,coordinator',
  'cum,cụm Hồng Lĩnh,cluster,,qt,Hồ Thị Vân,admin',
  'duc-thuan,UBND phường Đức Thuận,ward,cum,lan,Nguyễn Thị Lan,staff',
  'duc-thuan,UBND phường Đức Thuận,ward,cum,sep,Trần Văn Sang,leader',
  'bac-hong,UBND phường Bắc Hồng,ward,cum,nam,Đỗ Văn Nam,staff',
  'nam-hong,UBND phường Nam Hồng,ward,cum,nam,Đỗ Văn Nam,staff',
  'nam-hong,UBND phường Nam Hồng,ward,cum,hoa,Phạm Thị Hoa,staff',
  'xa-khac,UBND xã Xuân Lam,commune,,kim,Võ Thị Kim,staff',
];

/** Wards enough for `n` members of staff beside those of the cluster. */
export const wards = (n: number): string[] =>
  Array.from({ length: n }, (_, at) => `w${at},UBND phường Số ${at},ward,cum,p${at},Cán bộ ${at},staff`);

const HEADER = 'unit_code,unit_name,unit_kind,parent_code,person_code,person_name,role'.split(',');
const chat = (code: string, channel: ChannelName = 'telegram'): Address => ({ channel, account: 'bot', id: code });

type Judge = Parameters<typeof fakeChannel>[2];

interface Cast {
  rows?: string[];
  /** Codes of people who never enrolled. */
  except?: string[];
  /** Codes of people on Zalo instead of Telegram. */
  zalo?: readonly string[];
}

/** Fills the archive with the people of a roster, each enrolled in a chat named by their code. */
function enrol(archive: Archive, at: Instant, { rows = CLUSTER, except = [], zalo = [] }: Cast): void {
  const doorOf = (code: string): ChannelName => (zalo.includes(code) ? 'zalo-personal' : 'telegram');
  const cells = rows.map((row, index) => {
    const values = row.split(',');
    return { line: index + 2, cells: Object.fromEntries(HEADER.map((name, place) => [name, values[place] ?? ''])) };
  });
  archive.write((tx) => {
    applyRoster(tx, checkRoster(cells, knownRoster(tx)), at);
    for (const { id, code } of everybody(tx)) {
      if (!except.includes(code)) bind(tx, id, chat(code, doorOf(code)), at);
    }
  });
}

export const broadcastRoom = (cast: Cast = {}): BroadcastRoom => new BroadcastRoom(cast);

export class BroadcastRoom {
  readonly clock = fakeClock('2026-11-10', '09:00');
  readonly log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  readonly #temporary = temporaryArchive();
  readonly #world = { clock: this.clock.now, random: countedRandom() };
  /** Doors that are down. */
  readonly down = new Set<ChannelName>();
  readonly #ways: Ways = {
    wayTo: (read, person) => identitiesOf(read, person).find(({ goneAt }) => goneAt === undefined)?.address,
    reaches: ({ channel }) => !this.down.has(channel),
  };
  #house: House;
  readonly #zalo: readonly string[];
  #last = 0;

  constructor(cast: Cast) {
    this.#zalo = cast.zalo ?? [];
    enrol(this.archive, this.clock.now(), cast);
    this.#house = houseOf(this.archive, readConfig({}), this.#world);
  }

  get archive(): Archive {
    return this.#temporary.archive;
  }

  /** Everything ever said to somebody. */
  heard(code: string): Outbound[] {
    const found = this.archive.sqlite.prepare('select message from outbox where address = ? order by id').all(code);
    return (found as { message: string }[]).map(({ message }) => JSON.parse(message) as Outbound);
  }

  /** Somebody joins, as staff of a ward of their own in the cluster, and enrols. */
  join(...codes: string[]): void {
    const rows = codes.map((code) => `w-${code},UBND phường ${code},ward,cum,${code},Cán bộ ${code},staff`);
    enrol(this.archive, this.clock.now(), { rows });
  }

  /** Somebody does anything at all, such as tap a button made up; the texts said to them because of it. */
  async does(code: string, said: Said): Promise<string> {
    const before = this.heard(code).length;
    this.#last += 1;
    const { clock, log } = this;
    const receive = makeReceive({ house: this.#house, clock: clock.now, nudge: () => undefined, log });
    await receive({
      address: chat(code, this.#zalo.includes(code) ? 'zalo-personal' : 'telegram'),
      id: `m${this.#last}`,
      said,
    });
    const texts = this.heard(code).map(({ text }) => text);
    return texts.slice(before).join('\n');
  }

  says(code: string, text: string): Promise<string> {
    return this.does(code, { kind: 'text', text });
  }

  /** Somebody types several messages; the texts said because of the last. */
  async saysAll(code: string, ...texts: string[]): Promise<string> {
    let answer = '';
    for (const text of texts) answer = await this.says(code, text);
    return answer;
  }

  /** Somebody taps the newest button with this label. */
  taps(code: string, label: string): Promise<string> {
    const all = this.heard(code).flatMap(({ choices = [] }) => choices.flat());
    const found = all.findLast((choice) => choice.label === label);
    if (!found) throw new Error(`no button "${label}" for ${code}`);
    return this.does(code, { kind: 'choice', id: found.id, label });
  }

  /** Does pieces of the work, at most so many; answers how many were done. */
  pieces(most = Number.POSITIVE_INFINITY): number {
    const piece = () => this.archive.write((tx) => advanceBroadcasts(this.#house, tx, this.clock.now(), this.#ways));
    let done = 0;
    while (done < most && hasBroadcasts(this.archive.read) && piece()) done += 1;
    return done;
  }

  /** Opens the doors of providers that judge as the test says; Zalo edits nothing, and may be down. */
  start(judge?: Judge): { channel: FakeChannel; zalo: FakeChannel; out: Deliver } {
    const { archive, clock, log } = this;
    const channel = fakeChannel('telegram', clock.now, judge);
    const zalo = fakeChannel('zalo-personal', clock.now, judge);
    zalo.standing = () => (this.down.has('zalo-personal') ? 'down' : 'open');
    const channels = new Map([channel, ...(this.#zalo.length > 0 ? [zalo] : [])].map((each) => [each.name, each]));
    const pace = { telegram: { concurrency: 8 }, 'zalo-personal': { concurrency: 4 } };
    const chance = { random: () => 0, after: clock.after, clock: clock.now };
    return { channel, zalo, out: deliver({ archive, channels, makers: {} as never, log, pace, ...chance }) };
  }

  /** Sends all that waits and does what follows. */
  async flush(judge?: Judge): Promise<FakeChannel> {
    const { channel, out } = this.start(judge);
    do {
      this.pieces();
      await out.drain();
    } while (this.pieces() > 0);
    await out.drain();
    return channel;
  }

  /** Lets the timers of announcements that are due speak. */
  fire(): Promise<unknown> {
    const speak: Speak = (tx, timer, now) =>
      timer.kind === BROADCAST ? fireBroadcast(this.#house, tx, timer, now) : 'needless';
    const { archive, log } = this;
    return fire({ archive, now: this.clock.now(), calendar: this.#house.calendar, hours: PUSH_HOURS, speak, log });
  }

  /** The process dies: everything not committed is gone. */
  die(): void {
    this.#house = houseOf(this.#temporary.reopen(), readConfig({}), this.#world);
  }

  account(id = 1): Account {
    return accountOf(this.archive.read, id);
  }

  state(id = 1): string | undefined {
    return broadcastById(this.archive.read, id)?.state;
  }

  run(query: string, ...values: unknown[]): void {
    this.archive.sqlite.prepare(query).run(...values);
  }

  all<T>(query: string): T[] {
    return this.archive.sqlite.prepare(query).all() as T[];
  }
}

/** What the parts of an account add up to: everybody meant, at every moment. */
export const partsOf = ({ sent, waiting, failed, unreachable, stopped }: Account): number =>
  sent + waiting + sumOf(failed) + sumOf(unreachable) + stopped;
