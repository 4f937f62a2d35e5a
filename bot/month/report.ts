/** The annual report by chat: compiled from what was filed, sent as a draft, with what is missing named. */
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { figuresOf } from '../../db/answers.ts';
import { documentsOf } from '../../db/documents.ts';
import { figuresWithLineage, type LineageFigures } from '../../db/lineage.ts';
import type { Reader } from '../../db/open.ts';
import { NO_DATA } from '../../domain/figure.ts';
import { isIndicator } from '../../domain/indicator.ts';
import { dueFor } from '../../domain/lineage.ts';
import { coverage, type Period, periodsOfYear } from '../../domain/period.ts';
import type { Unit, UnitKind, UnitTree } from '../../domain/unit.ts';
import { type AnnualModel, compileAnnual } from '../../reports/annual.ts';
import { expectedPeriods } from '../../reports/annual-totals.ts';
import type { House } from '../house.ts';
import { lineageLines } from '../organisation/lineage-lines.ts';
import { awaitedMonths } from '../review/awaiting.ts';
import { allowed, offer, type Scene, tell } from '../scene.ts';
import { gapLines, monthRanges } from './gaps.ts';
import { mergedPast } from './merged-past.ts';

const LETTERHEAD_KINDS: readonly UnitKind[] = ['province', 'district'];

/** The year of a unit, compiled from its rows, and which of its months were sent. */
export function compileYear(
  read: Reader,
  house: Pick<House, 'window' | 'ratio' | 'standardCode'>,
  tree: UnitTree,
  unit: Unit,
  year: number,
): { model: AnnualModel; filed: Period[]; lineage: LineageFigures } {
  const periods = periodsOfYear(year);
  const lineage = figuresWithLineage(read, tree, unit, periods, house.window);
  const filed = [...new Set(lineage.months.map(({ period }) => period))];
  const [start, end] = covered(periods, filed, (period) => dueFor(tree, unit, coverage(period, house.window).to));
  const parent = unit.parent === undefined ? undefined : tree.get(unit.parent);
  // Only an authority stands above the issuing office in a letterhead; a department or a cluster coordinates.
  const authority = parent && LETTERHEAD_KINDS.includes(parent.kind) ? parent : undefined;
  const model = compileAnnual({
    unit: { name: unit.name, kind: unit.kind, ...(authority ? { parentName: authority.name } : {}) },
    year,
    window: { from: coverage(start, house.window).from, to: coverage(end, house.window).to },
    months: [...lineage.months.map(({ period, figures }) => ({ period, figures })), ...silentMonths(lineage, filed)],
    merged: mergedPast(lineage, unit),
    yearly: figuresOf(read, unit.id, String(year)),
    documents: [...lineage.old, unit].flatMap(({ id }) =>
      documentsOf(read, id, periods[0] ?? '', periods.at(-1) ?? ''),
    ),
    settings: { standardCode: house.standardCode, ratio: house.ratio },
  });
  return { model, filed, lineage };
}

/**
 * First and last month a unit's year covers: those somebody owed or sent. Months before the unit existed, or after its
 * end, are nobody's silence.
 */
function covered(
  periods: readonly Period[],
  filed: readonly Period[],
  due: (period: Period) => readonly Unit[],
): [Period, Period] {
  const counted = periods.filter((period) => filed.includes(period) || due(period).length > 0);
  const all = counted.length > 0 ? counted : periods;
  return [all[0] ?? '', all.at(-1) ?? ''];
}

/** The months some units of the lineage sent and others, who owed them, did not. */
export const partlySent = ({ silent }: LineageFigures, filed: readonly Period[]): Period[] =>
  silent.map(({ period }) => period).filter((period) => filed.includes(period));

/** A unit that kept silent in a month another of its lineage sent: the sum of that month is no whole one. */
const silentMonths = ({ silent }: LineageFigures, filed: readonly Period[]) =>
  silent
    .filter(({ period }) => filed.includes(period))
    .map(({ period }) => ({ period, figures: { audit_done: NO_DATA } }));

/** The months that are no gap of the unit's making: sent after they were closed, they wait for a coordinator. */
function awaitedLine(scene: Scene, unit: Unit, year: number): Line[] {
  const [since = '', ...others] = periodsOfYear(year);
  const awaited = awaitedMonths(scene, unit, since);
  const months = [since, ...others].filter((period) => awaited.has(period));
  return months.length === 0 ? [] : [line('report-awaited', { months: monthRanges(months) })];
}

/** Answers "báo cáo năm …": the file, the window its figures cover, and the gaps by name. */
export function sendReport(scene: Scene, unit: Unit, year: number): void {
  if (!allowed(scene, 'compile_report', unit.id)) return tell(scene, line('not-allowed'));
  const { model, filed, lineage } = compileYear(scene.tx, scene.house, scene.tree, unit, year);
  const args = { year: String(year), unit: unit.name };
  const awaited = awaitedLine(scene, unit, year);
  if (filed.length === 0) return tell(scene, line('report-none', args), ...lineageLines(lineage, filed), ...awaited);
  const lines = [
    line('report-ready', args),
    line('report-data', {
      from: { date: model.window.from },
      to: { date: model.window.to },
      months: filed.length,
      of: expectedPeriods(model.window.from, model.window.to).length,
    }),
    ...lineageLines(lineage, filed),
    ...gapLines(model, filed, partlySent(lineage, filed)),
    ...awaited,
  ];
  const choices: Option[][] = [];
  const lacksYear = model.gaps.some((gap) => !gap.months && isIndicator(gap.what));
  if (lacksYear && allowed(scene, 'supplement_year', unit.id)) {
    choices.push([option(`run:supplement:${unit.id}:${year}`, 'choice-supplement', { year: String(year) })]);
  }
  const name = scene.pen.write(line('report-file', { year: String(year), unit: unit.code }));
  const attachment = { maker: 'annual-docx', name, show: 'document', data: model } as const;
  offer(scene, choices.length > 0 ? { lines, choices } : { lines }, { attachment });
}
