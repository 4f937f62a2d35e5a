/** What a file of a directive may say, and what whoever wrote it is told when it is wrong. */
import { describe, expect, it } from 'vitest';
import { parseDirective } from '../../directives/directives.ts';
import { asking, DUE, letter, lineWith, onEvent, passing, printed, work } from './letter.ts';

describe('a directive', () => {
  it.each([
    ['as it is', printed({})],
    ['in force until a day', printed({ validTo: '2026-12-31' })],
    ['with a note and a part of the organisation', printed({ note: 'cần đối chiếu', subtrees: ['u4', 'u7'] })],
    ['of one year only', asking({ year: 2026, deadline: DUE })],
    ['that passes another on and asks nothing itself', printed({ ...passing, forwards: 'thu-hai', obligations: [] })],
    ['whose number and date are lost', printed({ citation: { ...letter.citation, number: null, date: null } })],
    ['with a fixed date', asking({ deadline: DUE })],
    ['with a date on the last day of February', asking({ deadline: { ...DUE, day: 28, month: 2 } })],
    ['with a date of our own', asking({ deadline: { kind: 'local', day: 31, month: 3 } })],
    ['with a term after an event', asking({ ...onEvent, deadline: { kind: 'after_event', days: 30 } })],
    ['at once on an event', asking({ ...onEvent, deadline: { kind: 'on_event' } })],
    ['on an event without a date', asking(onEvent)],
    ['all the time', asking({ recurrence: 'continuous' })],
    ['with a lead for those below', asking({ deadline: DUE, internalLead: 10 })],
    ['of units by name', asking({ appliesTo: { kinds: ['department'], names: ['Sở Y tế'] } })],
    ['but not of a unit by name', asking({ appliesTo: { kinds: ['department'], exceptNames: ['Sở Y tế'] } })],
    ['with rungs of its own', asking({ deadline: DUE, rungs: [10, 5, 1] })],
    ['that tells both on the first day', asking({ escalation: { coordinatorAfter: 0, leaderAfter: 0 } })],
    ['shown in the list, the yearly report', asking({ tracked: { vi: 'BC', en: 'Rep' }, report: 'annual' })],
    ['shown by a document', asking({ evidence: { roles: ['audit_report', 'other'], what: 'Báo cáo' } })],
  ])('is read as written: %s', (_what, text) => {
    expect(parseDirective(text, 'a.json')).toStrictEqual(JSON.parse(text));
  });

  it('may begin with the mark Notepad puts in front, and its words are tidied', () => {
    const text = `\uFEFF${printed({ note: ' cần đối chiếu ' })}`;
    expect(parseDirective(text, 'a.json').note).toBe('cần đối chiếu');
  });
});

/** In the letter as printed: where its first obligation begins, and the id of a second one. */
const FIRST_OBLIGATION = 15;
const SECOND_ID = 37;

