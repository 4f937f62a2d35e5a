/** Turning what a person confirmed into records: the month's figures, the documents, the filing, the audit trail. */
import type { Effect, Figures } from '../../conversations/flow.ts';
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { type Filing, figuresOf, filingOf } from '../../db/answers.ts';
import { workingDaysBetween } from '../../domain/calendar.ts';
import { dateAt } from '../../domain/date.ts';
import { amount } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { addMonths, dueOn, lastEnded, type Period, periodMonth } from '../../domain/period.ts';
import type { Unit } from '../../domain/unit.ts';
import { correctionAfter } from '../duties/obligation-at.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import { scopeQuestion } from '../duties/scope-change.ts';
import { askWhy, askWhyYear } from '../review/change-asked.ts';
import { closedBy } from '../review/month-state.ts';
import { allowed, offer, type Scene, speak, tell, unitOf } from '../scene.ts';
import { filesFor } from './month.ts';
import { changesAnything, mendsReturned, recordMonth, sourceOf } from './record-month.ts';
import { changesYear, recordYear, yearlyOf } from './record-year.ts';

type FileMonth = Extract<Effect, { do: 'file_month' }>;
type FileYear = Extract<Effect, { do: 'file_year' }>;

/**
 * Records a month and says what was recorded, whether it was in time, and what follows. A closed month is not changed:
 * the reason is asked instead, and a coordinator decides; but what was returned after the closing is mended at once.
 */
export function fileMonth(scene: Scene, effect: FileMonth): void {
  const unit = unitOf(scene, effect.unit);
  const before = filingOf(scene.tx, unit.id, effect.period);
  if (!allowed(scene, before ? 'correct_month' : 'file_month', unit.id)) return tell(scene, line('not-allowed'));
  const closed = closedBy(scene, unit.id, effect.period) !== undefined;
  if (closed && changesAnything(scene, effect) && !mendsReturned(scene, effect)) return askWhy(scene, effect);
  const { filing, changed, told } = recordMonth(scene, unit, effect, { person: scene.person, source: sourceOf(scene) });
  refreshReminders(scene, unit);
  const lines = [
    before ? correctedLine(effect.period, filing, changed) : filedLine(scene, effect.period, filing),
    ...(told === undefined ? [] : [line('review-mended-told', { name: told })]),
    ...gapsLine(effect),
    ...correctiveLine(scene, unit, effect.figures),
  ];
  sayWhatFollows(scene, unit, effect, lines);
}

function correctedLine(period: Period, filing: Filing, changed: number): Line {
  const args = { period: { period }, first: { time: filing.firstFiledAt }, receipt: filing.receipt };
  return changed === 0 ? line('filed-unchanged', args) : line('filed-correction', { ...args, changed });
}

function filedLine(scene: Scene, period: Period, filing: Filing): Line {
  const { calendar, window } = scene.house;
  const due = dueOn(period, window, calendar);
  const filedOn = dateAt(filing.firstFiledAt);
  const args = { period: { period }, at: { time: filing.firstFiledAt }, receipt: filing.receipt };
  if (filedOn > due)
    return line('filed-late', { ...args, days: Math.max(1, workingDaysBetween(calendar, due, filedOn)) });
  const days = workingDaysBetween(calendar, filedOn, due);
  return days > 0 ? line('filed-early', { ...args, days }) : line('filed-on-time', args);
}

/** What nobody knew yet is named, so that it is not forgotten. */
function gapsLine({ figures, period }: FileMonth): Line[] {
  const names = (Object.keys(figures) as IndicatorName[]).filter((name) => figures[name]?.kind === 'no_data');
  if (names.length === 0) return [];
  const each = names.map((name) => line(`indicator-${name}`));
  return [line('filed-gaps', { names: { each, with: ', ' }, month: periodMonth(period) })];
}

/** By when what the audit found must be put right, as the directive in force says; nothing where nothing was found. */
function correctiveLine(scene: Scene, unit: Unit, { audit_date: audit }: Figures): Line[] {
  if (audit?.kind !== 'value' || typeof audit.value !== 'string') return [];
  const correction = correctionAfter(scene, unit.id, audit.value);
  if (correction === undefined) return [];
  const { due, days } = correction;
  return [
    days === undefined
      ? line('filed-corrective-day', { due: { day: due } })
      : line('filed-corrective-due', { due: { day: due }, days }),
  ];
}

/** A later month that no longer ties, or another unit's month still open: named, with a button that opens it. */
function sayWhatFollows(scene: Scene, unit: Unit, effect: FileMonth, lines: Line[]): void {
  const choices: Option[][] = [];
  const next = addMonths(effect.period, 1);
  const carried = filingOf(scene.tx, unit.id, next) && amount(figuresOf(scene.tx, unit.id, next).carried_over);
  const pending = amount(effect.figures.pending_total);
  if (carried !== undefined && pending !== undefined && carried !== pending) {
    lines.push(line('filed-chain', { next: { period: next }, carried, pending }));
    choices.push([option(`run:correct:${unit.id}:${next}`, 'choice-correct', { period: { period: next } })]);
  }
  const period = lastEnded(scene.today, scene.house.window);
  const open = filesFor(scene, period).find((other) => other.id !== unit.id && !filingOf(scene.tx, other.id, period));
  if (open) {
    const due = dueOn(period, scene.house.window, scene.house.calendar);
    lines.push(line('filed-next', { period: { period }, unit: open.name, due: { day: due } }));
    choices.push([option(`run:check-in:${open.id}:${period}`, 'choice-check-in', { period: { period } })]);
  }
  const scope = scopeQuestion(scene, unit, effect.figures);
  lines.push(...scope.lines);
  choices.push(...scope.choices);
  if (choices.length > 0) offer(scene, { lines, choices });
  else speak(scene, { lines });
}

/** Records the year's own answers; those of a closed year wait for a coordinator, with the reason asked. */
export function fileYear(scene: Scene, effect: FileYear): void {
  const unit = unitOf(scene, effect.unit);
  if (!allowed(scene, 'supplement_year', unit.id)) return tell(scene, line('not-allowed'));
  const year = String(effect.year);
  const figures = yearlyOf(effect.figures);
  const isClosed = closedBy(scene, unit.id, year) !== undefined;
  if (isClosed && changesYear(scene, unit.id, year, figures)) return askWhyYear(scene, { ...effect, figures });
  const changed = recordYear(scene, unit, { year, figures }, { person: scene.person, source: sourceOf(scene) });
  offer(scene, {
    lines: [line('filed-year', { year, changed })],
    choices: [[option(`run:report:${unit.id}:${year}`, 'choice-report', { year })]],
  });
}
