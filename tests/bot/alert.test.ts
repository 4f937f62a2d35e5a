/** Trouble with a door: who is told, where, and how often. */
import { describe, expect, it } from 'vitest';
import { alertAdmins } from '../../bot/people/alert.ts';
import { bind, keepLanguage, markGone, personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import type { Address } from '../../domain/message.ts';
import { checkRoster } from '../../domain/roster.ts';
import type { Key } from '../../locales/translate.ts';
import { addressOf, type Office, office } from '../support/office.ts';

const KICKED: Key = 'zalo-trouble-kicked';
const onZalo = (id: string): Address => ({ channel: 'zalo-personal', account: 'bot', id });
const onTelegram = addressOf;

/** An office with an admin who has these addresses, the last one seen last. */
function withAdmin(...addresses: Address[]): Office {
  const made = office();
  const [unit_code, unit_name, unit_kind, parent_code] = ['tinh', 'Sở KH&CN', 'department', ''];
  const person = { person_code: 'khoa', person_name: 'Lê Minh Khoa', role: 'admin' };
  const row = { line: 2, cells: { unit_code, unit_name, unit_kind, parent_code, ...person } };
  made.house.archive.write((tx) => {
    applyRoster(tx, checkRoster([row], knownRoster(tx)), made.now());
    const id = personByCode(tx, 'khoa')?.id ?? 0;
    for (const [index, address] of addresses.entries()) bind(tx, id, address, made.now() + index);
  });
  return made;
}

const alert = (here: Office, key: Key = KICKED) => alertAdmins(here.house, 'zalo-personal', key, here.now());

describe('trouble with a door', () => {
  it('is told to admins and to nobody else, with what to do', () => {
    const here = withAdmin(onTelegram('khoa'));
    alert(here);
    expect(here.heard('khoa').map(({ text }) => text)).toEqual([
      '! Tài khoản Zalo của Trợ lý được mở ở nơi khác nên kênh Zalo tạm dừng. Đóng Zalo ở nơi đó rồi khởi động lại dịch vụ.',
    ]);
    expect(here.count('outbox')).toBe(1);
  });

  it('is told once a day, and again the next day', () => {
    const here = withAdmin(onTelegram('khoa'));
    for (const time of ['08:00', '08:00', '23:59']) {
      here.at('2021-11-01', time);
      alert(here);
    }
    expect(here.heard('khoa')).toHaveLength(1);
    here.at('2021-11-02', '00:00');
    alert(here);
    expect(here.heard('khoa')).toHaveLength(2);
  });

  it('tells each trouble by itself', () => {
    const here = withAdmin(onTelegram('khoa'));
    for (const key of [KICKED, 'zalo-trouble-expired', KICKED, 'zalo-trouble-expired'] as const) alert(here, key);
    expect(here.heard('khoa')).toHaveLength(2);
  });

  it.each([
    ['through the other door, where the troubled one was used last', [onTelegram('t'), onZalo('z')], 't'],
    ['where they were seen last among the others', [onTelegram('t1'), onTelegram('t2'), onZalo('z')], 't2'],
    ['nowhere, where there is no other door', [onZalo('z')], undefined],
    ['nowhere, where they never enrolled', [], undefined],
  ] as const)('is told %s', (_, addresses, expected) => {
    const here = withAdmin(...addresses);
    alert(here);
    expect(here.count('outbox')).toBe(expected === undefined ? 0 : 1);
    if (expected !== undefined) expect(here.heard(expected)).toHaveLength(1);
  });

  it('is not told where an admin is gone', () => {
    const here = withAdmin(onTelegram('before'), onTelegram('gone'));
    here.house.archive.write((tx) => markGone(tx, onTelegram('gone'), here.now()));
    alert(here);
    expect(here.heard('gone')).toEqual([]);
    expect(here.heard('before')).toHaveLength(1);
  });

  it('is told in the language of the admin', () => {
    const here = withAdmin(onTelegram('khoa'));
    here.house.archive.write((tx) => keepLanguage(tx, personByCode(tx, 'khoa')?.id ?? 0, 'en'));
    alert(here);
    expect(here.heard('khoa')[0]?.text).toContain('opened elsewhere');
  });

  it('names the admins who have no other channel, and nobody else', () => {
    const here = withAdmin(onZalo('z'));
    expect(alert(here)).toEqual([personByCode(here.house.archive.read, 'khoa')?.id]);
    expect(alert(withAdmin(onZalo('z'), onTelegram('t')))).toEqual([]);
  });

  it('is not told at an address that nobody serves', () => {
    const here = withAdmin(onTelegram('t'));
    expect(alertAdmins(here.house, 'zalo-personal', KICKED, here.now(), () => false)).toHaveLength(1);
    expect(here.count('outbox')).toBe(0);
  });

  it('is nothing where nobody is an admin', () => {
    const here = office();
    alert(here);
    expect(here.count('outbox')).toBe(0);
  });
});
