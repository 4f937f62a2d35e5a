/** A date written beside a document that no calendar has is asked about, however it is typed. */
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../domain/citation.ts';
import { documentDefects } from '../../domain/document.ts';

const undated = (raw: string): Citation => ({
  type: 'Quyết định',
  number: '27',
  year_in_code: null,
  symbol: 'QĐ-UBND',
  date: null,
  issuer: null,
  subject: null,
  raw,
});
const defects = (raw: string) => documentDefects(undated(raw), [], { today: '2026-11-20' });

describe('a date that does not exist', () => {
  it.each([
    ['QĐ 27/QĐ-UBND ngày 31/9/2021', '31/9/2021'],
    ['QĐ 27/QĐ-UBND ngày 30/2', '30/2'],
    ['qd 27/qd-ubnd ngay 31 thang 9', '31 thang 9'],
    ['QĐ 27/QĐ-UBND ngày 5/8/202', '5/8/202'],
    ['QĐ 27/QĐ-UBND ngày 5/8/20226', '5/8/20226'],
  ])('is asked about in %j', (raw, written) => {
    expect(defects(raw)).toEqual([{ kind: 'impossible_date', severity: 'ask', written }]);
  });

  it.each(['QĐ 27/QĐ-UBND ngày 5/8', 'QĐ 27/QĐ-UBND ngày 29/2', 'QĐ 27/QĐ-UBND tháng 9/2021', 'QĐ 27/QĐ-UBND'])(
    'is not seen in %j, which only lacks a year or a day',
    (raw) => {
      expect(defects(raw)).toEqual([]);
    },
  );
});

describe("a day that may not be the document's", () => {
  const about = (subject: string): Citation => ({ ...undated(`QĐ 27/QĐ-UBND về ${subject}`), subject });
  const found = (subject: string) => documentDefects(about(subject), [], { today: '2026-11-20' });

  it('is asked about where it stands in the subject and exists', () => {
    expect(found('đánh giá nội bộ ngày 17/9/2021')).toEqual([
      { kind: 'unsure_date', severity: 'ask', written: '17/9/2021' },
    ]);
    expect(found('đánh giá nội bộ ngày 31/9/2021')).toEqual([
      { kind: 'impossible_date', severity: 'ask', written: '31/9/2021' },
    ]);
  });

  it("is nobody's question where the document has its own", () => {
    const citation: Citation = { ...about('đánh giá nội bộ ngày 17/9/2021'), date: '2021-09-20' };
    expect(documentDefects(citation, [], { today: '2026-11-20' })).toEqual([]);
  });
});
