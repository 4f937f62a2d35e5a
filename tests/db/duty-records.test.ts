/** What the archive knows of duties done: months sent, audits held and put right, and what was said. */
import { describe, expect, it } from 'vitest';
import { recordFigures, recordFiling } from '../../db/answers.ts';
import { recordRequest, settleRequest } from '../../db/change-requests.ts';
import { addDocument } from '../../db/documents.ts';
import { dutyRecords } from '../../db/duty-records.ts';
import { recordLock } from '../../db/locks.ts';
import { type About, recordEntry, type Said } from '../../db/obligation-entries.ts';
import { recordReview } from '../../db/reviews.ts';
import { readDirectives } from '../../directives/directives.ts';
import type { Citation } from '../../domain/citation.ts';
import { instantOf } from '../../domain/date.ts';
import { value } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import type { Unit, UnitTree } from '../../domain/unit.ts';
import { temporaryArchive } from '../support/archive.ts';

const units: Unit[] = [
  { id: 1, code: 'tinh', name: 'Tỉnh', kind: 'province' },
  { id: 3, code: 'xa', name: 'Xã', kind: 'commune', parent: 1 },
  { id: 4, code: 'ben', name: 'Xã bên', kind: 'commune', parent: 1 },
];
const tree: UnitTree = new Map(units.map((unit) => [unit.id, unit]));
const DAY = '2026-11-02';
const RETURNED = instantOf('2026-11-09', '09:00');

function room() {
  const { archive } = temporaryArchive();
  let n = 0;
  return {
    files: (unit: number, period: string) =>
      archive.write((tx) => {
        n += 1;
        const span = { from: `${period}-01`, to: `${period}-28`, receipt: `r${n}` };
        recordFiling(tx, { unit, period, ...span }, { person: 7, at: n });
      }),
    tells: (unit: number, period: string, figures: Partial<Record<IndicatorName, string | number>>) =>
      archive.write((tx) => {
        n += 1;
        const told = Object.entries(figures).map(([name, told]) => [name, value(told)] as const);
        recordFigures(tx, unit, period, Object.fromEntries(told), { person: 7, at: n });
      }),
    returns: (unit: number, period: string, reasons: Record<string, string>) =>
      archive.write((tx) =>
        recordReview(tx, { unit, period, verdict: 'returned', reasons }, { person: 8, at: RETURNED }),
      ),
    locks: (unit: number, period: string, locked: boolean, at = RETURNED + 1) =>
      archive.write((tx) => recordLock(tx, { unit, period, locked }, { person: 8, at })),
    /** A month sent after it was closed. */
    asks: (unit: number, period: string, at: number) =>
      archive.write((tx) => {
        const asked = { unit, period, change: { figures: {}, documents: [] }, reason: '' };
        return recordRequest(tx, asked, { person: 7, at });
      }),
    settles: (id: number, verdict: 'granted' | 'refused' | 'replaced') =>
      archive.write((tx) => settleRequest(tx, id, verdict, { person: 8, at: 9 })),
    says: (about: Omit<About, 'event'> & { event?: string }, said: Said) =>
      archive.write((tx) => recordEntry(tx, { event: '', ...about } as About, said, { person: 7, at: 1 })),
    /** Both ways of asking must answer the same. */
    known: (only: number[] = [3, 4], day = DAY) => [
      dutyRecords(archive.read, tree, day),
      dutyRecords(archive.read, tree, day, only),
    ],
  };
}

