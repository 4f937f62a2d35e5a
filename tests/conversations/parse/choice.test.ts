/** Yes, no and neither; the two kinds of nothing; steering words; and choosing among options. */
import { describe, expect, it } from 'vitest';
import { readChoice, readNavigation, readNothing, readYesNo } from '../../../conversations/parse/choice.ts';

describe('readYesNo', () => {
  it.each([
    'có',
    'rồi',
    'r',
    'xong',
    'đã',
    'đúng',
    'ok',
    'vâng',
    'đc',
    'dạ rồi ạ',
    'xong hết rồi ạ',
    'da co',
    'ừ',
    'không sai',
    'chắc chắn rồi',
    'đã hoàn thành',
    'vừa xong',
    'chốt nhé',
    'số liệu đúng rồi',
    'tất cả đã xong',
    'họp rồi',
    'ban hành rồi ạ',
    'làm xong hết rồi',
    'rồiii',
    'cóoo',
    'ừa',
  ])('takes %j for yes', (text) => {
    expect(readYesNo(text).answer).toBe('yes');
  });

  it.each([
    'không',
    'ko',
    'k',
    'kg',
    'hông',
    'chưa',
    'sai',
    'no',
    'dạ chưa ạ',
    'chưa xong nhưng sắp',
    'sắp xong',
    'đang làm',
    '0',
    'đâu có',
    'không đúng',
    'có đâu',
    'đã xong đâu ạ',
    'hoàn toàn không',
    'số này sai',
    'làm chưa xong',
    'chx',
  ])('takes %j for no', (text) => {
    expect(readYesNo(text).answer).toBe('no');
  });

  it.each([
    'dạ',
    'ok ạ',
    'vâng ạ',
    'dạ vâng',
    'dạ ok',
    'ok em',
    'đã nhận',
    'đã xem',
    'dạ em biết rồi',
    'nhận được rồi ạ',
  ])('takes %j for seen, not answered', (text) => {
    expect(readYesNo(text).answer).toBe('seen');
  });

  it.each([
    'có không',
    'đúng không?',
    'rồi chưa',
    'đã gửi chưa',
    'không biết',
    'có lẽ',
    'hình như rồi',
    'xong một phần',
    'rồi nhưng chưa hết',
    'có sai',
    'có vẻ vậy',
    'có khi',
    'có gì đâu',
    'rồi thì sao',
    'có hả',
    'rồi à',
    'họp rồi chưa',
    'họp chưa',
    'ừ mà khoan',
    'không có gì sai',
    'không có ý kiến',
    'đã có kế hoạch, chưa thực hiện',
    'số liệu tháng 10: nhận 215',
    'xong ở đâu',
    'nhận 215',
    'đúng hạn 208',
    'xong 210',
    'được 2/3 rồi',
    'xong 80%',
    'được nửa rồi',
    'duyệt',
    '',
  ])('takes %j for neither', (text) => {
    expect(readYesNo(text).answer).toBe('none');
  });

  it.each([
    ['sai rồi, quá hạn là 3', 'no', 'quá hạn là 3'],
    ['chưa, mai mới xong', 'no', 'mai mới xong'],
    ['có, 2 hs', 'yes', '2 hs'],
    ['rồi, ngày 17/9', 'yes', 'ngày 17/9'],
    ['đúng rồi ạ', 'yes', ''],
    ['số liệu sai, quá hạn 3', 'no', 'quá hạn 3'],
    ['khắc phục rồi', 'yes', 'khắc phục rồi'],
    ['đã đánh giá nhưng chưa khắc phục', 'yes', 'đánh giá nhưng chưa khắc phục'],
  ])('leaves what else %j says', (text, answer, rest) => {
    expect(readYesNo(text)).toMatchObject({ answer, rest });
  });

  it('tells the agreeing acknowledgement from the mere particle', () => {
    expect(readYesNo('ok ạ')).toMatchObject({ answer: 'seen', agrees: true });
    expect(readYesNo('dạ')).toMatchObject({ answer: 'seen', agrees: false });
  });
});

