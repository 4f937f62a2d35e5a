/** Trouble with the Zalo door, for admins who are nowhere else: kept until it is open, and told as one story. */
import { describe, expect, it } from 'vitest';
import { type Trouble, troubleBegan, troubleOver } from '../../bot/people/zalo-trouble.ts';
import { bind, markGone, personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { instantOf } from '../../domain/date.ts';
import type { Address } from '../../domain/message.ts';
import { checkRoster } from '../../domain/roster.ts';
import { addressOf, type Office, office } from '../support/office.ts';

const onZalo = (id: string, account = 'bot'): Address => ({ channel: 'zalo-personal', account, id });

function withAdmin(...addresses: Address[]): Office {
  const made = office();
  const cells = { unit_code: 'tinh', unit_name: 'Sở KH&CN', unit_kind: 'department', parent_code: '' };
  const row = { line: 2, cells: { ...cells, person_code: 'khoa', person_name: 'Lê Minh Khoa', role: 'admin' } };
  made.house.archive.write((tx) => {
    applyRoster(tx, checkRoster([row], knownRoster(tx)), made.now());
    for (const address of addresses) bind(tx, personByCode(tx, 'khoa')?.id ?? 0, address, made.now());
  });
  return made;
}

/** @param time today @param since when the connection was lost */
function began(here: Office, kind: Trouble, time: string, since = time, reaches = () => true): void {
  here.at('2021-11-01', time);
  troubleBegan(here.house, kind, { since: instantOf('2021-11-01', since), now: here.now(), reaches });
}

function over(here: Office, date: string, time: string, account = 'bot'): void {
  here.at(date, time);
  troubleOver(here.house, account, here.now());
}

const heard = (here: Office, id: string): string[] => here.heard(id).map(({ text }) => text);

describe('trouble with Zalo', () => {
  it('is one story for several troubles in a row, from the moment the line was lost', () => {
    const here = withAdmin(onZalo('z'));
    began(here, 'unreachable', '09:15', '09:00');
    began(here, 'expired', '10:00');
    began(here, 'expired', '16:00');
    expect(here.count('outbox')).toBe(0);
    over(here, '2021-11-02', '07:30');
    over(here, '2021-11-02', '07:40');
    expect(heard(here, 'z')).toEqual([
      [
        'Kênh Zalo đã hoạt động lại. Gián đoạn từ 09:00 ngày 01/11 đến 07:30.',
        'Lý do: máy chủ không nối được Zalo.',
        'Lý do: Zalo không còn nhận phiên đăng nhập cũ.',
      ].join('\n'),
    ]);
  });

  it('is told at once on another channel, and then not again', () => {
    const here = withAdmin(onZalo('z'), addressOf('khoa'));
    began(here, 'kicked', '09:00');
    over(here, '2021-11-01', '10:00');
    expect([heard(here, 'khoa').length, heard(here, 'z').length]).toEqual([1, 0]);
  });

  it('is told afterwards where the other channel is one nobody serves', () => {
    const here = withAdmin(onZalo('z'), addressOf('khoa'));
    began(here, 'kicked', '09:00', '09:00', () => false);
    over(here, '2021-11-01', '10:00');
    expect([heard(here, 'khoa').length, heard(here, 'z').length]).toEqual([0, 1]);
  });

  it.each([
    ['of a replaced account', 'another bot', false],
    ['the person is gone from', 'bot', true],
  ])('is not told at an address %s', (_, account, isGone) => {
    const here = withAdmin(onZalo('z'));
    began(here, 'kicked', '09:00');
    if (isGone) here.house.archive.write((tx) => markGone(tx, onZalo('z'), here.now()));
    over(here, '2021-11-01', '10:00', account);
    expect(here.count('outbox')).toBe(0);
  });

  it('is nothing where there was none', () => {
    const here = withAdmin(onZalo('z'));
    over(here, '2021-11-01', '10:00');
    expect(here.count('outbox')).toBe(0);
  });
});
