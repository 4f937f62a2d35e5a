import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../conversations/parse/citation/citation.ts';
import { understand } from '../../../conversations/parse/understand.ts';

const TODAY = '2026-11-20';
const QD = 'Quyết định';
const KH = 'Kế hoạch';
const LETTER = 'Công văn/Văn bản';

/** What is read of one document: kind, number, year inside the code, symbol, date, subject; null where nothing is said. */
type Row = [string, string | null, number | null, string | null, string | null, string | null];

const read = (text: string): Row[] =>
  readCitations(text, TODAY).map((c) => [c.type ?? '', c.number, c.year_in_code, c.symbol, c.date, c.subject]);

describe('a document typed in a chat', () => {
  const cases: [string, Row][] = [
    ['da ban hanh ke hoach so 15/kh-ubnd ngay 18/2/2021', [KH, '15', null, 'KH-UBND', '2021-02-18', null]],
    [
      'qd 27/qd-ubnd 9/1/2021 chinh sach chat luong',
      [QD, '27', null, 'QĐ-UBND', '2021-01-09', 'chinh sach chat luong'],
    ],
    ['QĐ 28/QĐ-UBND 09.01.2021 mục tiêu cl', [QD, '28', null, 'QĐ-UBND', '2021-01-09', 'mục tiêu cl']],
    ['2409/QĐ-UBND tỉnh', [QD, '2409', null, 'QĐ-UBND', null, null]],
    ['Số: 4041 /UBND-KHCN', [LETTER, '4041', null, 'UBND-KHCN', null, null]],
    ['821 /SKHCN-TĐC', [LETTER, '821', null, 'SKHCN-TĐC', null, null]],
    ['cv 821/skhcn-tdc ngay 17/5/2021', [LETTER, '821', null, 'SKHCN-TĐC', '2021-05-17', null]],
    ['Quyết định công bố: 140/QĐ-UBND ngày 10/9/2018', [QD, '140', null, 'QĐ-UBND', '2018-09-10', 'công bố']],
    ['văn bản số 4902/KH-SCT', [KH, '4902', null, 'KH-SCT', null, null]],
    ['98/QĐ-\nSCT ngày 04/06/2020', [QD, '98', null, 'QĐ-SCT', '2020-06-04', null]],
    ['Số: /BC-UBND', ['Báo cáo', null, null, 'BC-UBND', null, null]],
    ['Số: ……/KH-UBND', [KH, null, null, 'KH-UBND', null, null]],
    ['quyeets ddinhj soos 138/QDD-UBND ngayf 5/8/2021', [QD, '138', null, 'QĐ-UBND', '2021-08-05', null]],
    ['qd soos 138/qdd-ubnd vef vieecj kieenj toanf bcd', [QD, '138', null, 'QĐ-UBND', null, 'kieenj toanf bcd']],
    ['27/QĐUBND 9/1/2021', [QD, '27', null, 'QĐ-UBND', '2021-01-09', null]],
    [
      'qd 27/qd ubnd ngày 9-1-2021, chính sách chất lượng',
      [QD, '27', null, 'QĐ-UBND', '2021-01-09', 'chính sách chất lượng'],
    ],
    ['27/QĐ_UBND', [QD, '27', null, 'QĐ-UBND', null, null]],
    ['27-QĐ/UBND', [QD, '27', null, 'QĐ-UBND', null, null]],
    ['138 QĐ-UBND ngày 5/8/2021', [QD, '138', null, 'QĐ-UBND', '2021-08-05', null]],
    ['Quyết định 138/QĐ - UBND ngày 05/8/2021', [QD, '138', null, 'QĐ-UBND', '2021-08-05', null]],
    ['qd138/qd-ubnd ngay 5/8/2021', [QD, '138', null, 'QĐ-UBND', '2021-08-05', null]],
    ['số:138/QĐ-UBND', [QD, '138', null, 'QĐ-UBND', null, null]],
    ['QÐ 138/QÐ-UBND', [QD, '138', null, 'QĐ-UBND', null, null]],
    [
      'QĐ 27/QĐ-UBND ngày 9/1/21 về chính sách chất lượng nhé em',
      [QD, '27', null, 'QĐ-UBND', '2021-01-09', 'chính sách chất lượng'],
    ],
    [
      'kế hoạch 15/kh-ubnd ngày 18 tháng 2 năm 2021 duy trì iso',
      [KH, '15', null, 'KH-UBND', '2021-02-18', 'duy trì iso'],
    ],
    ['Thông tư 26/2014/TT-BKHCN ngày 10 / 10 / 2014', ['Thông tư', '26', 2014, 'TT-BKHCN', '2014-10-10', null]],
    ['NQ 17/NQ-CP ngày 07 tháng 3 năm 2019', ['Nghị quyết', '17', null, 'NQ-CP', '2019-03-07', null]],
    ['nd 45/2020/nd-cp ngay 8/4/2020', ['Nghị định', '45', 2020, 'NĐ-CP', '2020-04-08', null]],
    ['quyet dinh 19/2014/qd-ttg', [QD, '19', 2014, 'QĐ-TTg', null, null]],
    ['QĐ 19/2014/QĐ-TTG', [QD, '19', 2014, 'QĐ-TTg', null, null]],
    ['tt 26/2014/tt-bkhcn', ['Thông tư', '26', 2014, 'TT-BKHCN', null, null]],
    ['Nghị định 61/2018', ['Nghị định', '61', 2018, null, null, null]],
    ['nghị quyết số 18-NQ/TW ngày 25/10/2017', ['Nghị quyết', '18', null, 'NQ/TW', '2017-10-25', null]],
    ['Nghị quyết 28/2026/QH16', ['Nghị quyết', '28', 2026, 'QH16', null, null]],
    ['luật số 45/2019/QH14 ngày 20/11/2019', ['Luật', '45', 2019, 'QH14', '2019-11-20', null]],
    ['QĐ số 132 ngày 20/8/2020', [QD, '132', null, null, '2020-08-20', null]],
    ['qd 132 20/8/2020', [QD, '132', null, null, '2020-08-20', null]],
    [
      'Chính sách chất lượng (QĐ 27/QĐ-UBND ngày 9/1/2021)',
      [QD, '27', null, 'QĐ-UBND', '2021-01-09', 'Chính sách chất lượng'],
    ],
    ['Mục tiêu chất lượng: 28/QĐ-UBND 9/1/2021', [QD, '28', null, 'QĐ-UBND', '2021-01-09', 'Mục tiêu chất lượng']],
    ['bc 12/bc-bcd 30/9/2021 danh gia noi bo', ['Báo cáo', '12', null, 'BC-BCĐ', '2021-09-30', 'danh gia noi bo']],
    [
      'bb số 5/BB-UBND ngày 30/9/2021 họp xem xét của lãnh đạo',
      ['Biên bản', '5', null, 'BB-UBND', '2021-09-30', 'họp xem xét của lãnh đạo'],
    ],
    ['Ngày 15/9/2022, Sở ban hành Quyết định số 226/QĐ-SCT', [QD, '226', null, 'QĐ-SCT', '2022-09-15', null]],
    ['tháng 9/2022 ban hành QĐ 226/QĐ-SCT', [QD, '226', null, 'QĐ-SCT', null, null]],
    ['ngày 9/1 ban hành qd 27/qd-ubnd', [QD, '27', null, 'QĐ-UBND', '2026-01-09', null]],
    ['QĐ 27/QĐ-UBND ngày 9/12', [QD, '27', null, 'QĐ-UBND', '2025-12-09', null]],
    ['Quyết định số 138/QĐ-UBND ngày 31/9/2021', [QD, '138', null, 'QĐ-UBND', null, null]],
    [
      'Kế hoạch số 15/KH-UBND của UBND phường ngày 18/2/2021 về duy trì',
      [KH, '15', null, 'KH-UBND', '2021-02-18', 'duy trì'],
    ],
    [
      'qđ 27/qđ-ubnd chính sách chất lượng ngày 9/1/2021',
      [QD, '27', null, 'QĐ-UBND', '2021-01-09', 'chính sách chất lượng'],
    ],
    [
      'QĐ 27/QĐ-UBND ngày 09/01/2021 - Chính sách chất lượng',
      [QD, '27', null, 'QĐ-UBND', '2021-01-09', 'Chính sách chất lượng'],
    ],
    [
      'Kế hoạch 12/KH-UBND ngày 5/2/2026 đánh giá nội bộ, nhận 215 trễ 2',
      [KH, '12', null, 'KH-UBND', '2026-02-05', 'đánh giá nội bộ'],
    ],
    ['tờ trình 12/ttr-ubnd về việc xin kinh phí ISO', ['Tờ trình', '12', null, 'TTr-UBND', null, 'xin kinh phí ISO']],
    ['Kế hoạch số 5[?]1/KH-VP ngày 14/4/2023', [KH, '5?1', null, 'KH-VP', '2023-04-14', null]],
    ['Công văn số 123/UBND ngày 5/5/2021', [LETTER, '123', null, 'UBND', '2021-05-05', null]],
    ['hôm 5/8/2021 ký qđ 138/qđ-ubnd', [QD, '138', null, 'QĐ-UBND', '2021-08-05', null]],
    ['quyet dinh so 138 qd ubnd', [QD, '138', null, 'QĐ-UBND', null, null]],
    ['công văn 125/CT-TTHT', [LETTER, '125', null, 'CT-TTHT', null, null]],
  ];
  it.each(cases)('"%s" is read', (text, row) => {
    expect(read(text)).toEqual([row]);
  });
});

