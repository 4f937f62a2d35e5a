/**
 * Sentences. They live in locales/<language>/*.ftl (Fluent), where people who do not program can read and correct
 * them; code names them by key. Numbers and dates are written the Vietnamese way in every language of the interface:
 * thousands with ".", decimals with ",", dates dd/mm/yyyy.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';
import { formatNumber } from './format.ts';
import type { Key } from './keys.ts';

export type { Key } from './keys.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Args = Record<string, string | number>;

/** One sentence in one language. */
export type Translate = (key: Key, args?: Args) => string;

/** A number that still chooses English plurals but is always written "2.246". */
class WrittenNumber extends FluentNumber {
  override toString(): string {
    return formatNumber(this.value);
  }
}

function bundleOf(language: Language): FluentBundle {
  // Isolation marks are for mixed writing directions; here they would only be invisible rubbish in messages and files.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const folder = new URL(`./${language}/`, import.meta.url);
  for (const name of readdirSync(fileURLToPath(folder)).sort()) {
    if (!name.endsWith('.ftl')) continue;
    const errors = bundle.addResource(new FluentResource(readFileSync(new URL(name, folder), 'utf8')));
    if (errors.length > 0) throw new Error(`locales/${language}/${name}: ${errors[0]?.message}`);
  }
  return bundle;
}

const bundles = new Map<Language, FluentBundle>();

function bundleFor(language: Language): FluentBundle {
  const bundle = bundles.get(language) ?? bundleOf(language);
  bundles.set(language, bundle);
  return bundle;
}

/**
 * The sentences of a language; Vietnamese stands in for a sentence another language lacks.
 * @throws {Error} on a key or argument the sentence files do not have: a defect of ours, caught by the tests.
 */
export function translator(language: Language): Translate {
  const own = bundleFor(language);
  return (key, args = {}) => {
    const bundle = own.hasMessage(key) ? own : bundleFor('vi');
    const message = bundle.getMessage(key);
    if (!message?.value) throw new Error(`No sentence "${key}" in locales/${language}`);
    const variables: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(args)) {
      variables[name] = typeof value === 'number' ? new WrittenNumber(value) : value;
    }
    const errors: Error[] = [];
    const text = bundle.formatPattern(message.value, variables, errors);
    if (errors[0]) throw new Error(`locales/${language}, "${key}": ${errors[0].message}`);
    return text;
  };
}
