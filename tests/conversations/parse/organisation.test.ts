/** Sentences about the organisation, and the many that only look like one: figures, leave, ordinary talk. */
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../conversations/parse/command.ts';
import { type OrganisationWish, readDay, readOrganisation } from '../../../conversations/parse/organisation.ts';

const TODAY = '2026-11-03';

const READ: [string, OrganisationWish][] = [
  [
    'mời Trần Văn Bình làm cán bộ xã Xuân Lam',
    { wish: 'invite', name: 'Trần Văn Bình', role: 'staff', unit: 'xã Xuân Lam' },
  ],
  [
    'moi tran van binh lam lanh dao phuong duc thuan',
    { wish: 'invite', name: 'tran van binh', role: 'leader', unit: 'phuong duc thuan' },
  ],
  [
    'mời chị Lê Thị Hoa làm điều phối viên cụm Hồng Lĩnh',
    { wish: 'invite', name: 'Lê Thị Hoa', role: 'coordinator', unit: 'cụm Hồng Lĩnh' },
  ],
  ['mời Hoàng An làm quản trị', { wish: 'invite', name: 'Hoàng An', role: 'admin' }],
  ['thêm cán bộ', { wish: 'invite' }],
  ['cấp mã Lan', { wish: 'code', name: 'Lan' }],
  ['cấp lại mã cho chị Nguyễn Thị Lan ạ', { wish: 'code', name: 'Nguyễn Thị Lan' }],
  ['danh sách cán bộ', { wish: 'list' }],
  ['ds can bo phường Đức Thuận', { wish: 'list', unit: 'phường Đức Thuận' }],
  ['ai chưa liên lạc được?', { wish: 'unreached' }],
  ['yêu cầu tham gia', { wish: 'requests' }],
  ['chưa phân công', { wish: 'undecided' }],
  ['ai chua duoc phan cong?', { wish: 'undecided' }],
  ['ds cán bộ chưa phân công ạ', { wish: 'undecided' }],
  ['phân công cán bộ còn lại', { wish: 'undecided' }],
  [
    'chuyển chị Lan sang phường Bắc Hồng từ ngày 1/12/2026',
    { wish: 'move', name: 'Lan', unit: 'phường Bắc Hồng', date: '2026-12-01' },
  ],
  ['chuyen nguyen thi lan sang phuong 5', { wish: 'move', name: 'nguyen thi lan', unit: 'phuong 5' }],
  ['cho chị Lan nghỉ từ 1/12', { wish: 'retire', name: 'Lan', date: '2026-12-01' }],
  ['chị Lan nghỉ hưu từ 1/1/2027', { wish: 'retire', name: 'Lan', date: '2027-01-01' }],
  ['bàn giao', { wish: 'hand_over' }],
  ['bàn giao cho anh Nam', { wish: 'hand_over', to: 'Nam' }],
  ['bàn giao việc của chị Lan cho chị Hà từ mai', { wish: 'hand_over', name: 'Lan', to: 'Hà', date: '2026-11-04' }],
  [
    'sáp nhập Đức Thuận, Bắc Hồng và Đậu Liêu thành phường Hồng Lĩnh từ ngày 1/7/2025',
    { wish: 'merge', units: ['Đức Thuận', 'Bắc Hồng', 'Đậu Liêu'], into: 'phường Hồng Lĩnh', date: '2025-07-01' },
  ],
  [
    'hợp nhất phường 1, phường 2 thành phường Tân Lập',
    { wish: 'merge', units: ['phường 1', 'phường 2'], into: 'phường Tân Lập' },
  ],
  ['sáp nhập', { wish: 'merge', units: [] }],
  [
    'tách xã Xuân Lam thành Xuân Lam Đông và Xuân Lam Tây',
    { wish: 'split', unit: 'xã Xuân Lam', into: ['Xuân Lam Đông', 'Xuân Lam Tây'] },
  ],
  ['dữ liệu của tôi', { wish: 'my_data' }],
  ['xuất dữ liệu của tôi', { wish: 'export_me' }],
  ['xóa dữ liệu của tôi', { wish: 'erase_me' }],
];

const OTHER = [
  'phân công',
  'hồ sơ chưa phân công',
  'chưa phân công xử lý 5 hồ sơ',
  'cấp mã',
  'cấp mã mới',
  'cấp mã đăng ký',
  'chuyển qua 4, nhận 210',
  'kỳ trước chuyển sang 5',
  'chuyển hồ sơ sang tháng sau',
  'chuyển kỳ sau 12 hồ sơ',
  'cho em nghỉ từ mai đến 20/8',
  'cho chị Lan nghỉ phép',
  'em nghỉ',
  'mai em nghỉ',
  '2 cán bộ nghỉ việc',
  'cán bộ nghỉ việc',
  'nhập số liệu tháng 9',
  'nhập báo cáo làm lại',
  'tách 215 thành 150 và 65',
  'mời họp',
  'thêm 5 hồ sơ',
  'sáp nhập\nhai dòng',
  'nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 2',
  'dữ liệu của phường',
];

describe('a sentence about the organisation', () => {
  it.each(READ)('%j is understood, and is a command', (text, wish) => {
    expect(readOrganisation(text, TODAY)).toEqual(wish);
    expect(readCommand(text, TODAY)?.name).toBe('organisation');
  });

  it.each(OTHER)('is not read into %j', (text) => {
    expect(readOrganisation(text, TODAY)).toBeUndefined();
    expect(readCommand(text, TODAY)?.name).not.toBe('organisation');
  });
});

describe('a day', () => {
  it.each([
    ['1/12', '2026-12-01'],
    ['từ ngày 1.7.2025', '2025-07-01'],
    ['2/1', '2027-01-02'],
    ['hôm nay', TODAY],
    ['từ mai', '2026-11-04'],
  ])('%j is %s', (text, day) => {
    expect(readDay(text, TODAY)).toBe(day);
  });

  it.each(['31/2/2026', '12', 'tháng sau', '', '1/13'])('is not read into %j', (text) => {
    expect(readDay(text, TODAY)).toBeUndefined();
  });
});
