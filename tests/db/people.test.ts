import { describe, expect, it, vi } from 'vitest';
import type { Tx } from '../../db/open.ts';
import {
  bind,
  identitiesOf,
  markGone,
  peopleWithRole,
  personAt,
  personByCode,
  personById,
  staffOf,
  touch,
} from '../../db/people.ts';
import { memberships, people } from '../../db/schema.ts';
import type { Address } from '../../domain/message.ts';
import type { Role } from '../../domain/person.ts';
import { temporaryArchive } from '../support/archive.ts';

const TODAY = '2021-10-25';

function addPerson(
  tx: Tx,
  code: string,
  ...roles: [unit: number, role: Role, from?: string | undefined, to?: string | undefined][]
): number {
  const { id } = tx
    .insert(people)
    .values({ code, name: `Cán bộ ${code}` })
    .returning({ id: people.id })
    .get();
  for (const [unitId, role, validFrom, validTo] of roles) {
    tx.insert(memberships).values({ personId: id, unitId, role, validFrom, validTo }).run();
  }
  return id;
}

const telegram: Address = { channel: 'telegram', account: 'iso_bot', id: '100' };
const zalo: Address = { channel: 'zalo-personal', account: 'phone-1', id: '100' };

describe('people', () => {
  it('are found by id and by code with every role they hold or held', () => {
    const { archive } = temporaryArchive();
    const id = archive.write((tx) => addPerson(tx, 'lan', [1, 'staff'], [2, 'leader', '2021-01-01', '2021-06-30']));
    const lan = {
      id,
      code: 'lan',
      name: 'Cán bộ lan',
      language: 'vi',
      memberships: [
        { unit: 1, role: 'staff' },
        { unit: 2, role: 'leader', validFrom: '2021-01-01', validTo: '2021-06-30' },
      ],
    };
    expect(personById(archive.read, id)).toEqual(lan);
    expect(personByCode(archive.read, 'lan')).toEqual(lan);
    expect(personById(archive.read, id + 1)).toBeUndefined();
    expect(personByCode(archive.read, 'la')).toBeUndefined();
  });

  it('without any role are people all the same', () => {
    const { archive } = temporaryArchive();
    const id = archive.write((tx) => addPerson(tx, 'an'));
    expect(personById(archive.read, id)?.memberships).toEqual([]);
  });

  it('are refused when the archive holds a role the house does not know', () => {
    const { archive } = temporaryArchive();
    const id = archive.write((tx) => addPerson(tx, 'an', [1, 'king' as Role]));
    expect(() => personById(archive.read, id)).toThrow('king');
  });

  it.each([
    ['no dates', undefined, undefined, true],
    ['begins today', TODAY, undefined, true],
    ['begins tomorrow', '2021-10-26', undefined, false],
    ['ends today', undefined, TODAY, true],
    ['ended yesterday', undefined, '2021-10-24', false],
  ])('whose role has or had its dates: %s', (_case, from, to, expected) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => addPerson(tx, 'lan', [7, 'staff', from, to]));
    expect(staffOf(archive.read, 7, TODAY).length > 0).toBe(expected);
    expect(peopleWithRole(archive.read, 'staff', TODAY).length > 0).toBe(expected);
  });

  it('who file for a unit are its staff only, in the order they joined, with their other roles', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      addPerson(tx, 'lan', [7, 'staff'], [8, 'staff']);
      addPerson(tx, 'ct', [7, 'leader']);
      addPerson(tx, 'hoa', [7, 'staff']);
      addPerson(tx, 'minh', [8, 'staff']);
      addPerson(tx, 'dp', [1, 'coordinator']);
    });
    expect(staffOf(archive.read, 7, TODAY).map(({ code }) => code)).toEqual(['lan', 'hoa']);
    expect(staffOf(archive.read, 7, TODAY)[0]?.memberships).toHaveLength(2);
    expect(peopleWithRole(archive.read, 'coordinator', TODAY).map(({ code }) => code)).toEqual(['dp']);
    expect(peopleWithRole(archive.read, 'admin', TODAY)).toEqual([]);
    expect(staffOf(archive.read, 99, TODAY)).toEqual([]);
  });
});

