/** Turning what a person confirmed into records: the month's figures, the documents, the filing, the audit trail. */
import type { Effect, Figures } from '../conversations/flow.ts';
import { type Line, line, type Option, option } from '../conversations/say.ts';
import {
  type Filing,
  figuresOf,
  filingOf,
  isReceiptTaken,
  recordFigures,
  recordFiling,
  type Source,
} from '../db/answers.ts';
import { noteDeed } from '../db/audit.ts';
import { documentsOf, recordDocuments } from '../db/documents.ts';
import { workingDaysBetween } from '../domain/calendar.ts';
import type { Citation } from '../domain/citation.ts';
import { dateAt } from '../domain/date.ts';
import { lastGoodDay } from '../domain/deadline.ts';
import { sameDocument } from '../domain/document.ts';
import { amount } from '../domain/figure.ts';
import { type IndicatorName, indicatorsOf } from '../domain/indicator.ts';
import { addMonths, coverage, dueOn, lastEnded, type Period, periodMonth } from '../domain/period.ts';
import { fold } from '../domain/text.ts';
import { placeName, type Unit } from '../domain/unit.ts';
import { allowed, offer, type Scene, speak, tell, unitOf, unitsFor } from './scene.ts';

type FileMonth = Extract<Effect, { do: 'file_month' }>;
type FileYear = Extract<Effect, { do: 'file_year' }>;

/** Corrective action after an internal audit: 30 calendar days (821/SKHCN-TĐC of Sở KH&CN Đồng Nai, 17/5/2021). */
const CORRECTIVE_ACTION = { kind: 'after_event', days: 30 } as const;

/** Letters and digits that are not mistaken for one another when read out on the telephone. */
const RECEIPT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_LENGTH = 4;
/** Four characters give a million receipts to a place and month; so many taken in a row is a broken source of chance. */
const RECEIPT_TRIES_MAX = 20;

const sourceOf = (scene: Scene): Source => ({
  person: scene.person.id,
  at: scene.now,
  ...(scene.message === undefined ? {} : { message: scene.message }),
});

/** Records a month and says what was recorded, whether it was in time, and what follows. */
export function fileMonth(scene: Scene, effect: FileMonth): void {
  const unit = unitOf(scene, effect.unit);
  const before = filingOf(scene.tx, unit.id, effect.period);
  if (!allowed(scene, before ? 'correct_month' : 'file_month', unit.id)) return tell(scene, line('not-allowed'));
  const source = sourceOf(scene);
  const changed =
    recordFigures(scene.tx, unit.id, effect.period, effect.figures, source) + documentsChanged(scene, effect);
  recordDocuments(scene.tx, unit.id, effect.period, effect.documents, source);
  const receipt = before?.receipt ?? newReceipt(scene, unit, effect.period);
  const { from, to } = coverage(effect.period, scene.house.window);
  const filing = recordFiling(scene.tx, { unit: unit.id, period: effect.period, from, to, receipt }, source);
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action: before ? 'correct_month' : 'file_month',
    subject: `unit:${unit.code}/${effect.period}`,
    detail: { receipt, changed },
  });
  const lines = [
    before ? correctedLine(effect.period, filing, changed) : filedLine(scene, effect.period, filing),
    ...gapsLine(effect),
    ...correctiveLine(scene, effect.figures),
  ];
  sayWhatFollows(scene, unit, effect, lines);
}

function correctedLine(period: Period, filing: Filing, changed: number): Line {
  const args = { period: { period }, first: { time: filing.firstFiledAt }, receipt: filing.receipt };
  return changed === 0 ? line('filed-unchanged', args) : line('filed-correction', { ...args, changed });
}

/** How many documents a filing adds to a month or takes from it. */
function documentsChanged(scene: Scene, { unit, period, documents }: FileMonth): number {
  const known = documentsOf(scene.tx, unit, period, period);
  const lacking = (all: readonly Citation[], from: readonly Citation[]) =>
    all.filter((citation) => !from.some((each) => sameDocument(each, citation))).length;
  return lacking(documents, known) + lacking(known, documents);
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

function correctiveLine(scene: Scene, figures: Figures): Line[] {
  const { audit_date: audit, corrective_action_date: done } = figures;
  if (audit?.kind !== 'value' || typeof audit.value !== 'string' || done?.kind === 'value') return [];
  const due = lastGoodDay(
    CORRECTIVE_ACTION,
    { year: Number(audit.value.slice(0, 4)), event: audit.value },
    scene.house.calendar,
  );
  return due === undefined ? [] : [line('filed-corrective-due', { due: { day: due } })];
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
  const open = unitsFor(scene, 'file_month').find(
    (other) => other.id !== unit.id && !filingOf(scene.tx, other.id, period),
  );
  if (open) {
    const due = dueOn(period, scene.house.window, scene.house.calendar);
    lines.push(line('filed-next', { period: { period }, unit: open.name, due: { day: due } }));
    choices.push([option(`run:check-in:${open.id}:${period}`, 'choice-check-in', { period: { period } })]);
  }
  if (choices.length > 0) offer(scene, { lines, choices });
  else speak(scene, { lines });
}

/** A receipt to quote on the telephone: 'DT-2110-7K3P' from place, month and chance. */
function newReceipt(scene: Scene, unit: Unit, period: Period): string {
  const initials = fold(placeName(unit.name))
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .filter((letter) => /[A-Z0-9]/.test(letter))
    .join('');
  for (let tries = 0; tries < RECEIPT_TRIES_MAX; tries += 1) {
    const code = Array.from(
      scene.house.random(RECEIPT_LENGTH),
      (byte) => RECEIPT_ALPHABET[byte % RECEIPT_ALPHABET.length],
    );
    const receipt = `${initials || 'DV'}-${period.slice(2, 4)}${period.slice(5)}-${code.join('')}`;
    if (!isReceiptTaken(scene.tx, receipt)) return receipt;
  }
  throw new Error(`no free receipt for ${unit.code}, ${period}`);
}

/** Records the year's own answers. */
export function fileYear(scene: Scene, effect: FileYear): void {
  const unit = unitOf(scene, effect.unit);
  if (!allowed(scene, 'supplement_year', unit.id)) return tell(scene, line('not-allowed'));
  const known = new Set<string>(indicatorsOf('year'));
  const figures = Object.fromEntries(Object.entries(effect.figures).filter(([name]) => known.has(name)));
  const changed = recordFigures(scene.tx, unit.id, String(effect.year), figures, sourceOf(scene));
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action: 'supplement_year',
    subject: `unit:${unit.code}/${effect.year}`,
    detail: { changed },
  });
  offer(scene, {
    lines: [line('filed-year', { year: String(effect.year), changed })],
    choices: [[option(`run:report:${unit.id}:${effect.year}`, 'choice-report', { year: String(effect.year) })]],
  });
}
