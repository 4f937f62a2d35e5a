/**
 * "Tổng hợp năm 2026": a year over all the units somebody may see. It is a sum over what was sent, so it says over how
 * many units, and names whoever is not in it with the months.
 */
import { type Line, line } from '../conversations/say.ts';
import { filingsOfUnits } from '../db/answers.ts';
import { sumsOf } from '../db/sums.ts';

import { coverage, lastEnded, type Period, periodsOfYear } from '../domain/period.ts';
import { existsOn, type Unit } from '../domain/unit.ts';
import { monthRanges } from './gaps.ts';
import { type Scene, tell } from './scene.ts';
import { reporting, topName } from './status.ts';

/** Units named with their missing months; a longer list would not be read on a phone. */
const NAMED_MAX = 10;

interface Missing {
  unit: Unit;
  months: Period[];
  /** True where nothing at all was sent. */
  all: boolean;
}

/** Answers for a year: the sums, how many units they are of, and who is missing. */
export function sayCompiled(scene: Scene, year: number): void {
  const units = reporting(scene);
  if (units.length === 0) return tell(scene, line('not-allowed'));
  const ended = lastEnded(scene.today, scene.house.window);
  const due = periodsOfYear(year).filter((period) => period <= ended);
  const until = due.at(-1);
  if (until === undefined) return tell(scene, line('compiled-none', { year: String(year) }));
  const { sums, missing } = gather(scene, units, due);
  tell(
    scene,
    line('compiled-heading', { year: String(year), scope: topName(scene), at: { time: scene.now } }),
    line('compiled-units', {
      complete: units.length - missing.length,
      total: units.length,
      until: { period: until },
    }),
    line('compiled-figures', sums),
    ...missingLines(missing),
  );
}

function gather(scene: Scene, units: readonly Unit[], due: readonly Period[]) {
  const ids = units.map(({ id }) => id);
  const found = sumsOf(scene.tx, ids, due, ['received', 'resolved', 'resolved_late']);
  const sums = { received: found.received, resolved: found.resolved, late: found.resolved_late, months: 0 };
  const sent = new Map<number, Period[]>();
  for (const period of due) {
    for (const { unit } of filingsOfUnits(scene.tx, ids, period)) {
      sums.months += 1;
      sent.set(unit, [...(sent.get(unit) ?? []), period]);
    }
  }
  const missing = units.flatMap((unit): Missing[] => {
    const filed = sent.get(unit.id) ?? [];
    // A unit founded in the year owes only the months it was there for.
    const months = due.filter(
      (period) => existsOn(unit, coverage(period, scene.house.window).to) && !filed.includes(period),
    );
    return months.length === 0 ? [] : [{ unit, months, all: filed.length === 0 }];
  });
  return { sums, missing };
}

function missingLines(missing: readonly Missing[]): Line[] {
  if (missing.length === 0) return [];
  const named = missing.slice(0, NAMED_MAX);
  const more = missing.length - named.length;
  return [
    line('compiled-missing'),
    ...named.map(({ unit, months, all }) =>
      all
        ? line('compiled-missing-all', { unit: unit.name })
        : line('compiled-missing-unit', { unit: unit.name, months: monthRanges(months) }),
    ),
    ...(more > 0 ? [line('compiled-missing-more', { n: more })] : []),
  ];
}
