/**
 * The words of the trade and what each says about a number beside it. A label is a set of features ("tiếp nhận" is
 * `receive`, "online" is `online`); labels standing together are joined, and `target` tells which figure their features
 * make. New abbreviations are added here and nowhere else.
 */
import { Lexicon } from './lexicon.ts';
import { MendedPhrases } from './mended-phrase.ts';

export type Feature =
  | 'receive'
  | 'resolve'
  | 'pending'
  /** "còn": what is still open, or merely "and". */
  | 'still'
  | 'carried'
  /** "tồn": opening or closing balance. */
  | 'stock'
  /** "mới" before a number: newly received, or new procedures. */
  | 'fresh'
  /** What had to be dealt with in all: carried over and received; no figure of its own. */
  | 'to_process'
  | 'generated'
  | 'online'
  | 'direct'
  | 'post'
  | 'early'
  | 'on_time'
  | 'late'
  | 'in_time'
  /** "th": trước hạn, trễ hạn or tháng. */
  | 'th'
  /** "tt" before a number: trực tiếp or thủ tục. */
  | 'tt'
  | 'procedures'
  | 'total'
  | 'new'
  | 'repealed'
  | 'amended'
  | 'unchanged'
  | 'minor'
  | 'major'
  | 'nonconformity'
  | 'recommendation'
  | 'observation'
  | 'training'
  | 'course'
  | 'people'
  | 'host'
  | 'inspection'
  | 'process'
  /** Returned, refused or withdrawn dossiers: no figure of ours. */
  | 'withdrawn';

export type Sense =
  | { kind: 'label'; features: Feature[] }
  /** không, ko, k có … */
  | { kind: 'none' }
  /** chưa có, không rõ: nobody knows. */
  | { kind: 'unknown' }
  /** hết, tất cả, đều */
  | { kind: 'all' }
  /** còn lại */
  | { kind: 'rest' }
  /** what is counted: hồ sơ, hs */
  | { kind: 'unit' }
  /** what is counted where it is no figure of ours: ngày, đơn vị, công văn, triệu đồng */
  | { kind: 'foreign' }
  /** đạt, tăng, giảm, tỷ lệ: the number beside it is no figure */
  | { kind: 'measure' }
  | { kind: 'vague' }
  /** trong đó, nhưng: another clause begins */
  | { kind: 'break' }
  | { kind: 'within' }
  /** tính cả: what follows is counted in what was said before */
  | { kind: 'counting' }
  | { kind: 'and' }
  /** bị, do, vì: ends what a number can belong to on its right */
  | { kind: 'function' }
  /** tổng, tổng số */
  | { kind: 'sum' }
  /** sẽ, dự kiến, chỉ tiêu: what is said has not happened */
  | { kind: 'plan' }
  /** nhầm, sửa lại: contradicts what was said before */
  | { kind: 'mistake' }
  | { kind: 'question' }
  /** gần như, đa số: not all of them, and not none */
  | { kind: 'hedge' }
  | { kind: 'filler' };

const label = (...features: Feature[]): Sense => ({ kind: 'label', features });

