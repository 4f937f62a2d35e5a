/** What those in charge hear of messages that cannot leave: who is told of whom, and how often. */
import { describe, expect, it } from 'vitest';
import { tellReplaced, tellStuck, type WayTo } from '../../bot/people/door-news.ts';
import { bind, everybody, identitiesOf, personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import type { Address } from '../../domain/message.ts';
import { checkRoster } from '../../domain/roster.ts';
import { addressOf, type Office, office } from '../support/office.ts';

const ROSTER = [
  'tinh,Sở KH&CN,department,,khoa,Lê Minh Khoa,admin',
  'can-loc,xã Can Lộc,commune,tinh,tu,Hồ Anh Tú,coordinator',
  'nghen,thị trấn Nghèn,commune,can-loc,yen,Mai Thị Yến,staff',
];
const HEADER = 'unit_code,unit_name,unit_kind,parent_code,person_code,person_name,role'.split(',');

/** The office with an admin above it and a coordinator of another branch; all on Telegram. */
function staffed(): Office {
  const made = office();
  const rows = ROSTER.map((row, index) => {
    const cells = row.split(',');
    return { line: index + 2, cells: Object.fromEntries(HEADER.map((name, place) => [name, cells[place] ?? ''])) };
  });
  made.house.archive.write((tx) => {
    applyRoster(tx, checkRoster(rows, knownRoster(tx)), made.now());
    for (const { id, code } of everybody(tx)) bind(tx, id, addressOf(code), made.now());
  });
  return made;
}

const onTelegram: WayTo = (read, person) => identitiesOf(read, person)[0]?.address;
const onZalo: WayTo = () => ({ channel: 'zalo-personal', account: 'bot', id: 'z' }) satisfies Address;

function replaced(here: Office, codes: string[], wayTo = onTelegram): void {
  here.house.archive.write((tx) =>
    tellReplaced(
      tx,
      'zalo-personal',
      codes.map((code) => personByCode(tx, code)?.id ?? 0),
      here.now(),
      wayTo,
    ),
  );
}

const heard = (here: Office, code: string): string[] => here.heard(code).map(({ text }) => text);

describe('who must enrol again', () => {
  it('is told to admins of everybody and to coordinators of their own, by name and unit, with the remedy', () => {
    const here = staffed();
    replaced(here, ['lan', 'yen']);
    expect(heard(here, 'khoa')).toEqual([
      [
        '! Tài khoản Zalo của Trợ lý đã thay: 2 người không nhận được tin cho đến khi đăng ký lại bằng mã mới.',
        'Nguyễn Thị Lan (UBND phường Đức Thuận); Mai Thị Yến (thị trấn Nghèn).',
        'Người vận hành cấp mã: npm run -s cli -- code MÃ_NGƯỜI',
      ].join('\n'),
    ]);
    expect(heard(here, 'tu')).toEqual([
      expect.stringMatching(/đã thay: 1 người.*\nMai Thị Yến \(thị trấn Nghèn\)\.\n/),
    ]);
    for (const nobody of ['binh', 'lan', 'ha', 'nam', 'yen']) expect(heard(here, nobody)).toEqual([]);
  });

  it('is told once a day', () => {
    const here = staffed();
    for (const [date, times] of [
      ['2021-11-01', 1],
      ['2021-11-01', 1],
      ['2021-11-02', 2],
    ] as const) {
      here.at(date, '08:00');
      replaced(here, ['lan']);
      expect(heard(here, 'khoa')).toHaveLength(times);
    }
  });

  it('is not told to who cannot be reached either, nor of nobody', () => {
    const here = staffed();
    replaced(here, []);
    replaced(here, ['lan'], () => undefined);
    expect(here.count('outbox')).toBe(0);
  });

  it('names twenty and counts the others', () => {
    const here = staffed();
    replaced(
      here,
      Array.from({ length: 23 }, () => 'lan'),
    );
    const [text = ''] = heard(here, 'khoa');
    expect(text.match(/Nguyễn Thị Lan/g)).toHaveLength(20);
    expect(text).toContain('; và 3 người khác.');
  });
});

describe('what waits at a door', () => {
  const stuck = (here: Office, wayTo: WayTo): void =>
    tellStuck(here.house, 'zalo-personal', { messages: 12, people: 5 }, here.now(), wayTo);

  it('is told to admins on another, once a day, and to nobody else', () => {
    const here = staffed();
    stuck(here, onTelegram);
    stuck(here, onTelegram);
    expect(heard(here, 'khoa')).toEqual([expect.stringContaining('Kênh Zalo đang gián đoạn: 12 tin của 5 người')]);
    expect(here.count('outbox')).toBe(1);
  });

  it('is not told through the door itself', () => {
    const here = staffed();
    stuck(here, onZalo);
    expect(here.count('outbox')).toBe(0);
  });
});
