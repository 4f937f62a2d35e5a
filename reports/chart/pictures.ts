/** What each kind of picture says: the model's figures put into rows, words and sums. */

import type { RatioRule } from '../../domain/ratio.ts';
import { RATIO_DEFAULT } from '../../domain/ratio.ts';
import { formatPeriod } from '../../locales/format.ts';
import type { Translate } from '../../locales/translate.ts';
import { translator } from '../../locales/translate.ts';
import { drawBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { asOf } from './heading.ts';
import type { ChartModel, ObligationsChart, UnitBar, UnitsChart } from './model.ts';
import { percentOf, withRate } from './numerals.ts';
import { compared, lateUnits } from './rankings.ts';
import { type Folded, foldObligations, foldUnits, totalOf } from './rows.ts';
import { drawTrend } from './trend.ts';

/** A model as a drawing. */
export function pictured(model: ChartModel): Drawing {
  const tr = translator(model.language);
  switch (model.kind) {
    case 'units':
      return units(model, tr);
    case 'late':
      return lateUnits(model, tr);
    case 'compare':
      return compared(model, tr);
    case 'obligations':
      return obligations(model, tr);
    case 'months':
      return drawTrend(model, tr);
  }
}

function units(model: UnitsChart, tr: Translate): Drawing {
  const { shown, rest: unlisted } = foldUnits(model.units);
  const rest = withOthers(unlisted, model.others);
  const rule = model.ratio ?? RATIO_DEFAULT;
  const sum = (of: (unit: Omit<UnitBar, 'name'>) => number): number =>
    model.units.reduce((total, unit) => total + of(unit), model.others ? of(model.others) : 0);
  const onTime = sum((unit) => unit.onTime);
  const late = sum((unit) => unit.late);
  const count = model.units.length + (model.others?.count ?? 0);
  const foot =
    rest === undefined
      ? []
      : [tr('chart-units-rest', { count: rest.count, onTime: rest.sum.onTime, late: rest.sum.late })];
  if (model.silent > 0) foot.push(tr('chart-units-silent', { count: model.silent }));
  return drawBars({
    heading: {
      title: tr('chart-units-title'),
      scope: model.scope,
      when: asOf(model.asOf, tr, span(model.from, model.to, tr)),
      sum:
        model.units.length === 0
          ? tr('chart-units-none')
          : withRate(tr('chart-units-sum', { units: count, onTime, late }), late, onTime + late, rule),
    },
    series: [
      { name: tr('chart-on-time'), look: 'good' },
      { name: tr('chart-late'), look: 'late' },
    ],
    rows: shown.map((unit) => ({
      name: unit.name,
      aside: lateness(unit, rule, tr),
      values: [unit.onTime, unit.late],
    })),
    length: 'count',
    foot,
  });
}

/** What is not shown, with what was summed before the model was made. */
function withOthers(rest: Folded<UnitBar>['rest'], others: UnitsChart['others']): Folded<UnitBar>['rest'] {
  if (!others) return rest;
  const { count, sum } = rest ?? { count: 0, sum: { name: '', onTime: 0, late: 0 } };
  return {
    count: count + others.count,
    sum: { name: '', onTime: sum.onTime + others.onTime, late: sum.late + others.late },
  };
}

function lateness({ onTime, late }: UnitBar, rule: RatioRule, tr: Translate): string {
  if (onTime + late === 0) return tr('chart-no-dossier');
  if (late === 0) return tr('chart-none-late');
  return tr('chart-some-late', { late, rate: percentOf(late, onTime + late, rule) });
}

function obligations(model: ObligationsChart, tr: Translate): Drawing {
  const { shown, rest } = foldObligations(model.obligations);
  const rule = model.ratio ?? RATIO_DEFAULT;
  const rows =
    rest === undefined
      ? shown
      : [...shown, { ...rest.sum, title: tr('chart-obligations-rest', { count: rest.count }) }];
  const sum = model.obligations.reduce((all, one) => ({ done: all.done + one.done, total: all.total + totalOf(one) }), {
    done: 0,
    total: 0,
  });
  return drawBars({
    heading: {
      title: tr('chart-obligations-title'),
      scope: model.scope,
      when: asOf(model.asOf, tr, tr('chart-year', { year: String(model.year) })),
      sum:
        model.obligations.length === 0
          ? tr('chart-obligations-none')
          : withRate(tr('chart-obligations-sum', sum), sum.done, sum.total, rule),
    },
    series: [
      { name: tr('chart-done'), look: 'good' },
      { name: tr('chart-overdue'), look: 'late' },
      { name: tr('chart-open'), look: 'open' },
    ],
    rows: rows.map((one) => {
      const total = totalOf(one);
      const aside = tr('chart-obligation', {
        done: one.done,
        total,
        rate: percentOf(one.done, total, rule),
        late: one.late,
      });
      return { name: one.title, aside, values: [one.done, one.late, one.open] };
    }),
    length: 'share',
    foot: [],
  });
}

/** "Tháng 10/2026", or "Từ tháng 01/2026 đến tháng 10/2026". */
function span(from: string, to: string, tr: Translate): string {
  if (from === to) return tr('chart-month', { month: formatPeriod(from) });
  return tr('chart-months', { from: formatPeriod(from), to: formatPeriod(to) });
}
