/** The import table of the house as data: which room may know which, and which libraries. */
import { dirname, join, normalize } from 'node:path/posix';
import { lineAt, withoutComments } from './scan.ts';

/** Rooms, and single files that are a room of their own. */
export const TABLE: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  locales: [],
  // Types only: a conversation names its sentences, it does not write them.
  conversations: ['domain', 'locales/keys.ts'],
  channels: ['domain/message.ts'],
  db: ['domain'],
  reports: ['domain', 'locales'],
  bot: ['domain', 'conversations', 'db', 'locales', 'reports'],
  scheduler: ['domain', 'db', 'bot/turn.ts', 'channels/channel.ts', 'reports'],
  roster: ['domain'],
  directives: ['domain'],
  practice: ['domain', 'db', 'locales', 'roster', 'directives'],
  'config.ts': ['domain'],
  'log.ts': ['domain/date.ts'],
};

/** These wire or look at the whole: they may know every room. */
export const EVERYTHING = [
  'app.ts',
  'doors.ts',
  'main.ts',
  'makers.ts',
  'makers-worker.ts',
  'practice-house.ts',
  'cli.ts',
  'cli',
  'bench.ts',
  'bench',
  'scripts',
  'tests',
  'vitest.config.ts',
  'drizzle.config.ts',
];

/** What a room allowed above must still not take: Word and picture makers are loaded by whoever sends, never by a turn. */
const NEVER: Readonly<Record<string, RegExp>> = { bot: /^reports\/.*(?:-docx|-xlsx|-chart|word-).*\.ts$/ };

/** The one room that knows a library. */
export const LIBRARIES: readonly [library: RegExp, rooms: readonly string[]][] = [
  [/^(?:better-sqlite3|drizzle-orm)(?:\/|$)/, ['db', 'bench']],
  [/^(?:grammy|zca-js|hono|@hono\/node-server)(?:\/|$)/, ['channels']],
  [/^(?:docx|docxtemplater)(?:\/|$)/, ['reports']],
  [/^pizzip$/, ['reports', 'roster']],
  [/^@fluent\/bundle$/, ['locales']],
  [/^node-cron$/, ['scheduler']],
  [/^(?:csv-parse|read-excel-file)(?:\/|$)/, ['roster', 'scripts']],
  [/^commander$/, ['cli.ts']],
];

/** The core: no library beyond what checks a stored state, and nothing of the machine. */
export const CORE: Readonly<Record<string, readonly string[]>> = { domain: [], conversations: ['zod'] };

export interface Import {
  specifier: string;
  line: number;
  /** True where only types are taken. */
  type: boolean;
}

const STATEMENT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^'\n]+)'/g;
const CALL = /\b(?:import|require)\s*\(\s*'([^'\n]+)'/g;

/** Everything a file imports, statically or when it runs. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const found = [...code.matchAll(STATEMENT)].map((match) => ({
    specifier: match[2] ?? '',
    line: lineAt(code, match.index + match[0].length),
    type: match[1] !== undefined,
  }));
  const calls = [...code.matchAll(CALL)].map((match) => ({
    specifier: match[1] ?? '',
    line: lineAt(code, match.index),
    type: false,
  }));
  return [...found, ...calls];
}

/** The room a file is in: its top folder, or itself at the top. */
export const roomOf = (path: string): string => path.split('/')[0] ?? path;

const isUnder = (path: string, allowed: string): boolean => path === allowed || path.startsWith(`${allowed}/`);

function forbidsOwn(path: string, target: string, type: boolean): boolean {
  const room = roomOf(path);
  if (roomOf(target) === room || EVERYTHING.includes(room)) return false;
  if (room === 'conversations' && roomOf(target) === 'locales' && !type) return true;
  if (NEVER[room]?.test(target)) return true;
  return !(TABLE[room] ?? []).some((allowed) => isUnder(target, allowed));
}

function forbidsLibrary(path: string, library: string): boolean {
  const room = roomOf(path);
  if (room === 'tests') return false;
  const core = CORE[room];
  if (core) return !core.includes(library);
  return LIBRARIES.some(([pattern, rooms]) => pattern.test(library) && !rooms.includes(room));
}

/** The forbidden imports of a file, each as a sentence. */
export function importFaults(path: string, text: string): string[] {
  return importsOf(text)
    .filter(({ specifier, type }) =>
      specifier.startsWith('.')
        ? forbidsOwn(path, normalize(join(dirname(path), specifier)), type)
        : forbidsLibrary(path, specifier),
    )
    .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`);
}

/** A room nobody has written rules for is a fault of its own. */
export const isKnownRoom = (path: string): boolean => roomOf(path) in TABLE || EVERYTHING.includes(roomOf(path));
