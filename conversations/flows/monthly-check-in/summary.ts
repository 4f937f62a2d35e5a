/** The month in a few lines: read back after an answer, and as the review before it is sent. */
import type { IndicatorName } from '../../../domain/indicator.ts';
import type { Staged } from '../../flow.ts';
import { type Line, line, type Value } from '../../say.ts';
import type { CheckIn, CheckInFacts, View } from './view.ts';
import { isActive, lateDossiers, look, said } from './view.ts';

/** A line of the review, named by what is asked again when it is tapped. */
export interface SummaryLine {
  topic: string;
  line: Line;
  /** What the line shows: it is read back when one of these was just said. */
  about: readonly IndicatorName[];
}

/** A figure as it is shown: a number, "không phát sinh", "chưa có số liệu", or a blank for what is not known. */
export function shown(view: View, name: IndicatorName): Value {
  const figure = said(view, name);
  if (figure?.kind === 'no_data') return line('figure-no-data');
  if (figure?.kind === 'nil') return line('figure-nil');
  const n = view.amounts[name];
  if (n !== undefined) return n;
  if (figure?.kind === 'value') return typeof figure.value === 'boolean' ? '' : figure.value;
  return line('figure-unknown');
}

const dateShown = (view: View, name: IndicatorName): Value => {
  const figure = said(view, name);
  return figure?.kind === 'value' && typeof figure.value === 'string' ? { date: figure.value } : shown(view, name);
};

function dossiers(view: View): SummaryLine[] {
  const value = (name: IndicatorName) => shown(view, name);
  const pending =
    view.amounts.pending_overdue === undefined && said(view, 'pending_overdue') === undefined
      ? line('summary-pending-total', { total: value('pending_total') })
      : line('summary-pending', {
          total: value('pending_total'),
          in_time: value('pending_in_time'),
          overdue: value('pending_overdue'),
        });
  const split = { total: value('received'), online: value('received_online'), direct: value('received_direct') };
  const isSplit = view.amounts.received_online !== undefined || said(view, 'received_online') !== undefined;
  const nothing = said(view, 'received')?.kind === 'nil';
  return [
    { topic: 'carried_over', line: line('summary-carried-over', { n: value('carried_over') }), about: ['carried_over'] },
    {
      topic: 'received',
      line: nothing || !isSplit ? line('summary-received-total', split) : line('summary-received', split),
      about: ['received', 'received_online', 'received_direct'],
    },
    {
      topic: 'resolved',
      line: line('summary-resolved', {
        total: value('resolved'),
        early: value('resolved_early'),
        on_time: value('resolved_on_time'),
        late: value('resolved_late'),
      }),
      about: ['resolved', 'resolved_early', 'resolved_on_time', 'resolved_late'],
    },
    { topic: 'pending', line: pending, about: ['pending_total', 'pending_in_time', 'pending_overdue'] },
    ...(lateDossiers(view) > 0
      ? [
          {
            topic: 'late_reason',
            line: line('summary-late-reason', { reason: shown(view, 'late_reason') }),
            about: ['late_reason'] as const,
          },
        ]
      : []),
  ];
}

function procedures(view: View): SummaryLine {
  const about = ['procedures_total', 'procedures_amended', 'procedures_new', 'procedures_repealed'] as const;
  const total = shown(view, 'procedures_total');
  const text = isActive(view, 'procedures')
    ? line('summary-procedures', {
        total,
        amended: shown(view, 'procedures_amended'),
        added: shown(view, 'procedures_new'),
        repealed: shown(view, 'procedures_repealed'),
      })
    : line('summary-procedures-unchanged', { total });
  return { topic: 'procedures', line: text, about };
}

function audit(view: View): SummaryLine {
  const about = [
    'audit_date',
    'minor_nonconformities',
    'major_nonconformities',
    'recommendations',
    'observations',
  ] as const;
  const text = isActive(view, 'audit')
    ? line('summary-audit', {
        date: dateShown(view, 'audit_date'),
        minor: shown(view, 'minor_nonconformities'),
        major: shown(view, 'major_nonconformities'),
        recommendations: shown(view, 'recommendations'),
        observations: shown(view, 'observations'),
      })
    : line('summary-audit-none');
  return { topic: 'audit', line: text, about };
}

/** Whether something happened that is one date or a few words: shown when it did, passed over when it did not. */
function events(view: View): SummaryLine[] {
  const lines: SummaryLine[] = [];
  if (isActive(view, 'corrective')) {
    const date = dateShown(view, 'corrective_action_date');
    lines.push({ topic: 'corrective', line: line('summary-corrective', { date }), about: ['corrective_action_date'] });
  }
  if (isActive(view, 'review')) {
    const date = dateShown(view, 'management_review_date');
    lines.push({ topic: 'review', line: line('summary-review', { date }), about: ['management_review_date'] });
  }
  if (isActive(view, 'training')) {
    lines.push({
      topic: 'training',
      line: line('summary-training', {
        attendees: shown(view, 'training_attendees'),
        courses: shown(view, 'training_courses_hosted'),
      }),
      about: ['training_attendees', 'training_courses_hosted'],
    });
  }
  if (isActive(view, 'difficulties')) {
    lines.push({
      topic: 'difficulties',
      line: line('summary-difficulties', { text: shown(view, 'difficulties') }),
      about: ['difficulties'],
    });
  }
  return lines;
}

function documents(view: View): SummaryLine[] {
  if (!isActive(view, 'documents')) return [];
  const count = view.state.staged.documents.length;
  return [{ topic: 'documents', line: line('summary-documents', { count }), about: [] }];
}

/** Every line of the review, in order; what did not happen is one line, "hoạt động khác: không phát sinh". */
export function summary(view: View): SummaryLine[] {
  const happened = [...events(view), ...documents(view)];
  const rest: SummaryLine[] =
    happened.length > 0 ? happened : [{ topic: 'activities', line: line('summary-no-activity'), about: [] }];
  return [...dossiers(view), procedures(view), audit(view), ...rest];
}

/** The lines about what an answer has just laid down or made follow. */
export function readBack(state: CheckIn, before: Staged, facts: CheckInFacts): Line[] {
  const then = look({ ...state, staged: before }, facts);
  const now = look(state, facts);
  const changed = (name: IndicatorName) =>
    then.amounts[name] !== now.amounts[name] || then.state.staged.figures[name] !== now.state.staged.figures[name];
  const newDocuments = state.staged.documents.length > before.documents.length;
  const lines = summary(now)
    .filter((entry) => entry.about.some(changed) || (entry.topic === 'documents' && newDocuments))
    .filter((entry) => entry.topic !== 'pending' || now.amounts.pending_total !== undefined)
    .filter((entry) => entry.topic !== 'resolved' || entry.about.some((name) => said(now, name) !== undefined))
    .map((entry) => entry.line);
  return lines.length > 0 ? [line('engine-noted'), ...lines.map((text) => line('engine-noted-line', { text }))] : [];
}
