/**
 * What a year's report lacks, named so that it can be asked for: the months not sent, then the figures, words and
 * documents, each group in one line. A month not sent is named once and not again for each of its figures.
 */
import { type Line, line, type Value } from '../../conversations/say.ts';
import { INDICATORS, isIndicator } from '../../domain/indicator.ts';
import { type Period, periodMonth } from '../../domain/period.ts';
import type { AnnualModel, Gap } from '../../reports/annual.ts';
import { expectedPeriods } from '../../reports/annual-totals.ts';

type Group = 'figures' | 'words' | 'documents';

const GROUPS: readonly Group[] = ['figures', 'words', 'documents'];

const groupOf = ({ what }: Gap): Group =>
  !isIndicator(what) ? 'documents' : INDICATORS[what].kind === 'text' ? 'words' : 'figures';

/**
 * The lines naming every gap of a compiled year, given the months that were sent.
 * @param partly months not every unit merged into this one has sent: named with the unit, not for each figure
 */
export function gapLines(
  { gaps, year, window }: AnnualModel,
  filed: readonly Period[],
  partly: readonly Period[] = [],
): Line[] {
  const unfiled = expectedPeriods(window.from, window.to).filter((period) => !filed.includes(period));
  const rest = gaps.flatMap((gap) => withoutMonths(gap, [...unfiled, ...partly]));
  if (unfiled.length + rest.length === 0) return [line('report-complete')];
  const groups = GROUPS.flatMap((group): Line[] => {
    const names = rest.filter((gap) => groupOf(gap) === group).map(gapName);
    return names.length === 0 ? [] : [line(`report-gaps-${group}`, { names: { each: names, with: '; ' } })];
  });
  return [
    line('report-gaps', { count: unfiled.length + rest.length }),
    ...(unfiled.length > 0 ? [line('report-gaps-months', { months: monthRanges(unfiled), year: String(year) })] : []),
    ...groups,
  ];
}

/** A gap less the months that are missing whole; nothing where these explain all of it. */
function withoutMonths(gap: Gap, unfiled: readonly Period[]): Gap[] {
  if (!gap.months) return [gap];
  const months = gap.months.filter((period) => !unfiled.includes(period));
  return months.length > 0 ? [{ ...gap, months }] : [];
}

function gapName({ what, months }: Gap): Line {
  const name = line(isIndicator(what) ? `indicator-${what}` : `document-${what}`);
  return months ? line('report-gap-months', { name, months: monthRanges(months) }) : name;
}

/** "1–9, 11" from the months of one year. */
export function monthRanges(periods: readonly Period[]): Value {
  const runs: [number, number][] = [];
  for (const month of periods.map(periodMonth)) {
    const last = runs.at(-1);
    if (last && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  return { each: runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)), with: ', ' };
}
