/** Being away, as people word it: from when, until when, and who stands in. Today is Thursday 2026-11-05. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAbsence, saysAway, saysBack } from '../../../conversations/parse/absence.ts';
import { readCommand } from '../../../conversations/parse/command.ts';
import { isIsoDate } from '../../../domain/date.ts';

const TODAY = '2026-11-05';
const [LAN, MAI, HA, PHAM_HA] = [1, 2, 3, 4];
const COLLEAGUES = [
  { id: LAN, name: 'Nguyễn Thị Lan' },
  { id: MAI, name: 'Trần Thị Mai' },
  { id: HA, name: 'Lê Thu Hà' },
  { id: PHAM_HA, name: 'Phạm Hà' },
];

/** What is typed | first day | last day ('' where it must be asked) | who could be meant. */
const AWAY: [text: string, from: string, to: string, ...covers: number[]][] = [
  ['đi vắng đến 20/11, chị Lan thay', '2026-11-05', '2026-11-20', LAN],
  ['di vang den 20/11 chi lan thay', '2026-11-05', '2026-11-20', LAN],
  ['đi vắng đến hết ngày 20/11', '2026-11-05', '2026-11-20'],
  ['em đi vắng đến 20/11/2026', '2026-11-05', '2026-11-20'],
  ['dạ em xin nghỉ phép đến 20/11', '2026-11-05', '2026-11-20'],
  ['vắng mặt đến 20/11', '2026-11-05', '2026-11-20'],
  ['báo vắng đến 20/11', '2026-11-05', '2026-11-20'],
  ['nghỉ phép đến ngày mai', '2026-11-05', '2026-11-06'],
  ['nghỉ đến thứ sáu', '2026-11-05', '2026-11-06'],
  ['nghỉ đến thứ ba', '2026-11-05', '2026-11-10'],
  ['nghi den het tuan sau', '2026-11-05', '2026-11-15'],
  ['nghỉ thai sản đến 1/5/2027', '2026-11-05', '2027-05-01'],
  ['nghỉ phép từ 10/11 đến 20/11', '2026-11-10', '2026-11-20'],
  ['nghỉ từ 9/11 tới 13/11', '2026-11-09', '2026-11-13'],
  ['đi học từ 9/11 đến 13/11', '2026-11-09', '2026-11-13'],
  ['đi vắng 20/11 - 25/11', '2026-11-20', '2026-11-25'],
  ['nghỉ phép 10-15/11', '2026-11-10', '2026-11-15'],
  ['đi vắng từ mai đến hết 20/11', '2026-11-06', '2026-11-20'],
  ['nghỉ phép từ 28/12 đến 4/1', '2026-12-28', '2027-01-04'],
  ['đi vắng ngày 12/11', '2026-11-12', '2026-11-12'],
  ['nghỉ ngày 9/11', '2026-11-09', '2026-11-09'],
  ['nghỉ hôm nay', '2026-11-05', '2026-11-05'],
  ['hôm nay em nghỉ', '2026-11-05', '2026-11-05'],
  ['chiều nay em vắng', '2026-11-05', '2026-11-05'],
  ['mai em nghỉ', '2026-11-06', '2026-11-06'],
  ['sáng mai em vắng', '2026-11-06', '2026-11-06'],
  ['ngày mai tôi đi công tác', '2026-11-06', '2026-11-06'],
  ['nghỉ phép từ mai', '2026-11-06', '2026-11-06'],
  ['tuần sau em đi công tác', '2026-11-09', '2026-11-15'],
  ['nghỉ phép tuần tới', '2026-11-09', '2026-11-15'],
  ['đi công tác hết tuần', '2026-11-05', '2026-11-08'],
  ['đi vắng hết tuần này', '2026-11-05', '2026-11-08'],
  ['đi vắng tới hết tháng', '2026-11-05', '2026-11-30'],
  ['nghỉ phép 3 ngày', '2026-11-05', '2026-11-07'],
  ['nghỉ phép ba ngày từ 9/11', '2026-11-09', '2026-11-11'],
  ['nghỉ phép một tuần từ 9/11', '2026-11-09', '2026-11-15'],
  ['nghỉ ốm 2 hôm', '2026-11-05', '2026-11-06'],
  ['đi công tác Hà Nội 2 ngày', '2026-11-05', '2026-11-06'],
  ['di cong tac 5 ngay, chi lan thay', '2026-11-05', '2026-11-09', LAN],
  ['nghỉ thai sản 6 tháng', '2026-11-05', '2027-05-03'],
  ['nghỉ nửa ngày', '2026-11-05', '2026-11-05'],
  ['đi vắng', '2026-11-05', ''],
  ['nghỉ phép', '2026-11-05', ''],
  ['nghỉ ốm', '2026-11-05', ''],
  ['đi vắng đến 31/11', '2026-11-05', ''],
  ['đi vắng, chị Mai thay', '2026-11-05', '', MAI],
  ['đi vắng đến 20/11, chị Mai thay', '2026-11-05', '2026-11-20', MAI],
  ['mai em nghỉ, nhờ chị Mai thay', '2026-11-06', '2026-11-06', MAI],
  ['em xin nghỉ phép mai, nhờ chị Hà thay', '2026-11-06', '2026-11-06', HA, PHAM_HA],
  ['đi vắng đến 20/11, Lê Thu Hà thay', '2026-11-05', '2026-11-20', HA],
  ['đi vắng đến 20/11, Phạm Hà làm thay', '2026-11-05', '2026-11-20', PHAM_HA],
  ['đi vắng đến 20/11 nhờ Nguyễn Thị Lan trực thay', '2026-11-05', '2026-11-20', LAN],
  ['nghỉ phép đến 20/11, c Lan nhận thay', '2026-11-05', '2026-11-20', LAN],
  ['đi vắng đến 20/11, giao anh Hà thay', '2026-11-05', '2026-11-20', HA, PHAM_HA],
  ['chị Lan thay, đi vắng đến 20/11', '2026-11-05', '2026-11-20', LAN],
];

