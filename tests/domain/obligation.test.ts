/** What a unit owes, how an obligation stands after each thing said of it, and the day it comes down to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDirectives } from '../../directives/directives.ts';
import { loadCalendar } from '../../directives/holidays.ts';
import type { Directive, Obligation } from '../../domain/directive.ts';
import {
  compileLead,
  dueDay,
  ENTRY_KINDS,
  type Entry,
  type EntryKind,
  entryFault,
  isLocalDue,
  type Occasion,
  obligationsOf,
  type Standing,
  standing,
  TAKING_BACK,
} from '../../domain/obligation.ts';
import type { Unit, UnitKind, UnitTree } from '../../domain/unit.ts';

const house = readDirectives();
const calendar = loadCalendar();
const named = (id: string): Obligation => {
  const found = house.flatMap((each) => each.obligations).find((each) => each.id === id);
  if (!found) throw new Error(`no obligation ${id}`);
  return found;
};
const only = (...ids: string[]): Directive[] => house.filter(({ id }) => ids.includes(id));

const unit = (id: number, kind: UnitKind, parent?: number, fields: Partial<Unit> = {}): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind,
  ...(parent === undefined ? {} : { parent }),
  ...fields,
});
const science = unit(2, 'department', 1, { name: 'Sở KH&CN' });
const district = unit(4, 'district', 1, { validTo: '2025-06-30' });
const ward = unit(5, 'ward', 4);
const commune = unit(6, 'commune', 7);
const units = [unit(1, 'province'), science, unit(3, 'department', 1), district, ward, commune, unit(7, 'cluster', 2)];
const tree: UnitTree = new Map(units.map((each) => [each.id, each]));
const idsOf = (directives: Directive[], whose: Unit, day: string) =>
  obligationsOf(directives, whose, tree, day).map(({ obligation }) => obligation.id);

const DN = named('DN-1.1').id;
const BOTH = ['dong-nai-821-2021', 'nhon-trach-4041-2021'];

describe('what a unit owes', () => {
  it('begins with the letter that passed it on', () => {
    expect(idsOf(only(...BOTH), ward, '2021-05-23')).toEqual([]);
    const owed = obligationsOf(only(...BOTH), ward, tree, '2021-05-24');
    expect(owed.map(({ obligation }) => obligation.id).filter((id) => id.startsWith('DN-'))).toHaveLength(16);
    expect(owed.map(({ obligation }) => obligation.id).slice(-2)).toEqual(['NT-2', 'NT-3']);
    expect(owed[0]).toMatchObject({ directive: { id: BOTH[0] }, obligation: { id: DN }, through: { id: BOTH[1] } });
    expect(owed.at(-1)).not.toHaveProperty('through');
  });

  it('is not passed on without the letter, without the directive, or outside its subtree', () => {
    expect(idsOf(only('dong-nai-821-2021'), ward, '2026-11-20')).toEqual([]);
    expect(idsOf(only('nhon-trach-4041-2021'), ward, '2026-11-20')).toEqual(['NT-2', 'NT-3']);
    const inDistrict = only(...BOTH).map((each) => (each.forwards ? { ...each, subtrees: ['u4'] } : each));
    expect(idsOf(inDistrict, ward, '2026-11-20')).toHaveLength(18);
    expect(idsOf(inDistrict, commune, '2026-11-20')).toEqual([]);
  });

  it('ends with the directive, also for those it was passed on to', () => {
    const ended = only(...BOTH).map((each) => (each.forwards ? each : { ...each, validTo: '2026-12-31' }));
    expect(idsOf(ended, ward, '2026-12-31')).toHaveLength(18);
    expect(idsOf(ended, ward, '2027-01-01')).toEqual(['NT-2', 'NT-3']);
  });

  it('comes once where it binds by itself and through a letter', () => {
    const twice = only(...BOTH).map((each) => (each.forwards ? { ...each, extendsTo: ['department' as const] } : each));
    const owed = obligationsOf(twice, unit(3, 'department', 1), tree, '2026-11-20');
    expect(owed).toHaveLength(16);
    expect(owed.every(({ through }) => through === undefined)).toBe(true);
  });

  it('is nothing for a unit that is gone or not yet there, and for a cluster', () => {
    expect(idsOf(house, district, '2025-06-30')).toContain('QN-2d');
    expect(idsOf(house, district, '2025-07-01')).toEqual([]);
    expect(idsOf(house, unit(9, 'ward', 4, { validFrom: '2025-07-01' }), '2025-06-30')).toEqual([]);
    expect(idsOf(house, unit(7, 'cluster', 2), '2026-11-20')).toEqual([]);
  });

  it('is asked of Sở KH&CN alone where it is named', () => {
    const asked = (whose: Unit) => idsOf(house, whose, '2026-11-20').filter((id) => id.startsWith('QN-4'));
    expect(asked(science)).toEqual(['QN-4a', 'QN-4b', 'QN-4c']);
    expect(asked(unit(3, 'department', 1))).toEqual([]);
  });
});

/** The letters name no lead; a Sở that wants one writes it into its copy. */
const leading = house.map((directive) => ({
  ...directive,
  obligations: directive.obligations.map((each) => (each.id === 'QN-2d' ? { ...each, internalLead: 10 } : each)),
}));

