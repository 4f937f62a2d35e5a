/** The directives of the house, row by row, and what an operator is told about files that do not fit together. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDirectives } from '../../directives/directives.ts';
import type { DeadlineRule } from '../../domain/deadline.ts';
import { formatCitation } from '../../domain/document.ts';
import { lineWith, passing, printed, work } from './letter.ts';

describe('the directives of the house', () => {
  const house = readDirectives();
  const [dongNai, nhonTrach, quangNgai] = house;
  const all = house.flatMap(({ obligations }) => obligations);

  it.each([
    [
      'dong-nai-821-2021',
      'DN-1.1 DN-1.2 DN-1.3 DN-1.4a DN-1.4b DN-1.5 DN-1.6a DN-1.6b DN-1.7 DN-1.8 DN-2.1 DN-2.2 DN-2.3 DN-2.4 DN-3 DN-4',
    ],
    ['nhon-trach-4041-2021', 'NT-1 NT-2 NT-3'],
    ['quang-ngai-2021', 'QN-1a QN-1b QN-1c QN-1d QN-2a QN-2b QN-2c QN-2d QN-3 QN-4a QN-4b QN-4c QN-5'],
  ])('%s has every row of its letter', (id, rows) => {
    const directive = house.find((each) => each.id === id);
    expect(directive?.obligations.map((each) => each.id).join(' ')).toBe(rows);
  });

  it.each([
    [
      'yearly',
      'DN-1.1 DN-1.2 DN-1.4a DN-1.5 DN-1.6a DN-1.7 DN-2.1 DN-3 DN-4 NT-1 QN-1b QN-1d QN-2d QN-3 QN-4a QN-4b QN-4c',
    ],
    ['on_event', 'DN-1.6b DN-1.8 DN-2.3 NT-3'],
    ['continuous', 'DN-1.3 DN-1.4b DN-2.2 DN-2.4 NT-2 QN-1a QN-1c QN-2a QN-2b QN-2c QN-5'],
  ])('ask these %s', (recurrence, rows) => {
    expect(
      all
        .filter((each) => each.recurrence === recurrence)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(rows);
  });

  it('name these dates and no others', () => {
    const before15November: DeadlineRule = { kind: 'fixed', day: 15, month: 11, exclusive: true };
    const dated = all.filter(({ deadline }) => deadline !== undefined);
    expect(Object.fromEntries(dated.map(({ id, deadline, trigger }) => [id, { deadline, trigger }]))).toEqual({
      'QN-1d': { deadline: before15November },
      'QN-2d': { deadline: before15November },
      'DN-1.6b': { deadline: { kind: 'after_event', days: 30 }, trigger: 'internal_audit' },
      'DN-1.8': { deadline: { kind: 'on_event' }, trigger: 'scope_change' },
    });
  });

  it('are tracked in the columns of the list, and reported once a year', () => {
    const columns = all.flatMap(({ id, tracked }) => (tracked ? [`${id} ${tracked.vi}`] : []));
    expect(columns).toEqual(['DN-1.1 Kế hoạch', 'DN-1.2 MTCL', 'QN-1d Báo cáo năm']);
    expect(all.filter(({ report }) => report !== undefined).map(({ id }) => id)).toEqual(['QN-1d']);
    // The letters name no earlier day for those below: a coordinator sets one.
    expect(all.filter(({ internalLead }) => internalLead !== undefined)).toEqual([]);
  });

  it('are cited as far as they can be read', () => {
    expect(quangNgai?.citation).toMatchObject({ number: null, symbol: null, date: null });
    expect(dongNai && formatCitation(dongNai.citation)).toMatch(
      /^Văn bản số 821\/SKHCN-TĐC ngày 17\/5\/2021 của Sở Khoa học và Công nghệ tỉnh Đồng Nai về việc duy trì/,
    );
    expect(nhonTrach && formatCitation(nhonTrach.citation)).toMatch(/^Văn bản số 4041\/UBND-KHCN ngày 24\/5\/2021/);
  });

  it('hold until they are replaced, and say why', () => {
    expect(house.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2021-05-17', undefined],
      ['2021-05-24', undefined],
      ['2021-01-01', undefined],
    ]);
    for (const { note } of house) expect(note).toMatch(/đến khi có văn bản thay thế/);
  });

  it('name no person and no telephone', () => {
    const words = JSON.stringify(house);
    expect(words.match(/(?<!\p{L})(?:ông|bà|đồng chí)\s\p{Lu}\p{Ll}+/gu)).toBeNull();
    expect(words.match(/(?:\d[ .]?){9,}/g)).toBeNull();
  });
});

describe('a directory of directives', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'directives-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const put = (id: string, fields: object = {}) => {
    const text = printed({ id, ...fields });
    writeFileSync(join(dir, `${id}.json`), text);
    return text;
  };
  const other = { obligations: [{ ...work, id: 'CD-1' }] };

  it('is read by name, and what is not JSON is left alone', () => {
    put('thu-mot');
    put('thu-hai', { ...passing, ...other });
    writeFileSync(join(dir, 'README.md'), 'texts');
    expect(readDirectives(dir).map(({ id }) => id)).toEqual(['thu-hai', 'thu-mot']);
  });

  it('may be empty', () => {
    expect(readDirectives(dir)).toEqual([]);
  });

  it('is refused where an obligation of another file has the id', () => {
    put('thu-hai');
    const text = put('thu-mot', { obligations: [other.obligations[0], work] });
    expect(() => readDirectives(dir)).toThrow(
      `thu-mot.json:${lineWith(text, '"AB-1"')}: obligations[1].id: "AB-1" is also in ${join(dir, 'thu-hai.json')}; give`,
    );
  });

  it('is refused where what is passed on is not there', () => {
    const text = put('thu-hai', passing);
    expect(() => readDirectives(dir)).toThrow(
      `thu-hai.json:${lineWith(text, '"forwards"')}: forwards: no directive "thu-mot"; write one of: thu-hai`,
    );
  });

  it('is refused where what is passed on only passes on', () => {
    put('thu-mot');
    put('thu-hai', { ...passing, ...other });
    const text = put('thu-ba', { ...passing, forwards: 'thu-hai', obligations: [] });
    expect(() => readDirectives(dir)).toThrow(
      `thu-ba.json:${lineWith(text, '"forwards"')}: forwards: "thu-hai" passes on "thu-mot"; name that one`,
    );
  });

  it('is refused where a file is named for another directive', () => {
    writeFileSync(join(dir, 'thu-hai.json'), printed({}));
    expect(() => readDirectives(dir)).toThrow('thu-hai.json:2: id: holds "thu-mot"; rename the file to thu-mot.json');
  });

  it('is refused where it is missing', () => {
    expect(() => readDirectives(join(dir, 'texts'))).toThrow('no directives can be read here; restore the directory');
  });
});