describe('readNothing', () => {
  it.each([
    'không phát sinh',
    'k ps',
    'ko có hs nào',
    'không có',
    'dạ ko có ạ',
    'không có gì hết',
    'tháng này không phát sinh hồ sơ nào',
    'trắng',
  ])('takes %j for nil', (text) => {
    expect(readNothing(text)).toBe('nil');
  });

  it.each([
    'chưa có số liệu',
    'chua co',
    'chưa thống kê',
    'chưa có',
    'không có số liệu',
    'đang tổng hợp số liệu',
    'chưa biết',
    'ko rõ ạ',
    'số liệu chưa có',
  ])('takes %j for no data', (text) => {
    expect(readNothing(text)).toBe('no_data');
  });

  it.each([
    'không',
    'chưa',
    '0',
    'không trễ',
    'có',
    'không đúng',
    'không có 5 hs',
    'chưa phát sinh',
    'có hs không?',
    'không thay đổi',
    '',
  ])('finds neither in %j', (text) => {
    expect(readNothing(text)).toBeUndefined();
  });
});

describe('readNavigation', () => {
  it.each([
    ['quay lại', 'back'],
    ['lui', 'back'],
    ['tro lai', 'back'],
    ['quay về câu trước', 'back'],
    ['lùi về câu trước ạ', 'back'],
    ['bỏ qua', 'skip'],
    ['bo qua nhe', 'skip'],
    ['huỷ', 'cancel'],
    ['hủy', 'cancel'],
    ['thôi', 'cancel'],
    ['thôi ạ', 'cancel'],
    ['dừng', 'cancel'],
    ['trợ giúp', 'help'],
    ['giúp em với', 'help'],
    ['/help', 'help'],
    ['?', 'help'],
    ['làm lại', 'restart'],
  ])('reads %j as %s', (text, navigation) => {
    expect(readNavigation(text)).toBe(navigation);
  });

  it.each([
    'dung',
    'đúng',
    '5 hs thôi',
    'câu trước nhận 5',
    'quay về 5',
    'huỷ 3 hồ sơ',
    'bãi bỏ 3',
    'tiếp nhận',
    'trả lại 5',
    '',
    'thôi để mai em làm lại từ đầu cho chắc nhé anh, giờ bận quá rồi',
  ])('lets %j be something else', (text) => {
    expect(readNavigation(text)).toBeUndefined();
  });
});

const OPTIONS = [
  { id: 'nochange', label: 'Không thay đổi' },
  { id: 'change', label: 'Có thay đổi' },
  { id: 'late', label: 'Chưa nộp báo cáo năm: 4 đơn vị' },
];

describe('readChoice', () => {
  it.each([
    ['1', ['nochange']],
    ['[2]', ['change']],
    ['một', ['nochange']],
    ['số 3', ['late']],
    ['chọn 2 ạ', ['change']],
    ['1 và 3', ['nochange', 'late']],
    ['3,1', ['nochange', 'late']],
    ['1, 2, 3', ['nochange', 'change', 'late']],
    ['không thay đổi', ['nochange']],
    ['khong thay doi', ['nochange']],
    ['CÓ THAY ĐỔI', ['change']],
    ['có', ['change']],
    ['không', ['nochange']],
    ['chưa nộp', ['late']],
    ['báo cáo năm', ['late']],
    ['có thay đổi và chưa nộp', ['change', 'late']],
  ])('%j chooses %j', (text, ids) => {
    expect(readChoice(text, OPTIONS)).toEqual(ids);
  });

  it.each(['4', '0', '1 và 9', '1.5', '-1', '50%', 'thay đổi', 'x', '', 'không biết', 'nhận 215'])(
    '%j chooses none',
    (text) => {
      expect(readChoice(text, OPTIONS)).toEqual([]);
    },
  );

  it('chooses none among none', () => {
    expect(readChoice('1', [])).toEqual([]);
  });
});
