/** Promises about the further counts and rates of the yearly reports, as they are named in a message. */
import { describe, expect, test } from 'vitest';
import { toParseAnswer, understand } from '../../../conversations/parse/understand.ts';

const read = (text: string): Record<string, unknown> => toParseAnswer(understand(text, { today: '2026-11-20' }));

describe('reads the further counts of the reports', () => {
  test.each<[string, Record<string, unknown>]>([
    ['không có khiếu nại', { complaints: 0 }],
    ['k co khieu nai gi ca', { complaints: 0 }],
    ['Khiếu nại: không', { complaints: 0 }],
    ['chưa phát hiện rủi ro nào, khiếu nại cũng không có', { risks_found: 0, complaints: 0 }],
    ['khieu nai 1 vu, da giai thich xong cho dan', { complaints: 1 }],
    ['tháng này có 1 đơn khiếu nại của công dân nhé', { complaints: 1 }],
    ['gửi 2 thư xin lỗi rồi, quá hạn 2 hs', { apology_letters: 2, resolved_late: 2 }],
    ['nhận 215, trễ 2, thư xin lỗi: hai', { received: 215, resolved_late: 2, apology_letters: 2 }],
    ['phát hiện 2 rủi ro', { risks_found: 2 }],
    ['không phát hiện rủi ro nào', { risks_found: 0 }],
    ['năm nay đánh giá nội bộ 2 lần rồi', { audit_done: true, audit_count: 2 }],
    ['số lần đánh giá nội bộ: 01', { audit_count: 1 }],
    ['áp dụng iso 116 tthc trên tổng số 116 tthc', { procedures_iso_applied: 116, procedures_total: 116 }],
    ['đã áp dụng ISO 9001:2015 cho 321/321 TTHC', { procedures_iso_applied: 321, procedures_total: 321 }],
    ['4 TTHC mức độ 3, 112 TTHC mức độ 4', { procedures_level3: 4, procedures_level4: 112 }],
    ['tthc mức độ 3: 4, mức độ 4: 112', { procedures_level3: 4, procedures_level4: 112 }],
    ['04 TTHC liên thông; 16 lưu đồ', { procedures_interlinked: 4, procedure_flowcharts_count: 16 }],
    ['số lần công bố: 02', { announcement_count_total: 2 }],
    ['chuyển qua 27, nhận 391, tổng phải giải quyết 418', { carried_over: 27, received: 391, total_to_process: 418 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('reads the rates of the reports', () => {
  test.each<[string, Record<string, unknown>]>([
    ['tỷ lệ đúng hạn 99,6%, mức độ hài lòng 98%', { on_time_rate: 99.6, satisfaction_rate: 98 }],
    ['tre han 0,15%, dung han 99,85%', { late_rate: 0.15, on_time_rate: 99.85 }],
    ['tỉ lệ hồ sơ trực tuyến 97.5 %, thanh toán trực tuyến 88,2%', { online_rate: 97.5, online_payment_rate: 88.2 }],
    ['trực tuyến 4.402 hồ sơ, đạt 95,32%', { received_online: 4402, online_rate: 95.32 }],
    [
      'gq 210, đúng hạn 208 (99,04%), trễ 2',
      { resolved: 210, resolved_on_time: 208, on_time_rate: 99.04, resolved_late: 2 },
    ],
    ['gq 812 hs, tỷ lệ đúng hạn 100%', { resolved: 812, on_time_rate: 100 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('reads points and money of the year', () => {
  test.each<[string, Record<string, unknown>]>([
    ['tự chấm 4,75/5 điểm', { self_score: 4.75, self_score_max: 5 }],
    ['diem tu cham: 4.5', { self_score: 4.5 }],
    ['7.2.1: 0,5\n7.2.2: 0,25/0,5\n7.2.3: 1/1', { score_7_2_1: 0.5, score_7_2_2: 0.25, score_7_2_3: 1 }],
    ['tiêu chí 7.2.4 (mức độ áp dụng) tự chấm 1,25 điểm', { score_7_2_4: 1.25 }],
    ['nhận 215, 7.2.1: 0,5', { received: 215, score_7_2_1: 0.5 }],
    ['kinh phí cấp trên cấp 15 triệu đồng, còn lại chi thường xuyên', { budget_from_superior: 15_000_000 }],
    ['được cấp trên cấp 15 triệu làm ISO', { budget_from_superior: 15_000_000 }],
    ['tự chấm 4.5 trên 5 điểm', { self_score: 4.5, self_score_max: 5 }],
    ['năm nay được tỉnh cấp 1,5 tỷ', { budget_from_superior: 1_500_000_000 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    'điểm tự chấm: 5,2/5',
    '7.2.1: 0,5, 7.2.1: 0,4',
    'tự chấm 95%',
    'kinh phí cấp trên cấp 15',
    'được tỉnh cấp 15 triệu 2 lần',
  ])('asks about %s', (text) => {
    expect(read(text)).toEqual({ ambiguous: true });
  });
});

describe('asks where a further count or rate is not told outright', () => {
  test.each([
    'khoảng 2 khiếu nại',
    'khiếu nại 2 hay 3',
    'khiếu nại 1,5',
    'khiếu nại -2',
    'có khiếu nại không?',
    'khiếu nại chưa có số liệu',
    'không có khiếu nại kéo dài',
    'khiếu nại 1, khiếu nại 2',
    'khiếu nại 2?',
    'phấn đấu đúng hạn 99%',
    'đúng hạn trên 99%',
    'trước hạn 85%',
    'đúng hạn 998%',
    'mức độ 3, 4: 116',
  ])('%s', (text) => {
    const answer = read(text);
    expect(answer.ambiguous).toBe(true);
    expect(Object.keys(answer)).toEqual(['ambiguous']);
  });
});

test('takes no number of the dossiers for a further count', () => {
  expect(read('trễ 2 hs lĩnh vực đất đai')).toEqual({ resolved_late: 2 });
  expect(read('chuyển qua 5, còn phải giải quyết 5')).toEqual({ carried_over: 5, pending_total: 5 });
  expect(read('nhận 215 khiếu nại 0')).toEqual({ received: 215, complaints: 0 });
  expect(read('nhận 5 tthc liên thông')).not.toHaveProperty('procedures_interlinked');
});
