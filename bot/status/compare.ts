/** "So với tháng trước": two stretches of months beside each other, with what became more and what less. */

import type { Against } from '../../conversations/parse/status-phrases.ts';
import { type Line, line, type Value } from '../../conversations/say.ts';
import type { Tally } from '../../domain/completeness.ts';
import { DOSSIER_FIGURES, type DossierFigure, isUnknown } from '../../domain/dossier-sum.ts';
import type { Period } from '../../domain/period.ts';
import { type Span, spanBefore, spanYearBefore } from '../../domain/span.ts';
import { type Scene, speak, tell } from '../scene.ts';
import { pastLines, type Scope } from './scope.ts';
import { type Standing, standingOf } from './standing.ts';
import { nothingOf, percent, shown, spanName } from './status-lines.ts';
import { comparePicture } from './status-picture.ts';

/** Answers "so với tháng trước" and its kind: a span beside the one before it, the same of last year, or one named. */
export function sayComparison(scene: Scene, scope: Scope, asked: Span, against?: Against | Span): void {
  const [span, other] = inOrder(asked, otherOf(asked, against));
  const now = standingOf(scene, scope, span);
  const nothing = nothingOf(scene, now);
  if (nothing) return tell(scene, nothing);
  const before = standingOf(scene, scope, other, monthsBeside(now, other));
  const [only] = now.units;
  const lines = [
    line('compare-heading', {
      span: spanName(span),
      other: spanName(other),
      scope: now.units.length === 1 && only ? only.unit.name : scope.name,
      at: { time: scene.now },
    }),
    ...(now.periods.length < span.periods.length ? [line('compare-months', { n: now.periods.length })] : []),
    line('compare-filed', {
      now: now.tally.sent,
      owed: now.tally.owed,
      before: before.tally.sent,
      owed_before: before.tally.owed,
    }),
    ...(before.tally.sent === 0 ? [line('compare-nothing')] : differences(scene, now, before)),
    ...pastLines(scene, before),
  ];
  const attachment = before.tally.sent === 0 ? undefined : comparePicture(scene, now, before);
  speak(scene, { lines }, attachment ? { attachment } : {});
}

/** What a span is set beside: what was named, the same of the year before, or the one before it. */
function otherOf(span: Span, against: Against | Span | undefined): Span {
  if (typeof against === 'object') return against;
  return against === 'same_last_year' ? spanYearBefore(span) : spanBefore(span);
}

/** The later first, whichever was named first: what is said of the other is that it was before. */
const inOrder = (span: Span, other: Span): [Span, Span] =>
  other.periods[0] > span.periods[0] ? [other, span] : [span, other];

/** As many months of the other span as count of this one: half a year is not compared with a whole one. */
const monthsBeside = ({ periods }: Standing, other: Span): Period[] => other.periods.slice(0, periods.length);

const differences = (scene: Scene, now: Standing, before: Standing): Line[] => [
  ...DOSSIER_FIGURES.map((figure) => figureLine(scene, figure, now, before)),
  ...rateLine(scene, now, before),
  ...(isEven(now.tally, before.tally) ? [] : [line('compare-uneven')]),
];

/** Whether as large a part of what was owed is in both: after a merger there are fewer reports of as many people. */
const isEven = (now: Tally, before: Tally): boolean => now.sent * before.owed === before.sent * now.owed;

function figureLine(scene: Scene, figure: DossierFigure, now: Standing, before: Standing): Line {
  const [a, b] = [now.dossiers[figure], before.dossiers[figure]];
  const isKnown = !isUnknown(a) && !isUnknown(b);
  return line('compare-figure', {
    name: line(`compare-${figure}`),
    now: shown(a),
    before: shown(b),
    change: isKnown ? change(scene, a.value, b.value) : line('compare-unknown'),
  });
}

/** "+120, +5,19%"; of nothing there is no percentage. */
export function change(scene: Pick<Scene, 'house'>, now: number, before: number): Value {
  if (now === before) return line('compare-same');
  const sign = now > before ? '+' : '-';
  const n = Math.abs(now - before);
  if (before === 0) return line('compare-change', { sign, n });
  return line('compare-change-rate', { sign, n, rate: percent(scene, n, before) });
}

function rateLine(scene: Scene, now: Standing, before: Standing): Line[] {
  const [a, b] = [now.dossiers.rate, before.dossiers.rate];
  if (a.of === 0 || b.of === 0) return [];
  return [line('compare-rate', { now: percent(scene, a.late, a.of), before: percent(scene, b.late, b.of) })];
}
