import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../directives/templates.ts';
import { compileAnnual } from '../../reports/annual.ts';
import { annualDocx } from '../../reports/annual-docx.ts';
import { paragraphsOf } from '../../reports/word-text.ts';
import { ducThuan2021 } from './duc-thuan.ts';

const model = compileAnnual(ducThuan2021());
const template = loadTemplate('ha-tinh');
const paragraphs = paragraphsOf(await annualDocx(model, template));

/** What stands where the report of 2021 has it; the figures are its own. */
const PARAGRAPHS = [
  ['the agency', 'ỦY BAN NHÂN DÂN\nPHƯỜNG ĐỨC THUẬN'],
  ['the body above it', 'UBND THỊ XÃ HỒNG LĨNH'],
  ['a blank number', 'Số:        /BC-UBND'],
  ['a blank day', 'Đức Thuận, ngày      tháng      năm 2021'],
  ['what it is about', 'theo TCVN ISO 9001:2015 tại phường Đức Thuận năm 2021'],
  ['part one', 'PHẦN THỨ NHẤT\nKẾT QUẢ XÂY DỰNG VÀ ÁP DỤNG HTQLCL\nTHEO TCVN ISO 9001:2015'],
  ['the window', '(Số liệu tính từ ngày 01/01/2021 đến ngày 31/12/2021)'],
  ['training', '- Số lượt cán bộ được cử đi đào tạo, tập huấn về ISO 9001:2015: 02 người;'],
  ['courses', '- Số lớp tập huấn về ISO 9001:2015 được đơn vị tổ chức trong năm: 0 lớp.'],
  [
    'procedures',
    '- Số TTHC thuộc thẩm quyền giải quyết của cấp xã theo phê duyệt của tỉnh đến thời điểm báo cáo: 163 thủ tục;',
  ],
  [
    'procedures changed',
    '- Số TTHC được sửa đổi, bổ sung: 0 thủ tục; ban hành mới: 0 thủ tục; bãi bỏ: 0 thủ tục trong năm 2021;',
  ],
  ['dossiers generated', '- Số hồ sơ TTHC phát sinh năm 2021: 2.246 hồ sơ; số hồ sơ giải quyết quá hạn: 02 hồ sơ;'],
  [
    'dossiers',
    '- Số hồ sơ được gắn kèm kết quả trả trên phần mềm dịch vụ công trực tuyến: tổng số hồ sơ đã tiếp nhận 2.217 hồ sơ; trong đó tiếp nhận trực tuyến 366 hồ sơ; tiếp nhận trực tiếp 1.851 hồ sơ; số hồ sơ đã giải quyết 2.211 hồ sơ, trong đó giải quyết trước hạn 1.947 hồ sơ; đúng hạn 262 hồ sơ; quá hạn 02 hồ sơ (kết quả trả công dân trước hạn nhưng xử lý hồ sơ trên hệ thống quá hạn). Hồ sơ đang giải quyết trong hạn: 06 hồ sơ.',
  ],
  ['announcements', '+ Số lần công bố: 02;'],
  ['announcements of the year', '+ Số lần công bố trong năm 2021: Không.'],
  ['the committee', '5. Việc kiện toàn lại Ban chỉ đạo ISO của đơn vị: Có.'],
  ['its decision', '- Theo Quyết định số 138/QĐ-UBND ngày 05/8/2021 của UBND phường.'],
  ['objectives', '6. Việc xây dựng mục tiêu chất lượng năm 2021: Có.'],
  [
    'their decision',
    '- Theo Quyết định số 28/QĐ-UBND ngày 09/01/2021 của UBND phường về việc ban hành Mục tiêu chất lượng năm 2021.',
  ],
  ['audits', '- Số lần đánh giá nội bộ trong năm: 01 lần.'],
  ['the day of the audit', '- Thời gian tổ chức cuộc đánh giá gần nhất: 17/9/2021.'],
  [
    'findings',
    '- Kết quả đánh giá nội bộ: Có 01 điểm không phù hợp nhẹ; 0 điểm không phù hợp nặng và 10 điểm khuyến nghị; 05 điểm lưu ý.',
  ],
  [
    'corrective action',
    '- Việc thực hiện hành động khắc phục tại cuộc đánh giá gần nhất: 30/9/2021, kèm theo biên bản kiểm tra hành động khắc phục qua cuộc đánh giá.',
  ],
  [
    'management review',
    '8. Việc xem xét của Lãnh đạo đối với HTQLCL: 30/9/2021 (kèm theo Thông báo họp, báo cáo và biên bản họp xem xét của lãnh đạo thực hiện các hành động khắc phục).',
  ],
  [
    'internal processes',
    '9. Số Quy trình nội bộ giải quyết công việc chuyên môn, hoạt động điều hành (không liên quan đến thủ tục hành chính) được xây dựng và áp dụng tại cơ quan: 06 quy trình nội bộ được ban hành theo Quyết định số 693/QĐ-UBND ngày 27/10/2021.',
  ],
  [
    'no money from above',
    '+ Trong năm 2021 phường Đức Thuận không được cấp trên cấp kinh phí để thực hiện đầu tư duy trì, cải tiến hệ thống ISO.',
  ],
  ['the score', '- Điểm tự chấm tại đơn vị: 4,75/5 điểm.'],
  ['a part of it', '+ Tiêu chí 7.2.5. Việc sắp xếp và lưu trữ tài liệu hồ sơ theo quy định: 1/1 điểm;'],
  [
    'the last part of it',
    '+ Tiêu chí 7.2.6. Việc thực hiện đánh giá nội bộ định kỳ và khắc phục sau đánh giá: 0,5/0,5 điểm.',
  ],
  ['inspections', '- Trong năm, cấp trên đã thực hiện kiểm tra 01 cuộc tại đơn vị.'],
  ['the people sent', '- Cử cán bộ đi tập huấn 02 lượt do cấp trên tổ chức để nâng cao trình độ về ISO hành chính;'],
  [
    'the years ahead',
    'IV. KẾ HOẠCH XÂY DỰNG, ÁP DỤNG, DUY TRÌ VÀ CẢI TIẾN HTQLCL THEO TCVN ISO 9001:2015 GIAI ĐOẠN 2022-2025',
  ],
  ['who gets it', '- UBND thị xã Hồng Lĩnh;'],
  ['who signs', 'TM. ỦY BAN NHÂN DÂN'],
  ['as what', 'CHỦ TỊCH'],
] as const;

