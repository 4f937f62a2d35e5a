/** A question that asks for a name or a day lets commands pass, and shows the way out to whoever is stuck in it. */
import { describe, expect, it } from 'vitest';
import { type Office, office } from '../support/office.ts';

/** sang coordinates everybody. */
function room(): Office {
  const at = office();
  at.at('2026-11-03', '09:00');
  return at;
}

describe('a question of a form', () => {
  it.each([
    ['for a unit', ['mời Võ Thanh Bình làm cán bộ'], 'Đơn vị nào'],
    ['for a name', ['mời cán bộ'], 'họ và tên'],
    ['for a day', ['cho anh Nam thôi việc'], 'ngày nào'],
  ])('%s answers a question about the status and asks again', async (_what, begun, asked) => {
    const at = room();
    let said = '';
    for (const each of begun) said = await at.says('sang', each);
    expect(said.toLowerCase()).toContain(asked.toLowerCase());
    const aside = await at.says('sang', 'tình hình');
    expect(aside).toContain('Đã báo cáo');
    expect(aside.toLowerCase()).toContain(asked.toLowerCase());
  });

  it('gives way to another command', async () => {
    const at = room();
    await at.says('sang', 'mời Võ Thanh Bình làm cán bộ');
    expect(await at.says('sang', 'danh sách cán bộ')).toContain('Đỗ Văn Nam');
  });

  it('takes words that are a command elsewhere where any words are an answer', async () => {
    const at = room();
    await at.says('sang', 'thông báo');
    const said = await at.says('sang', 'tình hình');
    expect(said).not.toContain('Đã báo cáo');
  });

  it('offers the ways out after three words it could not use', async () => {
    const at = room();
    await at.says('sang', 'mời Võ Thanh Bình làm cán bộ');
    const offered = (): string[] =>
      (at.heard('sang').at(-1)?.choices ?? []).flat().map(({ id }) => id.replace(/^\d+~/, ''));
    for (const unit of ['xã Không Có', 'xã Cũng Không']) {
      await at.says('sang', unit);
      expect(offered()).toEqual([]);
    }
    expect(await at.says('sang', 'xã Vẫn Không')).toContain('Không có "xã Vẫn Không"');
    expect(offered()).toEqual(['nav:back', 'nav:cancel']);
    expect(await at.says('sang', 'dừng')).toContain('Đã thôi');
  });
});
