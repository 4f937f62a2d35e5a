import { describe, expect, it } from 'vitest';
import type { CheckedRoster, KnownRoster } from '../../domain/roster.ts';
import { checkRoster } from '../../domain/roster.ts';
import { refusalsOf, rosterRows } from '../support/roster-rows.ts';

const NOTHING: KnownRoster = { units: [], people: [] };

const check = (rows: string[], known = NOTHING, header?: string): CheckedRoster =>
  checkRoster(rosterRows(rows, header), known);
const codes = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code);

const SO = 'so,Sở KH&CN,department,,';
const XA = 'xa,UBND xã A,commune,so,';

describe('a roster', () => {
  it('names units, people and roles', () => {
    const roster = check([
      `${SO}dp,Trần Văn Điều,coordinator,0900 000 001`,
      `${XA}lan,Nguyễn Thị Lan,staff,,2021-01-01,31/12/2021`,
    ]);
    expect(roster).toEqual({
      units: [
        { line: 2, code: 'so', name: 'Sở KH&CN', kind: 'department' },
        { line: 3, code: 'xa', name: 'UBND xã A', kind: 'commune', parentCode: 'so' },
      ],
      people: [
        { line: 2, code: 'dp', name: 'Trần Văn Điều', phone: '0900000001' },
        { line: 3, code: 'lan', name: 'Nguyễn Thị Lan' },
      ],
      memberships: [
        { line: 2, personCode: 'dp', unitCode: 'so', role: 'coordinator' },
        { line: 3, personCode: 'lan', unitCode: 'xa', role: 'staff', validFrom: '2021-01-01', validTo: '2021-12-31' },
      ],
      refused: [],
    });
  });

  it('may name a parent further down, and one only the archive knows', () => {
    expect(refusalsOf(check([XA, SO]))).toEqual([]);
    expect(refusalsOf(check([XA], { units: [{ code: 'so' }], people: [] }))).toEqual([]);
  });

  it('gives a person with two rows two roles', () => {
    const roster = check([
      `${SO}lan,Nguyễn Thị Lan,coordinator`,
      `${XA}lan,Nguyễn Thị Lan,staff`,
      `${XA}lan,Nguyễn Thị Lan,leader`,
    ]);
    expect(codes(roster.people)).toEqual(['lan']);
    expect(roster.memberships.map(({ unitCode, role }) => `${unitCode} ${role}`)).toEqual([
      'so coordinator',
      'xa staff',
      'xa leader',
    ]);
  });

  it('may be written in Vietnamese throughout', () => {
    const header =
      'Mã đơn vị,TÊN ĐƠN VỊ,loai don vi,Mã đơn vị cấp trên,Mã người,Họ và tên,Vai trò,Điện thoại,Hiệu lực từ,Hiệu lực đến,Mã đơn vị kế thừa';
    const rows = [
      ['tinh', 'Tỉnh', 'admin', 'Quản trị'],
      ['so', 'Sở', 'coordinator', 'Điều phối viên'],
      ['vp', 'văn phòng', 'leader', 'LÃNH ĐẠO'],
      ['huyen', 'Huyện', 'staff', 'cán bộ'],
      ['cum', 'cum', 'staff', 'can bo'],
      ['xa', 'xã', 'staff', 'Cán  bộ'],
      ['phuong', 'PHƯỜNG', 'staff', 'staff'],
      ['dk', 'Đặc khu', 'staff', 'Staff '],
    ] as const;
    const roster = check(
      rows.map(([code, kind, , role]) => `${code},Đơn vị ${code},${kind},,n-${code},Người ${code},${role}`),
      NOTHING,
      header,
    );
    expect(refusalsOf(roster)).toEqual([]);
    expect(roster.units.map(({ kind }) => kind)).toEqual([
      'province',
      'department',
      'office',
      'district',
      'cluster',
      'commune',
      'ward',
      'special_zone',
    ]);
    expect(roster.memberships.map(({ role }) => role)).toEqual(rows.map(([, , role]) => role));
  });

  it('keeps one spelling of a code, the one known first', () => {
    const roster = check(
      ['DUC-THUAN,UBND phường Đức Thuận,ward,SO,LAN,Nguyễn Thị Lan,staff', 'xa,UBND xã A,commune,Duc-Thuan'],
      {
        units: [{ code: 'so' }, { code: 'duc-thuan' }],
        people: [{ code: 'lan' }],
      },
    );
    expect(roster.units.map(({ code, parentCode }) => `${code} < ${parentCode}`)).toEqual([
      'duc-thuan < so',
      'xa < duc-thuan',
    ]);
    expect(roster.memberships[0]).toMatchObject({ personCode: 'lan', unitCode: 'duc-thuan' });
  });

  it('compares names composed and decomposed alike, without stray spaces', () => {
    const roster = check([
      `${XA.normalize('NFD')}a,Nguyễn  Lan`,
      SO,
      `${XA}lan, Nguyễn Lan ,staff`,
      `${XA}lan,${'Nguyễn\nLan'.normalize('NFD')},leader`,
    ]);
    expect(refusalsOf(roster)).toEqual(['2 role missing: ']);
    expect(roster.people.map(({ name }) => name)).toEqual(['Nguyễn Lan']);
  });
});

