/** What is said for a year becomes records. Whoever sends it, and whoever grants a change of a closed year, goes through here. */
import type { Figures } from '../../conversations/flow.ts';
import { figuresOf, recordFigures } from '../../db/answers.ts';
import { noteDeed } from '../../db/audit.ts';
import { replaceRequests } from '../../db/change-requests.ts';
import { indicatorsOf } from '../../domain/indicator.ts';
import { changesBetween } from '../../domain/month-change.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import type { Scene } from '../scene.ts';
import type { Recording } from './record-month.ts';

/** Those of some figures that are said for a year. */
export function yearlyOf(figures: Figures): Figures {
  const known = new Set<string>(indicatorsOf('year'));
  return Object.fromEntries(Object.entries(figures).filter(([name]) => known.has(name)));
}

/** True where some answers would say anything else than what is recorded. */
export const changesYear = ({ tx }: Pick<Scene, 'tx'>, unit: UnitId, year: string, figures: Figures): boolean =>
  changesBetween(figuresOf(tx, unit, year), figures, 'year').length > 0;

/** Records what is said for a year ('YYYY'); answers how many figures are new or different. */
export function recordYear(
  { tx, now }: Pick<Scene, 'tx' | 'now'>,
  unit: Unit,
  { year, figures }: { year: string; figures: Figures },
  { person, source, granted }: Recording,
): number {
  const changed = recordFigures(tx, unit.id, year, yearlyOf(figures), source);
  if (changed > 0) replaceRequests(tx, unit.id, year, source);
  noteDeed(tx, {
    at: now,
    actor: person.code,
    action: 'supplement_year',
    subject: `unit:${unit.code}/${year}`,
    detail: { changed, ...granted },
  });
  return changed;
}