describe('the report of phường Đức Thuận 2021', () => {
  it.each(PARAGRAPHS)('says %s in a paragraph of its own', (_what, paragraph) => {
    expect(paragraphs).toContain(paragraph);
  });

  it('lists the eight documents under item 1, and no more than their codes after that', () => {
    const first = paragraphs.findIndex((text) => text.startsWith('1. Ban hành văn bản'));
    const listed = paragraphs.slice(first + 1, first + 9);
    const codes = [
      'Danh mục',
      '138/QĐ-UBND',
      '01/QĐ-BCĐ',
      '27/QĐ-UBND',
      '28/QĐ-UBND',
      '15/KH-UBND',
      'Kế hoạch đánh giá nội bộ',
      '693/QĐ-UBND',
    ];
    expect(listed.map((text, index) => text.includes(codes[index] ?? '?'))).toEqual(codes.map(() => true));
    expect(listed.map((text) => text.at(-1)).join('')).toBe(';;;;;;;.');
    expect(paragraphs[first + 9]).toMatch(/^2\. /);
    expect(paragraphs.filter((text) => text.includes('Chính sách chất lượng'))).toHaveLength(1);
    expect(paragraphs.find((text) => text.startsWith('Để chỉ đạo'))).toContain(
      'đã ban hành 08 văn bản, nêu tại mục 1 Phần thứ nhất, trong đó có: Quyết định số 138/QĐ-UBND; Quyết định số 01/QĐ-BCĐ;',
    );
  });

  it('numbers its items one after the other, part by part', () => {
    const numbers = paragraphs.flatMap((text) => /^(?:([IV]+|\d+(?:\.\d)?)\.) \p{L}/u.exec(text)?.[1] ?? []);
    const partOne = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'];
    const partTwo = ['I', '1', '1.1', '1.2', 'II', '1', '2', 'III', '3.1', '3.2', '3.3', 'IV', 'V'];
    expect(numbers).toEqual([...partOne, ...partTwo]);
  });

  it('leaves no field, no mark, and no name of a signer', () => {
    expect(paragraphs.filter((text) => /[{}]|\[chưa có|không có trường|undefined/.test(text))).toEqual([]);
    expect(paragraphs.slice(paragraphs.indexOf('CHỦ TỊCH') + 1).join('')).toBe('');
  });

  it('names no level of administration that is gone', async () => {
    const { parentName: _, ...unit } = ducThuan2021().unit;
    const orphan = await annualDocx(compileAnnual({ ...ducThuan2021(), unit }), template);
    const text = paragraphsOf(orphan).join('\n');
    expect(text).not.toMatch(/thị xã|huyện|thị trấn/i);
    expect(text).toContain('- Sở Khoa học và Công nghệ;');
  });

  it('is the same from the shipped outline as from the committed template', async () => {
    expect(paragraphsOf(await annualDocx(model))).toEqual(paragraphs);
  });
});
