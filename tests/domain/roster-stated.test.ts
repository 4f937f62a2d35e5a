/** What a cell of a sheet states, leaves unsaid or takes away. */
import { describe, expect, it } from 'vitest';
import type { CheckedRoster, KnownRoster } from '../../domain/roster.ts';
import { checkRoster } from '../../domain/roster.ts';
import { refusalsOf, rosterRows } from '../support/roster-rows.ts';

const NOTHING: KnownRoster = { units: [], people: [] };

const check = (rows: string[], known = NOTHING, header?: string): CheckedRoster =>
  checkRoster(rosterRows(rows, header), known);

const SO = 'so,Sở KH&CN,department,,';

describe('the dates of a row', () => {
  it.each([
    ['an empty cell says nothing', `${SO},,,,,2025-06-30`, { validTo: '2025-06-30' }],
    ['"không" takes away', `${SO},,,,không,Không,KHÔNG`, { validFrom: null, validTo: null, successorCode: null }],
    ['"không" beside a date', `${SO},,,,2021-01-01,none`, { validFrom: '2021-01-01', validTo: null }],
  ])('may be left empty or taken away: %s', (_case, row, life) => {
    expect(check([row]).units[0]?.life).toStrictEqual(life);
  });

  it("stay the person's in a row that takes away the unit's successor", () => {
    const roster = check([`${SO}dp,Trần Văn Điều,admin,,2021-01-01,không,không`]);
    expect(roster.units[0]?.life).toStrictEqual({ successorCode: null });
    expect(roster.memberships[0]).toMatchObject({ validFrom: '2021-01-01', validTo: null });
  });

  it('of a unit may be said in several rows, each leaving the others’ empty', () => {
    const roster = check([`${SO},,,,2020-01-01`, `${SO}dp,Điều,admin,,,2025-06-30,moi`, 'moi,Sở Mới,department,']);
    expect(roster.refused).toEqual([]);
    expect(roster.units[0]?.life).toEqual({ validFrom: '2020-01-01', validTo: '2025-06-30', successorCode: 'moi' });
  });

  it.each<[string, string[], string[]]>([
    [
      'that keeps a unit another ends',
      [
        `${SO},,,,,2025-06-30`,
        `${SO}dp,Điều,admin,,,2025-06-30,moi`,
        `${SO}hoa,Hoa,admin,,,không,moi`,
        'moi,Mới,ward,',
      ],
      ['4 valid_to unit_differs (2): '],
    ],
    [
      'of a unit that ends in one row before it begins in another',
      [`${SO},,,,2026-01-01`, `${SO}dp,Điều,admin,,,2025-06-30,moi`, 'moi,Mới,ward,'],
      ['2 valid_from from_after_to: 2026-01-01', '3 unit_code unit_refused (2): so'],
    ],
    ['with "không" for a name or a kind', ['so,Sở,không,,'], ['2 unit_kind unknown_kind: không']],
  ])('are refused %s', (_case, rows, expected) => {
    expect(refusalsOf(check(rows))).toEqual(expected);
  });
});