describe('what stands before a code', () => {
  it('is the issuer in "Quyết định của UBND tỉnh số …", not the subject', () => {
    const [cited] = readCitations('Quyết định của UBND tỉnh số 832/QĐ-UBND ngày 29/5/2015');
    expect(cited).toMatchObject({ type: QD, number: '832', issuer: 'UBND tỉnh', subject: null });
  });

  it('dates the audit, not the plan it followed', () => {
    const text = 'đánh giá nội bộ ngày 17/9/2021 theo kế hoạch số 12/KH-UBND';
    expect(read(text)).toEqual([[KH, '12', null, 'KH-UBND', null, null]]);
  });

  it('ends a subject where an agency begins to act', () => {
    const text = 'QĐ 19/2014/QĐ-TTg về áp dụng HTQLCL, UBND phường đã ban hành KH số 15/KH-UBND';
    expect(read(text).map((row) => row[5])).toEqual(['áp dụng HTQLCL', null]);
  });
});

describe('a part of a document', () => {
  const figures = (text: string) => {
    const { figures: read, citations, ambiguous } = understand(text, { today: TODAY });
    return { figures: read, citations: citations.length, ambiguous };
  };

  it.each([
    'Điều 5 Thông tư số 26/2014/TT-BKHCN',
    'điểm a khoản 2 Điều 3 của Quyết định số 19/2014/QĐ-TTg',
    'Phụ lục số 06 Nghị quyết số 45/2024/NQ-HĐND ngày 10/12/2024',
    'Mẫu số 49 ban hành kèm theo Nghị định 151/2025/NĐ-CP',
  ])('"%s" counts nothing', (text) => {
    expect(figures(text)).toEqual({ figures: {}, citations: 1, ambiguous: false });
  });

  it('leaves the figure before it, and a score is no count of dossiers', () => {
    expect(figures('nhận 215 theo khoản 2 Điều 3 QĐ 3396/QĐ-UBND')).toMatchObject({ figures: { received: 215 } });
    expect(figures('tự chấm điểm 5 theo QĐ 3396/QĐ-UBND')).toMatchObject({ figures: { self_score: 5 } });
  });
});

