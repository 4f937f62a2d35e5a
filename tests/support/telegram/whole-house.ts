/**
 * The whole house behind the Telegram door, on a folder of its own, with a clock that only moves while nothing is under
 * way: so the moment at which the Bot API is called is the moment at which the house meant to call it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, inArray } from 'drizzle-orm';
import pino from 'pino';
import { type App, makeApp, openHouse, type World } from '../../../app.ts';
import { readConfig } from '../../../config.ts';
import { issueCode } from '../../../db/enrolment.ts';
import type { Reader } from '../../../db/open.ts';
import { personByCode } from '../../../db/people.ts';
import { applyRoster, knownRoster } from '../../../db/roster.ts';
import { outbox } from '../../../db/schema.ts';
import { type Instant, instantOf } from '../../../domain/date.ts';
import { checkRoster } from '../../../domain/roster.ts';
import { readRosterSheet } from '../../../roster/read.ts';
import { countedRandom } from '../random.ts';
import { closedDoor, type Door, until } from './door.ts';

const ROSTER = new URL('../../transcripts/mot-phuong.csv', import.meta.url);
/** A house that still has something to say after so many steps of the clock hangs. */
const STEPS_MAX = 20_000;
/** Less than any start of the program takes. */
const START_MS = 1_000;

export interface WholeHouse {
  door: Door;
  app: App;
  read: Reader;
  now: () => Instant;
  /** Sets the clock; call it only when all is said. */
  set(date: string, time: string): void;
  /** Starts the service on its folder, which takes it a second. */
  rise(): Promise<void>;
  /** Stops the service and starts it again. */
  restart(): Promise<void>;
  /** One step of the clock; resolves when what may leave at the new moment has left. */
  step(ms: number): Promise<void>;
  /** Lets the clock run in steps of so many milliseconds until everything heard is answered. */
  settle(stepMs: number): Promise<void>;
  /** A code with which Lan of phường Đức Thuận enrols. */
  enrolmentCode(): Promise<string>;
  close(): Promise<void>;
}

/** A house that is running, at a local date and time. */
export async function wholeHouse(date: string, time: string): Promise<WholeHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'telegram-house-'));
  let now = instantOf(date, time);
  let running: App | undefined;
  const world: World = { clock: () => now, random: countedRandom('telegram house') };
  const door = await closedDoor({ now: () => now });
  door.api.clock = world.clock;
  const app = (): App => {
    if (running === undefined) throw new Error('the house is not open');
    return running;
  };
  const step = async (ms: number): Promise<void> => {
    await app().deliver.drain();
    now += ms;
    await app().deliver.drain();
  };
  const house: WholeHouse = {
    door,
    get app() {
      return app();
    },
    get read() {
      return app().house.archive.read;
    },
    now: world.clock,
    set: (day, hour) => {
      now = instantOf(day, hour);
    },
    async rise() {
      now += START_MS;
      const log = pino({ level: 'silent' });
      running = makeApp(openHouse(folder, 'real', readConfig({}), world), [door.channel], world, log);
      await running.start();
      await door.opened();
    },
    async restart() {
      await app().stop();
      await house.rise();
    },
    step,
    async settle(stepMs) {
      await until(() => door.api.updates.waiting.length === 0);
      await app().loop.tick();
      await app().deliver.drain();
      for (let steps = 0; unsaid(house.read) > 0; steps += 1) {
        if (steps > STEPS_MAX) throw new Error(`${unsaid(house.read)} messages never left`);
        await step(stepMs);
      }
    },
    enrolmentCode: () => codeFor('lan', app(), now),
    async close() {
      await running?.stop();
      await door.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await house.rise();
  return house;
}

/** Takes the roster in and issues the code of one of its people. */
async function codeFor(code: string, { house: { archive, random } }: App, now: Instant): Promise<string> {
  const { rows } = await readRosterSheet(ROSTER.pathname);
  archive.write((tx) => applyRoster(tx, checkRoster(rows, knownRoster(tx)), now));
  const person = personByCode(archive.read, code);
  if (person === undefined) throw new Error(`the roster has no ${code}`);
  return archive.write((tx) => issueCode(tx, person.id, now, random));
}

/** Messages decided and neither sent nor given up. */
export function unsaid(read: Reader): number {
  const found = read
    .select({ n: count() })
    .from(outbox)
    .where(inArray(outbox.state, ['waiting', 'sending']))
    .get();
  return found?.n ?? 0;
}

/** The calls that put a new message on a screen, refused ones too: they are what Telegram's limits count. */
export function sends({ api }: Door): { chat: number; at: Instant; text?: string }[] {
  return api.calls
    .filter(({ method }) => /^send(?!ChatAction)/.test(method))
    .map(({ given: { chat_id, text }, at }) => ({
      chat: Number(chat_id),
      at,
      ...(typeof text === 'string' ? { text } : {}),
    }));
}

/** The most that happened within any stretch of so many milliseconds, its end not included. */
export function mostWithin(ms: number, moments: readonly number[]): number {
  let most = 0;
  let from = 0;
  const sorted = moments.toSorted((a, b) => a - b);
  for (const [index, at] of sorted.entries()) {
    while (at - (sorted[from] ?? at) >= ms) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}
