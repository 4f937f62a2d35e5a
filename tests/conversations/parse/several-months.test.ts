/** Several months named for closing and opening, and what only looks like several months of one year. */
import { describe, expect, it } from 'vitest';
import { type Command, readCommand } from '../../../conversations/parse/command.ts';

const TODAY = '2026-11-05';

const CLOSED: readonly (readonly [text: string, command: Command])[] = [
  ['khóa sổ từ tháng 4 đến tháng 8', { name: 'lock', months: [4, 8] }],
  ['khoa so tu thang 4 den thang 8', { name: 'lock', months: [4, 8] }],
  ['khóa sổ từ tháng 4 tới hết tháng 8 năm 2026', { name: 'lock', months: [4, 8], year: 2026 }],
  ['khóa sổ tháng 4/2026 đến tháng 8/2026', { name: 'lock', months: [4, 8], year: 2026 }],
  ['khóa sổ tháng 4 đến 8/2026', { name: 'lock', months: [4, 8], year: 2026 }],
  ['khóa sổ từ tháng tư đến tháng tám', { name: 'lock', months: [4, 8] }],
  ['khóa sổ từ đầu năm đến hết tháng 8', { name: 'lock', months: [1, 8] }],
  ['mở khóa tháng 4-8', { name: 'unlock', months: [4, 8] }],
  ['mở khóa tháng 4 – 8', { name: 'unlock', months: [4, 8] }],
  ['mo khoa t4-t8/2025', { name: 'unlock', months: [4, 8], year: 2025 }],
  ['khóa sổ các tháng 4, 5, 6', { name: 'lock', months: [4, 6] }],
  ['khoa so thang 4,5 va 6', { name: 'lock', months: [4, 6] }],
  ['khóa sổ tháng 4, tháng 5, và tháng 6 năm ngoái', { name: 'lock', months: [4, 6], year: 2025 }],
  ['chốt số liệu tháng 4 + 5', { name: 'lock', months: [4, 5] }],
  ['khóa sổ tháng 4 và tháng 6', { name: 'lock', apart: [4, 6] }],
  ['khóa sổ tháng 4–6, 8 năm 2026', { name: 'lock', apart: [4, 5, 6, 8], year: 2026 }],
  ['khóa sổ từ tháng 4 đến tháng 8 phường Bắc Hồng', { name: 'lock', months: [4, 8], unit: 'phường Bắc Hồng' }],
  ['khoa so thang 4-8 duc thuan', { name: 'lock', months: [4, 8], unit: 'duc thuan' }],
  ['mở khóa phường Bắc Hồng các tháng 4, 6', { name: 'unlock', apart: [4, 6], unit: 'phường Bắc Hồng' }],
  // One month with its year is one month.
  ['khóa sổ tháng 4-2026', { name: 'lock', month: 4, year: 2026 }],
  ['khóa sổ tháng 4/2026', { name: 'lock', month: 4, year: 2026 }],
];

const NONE = [
  'khóa sổ từ tháng 11 đến tháng 2',
  'khóa sổ tháng 12 và tháng 1',
  'khóa sổ từ tháng 11/2025 đến tháng 2/2026',
  'khóa sổ tháng 4/2025, tháng 5/2026',
  'khóa sổ tháng 8 đến tháng 4',
  'khóa sổ tháng 4 đến 4',
  'khóa sổ tháng 13-14',
  'khóa sổ tháng 8 - 13',
  'khóa sổ từ tháng 4 đến tháng 8 rồi nhưng còn sót hồ sơ trực tuyến',
  'nộp báo cáo từ tháng 4 đến tháng 6',
  'sửa tháng 4, 5, 6',
  'tình hình tháng 9, 10',
  'duyệt tháng 4-8',
];

describe('several months', () => {
  it.each(CLOSED)('%j is read whole', (text, command) => {
    expect(readCommand(text, TODAY)).toEqual(command);
  });

  it.each(NONE)('%j is nothing to close or open at once', (text) => {
    expect(readCommand(text, TODAY)).toBeUndefined();
  });
});
