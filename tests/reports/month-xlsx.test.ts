/** The month's table: the form, its formulas with their results, and what nobody said never passing for 0. */
import { describe, expect, it } from 'vitest';
import { MONTH_FORM, type MonthForm } from '../../reports/month-columns.ts';
import { compileMonthTable, type MonthTable } from '../../reports/month-table.ts';
import { monthXlsx } from '../../reports/month-xlsx.ts';
import { openedSheet, partOf } from '../support/workbook.ts';
import { AS_OF, COMPLETE, NASTY, october, sent } from './month-units.ts';

const NO_DATA = 'chưa có số liệu';
/** The first unit's row; titles, headings and column numbers stand above. */
const FIRST = 8;

describe('the month as a spreadsheet', () => {
  it('has the thirteen columns of the form under merged headings, with how sums are made', async () => {
    const { rows, xml } = await openedSheet(await monthXlsx(october()));
    expect(rows[0]?.[0]).toBe('Biểu II.06a/VPCP/KSTT');
    expect(rows[2]?.[0]).toBe('Sở Khoa học và Công nghệ · Tháng 10/2026 (từ ngày 01/10/2026 đến ngày 31/10/2026)');
    expect(rows[3]?.filter((cell) => cell !== null)).toEqual([
      'TT',
      'Lĩnh vực, công việc giải quyết theo cấp (theo đơn vị)',
      'Số hồ sơ tiếp nhận',
      'Số lượng hồ sơ đã giải quyết',
      'Số lượng hồ sơ đang giải quyết',
    ]);
    expect(rows[6]).toEqual(['1', '2', '3=4+5+6', '4', '5', '6', '7=8+9+10', '8', '9', '10', '11=12+13', '12', '13']);
    for (const merged of ['A4:A6', 'B4:B6', 'C4:F4', 'G4:J4', 'K4:M4', 'D5:E5', 'F5:F6', 'C5:C6']) {
      expect(xml).toContain(`<mergeCell ref="${merged}"/>`);
    }
    expect(JSON.stringify(rows)).not.toContain('01/2020');
  });

  it('writes the sums of a row as formulas with their results', async () => {
    const { cell } = await openedSheet(await monthXlsx(october()));
    expect(cell('C8')).toEqual({ formula: 'D8+E8+F8', value: '850' });
    expect(cell('G8')).toEqual({ formula: 'H8+I8+J8', value: '817' });
    expect(cell('K8')).toEqual({ formula: 'L8+M8', value: '33' });
    expect(cell('D8')).toEqual({ value: '600' });
  });

  it('says "chưa có số liệu" where nothing is known, 0 where 0 was said, and the sum alone where only it is known', async () => {
    const { rows, cell } = await openedSheet(await monthXlsx(october()));
    expect(rows[FIRST + 1]?.slice(1)).toEqual(['UBND xã Đức Thọ', ...Array.from({ length: 11 }, () => NO_DATA)]);
    expect(cell('C10')).toMatchObject({ formula: `IF(COUNT(D10,E10,F10)=3,D10+E10+F10,"${NO_DATA}")`, type: 'str' });
    expect(rows[FIRST + 2]?.slice(2)).toEqual([
      100,
      NO_DATA,
      NO_DATA,
      10,
      80,
      NO_DATA,
      NO_DATA,
      NO_DATA,
      20,
      NO_DATA,
      NO_DATA,
    ]);
    expect(cell('C11')).toEqual({ value: '100' });
    expect(rows[FIRST + 3]?.slice(2)).toEqual(Array.from({ length: 11 }, () => 0));
  });

  it('sums what is known and counts beside it the units that are not in the sum', async () => {
    const { rows, cell } = await openedSheet(await monthXlsx(october()));
    expect(cell('B13').value).toBe('Tổng số (phần đã có số liệu)');
    expect(cell('C13')).toEqual({ formula: 'SUM(C8:C12)', value: '13239' });
    expect(cell('D13')).toEqual({ formula: 'SUM(D8:D12)', value: '12639' });
    expect(cell('C14')).toEqual({ formula: 'ROWS(C8:C12)-COUNT(C8:C12)', value: '1' });
    expect(cell('D14')).toEqual({ formula: 'ROWS(D8:D12)-COUNT(D8:D12)', value: '2' });
    const notes = rows.slice(15).map(([note]) => note);
    expect(notes).toContain('Chưa có số liệu: 1 đơn vị: UBND xã Đức Thọ.');
    expect(notes).toContain('Chưa đủ số liệu: 1 đơn vị: UBND phường Nam Hồng Lĩnh (cột 4, 5, 8, 9, 10, 12, 13).');
    expect(notes).toContain(`Số liệu chưa khớp, đề nghị kiểm tra: 1 đơn vị: ${NASTY} (cột 3 khác cột 7 + cột 11).`);
    expect(notes).toContain('Số liệu đến 07:30 ngày 05/11/2026.');
  });

  it('has no gap row and no warning where everybody said everything', async () => {
    const { rows } = await openedSheet(await monthXlsx(of([{ name: 'xã A', months: [sent('2026-10', COMPLETE)] }])));
    const words = rows.flat().filter((cell) => typeof cell === 'string');
    expect(words).toContain('Tổng số');
    expect(words.filter((text) => text.toLowerCase().includes(NO_DATA) || text.includes('chưa khớp'))).toEqual([]);
  });

  it('never comes to 0 where no unit said anything', async () => {
    const { cell } = await openedSheet(await monthXlsx(of([{ name: 'xã A', months: [] }])));
    expect(cell('C9')).toEqual({ formula: `IF(COUNT(C8:C8)=0,"${NO_DATA}",SUM(C8:C8))`, value: NO_DATA, type: 'str' });
  });

  it('is a file without rows or sums where there is no unit', async () => {
    const { rows, xml } = await openedSheet(await monthXlsx(of([])));
    expect(rows[6]?.[0]).toBe('1');
    expect(xml).not.toContain('<f>');
  });

  it.each(['=1+1', '+84', '-x', '@SUM(A1)', '\t=1+1', '="a"&"b"', 'a<b>&"c"'])(
    'keeps the unit %j as text',
    async (name) => {
      const bytes = await monthXlsx(of([{ name, months: [sent('2026-10', COMPLETE)] }]));
      const { cell, xml } = await openedSheet(bytes);
      expect(cell('B8')).toEqual({ value: name, type: 's' });
      const style = Number(/<c r="B8" s="(\d+)"/.exec(xml)?.[1]);
      const styles = partOf(bytes, 'xl/styles.xml');
      const asText = /<numFmt numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
      const formats = [
        ...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*?numFmtId="(\d+)"|<xf(?=[ >/])/g),
      ];
      expect(formats[style]?.[1]).toBe(asText);
    },
  );

  it('stays readable: header frozen, repeated in print, A4 across, one page wide, grouped by "."', async () => {
    const bytes = await monthXlsx(october());
    const { xml } = await openedSheet(bytes);
    expect(xml).toContain('<pane ySplit="7" xSplit="2" topLeftCell="C8" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(xml).toMatch(/<pageSetup fitToWidth="1" fitToHeight="0" paperSize="9" orientation="landscape"\/>/);
    const workbook = partOf(bytes, 'xl/workbook.xml');
    expect(workbook).toContain("'Biểu tổng hợp'!$4:$7");
    expect(workbook.match(/<definedNames/g)).toHaveLength(1);
    expect(workbook.match(/<calcPr/g)).toHaveLength(1);
    expect(partOf(bytes, 'xl/styles.xml')).toContain('formatCode="[$-42A]#,##0"');
  });

  it('says on its second sheet who sent what first, when, and when it last changed', async () => {
    const { rows } = await openedSheet(await monthXlsx(october()), 2);
    expect(rows[1]).toEqual([
      'TT',
      'Đơn vị',
      'Kỳ báo cáo',
      'Người báo cáo lần đầu',
      'Báo cáo lần đầu lúc',
      'Cập nhật gần nhất lúc',
    ]);
    expect(rows[2]?.slice(0, 4)).toEqual([1, 'UBND phường Bắc Hồng Lĩnh', '10/2026', 'Cán bộ Mẫu']);
    // Local time, whatever the machine's: the reader gives it as if it were UTC.
    expect(rows[2]?.[4]).toEqual(new Date('2026-11-03T09:15:00Z'));
    expect(rows[2]?.[5]).toEqual(new Date('2026-11-04T09:15:00Z'));
    expect(rows[4]?.slice(1)).toEqual(['UBND xã Đức Thọ', '10/2026', NO_DATA, null, null]);
  });

  it('follows another form without other code', async () => {
    const form: MonthForm = {
      ...MONTH_FORM,
      code: 'Biểu mới',
      columns: [
        { number: 3, heading: ['Tiếp nhận'], width: 12, figures: ['received'], sum: [4, 5] },
        { number: 4, heading: ['Trực tuyến'], width: 12, figures: ['received_online'] },
        { number: 5, heading: ['Khác'], width: 12, figures: ['received_direct'] },
      ],
      ties: [],
    };
    const { rows, cell } = await openedSheet(await monthXlsx(october(), form));
    expect(rows[0]?.[0]).toBe('Biểu mới');
    expect(rows[4]).toEqual(['1', '2', '3=4+5', '4', '5']);
    expect(cell('C6')).toEqual({ formula: 'D6+E6', value: '807' });
  });
});