describe('the records of duties', () => {
  it('know the months that were sent, by whom they were', () => {
    const { files, known } = room();
    files(3, '2026-09');
    for (const records of known()) {
      expect(records.hasFiled(3, '2026-09')).toBe(true);
      expect(records.hasFiled(3, '2026-10')).toBe(false);
      expect(records.hasFiled(4, '2026-09')).toBe(false);
    }
  });

  it('know nothing of units that were not asked for', () => {
    const { files, known } = room();
    files(4, '2026-09');
    expect(known([3])[1]?.hasFiled(4, '2026-09')).toBe(false);
    expect(known([])[1]?.hasFiled(4, '2026-09')).toBe(false);
  });

  it('reach back over a year, and no further', () => {
    const { files, known } = room();
    files(3, '2025-09');
    files(3, '2025-07');
    for (const records of known())
      expect([records.hasFiled(3, '2025-09'), records.hasFiled(3, '2025-07')]).toEqual([true, false]);
  });

  it('have the audits of a year from the monthly reports, in force and each once', () => {
    const { tells, known } = room();
    tells(3, '2026-08', { audit_date: '2026-08-20' });
    tells(3, '2026-09', { audit_date: '2026-09-16' });
    tells(3, '2026-09', { audit_date: '2026-09-17' });
    tells(3, '2026-10', { audit_date: '2026-09-17' });
    for (const records of known()) {
      expect(records.events(3, 'internal_audit', 'DN-1.6b', 2026)).toEqual(['2026-08-20', '2026-09-17']);
      expect(records.events(3, 'internal_audit', 'DN-1.6b', 2025)).toEqual([]);
      expect(records.events(3, 'scope_change', 'DN-1.8', 2026)).toEqual([]);
      expect(records.events(4, 'internal_audit', 'DN-1.6b', 2026)).toEqual([]);
    }
  });

  it('have what was begun by word, beside what the reports tell', () => {
    const { says, tells, known } = room();
    tells(3, '2026-09', { audit_date: '2026-09-17' });
    says({ unit: 3, obligation: 'DN-1.6b', period: '2026', event: '2026-05-04' }, { kind: 'started' });
    says({ unit: 3, obligation: 'DN-1.8', period: '2026', event: '2026-06-01' }, { kind: 'started' });
    for (const records of known()) {
      expect(records.events(3, 'internal_audit', 'DN-1.6b', 2026)).toEqual(['2026-05-04', '2026-09-17']);
      expect(records.events(3, 'scope_change', 'DN-1.8', 2026)).toEqual(['2026-06-01']);
    }
  });

  it.each<[string, Parameters<ReturnType<typeof room>['tells']>[], boolean]>([
    ['nothing more', [], false],
    ['corrected after it', [[3, '2026-10', { corrective_action_date: '2026-10-05' }]], true],
    ['corrected on the day', [[3, '2026-09', { corrective_action_date: '2026-09-17' }]], true],
    ['corrected before it', [[3, '2026-08', { corrective_action_date: '2026-08-30' }]], false],
    ['nothing found', [[3, '2026-09', { minor_nonconformities: 0, major_nonconformities: 0 }]], true],
    ['a minor one found', [[3, '2026-09', { minor_nonconformities: 1, major_nonconformities: 0 }]], false],
    ['only one kind counted', [[3, '2026-09', { minor_nonconformities: 0 }]], false],
    ['nothing found by another audit', [[3, '2026-10', { minor_nonconformities: 0, major_nonconformities: 0 }]], false],
    ['corrected by another unit', [[4, '2026-10', { corrective_action_date: '2026-10-05' }]], false],
  ])('say whether what an audit found was put right: %s', (_what, more, isCorrected) => {
    const { tells, known } = room();
    tells(3, '2026-09', { audit_date: '2026-09-17' });
    for (const told of more) tells(...told);
    for (const records of known()) expect(records.isCorrected(3, '2026-09-17')).toBe(isCorrected);
  });

  it('hold the months that came back, with what was said of them, unless they were closed since', () => {
    const { files, returns, locks, known } = room();
    for (const period of ['2026-08', '2026-09']) {
      files(3, period);
      returns(3, period, { received: 'sổ ghi 3' });
    }
    locks(1, '2026-08', true);
    for (const records of known()) {
      expect(records.returned(3)).toEqual([{ period: '2026-09', on: '2026-11-09', reasons: { received: 'sổ ghi 3' } }]);
      expect(records.returned(4)).toEqual([]);
    }
    locks(3, '2026-08', false);
    for (const records of known())
      expect(records.returned(3).map(({ period }) => period)).toEqual(['2026-08', '2026-09']);
  });

  it('hold a month that came back although it was closed: the coordinator asked for it', () => {
    const { files, returns, locks, known } = room();
    files(3, '2026-09');
    locks(1, '2026-09', true, RETURNED - 1);
    returns(3, '2026-09', { received: 'sổ ghi 3' });
    for (const records of known()) expect(records.returned(3).map(({ period }) => period)).toEqual(['2026-09']);
    locks(1, '2026-09', true, RETURNED + 1);
    for (const records of known()) expect(records.returned(3)).toEqual([]);
  });

  it('know the months sent after they were closed that wait for a yes, until they have their answer', () => {
    const { asks, settles, files, known } = room();
    const awaited = () => known().map((records) => records.awaitsYes(3, '2026-10'));
    expect(awaited()).toEqual([false, false]);
    const first = asks(3, '2026-10', 5);
    expect(awaited()).toEqual([true, true]);
    for (const records of known()) {
      expect(records.hasFiled(3, '2026-10')).toBe(false);
      expect(records.awaitsYes(4, '2026-10') || records.awaitsYes(3, '2026-09')).toBe(false);
    }
    settles(first, 'refused');
    expect(awaited()).toEqual([false, false]);
    asks(3, '2026-10', 6);
    files(3, '2026-10');
    expect(awaited()).toEqual([false, false]);
  });

  it('hold what was said of one obligation, also by whoever stands above, in order', () => {
    const { says, known } = room();
    const about = { obligation: 'QN-1b', period: '2026' };
    says({ unit: 1, subtree: true, ...about }, { kind: 'set_date', date: '2026-03-31' });
    says({ unit: 3, ...about }, { kind: 'done' });
    says({ unit: 1, ...about }, { kind: 'done' });
    says({ unit: 3, ...about, period: '2025' }, { kind: 'done' });
    says({ unit: 3, ...about, event: '2026-05-04' }, { kind: 'done' });
    for (const records of known()) {
      expect(records.entries(3, 'QN-1b', '2026', '').map(({ kind }) => kind)).toEqual(['set_date', 'done']);
      expect(records.entries(4, 'QN-1b', '2026', '').map(({ kind }) => kind)).toEqual(['set_date']);
      expect(records.entries(3, 'QN-1d', '2026', '')).toEqual([]);
    }
  });
});

