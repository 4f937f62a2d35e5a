/**
 * The monthly check-in (báo cáo tháng): dossiers, procedures, and what happened for the quality system. Nothing is
 * asked that is known from last month or follows from what was said; a month in which nothing happened takes at most
 * five answers, a usual one at most nine. A month already sent is corrected by the same conversation, from its review.
 */
import { z } from 'zod';
import { balance } from '../../../domain/balance.ts';
import type { Citation } from '../../../domain/citation.ts';
import { NIL, NO_DATA, value } from '../../../domain/figure.ts';
import { type IndicatorName, indicatorsOf } from '../../../domain/indicator.ts';
import type { Period } from '../../../domain/period.ts';
import type { UnitId } from '../../../domain/unit.ts';
import type { Effect, Figures, Flow, Plan, Question } from '../../flow.ts';
import { askedYearly, notKept } from '../../not-kept.ts';
import { type Line, line, option } from '../../say.ts';
import { nothingStaged, StoredStaged } from '../../staged.ts';
import { absorbMessage } from './absorb.ts';
import { ACTIVITIES_DONE, ACTIVITY_TOPICS } from './activities.ts';
import { notOwed, predecessorLines } from './ended.ts';
import { examineMonth } from './examine.ts';
import { askedAgain, asksWhole, dueTopic } from './returned.ts';
import { mendNamed, reviewQuestion } from './review.ts';
import { readBack, summary } from './summary.ts';
import { DOSSIER_TOPICS, type Topic } from './topics.ts';
import {
  ACTIVITIES,
  ACTIVITY_FIGURES,
  type Activity,
  activityMark,
  amountsOf,
  type CheckIn,
  type CheckInFacts,
  isActive,
  look,
  proceduresAfter,
  said,
  type View,
} from './view.ts';

const VERSION = 1;

/** The parts of a stored session this version relies on; anything else in it is carried along. */
const Stored = z.looseObject({
  unit: z.number(),
  period: z.string(),
  correcting: z.boolean(),
  staged: StoredStaged,
});

/** A month nobody has begun. */
export function freshCheckIn(unit: UnitId, period: Period): CheckIn {
  return { unit, period, correcting: false, staged: nothingStaged() };
}

/** A month already sent, opened at its review. */
export function correction(
  unit: UnitId,
  period: Period,
  filed: { figures: Figures; documents: Citation[] },
  proceduresTotal?: number,
): CheckIn {
  const { figures, documents } = filed;
  const happened = ACTIVITIES.filter((activity) =>
    activity === 'documents'
      ? documents.length > 0
      : ACTIVITY_FIGURES[activity].some((name) => figures[name]?.kind === 'value' && figures[name].value !== 0),
  );
  const done = [ACTIVITIES_DONE, ...happened.map(activityMark)];
  const said = withoutDerived(withoutUnsaid(figures, happened));
  const { procedures_total: total, ...rest } = said;
  const follows = proceduresAfter(proceduresTotal, amountsOf(figures));
  const kept = total?.kind === 'value' && total.value === follows ? rest : said;
  return { unit, period, correcting: true, staged: { ...nothingStaged(), figures: kept, documents, done } };
}

/** What was recorded of things that did not happen is left out, so that it is asked once they are said to have happened. */
function withoutUnsaid(figures: Figures, happened: readonly Activity[]): Figures {
  const absent = ACTIVITIES.filter((activity) => !happened.includes(activity)).flatMap(
    (each) => ACTIVITY_FIGURES[each],
  );
  const kept = { ...figures };
  for (const name of ['late_reason', ...absent] as const) {
    const figure = figures[name];
    if (figure?.kind === 'nil' || (figure?.kind === 'value' && figure.value === 0)) delete kept[name];
  }
  return kept;
}

/** What follows from other figures is left out, so that it follows anew when one of them is mended. */
function withoutDerived(figures: Figures): Figures {
  const kept = { ...figures };
  for (const name of ['received_direct', 'resolved', 'pending_total', 'pending_in_time'] as const) {
    const { [name]: figure, ...rest } = kept;
    const follows = balance(amountsOf(rest)).amounts[name];
    if (figure?.kind === 'value' && follows === figure.value) delete kept[name];
  }
  return kept;
}

const TOPICS: readonly Topic[] = [...DOSSIER_TOPICS, ...ACTIVITY_TOPICS];

