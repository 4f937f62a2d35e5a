/** What must not be stored is noticed by its kind, and ordinary words are left in peace. */
import { describe, expect, it } from 'vitest';
import { noticePrivate } from '../../../conversations/parse/privacy.ts';
import { toParseAnswer, understand } from '../../../conversations/parse/understand.ts';

describe('noticePrivate', () => {
  it.each([
    ['001099012345', 'identity_number'],
    ['cccd 001099012345', 'identity_number'],
    ['CCCD: 0010 9901 2345', 'identity_number'],
    ['0010 9901 2345', 'identity_number'],
    ['cmnd số 123456789', 'identity_number'],
    ['căn cước 123456789', 'identity_number'],
    ['123456789', 'identity_number'],
    ['hs bà Nguyễn Thị A trễ', 'citizen_name'],
    ['hs bà nguyễn thị a trễ 2 ngày', 'citizen_name'],
    ['hồ sơ của ông Trần Văn B chưa xong', 'citizen_name'],
    ['ho so cua ong tran van b', 'citizen_name'],
    ['hồ sơ công dân Lê Thị C', 'citizen_name'],
    ['cccd 034.085.012.345', 'identity_number'],
    ['căn cước công dân số: 034-085-012-345', 'identity_number'],
    ['CCCD 034085 012345', 'identity_number'],
    ['CMND: 12345678', 'identity_number'],
    ['hộ chiếu số B1234567', 'identity_number'],
    ['ông Nguyễn Văn B nộp hồ sơ hôm qua', 'citizen_name'],
    ['hs bà Hoa trễ 2 ngày', 'citizen_name'],
    ['hồ sơ đất của bà Hoa', 'citizen_name'],
    ['chủ hồ sơ: Lê Văn C', 'citizen_name'],
    ['hồ sơ kết hôn Nguyễn Văn A - Trần Thị B', 'citizen_name'],
    ['công văn mật', 'secrecy_mark'],
    ['thông báo mật', 'secrecy_mark'],
    ['MẬT', 'secrecy_mark'],
    ['TỐI MẬT', 'secrecy_mark'],
    ['TUYỆT MẬT: kế hoạch', 'secrecy_mark'],
    ['gửi anh văn bản MẬT số 5', 'secrecy_mark'],
    ['tài liệu mật', 'secrecy_mark'],
    ['văn bản tối mật', 'secrecy_mark'],
    ['độ mật: A', 'secrecy_mark'],
    ['toi mat', 'secrecy_mark'],
    ['tuyet mat', 'secrecy_mark'],
    ['van ban toi mat', 'secrecy_mark'],
    ['tai lieu mat', 'secrecy_mark'],
    ['van ban mat so 5', 'secrecy_mark'],
    ['001 099 012 345', 'identity_number'],
    ['hộ ông Nguyễn Văn A', 'citizen_name'],
    ['hộ bà Lê Thị Hoa chưa nộp', 'citizen_name'],
    ['hộ gia đình ông Trần Văn Sáu', 'citizen_name'],
    ['hộ ông Bảy', 'citizen_name'],
    ['chủ hộ Nguyễn Văn A', 'citizen_name'],
    ['chủ hộ: Lê Thị B', 'citizen_name'],
    ['ho ong nguyen van a', 'citizen_name'],
    ['thẻ BHYT GD4797912345678', 'identity_number'],
    ['DN4797912345678', 'identity_number'],
    ['bảo hiểm y tế số DN 4797912345678', 'identity_number'],
    ['số BHXH 4797912345', 'identity_number'],
    ['số điện thoại của dân 0987654321', 'identity_number'],
  ])('notices %j', (text, matter) => {
    expect(noticePrivate(text)).toBe(matter);
  });

  it.each([
    'nhận 215',
    'mật độ dân số',
    'bí mật',
    'MẬT ĐỘ DÂN CƯ TĂNG NHANH',
    'mật khẩu',
    'mật ong',
    'số 123456789/QĐ-UBND',
    'Chủ tịch Nguyễn Văn A',
    'anh Nguyễn Văn A ơi',
    'nhận 2.246.000',
    '180 340 215',
    'ba hồ sơ',
    'kinh phí 120000000',
    'tổng chi 150000000 đồng',
    'kế hoạch bảo mật thông tin',
    'hồ sơ Bà Rịa 215',
    'hồ sơ do bà Hoa một cửa nhập',
    'hồ sơ ông bà nộp',
    'hồ sơ bà con nộp nhiều',
    'hồ sơ công chức Nguyễn Văn A nhập',
    'hồ sơ em Nguyễn Văn A nhập xong',
    'Trưởng ban: ông Nguyễn Văn A, hồ sơ đã ký',
    'lô B1234567',
    'cấp cccd 215 hồ sơ',
    'phường Trần Phú nhận 5 hs',
    'co mat 20 nguoi',
    'có mặt đầy đủ',
    'toi co mat tai hop',
    'toi mat dien thoai',
    'toi mat so lieu roi',
    'tai lieu mat roi',
    'bao cao mat 2 ngay',
    'mat khau he thong',
    'gửi hộ chị Lan báo cáo',
    'nộp hộ ông Nam xã Tân Lập',
    'hộ ông Chủ tịch',
    'tiếp nhận 15 hộ nghèo',
    'họ tên cán bộ phụ trách',
    'kinh phí BHYT 1500000000 đồng',
    'cấp thẻ BHYT 215',
    'gọi em 0912345678 nhé',
    '180 340 215 160',
    '',
  ])('leaves %j alone', (text) => {
    expect(noticePrivate(text)).toBeUndefined();
  });

  it('takes nine digits for a count where a count is asked, and twelve for an identity number even there', () => {
    expect(noticePrivate('123456789', 'received')).toBeUndefined();
    expect(noticePrivate('001099012345', 'received')).toBe('identity_number');
    expect(noticePrivate('cmnd 123456789', 'received')).toBe('identity_number');
  });

  it('lets nothing of such a message through', () => {
    const understood = understand('hs bà Nguyễn Thị A, nhận 215', { today: '2026-11-20' });
    expect(understood.private).toBe('citizen_name');
    expect(toParseAnswer(understood)).toEqual({});
  });
});