describe('the dates of a row', () => {
  it("are the unit's in a row without a person, the person's otherwise", () => {
    const roster = check([`${SO},,,,2020-01-01,2025-06-30`, `${SO}dp,Trần Văn Điều,admin,,2021-01-01`]);
    expect(roster.units).toEqual([
      {
        line: 2,
        code: 'so',
        name: 'Sở KH&CN',
        kind: 'department',
        life: { validFrom: '2020-01-01', validTo: '2025-06-30' },
      },
    ]);
    expect(roster.memberships[0]).toMatchObject({ validFrom: '2021-01-01' });
    expect(roster.memberships[0]).not.toHaveProperty('validTo');
  });

  it("are both's in a row that names the unit's successor", () => {
    const roster = check([SO, `${XA}lan,Nguyễn Thị Lan,staff,,,2025-06-30,moi`, 'moi,UBND xã Mới,commune,so']);
    expect(roster.units[1]?.life).toEqual({ validTo: '2025-06-30', successorCode: 'moi' });
    expect(roster.memberships[0]).toMatchObject({ validTo: '2025-06-30' });
  });

  it('say nothing of the unit when no row states it', () => {
    expect(check([`${SO}dp,Trần Văn Điều,admin,,2021-01-01`]).units[0]).not.toHaveProperty('life');
  });

  it('may be the same day', () => {
    expect(refusalsOf(check([`${SO},,,,2021-01-01,2021-01-01`]))).toEqual([]);
  });
});

