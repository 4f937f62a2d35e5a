import { describe, expect, it } from 'vitest';
import { dayOfCell, phoneOfCell } from '../../domain/roster-cell.ts';
import { columnOf, kindOf, roleOf } from '../../domain/roster-column.ts';

describe('a telephone number', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['0912 345 678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['(0999) 0000-123', '09990000123'],
    // a spreadsheet took it for a number
    ['912345678', '0912345678'],
    ['9990000123', '09990000123'],
    // as dialled from abroad
    ['+84912345678', '0912345678'],
    ['+84 (0) 912 345 678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['84912345678', '0912345678'],
    ['849990000123', '09990000123'],
  ])('%s is %s', (cell, phone) => {
    expect(phoneOfCell(cell)).toBe(phone);
  });

  it.each(['12345', '09123456789012', '9.12E+08', 'không có', '0912345678/0987654321', '-', '+1 555 0100', '0'])(
    'is not %s',
    (cell) => {
      expect(phoneOfCell(cell)).toBeUndefined();
    },
  );
});

describe('a date', () => {
  it.each([
    ['01/07/2025', '2025-07-01'], // the day comes first
    ['1/7/2025', '2025-07-01'],
    ['31.12.2025', '2025-12-31'],
    ['31-12-2025', '2025-12-31'],
    ['2025-07-01', '2025-07-01'],
    ['2025-07-01 00:00:00', '2025-07-01'],
    ['2025-07-01T00:00:00.000Z', '2025-07-01'],
    ['29/2/2024', '2024-02-29'],
  ])('%s is %s', (cell, date) => {
    expect(dayOfCell(cell)).toBe(date);
  });

  it.each(['31/9/2025', '29/2/2026', '13/13/2025', '7/2025', '1/7/25', '1/7-2025', '45839', 'từ nay', '2025-02-30'])(
    'is not %s',
    (cell) => {
      expect(dayOfCell(cell)).toBeUndefined();
    },
  );
});

describe('a word of the sheet', () => {
  it.each([
    ['unit_code', 'unit_code'],
    ['Unit Code', 'unit_code'],
    ['MÃ ĐƠN VỊ (*)', 'unit_code'],
    ['mã đơn vị cấp trên:', 'parent_code'],
    ['Ho va ten', 'person_name'],
    ['STT', undefined],
    ['', undefined],
    ['mã', undefined],
  ])('%j heads the column %s', (header, column) => {
    expect(columnOf(header)).toBe(column);
  });

  it.each([
    ['Đặc khu', 'special_zone'],
    ['special-zone', 'special_zone'],
    ['thị trấn', 'commune'],
    ['thành phố', undefined], // a province, or under one
    ['xã phường', undefined],
  ])('%j is the kind %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    ['Chuyên viên', 'staff'],
    ['ĐIỀU PHỐI', 'coordinator'],
    ['Admin', 'admin'],
    ['giám đốc', undefined],
    ['', undefined],
  ])('%j is the role %s', (text, role) => {
    expect(roleOf(text)).toBe(role);
  });
});
