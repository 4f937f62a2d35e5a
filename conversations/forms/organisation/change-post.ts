/** Somebody moves to another unit, leaves, or hands their work over to a successor, from a day on. */
import { z } from 'zod';
import type { IsoDate } from '../../../domain/date.ts';
import type { PersonId } from '../../../domain/person.ts';
import type { UnitId } from '../../../domain/unit.ts';
import type { Answers, Form } from '../../form.ts';
import { type Line, line } from '../../say.ts';
import { confirmField } from '../confirm.ts';
import { dayField, type Find, namedField, numberOf, saidOf, textOf } from './fields.ts';

export interface PostChange {
  kind: 'move' | 'retire' | 'hand_over';
}

/** A change as it was told. */
export interface ToldChange {
  who: PersonId;
  unit?: UnitId;
  successor?: PersonId;
  day: IsoDate;
}

export interface PostFacts {
  today: IsoDate;
  people: Find;
  /** Who can hand over or leave; of a unit named instead, who files for it. */
  holders: Find;
  units: Find;
  personName(person: PersonId): string;
  unitName(unit: UnitId): string;
  /** The roles that would end, in words. */
  posts(who: PersonId): Line;
  /** What this would leave behind: a unit without anybody who files, a draft that goes along. */
  warnings(kind: PostChange['kind'], change: ToldChange): Line[];
}

/** The answers of a completed form. @throws {Error} before all were given: a defect of ours */
export function changeTold({ kind }: PostChange, { who, unit, to, day }: Answers): ToldChange {
  return {
    who: numberOf(who),
    day: textOf(day),
    ...(kind === 'move' ? { unit: numberOf(unit) } : {}),
    ...(kind === 'hand_over' ? { successor: numberOf(to) } : {}),
  };
}

export const changePost: Form<PostChange, PostFacts> = {
  name: 'change-post',
  version: 1,
  parse: (subject) => z.object({ kind: z.enum(['move', 'retire', 'hand_over']) }).parse(subject),
  heading: ({ kind }) => [line(`org-post-${kind}-heading`)],
  plan(subject, answers, facts) {
    const { kind } = subject;
    const { who, unit, to, day } = answers;
    const named = (id: string, asked: Line, find: Find) => ({
      field: namedField({ id, asked, said: answers[saidOf(id)], find }),
      of: 1,
    });
    if (typeof who !== 'number') return named('who', line(`org-post-${kind}-who`), facts.holders);
    if (kind === 'move' && typeof unit !== 'number') return named('unit', line('org-ask-new-unit'), facts.units);
    if (kind === 'hand_over' && (typeof to !== 'number' || to === who)) {
      const others: Find = (words) => facts.people(words).filter(({ id }) => id !== who);
      return named('to', line('org-ask-successor', { name: facts.personName(who) }), others);
    }
    if (typeof day !== 'string') return { field: dayField('day', facts.today), of: 1 };
    return { field: checkField(subject, changeTold(subject, answers), facts), of: 1 };
  },
};

function checkField({ kind }: PostChange, change: ToldChange, facts: PostFacts) {
  const check = line(`org-post-${kind}-check`, {
    name: facts.personName(change.who),
    posts: facts.posts(change.who),
    day: { date: change.day },
    unit: change.unit === undefined ? '' : facts.unitName(change.unit),
    to: change.successor === undefined ? '' : facts.personName(change.successor),
  });
  return confirmField([check, ...facts.warnings(kind, change)], line(`org-post-${kind}-yes`));
}
