/** "Ghi đã nhận": a coordinator has what several units owe on the desk already, and names them in one message. */
import { z } from 'zod';
import type { UnitId } from '../../domain/unit.ts';
import type { Answers, Form } from '../form.ts';
import { type Line, line, type Say, type Value } from '../say.ts';
import { confirmField } from './confirm.ts';
import { openName, type UnitNames, unitsField, unitsIn, whichField } from './named-units.ts';

/** What was received. */
export interface Received {
  obligation: string;
  /** 'YYYY'. */
  period: string;
}

export interface ReceivedFacts extends UnitNames {
  /** The obligation as it is called, with its year. */
  name: Line;
  /** Of the units named: those that still owe it, and those that have nothing more to send. */
  sorted(units: readonly UnitId[]): { open: string[]; settled: string[] };
  obstacle?: Say;
}

/** Units named in the check; the rest are counted. */
const NAMED_MAX = 12;

/** The units of a completed form; none before they are settled. */
export const unitsTold = (answers: Answers): UnitId[] => unitsIn(answers) ?? [];

export const receiveObligation: Form<Received, ReceivedFacts> = {
  name: 'receive-obligation',
  version: 1,
  parse: (subject) => z.object({ obligation: z.string(), period: z.string() }).parse(subject),
  heading: (_subject, { name }) => [line('received-heading', { name })],
  obstacle: (_subject, { obstacle }) => obstacle,
  plan(_subject, answers, facts) {
    const of = 2;
    const open = openName(answers);
    if (open) return { field: whichField(answers, open, facts), of };
    const units = unitsIn(answers);
    if (!units) return { field: { ...unitsField(facts, {}), lines: [line('received-ask')] }, of };
    const { open: owing, settled } = facts.sorted(units);
    const lines = [
      owing.length === 0
        ? line('received-none-left')
        : line('received-check', { name: facts.name, n: owing.length, names: namesOf(owing) }),
      ...(settled.length > 0 ? [line('received-settled', { names: namesOf(settled) })] : []),
    ];
    return { field: confirmField(lines, line('decide-yes')), of };
  },
};

export function namesOf(all: readonly string[]): Value {
  const each = all.slice(0, NAMED_MAX);
  const more = all.length - each.length;
  const names: Value = { each, with: '; ' };
  return more > 0 ? line('missing-more', { units: names, more }) : names;
}
