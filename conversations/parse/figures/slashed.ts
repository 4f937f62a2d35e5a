/**
 * Labels and numbers in parallel: "trước hạn/đúng hạn/quá hạn: 180/28/2". They are taken together before anything
 * else is read, because "150/65" alone is a ratio and "12/10" a date.
 */
import type { Match } from '../lexicon.ts';
import { numberAt } from '../number/number-at.ts';
import { isWord, type Token } from '../text.ts';
import type { Feature, Sense } from './sense.ts';
import { VOCABULARY } from './vocabulary.ts';

export interface Slashed {
  /** Every label with the index of its own number token. */
  pairs: { features: Feature[]; at: number }[];
  next: number;
}

/** The longest row of a form has as many columns. */
const LABELS_MAX = 12;

const ON_TIME: Feature[] = ['on_time'];
const featuresOf = (word: Match<Sense> | undefined): Feature[] | undefined =>
  word?.meaning.kind === 'label' ? word.meaning.features : undefined;

/** The parallel lists that begin at `at`: as many labels as numbers, both joined by "/". @param first the label at `at` */
export function slashedAt(tokens: readonly Token[], at: number, first: Match<Sense> | undefined): Slashed | undefined {
  if (first === undefined || tokens[first.next]?.base !== '/') return undefined;
  const labels: Feature[][] = [];
  let next = at;
  for (;;) {
    const word = next === at ? first : VOCABULARY.match(tokens, next);
    // "sớm/đúng/trễ"
    const features = isWord(tokens[next], 'dung') && word?.meaning.kind === 'filler' ? ON_TIME : featuresOf(word);
    if (word === undefined || features === undefined) return undefined;
    labels.push(features);
    if (labels.length > LABELS_MAX) return undefined;
    next = word.next;
    if (tokens[next]?.base !== '/') break;
    next += 1;
  }
  if (labels.length < 2) return undefined;
  while (tokens[next]?.base === ':' || tokens[next]?.base === '=' || isWord(tokens[next], 'la')) next += 1;
  const pairs: Slashed['pairs'] = [];
  for (const features of labels) {
    if (tokens[next]?.kind !== 'digits') return undefined;
    pairs.push({ features, at: next });
    next += 1;
    if (pairs.length < labels.length && tokens[next]?.base !== '/') return undefined;
    next += pairs.length < labels.length ? 1 : 0;
  }
  // a further "/", or digits glued on, make other numbers of these
  const last = numberAt(tokens, next - 1);
  return tokens[next]?.base === '/' || last?.next !== next || last.value === undefined ? undefined : { pairs, next };
}
