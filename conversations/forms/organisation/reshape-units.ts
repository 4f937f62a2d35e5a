/**
 * Units merged into a new one or into one there is, or one unit split into several, from a day on. Where the unit to merge
 * into is not known, it may be the name of a new one: that is asked.
 */
import { z } from 'zod';
import type { IsoDate } from '../../../domain/date.ts';
import type { PersonId } from '../../../domain/person.ts';
import type { UnitId } from '../../../domain/unit.ts';
import type { Answers, Field, FieldReading, Form } from '../../form.ts';
import { listed } from '../../parse/organisation-said.ts';
import { type Line, line } from '../../say.ts';
import { confirmField } from '../confirm.ts';
import { dayField, type Find, namedField, saidOf, textOf, withWayOut } from './fields.ts';
import { heirField, isAnew } from './heir-field.ts';
import { FEWEST, MOST, namesField } from './new-names.ts';
import { LATER, type Placed, placeField, placementLines, placeOf } from './place-people.ts';
import { partOf, type Under, underField, underLines } from './place-units.ts';

/** 'absorb' merges into a unit that goes on. */
export type ReshapeKind = 'merge' | 'absorb' | 'split';

export interface Reshaping {
  kind: ReshapeKind;
}

/** What shall become of which units. */
export interface ToldReshaping {
  kind: ReshapeKind;
  units: UnitId[];
  /** Names of the new units; none where `heir` goes on. */
  into: string[];
  /** The unit the others are merged into. */
  heir?: UnitId;
  day: IsoDate;
  /** Of a split: the number of the part each person goes to; who is not in it is decided on later. */
  places: [PersonId, number][];
  /** Of a split: the number of the part each unit under it goes to. */
  under: [UnitId, number][];
}

export interface ReshapeFacts {
  today: IsoDate;
  units: Find;
  unitName(unit: UnitId): string;
  /** Why a new unit cannot have a name. */
  refusesName(name: string): Line | undefined;
  /** Why it cannot be done from a day on. */
  refusesDay(units: readonly UnitId[], day: IsoDate, heir?: UnitId): Line | undefined;
  /** Everybody with a role at some units that reaches a day. */
  people(units: readonly UnitId[], day: IsoDate): Placed[];
  /** The units that stand under some and go on. */
  under(units: readonly UnitId[]): Under[];
  /** What follows: how many people move, what stays with the old units. */
  consequences(told: ToldReshaping): Line[];
}

const heirIn = ({ heir }: Answers): UnitId | undefined => (typeof heir === 'number' ? heir : undefined);
/** "sáp nhập A, C vào C": what goes on is not merged. */
const idsIn = (answers: Answers): UnitId[] =>
  Array.isArray(answers.units) ? (answers.units as UnitId[]).filter((id) => id !== heirIn(answers)) : [];
const intoIn = ({ into }: Answers): string[] => (Array.isArray(into) ? (into as string[]) : []);
const pendingIn = ({ pending }: Answers): string[] => (Array.isArray(pending) ? (pending as string[]) : []);

/** What is being done: a unit to merge into that turned out to be new makes a merger of it. */
const kindOf = ({ kind }: Reshaping, answers: Answers): ReshapeKind =>
  kind === 'absorb' && isAnew(answers) ? 'merge' : kind;

/** The answers of a completed form. @throws {Error} before all were given: a defect of ours */
export function reshapingTold(
  subject: Reshaping,
  answers: Answers,
  { people, under }: Pick<ReshapeFacts, 'people' | 'under'>,
): ToldReshaping {
  const kind = kindOf(subject, answers);
  const units = idsIn(answers);
  const day = textOf(answers.day);
  const heir = heirIn(answers);
  const told: ToldReshaping = { kind, units, into: intoIn(answers), day, places: [], under: [] };
  if (kind === 'absorb' && heir !== undefined) told.heir = heir;
  if (kind !== 'split') return told;
  told.places = people(units, day).flatMap(({ id }): [PersonId, number][] => {
    const place = placeOf(answers, id);
    return place === undefined || place === LATER ? [] : [[id, place]];
  });
  told.under = under(units).map(({ id }): [UnitId, number] => [id, partOf(answers, id) ?? 0]);
  return told;
}

