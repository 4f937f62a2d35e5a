/** What the staff learn of a coordinator's work: once, together, only what still stands, and never their own deed. */
import { describe, expect, it } from 'vitest';
import { MONTH_NEWS, tellMonthNews } from '../../bot/review/month-news.ts';
import { keepLanguage } from '../../db/people.ts';
import { recordReview } from '../../db/reviews.ts';
import { waitingOf } from '../../db/timers.ts';
import { PUSH_HOURS } from '../../domain/calendar.ts';
import { fire } from '../../scheduler/fire.ts';
import { hire } from '../support/hire.ts';
import { remindedOffice } from '../support/reminded-office.ts';

/** October sent by both wards, and a day on which the coordinator works. */
function room() {
  const at = remindedOffice();
  at.at('2026-11-09', '09:00');
  for (const code of ['duc-thuan', 'bac-hong']) at.files(code);
  const log = { info: () => {}, warn: () => {}, error: (...said: unknown[]) => expect(said).toEqual([]) };
  /** What is told at a moment, by person. */
  const news = async (time = '09:10', date = '2026-11-09') => {
    at.at(date, time);
    const before = new Map(['lan', 'ha', 'nam', 'sang', 'binh'].map((code) => [code, at.heard(code).length]));
    const fired = await fire({
      archive: at.archive,
      now: at.now(),
      calendar: at.house.calendar,
      hours: PUSH_HOURS,
      speak: (tx, timer, now) => (timer.kind === MONTH_NEWS ? tellMonthNews(at.house, tx, timer, now) : 'needless'),
      log,
    });
    const told = [...before].flatMap(([code, n]) =>
      at
        .heard(code)
        .slice(n)
        .map(({ text }) => `${code}: ${text}`),
    );
    return { told, fired };
  };
  const lock = async (words: string, who = 'sang') => {
    await at.says(who, words);
    await at.says(who, 'đồng ý');
  };
  const acceptAll = async (who = 'sang') => {
    await at.says(who, 'xét duyệt tháng 10');
    await at.says(who, 'Chấp nhận cả 2');
    await at.says(who, 'đồng ý');
  };
  return { ...at, news, lock, acceptAll };
}

describe('a month accepted', () => {
  it('is told to all who file for the unit, each once, after a while and as bulk', async () => {
    const { acceptAll, news, archive } = room();
    await acceptAll();
    expect((await news('09:09')).told).toEqual([]);
    const { told } = await news();
    const sentence = (unit: string) =>
      `✓ Trần Văn Sang đã chấp nhận báo cáo tháng 10/2026 của ${unit}. Cảm ơn anh/chị.`;
    expect(told).toEqual([
      `lan: ${sentence('UBND phường Đức Thuận')}`,
      `ha: ${sentence('UBND phường Đức Thuận')}`,
      `nam: ${sentence('UBND phường Bắc Hồng')}`,
    ]);
    const row = archive.sqlite.prepare("select priority from outbox where address = 'nam' order by id desc").get();
    expect(row).toEqual({ priority: 2 });
    expect((await news('10:00')).told).toEqual([]);
  });

  it('is one message for somebody of several units', async () => {
    const at = room();
    hire(at, 'bac-hong,UBND phường Bắc Hồng,ward,tinh,lan,Nguyễn Thị Lan,staff');
    await at.acceptAll();
    const { told } = await at.news();
    expect(told.filter((each) => each.startsWith('lan'))).toEqual([
      'lan: ✓ Trần Văn Sang đã chấp nhận báo cáo tháng 10/2026 của UBND phường Đức Thuận, UBND phường Bắc Hồng. Cảm ơn anh/chị.',
    ]);
  });

  it('is not told where it was returned after all', async () => {
    const { acceptAll, news, archive, unitOf, idOf, now } = room();
    await acceptAll();
    archive.write((tx) =>
      recordReview(
        tx,
        { unit: unitOf('bac-hong'), period: '2026-10', verdict: 'returned', reasons: { received: 'x' } },
        { person: idOf('sang'), at: now() },
      ),
    );
    expect((await news()).told.map((each) => each.split(':')[0])).toEqual(['lan', 'ha']);
  });

  it('is told to nobody who accepted it themselves', async () => {
    const at = room();
    hire(at, 'tinh,Sở KH&CN,department,,lan,Nguyễn Thị Lan,coordinator');
    await at.acceptAll('lan');
    expect((await at.news()).told.map((each) => each.split(':')[0])).toEqual(['ha', 'nam']);
  });

  it('is not told to who has left the unit meanwhile, or is nowhere to be met', async () => {
    const { acceptAll, news, archive, idOf } = room();
    await acceptAll();
    archive.sqlite.prepare('delete from memberships where person_id = ?').run(idOf('nam'));
    archive.sqlite.prepare('update identities set gone_at = 1 where person_id = ?').run(idOf('ha'));
    const { told, fired } = await news();
    expect(told.map((each) => each.split(':')[0])).toEqual(['lan']);
    expect(fired).toMatchObject({ fired: 1, needless: 2 });
  });
});

