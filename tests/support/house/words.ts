/** Words that must not stand in the house: a clock in the core, what was left behind, what belongs to one machine. */
import { roomOf } from './imports.ts';
import { codeOnly, commentsOnly, lineAt } from './scan.ts';

type Rule = readonly [name: string, pattern: RegExp];

/** The core is pure: the moment and chance are handed to it, and it never waits. */
const CORE_ROOMS = ['domain', 'conversations'];
const IMPURE: readonly Rule[] = [
  ['reads the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bTemporal\.Now\b/g],
  ['takes a chance', /\bMath\.random\b|\bcrypto\b|\brandomUUID\b/g],
  ['looks at the machine', /\bprocess\s*\.|\bglobalThis\b/g],
  ['waits', /\basync\b|\bawait\b|\bnew Promise\b|\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/g],
];

/** The only reader of the environment. */
const ENVIRONMENT: Rule = ['reads the environment', /\bprocess\s*\.\s*env\b/g];
const READS_ENVIRONMENT = [
  'config.ts',
  'scripts',
  'tests',
  'bench',
  'bench.ts',
  'drizzle.config.ts',
  'vitest.config.ts',
];

const LEFT_BEHIND: Rule = ['left behind', /\b(?:FIXME|TODO|XXX|HACK)\b/g];
const TESTS_SWITCHED: Rule = [
  'a test switched',
  /\b(?:it|test|describe|suite)(?:\s*\.\s*\w+)*?\s*\.\s*(?:only|skip|todo|fails)\b|\b(?:fit|xit|fdescribe|xdescribe)\s*\(/g,
];
const COMPILER_SILENCED: Rule = ['the compiler silenced', /@ts-(?:ignore|nocheck|expect-error)/g];

/** Paths of one machine and addresses of package registries: a clone elsewhere has neither. */
const MACHINE: readonly Rule[] = [
  ['a path of one machine', /(?:^|[\s'"`(=])\/(?:home|Users|root|work|workspace|mnt|private)\/[\w.-]+/gm],
  [
    'a registry',
    /\b(?:registry|npm|packages|artifactory|nexus|verdaccio)(?:[.-][\w-]+)+(?::\d+)?\/|"resolved"\s*:\s*"/g,
  ],
];

const faultsOf = (path: string, text: string, rules: readonly Rule[]): string[] =>
  rules.flatMap(([name, pattern]) =>
    [...text.matchAll(pattern)].map((match) => `${path}:${lineAt(text, match.index)} ${name}: ${match[0].trim()}`),
  );

/** The faults in the words of a source file. */
export function wordFaults(path: string, text: string): string[] {
  const code = codeOnly(text);
  const room = roomOf(path);
  return [
    ...(CORE_ROOMS.includes(room) ? faultsOf(path, code, IMPURE) : []),
    ...(READS_ENVIRONMENT.includes(room) ? [] : faultsOf(path, code, [ENVIRONMENT])),
    ...faultsOf(path, commentsOnly(text), [LEFT_BEHIND, COMPILER_SILENCED]),
    ...faultsOf(path, code, [LEFT_BEHIND]),
    ...(room === 'tests' ? faultsOf(path, code, [TESTS_SWITCHED]) : []),
  ];
}

/** The faults any file can have, whatever it is written in. */
export const machineFaults = (path: string, text: string): string[] => faultsOf(path, text, MACHINE);
