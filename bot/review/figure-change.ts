/** Figures as words: the old and the new of a change, and a month as its review shows it. */
import { correction } from '../../conversations/flows/monthly-check-in/flow.ts';
import { summary } from '../../conversations/flows/monthly-check-in/summary.ts';
import { look, type View } from '../../conversations/flows/monthly-check-in/view.ts';
import { type Line, line, type Value } from '../../conversations/say.ts';
import type { Figures } from '../../db/answers.ts';
import type { Citation } from '../../domain/citation.ts';
import { formatCitation, formatCode, sameDocument } from '../../domain/document.ts';
import type { Figure } from '../../domain/figure.ts';
import { INDICATORS, type IndicatorName } from '../../domain/indicator.ts';
import { changesBetween } from '../../domain/month-change.ts';
import type { Period } from '../../domain/period.ts';
import type { Unit } from '../../domain/unit.ts';
import { checkInFacts } from '../month/check-in.ts';
import type { Scene } from '../scene.ts';

export interface Month {
  figures: Figures;
  documents: Citation[];
}

/** A figure as it is shown; nothing recorded is "chưa có số liệu". */
export function figureShown(name: IndicatorName, figure: Figure | undefined): Value {
  if (figure === undefined || figure.kind === 'no_data') return line('figure-no-data');
  if (figure.kind === 'nil') return line('figure-nil');
  if (typeof figure.value === 'boolean') return line(figure.value ? 'review-done' : 'review-not-done');
  return INDICATORS[name].kind === 'date' && typeof figure.value === 'string' ? { day: figure.value } : figure.value;
}

/** A paragraph of a year's report would push the rest off a phone's screen; who decides knows it by its beginning. */
const WORDS_SHOWN_MAX = 120;

const shortened = (words: Value): Value =>
  typeof words !== 'string' || words.length <= WORDS_SHOWN_MAX
    ? words
    : `${words.slice(0, WORDS_SHOWN_MAX).replace(/[\s,;.]+\S*$/u, '')}…`;

/** Old and new of everything a change would change. */
export function changeLines(before: Month, after: Month, of: 'month' | 'year' = 'month'): Line[] {
  const figures = changesBetween(before.figures, after.figures, of).map(({ name, from, to }) =>
    line('change-figure', {
      name: line(`indicator-${name}`),
      from: shortened(figureShown(name, from)),
      to: shortened(figureShown(name, to)),
    }),
  );
  const lacking = (all: readonly Citation[], from: readonly Citation[]) =>
    all.filter((citation) => !from.some((each) => sameDocument(each, citation)));
  const added = lacking(after.documents, before.documents).map((each) => line('change-document-added', named(each)));
  const taken = lacking(before.documents, after.documents).map((each) => line('change-document-taken', named(each)));
  return [...figures, ...added, ...taken];
}

const named = (citation: Citation) => ({ name: formatCode(citation) ?? formatCitation(citation) });

/** A month seen as its review shows it, from what is or would be recorded. */
export function monthView(scene: Scene, unit: Unit, period: Period, month: Month): View {
  const facts = checkInFacts(scene, { unit: unit.id, period });
  return look(correction(unit.id, period, month, facts.proceduresTotal), facts);
}

/** The numbered lines of a month. */
export const monthLines = (view: View): Line[] =>
  summary(view).map((entry, index) => line('engine-numbered', { at: index + 1, text: entry.line }));
