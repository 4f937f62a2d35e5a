/** "Tình hình": how the units somebody may see stand in a month, a quarter or a year, with the ways on from there. */
import type { Command } from '../../conversations/parse/command.ts';
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { lastEnded, periodYear } from '../../domain/period.ts';
import { monthSpan, type Span } from '../../domain/span.ts';
import { offer, RUN, type Scene, tell } from '../scene.ts';
import { type Scope, scopeId, scopeNamed, scopeOf } from './scope.ts';
import { spanMeant } from './span-meant.ts';
import { lackingUnits, type Standing, standingOf } from './standing.ts';
import { nothingOf, statusLinesOf } from './status-lines.ts';
import { trendPicture, unitsPicture } from './status-picture.ts';
import { trendStanding } from './trend.ts';

/** The month that is meant where none is named. */
export const spanAtHand = ({ house, today }: Pick<Scene, 'house' | 'today'>): Span =>
  monthSpan(lastEnded(today, house.window));

/** The lines of "tình hình", for whoever is in the middle of something else. */
export function statusLines(scene: Scene, command: Command): Line[] {
  const whole = scopeOf(scene);
  const scope = command.unit === undefined ? whole : scopeNamed(scene, command.unit);
  if (scope) return statusLinesOf(scene, standingOf(scene, scope, spanMeant(scene, command)));
  return [command.unit === undefined ? line('not-allowed') : line('no-unit-named', { name: command.unit })];
}

/** Answers "tình hình" for a scope and a span: words, picture and buttons from one reading. */
export function sayStatus(scene: Scene, scope: Scope, span: Span): void {
  const standing = standingOf(scene, scope, span);
  const lines = statusLinesOf(scene, standing);
  if (nothingOf(scene, standing)) return tell(scene, ...lines);
  const attachment = pictureOf(scene, standing);
  offer(scene, { lines, choices: waysOn(standing) }, attachment ? { attachment } : {});
}

function pictureOf(scene: Scene, standing: Standing) {
  if (standing.units.length > 1) return unitsPicture(scene, standing);
  const last = standing.periods.at(-1);
  return last === undefined ? undefined : trendPicture(scene, trendStanding(scene, standing.scope, last));
}

/** What a status leads to: down to the units, across to another time, out as a file. */
function waysOn(standing: Standing): Option[][] {
  const { span, scope, units, dossiers, tally } = standing;
  const about = `${scopeId(scope)}:${span.id}`;
  const [only] = units;
  const across = [
    option(`${RUN}compare:${about}`, `status-choice-compare-${span.kind}`),
    option(`${RUN}trend:${about}`, 'status-choice-trend'),
  ];
  const file = tally.sent > 0 ? [[option(`${RUN}table:${about}`, 'status-choice-file')]] : [];
  if (units.length === 1 && only) return [...ownWays(standing), across, ...file];
  const missing = lackingUnits(standing).length;
  const down = [
    ...(missing > 0 ? [option(`${RUN}missing:${about}`, 'status-choice-missing', { n: missing })] : []),
    ...(dossiers.late.value > 0
      ? [option(`${RUN}late:${about}`, 'status-choice-late', { n: dossiers.late.value })]
      : []),
  ];
  return [...(down.length > 0 ? [down] : []), across, ...file];
}

function ownWays({ span, units }: Standing): Option[][] {
  const [only] = units;
  if (!only) return [];
  const { id } = only.unit;
  const year = String(periodYear(span.periods[0]));
  const figures =
    span.kind === 'month' && only.tally.sent > 0
      ? [option(`${RUN}unit-month:${id}:${span.id}`, 'status-choice-figures')]
      : [];
  return [[...figures, option(`${RUN}unit:${id}:${year}`, 'status-choice-months', { year })]];
}
