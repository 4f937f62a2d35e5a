/**
 * The rules of the house (DESIGN §3), held by a test: who may import whom, how long a file and a function may be, no
 * clock in the core, nothing left behind. That each rule bites is shown on texts that break it on purpose.
 */
import { describe, expect, it } from 'vitest';
import { codeFiles, textFiles } from './support/house/files.ts';
import { importFaults, importsOf, isKnownRoom } from './support/house/imports.ts';
import { FILE_LINES_MAX, FUNCTION_LINES_MAX, fileFaults, functionFaults } from './support/house/lengths.ts';
import { codeOnly, withoutComments } from './support/house/scan.ts';
import { machineFaults, wordFaults } from './support/house/words.ts';

const code = codeFiles();
const scripts = code.filter(({ path }) => /\.(?:ts|mjs|js)$/.test(path));

describe('the house', () => {
  it('is where the rules look for it', () => {
    expect(scripts.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['app.ts', 'domain/date.ts', 'conversations/engine.ts', 'tests/house.test.ts']),
    );
    expect(scripts.filter(({ path }) => !isKnownRoom(path)).map(({ path }) => path)).toEqual([]);
  });

  it('has no import the table does not allow', () => {
    expect(scripts.flatMap(({ path, text }) => importFaults(path, text))).toEqual([]);
  });

  it('has no file too long to be read in one sitting', () => {
    expect(code.flatMap(({ path, text }) => fileFaults(path, text))).toEqual([]);
  });

  it('has no function longer than a screen', () => {
    expect(scripts.flatMap(({ path, text }) => functionFaults(path, text))).toEqual([]);
  });

  it('keeps clock, chance, machine and waiting out of the core, and nothing was left behind', () => {
    expect(scripts.flatMap(({ path, text }) => wordFaults(path, text))).toEqual([]);
  });

  it('names no machine and no registry', () => {
    expect(textFiles().flatMap(({ path, text }) => machineFaults(path, text))).toEqual([]);
  });
});

const FORBIDDEN = [
  ['the domain knows the archive', 'domain/unit.ts', "import { openArchive } from '../db/open.ts';"],
  ['the domain knows a type of another room', 'domain/unit.ts', "import type { Say } from '../conversations/say.ts';"],
  ['the domain uses a library', 'domain/date.ts', "import { addDays } from 'date-fns';"],
  ['the domain reads a file', 'domain/date.ts', "import { readFileSync } from 'node:fs';"],
  ['the sentences decide', 'locales/format.ts', "import { may } from '../domain/person.ts';"],
  ['a conversation queries', 'conversations/flow.ts', "import { figuresOf } from '../db/answers.ts';"],
  ['a conversation writes sentences', 'conversations/say.ts', "import { translator } from '../locales/translate.ts';"],
  ['a conversation takes keys at run time', 'conversations/say.ts', "import { KEYS } from '../locales/keys.ts';"],
  ['a deep file does', 'conversations/flows/monthly-check-in/flow.ts', "import { tell } from '../../../bot/scene.ts';"],
  ['a channel knows the work', 'channels/telegram/door.ts', "import { may } from '../../domain/person.ts';"],
  ['the archive knows a flow', 'db/sessions.ts', "import { engine } from '../conversations/engine.ts';"],
  ['a report queries', 'reports/annual.ts', "import { figuresOf } from '../db/answers.ts';"],
  ['a turn sends', 'bot/turn.ts', "import { deliver } from '../scheduler/deliver.ts';"],
  ['a turn knows a door', 'bot/turn.ts', "import type { Channel } from '../channels/channel.ts';"],
  ['a turn draws Word', 'bot/report.ts', "const make = () => import('../reports/annual-docx.ts');"],
  [
    'the scheduler knows a provider',
    'scheduler/pace.ts',
    "import { Telegram } from '../channels/telegram/telegram.ts';",
  ],
  ['the scheduler talks', 'scheduler/fire.ts', "import { converse } from '../bot/converse.ts';"],
  ['a room re-exports another', 'roster/read.ts', "export { figuresOf } from '../db/answers.ts';"],
  ['SQL outside the archive', 'bot/status.ts', "import { eq } from 'drizzle-orm';"],
  ['a provider outside its door', 'scheduler/pace.ts', "import { GrammyError } from 'grammy';"],
  ['an import for its effect', 'domain/unit.ts', "import '../db/open.ts';"],
  ['an import over several lines', 'db/people.ts', "import {\n  type Say,\n  line,\n} from '../conversations/say.ts';"],
] as const;

const ALLOWED = [
  ['types of the keys', 'conversations/say.ts', "import type { Key } from '../locales/keys.ts';"],
  ['a message at a door', 'channels/play.ts', "import type { Address } from '../domain/message.ts';"],
  ['the port', 'scheduler/pace.ts', "import { SendError } from '../channels/channel.ts';"],
  ['the model of a report', 'bot/report.ts', "import { compileAnnual } from '../reports/annual.ts';"],
  ['the composition root', 'app.ts', "import { deliver } from './scheduler/deliver.ts';"],
  ['an import that is only spoken of', 'domain/unit.ts', "// import { open } from '../db/open.ts';\nconst a = 1;"],
] as const;

