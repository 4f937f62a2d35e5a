/** A decision typed in one message: what it says is filled in, what it leaves out is asked. */
import type { Json } from '../../conversations/form.ts';
import { type DecisionKind, dayMeant } from '../../conversations/forms/decide-obligation.ts';
import type { Command } from '../../conversations/parse/command.ts';
import { type DecisionSaid, readDecision } from '../../conversations/parse/decision.ts';
import { obligationsNamed } from '../../conversations/parse/obligation-named.ts';
import { line } from '../../conversations/say.ts';
import { unitsMeant } from '../../db/units.ts';
import { yearOf } from '../../domain/date.ts';
import type { Unit } from '../../domain/unit.ts';
import { type Scene, tell, unitsFor } from '../scene.ts';
import { startDecision } from './decide-obligation.ts';
import { decisionFacts } from './decision-facts.ts';
import { isYearAtHand } from './obligation-at.ts';

/** A decision for the unit named, or for all units under those somebody coordinates. */
export function decideByText(scene: Scene, kind: DecisionKind, command: Command, text: string): void {
  const said: Partial<DecisionSaid> = readDecision(text, scene.today) ?? {};
  const mine = unitsFor(scene, 'decide_obligation');
  if (mine.length === 0) return tell(scene, line('not-allowed'));
  const name = said.whom ?? command.unit;
  const meant = name === undefined ? { unit: topOf(mine), subtree: true } : unitNamed(scene, mine, name);
  if (!meant) return tell(scene, line('no-unit-named', { name: name ?? '' }));
  const period = String(yearMeant(scene, kind, said, command));
  if (!isYearAtHand(period, scene.today)) return tell(scene, line('tracking-nothing', { year: period }));
  const subject = { kind, unit: meant.unit.id, subtree: meant.subtree, period, event: '' as const };
  const facts = decisionFacts(scene, subject);
  const [obligation, other] = said.what === undefined ? [] : obligationsNamed(said.what, facts.obligations);
  if (said.what !== undefined && !obligation) tell(scene, line('decide-which-unknown', { words: said.what }));
  const known: Record<string, Json> = {};
  const only = other ? undefined : obligation;
  if (only && said.date !== undefined && kind !== 'waived') {
    const day = dayMeant(said.date, said.dated === true || kind === 'moved', subject, scene.today);
    const settled = facts.settled(only.id, day);
    if ('refused' in settled) tell(scene, settled.refused);
    else known.date = settled.date;
  }
  if (said.decision !== undefined && kind !== 'set_date') known.number = said.decision;
  if (said.reason !== undefined && kind === 'waived') known.reason = said.reason;
  startDecision(scene, { ...subject, ...(only ? { obligation: only.id } : {}) }, known);
}

const topOf = (mine: readonly Unit[]): Unit => {
  const ids = new Set(mine.map(({ id }) => id));
  const top = mine.find(({ parent }) => parent === undefined || !ids.has(parent));
  if (!top) throw new Error('a tree of units without a top');
  return top;
};

/** "tất cả", "các đơn vị": everybody under whoever decides. */
const EVERYBODY = /^(?:tất cả|tat ca|toàn bộ|toan bo|các đơn vị|cac don vi|mọi đơn vị|moi don vi|everybody|all)\b/iu;

/** The unit named, with all under it where there are any; undefined where it is none, or several. */
function unitNamed(scene: Scene, mine: readonly Unit[], name: string): { unit: Unit; subtree: boolean } | undefined {
  if (EVERYBODY.test(name.trim())) return { unit: topOf(mine), subtree: true };
  const ids = new Set(mine.map(({ id }) => id));
  const [unit, other] = unitsMeant(scene.tx, name, ids);
  if (!unit || other) return undefined;
  return { unit, subtree: mine.some(({ parent }) => parent === unit.id) };
}

/** The year it is owed for: as said; of a day of our own the year of that day. */
function yearMeant(scene: Scene, kind: DecisionKind, said: Partial<DecisionSaid>, { year }: Command): number {
  const spoken = said.year ?? year;
  if (spoken !== undefined) return spoken;
  return kind === 'set_date' && said.date !== undefined ? yearOf(said.date) : yearOf(scene.today);
}