describe('a period closed or opened', () => {
  it('is told with what it means from now on', async () => {
    const { lock, news } = room();
    await lock('khóa sổ tháng 10');
    const { told } = await news();
    expect(told).toHaveLength(3);
    expect(told[0]).toBe(
      'lan: Trần Văn Sang đã khóa sổ tháng 10/2026 của UBND phường Đức Thuận. Từ nay muốn sửa hoặc gửi muộn vẫn gõ như cũ; điều phối viên đồng ý thì mới được ghi.',
    );
    await lock('mở khóa tháng 10');
    expect((await news('09:30')).told.at(-1)).toBe(
      'nam: Trần Văn Sang đã mở khóa tháng 10/2026 của UBND phường Bắc Hồng. Anh/chị sửa và gửi như thường.',
    );
  });

  it('is told only to the units it is about', async () => {
    const { lock, news } = room();
    await lock('khóa sổ tháng 10 phường Bắc Hồng');
    expect((await news()).told.map((each) => each.split(':')[0])).toEqual(['nam']);
  });

  it('closed and opened again at once is not told at all', async () => {
    const { lock, news, at } = room();
    await lock('khóa sổ tháng 10');
    at('2026-11-09', '09:05');
    await lock('mở khóa tháng 10');
    expect((await news('09:10')).told).toEqual([]);
    expect((await news('09:20')).told).toEqual([]);
  });

  it('several months of one sitting are one message, with the month accepted', async () => {
    const { lock, acceptAll, news, archive, idOf, at } = room();
    await acceptAll();
    for (const month of [8, 9]) await lock(`khóa sổ tháng ${month}`);
    at('2026-11-09', '09:05');
    await lock('khóa sổ tháng 10');
    const { told, fired } = await news('09:10');
    expect(told[2]).toBe(
      [
        'nam: ✓ Trần Văn Sang đã chấp nhận báo cáo tháng 10/2026 của UBND phường Bắc Hồng. Cảm ơn anh/chị.',
        'Trần Văn Sang đã khóa sổ tháng 8–10 năm 2026 của UBND phường Bắc Hồng. Từ nay muốn sửa hoặc gửi muộn vẫn gõ như cũ; điều phối viên đồng ý thì mới được ghi.',
      ].join('\n'),
    );
    expect(told).toHaveLength(3);
    expect(fired.fired).toBe(3);
    expect(waitingOf(archive.read, MONTH_NEWS, idOf('nam'))).toEqual([]);
  });

  it('waits for the hours in which people are written to', async () => {
    const { lock, news, at } = room();
    at('2026-11-13', '19:00');
    await lock('khóa sổ tháng 10');
    expect((await news('19:30', '2026-11-13')).told).toEqual([]);
    expect((await news('09:00', '2026-11-14')).told).toEqual([]);
    expect((await news('08:00', '2026-11-16')).told).toHaveLength(3);
  });

  it('is told in the person’s own language', async () => {
    const { lock, news, archive, idOf } = room();
    archive.write((tx) => keepLanguage(tx, idOf('nam'), 'en'));
    await lock('khóa sổ tháng 10');
    expect((await news()).told.at(-1)).toBe(
      'nam: Trần Văn Sang has closed 10/2026 of UBND phường Bắc Hồng. Corrections and late reports are typed as before; they are recorded once a coordinator agrees.',
    );
  });
});
