/** A month that came back is reminded of until it is mended, accepted after all, or closed. */
import { describe, expect, it } from 'vitest';
import { recordFigures } from '../../db/answers.ts';
import { keepLanguage } from '../../db/people.ts';
import { recordReview } from '../../db/reviews.ts';
import { value } from '../../domain/figure.ts';
import { remindedOffice } from '../support/reminded-office.ts';

const REASONS = { resolved_late: 'Sổ theo dõi một cửa ghi 3 hồ sơ quá hạn', late_reason: 'Cần nêu rõ nguyên nhân' };

/** October of the first ward, sent on 6 November and returned on the 9th, a Monday. */
function returned(reasons: Record<string, string> = REASONS) {
  const at = remindedOffice();
  const unit = at.unitOf('duc-thuan');
  at.at('2026-11-06', '09:00');
  at.files('duc-thuan');
  at.files('bac-hong');
  for (const code of ['duc-thuan', 'bac-hong']) at.decides(code, { kind: 'done' });
  at.archive.write((tx) => {
    const counts = { carried_over: 0, received: 10, received_online: 5, pending_overdue: 0, procedures_total: 163 };
    const resolved = { resolved_early: 8, resolved_on_time: 0, resolved_late: 2 };
    const figures = Object.fromEntries(Object.entries({ ...counts, ...resolved }).map(([name, n]) => [name, value(n)]));
    recordFigures(tx, unit, '2026-10', figures, { person: at.idOf('lan'), at: at.now() });
  });
  const returns = (date = '2026-11-09') => {
    at.at(date, '09:00');
    at.archive.write((tx) =>
      recordReview(
        tx,
        { unit, period: '2026-10', verdict: 'returned', reasons },
        { person: at.idOf('sang'), at: at.now() },
      ),
    );
  };
  returns();
  /** What Lan is reminded of on a day. */
  const reminded = async (date: string) => (await at.told('lan', date)).join('\n');
  const tap = (who: string, id: string) => at.does(who, { kind: 'choice', id });
  return { ...at, unit, returns, reminded, tap };
}

describe('a month that came back', () => {
  it('is named with its figures and why, the day before its last and daily after it', async () => {
    const { reminded } = returned();
    expect(await reminded('2026-11-10')).toBe('');
    const text = await reminded('2026-11-11');
    expect(text).toContain('một việc của UBND phường Đức Thuận:');
    expect(text).toContain('1. Sửa báo cáo tháng 10/2026 bị trả lại: còn 1 ngày làm việc (thứ Năm 12/11)');
    expect(text).toContain(
      'Điều phối viên trả lại: giải quyết quá hạn (Sổ theo dõi một cửa ghi 3 hồ sơ quá hạn); lý do quá hạn (Cần nêu rõ nguyên nhân)',
    );
    expect(text).not.toContain('sẽ báo');
    expect(await reminded('2026-11-13')).toContain('! quá hạn 1 ngày làm việc (thứ Năm 12/11)');
    expect(await reminded('2026-11-16')).toContain('! quá hạn 2 ngày làm việc');
  });

  it('opens with exactly what was returned, from the button', async () => {
    const { reminded, heard, tap, unit } = returned();
    await reminded('2026-11-11');
    const [first] = heard('lan').at(-1)?.choices?.flat() ?? [];
    expect(first?.id).toBe(`run:correct:${unit}:2026-10`);
    const [message] = await tap('lan', first?.id ?? '');
    expect(message?.text).toContain('Chỉ hỏi lại 2 mục');
  });

  it('stands among what somebody has to do at any time', async () => {
    const { says, at } = returned();
    at('2026-11-09', '10:00');
    expect(await says('lan', 'việc của tôi')).toContain('Sửa báo cáo tháng 10/2026 bị trả lại: còn 3 ngày làm việc');
    expect(await says('nam', 'việc của tôi')).not.toContain('trả lại');
  });

  it('is one item in the one message of the day', async () => {
    const { reminded, decides } = returned();
    decides('duc-thuan', { kind: 'reopened' });
    const text = await reminded('2026-11-16');
    expect(text).toContain('hai việc của');
    expect(text).toMatch(/\n1\. Sửa báo cáo tháng 10.*\nĐiều phối viên trả lại: .*\n2\. Báo cáo năm/);
  });

  it('says one reason for several figures once, and counts what would be too long', async () => {
    const names = ['received', 'received_online', 'resolved_early', 'resolved_on_time', 'resolved_late', 'documents'];
    const why = 'Xem lại sổ tiếp nhận và quyết định công bố thủ tục hành chính của Chủ tịch UBND tỉnh';
    const { reminded } = returned(Object.fromEntries(names.map((name) => [name, why])));
    const text = await reminded('2026-11-11');
    expect(text.match(/Xem lại sổ/g)).toHaveLength(1);
    expect(text).toContain('tiếp nhận, tiếp nhận trực tuyến, giải quyết trước hạn, giải quyết đúng hạn (Xem lại sổ');
    expect(text).toContain('hành…); và 2 mục nữa');
  });

  it('is in the person’s own language', async () => {
    const { reminded, archive, idOf } = returned();
    archive.write((tx) => keepLanguage(tx, idOf('lan'), 'en'));
    const text = await reminded('2026-11-11');
    expect(text).toContain('1. Mend the returned report for 10/2026: 1 working day left');
    expect(text).toContain('Returned by the coordinator: ');
  });

  it('is not told to those above: it is they who wait', async () => {
    const { told } = returned();
    expect(await told('sang', '2026-11-13')).toEqual([]);
    expect(await told('binh', '2026-11-19')).toEqual([]);
  });
});

