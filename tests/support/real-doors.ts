/**
 * The whole house as the service runs it, its doors wired by doors.ts, before a Zalo and a Telegram of this machine.
 * Time stands still until something is waited for; then it passes in steps, never while Zalo is being asked something,
 * so that no time-out depends on how fast the machine is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type App, makeApp, openHouse } from '../../app.ts';
import type { Channel } from '../../channels/channel.ts';
import { CredentialStore } from '../../channels/zalo-personal/credential-store.ts';
import { readConfig } from '../../config.ts';
import { issueCode } from '../../db/enrolment.ts';
import { personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { checkRoster } from '../../domain/roster.ts';
import { paceOf, realChannels } from '../../doors.ts';
import { type FakeClock, fakeClock, quiet } from './clock.ts';
import { countedRandom } from './random.ts';
import { BotApi, TOKEN } from './telegram/bot-api.ts';
import { LoopbackZalo, type Mood } from './zalo/loopback-zalo.ts';

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

export interface RealDoors {
  readonly zalo: LoopbackZalo;
  telegram: BotApi;
  clock: FakeClock;
  /** The one that runs now. */
  app: () => App;
  /** Starts the service; resolves without waiting for any door. */
  rise: () => Promise<void>;
  /** Stops the service as a signal does. */
  fall: () => Promise<void>;
  /** Replaces the bot's Zalo account by another while the service is down. */
  useAccount: (uid: string) => Promise<void>;
  /** Lets time pass until something is so. */
  pass: (what: string, isSo: () => boolean) => Promise<void>;
  /** Lets everything be said that is to be said now. */
  settle: () => Promise<void>;
  isOpen: (name: 'telegram' | 'zalo-personal') => boolean;
  /** What a door tells the operator. */
  detail: (name: 'telegram' | 'zalo-personal') => string;
  /** A code for somebody in the roster. */
  codeFor: (person: string) => string;
  /** Somebody writes on Zalo, perhaps while the service is down; what the bot said there because of it. */
  onZalo: (uid: string, text: string, mood?: Mood) => Promise<string>;
  /** Somebody writes on Telegram, or does something else there; what the bot said there because of it. */
  onTelegram: (chat: number, doing: string | (() => number)) => Promise<string>;
  /** The rows a query finds in the archive. */
  rows: (query: string) => Record<string, unknown>[];
  close: () => Promise<void>;
}