export const reshapeUnits: Form<Reshaping, ReshapeFacts> = {
  name: 'reshape-units',
  version: 1,
  parse: (subject) => z.object({ kind: z.enum(['merge', 'absorb', 'split']) }).parse(subject),
  heading: ({ kind }) => [line(`org-units-${kind}-heading`)],
  plan: (subject, answers, facts) => ({ field: openField(subject, answers, facts), of: 1 }),
};

function openField(subject: Reshaping, answers: Answers, facts: ReshapeFacts): Field {
  const kind = kindOf(subject, answers);
  const units = idsIn(answers);
  const [open, ...later] = pendingIn(answers);
  if (open !== undefined) return unitField(answers, open, later, facts);
  if (units.length < fewest(subject.kind)) return unitsField(subject.kind, facts);
  if (kind === 'absorb' && heirIn(answers) === undefined) return heirField(answers, facts);
  if (kind !== 'absorb' && !Array.isArray(answers.into)) return namesField(kind, facts);
  if (typeof answers.day !== 'string') {
    return dayField('day', facts.today, (day) => facts.refusesDay(units, day, heirIn(answers)));
  }
  // Of a merger everybody goes to the one unit: there is nothing to ask.
  const people = kind === 'split' ? facts.people(units, answers.day) : [];
  const under = kind === 'split' ? facts.under(units) : [];
  const parts = intoIn(answers);
  return underField(answers, under, parts) ?? placeField(answers, people, parts) ?? checkField(subject, answers, facts);
}

const fewest = (kind: ReshapeKind): number => (kind === 'merge' ? FEWEST : 1);

/** Asks which unit one of the names means. */
function unitField(answers: Answers, open: string, later: string[], { units }: ReshapeFacts): Field {
  const take = (id: number): FieldReading => ({
    kind: 'mend',
    fields: [saidOf('which')],
    answers: { units: [...new Set([...idsIn(answers), id])], pending: later },
  });
  const said = answers[saidOf('which')] ?? open;
  return withWayOut(namedField({ id: 'which', asked: line('org-ask-which-unit'), said, find: units, take }));
}

function unitsField(kind: ReshapeKind, { units }: ReshapeFacts): Field {
  return {
    id: 'units',
    lines: [line(`org-units-${kind}-which`)],
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') return { kind: 'none' };
      const laid = unitsSaid(listed(input.text), units);
      const enough = laid.units.length + laid.pending.length >= fewest(kind);
      return enough ? { kind: 'mend', fields: [], answers: laid } : { kind: 'none' };
    },
  };
}

/** What is known of units named in a message: those that mean one, and the names still to be settled. */
export function unitsSaid(names: readonly string[], find: Find): { units: UnitId[]; pending: string[] } {
  const found = whole(names, find)
    .slice(0, MOST)
    .map((name) => ({ name, meant: find(name) }));
  return {
    units: [...new Set(found.flatMap(({ meant }) => (meant.length === 1 ? meant.map(({ id }) => id) : [])))],
    pending: found.filter(({ meant }) => meant.length !== 1).map(({ name }) => name),
  };
}

/** Names that hold an "và" of their own ("Sở Nông nghiệp và Môi trường") are put together again where there is such a unit. */
function whole(names: readonly string[], find: Find): string[] {
  const found: string[] = [];
  for (let at = 0; at < names.length; at += 1) {
    const [first = '', second] = names.slice(at, at + 2);
    const both = second === undefined ? undefined : `${first} và ${second}`;
    const isOne = both !== undefined && find(both).length > 0;
    found.push(isOne ? both : first);
    if (isOne) at += 1;
  }
  return found;
}

function checkField(subject: Reshaping, answers: Answers, facts: ReshapeFacts): Field {
  const told = reshapingTold(subject, answers, facts);
  const { kind, units, into, heir, day } = told;
  const check = line(`org-units-${kind}-check`, {
    units: { each: units.map((unit) => facts.unitName(unit)), with: ', ' },
    into: heir === undefined ? { each: into, with: ', ' } : facts.unitName(heir),
    day: { date: day },
  });
  const people = kind === 'split' ? facts.people(units, day) : [];
  const placed = kind === 'split' ? placementLines(answers, people, into) : [];
  const under = kind === 'split' ? underLines(answers, facts.under(units), into) : [];
  return confirmField([check, ...placed, ...under, ...facts.consequences(told)], line(`org-units-${kind}-yes`));
}
