/** The tracking list: the appendix of letter 821 (Đồng Nai, 2021) as it was printed, counted by formulas. */
import { describe, expect, it } from 'vitest';
import type { TrackingModel, TrackingState } from '../../reports/tracking.ts';
import { trackingXlsx } from '../../reports/tracking-xlsx.ts';
import { openedSheet, partOf } from '../support/workbook.ts';

/** Which of the 32 rows of the appendix had an "x". */
const PLAN = [3, 5, 6, 10, 11, 12, 16, 17, 18, 20, 24, 26, 30];
const OBJECTIVES = [4, 5, 12, 16, 21, 23, 24, 25];

const appendix = (): TrackingModel => ({
  scope: 'Sở Khoa học và Công nghệ tỉnh Đồng Nai',
  year: 2021,
  standardCode: 'TCVN ISO 9001:2015',
  asOf: Date.parse('2021-05-17T09:00:00+07:00'),
  obligations: ['Kế hoạch năm 2021', 'MTCL năm 2021'],
  units: Array.from({ length: 32 }, (_, index) => ({
    name: `Cơ quan ${index + 1}`,
    states: [PLAN, OBJECTIVES].map((done): TrackingState => (done.includes(index + 1) ? 'done' : 'open')),
  })),
});

describe('the tracking list', () => {
  it('has the title and columns of the appendix, numbered without a mistake', async () => {
    const { rows } = await openedSheet(await trackingXlsx(appendix()));
    expect(rows[0]?.[0]).toBe(
      'DANH SÁCH THEO DÕI CÁC CƠ QUAN DUY TRÌ, ÁP DỤNG HTQLCL THEO TIÊU CHUẨN TCVN ISO 9001:2015 NĂM 2021',
    );
    expect(rows[2]).toEqual(['STT', 'Cơ quan đơn vị', 'Kế hoạch năm 2021', 'MTCL năm 2021']);
    expect(rows.slice(3, 35).map(([ordinal]) => ordinal)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
    expect(rows[7]).toEqual([5, 'Cơ quan 5', 'x', 'x']);
    expect(rows[3]).toEqual([1, 'Cơ quan 1', null, null]);
  });

  it('counts as the appendix does: 13 plans, 8 sets of objectives', async () => {
    const { cell } = await openedSheet(await trackingXlsx(appendix()));
    expect(cell('C36')).toEqual({ formula: 'COUNTIF(C4:C35,"x")', value: '13' });
    expect(cell('D36')).toEqual({ formula: 'COUNTIF(D4:D35,"x")', value: '8' });
    expect(cell('C37')).toEqual({ formula: 'COUNTBLANK(C4:C35)', value: '19' });
  });

  it('tells every state apart, explains them, and counts each', async () => {
    const states: TrackingState[] = ['done', 'open', 'overdue', 'returned', 'exempt', 'not_owed', 'overdue'];
    const units = states.map((state, index) => ({ name: `=${index}`, states: [state] }));
    const { rows, cell } = await openedSheet(await trackingXlsx({ ...appendix(), obligations: ['Kế hoạch'], units }));
    expect(rows.slice(3, 10).map((row) => row[2] ?? null)).toEqual([
      'x',
      null,
      'quá hạn',
      'trả lại',
      'được miễn',
      '–',
      'quá hạn',
    ]);
    expect(rows.slice(10, 15).map((row) => row[2])).toEqual([1, 1, 2, 1, 1]);
    expect(cell('B4')).toEqual({ value: '=0', type: 's' });
    const legend = rows.flat().find((text) => typeof text === 'string' && text.startsWith('Ghi chú'));
    for (const mark of ['“x”', 'để trống', '“quá hạn”', '“trả lại”', '“được miễn”', '“–”'])
      expect(legend).toContain(mark);
  });

  it('keeps its header and names in sight and on every page', async () => {
    const bytes = await trackingXlsx(appendix());
    const { xml } = await openedSheet(bytes);
    expect(xml).toContain('<pane ySplit="3" xSplit="2" topLeftCell="C4"');
    expect(partOf(bytes, 'xl/workbook.xml')).toContain("'Danh sách theo dõi'!$3:$3");
  });

  it('refuses a row with another number of states than columns', () => {
    expect(() => trackingXlsx({ ...appendix(), units: [{ name: 'A', states: ['done'] }] })).toThrow(RangeError);
  });

  it('is a list without counts where there is no agency', async () => {
    const { xml } = await openedSheet(await trackingXlsx({ ...appendix(), units: [] }));
    expect(xml).not.toContain('<f>');
  });
});
