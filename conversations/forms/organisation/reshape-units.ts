/** Units merged into a new one, or one unit split into several, from a day on. */
import { z } from 'zod';
import type { IsoDate } from '../../../domain/date.ts';
import type { PersonId } from '../../../domain/person.ts';
import { normalise } from '../../../domain/text.ts';
import type { UnitId } from '../../../domain/unit.ts';
import type { Answers, Field, FieldReading, Form } from '../../form.ts';
import { listed } from '../../parse/organisation.ts';
import { type Line, line } from '../../say.ts';
import { confirmField } from '../confirm.ts';
import { dayField, type Find, namedField, saidOf, textOf } from './fields.ts';
import { LATER, type Placed, placeField, placementLines, placeOf } from './place-people.ts';

export interface Reshaping {
  kind: 'merge' | 'split';
}

/** What shall become of which units. */
export interface ToldReshaping {
  units: UnitId[];
  into: string[];
  day: IsoDate;
  /** Of a split: the number of the part each person goes to; who is not in it is decided on later. */
  places: [PersonId, number][];
}

export interface ReshapeFacts {
  today: IsoDate;
  units: Find;
  unitName(unit: UnitId): string;
  /** Why a new unit cannot have a name. */
  refusesName(name: string): Line | undefined;
  /** Why it cannot be done from a day on. */
  refusesDay(units: readonly UnitId[], day: IsoDate): Line | undefined;
  /** Everybody with a role at some units that reaches a day. */
  people(units: readonly UnitId[], day: IsoDate): Placed[];
  /** What follows: how many people move, what stays with the old units. */
  consequences(kind: Reshaping['kind'], told: ToldReshaping): Line[];
}

/** One unit alone is not merged, and what is split becomes two at least. */
const FEWEST = 2;
/** Wards of three old ones are common, of ten unheard of. */
const MOST = 12;

const idsIn = ({ units }: Answers): UnitId[] => (Array.isArray(units) ? (units as UnitId[]) : []);
const intoIn = ({ into }: Answers): string[] => (Array.isArray(into) ? (into as string[]) : []);
const pendingIn = ({ pending }: Answers): string[] => (Array.isArray(pending) ? (pending as string[]) : []);

/** The answers of a completed form. @throws {Error} before all were given: a defect of ours */
export const reshapingTold = (answers: Answers, people: ReshapeFacts['people']): ToldReshaping => ({
  units: idsIn(answers),
  into: intoIn(answers),
  day: textOf(answers.day),
  places: people(idsIn(answers), textOf(answers.day)).flatMap(({ id }): [PersonId, number][] => {
    const place = placeOf(answers, id);
    return place === undefined || place === LATER ? [] : [[id, place]];
  }),
});

export const reshapeUnits: Form<Reshaping, ReshapeFacts> = {
  name: 'reshape-units',
  version: 1,
  parse: (subject) => z.object({ kind: z.enum(['merge', 'split']) }).parse(subject),
  heading: ({ kind }) => [line(`org-units-${kind}-heading`)],
  plan(subject, answers, facts) {
    const { kind } = subject;
    const units = idsIn(answers);
    const [open, ...later] = pendingIn(answers);
    if (open !== undefined) return { field: unitField(answers, open, later, facts), of: 1 };
    if (units.length < (kind === 'merge' ? FEWEST : 1)) return { field: unitsField(kind, facts), of: 1 };
    if (!Array.isArray(answers.into)) return { field: namesField(kind, facts), of: 1 };
    if (typeof answers.day !== 'string') {
      return { field: dayField('day', facts.today, (day) => facts.refusesDay(units, day)), of: 1 };
    }
    // Of a merger everybody goes to the one new unit: there is nothing to ask.
    const people = kind === 'split' ? facts.people(units, answers.day) : [];
    const place = placeField(answers, people, intoIn(answers));
    return { field: place ?? checkField(subject, answers, people, facts), of: 1 };
  },
};

/** Asks which unit one of the names means. */
function unitField(answers: Answers, open: string, later: string[], { units }: ReshapeFacts): Field {
  const take = (id: number): FieldReading => ({
    kind: 'mend',
    fields: [saidOf('which')],
    answers: { units: [...new Set([...idsIn(answers), id])], pending: later },
  });
  const said = answers[saidOf('which')] ?? open;
  return namedField({ id: 'which', asked: line('org-ask-which-unit'), said, find: units, take });
}

function unitsField(kind: Reshaping['kind'], { units }: ReshapeFacts): Field {
  return {
    id: 'units',
    lines: [line(`org-units-${kind}-which`)],
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') return { kind: 'none' };
      const laid = unitsSaid(listed(input.text), units);
      const enough = laid.units.length + laid.pending.length >= (kind === 'merge' ? FEWEST : 1);
      return enough ? { kind: 'mend', fields: [], answers: laid } : { kind: 'none' };
    },
  };
}

/** What is known of units named in a message: those that mean one, and the names still to be settled. */
export function unitsSaid(names: readonly string[], find: Find): { units: UnitId[]; pending: string[] } {
  const found = names.slice(0, MOST).map((name) => ({ name, meant: find(name) }));
  return {
    units: [...new Set(found.flatMap(({ meant }) => (meant.length === 1 ? meant.map(({ id }) => id) : [])))],
    pending: found.filter(({ meant }) => meant.length !== 1).map(({ name }) => name),
  };
}

const NAME_MIN = 3;
const NAME_MAX = 150;

/** Why names will not do for new units, if so. */
export function namesRefused(kind: Reshaping['kind'], names: readonly string[], facts: ReshapeFacts): Line | undefined {
  const count = kind === 'merge' ? names.length === 1 : names.length >= FEWEST && names.length <= MOST;
  if (!count || names.some((name) => name.length < NAME_MIN || name.length > NAME_MAX)) {
    return line(`org-units-${kind}-names-odd`);
  }
  return names.map((name) => facts.refusesName(name)).find((refused) => refused !== undefined);
}

function namesField(kind: Reshaping['kind'], facts: ReshapeFacts): Field {
  return {
    id: 'into',
    lines: [line(`org-units-${kind}-into`)],
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') return { kind: 'none' };
      const text = normalise(input.text).replace(/\s+/g, ' ').trim();
      const names = kind === 'merge' ? [text] : listed(text);
      const refused = namesRefused(kind, names, facts);
      return refused ? { kind: 'unread', lines: [refused] } : { kind: 'got', value: names };
    },
  };
}

function checkField({ kind }: Reshaping, answers: Answers, people: readonly Placed[], facts: ReshapeFacts): Field {
  const told = reshapingTold(answers, () => [...people]);
  const check = line(`org-units-${kind}-check`, {
    units: { each: told.units.map((unit) => facts.unitName(unit)), with: ', ' },
    into: { each: told.into, with: ', ' },
    day: { date: told.day },
  });
  const placed = kind === 'split' ? placementLines(answers, people, told.into) : [];
  return confirmField([check, ...placed, ...facts.consequences(kind, told)], line(`org-units-${kind}-yes`));
}
