/** What was said of obligations and what documents show of them, found by unit and in the order it came. */
import type { IsoDate } from '../domain/date.ts';
import type { Entry } from '../domain/obligation.ts';
import { type UnitId, type UnitTree, upwards } from '../domain/unit.ts';
import type { About, RegisteredEntry } from './obligation-entries.ts';

const NOTHING: readonly RegisteredEntry[] = [];

/** What was said of one thing, by unit: what was decided above for many counts for every unit under it. */
export function saidOf(
  entries: readonly RegisteredEntry[],
  tree: UnitTree,
): (unit: UnitId) => readonly RegisteredEntry[] {
  const own = new Map<UnitId, RegisteredEntry[]>();
  const wide = new Map<UnitId, RegisteredEntry[]>();
  for (const entry of entries) {
    add(own, entry.about.unit, entry);
    if (entry.about.subtree) add(wide, entry.about.unit, entry);
  }
  return (unit) => {
    const said = own.get(unit) ?? NOTHING;
    const start = wide.size > 0 ? tree.get(unit) : undefined;
    if (!start) return said;
    const above = upwards(start, tree).slice(1);
    const decided = above.flatMap(({ id }) => wide.get(id) ?? NOTHING);
    return decided.length === 0 ? said : [...said, ...decided].sort((a, b) => a.id - b.id);
  };
}

/** What was said of many things: of each by unit, and the events it was said of. */
export function saidOfAll(entries: readonly RegisteredEntry[], tree: UnitTree) {
  const found = new Map<string, RegisteredEntry[]>();
  const happened = new Map<string, Set<IsoDate>>();
  for (const entry of entries) {
    const { obligation, period, event } = entry.about;
    add(found, keyOf(entry.about), entry);
    if (event === '') continue;
    const key = `${obligation}/${period}`;
    happened.set(key, (happened.get(key) ?? new Set()).add(event));
  }
  const byKey = new Map([...found].map(([key, all]) => [key, saidOf(all, tree)]));
  const of = (unit: UnitId, about: Omit<About, 'unit' | 'subtree'>) => byKey.get(keyOf(about))?.(unit) ?? NOTHING;
  const events = (unit: UnitId, obligation: string, period: string): IsoDate[] =>
    [...(happened.get(`${obligation}/${period}`) ?? [])].filter(
      (event) => of(unit, { obligation, period, event }).length > 0,
    );
  return { of, events };
}

const keyOf = ({ obligation, period, event }: Omit<About, 'unit' | 'subtree'>) => `${obligation}/${period}/${event}`;

function add<Key>(found: Map<Key, RegisteredEntry[]>, key: Key, entry: RegisteredEntry): void {
  const known = found.get(key);
  if (known) known.push(entry);
  else found.set(key, [entry]);
}

/** What documents show and what was said, as time went: a document told after a return mends it. */
export function inTurn(shown: readonly Entry[], said: readonly Entry[]): readonly Entry[] {
  if (shown.length === 0) return said;
  const more = shown.filter((entry) => !said.some(({ document }) => document === entry.document));
  if (more.length === 0) return said;
  const all: Entry[] = [...said];
  for (const entry of more) {
    const later = all.findIndex(({ at }) => at >= entry.at);
    all.splice(later < 0 ? all.length : later, 0, entry);
  }
  return all;
}
