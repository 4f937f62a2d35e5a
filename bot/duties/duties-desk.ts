/** The desk of duties: what is owed, saying that it is done, putting it off, and being away. */

import { DECISIONS } from '../../conversations/forms/decide-obligation.ts';
import { yearOf } from '../../domain/date.ts';
import type { Desk } from '../desk.ts';
import { formConversation } from '../forms.ts';
import { asksWhom } from '../status/reminded.ts';
import { awayDesk, comeHome, startAway } from './away.ts';
import { completionDesk, hearDocuments, startCompletion } from './complete-obligation.ts';
import { decideByText } from './decide-by-text.ts';
import { decisionDesk, startDecision } from './decide-obligation.ts';
import { sayDuty, settleDuty } from './duty-details.ts';
import { sayHistory } from './duty-history.ts';
import { sayMyDuties } from './my-duties.ts';
import { type DutyAbout, isYearAtHand } from './obligation-at.ts';
import { receiveDesk, receivedByText, startReceived } from './receive-obligation.ts';
import { scopeChanged } from './scope-change.ts';
import { snooze, snoozeAt } from './snooze.ts';
import { sayLacking, sayTracking, sendTracking } from './tracking.ts';
import { acceptAll, sayWaiting } from './tracking-review.ts';
import { sayUnitTracking } from './tracking-unit.ts';

/** What the buttons of a reminder mean, as it would be typed. */
const SNOOZES: Readonly<Record<string, string>> = { '1400': 'nhắc lại 14:00', tomorrow: 'sáng mai' };

export const dutiesDesk: Desk = {
  conversations: [
    formConversation(completionDesk),
    formConversation(awayDesk),
    formConversation(decisionDesk),
    formConversation(receiveDesk),
  ],
  commands: {
    duties: sayMyDuties,
    snooze: (scene, _command, text) => (asksWhom(scene, text) ? undefined : snooze(scene, text)),
    away: (scene, _command, text) => startAway(scene, text),
    back_at_work: comeHome,
    tracking: (scene, { year = yearOf(scene.today), unit }) =>
      unit === undefined ? sayTracking(scene, year) : sayUnitTracking(scene, year, unit),
    set_deadline: (scene, command, text) => decideByText(scene, 'set_date', command, text),
    move_deadline: (scene, command, text) => decideByText(scene, 'moved', command, text),
    waive: (scene, command, text) => decideByText(scene, 'waived', command, text),
    received: (scene, _command, text) => receivedByText(scene, text),
  },
  runs: {
    duties: (scene) => {
      sayMyDuties(scene);
      return true;
    },
    done: (scene, [unit = '', obligation = '', period = '', event = '']) =>
      startCompletion(scene, aboutOf([unit, obligation, period, event])),
    snooze: (scene, [when = '', at = '']) => {
      if (when === 'at') return /^\d{1,13}$/.test(at) && snoozeAt(scene, Number(at));
      const words = SNOOZES[when];
      if (words !== undefined) snooze(scene, words);
      return words !== undefined;
    },
    tracking: (scene, [year = '']) => {
      sayTracking(scene, isYearAtHand(year, scene.today) ? Number(year) : yearOf(scene.today));
      return true;
    },
    'tracking-file': (scene, [year = '', obligation]) =>
      isYearAtHand(year, scene.today) && sendTracking(scene, Number(year), obligation),
    lacking: (scene, [year = '', obligation = '']) =>
      isYearAtHand(year, scene.today) && sayLacking(scene, Number(year), obligation),
    waiting: (scene, [year = '']) => isYearAtHand(year, scene.today) && sayWaiting(scene, Number(year)),
    'accept-all': (scene, [year = '', count = '']) =>
      isYearAtHand(year, scene.today) && acceptAll(scene, Number(year), Number(count)),
    received: (scene, [obligation = '', period = '']) => startReceived(scene, { obligation, period }),
    history: (scene, parts) => sayHistory(scene, aboutOf(parts)),
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