function plan(state: CheckIn, facts: CheckInFacts): Plan {
  const view = look(state, facts);
  const mending = state.staged.mending;
  const topics = TOPICS.filter((topic) => topic.applies(view));
  const open = topics.filter((topic) => !topic.settled(view));
  const again = mending === null ? undefined : TOPICS.find((topic) => topic.id === mending);
  const rest = open.filter((topic) => topic !== again);
  // What a coordinator returned is asked before anything that opens because of it, even where it would follow.
  const due = dueTopic(view, TOPICS);
  const next = due ?? rest[0];
  const asked = next && askedAgain(view, next, next.question(view, next === due && asksWhole(view, next)));
  const question = again ? withCurrent(view, again) : (asked ?? reviewQuestion(view));
  // The review, which sends, is always the last one open.
  return {
    question: question.verbatim ? mendable(view, question) : question,
    open: (again ? 1 : 0) + rest.length + (due && !rest.includes(due) ? 1 : 0) + 1,
    settled: topics.length - open.length,
  };
}

/** "sửa 2" is no reason and no difficulty: it asks for a line where words are taken as they stand, too. */
function mendable(view: View, question: Question): Question {
  const read: Question['read'] = (input) => {
    const mended = input.kind === 'text' ? mendNamed(view, input.text) : undefined;
    return mended && mended.kind !== 'none' ? mended : question.read(input);
  };
  return { ...question, read };
}

/** A question asked again from the review, with what it says now. */
function withCurrent(view: View, topic: Topic): Question {
  const question = topic.question(view, true);
  const now = summary(view).find((entry) => entry.topic === topic.id);
  return now ? { ...question, lines: [line('engine-mending', { text: now.line }), ...question.lines] } : question;
}

function heading(state: CheckIn, facts: CheckInFacts): Line[] {
  const view = look(state, facts);
  const period = { period: state.period };
  const closed = facts.closed ? [line(facts.closed === 'all' ? 'change-closed' : 'mend-closed', { period })] : [];
  if (state.correcting) {
    const count = Object.keys(facts.returned ?? {}).length;
    const why = count > 0 ? [line('review-mending', { count })] : [];
    return [line('check-in-correcting', { period, unit: facts.unitName }), ...closed, ...why];
  }
  const lines = [line('check-in-heading', { period, unit: facts.unitName }), ...closed];
  if (facts.starts !== undefined) {
    lines.push(line('check-in-window', { from: { date: facts.starts }, to: { date: facts.ends } }));
  }
  const due = { day: facts.due };
  const carried = view.amounts.carried_over;
  lines.push(carried === undefined ? line('check-in-due', { due }) : line('check-in-due-carried', { due, n: carried }));
  lines.push(...predecessorLines(facts));
  if (Object.keys(state.staged.figures).length === 0) lines.push(line('check-in-hint'));
  return lines;
}

/** Everything the month is made of, said or following; what nobody knows is recorded as such, never as 0. */
function figuresToFile(view: View): Figures {
  const figures: Figures = {};
  for (const name of indicatorsOf('month')) {
    const spoken = said(view, name);
    const n = view.amounts[name];
    if (spoken && !(spoken.kind === 'no_data' && n !== undefined)) figures[name] = spoken;
    else if (n !== undefined) figures[name] = value(n);
    else figures[name] = unsaid(view, name);
  }
  figures.audit_done = value(isActive(view, 'audit'));
  if (figures.received?.kind === 'nil') Object.assign(figures, { received_online: NIL, received_direct: NIL });
  return figures;
}

/** What was neither said nor follows: an activity not chosen did not happen; a dossier figure is not known. */
function unsaid(view: View, name: IndicatorName) {
  if (name === 'late_reason') return NIL;
  const activity = ACTIVITIES.find((each) => (ACTIVITY_FIGURES[each] as readonly string[]).includes(name));
  if (activity === undefined || isActive(view, activity)) return NO_DATA;
  return activity === 'procedures' ? value(0) : NIL;
}

function finish(state: CheckIn, facts: CheckInFacts): Effect[] {
  const figures = figuresToFile(look(state, facts));
  return [{ do: 'file_month', unit: state.unit, period: state.period, figures, documents: state.staged.documents }];
}

export const monthlyCheckIn: Flow<CheckIn, CheckInFacts> = {
  name: 'monthly-check-in',
  version: VERSION,
  parse: (state) => Stored.parse(state) as unknown as CheckIn,
  plan,
  absorb: (state, input, facts) => absorbMessage(look(state, facts), input),
  notKept: (understood) => [...notKept(understood), ...askedYearly(understood)],
  examine: examineMonth,
  echo: readBack,
  heading,
  obstacle(state, facts) {
    const { filed } = facts;
    if (state.correcting) return undefined;
    if (!filed) return notOwed(state, facts);
    const args = { period: { period: state.period }, unit: facts.unitName, by: filed.by, at: { time: filed.at } };
    return {
      lines: [line('check-in-already-filed', args)],
      choices: [
        [option(`run:correct:${state.unit}:${state.period}`, 'choice-correct', { period: { period: state.period } })],
      ],
      numbered: true,
    };
  },
  finish,
};
