/** Which stretch of months a command means. */
import type { Command } from '../../conversations/parse/command.ts';
import type { SpanSaid } from '../../conversations/parse/date/span-said.ts';
import { lastEnded, periodAt, periodYear } from '../../domain/period.ts';
import { monthSpan, monthsSpan, quarterOf, quarterSpan, type Span, yearSpan } from '../../domain/span.ts';
import { monthNamed } from '../month/month.ts';
import type { Scene } from '../scene.ts';

/**
 * The span that is named; undefined where none is. A quarter, or several months, without their year are the latest that
 * have begun.
 */
export function spanNamed(scene: Scene, { month, quarter, months, year }: SpanSaid): Span | undefined {
  if (month !== undefined) return monthSpan(monthNamed(scene, year === undefined ? { month } : { month, year }));
  if (quarter !== undefined) return ofYear(scene, year, (each) => quarterSpan(each, quarter));
  if (months !== undefined) return ofYear(scene, year, (each) => monthsSpan(each, ...months));
  return year === undefined ? undefined : yearSpan(year);
}

function ofYear(scene: Scene, year: number | undefined, span: (year: number) => Span): Span {
  if (year !== undefined) return span(year);
  const running = periodAt(scene.today, scene.house.window);
  const same = span(periodYear(running));
  return same.periods[0] > running ? span(periodYear(running) - 1) : same;
}

/** The span a command is about: the one it names, or the last that ended of the kind it speaks of. */
export function spanMeant(scene: Scene, command: Command): Span {
  const ended = lastEnded(scene.today, scene.house.window);
  const named = spanNamed(scene, command);
  if (named) return named;
  if (command.against === 'quarter') return quarterOf(ended);
  return command.against === 'year' ? yearSpan(periodYear(ended)) : monthSpan(ended);
}
