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
  ['lớp|lớp học|khóa|khoá', label('course')],
  ['người|lượt|lượt người|cán bộ|cbcc|công chức|đồng chí|lượt cán bộ|cb|học viên', label('people')],
  [
    'ai đi tập huấn|ai đi học|ai được cử đi tập huấn|ai tham gia tập huấn|ai dự tập huấn|ai tập huấn|ai đi đào tạo|ai được tập huấn',
    label('training', 'people'),
  ],
  ['mở|tổ chức|đơn vị tổ chức', label('host')],
  ['cuộc kiểm tra|đoàn kiểm tra|cấp trên kiểm tra|cuộc cấp trên kiểm tra', label('inspection')],
];
