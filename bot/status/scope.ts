/**
 * Whom a question is about: all units somebody may see, or one of them with all under it. Whoever names a unit that is
 * not theirs learns no more than of one that does not exist.
 */
import type { Command } from '../../conversations/parse/command.ts';
import { type Line, line, type Option, option, type Value } from '../../conversations/say.ts';
import { unitsMeant } from '../../db/units.ts';
import { withPast } from '../../domain/lineage.ts';
import { isWithin, REPORTING_KINDS, type Unit, type UnitId } from '../../domain/unit.ts';
import { offer, RUN, type Scene, tell, unitsFor } from '../scene.ts';
import { topName } from './reporting.ts';

/** Units offered as buttons where a name means several; with more the person types more of it. */
const UNITS_OFFERED_MAX = 8;

export interface Scope {
  /** The unit asked for; absent where it is everything somebody may see. */
  top?: Unit;
  name: string;
  /** Every unit of it that may be seen, those that coordinate among them, and what was merged into them. */
  units: Unit[];
}

/** The scope under a unit, or of all somebody may see; undefined where nothing of it may be seen. */
export function scopeOf(scene: Scene, top?: UnitId): Scope | undefined {
  const mine = unitsFor(scene, 'read_status');
  if (top === undefined) {
    return mine.length === 0 ? undefined : { name: topName(scene), units: withPast(scene.tree, mine) };
  }
  const unit = mine.find(({ id }) => id === top);
  if (!unit) return undefined;
  const within = mine.filter(({ id }) => isWithin(scene.tree, id, top));
  return { top: unit, name: unit.name, units: withPast(scene.tree, within) };
}

/** Names told of what was merged: more would push the figures off the screen. */
const PAST_NAMED_MAX = 4;

/** "Gồm …": which of the units added up were merged into another since. */
export function pastLines({ today }: Pick<Scene, 'today'>, { units }: { units: readonly { unit: Unit }[] }): Line[] {
  const isPast = ({ successor, validTo }: Unit) => successor !== undefined && validTo !== undefined && validTo < today;
  const past = units.flatMap(({ unit }) => (isPast(unit) ? [unit.name] : []));
  if (past.length === 0) return [];
  const each = past.slice(0, PAST_NAMED_MAX);
  const names: Value = { each, with: ', ' };
  const more = past.length - each.length;
  return [line('status-past', { units: more > 0 ? line('missing-more', { units: names, more }) : names })];
}

/** The part of a button's id that names a scope: the unit's number, or nothing. */
export const scopeId = ({ top }: Scope): string => (top ? String(top.id) : '');

/** The scope a button names: '' for all, otherwise a number. */
export function scopeTapped(scene: Scene, id: string): Scope | undefined {
  if (id === '') return scopeOf(scene);
  return /^\d{1,15}$/.test(id) ? scopeOf(scene, Number(id)) : undefined;
}

/** The scope of the one unit a name means among those somebody may see; undefined where it means none or several. */
export function scopeNamed(scene: Scene, name: string): Scope | undefined {
  const [unit, other] = unitsMeant(scene.tx, name, new Set(scopeOf(scene)?.units.map(({ id }) => id)));
  return unit && !other ? scopeOf(scene, unit.id) : undefined;
}

/**
 * Does something with the scope a command names; asks where the name means several units.
 * @param again the run that takes up the command for one unit: 'status:12:2026-10'
 */
export function withScope(
  scene: Scene,
  { unit: named }: Pick<Command, 'unit'>,
  again: (unit: string) => string,
  act: (scope: Scope) => void,
): void {
  const whole = scopeOf(scene);
  if (!whole?.units.some(({ kind }) => REPORTING_KINDS.includes(kind))) return tell(scene, line('not-allowed'));
  if (named === undefined) return act(whole);
  const found = unitsMeant(scene.tx, named, new Set(whole.units.map(({ id }) => id)));
  const [unit, other] = found;
  if (!unit) return tell(scene, line('no-unit-named', { name: named }));
  if (!other) {
    const scope = scopeOf(scene, unit.id);
    return scope ? act(scope) : undefined;
  }
  if (found.length > UNITS_OFFERED_MAX) {
    return tell(scene, line('status-many-named', { n: found.length, name: named, example: unit.name }));
  }
  offer(scene, {
    lines: [line('pick-unit')],
    choices: found.map((each): Option[] => [
      option(`${RUN}${again(String(each.id))}`, 'choice-unit', { unit: each.name }),
    ]),
  });
}
