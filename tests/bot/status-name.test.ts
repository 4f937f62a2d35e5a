/** What the whole is called that somebody is told of, and that a unit named is the unit told of. */
import { beforeEach, describe, expect, it } from 'vitest';
import { personByCode } from '../../db/people.ts';
import { memberships } from '../../db/schema.ts';
import { hire } from '../support/hire.ts';
import { type StatusOffice, statusOffice } from '../support/status-office.ts';

let at: StatusOffice;

beforeEach(async () => {
  at = await statusOffice();
});

/** The first line said of how things stand. */
const heading = async (who: string, text = 'tình hình'): Promise<string> =>
  (await at.says(who, text)).split('\n')[0] ?? '';

describe('the whole somebody is told of', () => {
  it('is called by the unit above the others, whichever role was given first', async () => {
    const whole = /· ([^·]+) ·/.exec(await heading('binh'))?.[1] ?? '';
    expect(whole).not.toBe('');
    hire(at, 'duc-thuan,UBND phường Đức Thuận,ward,tinh,hai,Võ Thanh Hải,staff');
    hire(at, 'tinh,Sở KH&CN,department,,hai,Võ Thanh Hải,leader');
    const told = await at.says('hai', 'tình hình');
    expect(told).toContain(`· ${whole} ·`);
    expect(told).toMatch(/Đã báo cáo: 1\/2 đơn vị/);
  });

  it('is not called by a unit the person has left', async () => {
    const person = personByCode(at.house.archive.read, 'binh')?.id ?? 0;
    const { archive } = at.temporary;
    archive.write((tx) => {
      const left = { personId: person, unitId: at.unitId('khac'), role: 'leader', validTo: '2020-12-31' };
      tx.insert(memberships).values(left).run();
      // Read first, as the row of an older role is.
      const ids = archive.sqlite
        .prepare('select id from memberships where person_id = ? order by id')
        .pluck()
        .all(person);
      archive.sqlite.prepare('update memberships set id = -1 where id = ?').run(ids.at(-1));
    });
    expect(await heading('binh')).not.toContain('tỉnh Khác');
  });
});

describe('a unit that is named', () => {
  it('is the one whose progress is told', async () => {
    const all = await at.says('binh', 'tiến độ kế hoạch');
    const one = await at.says('binh', 'tiến độ kế hoạch phường Đức Thuận');
    const done = (text: string): number => Number(/Đã xong \d+\/(\d+) việc/.exec(text)?.[1]);
    expect(one).toContain('· UBND phường Đức Thuận ·');
    expect(done(one)).toBe(3);
    expect(done(all)).toBeGreaterThan(3);
  });

  it('is refused where it is not theirs, also with a number in its name', async () => {
    for (const name of ['cụm số 8', 'xã 12', 'tỉnh Khác']) {
      expect(await at.says('binh', `tình hình ${name}`)).toBe(`! Không có đơn vị "${name}" trong phạm vi của anh/chị.`);
    }
    expect(await at.says('binh', 'tiến độ kế hoạch tỉnh Khác')).toContain('Không có đơn vị');
  });

  it.each(['p.đức thuận', 'P.Duc Thuan', 'p đức thuận', 'UBND p. Đức Thuận', 'duc thuan'])(
    'is found as "%s"',
    async (name) => {
      expect(await heading('binh', `tình hình ${name}`)).toContain('· UBND phường Đức Thuận ·');
    },
  );
});

describe('words of a leader in which only a number was read', () => {
  it.each(['quý 5', 'tình hình tháng 13', 'từng số liệu của a một'])(
    '"%s" is answered with what can be asked',
    async (text) => {
      const told = await at.says('binh', text);
      expect(told).toContain('Gõ "tình hình"');
      expect(told).not.toContain('do cán bộ của đơn vị gửi');
    },
  );

  it('are told who sends figures where a figure is named', async () => {
    expect(await at.says('binh', 'tiếp nhận 215')).toContain('do cán bộ của đơn vị gửi');
  });
});
