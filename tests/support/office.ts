/**
 * A small office with its archive, whose messages go through the whole turn: a ward with its staff, a coordinator and a
 * leader above it, another ward beside it. What is said to anybody is read from the outbox.
 */
import { type Mock, vi } from 'vitest';
import { houseOf } from '../../app.ts';
import type { House } from '../../bot/house.ts';
import { makeReceive } from '../../bot/receive.ts';
import { readConfig } from '../../config.ts';
import { bind, everybody } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { type Instant, instantOf } from '../../domain/date.ts';
import type { Address, Inbound, Outbound, Said } from '../../domain/message.ts';
import { checkRoster } from '../../domain/roster.ts';
import { temporaryArchive } from './archive.ts';
import { countedRandom } from './random.ts';

export const ROSTER = [
  'tinh,Sở KH&CN,department,,sang,Trần Văn Sang,coordinator',
  'tinh,Sở KH&CN,department,,binh,Lê Thị Bình,leader',
  'duc-thuan,UBND phường Đức Thuận,ward,tinh,lan,Nguyễn Thị Lan,staff',
  'duc-thuan,UBND phường Đức Thuận,ward,tinh,ha,Phạm Thu Hà,staff',
  'bac-hong,UBND phường Bắc Hồng,ward,tinh,nam,Đỗ Văn Nam,staff',
];

const HEADER = 'unit_code,unit_name,unit_kind,parent_code,person_code,person_name,role'.split(',');

export const addressOf = (code: string): Address => ({ channel: 'telegram', account: 'bot', id: code });

export interface Office {
  temporary: ReturnType<typeof temporaryArchive>;
  house: House;
  log: { error: Mock<() => void> };
  /** Sets the clock; it stands still otherwise. */
  at(date: string, time?: string): void;
  now(): Instant;
  /** Somebody does something; answers what was said to them because of it. */
  does(code: string, said: Said, more?: Partial<Inbound>): Promise<Outbound[]>;
  /** Somebody types; the texts said to them because of it, as one. */
  says(code: string, text: string): Promise<string>;
  /** Everything ever said to somebody. */
  heard(code: string): Outbound[];
  count(table: string): number;
}

/** @param spoil changes the house, to let something in it fail */
export function office(spoil: (house: House) => House = (house) => house): Office {
  const temporary = temporaryArchive();
  const { archive } = temporary;
  let now = instantOf('2021-11-01', '08:00');
  const rows = ROSTER.map((row, index) => {
    const cells = row.split(',');
    return { line: index + 2, cells: Object.fromEntries(HEADER.map((name, place) => [name, cells[place] ?? ''])) };
  });
  archive.write((tx) => {
    applyRoster(tx, checkRoster(rows, knownRoster(tx)), now);
    for (const { id, code } of everybody(tx)) bind(tx, id, addressOf(code), now);
  });
  const house = spoil(houseOf(archive, readConfig({}), { clock: () => now, random: countedRandom() }));
  const log = { error: vi.fn<() => void>() };
  const receive = makeReceive({ house, clock: () => now, nudge: () => {}, log });
  let last = 0;
  const heard = (code: string): Outbound[] =>
    (
      archive.sqlite.prepare('select message from outbox where address = ? order by id').all(code) as {
        message: string;
      }[]
    ).map(({ message }) => JSON.parse(message) as Outbound);
  const does: Office['does'] = async (code, said, more = {}) => {
    const before = heard(code).length;
    last += 1;
    await receive({ address: addressOf(code), id: `m${last}`, said, ...more });
    return heard(code).slice(before);
  };
  return {
    temporary,
    house,
    log,
    at: (date, time = '08:00') => {
      now = instantOf(date, time);
    },
    now: () => now,
    does,
    says: async (code, text) => (await does(code, { kind: 'text', text })).map((message) => message.text).join('\n'),
    heard,
    count: (table) => (archive.sqlite.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n,
  };
}
