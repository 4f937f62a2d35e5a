/** What a tracking list of a province is read from: a few obligations in one year, of thousands of units. */
import { addDays, type IsoDate } from '../domain/date.ts';
import type { Directive } from '../domain/directive.ts';
import type { DutyRecords } from '../domain/duties.ts';
import type { UnitTree } from '../domain/unit.ts';
import { LOOK_BACK_DAYS } from './duty-records.ts';
import { inTurn, saidOf } from './entries-in-turn.ts';
import { entriesOf } from './obligation-entries.ts';
import type { Reader } from './open.ts';
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
): Pick<DutyRecords, 'entries'> {
  const year = String(of.year);
  const shown = documentsShown(read, addDays(of.asOf, -LOOK_BACK_DAYS), directives);
  const obligations = directives.flatMap((directive) => directive.obligations.map(({ id }) => id));
  const said = new Map(obligations.map((id) => [id, saidOf(entriesOf(read, id, year), tree)]));
  return {
    entries: (unit, obligation, period, event) => {
      const saidOfIt = period === year && event === '' ? said.get(obligation) : undefined;
      return saidOfIt ? inTurn(shown(unit, obligation, period), saidOfIt(unit)) : [];
    },
  };
}
