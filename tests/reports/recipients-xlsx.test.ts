/** The ledger of a broadcast: everybody meant, also those it could not reach, and the counts by formula. */
import { describe, expect, it } from 'vitest';
import type { RecipientsModel } from '../../reports/recipients.ts';
import { recipientsXlsx } from '../../reports/recipients-xlsx.ts';
import { openedSheet, partOf } from '../support/workbook.ts';

const AT = Date.parse('2026-11-05T23:30:00+07:00');

const ledger = (): RecipientsModel => ({
  subject: 'Gửi báo cáo hằng năm trước ngày 15/11',
  author: 'Sở Khoa học và Công nghệ',
  sendAt: AT,
  asOf: AT + 3_600_000,
  acknowledgement: true,
  rows: [
    { person: '@Cán bộ Mẫu', unit: 'xã A', channel: 'telegram', state: 'sent', at: AT, acknowledgedAt: AT + 60_000 },
    { person: 'Cán bộ Mẫu 2', unit: 'xã B', channel: 'zalo-personal', state: 'failed', reason: '=đã chặn', at: AT },
    { person: 'Cán bộ Mẫu 3', unit: 'xã C', state: 'unreachable', reason: 'chưa tham gia' },
    { person: 'Cán bộ Mẫu 4', unit: 'xã D', channel: 'web-chat', state: 'waiting' },
  ],
});

describe('the ledger of a broadcast', () => {
  it('names everybody with unit, channel, result, reason and moments in local time', async () => {
    const { rows } = await openedSheet(await recipientsXlsx(ledger()));
    expect(rows[4]).toEqual([
      'STT',
      'Người nhận',
      'Đơn vị',
      'Kênh',
      'Kết quả',
      'Lý do',
      'Thời điểm',
      'Đã xác nhận lúc',
    ]);
    expect(rows[5]).toEqual([
      1,
      '@Cán bộ Mẫu',
      'xã A',
      'Telegram',
      'đã gửi',
      null,
      new Date('2026-11-05T23:30:00Z'),
      new Date('2026-11-05T23:31:00Z'),
    ]);
    expect(rows[6]?.slice(3, 6)).toEqual(['Zalo', 'không gửi được', '=đã chặn']);
    expect(rows[7]?.slice(3, 6)).toEqual([null, 'chưa có kênh nhận', 'chưa tham gia']);
    expect(rows[2]?.[0]).toContain('gửi lúc 23:30 ngày 05/11/2026');
  });

  it('sums itself up in one line that follows its rows', async () => {
    const { cell } = await openedSheet(await recipientsXlsx(ledger()));
    const { formula, value } = cell('A4');
    expect(value).toBe(
      'Tổng số: 4 · đang chờ gửi: 1 · đã gửi: 1 · không gửi được: 1 · chưa có kênh nhận: 1 · đã dừng: 0 · đã xác nhận: 1',
    );
    expect(formula).toContain('COUNTIF(E6:E9,"đã gửi")');
    expect(formula).toContain('COUNT(H6:H9)');
  });

  it('does not speak of acknowledging where none was asked for', async () => {
    const { cell } = await openedSheet(await recipientsXlsx({ ...ledger(), acknowledgement: false }));
    expect(cell('A4').value).not.toContain('xác nhận');
  });

  it('can be filtered, with its header in sight', async () => {
    const bytes = await recipientsXlsx(ledger());
    const { xml } = await openedSheet(bytes);
    expect(xml).toContain('<autoFilter ref="A5:H9"/><mergeCells');
    expect(xml).toContain('<pane ySplit="5" xSplit="2"');
    expect(partOf(bytes, 'xl/workbook.xml')).toContain("'Người nhận'!$A$5:$H$9");
  });

  it('is written also for nobody', async () => {
    const { cell } = await openedSheet(await recipientsXlsx({ ...ledger(), rows: [] }));
    expect(cell('A4').value).toContain('Tổng số: 0');
  });
});
