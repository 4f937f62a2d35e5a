/** What is owed and what was done, as the archive and the directives of the house say. */
import { dutyRecords } from '../../db/duty-records.ts';
import type { Reader } from '../../db/open.ts';
import { rosterStartedOn, unitTree } from '../../db/units.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { DutyWorld } from '../../domain/duties.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { House } from '../house.ts';

/** The world of duties around a day: of some units (few queries), or of all. */
export function dutyWorld(
  house: Pick<House, 'directives' | 'calendar' | 'window'>,
  read: Reader,
  day: IsoDate,
  units?: readonly UnitId[],
): DutyWorld {
  const { directives, calendar, window } = house;
  const tree = unitTree(read);
  // A clock set back to before the beginning knows of none.
  const since = rosterStartedOn(read);
  const records = dutyRecords(read, tree, day, units, directives);
  return { directives, tree, calendar, window, records, ...(since === undefined || since > day ? {} : { since }) };
}
