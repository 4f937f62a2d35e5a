/** The sums a status is made of always say what the answers and the filings say, whatever is done to those. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordFigures, recordFiling } from '../../db/answers.ts';
import { dossiersApart, reportsOf } from '../../db/status.ts';
import { type Figure, NIL, NO_DATA, value } from '../../domain/figure.ts';
import type { Unit } from '../../domain/unit.ts';
import { temporaryArchive } from '../support/archive.ts';
import '../support/properties.ts';

const PERIODS = ['2021-08', '2021-09'];
const unit = (id: number): Unit => ({ id, code: `u${id}`, name: `Đơn vị ${id}`, kind: 'commune' });
const filing = (of: number, period: string) => ({
  unit: of,
  period,
  from: `${period}-01` as const,
  to: `${period}-28` as const,
  receipt: `${of}/${period}`,
});

/** Changes nobody makes by chat, but a merger, an erasure or a hand might. */
const BY_HAND = [
  'delete from filings where unit_id = 1',
  "update filings set first_filed_at = 99 where period = '2021-08'",
  "delete from answers where indicator = 'received' and unit_id = 2",
  "update answers set value = '7' where indicator = 'resolved_late' and kind = 'value'",
  "update or ignore filings set unit_id = 3, receipt = receipt || '!' where unit_id = 2",
  'update or ignore answers set unit_id = 3 where unit_id = 2 and current = 1',
];

type Deed =
  | { kind: 'say'; unit: number; period: string; indicator: 'received' | 'resolved_late' | 'note'; figure: Figure }
  | { kind: 'file'; unit: number; period: string; at: number }
  | { kind: 'sql'; statement: string };

const where = { unit: fc.integer({ min: 1, max: 2 }), period: fc.constantFrom(...PERIODS) };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      ...where,
      indicator: fc.constantFrom('received' as const, 'resolved_late' as const, 'note' as const),
      figure: fc.oneof(fc.constant(NIL), fc.constant(NO_DATA), fc.integer({ min: 0, max: 3 }).map(value)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('file' as const), ...where, at: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sql' as const),
      statement: fc.constantFrom(...BY_HAND),
    }),
  },
);

describe('the sums beside the answers', () => {
  it('agree with them after any deeds in any order', () => {
    const { archive } = temporaryArchive();
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        archive.sqlite.exec('delete from answers; delete from filings');
        for (const each of deeds) {
          archive.write((tx) => {
            if (each.kind === 'sql') archive.sqlite.exec(each.statement);
            else if (each.kind === 'file') recordFiling(tx, filing(each.unit, each.period), { person: 1, at: each.at });
            else {
              const indicator = each.indicator === 'note' ? 'late_reason' : each.indicator;
              recordFigures(tx, each.unit, each.period, { [indicator]: each.figure }, { person: 1, at: 1 });
            }
          });
          expect(dossiersApart(archive.read)).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(BY_HAND)('agree with them after "%s"', (statement) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (const of of [1, 2]) {
        for (const period of PERIODS) {
          recordFigures(tx, of, period, { received: value(215), resolved_late: value(of) }, { person: 1, at: 1 });
          recordFiling(tx, filing(of, period), { person: 1, at: 1 });
        }
      }
    });
    const rows = (): unknown[] => archive.sqlite.prepare('select * from month_dossiers').all();
    const before = rows();
    archive.sqlite.exec(statement);
    expect(dossiersApart(archive.read)).toBe(0);
    expect(rows()).not.toEqual(before);
  });

  it('are made for what was sent before they were kept', () => {
    const sqlite = new Database(':memory:');
    const migrate = (tag: string): void => {
      const file = fileURLToPath(new URL(`../../db/migrations/${tag}.sql`, import.meta.url));
      for (const each of readFileSync(file, 'utf8').split('--> statement-breakpoint')) sqlite.prepare(each).run();
    };
    migrate('0000_init');
    migrate('0001_directives-and-coordination');
    const say = sqlite.prepare(
      'insert into answers (unit_id, period, indicator, kind, value, revision, current, said_by, said_at) values (1, ?, ?, ?, ?, ?, ?, 1, 1)',
    );
    say.run('2021-09', 'received', 'value', '200', 1, 0);
    say.run('2021-09', 'received', 'value', '215', 2, 1);
    say.run('2021-09', 'resolved_late', 'nil', null, 1, 1);
    say.run('2021-09', 'pending_total', 'no_data', null, 1, 1);
    say.run('2021-10', 'received', 'value', '9', 1, 1);
    sqlite.exec(`insert into filings (unit_id, period, period_from, period_to, first_filed_at, first_filed_by, last_filed_at, receipt)
      values (1, '2021-09', '2021-09-01', '2021-09-30', 5, 1, 6, 'a'), (2, '2021-09', '2021-09-01', '2021-09-30', 7, 1, 7, 'b')`);
    migrate('0002_month-dossiers');
    const nothing = { received: null, resolved: null, late: null, pending: null };
    expect(sqlite.prepare('select * from month_dossiers order by unit_id').all()).toEqual([
      { period: '2021-09', unit_id: 1, first_filed_at: 5, ...nothing, received: 215, late: 0 },
      { period: '2021-09', unit_id: 2, first_filed_at: 7, ...nothing },
    ]);
    sqlite.close();
  });
});

describe('the reports of units', () => {
  it('are those they owed and sent, each unit in the order of its months, with the first filing time', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (const [of, period, received] of [
        [2, '2021-09', 30],
        [1, '2021-09', 20],
        [1, '2021-08', 10],
        [3, '2021-09', 99],
      ] as const) {
        recordFigures(tx, of, period, { received: value(received) }, { person: 1, at: 1 });
        recordFiling(tx, filing(of, period), { person: 1, at: 100 });
        recordFiling(tx, filing(of, period), { person: 1, at: 200 });
      }
    });
    const nothing = { resolved: null, late: null, pending: null };
    const reports = reportsOf(archive.read, [
      { unit: unit(1), periods: ['2021-08', '2021-09'] },
      { unit: unit(2), periods: ['2021-09', '2021-10'] },
    ]);
    expect(reports).toEqual([
      { unit: 1, period: '2021-08', firstFiledAt: 100, received: 10, ...nothing },
      { unit: 1, period: '2021-09', firstFiledAt: 100, received: 20, ...nothing },
      { unit: 2, period: '2021-09', firstFiledAt: 100, received: 30, ...nothing },
    ]);
    expect(reportsOf(archive.read, [])).toEqual([]);
  });
});