describe('several documents in one message', () => {
  const policy: Row = [QD, '27', null, 'QĐ-UBND', '2021-01-09', 'chính sách chất lượng'];
  const goals: Row = [QD, '28', null, 'QĐ-UBND', '2021-01-09', 'mục tiêu chất lượng'];
  it.each([
    ['QĐ 27/QĐ-UBND ngày 9/1/2021 chính sách chất lượng; QĐ 28/QĐ-UBND ngày 9/1/2021 mục tiêu chất lượng'],
    ['QĐ 27/QĐ-UBND ngày 9/1/2021 chính sách chất lượng\nQĐ 28/QĐ-UBND ngày 9/1/2021 mục tiêu chất lượng'],
    ['- QĐ 27/QĐ-UBND 9/1/2021 chính sách chất lượng;\n- 28/QĐ-UBND 9/1/2021 mục tiêu chất lượng.'],
    ['QĐ 27/QĐ-UBND ngày 9/1/2021 về chính sách chất lượng và QĐ 28/QĐ-UBND ngày 9/1/2021 về mục tiêu chất lượng'],
    ['chính sách chất lượng QĐ 27/QĐ-UBND ngày 9/1/2021, mục tiêu chất lượng QĐ 28/QĐ-UBND ngày 9/1/2021'],
    ['chính sách chất lượng (27/QĐ-UBND 9/1/2021), mục tiêu chất lượng (28/QĐ-UBND 9/1/2021)'],
  ])('"%s" is two', (text) => {
    expect(read(text)).toEqual([policy, goals]);
  });

  it('gives a shared date to both', () => {
    expect(read('QĐ 27/QĐ-UBND và QĐ 28/QĐ-UBND cùng ngày 09/01/2021').map((row) => row[4])).toEqual([
      '2021-01-09',
      '2021-01-09',
    ]);
  });

  it('reads numbers listed before one symbol', () => {
    expect(read('QĐ số 27, 28 và 29/QĐ-UBND ngày 9/1/2021').map((row) => [row[1], row[3], row[4]])).toEqual([
      ['27', 'QĐ-UBND', '2021-01-09'],
      ['28', 'QĐ-UBND', '2021-01-09'],
      ['29', 'QĐ-UBND', '2021-01-09'],
    ]);
  });

  it('does not take a figure before a code for a second document', () => {
    expect(read('nhận 27, 28/QĐ-UBND').map((row) => row[1])).toEqual(['28']);
  });

  it('does not date a document by a day on which something was counted', () => {
    expect(read('QĐ 27/QĐ-UBND 5/8 hồ sơ')).toEqual([[QD, '27', null, 'QĐ-UBND', null, null]]);
    expect(read('QĐ 27/QĐ-UBND 31/9 xong')).toEqual([[QD, '27', null, 'QĐ-UBND', null, null]]);
  });

  it('does not give the date of one document to the next', () => {
    expect(read('QĐ 27/QĐ-UBND ngày 9/1/2021, QĐ 28/QĐ-UBND').map((row) => row[4])).toEqual(['2021-01-09', null]);
  });

  it('does not take the next line of figures for a subject', () => {
    expect(read('QĐ 27/QĐ-UBND 9/1/2021 chính sách chất lượng\nnhận 215\ntrễ 2')).toEqual([policy]);
  });
});

