/**
 * The service: reads the settings, opens the house they name, starts its parts, waits for a signal, and stops them in
 * reverse order. With no real channel set it is practice: an organisation of its own, a web page, and a folder apart
 * from the real data.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type App, ARCHIVE_FILE, makeApp, openHouse, REAL_WORLD, type World } from './app.ts';
import { wrongSettings } from './cli/wrong-settings.ts';
import { type Config, ConfigError, loadEnvironment, readConfig } from './config.ts';
import { FolderInUseError, lockFolder } from './db/lock.ts';
import { openArchive, type Reader } from './db/open.ts';
import { everybody } from './db/people.ts';
import { WrongModeError } from './db/settings.ts';
import { unitTree } from './db/units.ts';
import { CHANNEL_SETTINGS, hasRealDoor, paceOf, realChannels } from './doors.ts';
import { translator } from './locales/translate.ts';
import { makeLog } from './log.ts';
import { compiledThread } from './makers.ts';
import { openPracticeHouse } from './practice-house.ts';

/**
 * How long stopping may take: the ten seconds a message under way is waited for, and the rest. Service managers kill
 * after 90 (systemd) or 10 (Docker, unless told otherwise); being killed loses nothing either.
 */
const STOP_MAX_MS = 15_000;

/** Where the practice house is, inside the folder of the real data. */
const PRACTICE_FOLDER = 'practice';

const t = translator('vi');
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** A house with its doors, and what the operator is told once they are open. */
interface Opened {
  app: App;
  told: () => string[];
}

/** The machine's clock and chance, and a thread for the files where the program is compiled. */
const worldOf = (log: Logger): World => ({ ...REAL_WORLD, thread: compiledThread(log) });

async function openPractice(directory: string, config: Config, log: Logger): Promise<Opened> {
  const { app, url, code } = await openPracticeHouse(directory, config, log, worldOf(log));
  const told = () => [
    t('service-practice'),
    t('service-practice-url', { url: url() }),
    t('service-practice-code', { code: code() }),
    t('service-practice-folder', { folder: directory }),
    realDataTold(config),
  ];
  return { app, told };
}

/** What the real data still needs: everything, or only a channel. */
function realDataTold({ dataDir }: Config): string {
  const file = join(dataDir, ARCHIVE_FILE);
  const settings = CHANNEL_SETTINGS;
  if (!existsSync(file)) return t('service-practice-next', { settings });
  try {
    const archive = openArchive(file);
    const roster = rosterOf(archive.read);
    archive.close();
    return roster.units > 0
      ? t('service-practice-roster', { ...roster, settings })
      : t('service-practice-next', { settings });
  } catch {
    return t('service-practice-real-unread');
  }
}

const rosterOf = (read: Reader) => ({ units: unitTree(read).size, people: everybody(read).length });

function openReal(config: Config, nudge: () => void, log: Logger): Opened {
  const house = openHouse(config.dataDir, 'real', config);
  const channels = realChannels(config, { house, clock: REAL_WORLD.clock, nudge, log });
  const told = () => {
    const roster = rosterOf(house.archive.read);
    return [
      t('service-real', { folder: config.dataDir }),
      ...channels.map((door) => t('service-real-door', { name: door.name, detail: door.health().detail })),
      roster.units === 0 ? t('service-real-no-roster') : t('service-real-roster', roster),
    ];
  };
  return { app: makeApp(house, channels, worldOf(log), log, paceOf(config)), told };
}

/** Opens and starts everything; what fails on the way closes what was opened before it. */
async function start(config: Config, directory: string, log: Logger): Promise<() => Promise<void>> {
  const unlock = lockFolder(directory);
  let app: App | undefined;
  const stop = async () => {
    await app?.stop();
    unlock();
  };
  try {
    const nudge = () => app?.deliver.nudge();
    const opened = hasRealDoor(config) ? openReal(config, nudge, log) : await openPractice(directory, config, log);
    app = opened.app;
    await app.start();
    for (const line of [...opened.told(), t('service-how-to-stop')]) print(line);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One line on why the service did not start, and what to do about it. */
function problem(error: unknown, config: Config | undefined, directory: string): string {
  if (error instanceof ConfigError) return wrongSettings(error);
  const folder = directory;
  if (error instanceof FolderInUseError) return t('service-folder-in-use', { folder });
  if (error instanceof WrongModeError) return t('service-folder-foreign', { folder, known: error.known });
  const { code, cause, message } = error as NodeJS.ErrnoException;
  const listening = (cause as NodeJS.ErrnoException | undefined)?.code;
  const port = String(config?.webChat.port);
  if (listening === 'EADDRINUSE') return t('service-port-taken', { port, free: String(Number(port) + 1) });
  if (listening === 'EACCES') return t('service-port-denied', { port });
  if (listening === 'EADDRNOTAVAIL' || listening === 'ENOTFOUND') return t('settings-host-unknown');
  const denied = ['EACCES', 'EEXIST', 'ENOTDIR', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'];
  if (denied.includes(code ?? '')) return t('service-folder-denied', { folder });
  return t('service-failed', { why: message });
}

/** Resolves at the first Ctrl-C or order to stop; more of them change nothing (npm passes on its own beside ours). */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });

/** Stops within bounds. */
async function stopping(stop: () => Promise<void>): Promise<void> {
  print(t('service-stopping'));
  const late = new Promise<'late'>((resolve) => void setTimeout(resolve, STOP_MAX_MS, 'late').unref());
  const outcome = await Promise.race([stop(), late]);
  print(outcome === 'late' ? t('service-stopped-late', { seconds: STOP_MAX_MS / 1000 }) : t('service-stopped'));
}

async function main(): Promise<number> {
  const asked = signalled();
  let config: Config | undefined;
  let log: Logger | undefined;
  let directory = '';
  try {
    config = readConfig(loadEnvironment());
    log = makeLog(config.logLevel);
    directory = hasRealDoor(config) ? config.dataDir : join(config.dataDir, PRACTICE_FOLDER);
    const stop = await start(config, directory, log);
    await asked;
    await stopping(stop);
    return 0;
  } catch (error) {
    log?.debug({ err: error }, 'the service could not start');
    process.stderr.write(`${problem(error, config, directory)}\n`);
    return 1;
  }
}

process.exit(await main());
