/**
 * A month becomes records: figures, documents, the filing with its receipt, the audit trail, and what follows for its
 * review. Whoever sends it, and whoever grants a change of a closed month, goes through here.
 */
import type { Effect } from '../../conversations/flow.ts';
import {
  type Filing,
  figuresOf,
  filingOf,
  isReceiptTaken,
  recordFigures,
  recordFiling,
  type Source,
} from '../../db/answers.ts';
import { noteDeed } from '../../db/audit.ts';
import { firstSending, replaceRequests } from '../../db/change-requests.ts';
import { documentsOf, recordDocuments } from '../../db/documents.ts';
import { recordReview, reviewsOf } from '../../db/reviews.ts';
import type { Citation } from '../../domain/citation.ts';
import { sameDocument } from '../../domain/document.ts';
import { changesBetween, isOnlyMending } from '../../domain/month-change.ts';
import { coverage, type Period } from '../../domain/period.ts';
import type { Person } from '../../domain/person.ts';
import { fold } from '../../domain/text.ts';
import { placeName, type Unit } from '../../domain/unit.ts';
import { tellMended } from '../review/mended.ts';
import { returnedInSpite } from '../review/month-state.ts';
import type { Scene } from '../scene.ts';

type Month = Omit<Extract<Effect, { do: 'file_month' }>, 'do'>;

/** Letters and digits that are not mistaken for one another when read out on the telephone. */
const RECEIPT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_LENGTH = 4;
/** Four characters give a million receipts to a place and month; so many taken in a row is a broken source of chance. */
const RECEIPT_TRIES_MAX = 20;

/** Who says what this turn records. */
export const sourceOf = (scene: Scene): Source => ({
  person: scene.person.id,
  at: scene.now,
  ...(scene.message === undefined ? {} : { message: scene.message }),
});

/** In whose name a month is recorded, and by whose yes where it was closed. */
export interface Recording {
  person: Pick<Person, 'code'>;
  source: Source;
  /** JSON-safe: the request, its reason and who granted it, for the audit. */
  granted?: Record<string, string | number>;
}

export interface Recorded {
  filing: Filing;
  changed: number;
  /** The coordinator who was told that a returned month is mended, if any. */
  told?: string;
}

/** Records a month; the first filing time stays, and nothing is recorded where nothing is different. */
export function recordMonth(scene: Scene, unit: Unit, month: Month, recording: Recording): Recorded {
  const { tx } = scene;
  const { period } = month;
  const { source, person, granted } = recording;
  const before = filingOf(tx, unit.id, period);
  const added = documentsChanged(scene, month);
  const changed = recordFigures(tx, unit.id, period, month.figures, source) + added;
  recordDocuments(tx, unit.id, period, month.documents, source);
  if (changed > 0 || !before) replaceRequests(tx, unit.id, period, source);
  const receipt = before?.receipt ?? newReceipt(scene, unit, period);
  // Sent again as it was, a month has nothing new to be looked at.
  const row = { unit: unit.id, period, ...coverage(period, scene.house.window), receipt };
  if (!before) keepFirstSending(tx, row, source);
  const filing = before && changed === 0 ? before : recordFiling(tx, row, source);
  noteDeed(tx, {
    at: scene.now,
    actor: person.code,
    action: before ? 'correct_month' : 'file_month',
    subject: `unit:${unit.code}/${period}`,
    detail: { receipt, changed, ...granted },
  });
  const told = before ? reopenReview(scene, unit, period, changed, source) : undefined;
  return { filing, changed, ...(told === undefined ? {} : { told }) };
}

/**
 * The first sending decides whether a month was in time, also where the month was closed and the sending had to wait for
 * somebody's yes: one that was never recorded is kept before the one that is.
 */
function keepFirstSending(tx: Scene['tx'], row: Parameters<typeof recordFiling>[1], { at }: Source): void {
  const first = firstSending(tx, row.unit, row.period);
  if (first && first.at < at) recordFiling(tx, row, { person: first.by, at: first.at });
}

/**
 * A sending after a verdict is written down beside it, also where the clock stands still between the two: a return is
 * answered, even where the figure was right as it stood; an acceptance is open again if anything changed.
 */
function reopenReview(scene: Scene, unit: Unit, period: Period, changed: number, source: Source): string | undefined {
  const last = reviewsOf(scene.tx, unit.id, period).at(-1);
  if (!last || last.verdict === 'mended' || (last.verdict === 'accepted' && changed === 0)) return undefined;
  const id = recordReview(scene.tx, { unit: unit.id, period, verdict: 'mended' }, source);
  return tellMended(scene, { id, unit, period, answers: last });
}

/** True where a month would say anything else than what is recorded. */
export function changesAnything(scene: Scene, month: Month): boolean {
  if (!filingOf(scene.tx, month.unit, month.period)) return true;
  const known = figuresOf(scene.tx, month.unit, month.period);
  return changesBetween(known, month.figures).length > 0 || documentsChanged(scene, month) > 0;
}

/** True where a closed month changes only in what a coordinator has returned since it was closed. */
export function mendsReturned(scene: Scene, month: Month): boolean {
  const returned = returnedInSpite(scene, month.unit, month.period);
  const known = figuresOf(scene.tx, month.unit, month.period);
  const changed = changesBetween(known, month.figures);
  return returned !== undefined && isOnlyMending(Object.keys(returned), changed, documentsChanged(scene, month));
}

/** How many documents a filing adds to a month or takes from it. */
function documentsChanged(scene: Scene, { unit, period, documents }: Month): number {
  const known = documentsOf(scene.tx, unit, period, period);
  const lacking = (all: readonly Citation[], from: readonly Citation[]) =>
    all.filter((citation) => !from.some((each) => sameDocument(each, citation))).length;
  return lacking(documents, known) + lacking(known, documents);
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
