/** What is unlikely, or cannot be true, in what was laid down: asked once, before the next question. */
import { addDays } from '../../../domain/date.ts';
import type { IndicatorName } from '../../../domain/indicator.ts';
import { coverage } from '../../../domain/period.ts';
import { clarifyCarriedOver, clarifyDate, clarifyTenTimes, clarifyTie } from '../../clarify.ts';
import type { Clarification } from '../../flow.ts';
import { type CheckIn, type CheckInFacts, look, said, type View } from './view.ts';

/** Below this many dossiers ten times as many is an ordinary month, not a slip of the finger. */
const USUAL_MIN = 5;
const UNLIKELY_TIMES = 10;

/** An audit is told with the month it happened in, or late; one from longer ago is asked about. */
const EVENT_AGE_MAX_DAYS = 366;

const EVENT_DATES = ['audit_date', 'corrective_action_date', 'management_review_date'] as const;

const accepted = (view: View, mark: string): boolean => view.state.staged.done.includes(mark);

/** The first thing to ask about, if any: another opening figure than last month's closing one, figures that do not tie, then figures that are unlikely. */
export function examineMonth(state: CheckIn, facts: CheckInFacts): Clarification | undefined {
  const view = look(state, facts);
  const [conflict] = view.conflicts;
  const changeable = (name: IndicatorName) => said(view, name) !== undefined;
  const opening = carriedOver(view);
  if (opening) return opening;
  if (conflict) return clarifyTie(conflict, view, changeable);
  return tenTimes(view) ?? dates(view);
}

function carriedOver(view: View): Clarification | undefined {
  const known = view.facts.previous?.pendingTotal;
  const n = said(view, 'carried_over') && view.amounts.carried_over;
  const mark = `accepted:carried_over:${n}`;
  return known !== undefined && n !== undefined && n !== known && !accepted(view, mark) && !view.state.correcting
    ? clarifyCarriedOver(n, known, mark)
    : undefined;
}

function tenTimes(view: View): Clarification | undefined {
  const usual = view.facts.previous?.received;
  const n = said(view, 'received') && view.amounts.received;
  if (usual === undefined || n === undefined || usual < USUAL_MIN || n < usual * UNLIKELY_TIMES) return undefined;
  const mark = `accepted:received:${n}`;
  return accepted(view, mark) ? undefined : clarifyTenTimes('received', n, usual, mark);
}

function dates(view: View): Clarification | undefined {
  const { from, to } = coverage(view.state.period, 'calendar_month');
  for (const name of EVENT_DATES) {
    const figure = said(view, name);
    if (figure?.kind !== 'value' || typeof figure.value !== 'string') continue;
    const mark = `accepted:${name}:${figure.value}`;
    if (accepted(view, mark)) continue;
    if (figure.value > addDays(to, EVENT_AGE_MAX_DAYS / 12))
      return clarifyDate(name, figure.value, 'doubt-date-future', mark);
    if (figure.value < addDays(from, -EVENT_AGE_MAX_DAYS))
      return clarifyDate(name, figure.value, 'doubt-date-outside', mark);
  }
  return undefined;
}
