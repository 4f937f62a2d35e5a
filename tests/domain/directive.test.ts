/** Whom a directive binds: by kind, by name, by the part of the organisation, and through a letter that passed it on. */
import { describe, expect, it } from 'vitest';
import { readDirectives } from '../../directives/directives.ts';
import { binds, bindsThrough, type Directive, isInForce, type Obligation } from '../../domain/directive.ts';
import { type Unit, type UnitKind, type UnitTree, upwards } from '../../domain/unit.ts';

const unit = (id: number, kind: UnitKind, name: string, parent?: number): Unit => ({
  id,
  code: `u${id}`,
  name,
  kind,
  ...(parent === undefined ? {} : { parent }),
});
const units = [
  unit(1, 'province', 'UBND tỉnh'),
  unit(2, 'department', 'Sở Khoa học và Công nghệ', 1),
  unit(3, 'department', 'Sở Tài chính', 1),
  unit(4, 'district', 'UBND huyện Nhơn Trạch', 1),
  unit(5, 'ward', 'UBND phường Đức Thuận', 4),
  unit(6, 'commune', 'UBND xã Kim Hoa', 1),
  unit(7, 'cluster', 'Cụm Hồng Lĩnh', 1),
  unit(8, 'office', 'Phòng Kinh tế', 4),
];
const tree: UnitTree = new Map(units.map((each) => [each.id, each]));
const at = (id: number): Unit => tree.get(id) ?? unit(id, 'ward', 'không có');

const obligation = (appliesTo: Obligation['appliesTo']): Obligation => ({
  id: 'QN-1',
  title: { vi: 'Việc', en: 'Work' },
  appliesTo,
  recurrence: 'continuous',
  evidence: { roles: [] },
  legalBasis: [],
  escalation: { coordinatorAfter: 1, leaderAfter: 5 },
});
const directive = (fields: Partial<Directive> = {}): Directive => ({
  id: 'mot',
  citation: {
    type: null,
    number: null,
    year_in_code: null,
    symbol: null,
    date: null,
    issuer: null,
    subject: null,
    raw: 'Công văn',
  },
  validFrom: '2021-01-01',
  obligations: [],
  ...fields,
});

describe('isInForce', () => {
  it.each<[string, Partial<Directive>, string, boolean]>([
    ['on its first day', {}, '2021-01-01', true],
    ['the day before', {}, '2020-12-31', false],
    ['years later, never replaced', {}, '2031-01-01', true],
    ['on its last day', { validTo: '2025-06-30' }, '2025-06-30', true],
    ['the day after', { validTo: '2025-06-30' }, '2025-07-01', false],
  ])('%s', (_when, fields, day, expected) => {
    expect(isInForce(directive(fields), day)).toBe(expected);
  });
});

describe('binds', () => {
  const science = ['Sở Khoa học và Công nghệ', 'Sở KH&CN'];
  const named = { kinds: ['department'] as UnitKind[], names: science };
  const excepted = { kinds: ['department', 'ward'] as UnitKind[], exceptNames: science };

  it.each<[string, Obligation['appliesTo'], number, boolean]>([
    ['a kind named', { kinds: ['ward'] }, 5, true],
    ['another kind', { kinds: ['commune'] }, 5, false],
    ['no kind', { kinds: [] }, 5, false],
    ['the office named', named, 2, true],
    ['another office of its kind', named, 3, false],
    ['a name of another kind', { kinds: ['ward'], names: science }, 2, false],
    ['whoever is not excepted', excepted, 3, true],
    ['the one excepted', excepted, 2, false],
  ])('%s', (_what, appliesTo, id, expected) => {
    expect(binds(directive(), obligation(appliesTo), at(id), tree)).toBe(expected);
  });

  it.each([
    ['Sở KH&CN', true],
    ['SỞ KH & CN tỉnh Đồng Nai', true],
    ['so khoa hoc va cong nghe', true],
    ['Sở Khoa học và Công nghệ'.normalize('NFD'), true],
    ['Sở Khoa học', false],
    ['Sở Giáo dục và Đào tạo', false],
    ['', false],
  ])('knows %j by its name: %s', (name, expected) => {
    expect(binds(directive(), obligation(named), unit(9, 'department', name), tree)).toBe(expected);
  });

  it.each([
    ['the unit itself', 'u4', 4, true],
    ['a unit under it', 'u4', 5, true],
    ['a unit beside it', 'u4', 6, false],
    ['the unit above it', 'u5', 4, false],
    ['everybody under the top', 'u1', 5, true],
    ['nobody under a code nobody has', 'u99', 5, false],
    ['one of several', 'u6', 6, true],
  ])('in a subtree: %s', (_what, code, id, expected) => {
    const kinds: UnitKind[] = ['district', 'ward', 'commune'];
    expect(binds(directive({ subtrees: ['u99', code] }), obligation({ kinds }), at(id), tree)).toBe(expected);
  });
});

