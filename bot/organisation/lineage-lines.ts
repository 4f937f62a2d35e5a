/** Says what a new unit's figures are made of: which old units are added up, and where one of them kept silent. */
import { type Line, line } from '../../conversations/say.ts';
import type { LineageFigures } from '../../db/lineage.ts';
import type { Period } from '../../domain/period.ts';
import type { Unit } from '../../domain/unit.ts';
import { monthRanges } from '../month/gaps.ts';

/**
 * The lines for figures that reach back behind a merger; none for a unit that is its own past.
 * @param sent the periods for which anybody of the lineage sent something: what is missing whole is named elsewhere
 */
export function lineageLines({ old, since, silent, splitFrom }: LineageFigures, sent: readonly Period[]): Line[] {
  const lines: Line[] = [];
  const day = { date: since ?? '' };
  if (old.length > 0 && since !== undefined) {
    lines.push(line('report-lineage', { units: { each: old.map(({ name }) => name), with: ', ' }, day }));
  }
  const gaps = gapsByUnit(silent.filter(({ period }) => sent.includes(period)));
  if (gaps.length > 0) lines.push(line('report-lineage-gap', { gaps: { each: gaps, with: '; ' } }));
  for (const { name, validTo } of splitFrom) {
    if (validTo !== undefined) lines.push(line('report-split-from', { unit: name, day: { date: validTo } }));
  }
  return lines;
}

function gapsByUnit(silent: readonly { period: Period; unit: Unit }[]): Line[] {
  const units = new Map<number, { unit: Unit; periods: Period[] }>();
  for (const { period, unit } of silent) {
    const known = units.get(unit.id);
    if (known) known.periods.push(period);
    else units.set(unit.id, { unit, periods: [period] });
  }
  return [...units.values()].map(({ unit, periods }) =>
    line('report-lineage-gap-unit', { unit: unit.name, months: monthRanges(periods) }),
  );
}
