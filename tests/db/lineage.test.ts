/** Figures across a merger: the old units' months are added up, and whoever kept silent is named. */
import { beforeEach, describe, expect, it } from 'vitest';
import { compileYear } from '../../bot/month/report.ts';
import { recordFigures, recordFiling } from '../../db/answers.ts';
import { figuresWithLineage, sumsWithLineage } from '../../db/lineage.ts';
import { mergeUnits, splitUnit } from '../../db/reshape.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { unitByCode, unitTree } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { value } from '../../domain/figure.ts';
import { checkRoster } from '../../domain/roster.ts';
import type { Unit } from '../../domain/unit.ts';
import { type TemporaryArchive, temporaryArchive } from '../support/archive.ts';

const NOW = instantOf('2026-01-05', '08:00');
const ROSTER = [
  {
    unit_code: 'a',
    unit_name: 'phường A',
    unit_kind: 'ward',
    parent_code: '',
    person_code: 'lan',
    person_name: 'Nguyễn Lan',
    role: 'staff',
  },
  {
    unit_code: 'b',
    unit_name: 'phường B',
    unit_kind: 'ward',
    parent_code: '',
    person_code: 'nam',
    person_name: 'Đỗ Nam',
    role: 'staff',
  },
];
const HOUSE = {
  window: 'calendar_month',
  ratio: { mode: 'truncate', decimals: 2 },
  standardCode: 'TCVN ISO 9001:2015',
} as const;

let at: TemporaryArchive;