function of(units: Parameters<typeof compileMonthTable>[0]['units'], periods = ['2026-10']): MonthTable {
  return compileMonthTable({ scope: 'Sở', periods, window: 'calendar_month', asOf: AS_OF, units });
}

const YEAR = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

describe('several months', () => {
  it('are compiled as the annual report does: flows summed, stocks from the first and the last month', () => {
    const months = YEAR.map((period) => sent(period, COMPLETE));
    const [row] = of([{ name: 'xã A', months }], YEAR).rows;
    expect(row?.figures).toMatchObject({ received: 12 * 807, resolved_late: 60, carried_over: 43, pending_total: 33 });
    expect(row?.partial).toEqual([]);
    expect(row?.silent).toEqual([]);
  });

  it('name the months a unit did not send, and mark the figures as partial', async () => {
    const months = YEAR.slice(0, 10).map((period) => sent(period, COMPLETE));
    const table = of([{ name: 'xã A', months }], YEAR);
    expect(table.rows[0]?.silent).toEqual(['2026-11', '2026-12']);
    expect(table.rows[0]?.partial).toContain('received');
    const { rows } = await openedSheet(await monthXlsx(table));
    expect(rows[2]?.[0]).toContain('Năm 2026');
    expect(rows.flat()).toContain('Chưa đủ số liệu: 1 đơn vị: xã A (tháng 11/2026, 12/2026).');
    expect(rows.flat()).toContain('Tổng số (phần đã có số liệu)');
  });

  it('are no silence of a unit before it existed: it is complete with the months it owed', async () => {
    const owed = YEAR.slice(6);
    const months = owed.map((period) => sent(period, COMPLETE));
    const table = of([{ name: 'xã Mới', months, owed }], YEAR);
    expect(table.rows[0]).toMatchObject({ silent: [], partial: [], owed: 6 });
    expect(table.sources.map(({ from }) => from)).toEqual(owed);
    const { rows } = await openedSheet(await monthXlsx(table));
    expect(rows.flat().filter((cell) => String(cell).startsWith('Chưa'))).toEqual([]);
    expect(rows.flat()).toContain('Tổng số');
  });

  it('are silence where a unit owed and sent none of them', async () => {
    const table = of([{ name: 'xã Mới', months: [], owed: YEAR.slice(6) }], YEAR);
    expect(table.rows[0]?.silent).toEqual(YEAR.slice(6));
    expect((await openedSheet(await monthXlsx(table))).rows.flat()).toContain('Chưa có số liệu: 1 đơn vị: xã Mới.');
  });

  it('add up a merged unit with its past, and say so under the table', async () => {
    const half = (periods: string[]) => periods.map((period) => sent(period, COMPLETE));
    const past = ['xã A', 'xã B'].map((name) => ({ name, months: half(YEAR.slice(0, 6)), owed: YEAR.slice(0, 6) }));
    const merged = { name: 'xã Mới', months: half(YEAR.slice(6)), owed: YEAR.slice(6), past, mergedOn: '2026-07-01' };
    const table = of([merged], YEAR);
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]?.figures).toMatchObject({ received: 18 * 807, carried_over: 2 * 43, pending_total: 33 });
    expect(table.rows[0]).toMatchObject({ silent: [], partial: [] });
    const { rows } = await openedSheet(await monthXlsx(table));
    expect(rows.flat()).toContain('Gồm số liệu của xã A, xã B trước khi sáp nhập thành xã Mới (ngày 01/7/2026).');
  });

  it('are no whole sum where one of the old units kept silent', () => {
    const past = [
      { name: 'xã A', months: [sent('2026-01', COMPLETE)], owed: ['2026-01'] },
      { name: 'xã B', months: [], owed: ['2026-01'] },
    ];
    const [row] = of(
      [{ name: 'xã Mới', months: [sent('2026-02', COMPLETE)], owed: ['2026-02'], past }],
      YEAR.slice(0, 2),
    ).rows;
    expect(row?.figures.received).toBe(2 * 807);
    expect(row?.partial).toContain('received');
    expect(row?.silent).toEqual([]);
  });

  it('can be written from a table an earlier version froze, which named no mergers', async () => {
    const { mergers: _, splits: __, ...frozen } = of([{ name: 'xã A', months: [sent('2026-10', COMPLETE)] }]);
    expect((await openedSheet(await monthXlsx(frozen))).rows.flat().join('\n')).not.toContain('sáp nhập');
  });

  it('take no month from outside', () => {
    const table = of([{ name: 'xã A', months: [sent('2026-09', COMPLETE), sent('2026-10', COMPLETE)] }]);
    expect(table.rows[0]?.figures.received).toBe(807);
    expect(table.sources).toHaveLength(1);
  });

  it('have a source a month, and one a unit where there would be thousands', () => {
    const units = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `xã ${index}`, months: [sent('2026-03', COMPLETE)] }));
    expect(of(units(2), YEAR).sources).toHaveLength(24);
    const many = of(units(501), YEAR).sources;
    expect(many).toHaveLength(501);
    expect(many[0]).toMatchObject({ from: '2026-01', to: '2026-12', sent: 1, of: 12, firstBy: 'Cán bộ Mẫu' });
  });

  it('are refused when there is none', () => {
    expect(() => of([], [])).toThrow(RangeError);
  });

  it('survive being frozen in a message', async () => {
    const table = october();
    const frozen = JSON.parse(JSON.stringify(table)) as MonthTable;
    expect(frozen).toEqual(table);
  });
});
