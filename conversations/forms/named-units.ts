/** Units typed by name, one or many in a message, with every name that is not sure asked back. */
import type { UnitId } from '../../domain/unit.ts';
import type { Input } from '../flow.ts';
import type { Answers, Field, FieldReading, Json } from '../form.ts';
import { type Line, line, type Option, option } from '../say.ts';

export interface NamedUnit {
  id: UnitId;
  name: string;
}

/** What a form asks of the archive to understand names. */
export interface UnitNames {
  /** Units with others under them: the clusters that can be chosen whole. */
  clusters(): NamedUnit[];
  /** The units within reach a few words can mean, best first. */
  named(words: string): NamedUnit[];
}

/** Units offered as buttons; with more the person types the name. */
const UNITS_OFFERED_MAX = 8;
/** Names taken from one message: more than a province has districts or clusters. */
const NAMES_MAX = 60;

/** A name as typed, and the units it can mean; settled when it means one. */
interface SaidName {
  said: string;
  ids: UnitId[];
}

const namesIn = ({ units }: Answers): SaidName[] => (Array.isArray(units) ? (units as unknown as SaidName[]) : []);

/** The units the answer 'units' stands for; undefined while there is none, or a name is not settled. */
export function unitsIn(answers: Answers): UnitId[] | undefined {
  const names = namesIn(answers);
  if (names.length === 0 || names.some(({ ids }) => ids.length !== 1)) return undefined;
  return [...new Set(names.flatMap(({ ids }) => ids))];
}

/** The first name that means no unit, or several. */
export const openName = (answers: Answers): SaidName | undefined =>
  namesIn(answers).find(({ ids }) => ids.length !== 1);

const json = (names: readonly SaidName[]): Json => names.map(({ said, ids }) => ({ said, ids }));

/** Names parted by commas, lines or "và". @param beside answers laid down beside the units */
export function typedUnits(text: string, facts: UnitNames, beside: Record<string, Json>): FieldReading {
  const said = text
    .split(/[,;\n+]|\s(?:và|va)\s/u)
    .map((part) => part.trim().replace(/[.!]+$/, ''))
    .filter((part) => part !== '');
  if (said.length === 0) return { kind: 'none' };
  if (said.length > NAMES_MAX) return { kind: 'unread', lines: [line('broadcast-many-names', { max: NAMES_MAX })] };
  const names = said.map((each) => ({ said: each, ids: unitsMeant(each, facts) }));
  if (names.every(({ ids }) => ids.length === 0)) {
    return { kind: 'unread', lines: [line('broadcast-no-unit', { name: said.join(', ') })] };
  }
  return { kind: 'mend', fields: [], answers: { ...beside, units: json(names) } };
}

const unitsMeant = (words: string, facts: UnitNames): UnitId[] => facts.named(words).map(({ id }) => id);

/** Asks for the units by name, with the clusters as buttons. */
export function unitsField(facts: UnitNames, beside: Record<string, Json>): Field {
  const clusters = facts.clusters().slice(0, UNITS_OFFERED_MAX);
  return {
    id: 'units',
    lines: [line('broadcast-ask-units')],
    ...(clusters.length > 0 ? { choices: clusters.map((unit) => [unitOption(unit)]) } : {}),
    numbered: true,
    ask: 'text',
    verbatim: true,
    read: (input) => {
      if (input.kind === 'text') return typedUnits(input.text, facts, beside);
      const found = clusters.find(({ id }) => input.ids[0] === `u${id}`);
      return found ? { kind: 'got', value: json([{ said: found.name, ids: [found.id] }]) } : { kind: 'none' };
    },
  };
}

const unitOption = ({ id, name }: NamedUnit): Option => option(`u${id}`, 'choice-unit', { unit: name });

/** Asks what one name means: it is none, or it is several. */
export function whichField(answers: Answers, open: SaidName, facts: UnitNames): Field {
  const names = namesIn(answers);
  const candidates = open.ids.length === 0 ? [] : facts.named(open.said);
  const shown = candidates.length > UNITS_OFFERED_MAX ? [] : candidates;
  const settle = (ids: UnitId[], said = open.said): FieldReading =>
    laid(names.map((name) => (name === open ? { said, ids } : name)));
  return {
    id: 'which',
    lines: [whichLine(open, candidates.length)],
    choices: [...shown.map((unit) => [unitOption(unit)]), [option('drop', 'broadcast-drop-name', { name: open.said })]],
    numbered: true,
    ask: 'text',
    verbatim: true,
    read: (input: Input): FieldReading => {
      if (input.kind === 'text') {
        const ids = unitsMeant(input.text, facts);
        if (ids.length > 0) return settle(ids, input.text.trim());
        return { kind: 'unread', lines: [] };
      }
      const [id] = input.ids;
      if (id === 'drop') return laid(names.filter((name) => name !== open));
      const found = shown.find((unit) => id === `u${unit.id}`);
      return found ? settle([found.id]) : { kind: 'none' };
    },
  };
}

function whichLine({ said, ids }: SaidName, candidates: number): Line {
  if (ids.length === 0) return line('broadcast-name-unknown', { name: said });
  const key = candidates > UNITS_OFFERED_MAX ? 'broadcast-name-many' : 'broadcast-name-several';
  return line(key, { name: said, n: candidates });
}

/** With the last name dropped the units are asked for again. */
const laid = (names: readonly SaidName[]): FieldReading =>
  names.length === 0
    ? { kind: 'mend', fields: ['units'] }
    : { kind: 'mend', fields: [], answers: { units: json(names) } };