describe('the import table', () => {
  it.each(FORBIDDEN)('refuses it when %s', (_what, path, text) => {
    expect(importFaults(path, text)).toHaveLength(1);
  });

  it.each(ALLOWED)('allows %s', (_what, path, text) => {
    expect(importFaults(path, text)).toEqual([]);
  });

  it('has a room for every folder', () => {
    expect(isKnownRoom('helpers/misc.ts')).toBe(false);
    expect(isKnownRoom('domain/date.ts')).toBe(true);
  });

  it('sees imports of every form', () => {
    const text =
      "import a from 'a';\nimport * as b from 'b';\nexport * from 'c';\nimport d, { e } from 'd';\nawait import('f');";
    expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(['a', 'b', 'c', 'd', 'f']);
  });
});

const body = (lines: number) => `${'  work();\n'.repeat(lines - 2)}}\n`;
const TOO_LONG = FUNCTION_LINES_MAX + 1;
const FUNCTIONS = [
  ['a function', 'export function f(a: number) {\n'],
  ['one with a type after it', 'function f(a: { b: number }): { c: string }[] {\n'],
  ['one that asserts', 'function f(a: unknown): a is string {\n'],
  ['an arrow', 'const f = (a: number): number => {\n'],
  ['a method', 'class A {\n  f() {\n'],
  ['one that waits', 'export async function* f(): AsyncGenerator<string> {\n'],
  ['one inside a call', 'list.map((a) => {\n'],
] as const;

describe('the measure of length', () => {
  it.each(FUNCTIONS)('finds %s that is one line too long', (_what, opening) => {
    expect(functionFaults('domain/a.ts', opening + body(TOO_LONG))).toHaveLength(1);
    expect(functionFaults('domain/a.ts', opening + body(FUNCTION_LINES_MAX))).toEqual([]);
  });

  it('is not fooled by braces in strings, templates, patterns and comments', () => {
    const tricky = "function f() {\n  const a = '}', b = `}${'}'}`, c = /[}/]}/, d = 4 / 2; // }\n  /* } */\n";
    expect(functionFaults('domain/a.ts', tricky + body(TOO_LONG))).toHaveLength(1);
  });

  it('lets a suite be as long as its promises, but not what helps it', () => {
    const suite = `describe('x', () => {\n${body(TOO_LONG)}`;
    expect(functionFaults('tests/a.test.ts', suite)).toEqual([]);
    expect(functionFaults('domain/a.ts', suite)).toHaveLength(1);
    expect(functionFaults('tests/a.test.ts', `function help() {\n${body(TOO_LONG)}`)).toHaveLength(1);
  });

  it('counts a file by its lines', () => {
    expect(fileFaults('a.ts', 'x\n'.repeat(FILE_LINES_MAX))).toEqual([]);
    expect(fileFaults('a.ts', 'x\n'.repeat(FILE_LINES_MAX + 1))).toHaveLength(1);
  });
});

const CORE_FAULTS = [
  'const now = Date.now();',
  'const now = new Date();',
  'const ms = performance.now();',
  'const n = Math.random();',
  'const zone = process.env.TZ;',
  'async function f() {}',
  'const a = () => { void Promise.resolve().then(() => setTimeout(f, 1)); };',
];
const left = (word: string) => `// ${word}: later\n`;

describe('the words', () => {
  it.each(CORE_FAULTS)('refuses %s in the core only', (text) => {
    expect(wordFaults('domain/a.ts', text).length).toBeGreaterThan(0);
    expect(wordFaults('conversations/parse/a.ts', text).length).toBeGreaterThan(0);
    expect(wordFaults('tests/a.ts', text)).toEqual([]);
  });

  it.each([
    'const at = new Date(2021, 9, 25);',
    "const said = 'await Date.now()';",
    '// reads no clock: no Date.now()',
  ])('allows %s in the core', (text) => {
    expect(wordFaults('domain/a.ts', text)).toEqual([]);
  });

  it('lets only config read the environment', () => {
    expect(wordFaults('bot/a.ts', 'const a = process.env.A;')).toHaveLength(1);
    expect(wordFaults('config.ts', 'const a = process.env.A;')).toEqual([]);
  });

  it.each(['FIX' + 'ME', 'TO' + 'DO', 'X' + 'XX'])('refuses what was left behind: %s', (word) => {
    expect(wordFaults('bot/a.ts', left(word))).toHaveLength(1);
    expect(wordFaults('bot/a.ts', `const said = '${word}';`)).toEqual([]);
  });

  it.each(['it.only(', 'describe.skip(', 'it.each(rows).skip(', 'test.todo('])(
    'refuses a test switched by %s',
    (call) => {
      expect(wordFaults('tests/a.test.ts', `${call}'x', () => {});`).length).toBe(call.includes('each') ? 0 : 1);
    },
  );

  it.each([
    '/home/' + 'somebody/project',
    "'/work" + "/main'",
    'registry.' + 'example.org/package',
    '"reso' + 'lved": "x"',
  ])('refuses %s anywhere', (text) => {
    expect(machineFaults('docs/a.md', `see ${text}`)).not.toEqual([]);
  });
});

describe('the scanner', () => {
  it('keeps every place where it was', () => {
    const text = "const a = '/*'; // it's\nconst b = `x${a /* c */}y`;\n";
    expect(codeOnly(text)).toHaveLength(text.length);
    expect(codeOnly(text)).toBe('const a =     ;        \nconst b =     a           ;\n');
    expect(withoutComments(text)).toContain("'/*'");
  });
});
