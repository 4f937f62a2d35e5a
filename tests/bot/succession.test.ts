/** The last months of a unit that has ended: asked of whoever came after it, sent by them, and nobody else's. */
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { filingOf } from '../../db/answers.ts';
import { recordReview } from '../../db/reviews.ts';
import { memberships, units } from '../../db/schema.ts';
import { markRosterChanged } from '../../db/units.ts';
import { remindedOffice } from '../support/reminded-office.ts';

/**
 * The second ward was merged into the first at the end of October.
 * @param closing the last day on which its own staff may finish its work; they have no role any more where absent
 */
function merged(closing?: string) {
  const at = remindedOffice();
  const { archive } = at;
  const [old, heir] = [at.unitOf('bac-hong'), at.unitOf('duc-thuan')];
  archive.write((tx) => {
    tx.update(units).set({ validTo: '2026-10-31', successorId: heir }).where(eq(units.id, old)).run();
    // It was there before, so that its own October is owed too.
    tx.update(units).set({ validFrom: '2020-01-01' }).where(eq(units.id, heir)).run();
    if (closing === undefined) tx.delete(memberships).where(eq(memberships.unitId, old)).run();
    else tx.update(memberships).set({ validTo: closing }).where(eq(memberships.unitId, old)).run();
    markRosterChanged(tx, 2);
  });
  for (const code of ['duc-thuan', 'bac-hong']) at.decides(code, { kind: 'done' });
  const said = async (who: string, date: string) => (await at.told(who, date)).join('\n');
  const tap = async (who: string, id: string) =>
    (await at.does(who, { kind: 'choice', id })).map(({ text }) => text).join('\n');
  return { ...at, old, heir, said, tap };
}

const MONTH = 'chuyển qua 0, nhận 20, trực tuyến 10, trước hạn 20, đúng hạn 0, quá hạn 0';

describe('the last month of a merged unit', () => {
  it('is asked of the staff of what it became, and reminded of until it was sent', async () => {
    const { said, files } = merged();
    const opening = await said('lan', '2026-11-02');
    expect(opening).toContain('UBND phường Đức Thuận, UBND phường Bắc Hồng');
    files('duc-thuan');
    expect(await said('lan', '2026-11-05')).toContain('Báo cáo tháng 10/2026: còn 1 ngày làm việc');
    expect(await said('ha', '2026-11-09')).toContain('một việc của UBND phường Bắc Hồng');
    files('bac-hong');
    expect(await said('lan', '2026-11-10')).toBe('');
  });

  it('stays with its own staff as long as they hold a role there', async () => {
    const { said, files, says } = merged('2026-12-15');
    files('duc-thuan');
    expect(await said('nam', '2026-11-09')).toContain('Báo cáo tháng 10/2026: ! quá hạn 1 ngày làm việc');
    expect(await said('lan', '2026-11-09')).toBe('');
    expect(await says('lan', 'việc của tôi')).not.toContain('Bắc Hồng');
    expect(await said('lan', '2026-12-16')).toContain('Báo cáo tháng 10/2026 (UBND phường Bắc Hồng)');
  });

  it('is sent by the staff of what it became, and kept as its own', async () => {
    const { says, archive, old, heir, at, idOf } = merged();
    at('2026-11-02', '09:00');
    expect(await says('ha', 'báo cáo tháng 10 phường bắc hồng')).toContain(
      'Báo cáo tháng 10/2026 · UBND phường Bắc Hồng',
    );
    for (const text of [MONTH, '0', '120', 'không', 'gửi']) await says('ha', text);
    expect(filingOf(archive.read, old, '2026-10')?.firstFiledBy).toBe(idOf('ha'));
    expect(filingOf(archive.read, heir, '2026-10')).toBeUndefined();
  });

  it('is nobody else’s to send', async () => {
    const { tap, archive, old, says } = merged();
    for (const who of ['nam', 'sang', 'binh']) {
      const told = await tap(who, `run:check-in:${old}:2026-10`);
      expect(told, who).toMatch(/không thuộc quyền|không còn vai trò|chưa có vai trò|do cán bộ của đơn vị gửi/);
      await says(who, MONTH);
    }
    expect(filingOf(archive.read, old, '2026-10')).toBeUndefined();
  });

  it('is mended by them where it comes back, and they are told and reminded', async () => {
    const { said, files, at, now, archive, old, heard, tap, idOf, says } = merged();
    at('2026-11-05', '09:00');
    files('duc-thuan');
    files('bac-hong');
    archive.write((tx) =>
      recordReview(
        tx,
        { unit: old, period: '2026-10', verdict: 'returned', reasons: { received: 'sổ ghi 21' } },
        { person: idOf('sang'), at: now() },
      ),
    );
    expect(await said('lan', '2026-11-09')).toContain('Sửa báo cáo tháng 10/2026 bị trả lại');
    expect(await tap('lan', `run:correct:${old}:2026-10`)).toContain(
      'Sửa báo cáo tháng 10/2026 · UBND phường Bắc Hồng',
    );
    await says('lan', 'dừng');
    expect(heard('nam')).toEqual([]);
  });
});

