/**
 * Reads the directives that stand beside this file, one JSON file each. A file is checked before it is believed; what is
 * wrong is said in one line with the file, the line in it and the remedy, and then nothing of the directory is used.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { core } from 'zod';
import type { Directive } from '../domain/directive.ts';
import { directiveSchema } from './directive-schema.ts';
import { type JsonPath, jsonLines, lineOf } from './json-lines.ts';

/** The directives of the house; the build copies them beside the compiled file, so one address serves both. */
export const DIRECTIVES_DIR = fileURLToPath(new URL('./texts/', import.meta.url));

/** Windows Notepad puts one in front of a file it saves. */
const BYTE_ORDER_MARK = /^\uFEFF/;
const withoutMark = (text: string): string => text.replace(BYTE_ORDER_MARK, '');

interface Source {
  file: string;
  text: string;
  directive: Directive;
}

const refusal = (file: string, line: number, message: string): Error => new Error(`${file}:${line}: ${message}`);

/** The path a person must go to: of a key nobody knows, the key itself. */
const pathOf = (issue: core.$ZodIssue): JsonPath =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;

function wordsOf(issue: core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  return `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}; correct its spelling or remove it`;
}

/** Where in the file, in the file's own words: 'obligations[3].deadline.day'. */
const shown = (path: JsonPath): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '') || 'the whole file';

/**
 * A directive from the text of a file; `file` is only named in errors. Throws an Error in one line,
 * 'FILE:LINE: PLACE: what to write', for the first thing to mend in the order of the file.
 */
export function parseDirective(text: string, file: string): Directive {
  const json = withoutMark(text);
  const lines = jsonLines(json);
  if (lines.fault) throw refusal(file, lines.fault.line, `not valid JSON: ${lines.fault.message}`);
  const checked = directiveSchema.safeParse(JSON.parse(json));
  if (checked.success) return checked.data;
  const [first] = checked.error.issues
    .map((issue) => ({ issue, line: lineOf(lines, pathOf(issue)) }))
    .sort((a, b) => a.line - b.line);
  const more = checked.error.issues.length - 1;
  const rest = more > 0 ? ` (and ${more} more to mend in this file)` : '';
  const said = first ? `${shown(first.issue.path)}: ${wordsOf(first.issue)}` : 'not a directive';
  throw refusal(file, first?.line ?? 1, `${said}${rest}`);
}

function readSource(dir: string, name: string): Source {
  const file = join(dir, name);
  const text = readFileSync(file, 'utf8');
  const directive = parseDirective(text, file);
  const source = { file, text, directive };
  if (name !== `${directive.id}.json`) {
    throw mend(source, ['id'], `holds "${directive.id}"; rename the file to ${directive.id}.json`);
  }
  return source;
}

const mend = ({ file, text }: Source, path: JsonPath, message: string): Error =>
  refusal(file, lineOf(jsonLines(withoutMark(text)), path), `${shown(path)}: ${message}`);

/** Obligations are named by their id alone, in timers and in what people say: it must be one of its kind everywhere. */
function checkIds(sources: readonly Source[]): void {
  const owner = new Map<string, string>();
  for (const source of sources) {
    source.directive.obligations.forEach(({ id }, index) => {
      const other = owner.get(id);
      if (other !== undefined) {
        throw mend(source, ['obligations', index, 'id'], `"${id}" is also in ${other}; give one another id`);
      }
      owner.set(id, source.file);
    });
  }
}

function checkForwards(sources: readonly Source[]): void {
  const known = new Map(sources.map(({ directive }) => [directive.id, directive]));
  for (const source of sources) {
    const { forwards } = source.directive;
    if (forwards === undefined) continue;
    const original = known.get(forwards);
    if (!original) {
      throw mend(source, ['forwards'], `no directive "${forwards}"; write one of: ${[...known.keys()].join(', ')}`);
    }
    // Letters pass on what stands at the beginning; a chain would make what binds a commune hard to see.
    if (original.forwards !== undefined) {
      throw mend(source, ['forwards'], `"${forwards}" passes on "${original.forwards}"; name that one`);
    }
  }
}

/**
 * The directives of a directory, in the order of their files' names. Throws where the directory is missing, a file in it
 * is wrong, an obligation's id is used twice or a directive passes on one that is not there.
 */
export function readDirectives(dir: string = DIRECTIVES_DIR): Directive[] {
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => name.endsWith('.json'));
  } catch {
    throw new Error(`${dir}: no directives can be read here; restore the directory, one JSON file a directive`);
  }
  const sources = names.sort().map((name) => readSource(dir, name));
  checkIds(sources);
  checkForwards(sources);
  return sources.map(({ directive }) => directive);
}
