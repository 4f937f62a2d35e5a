/** A unit's month as the coordinator judges it: the figures, who and when, what is unusual, what became of a return. */
import { isReturnable, returnableName } from '../../conversations/flows/monthly-check-in/returned.ts';
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { figuresOf, filingOf, historyOf } from '../../db/answers.ts';
import { noteDeed } from '../../db/audit.ts';
import { documentsOf } from '../../db/documents.ts';
import { personById } from '../../db/people.ts';
import { type Review, recordReview } from '../../db/reviews.ts';
import { workingDaysBetween } from '../../domain/calendar.ts';
import { dateAt } from '../../domain/date.ts';
import { isIndicator } from '../../domain/indicator.ts';
import { type Unusual, unusual } from '../../domain/month-change.ts';
import { isOpenForReview } from '../../domain/month-review.ts';
import { addMonths, dueOn, type Period } from '../../domain/period.ts';
import type { Unit } from '../../domain/unit.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import { sourceOf } from '../month/record-month.ts';
import { allowed, offer, type Scene, tell } from '../scene.ts';
import { awaitingSince } from './awaiting.ts';
import { requestOption, requestsFor } from './changes.ts';
import { figureShown, monthLines, monthView } from './figure-change.ts';
import { planAccepted } from './month-news.ts';
import { closedBy, type MonthState, monthState } from './month-state.ts';
import { openMonths } from './review-list.ts';

/** Shows a unit's month with what can be said of it; `before` says why it is shown again. */
export function sayMonth(scene: Scene, unit: Unit, period: Period, before: Line[] = []): void {
  if (!allowed(scene, 'review_month', unit.id)) return tell(scene, line('not-allowed'));
  const month = monthState(scene, unit.id, period);
  if (!month.filing) return sayUnfiled(scene, unit, period, before);
  const figures = figuresOf(scene.tx, unit.id, period);
  const documents = documentsOf(scene.tx, unit.id, period, period);
  const last = addMonths(period, -1);
  const previous = filingOf(scene.tx, unit.id, last) ? figuresOf(scene.tx, unit.id, last) : undefined;
  const lines = [
    ...before,
    line('review-month-heading', { period: { period }, unit: unit.name }),
    sentLine(scene, month, period),
    ...monthLines(monthView(scene, unit, period, { figures, documents })),
    ...unusual(figures, previous).map(unusualLine),
    ...standingLines(scene, unit, period, month),
    ...(closedBy(scene, unit.id, period) === undefined ? [] : [line('review-month-closed', { period: { period } })]),
  ];
  offer(scene, { lines, choices: [verdicts(unit, period, month)] });
}

/** A month never recorded; where it was sent after it was closed, with the way to the request. */
function sayUnfiled(scene: Scene, unit: Unit, period: Period, before: Line[]): void {
  const args = { unit: unit.name, period: { period } };
  const sent = awaitingSince(scene, unit, period);
  if (sent === undefined) return tell(scene, ...before, line('review-unfiled', args));
  const lines = [...before, line('awaits-yes-review', { ...args, at: { time: sent } })];
  const request = requestsFor(scene).find((each) => each.unit === unit.id && each.period === period);
  if (!request) return tell(scene, ...lines);
  offer(scene, { lines, choices: [[requestOption(scene, request)]] });
}

function sentLine(scene: Scene, { filing }: MonthState, period: Period): Line {
  if (!filing) throw new Error('a month that was not sent has no time of sending');
  const due = dueOn(period, scene.house.window, scene.house.calendar);
  const filedOn = dateAt(filing.firstFiledAt);
  const days = filedOn > due ? Math.max(1, workingDaysBetween(scene.house.calendar, due, filedOn)) : 0;
  const args = {
    by: personById(scene.tx, filing.firstFiledBy)?.name ?? '',
    at: { time: filing.firstFiledAt },
    punctual: days > 0 ? line('review-sent-late', { days }) : line('review-sent-in-time'),
  };
  return filing.lastFiledAt > filing.firstFiledAt
    ? line('review-sent-corrected', { ...args, last: { time: filing.lastFiledAt } })
    : line('review-sent', args);
}

function unusualLine(each: Unusual): Line {
  if (each.why === 'no_data') {
    return line('review-unusual-no-data', {
      names: { each: each.names.map((name) => line(`indicator-${name}`)), with: ', ' },
    });
  }
  const args = { name: line(`indicator-${each.name}`), now: each.now, before: each.before };
  return line(each.why === 'chain' ? 'review-unusual-chain' : 'review-unusual', args);
}

