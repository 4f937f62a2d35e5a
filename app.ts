/**
 * The composition root: the only place where the rooms are wired together. The service, the played script and the
 * tests all run this same house; they differ in clock, chance and doors.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { BROADCAST, fireBroadcast } from './bot/broadcast/broadcast-begin.ts';
import { advanceBroadcasts, hasBroadcasts } from './bot/broadcast/broadcast-send.ts';
import { warnOfCalendar } from './bot/calendar-desk.ts';
import { CONVERSATIONS } from './bot/conversations.ts';
import { dutyWorld } from './bot/duties/duty-world.ts';
import { remind } from './bot/duties/remind.ts';
import { remindAgain, SNOOZE } from './bot/duties/snooze.ts';
import type { House } from './bot/house.ts';
import { HAND_OVER, handOverDue } from './bot/organisation/hand-over.ts';
import { tellReplaced, tellStuck, type WayTo } from './bot/people/door-news.ts';
import { makeReceive } from './bot/receive.ts';
import { MONTH_NEWS, tellMonthNews } from './bot/review/month-news.ts';
import { MONTH_TABLE } from './bot/status/month-file.ts';
import { giveUpTable, tableWork } from './bot/status/month-file-work.ts';
import { tellUnmade } from './bot/unmade.ts';
import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';
import { addedDays } from './db/calendar-days.ts';
import { issuedDirectives } from './db/directives.ts';
import { type Archive, openArchive } from './db/open.ts';
import { REMIND } from './db/reminder-rows.ts';
import { claimMode, type Mode } from './db/settings.ts';
import { chosenDirectives, withIssued } from './directives/applied.ts';
import { readDirectives } from './directives/directives.ts';
import { calendarOf, HOLIDAYS_DIR, readTables } from './directives/holidays.ts';
import { nextPush, PUSH_HOURS } from './domain/calendar.ts';
import type { Instant } from './domain/date.ts';
import type { Inbound } from './domain/message.ts';
import { MAKERS } from './makers.ts';
import { type Deliver, type DeliverParts, deliver } from './scheduler/deliver.ts';
import { type Errands, makeErrands } from './scheduler/errands.ts';
import type { Speak } from './scheduler/fire.ts';
import { type Loop, makeLoop } from './scheduler/loop.ts';
import type { MakerThread } from './scheduler/maker-thread.ts';
import { CALENDAR_WARNING } from './scheduler/planner.ts';

/** Where an operator lays tables of days off, one YYYY.json a year; they win over those of the program. */
const HOLIDAYS_FOLDER = 'holidays';

/** Name of the database inside a data folder. */
export const ARCHIVE_FILE = 'iso.db';

/** What makes one run of the house differ from another. */
export interface World {
  clock: () => Instant;
  random: (bytes: number) => Uint8Array;
  /** The thread files are made in, which the house ends when it stops; they are made in this one where there is none. */
  thread?: MakerThread | undefined;
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
  const tables = [HOLIDAYS_DIR, join(config.dataDir, HOLIDAYS_FOLDER)];
  const published = readTables(tables);
  let known = { added: addedDays(archive.read), calendar: calendarOf(published, addedDays(archive.read)) };
  const files = chosenDirectives(readDirectives(), config.directives);
  // Read once here, so that a stored directive that is not whole is said at the start.
  const first = issuedDirectives(archive.read);
  let asked = { issued: first, directives: withIssued(files, first) };
  return {
    archive,
    get calendar() {
      const added = addedDays(archive.read);
      if (added !== known.added) known = { added, calendar: calendarOf(published, added) };
      return known.calendar;
    },
    get directives() {
      const issued = issuedDirectives(archive.read);
      if (issued !== asked.issued) asked = { issued, directives: withIssued(files, issued) };
      return asked.directives;
    },
    window,
    ratio,
    standardCode,
    random: world.random,
    conversations: CONVERSATIONS,
  };
}

/** A random number in [0, 1) from a source of random bytes. */
const fraction = (random: World['random']) => () => Buffer.from(random(4)).readUInt32BE() / 2 ** 32;

/** The sender with the work that is done a piece at a time: every nudge and every drain reaches both. */
const withErrands = (sender: Deliver, errands: Errands): Deliver => ({
  ...sender,
  nudge: () => {
    errands.nudge();
    sender.nudge();
  },
  drain: async () => {
    errands.drain();
    do await sender.drain();
    while (errands.drain());
  },
});

/** The way out of the house; whom it concerns is told when something cannot leave. */
function openOutbox(
  house: House,
  channels: readonly Channel[],
  { clock, random, thread }: World,
  log: Logger,
  pace: NonNullable<DeliverParts['pace']>,
): Deliver {
  const wayTo: WayTo = (read, person) => sender.wayTo(read, person);
  const sender = deliver({
    archive: house.archive,
    channels: new Map(channels.map((channel) => [channel.name, channel])),
    makers: thread?.makers ?? MAKERS,
    clock,
    random: fraction(random),
    log,
    onUnmade: tellUnmade,
    onStuck: (channel, stuck, at) => tellStuck(house, channel, stuck, at, wayTo),
    onReplaced: (tx, channel, left, at) => tellReplaced(tx, channel, left, at, wayTo),
    isPushTime: (now) => nextPush(house.calendar, PUSH_HOURS, now) === now,
    pace,
  });
  return sender;
}

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
  const sender = openOutbox(house, channels, world, log, pace);
  const { wayTo } = sender;
  const tables = tableWork(house);
  const errands = makeErrands({
    archive,
    clock,
    log,
    pending: (read) => hasBroadcasts(read) || tables.pending(read),
    step: (tx, now) => advanceBroadcasts(house, tx, now, { wayTo, reaches: sender.reaches }) || tables.step(tx, now),
    onDone: () => sender.nudge(),
  });
  const out = withErrands(sender, errands);
  const receive = makeReceive({ house, clock, nudge: () => out.nudge(), log });
  const speakers: Record<string, Speak> = {
    [REMIND]: (tx, timer, now) => remind(house, tx, timer, now, sender.reaches),
    [CALENDAR_WARNING]: (tx, timer, now) => warnOfCalendar(house, tx, timer, now),
    [SNOOZE]: (tx, timer, now) => remindAgain(house, tx, timer, now, sender.reaches),
    [HAND_OVER]: (tx, timer, now) => handOverDue(house, tx, timer, now),
    [BROADCAST]: (tx, timer, now) => fireBroadcast(house, tx, timer, now),
    [MONTH_NEWS]: (tx, timer, now) => tellMonthNews(house, tx, timer, now),
    [MONTH_TABLE]: (tx, timer, now) => giveUpTable(house, tx, timer, now),
  };
  const loop = makeLoop({
    archive,
    clock,
    calendar: () => house.calendar,
    worldAt: (day, units) => dutyWorld(house, archive.read, day, units),
    speak: (tx, timer, now) => speakers[timer.kind]?.(tx, timer, now) ?? 'needless',
    deliver: out,
    log,
  });
  return {
    house,
    receive,
    loop,
    deliver: out,
    async start() {
      for (const channel of channels) await channel.start(receive);
      loop.start();
    },
    async stop() {
      await loop.stop();
      errands.stop();
      for (const channel of [...channels].reverse()) await channel.stop();
      await sender.stop();
      await world.thread?.end();
      archive.close();
    },
  };
}