describe('whoever works at what was merged', () => {
  it('is not asked which unit is meant where only one can be', async () => {
    const { says, at } = merged();
    at('2026-12-01', '09:00');
    expect(await says('lan', 'báo cáo tháng 11')).toContain('Báo cáo tháng 11/2026 · UBND phường Đức Thuận');
    await says('lan', 'dừng');
    expect(await says('lan', 'bổ sung năm 2026')).toContain('UBND phường Đức Thuận');
  });

  it('is asked where both can be, and not for a month that was sent', async () => {
    const { says, at, files } = merged();
    at('2026-11-02', '09:00');
    expect(await says('lan', 'nộp báo cáo')).toContain('Của đơn vị nào?');
    files('bac-hong');
    expect(await says('lan', 'nộp báo cáo')).toContain('Báo cáo tháng 10/2026 · UBND phường Đức Thuận');
    await says('lan', 'dừng');
    await says('lan', 'bỏ nháp');
    expect(await says('lan', 'sửa tháng 10')).toContain('Của đơn vị nào?');
  });

  it('has figures without a unit taken for the unit there is', async () => {
    const { says, at, files } = merged();
    at('2026-12-01', '09:00');
    files('duc-thuan');
    files('bac-hong');
    expect(await says('lan', MONTH)).toContain('tháng 11/2026');
    expect(await says('lan', 'việc của tôi')).not.toContain('Bắc Hồng');
  });

  it('has documents taken as before', async () => {
    const { says, at, archive } = merged();
    at('2026-11-20', '09:00');
    archive.sqlite.exec('delete from obligation_entries');
    const told = await says(
      'lan',
      'đã ban hành Kế hoạch số 15/KH-UBND ngày 18/2/2026 về duy trì, cải tiến HTQLCL năm 2026',
    );
    expect(told).toContain('Kế hoạch duy trì');
  });
});

describe('its last month', () => {
  it('is still reviewed, accepted and closed by those above', async () => {
    const { says, at, files } = merged();
    at('2026-11-09', '09:00');
    files('bac-hong');
    expect(await says('sang', 'xét duyệt tháng 10')).toContain('Đã gửi 1/2 đơn vị: chờ duyệt 1');
    expect(await says('sang', 'duyệt tháng 10 phường bắc hồng')).toContain(
      'Báo cáo tháng 10/2026 · UBND phường Bắc Hồng',
    );
    expect(await says('sang', 'Chấp nhận')).toContain('Đã chấp nhận');
    expect(await says('sang', 'khóa sổ tháng 10')).toContain('Đã gửi: 1/2 đơn vị');
  });

  it('is the last: of the month after it nothing is owed or shown', async () => {
    const { says, at } = merged();
    at('2026-12-09', '09:00');
    expect(await says('sang', 'xét duyệt tháng 11')).toContain('Đã gửi 0/1 đơn vị');
    expect(await says('sang', 'duyệt tháng 11 phường bắc hồng')).toContain('Không');
  });
});