/** What was said of it before, and what the staff made of a return. */
function standingLines(scene: Scene, unit: Unit, period: Period, { state, last, returned }: MonthState): Line[] {
  if (!last || state === 'unfiled') return [];
  const args = { by: personById(scene.tx, last.by)?.name ?? '', at: { time: last.at } };
  if (state === 'accepted') return [line('review-was-accepted', args)];
  if (state === 'returned') return [line('review-was-returned', args), ...reasonLines(last)];
  if (state === 'mended' && returned) {
    return [
      line('review-was-mended', { at: { time: last.at } }),
      ...Object.entries(returned.reasons).flatMap(([item, reason]) => mendedLine(scene, unit, period, item, reason)),
    ];
  }
  return [line('review-was-reopened')];
}

/** The things returned with their reasons. */
export const reasonLines = ({ reasons }: Pick<Review, 'reasons'>): Line[] =>
  Object.entries(reasons)
    .filter(([item]) => isReturnable(item))
    .map(([item, reason]) =>
      line('review-returned-item', { name: isReturnable(item) ? returnableName(item) : item, reason }),
    );

/** What a returned figure says now, beside what it said when it was returned. */
function mendedLine(scene: Scene, unit: Unit, period: Period, item: string, reason: string): Line[] {
  if (!isReturnable(item)) return [];
  const name = returnableName(item);
  if (!isIndicator(item)) return [line('review-mended-again', { name, reason })];
  const { returned } = monthState(scene, unit.id, period);
  const history = historyOf(scene.tx, unit.id, period, item);
  const now = history.at(-1);
  const then = history.at(-2);
  const changed = now && then && returned && now.saidAt >= returned.at;
  return changed
    ? [
        line('review-mended-item', {
          name,
          from: figureShown(item, then.figure),
          to: figureShown(item, now.figure),
          reason,
        }),
      ]
    : [line('review-mended-same', { name, now: figureShown(item, now?.figure), reason })];
}

function verdicts(unit: Unit, period: Period, { state, seen }: MonthState): Option[] {
  const accept = option(`run:accept:${unit.id}:${period}:${seen}`, 'review-accept');
  const back = option(`run:return:${unit.id}:${period}:${seen}`, 'review-return');
  if (state === 'accepted') return [back];
  return state === 'returned'
    ? [option(`run:accept:${unit.id}:${period}:${seen}`, 'review-accept-after-all')]
    : [accept, back];
}

/** Why a verdict on what was seen does not hold any more: it was sent again, or somebody else has spoken. */
export function overtakenLine(scene: Scene, unit: Unit, period: Period, seen: string): Line | undefined {
  const now = monthState(scene, unit.id, period);
  if (now.seen === seen) return undefined;
  const { last } = now;
  const args = { unit: unit.name, period: { period } };
  if (!last || last.verdict === 'mended' || isOpenForReview(now.state)) return line('review-overtaken-sent', args);
  const spoken = { ...args, by: personById(scene.tx, last.by)?.name ?? '', at: { time: last.at } };
  return line(last.verdict === 'accepted' ? 'review-overtaken-accepted' : 'review-overtaken-returned', spoken);
}

/** The deed itself; the staff are told a little later, and reminded no more of what had been returned. */
export function keepAcceptance(scene: Scene, unit: Unit, period: Period, { filing, state }: MonthState): void {
  const review = recordReview(scene.tx, { unit: unit.id, period, verdict: 'accepted' }, sourceOf(scene));
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action: 'accept_month',
    subject: `unit:${unit.code}/${period}`,
    detail: { receipt: filing?.receipt ?? '' },
  });
  planAccepted(scene, unit, period, review);
  if (state === 'returned') refreshReminders(scene, unit);
}

/** Accepts a month as it was seen, and names the next one. */
export function acceptMonth(scene: Scene, unit: Unit, period: Period, seen: string): void {
  if (!allowed(scene, 'review_month', unit.id)) return tell(scene, line('not-allowed'));
  const overtaken = overtakenLine(scene, unit, period, seen);
  const month = monthState(scene, unit.id, period);
  if (overtaken) return sayMonth(scene, unit, period, [overtaken]);
  if (!month.filing) return sayMonth(scene, unit, period);
  // Tapped twice: it is accepted already.
  if (month.state !== 'accepted') keepAcceptance(scene, unit, period, month);
  const lines = [line('review-accepted', { unit: unit.name, period: { period } })];
  const rest = openMonths(scene, period);
  const [next] = rest;
  if (!next) return tell(scene, ...lines, line('review-all-done', { period: { period } }));
  offer(scene, {
    lines: [...lines, line('review-left', { n: rest.length })],
    choices: [
      [option(`run:review:${next.unit.id}:${period}`, 'review-choice-next', { unit: next.unit.name })],
      ...(rest.length > 1 ? [[option(`run:reviews:${period}`, 'review-choice-list', { period: { period } })]] : []),
    ],
  });
}
