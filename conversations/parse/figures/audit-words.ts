/** The words for what an audit finds, for training, and for inspections by those above. */
import { label, type Words } from './sense.ts';

export const AUDIT: Words = [
  ['kph|không phù hợp|điểm không phù hợp|điểm kph|sự không phù hợp|lỗi|lỗi không phù hợp', label('nonconformity')],
  [
    'kph nhẹ|không phù hợp nhẹ|điểm không phù hợp nhẹ|điểm kph nhẹ|lỗi nhẹ|nhẹ|kph loại nhẹ|điểm nhẹ|lỗi nhỏ|lỗi không phù hợp nhẹ',
    label('minor'),
  ],
  [
    'kph nặng|không phù hợp nặng|điểm không phù hợp nặng|điểm kph nặng|lỗi nặng|nặng|kph loại nặng|điểm nặng|lỗi lớn|lỗi không phù hợp nặng',
    label('major'),
  ],
  ['khuyến nghị|kn|điểm khuyến nghị|khuyến nghị cải tiến|điểm kn|knghị|kh nghị', label('recommendation')],
  ['lưu ý|điểm lưu ý|điểm cần lưu ý|cần lưu ý|quan sát|điểm quan sát', label('observation')],
  ['tập huấn|đào tạo|bồi dưỡng|tập huấn iso|đào tạo iso|đi học|đi tập huấn', label('training')],
  // who goes to a course is counted, and not the course
  [
    'tham gia lớp tập huấn|tham gia lớp đào tạo|tham gia lớp bồi dưỡng|tham gia khóa tập huấn|tham gia khóa đào tạo|dự lớp tập huấn|dự lớp đào tạo|' +
      'dự lớp bồi dưỡng|dự khóa tập huấn|dự khóa đào tạo|tham dự lớp tập huấn|tham dự lớp đào tạo|tham dự lớp bồi dưỡng|tham dự khóa tập huấn|' +
      'tham dự khóa đào tạo|đi lớp tập huấn|đi lớp đào tạo|đi lớp bồi dưỡng|đi khóa tập huấn|đi khóa đào tạo|đi dự lớp tập huấn|' +
      'đi dự lớp đào tạo|đi dự lớp bồi dưỡng|đi dự khóa tập huấn|đi dự khóa đào tạo|đi học lớp tập huấn|đi học lớp đào tạo|đi học lớp bồi dưỡng|' +
      'đi học khóa tập huấn|đi học khóa đào tạo|học lớp tập huấn|học lớp đào tạo|học lớp bồi dưỡng|học khóa tập huấn|học khóa đào tạo',
    label('training'),
  ],
  ['lớp|lớp học|khóa|khoá', label('course')],
  ['người|lượt|lượt người|cán bộ|cbcc|công chức|đồng chí|đ c|lượt cán bộ|cb|học viên', label('people')],
  [
    'ai đi tập huấn|ai đi học|ai được cử đi tập huấn|ai tham gia tập huấn|ai dự tập huấn|ai tập huấn|ai đi đào tạo|ai được tập huấn',
    label('training', 'people'),
  ],
  ['mở|tổ chức|đơn vị tổ chức|tự tổ chức|tự mở|tự đứng ra tổ chức|đứng ra tổ chức', label('host')],
  [
    'cuộc kiểm tra|đoàn kiểm tra|cấp trên kiểm tra|cuộc cấp trên kiểm tra|sở kiểm tra|tỉnh kiểm tra',
    label('inspection'),
  ],
  [
    'đoàn kiểm tra của tỉnh|đoàn kiểm tra của sở|đoàn kiểm tra của cấp trên|đoàn kiểm tra của ubnd tỉnh|đoàn kiểm tra của sở khcn|đoàn kiểm tra tỉnh|' +
      'đoàn kiểm tra sở|đoàn kiểm tra cấp trên|đoàn kiểm tra ubnd tỉnh|đoàn kiểm tra sở khcn|cuộc kiểm tra của tỉnh|cuộc kiểm tra của sở|' +
      'cuộc kiểm tra của cấp trên|cuộc kiểm tra của ubnd tỉnh|cuộc kiểm tra của sở khcn|cuộc kiểm tra tỉnh|cuộc kiểm tra sở|cuộc kiểm tra cấp trên|' +
      'cuộc kiểm tra ubnd tỉnh|cuộc kiểm tra sở khcn',
    label('inspection'),
  ],
];
