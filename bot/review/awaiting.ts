/**
 * Months first sent after they were closed: whoever owed them has done their part, and a coordinator's yes is awaited.
 * They are not recorded yet, so they count as not sent; but nobody is called late or reminded because of them.
 */
import { line, type Value } from '../../conversations/say.ts';
import { sentWaiting } from '../../db/change-requests.ts';
import type { Instant } from '../../domain/date.ts';
import type { Period } from '../../domain/period.ts';
import type { Span } from '../../domain/span.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { monthRanges } from '../month/gaps.ts';
import type { Scene } from '../scene.ts';

/** When each of some units first sent a month that waits for a yes; units that did not are not in it. */
export function awaitingIn(
  { tx }: Pick<Scene, 'tx'>,
  units: readonly Pick<Unit, 'id'>[],
  period: Period,
): Map<UnitId, Instant> {
  const ids = units.map(({ id }) => id);
  const sent = sentWaiting(tx, period, ids).filter((each) => each.period === period);
  return new Map(sent.map(({ unit, at }) => [unit, at]));
}

/** When a unit first sent a month that waits for a yes; undefined where it did not. */
export const awaitingSince = (scene: Pick<Scene, 'tx'>, unit: Pick<Unit, 'id'>, period: Period): Instant | undefined =>
  awaitingIn(scene, [unit], period).get(unit.id);

/** Those who still owe a month themselves: a unit that waits for a yes is not asked again. Of several months, all. */
export function stillOwing<S extends { unit: Unit }>(scene: Pick<Scene, 'tx'>, all: readonly S[], span: Span): S[] {
  if (span.kind !== 'month') return [...all];
  const units = all.map(({ unit }) => unit);
  const awaited = awaitingIn(scene, units, span.periods[0]);
  return all.filter(({ unit }) => !awaited.has(unit.id));
}

/** Whether a unit has sent a month, of those since one, that waits for a yes: read once, asked of many. */
export function awaitedWithin({ tx }: Pick<Scene, 'tx'>, since: Period): (unit: UnitId, period: Period) => boolean {
  const sent = new Set(sentWaiting(tx, since).map(({ unit, period }) => `${unit}/${period}`));
  return (unit, period) => sent.has(`${unit}/${period}`);
}

/** When a unit first sent each month since one that waits for a yes. */
export const awaitedMonths = (
  { tx }: Pick<Scene, 'tx'>,
  unit: Pick<Unit, 'id'>,
  since: Period,
): ReadonlyMap<Period, Instant> => new Map(sentWaiting(tx, since, [unit.id]).map(({ period, at }) => [period, at]));

/** The months a unit has not sent, with those of them that wait for a yes; undefined where none does. */
export function monthsAwaited(
  { tx }: Pick<Scene, 'tx'>,
  unit: Pick<Unit, 'id'>,
  lacking: readonly Period[],
): Value | undefined {
  const sent = awaitedMonths({ tx }, unit, lacking[0] ?? '');
  const awaited = lacking.filter((period) => sent.has(period));
  if (awaited.length === 0) return undefined;
  return line('awaits-yes-months', { months: monthRanges(lacking), awaited: monthRanges(awaited) });
}