const DOSSIERS: [string, Sense][] = [
  [
    'tiếp nhận|nhận|tn|thu|nhận mới|tiếp nhận mới|nhận vào|thu nhận|mới nhận|mới tiếp nhận|nhận trong kỳ|tiếp nhận trong kỳ|' +
      'mới tiếp nhận trong kỳ|đã nhận|đã tiếp nhận|nhận được|tiếp nhận được|thụ lý|hồ sơ đến|nhận mới trong kỳ|mới trong kỳ|' +
      't nhận|tnhận|tiếp nhân|nộp vào|dân nộp|thu vô|nhận vô|thu vào|t n',
    label('receive'),
  ],
  [
    'giải quyết|gq|đã giải quyết|đã gq|xong|đã xong|trả|đã trả|giải quyết xong|gq xong|trả kết quả|đã trả kết quả|hoàn thành|' +
      'đã hoàn thành|giải quyết được|gq được|làm xong|g quyết|gquyết|g q|đã giải quyết xong|đã gq xong|trả dân|đã trả dân|trả kq|' +
      'xử lý xong|đã xử lý|đã xử lý xong|xử lý được|tổng giải quyết|tổng gq|trả được|trả ra|giải quyết và trả|đã giải quyết và trả|trả cho dân',
    label('resolve'),
  ],
  [
    'đang giải quyết|đang gq|đang xử lý|đang làm|chưa giải quyết|chưa gq|chưa xong|chưa trả|chưa xử lý|chưa xử lý xong|còn tồn|tồn cuối kỳ|' +
      'tồn lại|hồ sơ tồn đọng|hs tồn đọng|đang chờ|chưa giải quyết xong|chưa gq xong|đang thụ lý|đang xl|đang g quyết|còn đang giải quyết|còn đang gq|' +
      'còn đang xử lý|còn chưa giải quyết|tồn chưa giải quyết|còn tồn đọng|tồn đọng|chuyển kỳ sau|chuyển sang kỳ sau|chuyển qua kỳ sau|' +
      'chuyển tháng sau|chuyển sang tháng sau|tồn cuối tháng|chưa trả kết quả|đang trong quá trình giải quyết|chưa hoàn thành|cuối kỳ|còn cuối kỳ|dư cuối kỳ|' +
      'tổng đang giải quyết|còn phải giải quyết|còn chưa xong|đang tồn|còn treo|chưa trả dân',
    label('pending'),
  ],
  ['còn|còn có|hiện còn', label('still')],
  [
    'kỳ trước chuyển qua|kỳ trước chuyển sang|kỳ trước|tháng trước chuyển qua|tháng trước chuyển sang|tháng trước qua|kỳ trước qua|' +
      'tháng trước còn|kỳ trước còn|tồn đầu kỳ|tồn kỳ trước|tồn tháng trước|tồn cũ|hồ sơ cũ|hs cũ|từ kỳ trước|từ kỳ trước chuyển qua|' +
      'từ kỳ trước chuyển sang|từ tháng trước chuyển sang|từ tháng trước chuyển qua|từ tháng trước|chuyển qua|chuyển sang|chuyển tiếp|' +
      'kỳ trước để lại|tháng trước để lại|tồn đầu tháng|đầu kỳ|năm trước chuyển sang|năm trước chuyển qua|kt chuyển|kt chuyển qua|kt chuyển sang|' +
      'cũ chuyển sang|cũ chuyển qua|tháng trước tồn|kỳ trước tồn|tồn từ kỳ trước|tồn từ tháng trước|kỳ trước chuyển|tháng trước chuyển|' +
      'kỳ trước chuyển tiếp|tồn kỳ trước chuyển sang|tồn kỳ trước chuyển qua|tồn tháng trước chuyển sang|tồn tháng trước chuyển qua|' +
      'từ kỳ trước sang|kỳ trước sang|tháng trước sang|tồn của kỳ trước|tồn của tháng trước|cũ|số dư đầu kỳ|dư đầu kỳ|chuyển kỳ trước',
    label('carried'),
  ],
  ['tồn|hồ sơ tồn|hs tồn|số tồn', label('stock')],
  [
    'tổng phải giải quyết|tổng số phải giải quyết|phải giải quyết|tổng cộng phải giải quyết|tổng số hồ sơ phải giải quyết',
    label('to_process'),
  ],
  ['phát sinh|ps|hồ sơ phát sinh|hs phát sinh|tổng phát sinh', label('generated')],
  [
    'trực tuyến|online|onl|on|ol|onlai|onlie|dvc|dvctt|dịch vụ công|qua mạng|trên mạng|mạng|cổng dvc|cổng dịch vụ công|dịch vụ công trực tuyến|' +
      't tuyến|ttuyến|tr tuyến|trtuyến|qua dvc|qua cổng|nộp online|onlin|on line|trên dvc|trên cổng|qua cổng dvc|vneid|trực tuyên',
    label('online'),
  ],
  [
    'trực tiếp|tại quầy|quầy|giấy|hồ sơ giấy|hs giấy|nộp giấy|t tiếp|ttiếp|tr tiếp|trtiếp|tại chỗ|nộp tại quầy|ở quầy|' +
      'nộp trực tiếp|tại trung tâm|bản giấy|trực tiếp tại quầy|offline|off|nhận tại quầy|nộp tay',
    label('direct'),
  ],
  [
    'bưu điện|bưu chính|qua bưu điện|qua bưu chính|bưu chính công ích|bcci|dịch vụ bưu chính|đường bưu điện|bđ|bưu cục|qua bưu cục|' +
      'qua bưu chính công ích|dịch vụ bưu chính công ích|qua dịch vụ bưu chính|qua dịch vụ bưu chính công ích|qua bcci',
    label('post'),
  ],
  ['trước hạn|sớm|sớm hạn|trước thời hạn|trc hạn|trước hẹn|tr hạn|sớm hẹn|trcs hạn', label('early')],
  ['đúng hạn|đh|kịp|kịp hạn|đúng hẹn|đúng thời hạn|đ hạn|đhạn|kịp thời hạn|đúng tiến độ|đ h', label('on_time')],
  [
    'quá hạn|qh|trễ|trễ hạn|chậm|chậm hạn|muộn|trễ hẹn|quá thời hạn|q hạn|qhạn|muộn hạn|quá hẹn|chậm muộn|bị trễ|q h|bị quá hạn|' +
      'chậm trễ|trễ quá hạn|bị chậm|trễ hạn trả',
    label('late'),
  ],
  ['trong hạn|trong thời hạn|th hạn', label('in_time')],
  ['còn hạn|còn trong hạn|chưa đến hạn|chưa tới hạn|chưa quá hạn|còn trong thời hạn', label('pending', 'in_time')],
  [
    'đúng và trước hạn|trước và đúng hạn|đúng trước hạn|trước đúng hạn|sớm và đúng hạn|đúng và sớm hạn|trước hạn và đúng hạn|' +
      'đúng hạn và trước hạn|đúng hạn trước hạn|đúng hạn và sớm|đúng và trước thời hạn|trước và đúng thời hạn',
    label('early', 'on_time'),
  ],
  ['th', label('th')],
  [
    'trả lại|từ chối|rút|xin rút|hoàn trả|trả hồ sơ|chờ bổ sung|yêu cầu bổ sung|tạm dừng|rút hồ sơ|trả lại hồ sơ|hủy|huỷ',
    label('withdrawn'),
  ],
  ['tồn quá hạn|đang quá hạn|đang trễ|đang trễ hạn|đang chậm|còn quá hạn chưa giải quyết', label('pending', 'late')],
];