describe('it is said no more', () => {
  it('once it was sent again, also where the figure stands', async () => {
    const { reminded, tap, unit, says } = returned();
    await tap('lan', `run:correct:${unit}:2026-10`);
    for (const text of ['2', 'máy chủ hỏng', 'gửi']) await says('lan', text);
    expect(await reminded('2026-11-11')).not.toContain('bị trả lại');
    expect(await says('lan', 'việc của tôi')).not.toContain('bị trả lại');
  });

  it('once it was accepted after all', async () => {
    const { reminded, heard, says } = returned();
    await says('sang', 'duyệt tháng 10 phường đức thuận');
    const [accept] = heard('sang').at(-1)?.choices?.flat() ?? [];
    expect(accept?.id).toMatch(/^run:accept:/);
    await says('sang', 'Thôi trả lại, chấp nhận');
    expect(await reminded('2026-11-11')).toBe('');
  });

  it('once the month was closed; opened again, it is asked for again', async () => {
    const { reminded, says, at } = returned();
    for (const text of ['khóa sổ tháng 10', 'đồng ý']) await says('sang', text);
    expect(await reminded('2026-11-11')).toBe('');
    at('2026-11-11', '14:00');
    for (const text of ['mở khóa tháng 10', 'đồng ý']) await says('sang', text);
    expect(await reminded('2026-11-13')).toContain('bị trả lại: ! quá hạn 1 ngày làm việc');
  });

  it('and begins anew where it comes back again', async () => {
    const { reminded, archive, unit, idOf, returns, at, now } = returned();
    at('2026-11-10', '10:00');
    archive.write((tx) =>
      recordReview(tx, { unit, period: '2026-10', verdict: 'mended' }, { person: idOf('lan'), at: now() }),
    );
    expect(await reminded('2026-11-11')).toBe('');
    returns('2026-11-16');
    expect(await reminded('2026-11-18')).toContain('còn 1 ngày làm việc (thứ Năm 19/11)');
  });

  it.each<[string, (at: ReturnType<typeof returned>) => Promise<unknown>]>([
    ['accepted', (at) => at.says('sang', 'Thôi trả lại, chấp nhận')],
    ['closed', (at) => at.says('sang', 'đồng ý')],
  ])('a reminder still on its way is taken back when it is %s', async (how, deed) => {
    const room = returned();
    await room.reminded('2026-11-11');
    const state = () => room.rows().find(({ key }) => key?.startsWith(`remind:2026-11-11:${room.idOf('lan')}`))?.state;
    expect(state()).toBe('waiting');
    await room.says('sang', how === 'accepted' ? 'duyệt tháng 10 phường đức thuận' : 'khóa sổ tháng 10');
    await deed(room);
    expect(state()).toBe('withdrawn');
  });
});

it('whoever gets a month back is told by when', async () => {
  const { says, tap, heard, archive, unit, at, now, idOf } = returned();
  at('2026-11-10', '09:00');
  archive.write((tx) =>
    recordReview(tx, { unit, period: '2026-10', verdict: 'accepted' }, { person: idOf('sang'), at: now() }),
  );
  await says('sang', 'duyệt tháng 10 phường đức thuận');
  await tap('sang', heard('sang').at(-1)?.choices?.flat()[0]?.id ?? '');
  for (const text of ['quá hạn', 'Sổ ghi 3', 'Gửi trả lại']) await says('sang', text);
  expect(heard('lan').at(-1)?.text).toContain('Xin sửa và gửi lại chậm nhất thứ Sáu 13/11.');
});
