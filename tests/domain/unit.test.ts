/** The tree of units: who stands under whom, and the proper name in an official one. */
import { describe, expect, it } from 'vitest';
import { isUnitKind, isWithin, placeName, UNIT_KINDS, type Unit, type UnitTree } from '../../domain/unit.ts';

const unit = (id: number, parent?: number): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind: 'ward',
  ...(parent === undefined ? {} : { parent }),
});
const tree = (...units: Unit[]): UnitTree => new Map(units.map((each) => [each.id, each]));

describe('isWithin', () => {
  const all = tree(unit(1), unit(2, 1), unit(3, 2), unit(4, 2), unit(5));

  it.each<[at: number, top: number, within: boolean]>([
    [1, 1, true],
    [2, 1, true],
    [3, 1, true],
    [3, 2, true],
    [1, 3, false],
    [3, 4, false],
    [5, 1, false],
    [1, 5, false],
  ])('unit %i under %i: %s', (at, top, within) => {
    expect(isWithin(all, at, top)).toBe(within);
  });

  it('says no for a unit nobody knows, and for one whose parent is missing', () => {
    expect(isWithin(all, 99, 1)).toBe(false);
    expect(isWithin(tree(unit(3, 2)), 3, 1)).toBe(false);
  });

  it('ends on a ring of parents', () => {
    const ring = tree(unit(1, 2), unit(2, 1));
    expect(isWithin(ring, 1, 3)).toBe(false);
    expect(isWithin(ring, 1, 2)).toBe(true);
  });

  it('reaches through any depth an administration has', () => {
    const deep = tree(...Array.from({ length: 20 }, (_, index) => unit(index + 1, index === 0 ? undefined : index)));
    expect(isWithin(deep, 20, 1)).toBe(true);
  });
});

describe('placeName', () => {
  it.each([
    ['UBND phường Đức Thuận', 'Đức Thuận'],
    ['Ủy ban nhân dân xã Kim Hoa', 'Kim Hoa'],
    ['UBND thị xã Hồng Lĩnh', 'Hồng Lĩnh'],
    ['phường Đức Thuận', 'Đức Thuận'],
    ['Đặc khu Phú Quốc', 'Phú Quốc'],
    ['UBND TP Hà Tĩnh', 'Hà Tĩnh'],
    ['ubnd  xã  Sơn Kim 1', 'Sơn Kim 1'],
    ['Sở KH&CN', 'Sở KH&CN'],
    ['Xã Xã Xệ', 'Xã Xệ'],
    ['Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh'],
    ['', ''],
  ])('of %j is %j', (name, place) => {
    expect(placeName(name)).toBe(place);
  });

  it('is the same written in decomposed letters', () => {
    expect(placeName('UBND phường Đức Thuận'.normalize('NFD'))).toBe('Đức Thuận');
  });
});

describe('kinds of units', () => {
  it('are known by their names and no others', () => {
    for (const kind of UNIT_KINDS) expect(isUnitKind(kind)).toBe(true);
    for (const text of ['', 'xã', 'Ward', 'wards', 'toString']) expect(isUnitKind(text)).toBe(false);
  });
});
