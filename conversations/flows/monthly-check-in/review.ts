/** The last question: everything on one screen before it is sent, where any line can be tapped and mended. */
import { fold } from '../../../domain/text.ts';
import type { Input, Question, Reading } from '../../flow.ts';
import { readYesNo } from '../../parse/choice.ts';
import { line, type Option, option } from '../../say.ts';
import { ACTIVITIES_DONE, DOCUMENTS_DONE } from './activities.ts';
import { predecessorLines } from './ended.ts';
import { type SummaryLine, summary } from './summary.ts';
import { ACTIVITY_FIGURES, type Activity, activityMark, isActivity, type View } from './view.ts';

const SEND = 'send';
const MEND = 'mend:';
/** Mending buttons side by side: four short ones fit a phone's width. */
const BUTTONS_PER_ROW = 4;

/** The review of a month. */
export function reviewQuestion(view: View): Question {
  const entries = summary(view);
  const mend = entries.map((entry, index) => option(`${MEND}${entry.topic}`, 'choice-mend', { at: index + 1 }));
  const rows: Option[][] = [];
  for (let at = 0; at < mend.length; at += BUTTONS_PER_ROW) rows.push(mend.slice(at, at + BUTTONS_PER_ROW));
  return {
    id: 'review',
    lines: [
      line('check-in-review', { period: { period: view.state.period }, unit: view.facts.unitName }),
      ...entries.map((entry, index) => line('engine-numbered', { at: index + 1, text: entry.line })),
      ...predecessorLines(view.facts),
      line('check-in-review-how'),
    ],
    choices: [...rows, [option(SEND, view.state.correcting ? 'choice-send-correction' : 'choice-send')]],
    ask: 'confirm',
    numbered: true,
    leads: true,
    read: (input) => readReview(entries, input),
  };
}

function readReview(entries: SummaryLine[], input: Input): Reading {
  if (input.kind === 'choice') {
    const [id = ''] = input.ids;
    if (id === SEND) return { kind: 'finish' };
    return id.startsWith(MEND) ? mend(id.slice(MEND.length)) : { kind: 'none' };
  }
  const text = fold(input.text);
  const wanted = /^(?:sua|mend|line|dong)?\s*(?:dong|line)?\s*(\d{1,2})$/.exec(text);
  const entry = wanted ? entries[Number(wanted[1]) - 1] : undefined;
  if (entry) return mend(entry.topic);
  if (/^(gui|nop|send|dung,? ?gui|gui di|gui luon)( (a|nhe|di|luon))?$/.test(text)) return { kind: 'finish' };
  const { answer, rest } = readYesNo(input.text);
  if (rest.trim() !== '') return { kind: 'none' };
  if (answer === 'no') return { kind: 'unread', lines: [line('check-in-review-which')] };
  return answer === 'yes' ? { kind: 'finish' } : { kind: 'none' };
}

/** "sửa 2", "sửa dòng 2" at any question: the line is the one of that number in what is read back and in the review. */
export function mendNamed(view: View, text: string): Reading {
  const wanted = /^(?:sua|mend|change)\s*(?:dong|line)?\s*(\d{1,2})$/.exec(fold(text));
  const entry = wanted ? summary(view)[Number(wanted[1]) - 1] : undefined;
  return entry ? mend(entry.topic) : { kind: 'none' };
}

/** Dossier lines are asked again as they stand; an activity's answers are taken up, so that all of it is asked again. */
function mend(topic: string): Reading {
  if (topic === 'activities') return { kind: 'mend', patch: { undone: [ACTIVITIES_DONE] } };
  if (topic === 'documents')
    return { kind: 'mend', patch: { documents: [], undone: [DOCUMENTS_DONE], done: documentsMark } };
  if (!isActivity(topic)) return { kind: 'mend', question: topic, patch: {} };
  // The total stands on the same line; cleared, it follows from last month's or is asked again.
  const more = topic === 'procedures' ? (['procedures_total'] as const) : [];
  return { kind: 'mend', patch: { clear: [...ACTIVITY_FIGURES[topic], ...more], done: [activityMark(topic)] } };
}

const documentsMark = [activityMark('documents' satisfies Activity)];
