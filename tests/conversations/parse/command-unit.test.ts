/** Whose report is asked for: the help tells people to type "báo cáo năm 2021 đức thuận". */
import { expect, test } from 'vitest';
import { readCommand } from '../../../conversations/parse/command.ts';

const TODAY = '2026-11-22';

test.each([
  ['báo cáo năm 2021 đức thuận', 2021, 'đức thuận'],
  ['bao cao nam 2025 Xuân Lam', 2025, 'Xuân Lam'],
  ['báo cáo 2025 phường Đức Thuận', 2025, 'phường Đức Thuận'],
  ['báo cáo năm 2025 của xã Xuân Lam', 2025, 'xã Xuân Lam'],
  ['/baocao 2021 đức thuận', 2021, 'đức thuận'],
  ['báo cáo năm 2025', 2025, undefined],
])('reads the unit in "%s"', (text, year, unit) => {
  expect(readCommand(text, TODAY)).toEqual({ name: 'report', year, ...(unit === undefined ? {} : { unit }) });
});

test.each([
  ['báo cáo năm 2021 em đã gửi cho anh từ tuần trước rồi'],
  ['báo cáo anh là bên em nhận 215'],
  ['tình hình mưa lũ phức tạp'],
])('takes "%s" for a sentence', (text) => {
  expect(readCommand(text, TODAY)).toBeUndefined();
});
