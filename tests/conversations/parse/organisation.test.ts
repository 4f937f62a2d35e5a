/** Sentences about the organisation, and the many that only look like one: figures, leave, ordinary talk. */
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../conversations/parse/command.ts';
import { type OrganisationWish, readOrganisation } from '../../../conversations/parse/organisation.ts';
import { readDay } from '../../../conversations/parse/organisation-said.ts';

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
  // Into a unit there is, in every way it is said.
  ['sáp nhập xã A vào phường B', { wish: 'absorb', units: ['xã A'], into: 'phường B' }],
  ['sap nhap xa a vao phuong b', { wish: 'absorb', units: ['xa a'], into: 'phuong b' }],
  [
    'gộp Đức Thuận, Bắc Hồng vào Xuân Lam từ 1/12',
    { wish: 'absorb', units: ['Đức Thuận', 'Bắc Hồng'], into: 'Xuân Lam', date: '2026-12-01' },
  ],
  ['nhập xã A vào thành phố B', { wish: 'absorb', units: ['xã A'], into: 'thành phố B' }],
  ['sát nhập A với B về C', { wish: 'absorb', units: ['A', 'B'], into: 'C' }],
  ['gop xa a, xa b thanh phuong c', { wish: 'merge', units: ['xa a', 'xa b'], into: 'phuong c' }],
  ['sáp nhập xã A vào phường B thành phường C', { wish: 'merge', units: ['xã A', 'phường B'], into: 'phường C' }],
  // Somebody new, or known, and where they work.
  [
    'thêm cán bộ Trần Văn Bình vào phường Bắc Hồng',
    { wish: 'invite', name: 'Trần Văn Bình', role: 'staff', unit: 'phường Bắc Hồng' },
  ],
  [
    'them can bo tran van binh vao phuong bac hong',
    { wish: 'invite', name: 'tran van binh', role: 'staff', unit: 'phuong bac hong' },
  ],
  ['thêm Trần Văn Bình vào xã A', { wish: 'invite', name: 'Trần Văn Bình', unit: 'xã A' }],
  ['thêm cán bộ Trần Văn Bình', { wish: 'invite', name: 'Trần Văn Bình', role: 'staff' }],
  [
    'bổ nhiệm Trần Công Minh làm lãnh đạo phường Bắc Hồng từ 1/12/2026',
    { wish: 'invite', name: 'Trần Công Minh', role: 'leader', unit: 'phường Bắc Hồng', date: '2026-12-01' },
  ],
  ['cử chị Lan làm cán bộ phường Bắc Hồng', { wish: 'invite', name: 'Lan', role: 'staff', unit: 'phường Bắc Hồng' }],
  ['mời Chu Văn An làm cán bộ xã A', { wish: 'invite', name: 'Chu Văn An', role: 'staff', unit: 'xã A' }],
  ['mời chú Nguyễn Văn An làm cán bộ xã A', { wish: 'invite', name: 'Nguyễn Văn An', role: 'staff', unit: 'xã A' }],
  // Who goes, and who comes.
  ['Trần Công Minh nghỉ việc từ 1/12', { wish: 'retire', name: 'Trần Công Minh', date: '2026-12-01' }],
  ['anh Thắng xin nghỉ việc', { wish: 'retire', name: 'Thắng' }],
  ['cho anh Tiến nghỉ từ 1/12', { wish: 'retire', name: 'Tiến', date: '2026-12-01' }],
  ['Trần Công Minh chuyển về phường 5', { wish: 'move', name: 'Trần Công Minh', unit: 'phường 5' }],
  ['tran cong minh chuyen ve phuong bac hong', { wish: 'move', name: 'tran cong minh', unit: 'phuong bac hong' }],
  ['chị Lan đã chuyển sang Bắc Hồng từ mai', { wish: 'move', name: 'Lan', unit: 'Bắc Hồng', date: '2026-11-04' }],
  ['chị Lan chuyển công tác', { wish: 'move', name: 'Lan' }],
  ['đổi cán bộ phường Bắc Hồng thành Trần Văn Bình', { wish: 'hand_over', at: 'phường Bắc Hồng', to: 'Trần Văn Bình' }],
  ['doi can bo phuong bac hong thanh tran van binh', { wish: 'hand_over', at: 'phuong bac hong', to: 'tran van binh' }],
  ['thay chị Lan bằng chị Hà từ mai', { wish: 'hand_over', name: 'Lan', to: 'Hà', date: '2026-11-04' }],
  // Names that look like other words.
  ['bàn giao việc của chị Lan cho anh Minh', { wish: 'hand_over', name: 'Lan', to: 'Minh' }],
  ['ban giao cho anh minh', { wish: 'hand_over', to: 'minh' }],
  ['bàn giao cho đồng chí Kỳ', { wish: 'hand_over', to: 'Kỳ' }],
  ['bàn giao cho em Minh', { wish: 'hand_over', to: 'Minh' }],
  ['bàn giao cho mình', { wish: 'hand_over' }],
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
  'nhập số liệu vào tháng 9',
  'nhap so lieu vao phuong 5',
  'nhập 215 vào tiếp nhận',
  'nhập báo cáo về Sở',
  'góp ý thành văn bản',
  'gộp báo cáo vào một tệp',
  'hồ sơ chuyển về phường 5',
  'công văn chuyển về xã',
  'Kỳ trước chuyển sang 5',
  'CHUYỂN HỒ SƠ SANG THÁNG SAU',
  'chuyển chị ấy sang phường A',
  'cho em xin nghỉ',
  'em xin nghỉ việc',
  'cử chị Lan làm cán bộ đánh giá nội bộ',
  'thêm cán bộ xử lý hồ sơ cho phường A',
  'thêm 5 hồ sơ vào phường A',
  'đổi số liệu thành 5',
  'thay pin bằng pin mới',
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
