/** Figures and filings: nothing is overwritten, and the first filing time stays the filing time. */
import { describe, expect, it } from 'vitest';
import {
  type Figures,
  figuresOf,
  filingOf,
  filingsBetween,
  filingsOfUnits,
  firstFiled,
  historyOf,
  isReceiptTaken,
  latestBefore,
  recordFigures,
  recordFiling,
} from '../../db/answers.ts';
import type { Tx } from '../../db/open.ts';
import { NIL, NO_DATA, value } from '../../domain/figure.ts';
import { temporaryArchive } from '../support/archive.ts';

const UNIT = 1;
const PERIOD = '2021-10';
const by = (person: number, at: number, message?: number) => ({
  person,
  at,
  ...(message === undefined ? {} : { message }),
});

const file = (tx: Tx, receipt: string, at: number, unit = UNIT, period = PERIOD) =>
  recordFiling(tx, { unit, period, from: `${period}-01`, to: `${period}-28`, receipt }, by(7, at));

describe('figures', () => {
  it('are given back as they were said, each kind of nothing as itself', () => {
    const { archive } = temporaryArchive();
    const figures: Figures = {
      received: value(0),
      received_online: NIL,
      resolved_late: NO_DATA,
      audit_done: value(false),
      audit_date: value('2021-10-17'),
      late_reason: value('"máy" hỏng\n2 ngày'),
      self_score: value(4.75),
    };
    expect(archive.write((tx) => recordFigures(tx, UNIT, PERIOD, figures, by(7, 100)))).toBe(7);
    expect(figuresOf(archive.read, UNIT, PERIOD)).toEqual(figures);
  });

  it('of another unit or month are others', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => recordFigures(tx, UNIT, PERIOD, { received: value(215) }, by(7, 100)));
    expect(figuresOf(archive.read, 2, PERIOD)).toEqual({});
    expect(figuresOf(archive.read, UNIT, '2021-09')).toEqual({});
    expect(figuresOf(archive.read, UNIT, '2021')).toEqual({});
  });

  it('keep who said what, when, and in which message, however often they are corrected', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      recordFigures(tx, UNIT, PERIOD, { received: value(215) }, by(7, 100, 11));
      recordFigures(tx, UNIT, PERIOD, { received: NO_DATA }, by(8, 200, 12));
      recordFigures(tx, UNIT, PERIOD, { received: value(215) }, by(9, 300));
    });
    expect(historyOf(archive.read, UNIT, PERIOD, 'received')).toEqual([
      { figure: value(215), revision: 1, current: false, saidBy: 7, saidAt: 100, message: 11 },
      { figure: NO_DATA, revision: 2, current: false, saidBy: 8, saidAt: 200, message: 12 },
      { figure: value(215), revision: 3, current: true, saidBy: 9, saidAt: 300 },
    ]);
    expect(figuresOf(archive.read, UNIT, PERIOD)).toEqual({ received: value(215) });
    expect(historyOf(archive.read, UNIT, PERIOD, 'resolved')).toEqual([]);
  });

  it('said again as they are change nothing, and the others are counted', () => {
    const { archive } = temporaryArchive();
    const figures: Figures = { received: value(215), resolved: value(216), training_attendees: NIL };
    const changed = archive.write((tx) => [
      recordFigures(tx, UNIT, PERIOD, figures, by(7, 100)),
      recordFigures(tx, UNIT, PERIOD, figures, by(8, 200)),
      recordFigures(tx, UNIT, PERIOD, { ...figures, resolved: value(217) }, by(8, 300)),
      recordFigures(tx, UNIT, PERIOD, {}, by(8, 400)),
    ]);
    expect(changed).toEqual([3, 0, 1, 0]);
    expect(historyOf(archive.read, UNIT, PERIOD, 'received')).toHaveLength(1);
  });

  it.each([
    ['0 and nothing', value(0), NIL],
    ['0 and no data', value(0), NO_DATA],
    ['nothing and no data', NIL, NO_DATA],
    ['0 and no', value(0), value(false)],
    ['a number and its digits', value(1), value('1')],
  ])('%s are two answers', (_promise, one, other) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => recordFigures(tx, UNIT, PERIOD, { received: one }, by(7, 100)));
    expect(archive.write((tx) => recordFigures(tx, UNIT, PERIOD, { received: other }, by(7, 200)))).toBe(1);
    expect(figuresOf(archive.read, UNIT, PERIOD)).toEqual({ received: other });
  });

  it('have one answer in force, which the archive itself insists on', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => recordFigures(tx, UNIT, PERIOD, { received: value(1) }, by(7, 100)));
    const twice = () =>
      archive.sqlite.exec(
        'insert into answers select null, unit_id, period, indicator, kind, value, 9, 1, said_by, said_at, null from answers',
      );
    expect(twice).toThrow(/UNIQUE/);
  });

  it('of a transaction that failed were never said', () => {
    const { archive } = temporaryArchive();
    expect(() =>
      archive.write((tx) => {
        recordFigures(tx, UNIT, PERIOD, { received: value(1) }, by(7, 100));
        throw new Error('the turn failed');
      }),
    ).toThrow('the turn failed');
    expect(figuresOf(archive.read, UNIT, PERIOD)).toEqual({});
  });

  it('survive a restart', () => {
    const temporary = temporaryArchive();
    temporary.archive.write((tx) => recordFigures(tx, UNIT, PERIOD, { received: value(1) }, by(7, 100)));
    expect(figuresOf(temporary.reopen().read, UNIT, PERIOD)).toEqual({ received: value(1) });
  });
});