describe('a letter that passes a directive on', () => {
  const asked = obligation({ kinds: ['district'] });
  const letter = directive({ id: 'hai', forwards: 'mot', extendsTo: ['ward', 'commune'] });

  it.each<[string, Directive, Obligation, number, boolean]>([
    ['binds the kinds it names', letter, asked, 5, true],
    ['binds no other kinds', letter, asked, 3, false],
    ['binds in its own subtree', { ...letter, subtrees: ['u4'] }, asked, 5, true],
    ['binds nobody outside it', { ...letter, subtrees: ['u4'] }, asked, 6, false],
    ['spares whom the directive excepts', letter, obligation({ kinds: [], exceptNames: ['Đức Thuận'] }), 5, false],
    [
      'makes nobody owe what one office is asked by name',
      letter,
      obligation({ kinds: [], names: ['Sở KH&CN'] }),
      5,
      false,
    ],
    ['binds nobody where it passes nothing on', directive(), asked, 5, false],
  ])('%s', (_what, from, what, id, expected) => {
    expect(bindsThrough(from, what, at(id), tree)).toBe(expected);
  });
});

describe('upwards', () => {
  it('goes from a unit to the top', () => {
    expect(upwards(at(5), tree).map(({ id }) => id)).toEqual([5, 4, 1]);
    expect(upwards(at(1), tree).map(({ id }) => id)).toEqual([1]);
  });

  it('ends at a parent nobody knows and on a ring', () => {
    expect(upwards(unit(9, 'ward', 'mất', 77), tree).map(({ id }) => id)).toEqual([9]);
    const [a, b] = [unit(1, 'ward', 'a', 2), unit(2, 'ward', 'b', 1)];
    expect(upwards(a, new Map([a, b].map((each) => [each.id, each])))).toHaveLength(32);
  });
});

describe('the directives of the house by themselves', () => {
  const house = readDirectives();
  const bound = (id: number, directiveId: string) =>
    house
      .filter((each) => each.id === directiveId)
      .flatMap((each) => each.obligations.filter((what) => binds(each, what, at(id), tree)).map((what) => what.id))
      .join(' ');

  const EVERYBODY = 'QN-1a QN-1b QN-1c QN-1d QN-3 QN-5';
  it.each([
    ['a ward', 5, 'QN-1a QN-1b QN-1c QN-1d QN-2c QN-3 QN-5'],
    ['a commune', 6, 'QN-1a QN-1b QN-1c QN-1d QN-2c QN-3 QN-5'],
    ['a district', 4, 'QN-1a QN-1b QN-1c QN-1d QN-2a QN-2b QN-2d QN-3 QN-5'],
    ['a department', 3, EVERYBODY],
    ['Sở KH&CN', 2, 'QN-1a QN-1b QN-1c QN-1d QN-3 QN-4a QN-4b QN-4c QN-5'],
    ['an office', 8, EVERYBODY],
    ['a cluster', 7, ''],
    ['the province', 1, ''],
  ])('Quảng Ngãi asks of %s', (_who, id, expected) => {
    expect(bound(id, 'quang-ngai-2021')).toBe(expected);
  });

  it.each([
    ['a ward', 5, 0],
    ['a commune', 6, 0],
    ['a district', 4, 16],
    ['a department', 3, 16],
    ['Sở KH&CN, which issued it', 2, 0],
    ['a cluster', 7, 0],
  ])('821 alone asks of %s', (_who, id, count) => {
    expect(bound(id, 'dong-nai-821-2021').split(' ').filter(Boolean)).toHaveLength(count);
  });

  it.each([
    ['a ward', 5, 'NT-2 NT-3'],
    ['Phòng Kinh tế', 8, 'NT-1 NT-2 NT-3'],
    ['a provincial department', 3, ''],
    ['the district that sent it', 4, ''],
    ['a cluster', 7, ''],
  ])('4041 asks of %s', (_who, id, expected) => {
    expect(bound(id, 'nhon-trach-4041-2021')).toBe(expected);
  });
});
