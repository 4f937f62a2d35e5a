import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../conversations/parse/citation/citation.ts';

const TODAY = '2026-11-20';

interface SeedRow {
  seed: string;
  text: string;
  type: string;
  number: string | null;
  year_in_code: number | null;
  symbol: string | null;
  date: string | null;
  subject: string | null;
}
const SEEDS = JSON.parse(
  readFileSync(new URL('./citations-of-seeds.json', import.meta.url), 'utf8'),
) as readonly SeedRow[];

describe('citations of the five seed documents', () => {
  it('keeps at least sixty of them', () => {
    expect(SEEDS.length).toBeGreaterThanOrEqual(60);
  });

  it.each(SEEDS)('reads $number/$symbol of seed $seed whole', ({ text, ...row }) => {
    const { type, number, year_in_code, symbol, date, subject } = readCitations(text)[0] ?? {};
    expect({ seed: row.seed, type, number, year_in_code, symbol, date, subject }).toEqual(row);
  });

  it('reads both decrees when one is named inside the subject of the other', () => {
    const text =
      'Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ về sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa';
    const read = readCitations(text);
    expect(read.map(({ number, date, subject }) => [number, date, subject])).toEqual([
      ['107', '2021-12-06', 'sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP'],
      ['61', '2018-04-23', 'thực hiện cơ chế một cửa'],
    ]);
  });

  it('keeps the words a citation was read from', () => {
    const [read] = readCitations(
      'Sở đã ban hành Kế hoạch số 579/KH-SCT ngày 29/01/2022 kế hoạch cải cách hành chính; hết',
    );
    expect(read?.raw).toBe('Kế hoạch số 579/KH-SCT ngày 29/01/2022 kế hoạch cải cách hành chính');
  });
});

describe('who issued a document', () => {
  it.each([
    ['Quyết định số 27/QĐ-UBND ngày 09/01/2021 của UBND phường về ban hành Chính sách', 'UBND phường'],
    ['Thông tư số 116/2015/TT-BTC ngày 11/8/2015 của Bộ Tài chính: "Mức chi', 'Bộ Tài chính'],
    ['Thông tư 26/2014/TT-BKHCN của Bộ Khoa học và Công nghệ quy định chi tiết', 'Bộ Khoa học và Công nghệ'],
    ['thong tu 26/2014/tt-bkhcn cua bo khoa hoc va cong nghe quy dinh chi tiet', 'bo khoa hoc va cong nghe'],
    ['Kế hoạch 15/KH-SGDĐT của Sở Giáo dục và Đào tạo về đào tạo', 'Sở Giáo dục và Đào tạo'],
    ['Quyết định số 2409/QĐ-UBND tỉnh ngày 13/9/2022', 'UBND tỉnh'],
    ['Quyết định 138/QĐ-UBND ngày 05/8/2021', undefined],
    [
      'Quyết định số 1/QĐ-TTg ngày 5/3/2014 của Thủ tướng Chính phủ và Quyết định số 832/QĐ-UBND',
      'Thủ tướng Chính phủ',
    ],
  ])('in "%s" is %s', (text, issuer) => {
    expect(readCitations(text)[0]?.issuer ?? undefined).toBe(issuer);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '1',
    '27',
    '/',
    'QĐ',
    '-',
    'UBND',
    ' ',
    '\n',
    'ngày ',
    '5/8/2021',
    'số ',
    ': ',
    '; ',
    '(',
    ')',
    'của ',
    'về ',
    'và ',
    'quyết định',
    'kế hoạch',
    'nd',
    'lần 2',
    'cùng ',
    '[sic]',
    '…',
    'V/v',
    'BÁO CÁO',
    '\u0301',
    'Ð',
    '😀',
    '**',
    'Số: /BC-UBND',
  );
  const messages = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4000 }),
    fc.array(pieces, { maxLength: 900 }).map((parts) => parts.join('').slice(0, 4000)),
  );

  it('is read without throwing, and every citation names something that was typed', () => {
    fc.assert(
      fc.property(messages, (text) => {
        for (const citation of readCitations(text, TODAY)) {
          expect(citation.raw).not.toBe('');
          expect(citation.number !== null || citation.symbol !== null).toBe(true);
          if (citation.number !== null)
            expect(text.replace(/[[\].]/g, '')).toContain(citation.number.replace(/[a-z]$/, ''));
          if (citation.date !== null) expect(citation.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of 4,000 characters made of one repeated piece takes time in proportion to its length', () => {
    const pathological = [
      '1 QĐ-UBND ',
      '/a',
      'số: ',
      '1/QĐ-UBND và ',
      'ngày 5/',
      ' ',
      '(',
      'của ',
      '27, ',
      'v/v ',
      'về việc ',
    ];
    for (const piece of pathological) {
      const time = (length: number): number => {
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        readCitations(text, TODAY);
        const tries = [1, 2, 3].map(() => {
          const start = performance.now();
          readCitations(text, TODAY);
          return performance.now() - start;
        });
        return Math.min(...tries);
      };
      // Eight times the text may take eight times as long; a quadratic reader would take sixty-four.
      const short = Math.max(time(1000), 1);
      expect(time(8000), JSON.stringify(piece)).toBeLessThan(short * 45);
    }
  });
});
