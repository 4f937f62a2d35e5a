/** The words that name no figure but colour the clause they stand in, and those that mean nothing to it. */
import type { Words } from './sense.ts';

export const GRAMMAR: Words = [
  [
    'không|ko|k|kg|không có|ko có|k có|kg có|hông có|hổng có|hông|hổng|không thấy|không phát sinh|ko phát sinh|k phát sinh|k ps|ko ps|' +
      'không ps|không hề có|không hề|ko hề|không bao giờ|không xuất hiện|chẳng có|không bị|ko bị|k bị|không để|không xảy ra|chả có|hok có|không có phát sinh|' +
      'không phát hiện|không có hồ sơ nào|hem có|đâu có|không có hs nào|không phát sinh thêm',
    { kind: 'none' },
  ],
  [
    'chưa|chưa được|chưa thể|chưa có|chưa rõ|không rõ|ko rõ|chưa biết|không biết|ko biết|chưa thống kê|chưa tổng hợp|chưa có số liệu|chưa nắm|không nhớ|chưa có số|' +
      'chưa thống kê được|k rõ|k biết|chưa tính|chưa chốt|chưa chốt số|chưa chốt được|chưa chốt xong|chưa chốt số liệu|chưa xong số|chưa xong số liệu|chưa ra số|chưa đủ số|chưa đủ số liệu',
    { kind: 'unknown' },
  ],
  ['tính cả|kể cả|gồm cả|bao gồm cả|luôn cả|cộng cả', { kind: 'counting' }],
  [
    'hết|tất cả|toàn bộ|đều|cả|hết cả|tất|hết luôn|hoàn toàn|hết thảy|hết trơn|hết trọi|hết ráo|hết trơn hết trọi',
    { kind: 'all' },
  ],
  [
    'còn lại|số còn lại|phần còn lại|những cái còn lại|còn lại là|còn lại đều|các số còn lại|các số khác|mấy số khác|mấy số kia|các số kia|những số khác|các mục khác|mấy mục khác|các mục kia|mấy cái khác|các chỉ tiêu khác|các phần khác|mấy cái kia',
    { kind: 'rest' },
  ],
  [
    'hồ sơ|hs|h s|hsơ|cuộc|bộ hồ sơ|bộ|hồ sơ tthc|hs tthc|trường hợp|cái|ca|vụ|hồ sơ thủ tục hành chính|điểm|hso',
    { kind: 'unit' },
  ],
  [
    'ngày|giờ|phút|tuần|tháng|năm|lần|đợt|đơn vị|phòng|ban|công văn|văn bản|kế hoạch|quyết định|qđ|tờ trình|biên bản|nghị quyết|triệu|đồng|tỷ đồng|triệu đồng|khu phố|thôn|tổ|' +
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
  ['hiện|hiện tại|hiện nay', { kind: 'standing' }],
  ['hầu hết|gần như|hầu như|phần lớn|đa số|đa phần|gần hết|gần như hết', { kind: 'hedge' }],
  ['và|với|cùng|lẫn', { kind: 'and' }],
  [
    'bị|theo|tại|ở|đủ|đầy đủ|của|cho|thuộc|mà|tuy|thì|rồi|r|cũng|vẫn|chỉ|mới|lại|qua|từ|đến|tới|bằng|về|đã|có|được|đc',
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
  [
    'bao nhiêu|mấy hồ sơ|phải không|đúng không|đúng ko|phải ko|phải k|đúng hông|phải hông|có phải|có không|hay không|hay ko|có ko|thế nào',
    { kind: 'question' },
  ],
  [
    'là|hồi|số|số lượng|sl|trong tháng|trong kỳ|tháng này|kỳ này|nộp|các loại|nào|gì|cả thảy|đạt|báo cáo|bc tháng|' +
      'tại bộ phận một cửa|tại bộ phận|bộ phận|loại|hình thức|qua hình thức|bằng hình thức|kết quả|số liệu|ubnd|em báo|xin báo|gửi|này|đó|' +
      'hạn|iso|hành chính|hồ sơ được|dạ|ạ|á|nhé|nha|em|anh|chị|ah|à|ơi|vâng|thưa|chào|luôn|thôi|sai rồi|sai|đúng rồi|đúng|rồi ạ|a|e|c|nội bộ|đánh giá|' +
      'đánh giá nội bộ|đgnb|phát hiện|vào|nhe|nghen|tổ chức đánh giá|lãnh đạo|khắc phục|ngay|trong|tháng rồi|bên em|đây|sau đây|như sau|cụ thể|tình hình|xin|cụ thể là|lần lượt|tham gia|tham dự|dự|cử|được cử|đi|cử đi|xử lý|nhân dân|người dân|nguyên nhân|xác nhận|nhận thấy|nhận xét|nhận định|ghi nhận|biên nhận|trả lời|tra cứu|kiểm tra|thanh tra|thu hồi|thu phí|thu tiền|thu thập|mạng xã hội|muốn|mong muốn|giấy tờ|con người|giấy chứng nhận|công bố|công khai|niêm yết|trước khi|trước đây|trước mắt|qua zalo|sau khi|trước ngày|sau ngày|chậm nhất|quá trình|đúng quy định|đúng quy trình|đúng luật|kịp thời|sớm nhất|' +
      'nhận kết quả|nhận kq|dân nhận kết quả|dân nhận kq|đã nhận kết quả|đã nhận kq|dân đã nhận kết quả|dân đã nhận kq|đang áp dụng|được áp dụng|đang được áp dụng|chứ|qđ cũ|quyết định cũ|văn bản cũ|mẫu cũ|bản cũ|con số|con em|con dấu|con nuôi|con cái|cho con|của con|sinh con|nuôi con|nhận con|nhận cha|nhận mẹ|mẹ con|các con|người con|xin lỗi|mới phải|mới đúng|mới chính xác',
    { kind: 'filler' },
  ],
];
