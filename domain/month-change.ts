/** What is different between two states of a month's figures, and what is unusual in a month against the one before. */
import { amount, type Figure } from './figure.ts';
import { INDICATORS, type IndicatorName, indicatorsOf } from './indicator.ts';

type Figures = Partial<Record<IndicatorName, Figure>>;

export interface Change {
  name: IndicatorName;
  /** Absent where nothing was recorded before. */
  from?: Figure;
  to: Figure;
}

const same = (a: Figure, b: Figure): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Every figure of `to` that says something else than `from`, in the order of the catalogue. */
export function changesBetween(from: Figures, to: Figures, of: 'month' | 'year' = 'month'): Change[] {
  return indicatorsOf(of).flatMap((name): Change[] => {
    const [before, after] = [from[name], to[name]];
    if (after === undefined || (before !== undefined && same(before, after))) return [];
    return [{ name, ...(before === undefined ? {} : { from: before }), to: after }];
  });
}

const DOSSIERS: readonly IndicatorName[] = [
  'carried_over',
  'received',
  'received_online',
  'received_direct',
  'resolved',
  'resolved_early',
  'resolved_on_time',
  'resolved_late',
  'pending_total',
  'pending_in_time',
  'pending_overdue',
  'late_reason',
];
/** What the balance of a month's dossiers derives from the others. */
const BALANCED: readonly IndicatorName[] = ['received_direct', 'resolved', 'pending_total', 'pending_in_time'];
const PROCEDURES: readonly IndicatorName[] = ['procedures_amended', 'procedures_new', 'procedures_repealed'];
/** What else happened in a month, as the list of its activities asks for it. */
const ACTIVITIES: readonly IndicatorName[] = indicatorsOf('month').filter((name) => !DOSSIERS.includes(name));

/** What changes of itself when one thing that was returned is mended. */
function following(item: string): readonly IndicatorName[] {
  if (item === 'activities') return ACTIVITIES;
  if (item === 'audit_date') return ['audit_done'];
  if (PROCEDURES.some((name) => name === item)) return ['procedures_total'];
  if (item === 'resolved_late') return [...BALANCED, 'late_reason'];
  return DOSSIERS.some((name) => name === item) ? BALANCED : [];
}

/**
 * Whether a change mends what was returned and nothing else, but for what follows from it: a sum, the reason of what is
 * late.
 * @param returned indicators, 'documents' or 'activities'
 * @param documents how many documents it adds or takes away
 */
export function isOnlyMending(
  returned: readonly string[],
  changed: readonly Pick<Change, 'name'>[],
  documents: number,
): boolean {
  const may = new Set<string>(returned.flatMap((item) => [item, ...following(item)]));
  const mayDocuments = may.has('documents') || may.has('activities');
  return changed.every(({ name }) => may.has(name)) && (documents === 0 || mayDocuments);
}

/** Something a coordinator should look at twice. */
export type Unusual =
  | { why: 'more' | 'less' | 'overdue'; name: IndicatorName; now: number; before: number }
  /** The month opens with another number than the last one closed with. */
  | { why: 'chain'; name: 'carried_over'; now: number; before: number }
  | { why: 'no_data'; names: IndicatorName[] };

/** Below this many dossiers half or twice as many is an ordinary month. */
const USUAL_MIN = 10;
/** From here on a month differs enough from the last to be named. */
const TIMES_MIN = 2;

const COMPARED: readonly IndicatorName[] = ['received', 'received_online', 'resolved'];
const OVERDUE: readonly IndicatorName[] = ['resolved_late', 'pending_overdue'];

/** What is unusual in a month; `before` is the month before, where it was sent. */
export function unusual(now: Figures, before: Figures | undefined): Unusual[] {
  const found: Unusual[] = [];
  const opening = amount(now.carried_over);
  const closing = amount(before?.pending_total);
  if (opening !== undefined && closing !== undefined && opening !== closing) {
    found.push({ why: 'chain', name: 'carried_over', now: opening, before: closing });
  }
  for (const name of COMPARED) {
    const [n, usual] = [amount(now[name]), amount(before?.[name])];
    if (n === undefined || usual === undefined || Math.max(n, usual) < USUAL_MIN) continue;
    if (n >= usual * TIMES_MIN) found.push({ why: 'more', name, now: n, before: usual });
    else if (n * TIMES_MIN <= usual) found.push({ why: 'less', name, now: n, before: usual });
  }
  for (const name of OVERDUE) {
    const [n, usual] = [amount(now[name]), amount(before?.[name])];
    if (n !== undefined && usual !== undefined && n > usual)
      found.push({ why: 'overdue', name, now: n, before: usual });
  }
  const names = indicatorsOf('month').filter(
    (name) => now[name]?.kind === 'no_data' && INDICATORS[name].kind !== 'yes_no',
  );
  if (names.length > 0) found.push({ why: 'no_data', names });
  return found;
}
