/** Laying answers down and taking them up again; every answer can be gone back on. */
import { z } from 'zod';
import type { IndicatorName } from '../domain/indicator.ts';
import type { Patch, Staged, Undo } from './flow.ts';

/** How many answers can be gone back on; more than any conversation here asks, so that sessions stay small. */
const TRAIL_MAX = 100;

/** What a stored session must have to be gone on with; anything else in it is carried along. */
export const StoredStaged = z.looseObject({
  figures: z.record(z.string(), z.looseObject({ kind: z.enum(['value', 'nil', 'no_data']) })),
  documents: z.array(z.unknown()),
  done: z.array(z.string()),
  trail: z.array(z.unknown()),
  clarification: z.looseObject({ options: z.array(z.unknown()) }).nullable(),
  mending: z.string().nullable(),
  misses: z.number(),
});

/** Nothing said yet. */
export const nothingStaged = (): Staged => ({
  figures: {},
  documents: [],
  done: [],
  trail: [],
  clarification: null,
  mending: null,
  misses: 0,
});

/** The staged answers with a patch laid down, remembering how to take it up again. */
export function lay(staged: Staged, patch: Patch): Staged {
  const figures = { ...staged.figures };
  const touched = new Set<IndicatorName>([
    ...(Object.keys(patch.figures ?? {}) as IndicatorName[]),
    ...(patch.clear ?? []),
  ]);
  const done = staged.done.filter((mark) => !patch.undone?.includes(mark));
  const undo: Undo = {
    figures: [...touched].map((name) => [name, staged.figures[name] ?? null]),
    done: done.length === staged.done.length ? done.length : staged.done,
    mending: staged.mending,
  };
  for (const name of patch.clear ?? []) delete figures[name];
  Object.assign(figures, patch.figures);
  if (patch.documents) undo.documents = staged.documents;
  return {
    ...staged,
    figures,
    documents: patch.documents ?? staged.documents,
    done: [...new Set([...done, ...(patch.done ?? [])])],
    trail: [...staged.trail, undo].slice(-TRAIL_MAX),
    clarification: null,
    misses: 0,
  };
}

/** The staged answers as they stood before the last one, or undefined when nothing can be taken up. */
export function takeUp(staged: Staged): Staged | undefined {
  const undo = staged.trail.at(-1);
  if (!undo) return undefined;
  const figures = { ...staged.figures };
  for (const [name, before] of undo.figures) {
    if (before === null) delete figures[name];
    else figures[name] = before;
  }
  return {
    ...staged,
    figures,
    documents: undo.documents ?? staged.documents,
    done: typeof undo.done === 'number' ? staged.done.slice(0, undo.done) : undo.done,
    mending: undo.mending,
    trail: staged.trail.slice(0, -1),
    clarification: null,
    misses: 0,
  };
}
