/** The month in a few lines: read back after an answer, and as the review before it is sent. */
import type { Citation } from '../../../domain/citation.ts';
import { formatCitation, formatCode } from '../../../domain/document.ts';
import type { IndicatorName } from '../../../domain/indicator.ts';
import { slotName } from '../../clarify.ts';
import type { Staged } from '../../flow.ts';
import { mentions } from '../../register.ts';
import { type Line, line, type Value } from '../../say.ts';
import type { CheckIn, CheckInFacts, View } from './view.ts';
import { ACTIVITY_FIGURES, isActive, isKnown, lateDossiers, look, said } from './view.ts';

/** Documents named in one line, and how much of a title without a code: the whole of it would not fit a screen. */
const DOCUMENTS_NAMED_MAX = 5;
const TITLE_MAX = 40;

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
  const n = view.amounts[name];
  if (figure?.kind === 'no_data' && n === undefined) return line('figure-no-data');
  if (figure?.kind === 'nil') return line('figure-nil');
  if (n !== undefined) return n;
  if (figure?.kind === 'value') return typeof figure.value === 'boolean' ? '' : figure.value;
  return line('figure-unknown');
}

const dateShown = (view: View, name: IndicatorName): Value => {
  const figure = said(view, name);
  return figure?.kind === 'value' && typeof figure.value === 'string' ? { day: figure.value } : shown(view, name);
};

/** The parts of a whole that are known: "trước hạn 180, quá hạn 2". */
function parts(view: View, names: readonly IndicatorName[]): Value | undefined {
  const known = names.filter((name) => isKnown(view, name));
  if (known.length === 0) return undefined;
  return {
    each: known.map((name) => line('summary-part', { name: slotName(name), n: shown(view, name) })),
    with: ', ',
  };
}

/** A whole with its parts in brackets; whichever is not known is left out. */
function whole(
  view: View,
  key: 'received' | 'resolved' | 'pending',
  total: IndicatorName,
  names: IndicatorName[],
): Line {
  const split = said(view, total)?.kind === 'nil' ? undefined : parts(view, names);
  const n = shown(view, total);
  if (split === undefined) return line(`summary-${key}-total`, { total: n });
  return isKnown(view, total)
    ? line(`summary-${key}`, { total: n, parts: split })
    : line(`summary-${key}-total`, { total: split });
}

function dossiers(view: View): SummaryLine[] {
  const received: IndicatorName[] = ['received_online', 'received_direct'];
  const resolved: IndicatorName[] = ['resolved_early', 'resolved_on_time', 'resolved_late'];
  const pending: IndicatorName[] = ['pending_in_time', 'pending_overdue'];
  return [
    {
      topic: 'carried_over',
      line: line('summary-carried-over', { n: shown(view, 'carried_over') }),
      about: ['carried_over'],
    },
    { topic: 'received', line: whole(view, 'received', 'received', received), about: ['received', ...received] },
    { topic: 'resolved', line: whole(view, 'resolved', 'resolved', resolved), about: ['resolved', ...resolved] },
    { topic: 'pending', line: whole(view, 'pending', 'pending_total', pending), about: ['pending_total', ...pending] },
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
  const changes = ACTIVITY_FIGURES.procedures;
  const total = shown(view, 'procedures_total');
  const isChanged = changes.some((name) => said(view, name)?.kind === 'no_data' || (view.amounts[name] ?? 0) > 0);
  const split = isChanged ? parts(view, changes) : undefined;
  const text = split
    ? line('summary-procedures', { total, parts: split })
    : line('summary-procedures-unchanged', { total });
  return { topic: 'procedures', line: text, about: ['procedures_total', ...changes] };
}

function audit(view: View): SummaryLine {
  const about = ACTIVITY_FIGURES.audit;
  if (!isActive(view, 'audit')) return { topic: 'audit', line: line('summary-audit-none'), about };
  const date = dateShown(view, 'audit_date');
  const findings = parts(
    view,
    about.filter((name) => name !== 'audit_date'),
  );
  const text = findings ? line('summary-audit', { date, findings }) : line('summary-audit-date', { date });
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
      line: line('summary-training', { parts: parts(view, ACTIVITY_FIGURES.training) ?? line('figure-unknown') }),
      about: ACTIVITY_FIGURES.training,
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
  const told = view.state.staged.documents;
  if (told.length === 0) return [{ topic: 'documents', line: line('summary-documents-none'), about: [] }];
  const each = told.slice(0, DOCUMENTS_NAMED_MAX).map(documentShown);
  const names: Value = { each: told.length > each.length ? [...each, '…'] : each, with: '; ' };
  return [{ topic: 'documents', line: line('summary-documents', { count: told.length, names }), about: [] }];
}

/** A document by its code, or by the beginning of its title when it has none. */
function documentShown(citation: Citation): string {
  const title = formatCode(citation) ?? formatCitation(citation);
  return title.length > TITLE_MAX ? `${title.slice(0, TITLE_MAX).trimEnd()}…` : title;
}

/** Every line of the review, in order; what did not happen is one line, "hoạt động khác: không phát sinh". */
export function summary(view: View): SummaryLine[] {
  const happened = [...events(view), ...documents(view)];
  const rest: SummaryLine[] =
    happened.length > 0 ? happened : [{ topic: 'activities', line: line('summary-no-activity'), about: [] }];
  return [...dossiers(view), procedures(view), audit(view), ...rest];
}

/** The lines about what an answer has just laid down or made follow, under the numbers they have in the review. */
export function readBack(state: CheckIn, before: Staged, facts: CheckInFacts): Line[] {
  const then = look({ ...state, staged: before }, facts);
  const now = look(state, facts);
  const changed = (name: IndicatorName) =>
    then.amounts[name] !== now.amounts[name] || then.state.staged.figures[name] !== now.state.staged.figures[name];
  const newDocuments = state.staged.documents.length > before.documents.length;
  const lines = summary(now)
    .map((entry, index) => ({ ...entry, at: index + 1 }))
    .filter((entry) => entry.about.some(changed) || (entry.topic === 'documents' && newDocuments))
    .filter((entry) => entry.topic !== 'pending' || now.amounts.pending_total !== undefined)
    .filter((entry) => entry.topic !== 'resolved' || entry.about.some((name) => said(now, name) !== undefined))
    .map(({ at, line: text }) => ({ at, text }));
  const unusual = mentions(state.staged.documents.slice(before.documents.length), facts.today);
  const [only] = lines;
  if (!only) return unusual;
  if (lines.length === 1) return [line('engine-noted-one', { text: only.text }), ...unusual];
  return [line('engine-noted'), ...lines.map((each) => line('engine-numbered', each)), ...unusual];
}