describe('a document of the register', () => {
  const plan = (number: string, subject: string): Citation => ({
    type: 'Kế hoạch',
    number,
    year_in_code: null,
    symbol: 'KH-UBND',
    date: null,
    issuer: null,
    subject,
    raw: '',
  });
  const shown = (archive: ReturnType<typeof temporaryArchive>['archive'], year: string) =>
    dutyRecords(archive.read, tree, DAY, [3], readDirectives()).entries(3, 'DN-1.1', year, '');
  const about = { unit: 3, obligation: 'DN-1.1', period: '2026', event: '' as const };

  it('shows the plan done, of the year its subject names', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => addDocument(tx, 3, '2025-12', plan('9', 'duy trì HTQLCL năm 2026'), { person: 7, at: 1 }));
    expect(shown(archive, '2026').map(({ kind }) => kind)).toEqual(['done']);
    expect(shown(archive, '2025')).toEqual([]);
  });

  it('is not said twice where it was told for it, and one told after a return mends it', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const document = addDocument(tx, 3, '2026-02', plan('9', 'duy trì HTQLCL'), { person: 7, at: 1 });
      recordEntry(tx, about, { kind: 'done', document }, { person: 7, at: 1 });
      recordEntry(tx, about, { kind: 'returned', reason: 'thiếu' }, { person: 8, at: 5 });
    });
    expect(shown(archive, '2026').map(({ kind }) => kind)).toEqual(['done', 'returned']);
    archive.write((tx) => addDocument(tx, 3, '2026-03', plan('10', 'duy trì HTQLCL'), { person: 7, at: 9 }));
    expect(shown(archive, '2026').map(({ kind }) => kind)).toEqual(['done', 'returned', 'done']);
  });

  it.each<[string, string, string, boolean]>([
    ['the report of an audit', 'Báo cáo', 'kết quả đánh giá nội bộ năm 2026', true],
    ['the minutes of an audit', 'Biên bản', 'đánh giá nội bộ', true],
    ['a plan, which only announces one', 'Kế hoạch', 'đánh giá nội bộ năm 2026', false],
    ['the minutes of a management review', 'Biên bản', 'họp xem xét của lãnh đạo', false],
  ])('shows an internal audit held: %s', (_what, type, subject, isShown) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => addDocument(tx, 3, '2026-09', { ...plan('9', subject), type }, { person: 7, at: 1 }));
    const records = dutyRecords(archive.read, tree, DAY, [3], readDirectives());
    expect(records.entries(3, 'DN-1.6a', '2026', '').map(({ kind }) => kind)).toEqual(isShown ? ['done'] : []);
    expect(records.entries(3, 'DN-1.7', '2026', '')).toEqual([]);
  });
});
