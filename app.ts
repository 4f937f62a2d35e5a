/**
 * The composition root: the only place where the rooms are wired together. The service, the played script and the
 * tests all run this same house; they differ in clock, chance and doors.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { CONVERSATIONS } from './bot/conversations.ts';
import type { House } from './bot/house.ts';
import { makeReceive } from './bot/receive.ts';
import { remindMonth } from './bot/remind.ts';
import { tellUnmade } from './bot/unmade.ts';
import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';
import { type Archive, openArchive } from './db/open.ts';
import { claimMode, type Mode } from './db/settings.ts';
import { loadCalendar } from './directives/holidays.ts';
import { loadTemplate, TEMPLATE_DEFAULT } from './directives/templates.ts';
import type { Instant } from './domain/date.ts';
import type { Inbound } from './domain/message.ts';
import type { AnnualModel } from './reports/annual.ts';
import { type Deliver, type DeliverParts, deliver } from './scheduler/deliver.ts';
import { type Loop, makeLoop } from './scheduler/loop.ts';
import { MONTH_OPEN } from './scheduler/plan.ts';
import type { Makers } from './scheduler/workshop.ts';

/** Name of the database inside a data folder. */
export const ARCHIVE_FILE = 'iso.db';

/** What makes one run of the house differ from another. */
export interface World {
  clock: () => Instant;
  random: (bytes: number) => Uint8Array;
}

export const REAL_WORLD: World = { clock: Date.now, random: randomBytes };

export interface App {
  house: House;
  receive: (inbound: Inbound) => Promise<void>;
  loop: Loop;
  deliver: Deliver;
  start(): Promise<void>;
  /** Stops the parts in reverse order; everything accepted is finished or still stands in the archive. */
  stop(): Promise<void>;
}

/** Opens the house of a data folder, marked as what it is. @throws {Error} when it is marked otherwise */
export function openHouse(directory: string, mode: Mode, config: Config, world: World = REAL_WORLD): House {
  const archive = openArchive(join(directory, ARCHIVE_FILE));
  try {
    archive.write((tx) => claimMode(tx, mode));
  } catch (error) {
    archive.close();
    throw error;
  }
  return houseOf(archive, config, world);
}

/** The house around an open archive. */
export function houseOf(archive: Archive, config: Config, world: World): House {
  const { window, ratio, standardCode } = config;
  return {
    archive,
    calendar: loadCalendar(),
    window,
    ratio,
    standardCode,
    random: world.random,
    conversations: CONVERSATIONS,
  };
}

/** Word and picture makers are loaded when the first one is needed: they are the heaviest part of the program. */
const MAKERS: Makers = {
  'annual-docx': async (data) =>
    (await import('./reports/annual-docx.ts')).annualDocx(data as AnnualModel, loadTemplate(TEMPLATE_DEFAULT)),
};

/** A random number in [0, 1) from a source of random bytes. */
const fraction = (random: World['random']) => () => Buffer.from(random(4)).readUInt32BE() / 2 ** 32;

/** Wires the parts; nothing runs until `start`. */
export function makeApp(
  house: House,
  channels: readonly Channel[],
  world: World,
  log: Logger,
  pace: DeliverParts['pace'] = {},
): App {
  const { archive } = house;
  const { clock } = world;
  const doors = new Map(channels.map((channel) => [channel.name, channel]));
  const sender = deliver({
    archive,
    channels: doors,
    makers: MAKERS,
    clock,
    random: fraction(world.random),
    log,
    onUnmade: tellUnmade,
    pace,
  });
  const receive = makeReceive({ house, clock, nudge: () => sender.nudge(), log });
  const loop = makeLoop({
    archive,
    clock,
    calendar: () => house.calendar,
    window: () => house.window,
    speak: (tx, timer, now) =>
      timer.kind === MONTH_OPEN ? remindMonth(house, tx, timer, now, sender.reaches) : 'needless',
    deliver: sender,
    log,
  });
  return {
    house,
    receive,
    loop,
    deliver: sender,
    async start() {
      for (const channel of channels) await channel.start(receive);
      loop.start();
    },
    async stop() {
      await loop.stop();
      for (const channel of [...channels].reverse()) await channel.stop();
      await sender.stop();
      archive.close();
    },
  };
}
