/** A reminder that waits for a slow door is taken back when the work is done, and the rest of it is said anew. */
import { describe, expect, it } from 'vitest';
import { renewStale } from '../../db/reminder-rows.ts';
import { sessionOf } from '../../db/sessions.ts';
import { dueTimers } from '../../db/timers.ts';
import { instantOf } from '../../domain/date.ts';
import { remindedOffice as room } from '../support/reminded-office.ts';

const MONTH =
  'tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0';

describe('a reminder that still waits', () => {
  const waiting = ({ archive }: ReturnType<typeof room>) => dueTimers(archive.read, Number.MAX_SAFE_INTEGER, 9);

  it('is taken back when the work is done, and what is left is said anew', async () => {
    const at = room();
    await at.fires('2026-11-10', ['lan', 'ha']);
    for (const text of [MONTH, '163', 'không có', 'gửi']) await at.says('lan', text);
    const states = at.rows().filter(({ key }) => key?.startsWith('remind:'));
    expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(waiting(at)).toHaveLength(2);
    expect(await at.fires('2026-11-10', [], [], '09:01')).toEqual(['fired', 'fired']);
    const last = at.heard('ha').at(-1)?.text ?? '';
    expect(last).toContain('một việc của UBND phường Đức Thuận');
    expect(last).not.toContain('Báo cáo tháng 10');
  });

  it('of which nothing is left is never said', async () => {
    const at = room();
    at.decides('duc-thuan', { kind: 'done' });
    await at.fires('2026-11-10', ['lan', 'ha', 'sang']);
    for (const text of [MONTH, '163', 'không có', 'gửi']) await at.says('lan', text);
    expect(await at.fires('2026-11-10', [], [], '09:01')).toEqual(['needless', 'needless']);
  });

  it('leaves no question behind that nobody saw', async () => {
    const at = room();
    await at.fires('2026-11-02', ['lan', 'ha']);
    expect(sessionOf(at.archive.read, at.idOf('ha'))?.flow).toBe('monthly-check-in');
    for (const text of [MONTH, '163', 'không có', 'gửi']) await at.says('lan', text);
    expect(sessionOf(at.archive.read, at.idOf('ha'))?.flow).toBe('');
  });

  it('of a day before is said with today’s, in today’s words', async () => {
    const { fires, rows, heard, archive } = room();
    await fires('2026-11-09', ['nam']);
    archive.write((tx) => renewStale(tx, instantOf('2026-11-10', '07:59')));
    expect(await fires('2026-11-10', ['nam'])).toEqual(['fired']);
    expect(rows().map(({ state }) => state)).toEqual(['withdrawn', 'waiting']);
    expect(heard('nam').at(-1)?.text).toContain('quá hạn 2 ngày làm việc');
  });
});
