/**
 * The main job end to end: the year 2021 of UBND phường Đức Thuận goes in by chat and comes out as the official Word
 * document. The figures are those of its report; the sums are done here again, from the stored rows, by SQL.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraphsOf, stretchesOf } from '../../reports/word-text.ts';
import { type Played, playFile } from '../support/play.ts';

const SCRIPT = fileURLToPath(new URL('../transcripts/duc-thuan-2021.script.txt', import.meta.url));
const PLAY_TIMEOUT = 120_000;

let played: Played;
let file: Uint8Array;
let paragraphs: string[];

beforeAll(async () => {
  played = await playFile(SCRIPT);
  file = readFileSync(join(played.out, 'bao-cao-nam-2021-duc-thuan.docx'));
  paragraphs = paragraphsOf(file);
}, PLAY_TIMEOUT);

afterAll(() => played.dispose());

/** What the report of 2021 says, where it says it. */
const SAID = [
  ['people trained', /Số lượt cán bộ được cử đi đào tạo, tập huấn về ISO 9001:2015: 02 người;$/],
  ['courses', /Số lớp tập huấn về ISO 9001:2015 được đơn vị tổ chức trong năm: 0 lớp\.$/],
  ['procedures', /Số TTHC thuộc thẩm quyền .* đến thời điểm báo cáo: 163 thủ tục;$/],
  ['changes', /sửa đổi, bổ sung: 0 thủ tục; ban hành mới: 0 thủ tục; bãi bỏ: 0 thủ tục trong năm 2021;$/],
  [
    'dossiers generated, apart',
    /Số hồ sơ TTHC phát sinh năm 2021: 2\.246 hồ sơ; số hồ sơ giải quyết quá hạn: 02 hồ sơ;$/,
  ],
  [
    'received',
    /tổng số hồ sơ đã tiếp nhận 2\.217 hồ sơ; trong đó tiếp nhận trực tuyến 366 hồ sơ; tiếp nhận trực tiếp 1\.851 hồ sơ;/,
  ],
  [
    'resolved',
    /đã giải quyết 2\.211 hồ sơ, trong đó giải quyết trước hạn 1\.947 hồ sơ; đúng hạn 262 hồ sơ; quá hạn 02 hồ sơ/,
  ],
  ['why late', /quá hạn 02 hồ sơ \(kết quả trả công dân trước hạn nhưng xử lý hồ sơ trên hệ thống quá hạn\)/],
  ['pending', /Hồ sơ đang giải quyết trong hạn: 06 hồ sơ\.$/],
  ['announcements', /^\+ Số lần công bố: 02;$/],
  ['announcements of the year', /^\+ Số lần công bố trong năm 2021: Không\.$/],
  ['the committee', /^- Theo Quyết định số 138\/QĐ-UBND ngày 05\/8\/2021 của UBND phường\.$/],
  [
    'the objectives',
    /^- Theo Quyết định số 28\/QĐ-UBND ngày 09\/01\/2021 của UBND phường .*Mục tiêu chất lượng năm 2021\.$/,
  ],
  ['audits', /^- Số lần đánh giá nội bộ trong năm: 01 lần\.$/],
  ['the day of the audit', /^- Thời gian tổ chức cuộc đánh giá gần nhất: 17\/9\/2021\.$/],
  ['findings', /Có 01 điểm không phù hợp nhẹ; 0 điểm không phù hợp nặng và 10 điểm khuyến nghị; 05 điểm lưu ý\.$/],
  ['corrective action', /hành động khắc phục tại cuộc đánh giá gần nhất: 30\/9\/2021/],
  ['how it stands', /^\+ Tình trạng khắc phục: các bộ phận, đơn vị đã hoàn thành việc khắc phục/],
  ['management review', /^8\. Việc xem xét của Lãnh đạo đối với HTQLCL: 30\/9\/2021 /],
  ['internal processes', /06 quy trình nội bộ được ban hành theo Quyết định số 693\/QĐ-UBND ngày 27\/10\/2021\.$/],
  ['no money from above', /^\+ Trong năm 2021 phường Đức Thuận không được cấp trên cấp kinh phí/],
  ['money of its own', /ngân sách chi thường xuyên được phân bổ để thực hiện công tác cải cách hành chính năm 2021/],
  [
    'the basis of the score',
    /Bộ tiêu chí chấm điểm ban hành tại Quyết định số 3396\/QĐ-UBND ngày 11\/10\/2021 của UBND tỉnh, /,
  ],
  ['the score', /^- Điểm tự chấm tại đơn vị: 4,75\/5 điểm\.$/],
  ['7.2.1', /Tiêu chí 7\.2\.1\. .*: 0,5\/0,5 điểm;$/],
  ['7.2.2', /Tiêu chí 7\.2\.2\. .*: 0,25\/0,27 điểm;$/],
  ['7.2.3', /Tiêu chí 7\.2\.3\. .*: 1\/1 điểm;$/],
  ['7.2.4', /Tiêu chí 7\.2\.4\. .*: 1,5\/1,5 điểm;$/],
  ['7.2.5', /Tiêu chí 7\.2\.5\. .*: 1\/1 điểm;$/],
  ['7.2.6', /Tiêu chí 7\.2\.6\. .*: 0,5\/0,5 điểm\.$/],
  ['inspections', /cấp trên đã thực hiện kiểm tra 01 cuộc tại đơn vị\.$/],
  ['advantages', /^1\.1\. Thuận lợi: Các quy trình, quy định công việc/],
  ['difficulties, as corrected', /^1\.2\. Khó khăn: .*để thật sự nắm vững quy trình/],
] as const;

