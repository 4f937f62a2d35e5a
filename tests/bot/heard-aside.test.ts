/** Announcements told whole and several questions at once are heard while a month is open; its answers are never taken. */
import { beforeEach, describe, expect, it } from 'vitest';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

let at: Office;

/** sang coordinates everybody and sends for one ward; their October is begun. */
beforeEach(async () => {
  at = office();
  hire(at, 'bac-hong,UBND phường Bắc Hồng,ward,tinh,sang,Trần Văn Sang,staff');
  await at.says('sang', 'tháng 10 nhận 215, trực tuyến 150');
});

const OPEN = 'Kỳ trước chuyển qua bao nhiêu hồ sơ';
interface Session {
  flow: string;
  state: { staged: { figures: Record<string, unknown>; misses: number } };
}

/** Where the only person who is in the middle of something stands. */
function open(): Session {
  const row = at.temporary.archive.sqlite.prepare("select flow, state from sessions where flow <> ''").get();
  const { flow, state } = row as { flow: string; state: string };
  return { flow, state: (JSON.parse(state) as Session).state };
}

describe('an announcement in the middle of a month', () => {
  it.each([
    'Thông báo tới tất cả: mai họp 8h',
    'thong bao toi tat ca: mai hop 8h',
    'Thông báo cho Đức Thuận: gửi trước 16h ngày 12/11',
    'Thông báo tới chưa nộp tháng 10: đề nghị gửi trước thứ Sáu',
  ])('is shown before it is sent, and the month goes on where it was: %s', async (text) => {
    const before = open().state;
    expect(await at.says('sang', text)).toContain('Xem trước');
    expect(open().flow).toBe('broadcast');
    const after = await at.says('sang', 'dừng');
    expect(after).toContain('chưa có gì được gửi');
    expect(after).toContain(OPEN);
    expect(open()).toEqual({ flow: 'monthly-check-in', state: before });
  });

  it('is sent, and the next answer is the month’s', async () => {
    await at.says('sang', 'Thông báo tới tất cả: mai họp 8h');
    expect(await at.says('sang', 'gửi')).toContain(OPEN);
    expect(at.count('broadcasts')).toBe(1);
    expect(await at.says('sang', '6')).toContain('6');
    expect(at.count('broadcasts')).toBe(1);
  });

  it('is none for whoever may not announce: their month goes on', async () => {
    await at.says('lan', 'tháng 10 nhận 215, trực tuyến 150');
    expect(await at.says('lan', 'Thông báo tới tất cả: mai họp 8h')).toContain(OPEN);
    expect(at.count("sessions where flow = 'broadcast'")).toBe(0);
  });

  it.each(['thông báo: mai họp', 'Thông báo tới tất cả', 'Thông báo tới nhà hàng xóm: mai họp'])(
    'is not made out of less than whom it is for and what it says: %s',
    async (text) => {
      const before = open().state;
      expect(await at.says('sang', text)).toContain(OPEN);
      expect(open().flow).toBe('monthly-check-in');
      expect(open().state.staged.figures).toEqual(before.staged.figures);
    },
  );
});

describe('several questions in the middle of a month', () => {
  it.each([
    ['tình hình tháng 9, ai chưa nộp?', ['Tình hình tháng 09/2021', 'Chưa nộp tháng 09/2021']],
    ['tinh hinh, ai chua nop', ['Tình hình tháng 10/2021', 'Chưa nộp tháng 10/2021']],
    ['tình hình tháng 10, tháng 9', ['Tình hình tháng 10/2021', 'Tình hình tháng 09/2021']],
  ])('are answered in turn, and the open one is asked again: %s', async (text, told) => {
    const before = open().state;
    const said = await at.says('sang', text);
    for (const each of [...told, OPEN]) expect(said).toContain(each);
    expect(said.indexOf(OPEN)).toBeGreaterThan(said.indexOf(told[1] ?? ''));
    expect(open()).toEqual({ flow: 'monthly-check-in', state: before });
  });

  it('leave the open question its numbers', async () => {
    await at.says('sang', 'tình hình, ai chưa nộp');
    await at.says('sang', '6');
    expect(open().state.staged.figures).toMatchObject({ carried_over: { kind: 'value', value: 6 } });
  });
});

describe('an answer of the open question', () => {
  it.each([
    ['Thông báo tới tất cả: nhận 220', 'received', 220],
    ['kỳ trước chuyển qua 4, quá hạn 1', 'carried_over', 4],
  ])('is never taken for anything else: %s', async (text, figure, amount) => {
    await at.says('sang', text);
    expect(open().flow).toBe('monthly-check-in');
    expect(open().state.staged.figures[figure]).toEqual({ kind: 'value', value: amount });
  });

  it('in free words stays one, whatever it looks like', async () => {
    await at.says('sang', 'chuyển qua 0');
    const asked = await at.says('sang', 'trước hạn 174, đúng hạn 34, quá hạn 7');
    expect(asked).toContain('Lý do 7 hồ sơ quá hạn');
    await at.says('sang', 'Thông báo tới tất cả: nghỉ bão, không giải quyết được');
    expect(open().flow).toBe('monthly-check-in');
    expect(JSON.stringify(open().state.staged.figures)).toContain('nghỉ bão');
  });
});
