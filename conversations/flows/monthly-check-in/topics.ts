/**
 * The questions of the monthly check-in about dossiers and procedures, in the order they are asked. A topic says when
 * it applies, when it is settled, and how to ask for exactly what is still missing.
 */
import { NO_DATA } from '../../../domain/figure.ts';
import type { IndicatorName } from '../../../domain/indicator.ts';
import { slotNames } from '../../clarify.ts';
import type { Question } from '../../flow.ts';
import { type Line, line, type Option, option } from '../../say.ts';
import { noDataChoice, readSlots, SLOT_CHOICES, type Slots } from '../../slots.ts';
import { readVerbatim } from '../../verbatim.ts';
import { shown } from './summary.ts';
import { isKnown, lateDossiers, said, type View } from './view.ts';

export interface Topic {
  id: string;
  applies(view: View): boolean;
  settled(view: View): boolean;
  question(view: View, mending: boolean): Question;
}

const noData = (names: readonly IndicatorName[]) => ({
  figures: Object.fromEntries(names.map((name) => [name, NO_DATA])),
});

function numbers(id: string, slots: Slots, lines: Line[], choices: Option[][]): Question {
  const [ask] = slots.names;
  return {
    id,
    lines,
    choices,
    ...(ask && slots.names.length === 1 ? { ask } : {}),
    skip: noData(slots.names),
    read: (input) => readSlots(slots, input),
  };
}

const carriedOver: Topic = {
  id: 'carried_over',
  applies: (view) => view.facts.previous?.pendingTotal === undefined || said(view, 'carried_over') !== undefined,
  settled: (view) => isKnown(view, 'carried_over'),
  question: () =>
    numbers(
      'carried_over',
      { names: ['carried_over'], nothing: 'zero' },
      [line('ask-carried_over')],
      [[option(SLOT_CHOICES.none, 'choice-no-dossier'), noDataChoice()]],
    ),
};

const received: Topic = {
  id: 'received',
  applies: () => true,
  settled: (view) => isKnown(view, 'received'),
  question(view, mending) {
    const period = { period: view.state.period };
    const choices = [[option(SLOT_CHOICES.nil, 'choice-nil'), noDataChoice()]];
    if (!mending || !isKnown(view, 'received_online')) {
      return numbers('received', { names: ['received'], nothing: 'nil' }, [line('ask-received', { period })], choices);
    }
    // Whichever of the two was wrong, both are on the line that is mended; the direct part follows anew.
    const slots: Slots = { names: ['received', 'received_online'], nothing: 'nil', clear: ['received_direct'] };
    return numbers('received', slots, [line('ask-received-again', { period })], choices);
  },
};

const online: Topic = {
  id: 'online',
  applies: (view) => view.amounts.received !== 0 && said(view, 'received')?.kind !== 'no_data',
  settled: (view) => isKnown(view, 'received_online'),
  question: (view, mending) =>
    numbers(
      'online',
      { names: ['received_online'], nothing: 'zero', ...(mending ? { clear: ['received_direct' as const] } : {}) },
      [line('ask-received_online', { received: shown(view, 'received') })],
      [[option(SLOT_CHOICES.none, 'choice-no-online'), noDataChoice()]],
    ),
};

const RESOLVED = ['resolved_early', 'resolved_on_time', 'resolved_late'] as const;

const resolved: Topic = {
  id: 'resolved',
  applies: (view) => (view.amounts.carried_over ?? 1) + (view.amounts.received ?? 1) > 0,
  settled: (view) => RESOLVED.every((name) => isKnown(view, name)),
  question(view, mending) {
    const missing = mending ? RESOLVED : RESOLVED.filter((name) => !isKnown(view, name));
    const names = slotNames(missing);
    const slots: Slots = {
      names: missing,
      nothing: 'zero',
      whole: 'resolved',
      ...(mending ? { clear: ['resolved'] } : {}),
    };
    const known = view.amounts.resolved;
    const text =
      missing.length === RESOLVED.length
        ? line('ask-resolved')
        : known === undefined
          ? line('ask-resolved-rest', { names, count: missing.length })
          : line('ask-resolved-rest-of', { names, count: missing.length, total: known });
    const none =
      missing.length === RESOLVED.length
        ? option(SLOT_CHOICES.none, 'choice-none-resolved')
        : option(SLOT_CHOICES.none, 'choice-all-zero', { count: missing.length });
    return numbers('resolved', slots, [text], [[none, noDataChoice()]]);
  },
};

const PENDING = ['pending_in_time', 'pending_overdue'] as const;

const pending: Topic = {
  id: 'pending',
  applies: (view) =>
    view.amounts.pending_total !== 0 && !(view.amounts.pending_total === undefined && nothingToProcess(view)),
  settled: (view) =>
    isKnown(view, 'pending_overdue') && (isKnown(view, 'pending_in_time') || view.amounts.pending_total !== undefined),
  question(view, mending) {
    const total = view.amounts.pending_total;
    if (total === undefined) {
      const names = mending ? PENDING : PENDING.filter((name) => !isKnown(view, name));
      const isWhole = names.length === PENDING.length;
      const text = isWhole ? line('ask-pending') : line('ask-pending-rest', { names: slotNames(names) });
      const none = isWhole
        ? option(SLOT_CHOICES.none, 'choice-none-pending')
        : option(SLOT_CHOICES.none, 'choice-all-zero', { count: 1 });
      return numbers('pending', { names, nothing: 'zero' }, [text], [[none, noDataChoice()]]);
    }
    const slots: Slots = {
      names: ['pending_overdue'],
      nothing: 'zero',
      ...(mending ? { clear: ['pending_in_time'] } : {}),
    };
    const choices = [[option(SLOT_CHOICES.none, 'choice-all-in-time', { n: total })], [noDataChoice()]];
    return numbers('pending', slots, [line('ask-pending_overdue', { total })], choices);
  },
};

/** Nothing was carried over and nothing received, or neither is known. */
const nothingToProcess = (view: View): boolean => view.amounts.carried_over === 0 && view.amounts.received === 0;

const lateReason: Topic = {
  id: 'late_reason',
  applies: (view) => lateDossiers(view) > 0,
  settled: (view) => said(view, 'late_reason') !== undefined,
  question: (view) => ({
    id: 'late_reason',
    lines: [line('ask-late_reason', { n: lateDossiers(view) })],
    choices: [[option('nav:skip', 'choice-skip')]],
    verbatim: true,
    skip: noData(['late_reason']),
    read: (input) => readVerbatim('late_reason', input),
  }),
};

const proceduresTotal: Topic = {
  id: 'procedures_total',
  applies: (view) => view.facts.proceduresTotal === undefined,
  settled: (view) => isKnown(view, 'procedures_total'),
  question: () =>
    numbers(
      'procedures_total',
      { names: ['procedures_total'], nothing: 'zero' },
      [line('ask-procedures_total')],
      [[noDataChoice()]],
    ),
};

export const DOSSIER_TOPICS: readonly Topic[] = [
  carriedOver,
  received,
  online,
  resolved,
  pending,
  lateReason,
  proceduresTotal,
];