describe('the lead of those who are compiled', () => {
  it('is none of the letters’ own', () => {
    expect(compileLead(house, ward, tree, '2024-11-01')).toBe(0);
  });

  it.each<[string, Unit, string, number]>([
    ['a ward under a district', ward, '2024-11-01', 10],
    ['a ward whose district is gone', ward, '2025-07-01', 0],
    ['a commune under a cluster', commune, '2024-11-01', 0],
    ['the district itself', district, '2024-11-01', 0],
    ['a unit whose parent is missing', unit(9, 'ward', 77), '2024-11-01', 0],
  ])('%s', (_who, whose, day, lead) => {
    expect(compileLead(leading, whose, tree, day)).toBe(lead);
  });
});

const entry = (kind: EntryKind, at = 1, fields: Partial<Entry> = {}): Entry => ({ kind, at, by: 7, ...fields });
const WHY = { reason: 'thiếu phụ lục' };
const returned = (at: number) => entry('returned', at, WHY);
const moved = (date: string, at = 1) => entry('moved', at, { date, decision: '12/QĐ-UBND' });

describe('standing', () => {
  it.each<[string, Entry[], Standing]>([
    ['nothing', [], { state: 'open' }],
    ['done', [entry('done', 5, { document: 3 })], { state: 'done', at: 5, by: 7, doneAt: 5, document: 3 }],
    [
      'done, accepted',
      [entry('done', 5, { document: 3 }), entry('accepted', 9)],
      { state: 'accepted', at: 9, by: 7, doneAt: 5, document: 3 },
    ],
    ['accepted on paper', [entry('accepted', 9)], { state: 'accepted', at: 9, by: 7 }],
    ['done, returned', [entry('done', 5), returned(6)], { state: 'returned', at: 6, by: 7, doneAt: 5, ...WHY }],
    [
      'done, returned, done again',
      [entry('done', 5, { document: 3 }), returned(6), entry('done', 8, { document: 4 })],
      { state: 'done', at: 8, by: 7, doneAt: 8, document: 4 },
    ],
    ['done, accepted, done', [entry('done', 5), entry('accepted', 6), entry('done', 7)], accepted(6, 5)],
    ['accepted, returned', [entry('accepted', 5), returned(6)], { state: 'returned', at: 6, by: 7, ...WHY }],
    ['waived', [entry('waived', 5, WHY)], { state: 'waived', at: 5, by: 7, ...WHY }],
    ['waived, done', [entry('waived', 5, WHY), entry('done', 6)], { state: 'done', at: 6, by: 7, doneAt: 6 }],
    [
      'done, accepted, reopened',
      [entry('done', 5, { document: 3 }), entry('accepted', 6), entry('reopened', 7)],
      { state: 'open', at: 7, by: 7 },
    ],
    ['moved', [moved('2026-12-01')], { state: 'open', due: '2026-12-01', local: false, decision: '12/QĐ-UBND' }],
    ['a day set', [entry('set_date', 5, { date: '2026-03-31' })], { state: 'open', due: '2026-03-31', local: true }],
    [
      'a day set twice',
      [entry('set_date', 5, { date: '2026-03-31' }), entry('set_date', 6, { date: '2026-04-15' })],
      { state: 'open', due: '2026-04-15', local: true },
    ],
    [
      'moved, then a day set',
      [moved('2026-12-01'), entry('set_date', 6, { date: '2026-12-20' })],
      { state: 'open', due: '2026-12-01', local: false, decision: '12/QĐ-UBND' },
    ],
    [
      'moved, done, reopened: still moved',
      [moved('2026-12-01'), entry('done', 6), entry('reopened', 7)],
      { state: 'open', at: 7, by: 7, due: '2026-12-01', local: false, decision: '12/QĐ-UBND' },
    ],
    // with a fault, as if never said
    ['moved without a decision', [entry('moved', 1, { date: '2026-12-01' })], { state: 'open' }],
    ['returned without a reason', [entry('done', 5), entry('returned', 6)], done(5)],
    ['waived for a blank reason', [entry('waived', 5, { reason: ' ' })], { state: 'open' }],
  ])('after %s', (_what, entries, expected) => {
    expect(standing(entries)).toEqual(expected);
  });

  it('is done, or accepted, whatever else was said in whatever order, where nothing took it back', () => {
    const lasting = ENTRY_KINDS.filter((kind) => TAKING_BACK.every((back) => back !== kind));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lasting), { maxLength: 8 }), (kinds) => {
        const { state } = standing(kinds.map((kind, at) => entry(kind, at, { ...WHY, date: '2026-12-01' })));
        if (kinds.includes('accepted')) expect(state).toBe('accepted');
        else if (kinds.includes('done')) expect(state).toBe('done');
        else expect(['open', 'waived']).toContain(state);
      }),
    );
  });
});

