/**
 * Re-announcement: where a month tells of procedures added or repealed, it is asked whether the scope of the quality
 * system changed with them; if so it must be announced anew and sent at once (821/SKHCN-TĐC; QĐ 19/2014/QĐ-TTg, Điều 4).
 */
import type { Figures } from '../../conversations/flow.ts';
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { recordEntry } from '../../db/obligation-entries.ts';
import { yearOf } from '../../domain/date.ts';
import { amount } from '../../domain/figure.ts';
import { obligationsOf } from '../../domain/obligation.ts';
import type { Unit } from '../../domain/unit.ts';
import { sourceOf } from '../month/record-month.ts';
import { allowed, type Scene, tell, unitOf } from '../scene.ts';
import { startCompletion } from './complete-obligation.ts';

const announcement = (scene: Scene, unit: Unit) =>
  obligationsOf(scene.house.directives, unit, scene.tree, scene.today).find(
    ({ obligation }) => obligation.trigger === 'scope_change',
  )?.obligation;

/** The question after a month in which procedures came or went; nothing where no directive asks for it. */
export function scopeQuestion(scene: Scene, unit: Unit, figures: Figures): { lines: Line[]; choices: Option[][] } {
  const [added, repealed] = [amount(figures.procedures_new) ?? 0, amount(figures.procedures_repealed) ?? 0];
  if (added + repealed === 0 || !announcement(scene, unit)) return { lines: [], choices: [] };
  return {
    lines: [{ ...line('scope-question', { added, repealed }), apart: true }],
    choices: [[option(`run:scope:${unit.id}`, 'scope-yes')]],
  };
}

/** The scope has changed: what it asks for begins today, and can be completed at once. */
export function scopeChanged(scene: Scene, unitId: number): boolean {
  const unit = scene.tree.has(unitId) ? unitOf(scene, unitId) : undefined;
  const obligation = unit && announcement(scene, unit);
  if (!unit || !obligation) return false;
  if (!allowed(scene, 'complete_obligation', unit.id)) {
    tell(scene, line('not-allowed'));
    return true;
  }
  const about = { unit: unit.id, obligation: obligation.id, period: String(yearOf(scene.today)), event: scene.today };
  recordEntry(scene.tx, about, { kind: 'started' }, sourceOf(scene));
  const subject = `unit:${unit.code}/${obligation.id}`;
  noteDeed(scene.tx, { at: scene.now, actor: scene.person.code, action: 'scope_changed', subject, detail: {} });
  tell(scene, line('scope-noted', { unit: unit.name }));
  return startCompletion(scene, about);
}
