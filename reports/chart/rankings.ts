/** What the pictures beside a ranking and a comparison say: who has the most late dossiers, and two stretches of time. */
import { RATIO_DEFAULT } from '../../domain/ratio.ts';
import { formatNumber } from '../../locales/format.ts';
import type { Translate } from '../../locales/translate.ts';
import { drawBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { asOf } from './heading.ts';
import type { CompareBar, CompareChart, LateChart } from './model.ts';
import { percentOf } from './numerals.ts';
import { drawPairs } from './pairs.ts';

/** A row a unit, as long as it has late dossiers. */
export function lateUnits(model: LateChart, tr: Translate): Drawing {
  const rule = model.ratio ?? RATIO_DEFAULT;
  const { others } = model;
  const units = model.units.length + (others?.count ?? 0);
  return drawBars({
    heading: {
      title: tr('chart-late-title'),
      scope: model.scope,
      when: asOf(model.asOf, tr, capital(model.span)),
      sum: tr('chart-late-sum', { units, late: model.late }),
    },
    series: [{ name: tr('chart-late'), look: 'late' }],
    rows: model.units.map(({ name, late, of }) => ({
      name,
      aside: of === undefined ? '' : tr('chart-late-of', { of, rate: percentOf(late, of, rule) }),
      values: [late],
    })),
    length: 'count',
    foot: [
      ...(others ? [tr('chart-late-rest', { count: others.count, late: others.late })] : []),
      ...(model.units.some(({ of }) => of !== undefined) ? [tr('chart-late-rates')] : []),
    ],
  });
}

/** Two bars a figure. */
export function compared(model: CompareChart, tr: Translate): Drawing {
  const rule = model.ratio ?? RATIO_DEFAULT;
  const { uneven } = model;
  const foot = [tr('chart-compare-scale')];
  if (uneven) {
    const [now, before] = [uneven.now, uneven.before].map(
      ([sent, owed]) => `${formatNumber(sent)}/${formatNumber(owed)}`,
    );
    foot.unshift(tr('chart-compare-uneven', { now: now ?? '', before: before ?? '' }));
  }
  const named = { now: model.now, before: model.before };
  return drawPairs({
    heading: {
      title: tr('chart-compare-title'),
      scope: model.scope,
      when: asOf(model.asOf, tr),
      sum: capital(tr('chart-compare-sum', named)),
    },
    series: [
      { name: capital(model.now), look: 'good' },
      { name: capital(model.before), look: 'open' },
    ],
    pairs: model.figures.map((figure) => ({
      name: figure.name,
      aside: changeOf(figure, (part, whole) => percentOf(part, whole, rule), tr),
      values: [figure.now, figure.before],
    })),
    foot,
  });
}

/** "+120 (+5,19%)"; of nothing there is no percentage. */
function changeOf(
  { now, before }: CompareBar,
  percent: (part: number, whole: number) => string,
  tr: Translate,
): string {
  if (now === before) return tr('chart-compare-same');
  const sign = now > before ? '+' : '-';
  const n = Math.abs(now - before);
  const rate = before === 0 ? '' : ` (${sign}${percent(n, before)})`;
  return `${sign}${formatNumber(n)}${rate}`;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
