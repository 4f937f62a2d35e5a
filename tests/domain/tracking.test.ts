/** The tracking list: who owes a column, who has met it, and what is counted. */
import { describe, expect, it } from 'vitest';
import { readDirectives } from '../../directives/directives.ts';
import { loadCalendar } from '../../directives/holidays.ts';
import type { Entry } from '../../domain/obligation.ts';
import { columnCount, type TrackingWorld, togetherCount, trackingOf } from '../../domain/tracking.ts';
import type { Unit } from '../../domain/unit.ts';

const province: Unit = { id: 1, code: 'tinh', name: 'UBND tỉnh', kind: 'province' };
const agencies: Unit[] = ['Sở Y tế', 'Sở Xây dựng', 'Sở Khoa học và Công nghệ'].map((name, index) => ({
  id: index + 2,
  code: `s${index}`,
  name,
  kind: 'department',
  parent: 1,
}));
const calendar = loadCalendar();
const entry = (kind: Entry['kind'], fields: Partial<Entry> = {}): Entry => ({ kind, at: 1, by: 2, ...fields });

/** @param said entries by 'unit/obligation/year' */
function list(said: Record<string, Entry[]>, year = 2021, asOf = '2021-11-20', more: Partial<TrackingWorld> = {}) {
  const world: TrackingWorld = {
    directives: readDirectives(),
    tree: new Map([province, ...agencies].map((unit) => [unit.id, unit])),
    calendar,
    records: {
      settled: () => undefined,
      entries: (unit, obligation) => said[`${unit}/${obligation}/${year}`] ?? [],
    },
    ...more,
  };
  return trackingOf(world, agencies, year, asOf);
}
const marksOf = (tracking: ReturnType<typeof list>, unit = 2) =>
  tracking.units.find((row) => row.unit.id === unit)?.marks;

describe('the tracking list', () => {
  it('has the columns the directives follow up, and not whoever issued the letter', () => {
    const tracking = list({});
    expect(tracking.columns.map(({ obligation }) => obligation.id)).toEqual(['DN-1.1', 'DN-1.2', 'QN-1d']);
    expect(marksOf(tracking, 4)).toEqual(['not_owed', 'not_owed', 'late']);
    expect(columnCount(tracking, 0)).toEqual({ met: 0, of: 2 });
    expect(columnCount(tracking, 2)).toEqual({ met: 0, of: 3 });
  });

  it.each<[string, Entry[], string]>([
    ['nothing was said', [], 'open'],
    ['done', [entry('done')], 'done'],
    ['accepted', [entry('done'), entry('accepted')], 'accepted'],
    ['returned', [entry('done'), entry('returned', { reason: 'thiếu' })], 'returned'],
    ['reopened', [entry('done'), entry('accepted'), entry('reopened')], 'open'],
    ['waived', [entry('waived', { reason: 'mới' })], 'waived'],
    ['done, then waived for all', [entry('done'), entry('waived', { reason: 'mới' })], 'done'],
    ['an own day gone by', [entry('set_date', { date: '2021-10-29' })], 'late'],
    ['an own day to come', [entry('set_date', { date: '2021-11-30' })], 'open'],
    [
      'moved on',
      [entry('set_date', { date: '2021-10-29' }), entry('moved', { date: '2021-12-01', decision: '1' })],
      'open',
    ],
  ])('marks a plan: %s', (_what, said, mark) => {
    expect(marksOf(list({ '2/DN-1.1/2021': said }))?.[0]).toBe(mark);
  });

  it('counts who owes only: the waived are in no denominator', () => {
    const waived = [entry('waived', { reason: 'mới' })];
    const tracking = list({ '2/DN-1.1/2021': waived, '3/DN-1.1/2021': [entry('done')] });
    expect(columnCount(tracking, 0)).toEqual({ met: 1, of: 1 });
    const together = togetherCount(tracking, [0, 1]);
    expect([together.of, together.all, together.none.map(({ unit }) => unit.id)]).toEqual([2, 0, [2]]);
  });

  it('keeps the years apart', () => {
    const said = { '2/DN-1.1/2021': [entry('done')] };
    expect(marksOf(list(said, 2022, '2022-03-01'))?.[0]).toBe('open');
    expect(marksOf(list(said, 2021, '2021-12-31'))?.[0]).toBe('done');
  });

  it('shows what is owed in one year only in that year', () => {
    const directives = readDirectives().map((directive) => ({
      ...directive,
      obligations: directive.obligations.map((each) => (each.id === 'DN-1.1' ? { ...each, year: 2021 } : each)),
    }));
    const columns = (year: number) =>
      list({}, year, `${year}-12-31`, { directives }).columns.map(({ obligation }) => obligation.id);
    expect(columns(2021)).toContain('DN-1.1');
    expect(columns(2022)).not.toContain('DN-1.1');
  });

  it('has nothing for a year before the directives', () => {
    expect(list({}, 2020, '2020-12-31').units).toEqual([]);
  });
});
