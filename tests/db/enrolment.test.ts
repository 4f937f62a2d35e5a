import { describe, expect, it } from 'vitest';
import {
  CODE_LIFETIME_DAYS,
  issueCode,
  issueMissingCodes,
  noteTry,
  redeemCode,
  tooManyTries,
  WRONG_TRIES_PER_HOUR,
  WRONG_TRIES_PER_HOUR_ALL,
} from '../../db/enrolment.ts';
import type { Tx } from '../../db/open.ts';
import { bind } from '../../db/people.ts';
import { people } from '../../db/schema.ts';
import type { Address } from '../../domain/message.ts';
import { temporaryArchive } from '../support/archive.ts';
import { countedRandom } from '../support/random.ts';

const AT = Date.UTC(2021, 9, 25, 1);
const DAY = 86_400_000;
const HOUR = 3_600_000;
const telegram: Address = { channel: 'telegram', account: 'iso_bot', id: '100' };

function addPerson(tx: Tx, code: string): number {
  return tx.insert(people).values({ code, name: code }).returning({ id: people.id }).get().id;
}

describe('a code', () => {
  it.each([
    ['as printed', (code: string) => code],
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without the hyphen', (code: string) => code.replace('-', '')],
    ['with a space instead', (code: string) => code.replace('-', ' ')],
    ['in a sentence', (code: string) => `mã của em là ${code} ạ`],
  ])('%s names its person, once', (_case, typed) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const random = countedRandom();
      const [lan, hoa] = [addPerson(tx, 'lan'), addPerson(tx, 'hoa')];
      const codes = [issueCode(tx, lan, AT, random), issueCode(tx, hoa, AT, random)];
      expect(codes[0]).not.toBe(codes[1]);
      expect(redeemCode(tx, typed(codes[1] ?? ''), AT + 1)).toBe(hoa);
      expect(redeemCode(tx, typed(codes[1] ?? ''), AT + 2)).toBeUndefined();
      expect(redeemCode(tx, typed(codes[0] ?? ''), AT + 2)).toBe(lan);
    });
  });

  it.each([
    ['at once', 0, true],
    ['a moment before its month is over', CODE_LIFETIME_DAYS * DAY - 1, true],
    ['when its month is over', CODE_LIFETIME_DAYS * DAY, false],
  ])('works for a month: %s', (_case, later, works) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const code = issueCode(tx, addPerson(tx, 'lan'), AT, countedRandom());
      expect(redeemCode(tx, code, AT + later) !== undefined).toBe(works);
    });
  });

  it.each(['', 'xin chào', 'K7QM-2XRT', 'K7QM-2XRT K7QM-2XRT', '%', "' or 1=1 --"])('is not %j', (text) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      issueCode(tx, addPerson(tx, 'lan'), AT, countedRandom());
      expect(redeemCode(tx, text, AT)).toBeUndefined();
    });
  });

  it('stops working when the person gets a new one; those of others go on', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const random = countedRandom();
      const [lan, hoa] = [addPerson(tx, 'lan'), addPerson(tx, 'hoa')];
      const old = issueCode(tx, lan, AT, random);
      const others = issueCode(tx, hoa, AT, random);
      const fresh = issueCode(tx, lan, AT + 1, random);
      expect(redeemCode(tx, old, AT + 2)).toBeUndefined();
      expect(redeemCode(tx, fresh, AT + 2)).toBe(lan);
      expect(redeemCode(tx, others, AT + 2)).toBe(hoa);
    });
  });

  it('is nowhere in the archive, only its hash', () => {
    const { archive } = temporaryArchive();
    const code = archive.write((tx) => issueCode(tx, addPerson(tx, 'lan'), AT, countedRandom()));
    const kept = JSON.stringify(archive.sqlite.prepare('select * from enrolment_codes').all());
    expect(kept).toMatch(/"hash":"[0-9a-f]{64}"/);
    expect(kept).not.toContain(code.slice(0, 4));
    expect(kept).not.toContain(code.slice(5));
  });

  it('already issued is drawn again, and a broken source of randomness is refused', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const [lan, hoa] = [addPerson(tx, 'lan'), addPerson(tx, 'hoa')];
      const stuck = (n: number) => new Uint8Array(n).fill(7);
      const first = issueCode(tx, lan, AT, stuck);
      let draws = 0;
      const second = issueCode(tx, hoa, AT, (n) => {
        draws += 1;
        return new Uint8Array(n).fill(draws < 3 ? 7 : 8);
      });
      expect(second).not.toBe(first);
      expect(draws).toBe(3);
      expect(redeemCode(tx, first, AT)).toBe(lan);
      expect(() => issueCode(tx, hoa, AT, stuck)).toThrow('ngẫu nhiên');
    });
  });
});

