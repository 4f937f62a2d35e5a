/** Who of a split unit goes where: one by one or many at once, nobody placed by a guess, everybody may wait. */
import { describe, expect, it } from 'vitest';
import { LATER, type Placed, placeOf } from '../../../conversations/forms/organisation/place-people.ts';
import {
  type ReshapeFacts,
  reshapeUnits,
  reshapingTold,
} from '../../../conversations/forms/organisation/reshape-units.ts';
import { line } from '../../../conversations/say.ts';
import { openedForm, TODAY } from '../../support/form-talk.ts';

const person = (id: number, name: string): Placed => ({ id, name, roles: line('role-staff'), files: true });

const FIVE = ['Phạm Thị Hoa', 'Trịnh Văn Tâm', 'Lưu Thị Mỹ', 'Đặng Quốc Cường', 'Vũ Văn Tâm'].map((name, at) =>
  person(at + 1, name),
);
const PARTS = ['UBND phường Bắc Hồng Đông', 'UBND phường Bắc Hồng Tây'];
const KNOWN = { units: [9], pending: [], into: PARTS, day: '2026-12-01' };

function split(people = FIVE, into = PARTS) {
  const facts: ReshapeFacts = {
    today: TODAY,
    units: () => [],
    unitName: () => 'UBND phường Bắc Hồng',
    refusesName: () => undefined,
    refusesDay: () => undefined,
    people: () => people,
    under: () => [],
    consequences: () => [],
  };
  const form = openedForm(reshapeUnits, { kind: 'split' }, facts, { ...KNOWN, into });
  return { ...form, places: () => people.map(({ id }) => placeOf(form.answers(), id)) };
}

/** What a split of these people came to. */
const told = (form: ReturnType<typeof split>, people = FIVE) =>
  reshapingTold({ kind: 'split' }, form.answers(), { people: () => people, under: () => [] });

const NOTHING = FIVE.map(() => undefined);

describe('a sentence about where people go', () => {
  it.each<[string, Record<number, number>]>([
    ['bắc hồng đông', { 1: 0 }],
    ['phuong bac hong tay', { 1: 1 }],
    ['về 2', { 1: 1 }],
    ['#to:1', { 1: 1 }],
    ['để sau ạ', { 1: LATER }],
    ['để sau', { 1: LATER }],
    ['bỏ qua', { 1: LATER }],
    ['#to:later', { 1: LATER }],
    ['Mỹ về phường Bắc Hồng Tây', { 3: 1 }],
    ['chị Mỹ, anh Cường về tây', { 3: 1, 4: 1 }],
    ['hoa và mỹ sang đông.', { 1: 0, 3: 0 }],
    ['Vũ Văn Tâm về 1', { 5: 0 }],
    ['tất cả về 2', { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 }],
    ['cả 5 người về UBND phường Bắc Hồng Đông', { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }],
    ['#all:0', { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }],
    ['tất cả để sau', { 1: LATER, 2: LATER, 3: LATER, 4: LATER, 5: LATER }],
    ['#all:later', { 1: LATER, 2: LATER, 3: LATER, 4: LATER, 5: LATER }],
    ['cường để sau', { 4: LATER }],
  ])('%s', (text, expected) => {
    const form = split();
    form.says(text);
    expect(form.places()).toEqual(FIVE.map(({ id }) => expected[id]));
    expect(form.isSent()).toBe(false);
  });

  it.each<[string, string]>([
    ['hoa về nam', 'split-no-part'],
    ['về 3', 'split-no-part'],
    ['về 0', 'split-no-part'],
    ['tất cả về bắc hồng', 'split-no-part'],
    ['Lan về 2', 'split-nobody'],
    ['hoa, lan về 2', 'split-nobody'],
    ['tâm về 1', 'split-several'],
    ['chưa nghĩ ra', 'engine-not-understood'],
    ['tất cả', 'engine-not-understood'],
    ['hoa', 'engine-not-understood'],
    ['#to:7x', 'engine-not-understood'],
    ['#confirm', 'engine-not-understood'],
  ])('is asked back and places nobody: %s', (text, key) => {
    const form = split();
    expect(form.says(text)).toContain(key);
    expect(form.places()).toEqual(NOTHING);
  });
});

describe('placing the people of a unit', () => {
  it('asks about whoever is left, then for the yes', () => {
    const form = split();
    expect(form.field()).toBe('place1');
    form.says('mỹ, hoa về 1');
    expect(form.field()).toBe('place2');
    form.says('#to:1');
    expect(form.field()).toBe('place4');
    form.says('còn lại về 2');
    expect(form.field()).toBe('confirm');
    form.says('đúng');
    expect(form.isSent()).toBe(true);
    expect(told(form).places).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 1],
      [5, 1],
    ]);
  });

  it('lets "còn lại" leave alone whoever was placed, and a name place somebody anew', () => {
    const form = split();
    form.says('hoa về 1');
    form.says('mỹ về 1');
    form.says('mỹ về 2');
    form.says('còn lại để sau');
    expect(form.places()).toEqual([0, LATER, 1, LATER, LATER]);
    expect(told(form).places).toEqual([
      [1, 0],
      [3, 1],
    ]);
  });

  it('goes back by one', () => {
    const form = split();
    form.says('#to:0');
    form.says('#to:1');
    form.says('quay lại');
    expect(form.places()).toEqual([0, undefined, undefined, undefined, undefined]);
  });

  it('takes three messages for thirty people of whom two go elsewhere', () => {
    const thirty = Array.from({ length: 30 }, (_, at) => person(at + 1, `Nguyễn Văn Người${at + 1}`));
    const form = split(thirty);
    form.says('người7, người21 về tây');
    form.says('tất cả về đông');
    expect(form.field()).toBe('confirm');
    form.says('đúng');
    const places = new Map(told(form, thirty).places);
    expect(places.size).toBe(30);
    expect([...places].filter(([, place]) => place === 1).map(([id]) => id)).toEqual([7, 21]);
  });

  it('asks nothing where nobody works', () => {
    expect(split([]).field()).toBe('confirm');
  });

  it('names the part nobody would report for, at the yes', () => {
    expect(split().says('tất cả về 1')).toContain('split-no-staff');
    expect(split(FIVE.slice(0, 2)).says('hoa về 1')).not.toContain('split-no-staff');
    const form = split(FIVE.slice(0, 2));
    form.says('hoa về 1');
    expect(form.says('về 2')).not.toContain('split-no-staff');
  });

  it('works with twelve parts by their numbers', () => {
    const twelve = Array.from({ length: 12 }, (_, at) => `UBND xã Số ${at + 1}`);
    const form = split(FIVE, twelve);
    form.says('tất cả về 12');
    expect(form.places()).toEqual([11, 11, 11, 11, 11]);
  });
});
