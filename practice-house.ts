/**
 * The practice house, wired: the sample organisation in a folder of its own, its page, and a clock the page may move.
 * Apart from `app.ts`, because the real house has none of it.
 */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type App, makeApp, openHouse, REAL_WORLD, type World } from './app.ts';
import { webChat } from './channels/web-chat/web-chat.ts';
import type { Config } from './config.ts';
import { PUSH_HOURS } from './domain/calendar.ts';
import { practiceClock } from './practice/clock.ts';
import { Journey } from './practice/journey.ts';
import { Others } from './practice/others.ts';
import { PRACTICE_ACCOUNT, practicePhones } from './practice/phones.ts';
import { newcomerCode, practiceRoster, seedPractice } from './practice/seed.ts';
import { nextFire } from './scheduler/fire.ts';

export interface PracticeHouse {
  app: App;
  /** Where a browser finds the page, once the app is started. */
  url: () => string;
  /** A new code for the newcomer of the sample organisation, good from today of the practice clock. */
  code: () => string;
}

/**
 * Opens the practice house of a folder; nothing runs until `app.start`.
 * @param world the machine's clock and chance; the house goes by a clock of its own on top of it
 * @throws {WrongModeError} where the folder holds other data
 */
export async function openPracticeHouse(
  directory: string,
  config: Config,
  log: Logger,
  world: World = REAL_WORLD,
): Promise<PracticeHouse> {
  const rows = await practiceRoster();
  const house = openHouse(directory, 'practice', config, world);
  const { archive, window } = house;
  const clock = practiceClock(archive, world.clock);
  seedPractice({ archive, rows, window, calendar: house.calendar, now: clock.now() });
  const others = new Others({ archive, window, calendar: () => house.calendar });
  const journey = new Journey({
    read: archive.read,
    clock,
    nextFire: (now) => nextFire(archive.read, house.calendar, PUSH_HOURS, now),
    settle: async () => {
      await app.loop.tick();
      await app.deliver.drain();
    },
    others,
  });
  const { host, port, secret } = config.webChat;
  const page = webChat({
    host,
    port,
    ...(secret === undefined ? {} : { secret }),
    directory: join(directory, 'web-chat'),
    account: PRACTICE_ACCOUNT,
    practice: true,
    people: () => practicePhones(archive.read),
    clock: {
      now: clock.now,
      ahead: () => journey.ahead(),
      momentOf: (date) => journey.momentOf(date),
      leg: (until) => journey.leg(until),
      others,
    },
    log,
    now: world.clock,
  });
  const app = makeApp(house, [page], { ...world, clock: clock.now }, log);
  return {
    app: {
      ...app,
      stop: async () => {
        await journey.close();
        await app.stop();
      },
    },
    url: () => page.url(),
    code: () => newcomerCode(archive, clock.now(), house.random),
  };
}
