/** "Xu hướng": the twelve months that end with one, of a scope, in a few words and a picture. */
import { type Line, line } from '../../conversations/say.ts';
import { type Period, periodYear } from '../../domain/period.ts';
import { monthSpan } from '../../domain/span.ts';
import { type Scene, speak } from '../scene.ts';
import type { Scope } from './scope.ts';
import { monthsOf, type Standing, standingOf } from './standing.ts';
import { lateShown, notCountedLine, shown } from './status-lines.ts';
import { trendMonths, trendPicture } from './status-picture.ts';

/** How a scope stands in the twelve months that end with one. */
export const trendStanding = (scene: Pick<Scene, 'house' | 'tx' | 'today'>, scope: Scope, last: Period): Standing =>
  standingOf(scene, scope, monthSpan(last), trendMonths(last));

/** Answers "xu hướng" up to a month. */
export function sayTrend(scene: Scene, scope: Scope, last: Period): void {
  const standing = trendStanding(scene, scope, last);
  const [only] = standing.units;
  const name = standing.units.length === 1 && only ? only.unit.name : scope.name;
  const args = { n: standing.periods.length, until: { period: last }, scope: name, at: { time: scene.now } };
  const lines = [line('trend-heading', args), ...wordsOf(scene, standing)];
  const attachment = trendPicture(scene, standing);
  speak(scene, { lines }, attachment ? { attachment } : {});
}

function wordsOf(scene: Scene, standing: Standing): Line[] {
  const months = monthsOf(standing).filter(([, { received }]) => received.known > 0);
  const ranked = months.toSorted(([, a], [, b]) => b.received.value - a.received.value);
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (!most || !least) return [line('trend-none')];
  const { dossiers } = standing;
  const sums = line('trend-sums', {
    months: months.length,
    received: shown(dossiers.received),
    resolved: shown(dossiers.resolved),
    late: lateShown(scene, dossiers),
  });
  const ends = line('trend-most', {
    period: { period: most[0] },
    n: most[1].received.value,
    least: { period: least[0] },
    least_n: least[1].received.value,
  });
  return [sums, ...(months.length > 1 ? [ends] : []), ...notCountedLine(dossiers)];
}

/** The last month of a year that may have figures on a day, given the last that has ended. */
export const lastOfYear = (year: number, ended: Period): Period =>
  periodYear(ended) === year ? ended : `${String(year).padStart(4, '0')}-12`;
