/**
 * Which part of a split unit each unit under it goes to. It is asked and never put off: a unit under one that has ended
 * would be out of reach of whoever coordinates the parts.
 */
import { fold } from '../../../domain/text.ts';
import type { UnitId } from '../../../domain/unit.ts';
import type { Answers, Field, FieldReading } from '../../form.ts';
import { type Line, line, type Option, option } from '../../say.ts';
import { partMeant } from './place-people.ts';

/** A unit under the one that is split. */
export interface Under {
  id: UnitId;
  name: string;
}

/** Named in one line; more are counted. */
const NAMED_MAX = 12;

const keyOf = (unit: UnitId): string => `under${unit}`;

/** The number of the part a unit goes to, from 0; undefined while it has not been said. */
export function partOf(answers: Answers, unit: UnitId): number | undefined {
  const part = answers[keyOf(unit)];
  return typeof part === 'number' ? part : undefined;
}

/** Names in one line, the rest cut off. */
export const namesOf = (units: readonly Under[]) => ({
  each: [...units.slice(0, NAMED_MAX).map(({ name }) => name), ...(units.length > NAMED_MAX ? ['…'] : [])],
  with: ', ',
});

/** The question about the first unit nothing was said of; undefined when all were spoken of. */
export function underField(answers: Answers, units: readonly Under[], parts: readonly string[]): Field | undefined {
  const open = units.filter(({ id }) => partOf(answers, id) === undefined);
  const [next] = open;
  if (!next) return undefined;
  const at = units.length - open.length + 1;
  const overview =
    at === 1 && units.length > 1 ? [line('under-units', { n: units.length, names: namesOf(units) })] : [];
  const laid = (some: readonly Under[], part: number): FieldReading => ({
    kind: 'mend',
    fields: [],
    answers: Object.fromEntries(some.map(({ id }) => [keyOf(id), part])),
  });
  const each: Option[][] = parts.map((unit, part) => [option(`to:${part}`, 'split-to', { unit })]);
  const all: Option[][] = parts.map((unit, part) => [option(`all:${part}`, 'under-all-to', { n: open.length, unit })]);
  return {
    id: keyOf(next.id),
    lines: [...overview, line('under-which', { at, of: units.length, unit: next.name })],
    choices: [...each, ...(open.length > 1 ? all : [])],
    numbered: true,
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') {
        const [what = '', number = ''] = (input.ids[0] ?? '').split(':');
        const isPart = /^\d+$/.test(number) && Number(number) < parts.length;
        if (!isPart || (what !== 'to' && what !== 'all')) return { kind: 'none' };
        return laid(what === 'all' ? open : [next], Number(number));
      }
      const isAll = ALL.test(fold(input.text));
      const part = partMeant(input.text.trim().replace(isAll ? ALL_SAID : WAY_SAID, ''), parts);
      return part === undefined ? { kind: 'none' } : laid(isAll ? open : [next], part);
    },
  };
}

const ALL = /^(?:tat ca|het|ca|con lai) /;
/** "tất cả về …" and "về …", as typed. */
const ALL_SAID = /^(?:\S+ ){1,2}?(?:về|ve|sang|đến|den|qua) /iu;
const WAY_SAID = /^(?:về|ve|sang|đến|den|qua) /iu;

/** What was said of all of them, part by part. */
export const underLines = (answers: Answers, units: readonly Under[], parts: readonly string[]): Line[] =>
  parts.flatMap((unit, part) => {
    const some = units.filter(({ id }) => partOf(answers, id) === part);
    return some.length === 0 ? [] : [line('under-placed', { unit, n: some.length, names: namesOf(some) })];
  });
