/** Documents as officials name them, in the shapes their papers have; the rows stand in `blind-citations.txt`. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../conversations/parse/citation/citation.ts';
import { toParseAnswer, understand } from '../../../conversations/parse/understand.ts';

const TODAY = '2026-11-20';

/** Kind, number, year inside the code, symbol, date, subject; an empty string where nothing is said. */
type Row = string[];

const rows = readFileSync(new URL('blind-citations.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line): [string, Row[]] => {
    const [text = '', documents = ''] = line.split(/ =>(?: |$)/);
    const named = documents.trim() === '' ? [] : documents.split(' & ');
    const expected = named.map((one) => one.split('|').map((part) => part.trim()));
    return [text.replaceAll('\\n', '\n'), expected];
  });

const read = (text: string): Row[] =>
  readCitations(text, TODAY).map(({ type, number, year_in_code: year, symbol, date, subject }) =>
    [type, number, year, symbol, date, subject].map((part) => (part === null ? '' : String(part))),
  );

describe('a document in the shapes papers have', () => {
  it.each(rows)('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(rows)('%j is the same in decomposed characters', (text, expected) => {
    expect(read(text.normalize('NFD'))).toEqual(expected.map((row) => row.map((part) => part.normalize('NFC'))));
  });

  it('asks whose day stands behind something that is held', () => {
    const asked = (text: string): unknown => toParseAnswer(understand(text, { today: TODAY })).ambiguous;
    expect(asked('Báo cáo 77/BC-UBND về đánh giá nội bộ ngày 17/9/2021')).toBe(true);
    expect(asked('Báo cáo 77/BC-UBND ngày 20/9/2021 về đánh giá nội bộ ngày 17/9/2021')).toBeUndefined();
    expect(asked('QĐ 27/QĐ-UBND về ban hành Chính sách chất lượng ngày 09/01/2021')).toBeUndefined();
  });

  it('gives no date that does not exist', () => {
    for (const date of ['31/9/2026', '30/2/2026', '29/2/2025', '32/1/2026', '5/13/2026']) {
      const [citation] = readCitations(`Quyết định số 31/QĐ-UBND ngày ${date}`, TODAY);
      expect(citation, date).toMatchObject({ number: '31', symbol: 'QĐ-UBND', date: null });
    }
  });
});