const DOCUMENTS = [
  'Quyết định số 27/QĐ-UBND ngày 09/01/2021 của UBND phường',
  'Quyết định số 28/QĐ-UBND ngày 09/01/2021 của UBND phường',
  'Danh mục tài liệu HTQLCL',
  'Kế hoạch số 15/KH-UBND ngày 18/02/2021 của UBND phường',
  'Quyết định số 138/QĐ-UBND ngày 05/8/2021 của UBND phường',
  'Quyết định số 01/QĐ-BCĐ ngày 06/8/2021 của Ban chỉ đạo',
  'Kế hoạch đánh giá nội bộ việc duy trì, cải tiến hệ thống QLCL',
  'Quyết định số 693/QĐ-UBND ngày 27/10/2021',
];

describe('the year 2021 of phường Đức Thuận, told month by month', () => {
  it.each(SAID)('says %s in one place', (_what, said) => {
    expect(paragraphs.filter((text) => said.test(text))).toHaveLength(1);
  });

  it('lists the eight documents under item 1', () => {
    const first = paragraphs.findIndex((text) => text.startsWith('1. Ban hành văn bản'));
    const last = paragraphs.findIndex((text) => text.startsWith('2. Công tác tuyên truyền'));
    const listed = paragraphs.slice(first + 1, last);
    expect(listed).toHaveLength(DOCUMENTS.length);
    expect(DOCUMENTS.filter((title) => listed.filter((text) => text.startsWith(`- ${title}`)).length !== 1)).toEqual(
      [],
    );
  });

  it('leaves no gap, in the file or in the chat, and no number, day or signature', () => {
    expect(
      stretchesOf(file)
        .flat()
        .filter(({ highlighted }) => highlighted),
    ).toEqual([]);
    expect(paragraphs.filter((text) => /[{}]|\[chưa có|undefined|NaN/.test(text))).toEqual([]);
    const lastWords = played.transcript.slice(played.transcript.lastIndexOf('bot → lan: Báo cáo năm 2021'));
    expect(lastWords).toContain('12/12 tháng đã gửi');
    expect(lastWords).toContain('Không thiếu mục nào.');
    expect(paragraphs).toContain('Số:        /BC-UBND');
    expect(
      paragraphs
        .slice(paragraphs.indexOf('CHỦ TỊCH') + 1)
        .join('')
        .trim(),
    ).toBe('');
  });

  it('tells the person, on the way, what is missing', () => {
    expect(played.transcript).toContain('Còn thiếu 25 mục');
  });
});

/** The sums of the stored rows in force, by indicator. */
const stored = (): Record<string, number> => {
  const rows = played.rows(
    `select indicator, sum(value) as total from answers
     where current = 1 and kind = 'value' and length(period) = 7 and period like '2021-%' group by indicator`,
  );
  return Object.fromEntries(rows.map(({ indicator, total }) => [String(indicator), Number(total)]));
};

describe('the rows the report rests on', () => {
  it('sum up to the figures of the report', () => {
    expect(stored()).toMatchObject({
      received: 2217,
      received_online: 366,
      received_direct: 1851,
      resolved: 2211,
      resolved_early: 1947,
      resolved_on_time: 262,
      resolved_late: 2,
      training_attendees: 2,
    });
  });

  it('tie from month to month', () => {
    const months = played.rows(
      `select period, max(case indicator when 'carried_over' then value + 0 end) as opening,
              max(case indicator when 'received' then value + 0 end) as received,
              max(case indicator when 'resolved' then value + 0 end) as resolved,
              max(case indicator when 'pending_total' then value + 0 end) as closing
       from answers where current = 1 and kind = 'value' and length(period) = 7 group by period order by period`,
    );
    expect(months).toHaveLength(12);
    let opening = 0;
    for (const month of months) {
      expect(month.opening, String(month.period)).toBe(opening);
      opening += Number(month.received) - Number(month.resolved);
      expect(month.closing, String(month.period)).toBe(opening);
    }
    expect(opening).toBe(6);
  });

  it('keep the figures that were corrected, and the time each month was first sent', () => {
    const corrected = played.rows(
      `select indicator, value, current from answers
       where period = '2021-07' and indicator in ('received_online', 'received_direct') order by indicator, revision`,
    );
    expect(corrected.map(({ indicator, value, current }) => [indicator, Number(value), current])).toEqual([
      ['received_direct', 177, 0],
      ['received_direct', 159, 1],
      ['received_online', 13, 0],
      ['received_online', 31, 1],
    ]);
    const [filing] = played.rows(`select first_filed_at as at from filings where period = '2021-07'`);
    expect(new Date(Number(filing?.at)).toISOString()).toBe('2021-08-02T01:30:00.000Z');
  });

  it('keep "phát sinh 2246" apart from what was received', () => {
    const rows = played.rows(
      `select period, value from answers where indicator = 'dossiers_generated' and current = 1`,
    );
    expect(rows.map(({ period, value }) => [period, Number(value)])).toEqual([['2021', 2246]]);
  });

  it('hold eight documents, each in the month it was told', () => {
    const rows = played.rows(
      `select period, count(*) as n from documents where current = 1 group by period order by period`,
    );
    expect(rows).toEqual([
      { period: '2021-01', n: 3 },
      { period: '2021-02', n: 1 },
      { period: '2021-08', n: 2 },
      { period: '2021-09', n: 1 },
      { period: '2021-10', n: 1 },
    ]);
  });
});
