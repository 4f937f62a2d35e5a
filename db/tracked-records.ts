/** What a tracking list of a province is read from: a few obligations in one year, of thousands of units. */
import { addDays, type IsoDate } from '../domain/date.ts';
import type { Directive } from '../domain/directive.ts';
import type { TrackedRecords } from '../domain/tracking.ts';
import type { UnitTree } from '../domain/unit.ts';
import { LOOK_BACK_DAYS } from './duty-records.ts';
import { inTurn, saidOf } from './entries-in-turn.ts';
import { entriesOf } from './obligation-entries.ts';
import type { Reader } from './open.ts';
import { settledOf } from './settled-obligations.ts';
import { documentsShown } from './shown-documents.ts';

/**
 * The records of what some directives ask for in a year by the calendar; asked for anything else they know nothing.
 * @param asOf the day whose directives count: long before it nobody showed what is owed in the year
 */
export function trackedRecords(
  read: Reader,
  tree: UnitTree,
  directives: readonly Directive[],
  of: { year: number; asOf: IsoDate },
): TrackedRecords {
  const year = String(of.year);
  const obligations = directives.flatMap((directive) => directive.obligations.map(({ id }) => id));
  const told = new Map(
    obligations.map((obligation) => {
      const about = { obligation, period: year };
      const { settled, others } = settledOf(read, about);
      return [obligation, { settled, said: saidOf(entriesOf(read, about, others), tree) }];
    }),
  );
  const all = [...told.values()];
  const unsettled = [...tree.keys()].filter((unit) => all.some(({ settled }) => !settled.has(unit)));
  const shown = documentsShown(read, addDays(of.asOf, -LOOK_BACK_DAYS), directives, unsettled);
  return {
    settled: (unit, obligation) => told.get(obligation)?.settled.get(unit),
    entries: (unit, obligation) => {
      const said = told.get(obligation)?.said;
      return said ? inTurn(shown(unit, obligation, year), said(unit)) : [];
    },
  };
}
