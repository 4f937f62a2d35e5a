/** "Theo dõi phường Bắc Hồng": what is followed up of one unit, each with where it stands and a way to its history. */
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { unitsMeant } from '../../db/units.ts';
import type { Mark } from '../../domain/tracking.ts';
import { offer, RUN, type Scene, tell, unitsFor } from '../scene.ts';
import { trackingFor } from './tracking.ts';

const isShown = (mark: Mark): mark is Exclude<Mark, 'not_owed'> => mark !== 'not_owed';

/** Answers for the unit named; the name is asked again where it is none, or several. */
export function sayUnitTracking(scene: Scene, year: number, name: string): void {
  const ids = new Set(unitsFor(scene, 'read_status').map(({ id }) => id));
  const [unit, other] = unitsMeant(scene.tx, name, ids);
  if (!unit || other) return tell(scene, line('no-unit-named', { name }));
  const { columns, units } = trackingFor(scene, year);
  const row = units.find((each) => each.unit.id === unit.id);
  if (!row) return tell(scene, line('tracking-nothing', { year: String(year) }));
  const owed = columns.flatMap(({ obligation }, column) => {
    const mark: Mark = row.marks[column] ?? 'not_owed';
    return isShown(mark) ? [{ obligation, mark }] : [];
  });
  const { language } = scene.person;
  const lines: Line[] = owed.map(({ obligation, mark }) =>
    line('tracking-unit-item', { name: obligation.tracked?.[language] ?? obligation.id, state: line(`mark-${mark}`) }),
  );
  const ways = owed.map(({ obligation }): Option[] => [
    option(`${RUN}duty:${unit.id}:${obligation.id}:${year}`, 'tracking-unit-way', {
      name: obligation.tracked?.[language] ?? obligation.id,
    }),
  ]);
  offer(scene, {
    lines: [line('tracking-unit-heading', { year: String(year), unit: unit.name }), ...lines],
    choices: ways,
  });
}
