/** The register of documents: one document once, taken out only by the month it was told with. */
import { describe, expect, it } from 'vitest';
import { documentsOf, recordDocuments } from '../../db/documents.ts';
import type { Tx } from '../../db/open.ts';
import type { Citation } from '../../domain/citation.ts';
import { temporaryArchive } from '../support/archive.ts';

const plan = (number: string, more: Partial<Citation> = {}): Citation => ({
  type: 'Kế hoạch',
  number,
  year_in_code: null,
  symbol: 'KH-UBND',
  date: '2021-02-18',
  issuer: 'UBND phường',
  subject: 'Duy trì và cải tiến HTQLCL',
  raw: `Kế hoạch số ${number}/KH-UBND`,
  ...more,
});

const record = (tx: Tx, period: string, cited: Citation[], unit = 1) =>
  recordDocuments(tx, unit, period, cited, { person: 7, at: 100, message: 3 });

const numbers = (found: { number: string | null }[]) => found.map(({ number }) => number);

describe('the register of documents', () => {
  it('gives back what was cited, in the order it was told', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      record(tx, '2021-03', [plan('20')]);
      record(tx, '2021-02', [plan('16'), plan('15')]);
    });
    const found = documentsOf(archive.read, 1, '2021-01', '2021-12');
    expect(numbers(found)).toEqual(['16', '15', '20']);
    expect(found[1]).toMatchObject(plan('15'));
    expect(typeof found[1]?.role).toBe('string');
  });

  it('keeps to the unit and the months asked for', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      record(tx, '2021-02', [plan('15')]);
      record(tx, '2021-02', [plan('99')], 2);
    });
    expect(numbers(documentsOf(archive.read, 1, '2021-02', '2021-02'))).toEqual(['15']);
    expect(documentsOf(archive.read, 1, '2021-03', '2021-12')).toEqual([]);
    expect(numbers(documentsOf(archive.read, 2, '2021-01', '2021-12'))).toEqual(['99']);
  });

  it('keeps a document told twice once, in the month it was told first', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      record(tx, '2021-02', [plan('15')]);
      record(tx, '2021-02', [plan('15', { raw: 'gõ lại' })]);
      record(tx, '2021-03', [plan('15')]);
    });
    expect(numbers(documentsOf(archive.read, 1, '2021-02', '2021-02'))).toEqual(['15']);
    expect(documentsOf(archive.read, 1, '2021-03', '2021-03')).toEqual([]);
  });

  it('takes out what a corrected month no longer says, keeps its row, and leaves other months alone', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      record(tx, '2021-02', [plan('15'), plan('16')]);
      record(tx, '2021-03', [plan('20')]);
      record(tx, '2021-02', [plan('16')]);
    });
    expect(numbers(documentsOf(archive.read, 1, '2021-01', '2021-12'))).toEqual(['16', '20']);
    expect(archive.sqlite.prepare('select count(*) as n from documents').get()).toEqual({ n: 3 });
  });

  it('can be told again after it was taken out', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      record(tx, '2021-02', [plan('15')]);
      record(tx, '2021-02', []);
      record(tx, '2021-03', [plan('15')]);
    });
    expect(documentsOf(archive.read, 1, '2021-02', '2021-02')).toEqual([]);
    expect(numbers(documentsOf(archive.read, 1, '2021-03', '2021-03'))).toEqual(['15']);
  });

  it('keeps who told it, when and in which message', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => record(tx, '2021-02', [plan('15')]));
    expect(archive.sqlite.prepare('select said_by, said_at, inbox_id from documents').get()).toEqual({
      said_by: 7,
      said_at: 100,
      inbox_id: 3,
    });
  });
});