const PROCEDURES: [string, Sense][] = [
  ['tthc|thủ tục|thủ tục hành chính', label('procedures')],
  [
    'tổng số tthc|tổng tthc|tổng số thủ tục|tổng thủ tục|tổng số thủ tục hành chính|tthc thuộc thẩm quyền|tổng số tthc thuộc thẩm quyền|' +
      'thủ tục thuộc thẩm quyền|thủ tục hành chính thuộc thẩm quyền|tổng số thủ tục hành chính thuộc thẩm quyền|thủ tục hành chính thuộc thẩm quyền giải quyết|thủ tục thuộc thẩm quyền giải quyết|tthc thuộc thẩm quyền giải quyết',
    label('procedures', 'total'),
  ],
  [
    'ban hành mới|mới ban hành|mới ban hành thêm|ban hành thêm|bổ sung mới|thêm mới|công bố mới|mới công bố|' +
      'mới thêm|ban hành|công bố thêm',
    label('new'),
  ],
  ['tthc mới|thủ tục mới|tthc ban hành mới|tthc mới ban hành|tthc thêm mới', label('new', 'procedures')],
  ['tthc bãi bỏ|tthc bị bãi bỏ', label('repealed', 'procedures')],
  ['tthc sửa đổi|tthc sửa đổi bổ sung', label('amended', 'procedures')],
  ['bổ sung', label('new', 'amended')],
  ['bãi bỏ|hủy bỏ|huỷ bỏ|cắt giảm|bị bãi bỏ|loại bỏ|bãi|bỏ', label('repealed')],
  [
    'sửa đổi|sửa|sửa đổi bổ sung|điều chỉnh|sửa đổi và bổ sung|sđ bs|sđbs|cập nhật sửa đổi|được sửa đổi|' +
      'sửa bổ sung',
    label('amended'),
  ],
  [
    'không thay đổi|ko thay đổi|k thay đổi|không đổi|giữ nguyên|không có thay đổi|không biến động|không có gì thay đổi|ko có thay đổi|k có thay đổi|ko có gì thay đổi|không thay đổi gì|ko đổi|k đổi',
    label('unchanged'),
  ],
  ['quy trình nội bộ|qtnb|qt nội bộ', label('process')],
];

const AUDIT: [string, Sense][] = [
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
  ['mở|tổ chức|đơn vị tổ chức', label('host')],
  ['cuộc kiểm tra|đoàn kiểm tra|cấp trên kiểm tra|cuộc cấp trên kiểm tra', label('inspection')],
];

