/**
 * The whole house as the service runs it, its doors wired by doors.ts, before a Zalo and a Telegram of this machine.
 * Time stands still until something is waited for; then it passes in steps, never while Zalo is being asked something,
 * so that no time-out depends on how fast the machine is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type App, makeApp, openHouse, type World } from '../../app.ts';
import type { Channel } from '../../channels/channel.ts';
import { CredentialStore } from '../../channels/zalo-personal/credential-store.ts';
import { type Config, readConfig } from '../../config.ts';
import { issueCode } from '../../db/enrolment.ts';
import { personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { checkRoster } from '../../domain/roster.ts';
import { paceOf, realChannels } from '../../doors.ts';
import { type FakeClock, fakeClock, quiet } from './clock.ts';
import { countedRandom } from './random.ts';
import { BotApi, TOKEN } from './telegram/bot-api.ts';
import { BOT, LoopbackZalo, type Mood } from './zalo/loopback-zalo.ts';

const ROSTER = [
  'cum-hong-linh,cụm Hồng Lĩnh,cluster,,qt,Lê Minh Khoa,admin',
  'duc-thuan,UBND phường Đức Thuận,ward,cum-hong-linh,lan,Nguyễn Thị Lan,staff',
];
const HEADER = ['unit_code', 'unit_name', 'unit_kind', 'parent_code', 'person_code', 'person_name', 'role'];

const ZALO_KEY = 'a key of the tests, as long as a real one';
/** Finer than any wait that matters. */
const STEP_MS = 100;
/** More than a quarter of an hour: whatever is waited for here comes sooner. */
const STEPS_MAX = 10_000;
/** Turns of the event loop given to an answer that is on its way before it is called lost. */
const TURNS_MAX = 200_000;

/** What the settings may open. */
type Door = 'telegram' | 'zalo-personal';

/** Makes the house with a login to Zalo; `rise` starts it. @param doors those the settings open */
export async function realDoors(doors: readonly Door[], date: string, time = '08:00'): Promise<RealDoors> {
  const telegram = new BotApi();
  await telegram.open();
  const here = new RealDoors(telegram, doors, fakeClock(date, time));
  await here.useAccount(BOT);
  return here;
}

export class RealDoors {
  readonly telegram: BotApi;
  readonly clock: FakeClock;
  readonly #folder = mkdtempSync(join(tmpdir(), 'real-doors-'));
  readonly #config: Config;
  readonly #world: World;
  readonly #channels = new Map<string, Channel>();
  #zalo: LoopbackZalo | undefined;
  #app: App | undefined;
  /** Questions to Zalo that are not answered yet. */
  #asking = 0;