function unit(code: string): Unit {
  const found = unitByCode(at.archive.read, code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
}

/** What a unit has sent of a month: dossiers carried over, received, and still pending at its end. */
function sent(code: string, period: string, carried: number, received: number, pending: number): void {
  const source = { person: 1, at: NOW };
  const { id } = unit(code);
  at.archive.write((tx) => {
    recordFigures(
      tx,
      id,
      period,
      {
        carried_over: value(carried),
        received: value(received),
        resolved: value(carried + received - pending),
        pending_total: value(pending),
        pending_in_time: value(pending),
        pending_overdue: value(0),
      },
      source,
    );
    recordFiling(
      tx,
      { unit: id, period, from: `${period}-01`, to: `${period}-28`, receipt: `${code}-${period}` },
      source,
    );
  });
}

beforeEach(() => {
  at = temporaryArchive();
  at.archive.write((tx) => {
    const rows = ROSTER.map((cells, index) => ({ line: index + 2, cells }));
    applyRoster(tx, checkRoster(rows, knownRoster(tx)), NOW);
  });
});

const merge = () =>
  at.archive.write((tx) =>
    mergeUnits(tx, [unit('a').id, unit('b').id], { name: 'phường Mới', kind: 'ward' }, '2025-07-01', NOW),
  );

describe('a merged unit', () => {
  it('shows the year before it as the sum of the old ones, and its own months as its own', () => {
    sent('a', '2025-05', 4, 100, 5);
    sent('b', '2025-05', 1, 50, 2);
    sent('a', '2025-06', 5, 110, 6);
    sent('b', '2025-06', 2, 60, 3);
    merge();
    sent('moi', '2025-07', 9, 180, 10);
    const tree = unitTree(at.archive.read);
    const periods = ['2025-05', '2025-06', '2025-07'];
    const { sums, found } = sumsWithLineage(at.archive.read, tree, unit('moi'), periods, 'calendar_month', [
      'received',
    ]);
    expect(sums).toEqual({ received: 500 });
    expect(found.old.map(({ code }) => code)).toEqual(['a', 'b']);
    expect([found.since, found.silent]).toEqual(['2025-07-01', []]);
    const { model } = compileYear(at.archive.read, HOUSE, tree, unit('moi'), 2025);
    expect([model.facts.received?.value, model.facts.carried_over?.value]).toEqual([500, 5]);
    expect(model.facts.pending_in_time?.value).toBe(10);
    expect(model.fields['Số liệu trước sáp nhập']).toEqual([
      {
        'Nội dung':
          'Số liệu từ tháng 5/2025 đến tháng 6/2025 gồm số liệu của phường A và phường B trước khi sáp nhập (ngày 01/7/2025); phường A [chưa có số liệu tháng 01-04]; phường B [chưa có số liệu tháng 01-04]',
      },
    ]);
  });

  it('names the old unit and the month that one of them kept silent about, and gives no whole sum for it', () => {
    sent('a', '2025-06', 5, 110, 6);
    merge();
    const tree = unitTree(at.archive.read);
    const { silent, months } = figuresWithLineage(at.archive.read, tree, unit('moi'), ['2025-06'], 'calendar_month');
    expect(silent.map((each) => [each.unit.code, each.period])).toEqual([['b', '2025-06']]);
    expect(months.map((each) => each.unit.code)).toEqual(['a']);
    const { model } = compileYear(at.archive.read, HOUSE, tree, unit('moi'), 2025);
    expect(model.facts.received?.value).toBe(110);
    expect(model.facts.received?.missing).toContain('2025-06');
    expect(model.facts.carried_over?.missing).toContain('2025-06');
    expect(JSON.stringify(model.fields['Số liệu trước sáp nhập'])).toContain('phường B [chưa có số liệu tháng 01-06]');
  });

  it('has a paragraph for each of several mergers, the earliest first', () => {
    sent('a', '2025-06', 5, 110, 6);
    sent('b', '2025-06', 2, 60, 3);
    merge();
    sent('moi', '2025-07', 9, 180, 10);
    at.archive.write((tx) => mergeUnits(tx, [unit('moi').id], { name: 'phường Sau', kind: 'ward' }, '2025-08-01', NOW));
    const { model } = compileYear(at.archive.read, HOUSE, unitTree(at.archive.read), unit('sau'), 2025);
    const said = JSON.stringify(model.fields['Số liệu trước sáp nhập']);
    expect(said.match(/sáp nhập \(ngày [\d/]+\)/g)).toEqual(['sáp nhập (ngày 01/7/2025)', 'sáp nhập (ngày 01/8/2025)']);
    expect(said).toContain('số liệu của phường Mới trước');
  });

  it('leaves what the old units sent with the old units', () => {
    sent('a', '2025-06', 5, 110, 6);
    merge();
    const tree = unitTree(at.archive.read);
    const { model } = compileYear(at.archive.read, HOUSE, tree, unit('a'), 2025);
    expect(model.facts.received?.value).toBe(110);
    expect(model.fields['Số liệu trước sáp nhập']).toEqual([]);
    // It ended in June: nothing is missing of what came after.
    expect(model.window).toEqual({ from: '2025-01-01', to: '2025-06-30' });
    expect(model.facts.received?.missing).toEqual(['2025-01', '2025-02', '2025-03', '2025-04', '2025-05']);
  });
});

describe('a part of a split unit', () => {
  it('has none of the old figures, and says whose they are', () => {
    sent('a', '2025-06', 5, 110, 6);
    const parts = [
      { name: 'phường A1', kind: 'ward' },
      { name: 'phường A2', kind: 'ward' },
    ] as const;
    at.archive.write((tx) => splitUnit(tx, unit('a').id, parts, '2025-07-01', NOW));
    const tree = unitTree(at.archive.read);
    const { sums, found } = sumsWithLineage(at.archive.read, tree, unit('a1'), ['2025-06'], 'calendar_month', [
      'received',
    ]);
    expect(sums).toEqual({ received: 0 });
    expect([found.months, found.silent]).toEqual([[], []]);
    expect(found.splitFrom.map(({ code }) => code)).toEqual(['a']);
    sent('a1', '2025-08', 0, 40, 2);
    const { model } = compileYear(at.archive.read, HOUSE, tree, unit('a1'), 2025);
    expect(model.window).toEqual({ from: '2025-07-01', to: '2025-12-31' });
    expect(model.facts.received?.missing).toEqual(['2025-07', '2025-09', '2025-10', '2025-11', '2025-12']);
  });
});
