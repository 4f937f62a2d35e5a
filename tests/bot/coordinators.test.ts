/** Who looks after a unit is one question with one answer: the nearest above who can be reached comes first. */
import { describe, expect, it } from 'vitest';
import { contactFor, coordinatorsOver } from '../../bot/people/coordinators.ts';
import { identitiesOf, markGone, personByCode } from '../../db/people.ts';
import { unitByCode, unitTree } from '../../db/units.ts';
import { dateAt } from '../../domain/date.ts';
import { hire } from '../support/hire.ts';
import { addressOf, type Office, office } from '../support/office.ts';

/** Under the department of sang a cluster of khoa and sen, and in it a commune; quan administers all. */
function cluster(): Office {
  const at = office();
  at.at('2026-11-03', '09:00');
  hire(
    at,
    'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin',
    'cum,cụm Hồng Lĩnh,cluster,tinh,khoa,Lê Minh Khoa,coordinator',
    'cum,cụm Hồng Lĩnh,cluster,tinh,sen,Đào Thị Sen,coordinator',
    'xuan-lam,UBND xã Xuân Lam,commune,cum,hoa,Phạm Thị Hoa,staff',
  );
  return at;
}

function here(at: Office, who: string) {
  const { archive } = at.house;
  const person = personByCode(archive.read, who);
  if (!person) throw new Error(`nobody is ${who}`);
  return archive.write((tx) => {
    const scene = { tx, today: dateAt(at.now()), tree: unitTree(tx), person };
    const unit = unitByCode(tx, 'xuan-lam')?.id ?? 0;
    return { over: coordinatorsOver(scene, unit).map(({ code }) => code), contact: contactFor(scene, unit) };
  });
}

const lose = (at: Office, ...codes: string[]): void =>
  at.house.archive.write((tx) => {
    for (const code of codes) markGone(tx, addressOf(code), at.now());
  });

describe('who looks after a unit', () => {
  it.each<[string, string[], string[], string]>([
    ['the coordinators of the nearest unit above', [], ['khoa', 'sen'], 'Lê Minh Khoa'],
    ['whoever of them can be reached first', ['khoa'], ['sen', 'khoa'], 'Đào Thị Sen'],
    ['the next above where none of them can', ['khoa', 'sen'], ['sang'], 'Trần Văn Sang'],
    ['an administrator where no coordinator can', ['khoa', 'sen', 'sang'], ['quan'], 'Hồ Văn Quân'],
    ['the nearest to be called where nobody can', ['khoa', 'sen', 'sang', 'quan'], ['khoa', 'sen'], 'Lê Minh Khoa'],
  ])('is %s', (_what, gone, over, contact) => {
    const at = cluster();
    lose(at, ...gone);
    expect(here(at, 'hoa')).toEqual({ over, contact });
  });

  it('counts nobody whose role has ended, and nobody who never enrolled as reached', () => {
    const at = cluster();
    at.house.archive.sqlite.exec(
      `update memberships set valid_to = '2026-10-31' where person_id = (select id from people where code = 'khoa');
       delete from identities where person_id = (select id from people where code = 'sen');`,
    );
    expect(identitiesOf(at.house.archive.read, personByCode(at.house.archive.read, 'sen')?.id ?? 0)).toEqual([]);
    expect(here(at, 'hoa').over).toEqual(['sang']);
  });

  it('never tells anybody to call themselves', () => {
    expect(here(cluster(), 'khoa').contact).toBe('Đào Thị Sen');
  });
});

describe('"ai chưa nộp"', () => {
  it('ends with whom to talk to, for a leader, who may not remind', async () => {
    const at = cluster();
    const said = await at.says('binh', 'ai chưa nộp');
    expect(said.split('\n').at(-1)).toBe('Cần đôn đốc, xin trao đổi với Trần Văn Sang, Lê Minh Khoa.');
    const labels =
      at
        .heard('binh')
        .at(-1)
        ?.choices?.flat()
        .map(({ label }) => label) ?? [];
    expect(labels).toEqual(['UBND phường Đức Thuận', 'UBND phường Bắc Hồng', 'UBND xã Xuân Lam']);
  });

  it('offers a coordinator to remind instead, and names nobody', async () => {
    const at = cluster();
    expect(await at.says('sang', 'ai chưa nộp')).not.toContain('Cần đôn đốc');
    expect(
      at
        .heard('sang')
        .at(-1)
        ?.choices?.flat()
        .map(({ label }) => label),
    ).toContain('Nhắc cả 3 đơn vị');
  });
});