  constructor(telegram: BotApi, doors: readonly Door[], clock: FakeClock) {
    this.telegram = telegram;
    this.clock = clock;
    this.#world = { clock: clock.now, random: countedRandom('real doors') };
    this.#config = readConfig({
      DATA_DIR: this.#folder,
      ...(doors.includes('zalo-personal') ? { ZALO_KEY } : {}),
      ...(doors.includes('telegram') ? { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.root } : {}),
    });
  }

  get zalo(): LoopbackZalo {
    if (!this.#zalo) throw new Error('there is no Zalo yet');
    return this.#zalo;
  }

  /** The house that runs now. */
  get app(): App {
    if (!this.#app) throw new Error('the service does not run');
    return this.#app;
  }

  /** Logs in with an account, in the place of the one before; the service must be down. */
  async useAccount(uid: string): Promise<void> {
    await this.#zalo?.stop();
    this.#zalo = await new LoopbackZalo(uid).start();
    this.#zalo.clock = this.clock.now();
    const { zalo } = this.#config;
    if (zalo) new CredentialStore(zalo.file, zalo.key).write(this.#zalo.session({ since: this.clock.now() - 1 }));
  }

  /** Starts the service; resolves without waiting for any door. */
  async rise(): Promise<void> {
    const { clock } = this;
    const house = openHouse(this.#folder, 'real', this.#config, this.#world);
    const table = ROSTER.map((row, index) => {
      const cells = row.split(',');
      return { line: index + 2, cells: Object.fromEntries(HEADER.map((name, at) => [name, cells[at] ?? ''])) };
    });
    house.archive.write((tx) => applyRoster(tx, checkRoster(table, knownRoster(tx)), clock.now()));
    const instead = {
      telegram: { pause: () => quiet(1) },
      zalo: { fetch: this.#fetch, now: clock.now, random: () => 0.5, after: clock.after },
    };
    const nudge = () => this.#app?.deliver.nudge();
    const log = pino({ level: 'silent' });
    const channels = realChannels(this.#config, { house, clock: clock.now, nudge, log, instead });
    this.#channels.clear();
    for (const channel of channels) this.#channels.set(channel.name, channel);
    this.#app = makeApp(house, channels, this.#world, log, paceOf(this.#config));
    await this.#app.start();
  }

  readonly #fetch: typeof globalThis.fetch = async (...parts) => {
    this.#asking += 1;
    try {
      return await this.zalo.fetch(...parts);
    } finally {
      this.#asking -= 1;
    }
  };

  /** Stops the service as a signal does. */
  async fall(): Promise<void> {
    let isDown = false;
    const stopping = this.app.stop().finally(() => {
      isDown = true;
    });
    await this.pass('the service has stopped', () => isDown);
    await stopping;
    this.#app = undefined;
  }

  /** Lets time pass until something is so. */
  async pass(what: string, isSo: () => boolean): Promise<void> {
    let turns = 0;
    for (let steps = 0; !isSo(); turns += 1) {
      if (this.#asking === 0 || turns > TURNS_MAX) {
        this.clock.advance(STEP_MS);
        steps += 1;
      }
      if (steps > STEPS_MAX) throw new Error(`waited in vain until ${what}`);
      this.#app?.deliver.nudge();
      await quiet(2);
    }
  }

  /** Lets everything be said that is to be said now. */
  settle(): Promise<void> {
    return this.pass('all is said', () => this.#isSaid());
  }

  isOpen(name: Door): boolean {
    return this.#channels.get(name)?.health().ok === true;
  }

  /** What a door tells the operator. */
  detail(name: Door): string {
    return this.#channels.get(name)?.health().detail ?? '';
  }

  /** A code for somebody in the roster. */
  codeFor(code: string): string {
    const { archive, random } = this.app.house;
    const person = personByCode(archive.read, code);
    if (!person) throw new Error(`the roster has no ${code}`);
    return archive.write((tx) => issueCode(tx, person.id, this.clock.now(), random));
  }

  /** Somebody writes on Zalo, perhaps while the service is down; what the bot said there because of it. */
  async onZalo(uid: string, text: string, mood: Mood = {}): Promise<string> {
    const { zalo, clock } = this;
    const before = zalo.shown(uid).length;
    // Nobody writes two messages in one moment.
    zalo.clock = Math.max(zalo.clock, clock.now());
    const { msgId } = zalo.say(text, { uidFrom: uid, ...mood });
    await this.pass(`"${text}" is answered on Zalo`, () => this.#isTaken(`msg:${msgId}`) && this.#isSaid());
    return zalo.shown(uid).slice(before).join('\n');
  }

  /** Somebody writes on Telegram, or does something else there; what the bot said there because of it. */
  async onTelegram(chat: number, doing: string | (() => number)): Promise<string> {
    const { telegram } = this;
    const before = new Map(telegram.shown(chat).map(({ message_id, text }) => [message_id, text]));
    const update = typeof doing === 'string' ? telegram.says(chat, doing) : doing();
    const isWaiting = () => telegram.updates.waiting.some(({ update_id }) => update_id === update);
    await this.pass('it is answered on Telegram', () => !isWaiting() && this.#isSaid());
    const answers = telegram.shown(chat).filter(({ message_id, text }) => before.get(message_id) !== text);
    return answers.map(({ text }) => text).join('\n');
  }

  /** The rows a query finds in the archive. */
  rows(query: string): Record<string, unknown>[] {
    return this.app.house.archive.sqlite.prepare(query).all() as Record<string, unknown>[];
  }

  async close(): Promise<void> {
    if (this.#app) await this.fall();
    await this.#zalo?.stop();
    await this.telegram.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #isSaid(): boolean {
    return this.rows("select 1 from outbox where state in ('waiting', 'sending') limit 1").length === 0;
  }

  #isTaken(id: string): boolean {
    if (this.#app === undefined) return false;
    return this.rows(`select 1 from inbox where account = '${this.zalo.uid}' and message_id = '${id}'`).length > 0;
  }
}
