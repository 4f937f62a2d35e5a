/** Whose figures a merged unit's year is made of, merger by merger, as its report says them. */
import type { LineageFigures } from '../../db/lineage.ts';
import { addDays, type IsoDate } from '../../domain/date.ts';
import type { Period } from '../../domain/period.ts';
import type { Unit } from '../../domain/unit.ts';
import type { MergedPast } from '../../reports/annual-lineage.ts';

/** The mergers behind a unit whose old units sent any of the months, the earliest first. */
export function mergedPast({ old, months, silent, since }: LineageFigures, unit: Unit): MergedPast[] {
  const before = new Map<IsoDate, Unit[]>();
  const lacking = new Set(silent.map((each) => each.unit));
  for (const each of new Set([...old, ...lacking])) {
    if (each.id === unit.id) continue;
    const day = each.validTo === undefined ? (since ?? '') : addDays(each.validTo, 1);
    before.set(day, [...(before.get(day) ?? []), each]);
  }
  return [...before]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([day, units]): MergedPast[] => {
      const sent = months
        .filter((month) => units.includes(month.unit))
        .map(({ period }) => period)
        .sort();
      const [from, to] = [sent[0], sent.at(-1)];
      if (from === undefined || to === undefined) return [];
      return [
        {
          ...(day === '' ? {} : { day }),
          from,
          to,
          units: units.filter((each) => old.includes(each)).map(({ name }) => name),
          silent: units.flatMap((each) => silentOf(each, silent)),
        },
      ];
    });
}

function silentOf(unit: Unit, silent: LineageFigures['silent']): { unit: string; months: Period[] }[] {
  const months = silent.filter((each) => each.unit === unit).map(({ period }) => period);
  return months.length === 0 ? [] : [{ unit: unit.name, months }];
}
