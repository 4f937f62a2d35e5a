/** What is said because time passed: once a day, everything in one message, and nothing of what is done. */
import { describe, expect, it } from 'vitest';
import { keepLanguage } from '../../db/people.ts';
import { REMIND } from '../../db/reminder-rows.ts';
import { memberships } from '../../db/schema.ts';
import { sessionOf } from '../../db/sessions.ts';
import { plan } from '../../db/timers.ts';
import { remindedOffice as room } from '../support/reminded-office.ts';

describe('the opening of a month', () => {
  it('asks the first question at once, and the answer is taken for it', async () => {
    const { told, rows, archive, idOf, ...at } = room();
    const [text, ...more] = await told('nam', '2026-11-02');
    expect(more).toEqual([]);
    expect(text).toMatch(/^Chào anh\/chị Nam, đã đến kỳ báo cáo tháng 10\/2026/);
    expect(text).toContain('Câu 1/8');
    expect(rows().at(-1)?.key).toBe(`remind:2026-11-02:${idOf('nam')}`);
    expect(sessionOf(archive.read, idOf('nam'))?.flow).toBe('monthly-check-in');
    expect(await at.says('nam', '3')).toContain('✓');
  });

  it('names what else is due before the question', async () => {
    const { told, decides } = room();
    decides('bac-hong', { kind: 'moved', date: '2026-11-03', decision: '12/QĐ-UBND' });
    const [text = ''] = await told('nam', '2026-11-02');
    expect(text).toContain('Ngoài ra còn:');
    expect(text).toContain('1. Báo cáo năm tình hình, kết quả áp dụng ISO (2026): còn 1 ngày làm việc (thứ Ba 03/11)');
    expect(text.indexOf('Ngoài ra')).toBeLessThan(text.indexOf('Câu 1/8'));
  });
});

describe('the message of a day', () => {
  it('has everything in it, with what happens next and a way into each', async () => {
    const { told, heard } = room();
    const [text = '', ...more] = await told('nam', '2026-11-10');
    expect(more).toEqual([]);
    expect(text.split('\n')[0]).toBe('Chào anh/chị Nam, hai việc của UBND phường Bắc Hồng:');
    expect(text).toContain('1. Báo cáo tháng 10/2026: ! quá hạn 2 ngày làm việc (thứ Sáu 06/11)');
    expect(text).toMatch(/2\. Báo cáo năm .* \(2026\): còn 3 ngày làm việc \(thứ Sáu 13\/11\)/);
    expect(text).toContain('Còn thiếu báo cáo tháng: 1–10');
    expect(text).toContain('Nếu việc 1 chưa xong, Trợ lý sẽ báo lãnh đạo vào thứ Sáu 13/11');
    const ids = heard('nam')
      .at(-1)
      ?.choices?.flat()
      .map(({ id }) => id.split(':').slice(0, 2).join(':'));
    expect(ids).toEqual(expect.arrayContaining(['run:check-in', 'run:done', 'run:snooze']));
  });

  it('is none on a day on which nothing is due', async () => {
    const { told } = room();
    expect(await told('nam', '2026-11-04').then((texts) => texts.join())).not.toContain('Báo cáo tháng');
  });

  it.each<[string, (at: ReturnType<typeof room>) => void, string[]]>([
    ['done', (at) => at.decides('bac-hong', { kind: 'done' }), []],
    ['accepted', (at) => at.decides('bac-hong', { kind: 'accepted' }), []],
    ['waived', (at) => at.decides('bac-hong', { kind: 'waived', reason: 'mới thành lập' }), []],
    [
      'moved further',
      (at) => at.decides('bac-hong', { kind: 'moved', date: '2026-12-18', decision: '12/QĐ-UBND' }),
      [],
    ],
    [
      'reopened',
      (at) => {
        at.decides('bac-hong', { kind: 'done' });
        at.decides('bac-hong', { kind: 'reopened' });
      },
      ['còn 1 ngày làm việc'],
    ],
    [
      'returned',
      (at) => at.decides('bac-hong', { kind: 'returned', reason: 'thiếu phụ lục' }),
      ['còn 1 ngày làm việc', 'Điều phối viên trả lại: thiếu phụ lục'],
    ],
    ['done by another unit', (at) => at.decides('duc-thuan', { kind: 'done' }), ['còn 1 ngày làm việc']],
  ])('of something %s', async (_how, happens, expected) => {
    const at = room();
    at.files('bac-hong');
    happens(at);
    const texts = await at.told('nam', '2026-11-12');
    expect(texts).toHaveLength(expected.length > 0 ? 1 : 0);
    for (const words of expected) expect(texts[0]).toContain(words);
  });

  it('is one a day, and a timer that comes up behind it is skipped', async () => {
    const { fires, sent, heard, idOf, archive } = room();
    expect(await fires('2026-11-10', ['nam'])).toEqual(['fired']);
    sent();
    archive.write((tx) =>
      plan(tx, {
        key: 'remind:2026-11-09:x',
        kind: REMIND,
        dueAt: 1,
        personId: idOf('nam'),
        payload: { date: '2026-11-09' },
      }),
    );
    expect(await fires('2026-11-10', [], [], '09:00')).toEqual(['skipped']);
    expect(heard('nam')).toHaveLength(1);
  });

  it('is in the person’s own language', async () => {
    const { told, archive, idOf } = room();
    archive.write((tx) => keepLanguage(tx, idOf('nam'), 'en'));
    const [text = ''] = await told('nam', '2026-11-10');
    expect(text).toContain('Hello Nam, 2 things for UBND phường Bắc Hồng:');
    expect(text).toContain('1. Report for 10/2026: ! 2 working days late (Friday 06/11)');
    expect(text).not.toMatch(/quá hạn|việc/);
  });
});