describe('a row is refused', () => {
  it.each([
    // a cell by itself
    ['without a unit code', [',Sở,department,,'], ['2 unit_code missing: ']],
    ['without a unit name', ['so,,department,,'], ['2 unit_name missing: ']],
    ['without a kind', ['so,Sở,,,'], ['2 unit_kind missing: ']],
    ['without a person code', [`${SO},Trần Văn Điều,admin`], ['2 person_code missing: ']],
    ['without a name', [`${SO}dp,,admin`], ['2 person_name missing: ']],
    ['without a role', [`${SO}dp,Trần Văn Điều,`], ['2 role missing: ']],
    [
      'with only a telephone',
      [`${SO},,,0900000001`],
      ['2 person_code missing: ', '2 person_name missing: ', '2 role missing: '],
    ],
    ['with an unknown kind', ['so,Sở,thành phố,,'], ['2 unit_kind unknown_kind: thành phố']],
    ['with an unknown role', [`${SO}dp,Trần Văn Điều,giám đốc`], ['2 role unknown_role: giám đốc']],
    ['with a colon in a code', [`${SO}d:p,Trần Văn Điều,admin`], ['2 person_code bad_code: d:p']],
    ['with an endless code', [`${'s'.repeat(65)},Sở,department,,`], [`2 unit_code bad_code: ${'s'.repeat(65)}`]],
    ['with an endless name', [`so,${'S'.repeat(201)},department,,`], [`2 unit_name too_long: ${'S'.repeat(201)}`]],
    ['that ends before it begins', [`${SO},,,,2021-02-01,2021-01-31`], ['2 valid_from from_after_to: 2021-02-01']],
    [
      'for each wrong cell',
      ['so,,công ty,,dp,,giám đốc'],
      [
        '2 unit_name missing: ',
        '2 unit_kind unknown_kind: công ty',
        '2 person_name missing: ',
        '2 role unknown_role: giám đốc',
      ],
    ],
    // against an earlier row
    ['that renames a unit', [SO, 'so,Sở khác,department,,'], ['3 unit_name unit_differs (2): Sở khác']],
    ['that changes a kind', [SO, 'so,Sở KH&CN,office,,'], ['3 unit_kind unit_differs (2): office']],
    ['that moves a unit', [SO, XA, 'xa,UBND xã A,commune,,lan,Lan,staff'], ['4 parent_code unit_differs (3): ']],
    [
      'that ends a unit another day',
      [`${SO},,,,,2025-06-30`, `${SO},,,,,2025-07-01`],
      ['3 valid_to unit_differs (2): 2025-07-01'],
    ],
    ['that names a unit again', [SO, SO], ['3 unit_code repeated (2): so']],
    [
      'that renames a person',
      [`${SO}dp,Trần Văn Điều,admin`, `${SO}dp,Trần Văn Phối,leader`],
      ['3 person_name person_differs (2): Trần Văn Phối'],
    ],
    [
      'that changes a telephone',
      [`${SO}dp,Điều,admin,0900000001`, `${SO}dp,Điều,leader,0900000002`],
      ['3 phone person_differs (2): 0900000002'],
    ],
    ['that gives a role again', [`${SO}dp,Điều,admin`, `${SO}dp,Điều,admin`], ['3 person_code repeated (2): dp']],
    // against the tree
    ['under an unknown parent', [XA], ['2 parent_code unknown_parent: so']],
    ['with an unknown successor', [`${SO},,,,,2025-06-30,moi`], ['2 successor_code unknown_successor: moi']],
    ['that is its own parent', ['so,Sở,department,so,'], ['2 parent_code parent_ring: so']],
    ['that succeeds itself', [`${SO},,,,,,so`], ['2 successor_code successor_ring: so']],
    [
      'in a ring of parents',
      ['a,A,cluster,c', 'b,B,cluster,a', 'c,C,cluster,b'],
      ['2 parent_code parent_ring: c', '3 parent_code parent_ring: a', '4 parent_code parent_ring: b'],
    ],
    // because of another row
    [
      'under a unit that was refused',
      ['so,Sở,công ty,,', XA, 'xb,UBND xã B,commune,xa,'],
      [
        '2 unit_kind unknown_kind: công ty',
        '3 parent_code parent_refused (2): so',
        '4 parent_code parent_refused (3): xa',
      ],
    ],
    [
      'whose unit was refused on an earlier line',
      [`${XA}lan,Lan,staff`, `${XA}hoa,Hoa,staff`],
      ['2 parent_code unknown_parent: so', '3 unit_code unit_refused (2): xa'],
    ],
    [
      'hanging from a ring',
      ['a,A,cluster,a', 'b,B,cluster,a'],
      ['2 parent_code parent_ring: a', '3 parent_code parent_refused (2): a'],
    ],
  ])('%s', (_case, rows, expected) => {
    expect(refusalsOf(check(rows))).toEqual(expected);
  });

  it('when it closes a ring with the archive', () => {
    const known = { units: [{ code: 'so' }, { code: 'xa', parentCode: 'so' }], people: [] };
    expect(refusalsOf(check(['so,Sở KH&CN,department,xa,'], known))).toEqual(['2 parent_code parent_ring: xa']);
    expect(refusalsOf(check(['so,Sở KH&CN,department,xa,', 'xa,UBND xã A,commune,'], known))).toEqual([]);
  });
});

describe('a refused row', () => {
  it('leaves the good ones alone', () => {
    const roster = check([SO, `${XA}lan,Lan,staff`, 'xb,UBND xã B,làng,so,hoa,Hoa,staff', `${XA}minh,Minh,trùm`]);
    expect(codes(roster.units)).toEqual(['so', 'xa']);
    expect(codes(roster.people)).toEqual(['lan']);
    expect(roster.refused.map(({ line }) => line)).toEqual([4, 5]);
  });

  it('of a wrong person keeps its unit, so that what stands on the unit is kept', () => {
    const roster = check([`${SO}dp,Trần Văn Điều,giám đốc`, `${XA}lan,Lan,staff`]);
    expect(codes(roster.units)).toEqual(['so', 'xa']);
    expect(codes(roster.people)).toEqual(['lan']);
    expect(refusalsOf(roster)).toEqual(['2 role unknown_role: giám đốc']);
  });

  it('does not hide a later good row of the same unit', () => {
    const roster = check(['so,Sở KH&CN,công ty,,', `${SO}dp,Điều,admin`, `${XA}lan,Lan,staff`]);
    expect(refusalsOf(roster)).toEqual(['2 unit_kind unknown_kind: công ty']);
    expect(codes(roster.people)).toEqual(['dp', 'lan']);
  });

  it('of a unit the archive knows does not refuse what stands on it', () => {
    const roster = check(['so,Sở KH&CN,công ty,,', XA], { units: [{ code: 'so' }], people: [] });
    expect(codes(roster.units)).toEqual(['xa']);
  });
});