describe('an address', () => {
  it('speaks for nobody until it is bound, and then for that person after a restart too', () => {
    const temporary = temporaryArchive();
    expect(personAt(temporary.archive.read, telegram)).toBeUndefined();
    const id = temporary.archive.write((tx) => {
      const person = addPerson(tx, 'lan', [1, 'staff']);
      bind(tx, person, telegram, 1_000);
      expect(personAt(tx, telegram)?.id).toBe(person);
      return person;
    });
    expect(personAt(temporary.reopen().read, telegram)?.id).toBe(id);
  });

  it.each<[string, Address]>([
    ['the same id at another provider', zalo],
    ["the same id at another account of the bot's", { ...telegram, account: 'other_bot' }],
    ['another id', { ...telegram, id: '101' }],
  ])('is not %s', (_case, other) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => bind(tx, addPerson(tx, 'lan'), telegram, 1_000));
    expect(personAt(archive.read, other)).toBeUndefined();
  });

  it('goes to the last person who enrolled on it', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const lan = addPerson(tx, 'lan');
      bind(tx, lan, telegram, 1_000);
      const hoa = addPerson(tx, 'hoa');
      bind(tx, hoa, telegram, 2_000);
      expect(personAt(tx, telegram)?.code).toBe('hoa');
      expect(identitiesOf(tx, lan)).toEqual([]);
      expect(identitiesOf(tx, hoa)).toHaveLength(1);
    });
  });

  it('where a person was seen last comes first', () => {
    const { archive } = temporaryArchive();
    const id = archive.write((tx) => {
      const person = addPerson(tx, 'lan');
      bind(tx, person, telegram, 1_000);
      bind(tx, person, zalo, 2_000);
      return person;
    });
    const channels = () => identitiesOf(archive.read, id).map(({ address }) => address.channel);
    expect(channels()).toEqual(['zalo-personal', 'telegram']);
    archive.write((tx) => touch(tx, telegram, 3_000));
    expect(channels()).toEqual(['telegram', 'zalo-personal']);
    expect(identitiesOf(archive.read, id)[0]).toMatchObject({ address: telegram, lastSeenAt: 3_000 });
  });

  it('marked as gone is there again when the person speaks, and only that address', () => {
    const { archive } = temporaryArchive();
    const gone = () => identitiesOf(archive.read, 1).map(({ address, goneAt }) => [address.channel, goneAt]);
    archive.write((tx) => {
      const person = addPerson(tx, 'lan');
      bind(tx, person, telegram, 1_000);
      bind(tx, person, zalo, 900);
      markGone(tx, telegram, 1_500);
      markGone(tx, zalo, 1_600);
    });
    expect(gone()).toEqual([
      ['telegram', 1_500],
      ['zalo-personal', 1_600],
    ]);
    archive.write((tx) => touch(tx, telegram, 2_000));
    expect(gone()).toEqual([
      ['telegram', undefined],
      ['zalo-personal', 1_600],
    ]);
  });

  it('nobody is bound to is not made up by being touched', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => touch(tx, telegram, 2_000));
    expect(personAt(archive.read, telegram)).toBeUndefined();
    expect(archive.sqlite.prepare('select count(*) as n from identities').get()).toEqual({ n: 0 });
  });

  it('is looked up and touched by statements prepared once, whatever the transaction', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => bind(tx, addPerson(tx, 'lan'), telegram, 1_000));
    const message = (at: number) =>
      archive.write((tx) => {
        touch(tx, telegram, at);
        return personAt(tx, telegram)?.code;
      });
    expect(message(2_000)).toBe('lan');
    const prepare = vi.spyOn(archive.sqlite, 'prepare');
    expect(message(3_000)).toBe('lan');
    expect(prepare).not.toHaveBeenCalled();
    expect(identitiesOf(archive.read, 1)[0]?.lastSeenAt).toBe(3_000);
  });

  it('spoken from in a transaction that failed was not spoken from', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => bind(tx, addPerson(tx, 'lan'), telegram, 1_000));
    expect(() =>
      archive.write((tx) => {
        touch(tx, telegram, 9_000);
        throw new Error('the turn failed');
      }),
    ).toThrow('the turn failed');
    expect(identitiesOf(archive.read, 1)[0]?.lastSeenAt).toBe(1_000);
  });
});