describe('codes that are missing', () => {
  it('go to people of the list who are on no channel and hold no working code', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const random = countedRandom();
      const [bound, holding, expired, fresh, unlisted] = ['a', 'b', 'c', 'd', 'e'].map((code) => addPerson(tx, code));
      const list = [bound, holding, expired, fresh, fresh].map(Number);
      bind(tx, Number(bound), telegram, AT);
      issueCode(tx, Number(holding), AT, random);
      issueCode(tx, Number(expired), AT - CODE_LIFETIME_DAYS * DAY, random);
      const issued = issueMissingCodes(tx, list, AT, random);
      expect(issued.map(({ person }) => person)).toEqual([expired, fresh]);
      expect(issued[0]?.expiresAt).toBe(AT + CODE_LIFETIME_DAYS * DAY);
      expect(issued.map(({ person }) => person)).not.toContain(unlisted);
      for (const { person, code } of issued) expect(redeemCode(tx, code, AT)).toBe(person);
    });
  });

  it('are issued once', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const lan = addPerson(tx, 'lan');
      expect(issueMissingCodes(tx, [lan], AT, countedRandom('one'))).toHaveLength(1);
      expect(issueMissingCodes(tx, [lan], AT, countedRandom('two'))).toEqual([]);
    });
  });
});

describe('wrong tries', () => {
  const others = (n: number): Address => ({ ...telegram, id: `other-${n}` });

  it('are too many at the fifth in an hour, for that address only', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (let n = 1; n <= WRONG_TRIES_PER_HOUR; n += 1) {
        expect(tooManyTries(tx, telegram, AT)).toBe(false);
        noteTry(tx, telegram, AT);
      }
      expect(tooManyTries(tx, telegram, AT)).toBe(true);
      expect(tooManyTries(tx, { ...telegram, account: 'other_bot' }, AT)).toBe(false);
      expect(tooManyTries(tx, { ...telegram, channel: 'zalo-bot' }, AT)).toBe(false);
      expect(tooManyTries(tx, others(1), AT)).toBe(false);
    });
  });

  it('are forgiven after an hour, each by itself, and then forgotten', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (let n = 0; n < WRONG_TRIES_PER_HOUR; n += 1) noteTry(tx, telegram, AT + n);
      expect(tooManyTries(tx, telegram, AT + HOUR - 1)).toBe(true);
      expect(tooManyTries(tx, telegram, AT + HOUR)).toBe(false);
      noteTry(tx, telegram, AT + HOUR);
      expect(tooManyTries(tx, telegram, AT + HOUR)).toBe(true);
      noteTry(tx, others(1), AT + 2 * HOUR);
    });
    expect(archive.sqlite.prepare('select count(*) as n from enrolment_tries').get()).toEqual({ n: 1 });
  });

  it('from many addresses together are too many for everybody', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (let n = 0; n < WRONG_TRIES_PER_HOUR_ALL - 1; n += 1) noteTry(tx, others(n), AT);
      expect(tooManyTries(tx, telegram, AT)).toBe(false);
      noteTry(tx, others(WRONG_TRIES_PER_HOUR_ALL), AT);
      expect(tooManyTries(tx, telegram, AT)).toBe(true);
      expect(tooManyTries(tx, telegram, AT + HOUR)).toBe(false);
    });
  });
});