const GRAMMAR: [string, Sense][] = [
  [
    'không|ko|k|kg|không có|ko có|k có|kg có|hông có|hổng có|hông|hổng|không thấy|không phát sinh|ko phát sinh|k phát sinh|k ps|ko ps|' +
      'không ps|không hề có|không hề|ko hề|không bao giờ|không xuất hiện|chẳng có|không bị|ko bị|k bị|không để|không xảy ra|chả có|hok có|không có phát sinh|' +
      'không phát hiện|không có hồ sơ nào|hem có|đâu có|không có hs nào|không phát sinh thêm',
    { kind: 'none' },
  ],
  [
    'chưa|chưa được|chưa thể|chưa có|chưa rõ|không rõ|ko rõ|chưa biết|không biết|ko biết|chưa thống kê|chưa tổng hợp|chưa có số liệu|chưa nắm|không nhớ|chưa có số|' +
      'chưa thống kê được|k rõ|k biết|chưa tính',
    { kind: 'unknown' },
  ],
  ['tính cả|kể cả|gồm cả|bao gồm cả|luôn cả|cộng cả', { kind: 'counting' }],
  ['hết|tất cả|toàn bộ|đều|cả|hết cả|tất|hết luôn|hoàn toàn|hết thảy', { kind: 'all' }],
  ['còn lại|số còn lại|phần còn lại|những cái còn lại|còn lại là|còn lại đều', { kind: 'rest' }],
  [
    'hồ sơ|hs|h s|hsơ|cuộc|bộ hồ sơ|bộ|hồ sơ tthc|hs tthc|trường hợp|cái|ca|vụ|hồ sơ thủ tục hành chính|điểm|hso',
    { kind: 'unit' },
  ],
  [
    'ngày|giờ|phút|tuần|tháng|năm|lần|đơn vị|phòng|ban|công văn|văn bản|kế hoạch|quyết định|triệu|đồng|tỷ đồng|triệu đồng|khu phố|thôn|tổ|' +
      'xã|phường|cuộc họp|buổi|máy|trang|nhóm|lĩnh vực|việc|mục|câu|đoàn|km|m2|vb|cv|cuộc họp|nhân viên|cá nhân|nhân khẩu|nhân sự|hộ|hộ dân|giấy mời|giấy phép|lao động|công nhân|tin nhắn|ngàn đồng|nghìn đồng|đ|vnđ|vnd|tr|thư xin lỗi|thư',
    { kind: 'foreign' },
  ],
  [
    'tỷ lệ|tỉ lệ|tăng|giảm|tl|tăng thêm|giảm còn|nhiều hơn|ít hơn|chiếm|mức độ|mã|mã số|stt|số thứ tự|số biên nhận|mã hồ sơ|hồ sơ số|hs số|tồn tại|số hiệu|mức|điện thoại|sđt|đt',
    { kind: 'measure' },
  ],
  [
    'khoảng|khoản|khoảng chừng|tầm|chừng|cỡ|ước|gần|hơn|trên|dưới|xấp xỉ|ngót|áng chừng|tạm tính|ít nhất|tối thiểu|mấy|vài|' +
      'không dưới|chưa tới|chưa đến|đâu đó|ước chừng|trên dưới|tầm khoảng|thêm|gì đó|gì ấy|là cùng|thì phải|trở lên|' +
      'trở xuống|đổ lại|có dư|có lẻ',
    { kind: 'vague' },
  ],
  [
    'nhưng|song|tuy nhiên|so với|không tính|ko tính|k tính|không kể|ko kể|k kể|riêng|ngoài ra|bên cạnh đó|trong khi|do|vì|bởi|nên|để|khi|lúc|bởi vì|là do',
    { kind: 'break' },
  ],
  ['trong đó|trong số đó|trong số|gồm|bao gồm|trong ấy', { kind: 'within' }],
  [
    'tổng|tổng số|tổng cộng|tổng số hồ sơ|tổng hồ sơ|tổng số hs|tổng hs|cộng|tổng số hồ sơ tthc|tổng hồ sơ tthc|tổng số hs tthc',
    { kind: 'sum' },
  ],
  ['hầu hết|gần như|hầu như|phần lớn|đa số|đa phần|gần hết|gần như hết', { kind: 'hedge' }],
  ['và|với|cùng|lẫn', { kind: 'and' }],
  [
    'bị|theo|tại|ở|của|cho|thuộc|mà|tuy|thì|rồi|r|cũng|vẫn|chỉ|mới|lại|qua|từ|đến|tới|bằng|về|đã|có|được|đc',
    { kind: 'function' },
  ],
  [
    'sẽ|hình như|có lẽ|chắc|chắc là|nghe đâu|đoán|đoán là|em đoán|có khi|có thể|em nghĩ|tôi nghĩ|nghĩ là|dự kiến|chỉ tiêu|mục tiêu|phấn đấu|dự định|sắp|kế hoạch là|nếu|giả sử|ví dụ|vd|thí dụ|chẳng hạn|' +
      'tháng sau|tháng tới|kỳ sau|kỳ tới|năm sau|năm tới|xã bên|phường bên|xã khác|phường khác|xã bạn|phường bạn|đơn vị khác|' +
      'tuần này|tuần trước|tuần qua|tuần rồi|lũy kế|luỹ kế|cộng dồn|từ đầu năm|từ đầu năm đến nay|đầu năm|cùng kỳ|cùng kỳ năm ngoái|cùng kỳ năm trước|năm ngoái|năm trước|cả năm|mỗi ngày|một ngày|' +
      'hàng ngày|hằng ngày|trung bình|bình quân|cả cụm|toàn cụm|cả tỉnh|toàn tỉnh|cả huyện|toàn huyện|kế hoạch nhận|kế hoạch tiếp nhận|kế hoạch giải quyết',
    { kind: 'plan' },
  ],
  [
    'nhầm|lộn|cộng thêm|nhầm rồi|lộn rồi|ghi nhầm|gõ nhầm|sửa lại|sửa thành|sửa lại thành|đổi thành|chỉnh thành|xóa|xoá|à quên|nhưng thực tế|nhưng thực ra|thực ra',
    { kind: 'mistake' },
  ],
  ['bao nhiêu|mấy hồ sơ|phải không|đúng không|có phải|có không|hay không|hay ko|có ko|thế nào', { kind: 'question' }],
  [
    'là|số|số lượng|sl|trong tháng|trong kỳ|tháng này|kỳ này|nộp|các loại|nào|gì|cả thảy|đạt|hiện|hiện tại|hiện nay|báo cáo|bc tháng|' +
      'tại bộ phận một cửa|tại bộ phận|bộ phận|loại|hình thức|qua hình thức|bằng hình thức|kết quả|số liệu|ubnd|em báo|xin báo|gửi|này|đó|' +
      'hạn|iso|hành chính|hồ sơ được|dạ|ạ|á|nhé|nha|em|anh|chị|ah|à|ơi|vâng|thưa|chào|luôn|thôi|sai rồi|sai|đúng rồi|đúng|rồi ạ|a|e|c|nội bộ|đánh giá|' +
      'đánh giá nội bộ|đgnb|phát hiện|vào|nhe|nghen|tổ chức đánh giá|lãnh đạo|khắc phục|ngay|trong|tháng rồi|bên em|đây|sau đây|như sau|cụ thể|tình hình|xin|cụ thể là|lần lượt|tham gia|tham dự|dự|cử|được cử|đi|cử đi|xử lý|nhân dân|người dân|nguyên nhân|xác nhận|nhận thấy|nhận xét|nhận định|ghi nhận|biên nhận|trả lời|tra cứu|kiểm tra|thanh tra|thu hồi|thu phí|thu tiền|thu thập|mạng xã hội|muốn|mong muốn|giấy tờ|con người|giấy chứng nhận|trước khi|trước đây|trước mắt|qua zalo|sau khi|trước ngày|sau ngày|chậm nhất|quá trình|đúng quy định|đúng quy trình|đúng luật|kịp thời|sớm nhất|' +
      'con số|con em|con dấu|con nuôi|con cái|cho con|của con|sinh con|nuôi con|nhận con|nhận cha|nhận mẹ|mẹ con|các con|người con|xin lỗi',
    { kind: 'filler' },
  ],
];

const TERMS = [...DOSSIERS, ...PROCEDURES, ...AUDIT];

/** Another word than "giấy" where its mark is typed; behind the terms, so that "giay" without marks stays paper. */
const SECONDS: [string, Sense][] = [['giây', { kind: 'foreign' }]];

/** Every word this room knows a use for, by its sense. */
export const VOCABULARY = new Lexicon<Sense>([...GRAMMAR, ...TERMS, ...SECONDS], { mending: true });
/** The terms among them, recognised where a letter is missing. */
export const MENDED_TERMS = new MendedPhrases<Sense>(TERMS);
