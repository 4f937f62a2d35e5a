/** "Tiến độ kế hoạch": how far what the directives follow up is done, obligation by obligation. */
import { line, option } from '../../conversations/say.ts';
import { isMet, isOwed, type Tracking } from '../../domain/tracking.ts';
import type { ObligationBar } from '../../reports/chart/model.ts';
import { trackingFor } from '../duties/tracking.ts';
import { offer, RUN, type Scene, tell } from '../scene.ts';
import { topName } from './reporting.ts';
import type { Scope } from './scope.ts';
import { percent } from './status-lines.ts';
import { obligationsPicture } from './status-picture.ts';

/** Obligations named; the picture and the tracking list have all of them. */
const NAMED_MAX = 6;

/** Each obligation of a tracking with how many of those who owe it are done, late, or still have time. */
export function barsOfTracking({ columns, units }: Tracking, language: 'vi' | 'en'): ObligationBar[] {
  return columns.map(({ obligation }, column) => {
    const marks = units.map(({ marks: row }) => row[column] ?? 'not_owed').filter(isOwed);
    const done = marks.filter(isMet).length;
    const late = marks.filter((mark) => mark === 'late').length;
    const title = obligation.tracked?.[language] ?? obligation.title[language];
    return { title, done, late, open: marks.length - done - late };
  });
}

/** Answers "tiến độ kế hoạch" for a year, of all somebody may see or of one scope. */
export function sayProgress(scene: Scene, year: number, scope?: Scope): void {
  const args = { year: String(year) };
  const name = scope?.name ?? topName(scene);
  const bars = barsOfTracking(trackingFor(scene, year, scope?.units), scene.person.language);
  if (bars.length === 0) return tell(scene, line('progress-none', args));
  const totalOf = ({ done, late, open }: ObligationBar): number => done + late + open;
  const sum = (of: (bar: ObligationBar) => number): number => bars.reduce((all, bar) => all + of(bar), 0);
  const [done, total] = [sum((bar) => bar.done), sum(totalOf)];
  const named = bars.slice(0, NAMED_MAX);
  const lines = [
    line('progress-heading', { ...args, scope: name, at: { time: scene.now } }),
    line('progress-sum', { done, total, rate: percent(scene, done, total), late: sum(({ late }) => late) }),
    ...named.map((bar) =>
      line('progress-line', {
        name: bar.title,
        done: bar.done,
        total: totalOf(bar),
        rate: percent(scene, bar.done, totalOf(bar)),
        late: bar.late,
      }),
    ),
    ...(bars.length > named.length ? [line('progress-more', { n: bars.length - named.length })] : []),
  ];
  // The list behind the button is of everything; beside one unit it would say other figures.
  const choices = scope ? [] : [[option(`${RUN}tracking:${year}`, 'progress-choice-details')]];
  offer(scene, { lines, choices }, { attachment: obligationsPicture(scene, name, year, bars) });
}