describe('a directive that is wrong', () => {
  it.each<[string, string, string | number, string]>([
    // the letter
    ['an id with capitals', printed({ id: 'Thu' }), '"id"', 'id: write small letters'],
    ['a date that does not exist', printed({ validFrom: '2026-02-30' }), '"validFrom"', 'validFrom: no such date'],
    [
      'a date written our way',
      printed({ validFrom: '05/01/2026' }),
      '"validFrom"',
      'validFrom: no such date; write it',
    ],
    ['an end before its beginning', printed({ validTo: '2025-12-31' }), '"validTo"', 'validTo: before validFrom'],
    [
      'a misspelt key',
      printed({ validTil: '2026-12-31' }),
      '"validTil"',
      'unknown key "validTil"; correct its spelling',
    ],
    ['a number as a number', printed({ citation: { ...letter.citation, number: 12 } }), '"number"', 'write the digits'],
    ['no words to cite', printed({ citation: { ...letter.citation, raw: ' ' } }), '"raw"', 'citation.raw: write the'],
    ['no obligations', printed({ obligations: [] }), '"obligations"', 'obligations: list the obligations'],
    ['passing on to nobody', printed({ forwards: 'thu-hai' }), '"forwards"', 'forwards: add "extendsTo"'],
    ['passing on nothing', printed({ extendsTo: ['ward'] }), '"extendsTo"', 'extendsTo: add "forwards"'],
    ['passing on itself', printed(passing), '"forwards"', 'forwards: passes on itself'],
    // who and how often
    ['an id twice', printed({ obligations: [work, work] }), SECOND_ID, '"AB-1" is used'],
    ['an id in small letters', asking({ id: 'ab-1' }), '"ab-1"', 'obligations[0].id: write an id such as'],
    ['a title in one language', asking({ title: { vi: 'Báo cáo' } }), '"title"', 'title.en: write it in English'],
    ['an unknown kind', asking({ appliesTo: { kinds: ['town'] } }), '"town"', 'kinds[0]: write one of: province'],
    ['no kind', asking({ appliesTo: { kinds: [] } }), '"kinds"', 'appliesTo.kinds: list the kinds'],
    ['no names', asking({ appliesTo: { kinds: ['ward'], names: [] } }), '"names"', 'names: list names, or leave'],
    ['an unknown recurrence', asking({ recurrence: 'weekly' }), '"weekly"', 'recurrence: write one of: yearly'],
    ['an event without a trigger', asking({ recurrence: 'on_event' }), '"on_event"', 'needs a "trigger"; write one of'],
    [
      'a trigger of a yearly duty',
      asking({ trigger: 'difficulty' }),
      '"trigger"',
      'trigger: only what is owed "on_event"',
    ],
    [
      'an unknown trigger',
      asking({ ...onEvent, trigger: 'flood' }),
      '"flood"',
      'trigger: write one of: internal_audit',
    ],
    // when
    ['31 November', asking({ deadline: { ...DUE, day: 31 } }), '"day"', 'deadline.day: 31/11 is no day of every year'],
    ['29 February', asking({ deadline: { ...DUE, day: 29, month: 2 } }), '"day"', '29/2 is no day of every year'],
    ['day 0', asking({ deadline: { ...DUE, day: 0 } }), '"day"', 'write the day of the month, a whole number from 1'],
    [
      'month 13',
      asking({ deadline: { ...DUE, month: 13 } }),
      '"month"',
      'write the month, a whole number from 1 to 12',
    ],
    ['half a day', asking({ deadline: { ...DUE, day: 1.5 } }), '"day"', 'a whole number from 1 to 31'],
    [
      '"trước" or not unsaid',
      asking({ deadline: { ...DUE, exclusive: 'yes' } }),
      '"exclusive"',
      'write true for "trước',
    ],
    ['an unknown rule', asking({ deadline: { kind: 'monthly', workingDay: 5 } }), '"monthly"', 'write one of: fixed'],
    ['a date as text', asking({ deadline: '15/11' }), '"deadline"', 'deadline: write the deadline as {"kind": …}'],
    [
      'a term of no days',
      asking({ ...onEvent, deadline: { kind: 'after_event', days: 0 } }),
      '"days"',
      'calendar days',
    ],
    ['a date of what never ends', asking({ recurrence: 'continuous', deadline: DUE }), '"deadline"', 'has no deadline'],
    ['a fixed date of an event', asking({ ...onEvent, deadline: DUE }), '"deadline"', '"fixed" does not fit'],
    ['an event of a yearly duty', asking({ deadline: { kind: 'on_event' } }), '"deadline"', '"on_event" does not fit'],
    ['a lead to no date', asking({ internalLead: 10 }), '"internalLead"', 'internalLead: needs a "fixed" deadline'],
    ['a negative lead', asking({ deadline: DUE, internalLead: -1 }), '"internalLead"', 'write working days, a whole'],
    // what then
    [
      'an unknown role',
      asking({ evidence: { roles: ['letter'] } }),
      '"letter"',
      'roles[0]: write one of: document_list',
    ],
    ['a misspelt key inside', asking({ evidence: { roles: [], wat: 'x' } }), '"wat"', 'evidence: unknown key "wat"'],
    ['a rung twice', asking({ rungs: [7, 3, 7] }), '"rungs"', 'rungs: a rung is listed twice'],
    [
      'the leader before the coordinator',
      asking({ escalation: { coordinatorAfter: 5, leaderAfter: 1 } }),
      '"leaderAfter"',
      'leaderAfter: the leader is told before',
    ],
    ['no escalation', asking({ escalation: undefined }), FIRST_OBLIGATION, 'escalation: write {"coordinatorAfter": …'],
    ['an unknown report', asking({ report: 'monthly' }), '"report"', 'report: write "annual", or leave'],
    // no directive at all
    [
      'a comma too many',
      printed({}).replace('"yearly",', '"yearly",,'),
      '"yearly"',
      'not valid JSON: a name in quotes',
    ],
    ['a key twice', printed({}).replace('"title"', '"id"'), '"id": {', 'not valid JSON: "id" is given twice'],
    ['a list', '[]', '[', 'the whole file: '],
    ['an empty file', '', '', 'not valid JSON: a value is missing'],
  ])('is refused with file, line and remedy: %s', (_what, text, words, message) => {
    const read = () => parseDirective(text, 'a.json');
    const line = typeof words === 'number' ? words : lineWith(text, words);
    expect(read).toThrow(message);
    expect(read).toThrow(new RegExp(`^a\\.json:${line}: [^\\n]+$`));
  });

  it('names the first to mend in the order of the file, and how many more there are', () => {
    const text = printed({ validFrom: 'x', obligations: [{ ...work, id: 'x', recurrence: 'x' }] });
    const line = lineWith(text, '"validFrom"');
    expect(() => parseDirective(text, 'a.json')).toThrow(
      new RegExp(`^a\\.json:${line}: validFrom: .*\\(and 2 more to mend in this file\\)$`),
    );
  });
});