/** Makes the house with a login to Zalo and its roster; `rise` starts it. @param doors those the settings open */
export async function realDoors(doors: ('telegram' | 'zalo')[], date: string, time = '08:00'): Promise<RealDoors> {
  const folder = mkdtempSync(join(tmpdir(), 'real-doors-'));
  let zalo = await new LoopbackZalo().start();
  const telegram = new BotApi();
  await telegram.open();
  const clock = fakeClock(date, time);
  zalo.clock = clock.now();
  const config = readConfig({
    DATA_DIR: folder,
    ...(doors.includes('zalo') ? { ZALO_KEY } : {}),
    ...(doors.includes('telegram') ? { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.root } : {}),
  });
  const logIn = (): void => {
    if (!config.zalo) return;
    const { file, key } = config.zalo;
    new CredentialStore(file, key).write(zalo.session({ since: clock.now() - 1 }));
  };
  logIn();
  const world = { clock: clock.now, random: countedRandom('real doors') };
  const log = pino({ level: 'silent' });
  const opened = new Map<string, Channel>();
  let running: App | undefined;
  let asking = 0;
  const fetch: typeof globalThis.fetch = async (...parts) => {
    asking += 1;
    try {
      return await zalo.fetch(...parts);
    } finally {
      asking -= 1;
    }
  };
  const instead = {
    telegram: { pause: () => quiet(1) },
    zalo: { fetch, now: clock.now, random: () => 0.5, after: clock.after },
  };

  function app(): App {
    if (!running) throw new Error('the service does not run');
    return running;
  }
  async function rise(): Promise<void> {
    const house = openHouse(folder, 'real', config, world);
    const { archive } = house;
    const table = ROSTER.map((row, index) => {
      const cells = row.split(',');
      return { line: index + 2, cells: Object.fromEntries(HEADER.map((name, at) => [name, cells[at] ?? ''])) };
    });
    archive.write((tx) => applyRoster(tx, checkRoster(table, knownRoster(tx)), clock.now()));
    const nudge = () => running?.deliver.nudge();
    const channels = realChannels(config, { house, clock: clock.now, nudge, log, instead });
    running = makeApp(house, channels, world, log, paceOf(config));
    opened.clear();
    for (const channel of channels) opened.set(channel.name, channel);
    await running.start();
  }

  async function pass(what: string, isSo: () => boolean): Promise<void> {
    let turns = 0;
    for (let steps = 0; !isSo(); turns += 1) {
      if (asking === 0 || turns > TURNS_MAX) {
        clock.advance(STEP_MS);
        steps += 1;
      }
      if (steps > STEPS_MAX) throw new Error(`waited in vain until ${what}`);
      running?.deliver.nudge();
      await quiet(2);
    }
  }
  async function fall(): Promise<void> {
    let isDown = false;
    const stopping = app()
      .stop()
      .finally(() => {
        isDown = true;
      });
    await pass('the service has stopped', () => isDown);
    await stopping;
    running = undefined;
  }
  const rows: RealDoors['rows'] = (query) =>
    app().house.archive.sqlite.prepare(query).all() as Record<string, unknown>[];
  const isSaid = () => rows("select 1 from outbox where state in ('waiting', 'sending') limit 1").length === 0;
  const isTaken = (id: string) =>
    running !== undefined && rows(`select 1 from inbox where message_id = '${id}'`).length > 0;
  const settle = () => pass('all is said', isSaid);

  async function onZalo(uid: string, text: string, mood: Mood = {}): Promise<string> {
    const before = zalo.shown(uid).length;
    // Nobody writes two messages in one moment.
    zalo.clock = Math.max(zalo.clock, clock.now());
    const { msgId } = zalo.say(text, { uidFrom: uid, ...mood });
    await pass(`"${text}" is answered on Zalo`, () => isTaken(`msg:${msgId}`) && isSaid());
    return zalo.shown(uid).slice(before).join('\n');
  }
  async function onTelegram(chat: number, doing: string | (() => number)): Promise<string> {
    const before = telegram.shown(chat).length;
    const update = typeof doing === 'string' ? telegram.says(chat, doing) : doing();
    const isWaiting = () => telegram.updates.waiting.some(({ update_id }) => update_id === update);
    await pass('it is answered on Telegram', () => !isWaiting() && isSaid());
    const answers = telegram.shown(chat).slice(before);
    return answers.map(({ text }) => text).join('\n');
  }
  function codeFor(code: string): string {
    const { archive, random } = app().house;
    const person = personByCode(archive.read, code);
    if (!person) throw new Error(`the roster has no ${code}`);
    return archive.write((tx) => issueCode(tx, person.id, clock.now(), random));
  }
  async function useAccount(uid: string): Promise<void> {
    await zalo.stop();
    zalo = await new LoopbackZalo(uid).start();
    zalo.clock = clock.now();
    logIn();
  }
  async function close(): Promise<void> {
    if (running) await fall();
    await zalo.stop();
    await telegram.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const isOpen: RealDoors['isOpen'] = (name) => opened.get(name)?.health().ok === true;
  const detail: RealDoors['detail'] = (name) => opened.get(name)?.health().detail ?? '';
  return {
    zalo,
    telegram,
    clock,
    app,
    rise,
    fall,
    pass,
    settle,
    isOpen,
    detail,
    codeFor,
    onZalo,
    onTelegram,
    rows,
    close,
  };
}
