/** "Nhắc" and what follows it: the names of units it may be, and whoever speaks. */
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../conversations/parse/command.ts';
import { readReminded } from '../../../conversations/parse/reminded.ts';

const TODAY = '2026-11-05';

/** Names as typed, the longest first; "…" behind one with a time, "?" behind one that is a time itself. */
const said = (text: string): string[] | undefined =>
  readReminded(text, TODAY)?.names.map(
    ({ name, isTimed, isTime }) => `${name}${isTimed ? '…' : ''}${isTime ? '?' : ''}`,
  );

describe('the name behind "nhắc"', () => {
  it.each([
    ['nhắc Đức Thuận', ['Đức Thuận']],
    ['nhac duc thuan', ['duc thuan']],
    ['Nhắc Đức Thuận nhé', ['Đức Thuận nhé', 'Đức Thuận']],
    ['nhắc nhở Đức Thuận', ['Đức Thuận']],
    ['nhắc lại Đức Thuận', ['Đức Thuận']],
    ['nhac lai duc thuan', ['lai duc thuan', 'duc thuan']],
    ['nhắc Lai Vung', ['Lai Vung', 'Vung']],
    ['nhắc cán bộ Đức Thuận gửi số liệu', ['Đức Thuận']],
    ['nhắc Đức Thuận nộp báo cáo chiều nay', ['Đức Thuận']],
    ['dạ nhắc Bắc Hồng giúp em', ['Bắc Hồng giúp em', 'Bắc Hồng']],
    ['nhắc Đức Thuận chiều nay', ['Đức Thuận chiều nay', 'Đức Thuận…']],
    ['nhắc Đức Thuận lúc 15h', ['Đức Thuận…']],
    ['nhắc Đức Thuận ngay', ['Đức Thuận ngay', 'Đức Thuận']],
    ['nhắc Xuân Mai', ['Xuân Mai', 'Xuân…']],
    ['nhắc mai', ['mai?']],
    ['nhắc sáng mai', ['sáng mai?', 'sáng…?']],
  ])('%j may name %j', (text, names) => {
    expect(said(text)?.filter((name) => names.includes(name))).toEqual(names);
  });

  it.each([
    ['nhắc Đức Thuận nộp báo cáo tháng 9', { month: 9 }],
    ['nhắc Đức Thuận tháng 9/2025', { month: 9, year: 2025 }],
    ['nhắc Đức Thuận', {}],
  ])('%j is about the month it says', (text, when) => {
    const { names, ...rest } = readReminded(text, TODAY) ?? { names: [] };
    expect(names.map(({ name }) => name)).toContain('Đức Thuận');
    expect(rest).toEqual(when);
  });

  it.each([
    'nhắc',
    'nhắc lại',
    'nhắc tôi',
    'nhắc em',
    'nhắc tôi lúc 3 giờ',
    'nhắc lại sau',
    'nhắc lại em sau',
    'nhắc em sau',
    'nhắc lại 14:00',
    'nhac lai',
    'nhắc lúc 16h',
    'nhắc tôi họp với Đức Thuận',
    'nhắc em Đức Thuận',
    'nhắc việc',
    'tình hình Đức Thuận',
    'lãnh đạo nhắc Đức Thuận',
    'xem nhắc Đức Thuận',
    'nhắc Đức Thuận tháng 9 và tháng 10',
    '',
  ])('%j names nobody but whoever speaks, or says something else', (text) => {
    expect(said(text)).toBeUndefined();
  });

  it.each(['nhắc tôi lúc 3 giờ', 'nhắc lại sau', 'nhắc mai', 'nhắc Đức Thuận', 'nhắc lại 14:00', 'nhắc sáng mai'])(
    '%j alone is still a wish to be reminded, until a unit is known by that name',
    (text) => {
      expect(readCommand(text, TODAY)?.name).toBe('snooze');
    },
  );
});
