/** Which stretch of months a command means. */
import type { Command } from '../../conversations/parse/command.ts';
import { lastEnded, periodAt, periodYear } from '../../domain/period.ts';
import { monthSpan, quarterOf, quarterSpan, type Span, yearSpan } from '../../domain/span.ts';
import { monthNamed } from '../month/month.ts';
import type { Scene } from '../scene.ts';

/** The span a command names; undefined where it names none. A quarter without its year is the latest that has begun. */
export function spanNamed(scene: Scene, { month, quarter, year }: Command): Span | undefined {
  if (month !== undefined) return monthSpan(monthNamed(scene, year === undefined ? { month } : { month, year }));
  if (quarter !== undefined) {
    const running = periodAt(scene.today, scene.house.window);
    const same = quarterSpan(periodYear(running), quarter);
    const latest = same.periods[0] > running ? quarterSpan(periodYear(running) - 1, quarter) : same;
    return year === undefined ? latest : quarterSpan(year, quarter);
  }
  return year === undefined ? undefined : yearSpan(year);
}

/** The span a command is about: the one it names, or the last that ended of the kind it speaks of. */
export function spanMeant(scene: Scene, command: Command): Span {
  const ended = lastEnded(scene.today, scene.house.window);
  const named = spanNamed(scene, command);
  if (named) return named;
  if (command.against === 'quarter') return quarterOf(ended);
  return command.against === 'year' ? yearSpan(periodYear(ended)) : monthSpan(ended);
}
