/** The desk of duties: what is owed, saying that it is done, putting it off, and being away. */

import { DECISIONS, type DecisionKind } from '../conversations/forms/decide-obligation.ts';
import type { Command } from '../conversations/parse/command.ts';
import { line } from '../conversations/say.ts';
import { unitsByName } from '../db/units.ts';
import { yearOf } from '../domain/date.ts';
import { awayDesk, comeHome, startAway } from './away.ts';
import { completionDesk, hearDocuments, startCompletion } from './complete-obligation.ts';
import { decisionDesk, startDecision } from './decide-obligation.ts';
import type { Desk } from './desk.ts';
import { type DutyAbout, sayDuty, settleDuty } from './duty-details.ts';
import { formConversation } from './forms.ts';
import { sayMyDuties } from './my-duties.ts';
import { type Scene, tell, unitsFor } from './scene.ts';
import { scopeChanged } from './scope-change.ts';
import { snooze } from './snooze.ts';
import { sayLacking, sayTracking, sendTracking } from './tracking.ts';

/** What the buttons of a reminder mean, as it would be typed. */
const SNOOZES: Readonly<Record<string, string>> = { '1400': 'nhắc lại 14:00', tomorrow: 'sáng mai' };

export const dutiesDesk: Desk = {
  conversations: [formConversation(completionDesk), formConversation(awayDesk), formConversation(decisionDesk)],
  commands: {
    duties: sayMyDuties,
    snooze: (scene, _command, text) => snooze(scene, text),
    away: (scene, _command, text) => startAway(scene, text),
    back_at_work: comeHome,
    tracking: (scene, { year }) => sayTracking(scene, year ?? yearOf(scene.today)),
    set_deadline: (scene, command) => decideForAll(scene, 'set_date', command),
    move_deadline: (scene, command) => decideForAll(scene, 'moved', command),
    waive: (scene, command) => decideForAll(scene, 'waived', command),
  },
  runs: {
    duties: (scene) => {
      sayMyDuties(scene);
      return true;
    },
    done: (scene, [unit = '', obligation = '', period = '', event = '']) =>
      startCompletion(scene, aboutOf([unit, obligation, period, event])),
    snooze: (scene, [when = '']) => {
      snooze(scene, SNOOZES[when] ?? '');
      return true;
    },
    tracking: (scene, [year = '']) => {
      sayTracking(scene, Number(year) || yearOf(scene.today));
      return true;
    },
    'tracking-file': (scene, [year = '']) => sendTracking(scene, Number(year)),
    lacking: (scene, [year = '', obligation = '']) => sayLacking(scene, Number(year), obligation),
    duty: (scene, parts) => sayDuty(scene, aboutOf(parts)),
    'accept-duty': (scene, parts) => settleDuty(scene, aboutOf(parts), 'accepted'),
    'reopen-duty': (scene, parts) => settleDuty(scene, aboutOf(parts), 'reopened'),
    decide: (scene, [kind = '', ...parts]) => {
      const decision = DECISIONS.find((known) => known === kind);
      return decision !== undefined && startDecision(scene, { kind: decision, subtree: false, ...aboutOf(parts) });
    },
    scope: (scene, [unit = '']) => scopeChanged(scene, Number(unit)),
  },
  hears: (scene, _text, understood) => hearDocuments(scene, understood),
};

/** What a tapped choice is about: 'unit:obligation:year:event'. */
const aboutOf = ([unit = '', obligation = '', period = '', event = '']: readonly string[]): DutyAbout => ({
  unit: Number(unit),
  obligation,
  period,
  event,
});

/** A decision for the unit named, or for all units under those somebody coordinates. */
function decideForAll(scene: Scene, kind: DecisionKind, { unit: named, year = yearOf(scene.today) }: Command): void {
  const mine = unitsFor(scene, 'decide_obligation');
  const ids = new Set(mine.map(({ id }) => id));
  const about = { kind, period: String(year), event: '' as const };
  if (named !== undefined) {
    const [unit, other] = unitsByName(scene.tx, named).filter(({ id }) => ids.has(id));
    if (!unit || other) return tell(scene, line('no-unit-named', { name: named }));
    return void startDecision(scene, { ...about, unit: unit.id, subtree: false });
  }
  const top = mine.find(({ parent }) => parent === undefined || !ids.has(parent));
  if (!top) return tell(scene, line('not-allowed'));
  startDecision(scene, { ...about, unit: top.id, subtree: true });
}
