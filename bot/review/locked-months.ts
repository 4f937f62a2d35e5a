/**
 * The months somebody closes or opens with one yes: a span ('2026-10', '2026-Q3', '2026', '2026-M04-08'), or months of a
 * year that do not all follow one another ('2026-04,2026-06'). One short text names them, so that a button can carry it.
 */
import type { Stretch } from '../../conversations/forms/lock-period.ts';
import type { Command } from '../../conversations/parse/command.ts';
import { type Line, line } from '../../conversations/say.ts';
import { lastEnded, type Period, parsePeriod, periodAt, periodOf, periodYear } from '../../domain/period.ts';
import { monthSpan, parseSpan, type Span } from '../../domain/span.ts';
import { monthRanges } from '../month/gaps.ts';
import type { Scene } from '../scene.ts';
import { spanNamed } from '../status/span-meant.ts';
import { spanName } from '../status/status-lines.ts';

export interface LockedMonths {
  id: string;
  kind: Span['kind'];
  periods: readonly [Period, ...Period[]];
}

/** What parts the months of a list. */
const AND = ',';

/** The months an id names, or undefined. */
export function parseMonths(id: string): LockedMonths | undefined {
  if (!id.includes(AND)) return parseSpan(id);
  const periods = id.split(AND).flatMap((each) => parsePeriod(each) ?? []);
  const isInOrder = periods.every((period, at) => at === 0 || period > (periods[at - 1] ?? ''));
  const [first, ...others] = periods;
  return first !== undefined && isInOrder && periods.join(AND) === id
    ? { id, kind: 'months', periods: [first, ...others] }
    : undefined;
}

/** The months a command is about, the last that ended where none is named; a list without its year is the latest begun. */
export function monthsMeant(scene: Scene, command: Command): string {
  const { apart, year } = command;
  if (!apart) return (spanNamed(scene, command) ?? monthSpan(lastEnded(scene.today, scene.house.window))).id;
  const running = periodAt(scene.today, scene.house.window);
  const of = (each: number): Period[] => apart.map((month) => periodOf(each, month));
  const [first = ''] = of(periodYear(running));
  return of(year ?? (first > running ? periodYear(running) - 1 : periodYear(running))).join(AND);
}

/** What they are called, and how many they are. */
export function stretchOf({ id, periods }: LockedMonths): Stretch {
  return { span: nameOf(id, periods), n: periods.length };
}

function nameOf(id: string, periods: readonly Period[]): Line {
  const span = parseSpan(id);
  if (span) return spanName(span);
  return line('news-months', { months: monthRanges(periods), year: String(periodYear(periods[0] ?? '')) });
}