describe('being away', () => {
  it.each(AWAY)('%s', (text, from, to, ...covers) => {
    const read = readAbsence(text, TODAY, COLLEAGUES);
    expect({ from: read.from, to: read.to ?? '', covers: read.covers }).toEqual({ from, to, covers });
    expect(read.namesCover).toBe(covers.length > 0);
  });

  it.each(AWAY.filter(([text]) => !text.startsWith('chị Lan')))('is a command: %s', (text) => {
    expect(saysAway(text)).toBe(true);
    expect(readCommand(text, TODAY)?.name).toBe('away');
  });

  it.each([
    ['đi vắng đến 20/11, chị Thảo thay', []],
    ['đi vắng đến 20/11, thay', []],
  ])('says whether a name was typed that is nobody: %s', (text, covers) => {
    const read = readAbsence(text, TODAY, COLLEAGUES);
    expect(read.covers).toEqual(covers);
    expect(read.namesCover).toBe(text.includes('Thảo'));
  });

  it('leaves a day gone by as it is, so that it is refused', () => {
    expect(readAbsence('đi vắng đến 4/11', TODAY, []).to).toBe('2026-11-04');
    expect(readAbsence('đi vắng đến 20/8', TODAY, []).to).toBe('2026-08-20');
  });

  it.each([
    'công tác cải cách hành chính tốt',
    'công tác tháng 10 ổn',
    'nghỉ việc',
    'nghỉ',
    'nghỉ lễ ngày nào?',
    'nghỉ phép được mấy ngày',
    'nghỉ phép thế nào',
    'đi học tập kinh nghiệm',
    'lịch nghỉ',
    'ngày nghỉ',
    'thêm ngày nghỉ 23/11',
    'nhận 20, đúng hạn 19',
    'vắng',
    'không phát sinh',
    `đi vắng ${'rất lâu '.repeat(30)}`,
  ])('is not meant by: %s', (text) => {
    expect(saysAway(text)).toBe(false);
  });
});

describe('being back', () => {
  it.each([
    'đã về',
    'em đã về',
    'em về rồi',
    'da ve roi a',
    'em đi làm lại rồi',
    'hết phép',
    'hết nghỉ',
    'huỷ báo vắng',
  ])('%s', (text) => {
    expect(saysBack(text)).toBe(true);
    expect(readCommand(text, TODAY)?.name).toBe('back_at_work');
  });

  it.each(['đã về đích', 'chưa về', 'hồ sơ đã về', 'về', 'đã về ngày 5/11', 'huỷ'])('is not meant by: %s', (text) => {
    expect(saysBack(text)).toBe(false);
  });
});

it('any text is read without a mistake, into days that exist', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { from, to = from } = readAbsence(text, TODAY, COLLEAGUES);
      expect([from, to].every(isIsoDate)).toBe(true);
      expect([saysAway(text), saysBack(text)].every((said) => typeof said === 'boolean')).toBe(true);
    }),
  );
});