describe('who is not spoken to', () => {
  it('was never enrolled, or is gone from everywhere', async () => {
    const { fires, archive, rows } = room();
    archive.sqlite.exec('update identities set gone_at = 1');
    expect(await fires('2026-11-10', ['nam', 'lan'])).toEqual(['needless', 'needless']);
    expect(rows()).toEqual([]);
  });

  it('has left the unit since it was planned', async () => {
    const { fires, archive, idOf } = room();
    archive.write((tx) => tx.update(memberships).set({ validTo: '2026-11-09' }).run());
    expect(await fires('2026-11-10', ['nam'])).toEqual(['needless']);
    expect(idOf('nam')).toBeGreaterThan(0);
  });

  it('is away; who stands in for them is', async () => {
    const { fires, away, heard } = room();
    away('nam', 'lan');
    expect(await fires('2026-11-10', ['nam', 'lan'])).toEqual(['fired', 'needless']);
    expect(heard('nam')).toEqual([]);
    const text = heard('lan').at(-1)?.text ?? '';
    expect(text).toContain('của 2 đơn vị:');
    expect(text).toContain('Báo cáo tháng 10/2026 (UBND phường Bắc Hồng)');
  });

  it('and nobody stands in for', async () => {
    const { fires, away } = room();
    away('nam');
    expect(await fires('2026-11-10', ['nam', 'lan'])).toEqual(['fired', 'needless']);
  });

  it('stands in for a unit of others: told of its month, not asked to fill it in', async () => {
    const { told, away, files } = room();
    away('nam', 'lan');
    files('duc-thuan');
    const [text = ''] = await told('lan', '2026-11-02');
    expect(text).toContain('Báo cáo tháng 10/2026');
    expect(text).not.toContain('Câu 1');
    expect(text).not.toContain('không');
  });
});

describe('somebody in the middle of something', () => {
  it('is told above the question that is open, and goes on with it', async () => {
    const { told, ...at } = room();
    await at.says('nam', 'báo cáo tháng 10');
    at.at('2026-11-09', '10:00');
    await at.says('nam', 'báo cáo tháng 10');
    await at.says('nam', '3');
    const [text = '', ...more] = await told('nam', '2026-11-10');
    expect(more).toEqual([]);
    expect(text).toContain('hai việc của UBND phường Bắc Hồng');
    expect(text).toContain('Việc dưới đây còn làm dở:');
    expect(text).toMatch(/Câu 2\/\d+/);
    expect(await at.says('nam', '215')).toMatch(/✓.*215/);
  });
});

describe('those above', () => {
  it('learn of what is late when it is theirs to know, by unit and once', async () => {
    const { told, fires, heard, sent } = room();
    const [text = ''] = await told('sang', '2026-11-09');
    sent();
    expect(text).toContain('Đã quá hạn ở các đơn vị:');
    expect(text).toContain('Báo cáo tháng 10/2026: 2 đơn vị · UBND phường Đức Thuận, UBND phường Bắc Hồng');
    expect(await fires('2026-11-10', ['sang', 'binh'])).toEqual(['needless', 'needless']);
    expect((await told('binh', '2026-11-13')).join()).toContain('Báo cáo tháng 10/2026: 2 đơn vị');
    expect(heard('binh')).toHaveLength(1);
  });

  it('are not told of a month of an office of theirs in which nobody files', async () => {
    const { told } = room();
    // The department itself has a coordinator and a leader and no staff.
    expect((await told('sang', '2026-11-09')).join()).not.toContain('Sở KH&CN');
  });

  it('are not told of who has done it meanwhile', async () => {
    const { told, files } = room();
    files('duc-thuan');
    expect((await told('sang', '2026-11-09')).join()).toContain('1 đơn vị · UBND phường Bắc Hồng');
    files('bac-hong');
    expect(await told('binh', '2026-11-13')).toEqual([]);
  });
});

describe('after downtime', () => {
  it('everything is said once and the days between are recorded as skipped', async () => {
    const { fires, heard, archive, idOf, rows } = room();
    const days = ['2026-11-05', '2026-11-06', '2026-11-09', '2026-11-10', '2026-11-11'];
    expect(await fires('2026-11-11', ['nam', 'sang'], days)).toEqual(['fired', 'fired']);
    const states = archive.sqlite
      .prepare('select state, count(*) as n from timers group by state order by state')
      .all();
    expect(states).toEqual([
      { state: 'fired', n: 2 },
      { state: 'skipped', n: 8 },
    ]);
    expect(
      heard('nam')
        .map(({ text }) => text)
        .join(),
    ).toContain('quá hạn 3 ngày làm việc');
    // What the coordinator was to learn on Monday.
    expect(
      heard('sang')
        .map(({ text }) => text)
        .join(),
    ).toContain('2 đơn vị');
    expect(rows().map(({ key }) => key)).toContain(`remind:2026-11-11:${idOf('nam')}:2026-11-05`);
  });

  it('that ended in the morning before eight there is one message that day', async () => {
    const { fires, sent, heard } = room();
    expect(await fires('2026-11-10', ['nam'], ['2026-11-09'], '07:30')).toEqual(['fired']);
    sent();
    expect(await fires('2026-11-10', ['nam'], ['2026-11-10'])).toEqual(['skipped']);
    expect(heard('nam')).toHaveLength(1);
  });
});