describe('what is no citation', () => {
  it.each([
    'nhận 215',
    '215',
    'nhận 215, đúng hạn 208, trễ 2',
    '321/321',
    '6/6',
    '17/9',
    '17/9/2021',
    'ngày 5/9/2021',
    '30.9.26',
    '15 triệu đồng/01 năm',
    '19.026 hồ sơ/19.124 hồ sơ',
    '0,25/0,27 điểm',
    '4/116 thủ tục',
    '5 hồ sơ/tuần',
    '1/2 ngày',
    'tháng 9/2022',
    'báo cáo tháng 9/2022',
    'báo cáo 9/2022',
    'báo cáo 9',
    'kế hoạch 2022',
    'kế hoạch năm 2022',
    'kế hoạch 5/tuần',
    'báo cáo số 215 hồ sơ',
    'báo cáo số liệu tháng 10',
    'quyết định chưa ký',
    'tn 215/onl 150',
    'nhan 215/tt-150',
    '150/tt-onl',
    'tt 215 ngày 5/9/2021',
    // "báo cáo" and its like are verbs as well, and a list of numbers needs a kind for sure
    'báo cáo 215 ngày 20/10',
    'tháng 10 báo cáo 215, ngày 5/8',
    'thông báo 2 ngày 5/8',
    'bc 215, 210 ngày 5/8',
    'nhận 215 và 210 ngày 5/8/2026',
    'kế hoạch đào tạo, số lượng 20 ngày 5/8',
    'kế hoạch tập huấn số người 20 ngày 5/8/2026',
    'họp ban chỉ đạo lần 2 ngày 5/8/2026',
    'quyết định 3 vấn đề',
    '5 bc - đã nộp',
    'TCVN ISO 9001:2015',
    'iso 9001:2015',
    'và/hoặc',
    'phòng/ban',
    'công bố/công bố lại',
    'km 12/QL-1A',
    'số 12/5 đường Lê Lợi',
    'hồ sơ 12/HS-UBND',
    'hs 215/ubnd',
    'quyết định 5/9/2021',
    'Tiêu chí 7.2.1',
    'http://motcua.dongnai.gov.vn/a-b',
    '0999.0000001',
    'Kế hoạch đánh giá nội bộ năm 2021',
    '',
  ])('"%s" is none', (text) => {
    expect(readCitations(text, TODAY)).toEqual([]);
  });
});