describe('the latest figure before a month', () => {
  it('is that of the nearest month that has one, and never of a year', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      recordFigures(tx, UNIT, '2021-07', { procedures_total: value(160) }, by(7, 1));
      recordFigures(tx, UNIT, '2021-08', { procedures_total: value(163) }, by(7, 2));
      recordFigures(tx, UNIT, '2021-09', { procedures_total: NO_DATA }, by(7, 3));
      recordFigures(tx, UNIT, '2021-11', { procedures_total: value(170) }, by(7, 4));
      recordFigures(tx, UNIT, '2021', { procedures_total: value(999) }, by(7, 5));
      recordFigures(tx, 2, '2021-09', { procedures_total: value(50) }, by(7, 6));
    });
    const before = (period: string) => latestBefore(archive.read, UNIT, 'procedures_total', period);
    expect(['2021-07', '2021-08', '2021-10', '2021-11', '2021-12'].map(before)).toEqual([
      undefined,
      value(160),
      value(163),
      value(163),
      value(170),
    ]);
  });

  it('is the one in force', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      recordFigures(tx, UNIT, '2021-08', { procedures_total: value(160) }, by(7, 1));
      recordFigures(tx, UNIT, '2021-08', { procedures_total: value(163) }, by(7, 2));
    });
    expect(latestBefore(archive.read, UNIT, 'procedures_total', '2021-09')).toEqual(value(163));
  });
});

describe('a filing', () => {
  it('keeps its first time, its first sender and its receipt whatever is sent later', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => file(tx, 'DT-2110-AAAA', 100));
    const again = archive.write((tx) =>
      recordFiling(
        tx,
        { unit: UNIT, period: PERIOD, from: '2021-10-01', to: '2021-10-31', receipt: 'DT-2110-BBBB' },
        by(9, 900),
      ),
    );
    expect(again).toMatchObject({ firstFiledAt: 100, firstFiledBy: 7, lastFiledAt: 900, receipt: 'DT-2110-AAAA' });
    expect(filingOf(archive.read, UNIT, PERIOD)).toEqual(again);
  });

  it('is none where nothing was sent', () => {
    const { archive } = temporaryArchive();
    expect(filingOf(archive.read, UNIT, PERIOD)).toBeUndefined();
    expect(firstFiled(archive.read, UNIT)).toBeUndefined();
    expect(filingsOfUnits(archive.read, [], PERIOD)).toEqual([]);
  });

  it('has a receipt that no other can have', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => file(tx, 'DT-2110-AAAA', 100));
    expect(isReceiptTaken(archive.read, 'DT-2110-AAAA')).toBe(true);
    expect(isReceiptTaken(archive.read, 'DT-2110-AAAB')).toBe(false);
    expect(() => archive.write((tx) => file(tx, 'DT-2110-AAAA', 100, 2))).toThrow(/UNIQUE/);
  });

  it('is found by unit, by period and between periods', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (const [at, period] of ['2021-03', '2020-12', '2021-01', '2022-01'].entries())
        file(tx, `r${at}`, at, UNIT, period);
      file(tx, 'other', 9, 2, '2021-03');
    });
    expect(firstFiled(archive.read, UNIT)).toBe('2020-12');
    expect(filingsBetween(archive.read, UNIT, '2021-01', '2021-12').map(({ period }) => period)).toEqual([
      '2021-01',
      '2021-03',
    ]);
    expect(filingsOfUnits(archive.read, [2, 3], '2021-03').map(({ unit }) => unit)).toEqual([2]);
  });
});