function accepted(at: number, doneAt: number): Standing {
  return { state: 'accepted', at, by: 7, doneAt };
}
function done(at: number): Standing {
  return { state: 'done', at, by: 7, doneAt: at };
}

describe('entryFault', () => {
  it.each<[string, Entry, ReturnType<typeof entryFault>]>([
    ['done without a document', entry('done'), undefined],
    ['accepted', entry('accepted'), undefined],
    ['reopened without a reason', entry('reopened'), undefined],
    ['returned with a reason', returned(1), undefined],
    ['moved by a decision', moved('2026-12-01'), undefined],
    ['a day set', entry('set_date', 1, { date: '2026-03-31' }), undefined],
    ['returned without', entry('returned'), 'reason_missing'],
    ['waived without', entry('waived', 1, { reason: '' }), 'reason_missing'],
    ['moved without a date', entry('moved', 1, { decision: '12/QĐ-UBND' }), 'date_missing'],
    ['moved without a decision', entry('moved', 1, { date: '2026-12-01' }), 'decision_missing'],
    ['moved by a blank decision', entry('moved', 1, { date: '2026-12-01', decision: ' ' }), 'decision_missing'],
    ['a day set without a date', entry('set_date'), 'date_missing'],
  ])('%s', (_what, what, fault) => {
    expect(entryFault(what)).toBe(fault);
  });
});

const OPEN: Standing = { state: 'open' };
const own = (due: string): Standing => ({ state: 'open', due, local: true });
const decided = (due: string): Standing => ({ state: 'open', due, local: false });
/** Nobody's directive: a date the data itself gives as ours. */
const ours: Obligation = { ...named('DN-1.1'), deadline: { kind: 'local', day: 31, month: 3 } };

describe('dueDay', () => {
  it.each<[string, Obligation, Occasion, Standing, string | undefined, boolean]>([
    // "trước ngày 15/11"
    ['QN-1d of 2025', named('QN-1d'), { year: 2025 }, OPEN, '2025-11-14', false],
    ['QN-1d of 2026', named('QN-1d'), { year: 2026 }, OPEN, '2026-11-13', false],
    ['QN-1d of 2027', named('QN-1d'), { year: 2027 }, OPEN, '2027-11-12', false],
    ['QN-2d of 2026', named('QN-2d'), { year: 2026 }, OPEN, '2026-11-13', false],
    ['QN-1d, to be compiled', named('QN-1d'), { year: 2026, lead: 10 }, OPEN, '2026-10-30', true],
    ['a compiled report has no lead of its own', named('QN-2d'), { year: 2026, lead: 10 }, OPEN, '2026-11-13', false],
    // 30 days from the audit
    ['DN-1.6b', named('DN-1.6b'), { year: 2021, event: '2021-09-17' }, OPEN, '2021-10-18', false],
    ['DN-1.6b before any audit', named('DN-1.6b'), { year: 2021 }, OPEN, undefined, false],
    ['DN-1.8 on a Saturday', named('DN-1.8'), { year: 2026, event: '2026-11-21' }, OPEN, '2026-11-23', false],
    ['DN-1.8 before any change', named('DN-1.8'), { year: 2026 }, OPEN, undefined, false],
    // no date in the directive
    ['DN-1.1', named('DN-1.1'), { year: 2026 }, OPEN, undefined, false],
    ['DN-1.3, owed all the time', named('DN-1.3'), { year: 2026 }, OPEN, undefined, false],
    ['DN-1.1 with a day of our own', named('DN-1.1'), { year: 2026 }, own('2026-03-31'), '2026-03-31', true],
    ['… on a Sunday', named('DN-1.1'), { year: 2026 }, own('2026-03-15'), '2026-03-13', true],
    ['… in Tết', named('DN-1.1'), { year: 2026 }, own('2026-02-18'), '2026-02-09', true],
    ['a day of our own in the data', ours, { year: 2026 }, OPEN, '2026-03-31', true],
    ['… set anew, later', ours, { year: 2026 }, own('2026-04-15'), '2026-04-15', true],
    // a day of our own beside the directive's
    ['QN-1d asked earlier', named('QN-1d'), { year: 2026 }, own('2026-10-30'), '2026-10-30', true],
    ['QN-1d is not put off by ourselves', named('QN-1d'), { year: 2026 }, own('2026-12-01'), '2026-11-13', false],
    // by decision
    ['QN-1d moved', named('QN-1d'), { year: 2026 }, decided('2026-12-01'), '2026-12-01', false],
    ['QN-1d moved to a Sunday', named('QN-1d'), { year: 2026 }, decided('2026-11-29'), '2026-11-27', false],
    ['QN-1d moved to 24/11', named('QN-1d'), { year: 2026 }, decided('2026-11-24'), '2026-11-23', false],
    ['QN-1d moved, lead or not', named('QN-1d'), { year: 2026, lead: 10 }, decided('2026-12-01'), '2026-12-01', false],
  ])('%s', (_what, obligation, on, now, day, isOurs) => {
    expect(dueDay(obligation, on, now, calendar)).toBe(day);
    expect(isLocalDue(obligation, on, now, calendar)).toBe(isOurs);
  });
});
