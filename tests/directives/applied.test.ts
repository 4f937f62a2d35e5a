/** Which directives apply: the setting chooses among the files, and what was issued by chat stands beside or in place. */
import { describe, expect, it } from 'vitest';
import { houseOf } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { issueDirective } from '../../db/directives.ts';
import { chosenDirectives, withIssued } from '../../directives/applied.ts';
import { readDirectives } from '../../directives/directives.ts';
import { temporaryArchive } from '../support/archive.ts';
import { countedRandom } from '../support/random.ts';
import { letter, printed } from './letter.ts';

const files = readDirectives();
const ids = (directives: readonly { id: string }[]): string[] => directives.map(({ id }) => id);
const world = { clock: () => 0, random: countedRandom() };

describe('the setting DIRECTIVES', () => {
  it.each<[string | undefined, string[]]>([
    [undefined, ids(files)],
    ['', ids(files)],
    ['quang-ngai-2021', ['quang-ngai-2021']],
    [' quang-ngai-2021 , dong-nai-821-2021,', ['dong-nai-821-2021', 'quang-ngai-2021']],
  ])('%j chooses %j', (DIRECTIVES, expected) => {
    const { directives } = readConfig(DIRECTIVES === undefined ? {} : { DIRECTIVES });
    expect(ids(chosenDirectives(files, directives))).toEqual(expected);
  });

  it('is refused at the start with an id nobody has, and says which there are', () => {
    const { archive } = temporaryArchive();
    expect(() => houseOf(archive, readConfig({ DIRECTIVES: 'quang-ngai-2012' }), world)).toThrow(
      /DIRECTIVES: không có văn bản chỉ đạo "quang-ngai-2012".*dong-nai-821-2021, nhon-trach-4041-2021, quang-ngai-2021/,
    );
  });
});

describe('what was issued', () => {
  it('stands behind the files, and in place of the file of its id', () => {
    const ended = { ...files[0], validTo: '2026-03-01' };
    const all = withIssued(files, [
      { code: 'thu-mot', data: printed({}) },
      { code: ended.id ?? '', data: JSON.stringify(ended) },
    ]);
    expect(ids(all)).toEqual([...ids(files), 'thu-mot']);
    expect(all[0]?.validTo).toBe('2026-03-01');
  });

  it('is checked like a file', () => {
    expect(() => withIssued(files, [{ code: 'thu-mot', data: printed({ validFrom: '30/2/2026' }) }])).toThrow(
      /directives\/thu-mot:\d+: validFrom: no such date/,
    );
  });

  it('makes another list of the house, which is otherwise the same one', () => {
    const { archive } = temporaryArchive();
    const house = houseOf(archive, readConfig({ DIRECTIVES: 'quang-ngai-2021' }), world);
    const { directives: before } = house;
    expect(house.directives).toBe(before);
    archive.write((tx) => issueDirective(tx, letter.id, letter, { person: 1, at: 1 }));
    expect(ids(house.directives)).toEqual(['quang-ngai-2021', 'thu-mot']);
    expect(house.directives).toBe(house.directives);
    expect(house.directives).not.toBe(before);
  });

  it('is refused at the start where it is not whole', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => issueDirective(tx, 'hong', { id: 'hong' }, { person: 1, at: 1 }));
    expect(() => houseOf(archive, readConfig({}), world)).toThrow(/directives\/hong:1: /);
  });
});
