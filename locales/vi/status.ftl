### How things stand: the answers leaders and coordinators ask for, and what their buttons lead to.

span-month = tháng { $period }
span-quarter = quý { $quarter }/{ $year }
span-year = năm { $year }

status-heading = Tình hình { $span } · { $scope } · lúc { $at }
status-running = Tháng { $period } chưa kết thúc; số liệu dưới đây là của đơn vị gửi trước.
status-future = ! { $span } chưa tới, chưa có số liệu.
status-none-ended = { $span } chưa có tháng nào đến kỳ báo cáo.
status-none-owed = { $span }: không có đơn vị nào phải báo cáo.
status-filed = Đã báo cáo: { $filed }/{ $total } đơn vị ({ $rate }) · đúng hạn { $on_time } ({ $timely })
status-filed-running = Đã báo cáo: { $filed }/{ $total } đơn vị
status-filed-months = Đã gửi: { $filed }/{ $total } báo cáo tháng ({ $rate }) · đúng hạn { $on_time } ({ $timely })
status-complete = Tổng hợp { $complete }/{ $total } đơn vị đủ các tháng (đến tháng { $until })
status-none = Đã báo cáo: 0/{ $total } đơn vị. Xem tháng trước: gõ "tình hình tháng { $before }".
status-figures = Tiếp nhận { $received } · đã giải quyết { $resolved } · quá hạn { $late } · đang giải quyết { $pending }
status-late-rate = { $late } ({ $rate })
status-percent = { $value }%
status-no-percent = chưa có tỷ lệ
status-not-counted = Chưa kể { $reports } báo cáo ghi "chưa có số liệu": { $what }
status-not-counted-item = { $name } { $n }
status-worst = Quá hạn nhiều nhất: { $units }
status-unit-count = { $unit } { $n }
status-missing = Chưa có: { $units }
status-missing-months = { $unit } (tháng { $months })
status-missing-all = { $unit } (chưa gửi tháng nào)
status-sent = Đã gửi lúc { $at }, { $punctual }; người gửi: { $by }
status-sent-in-time = đúng hạn
status-sent-late = sau hạn
status-unsent = Chưa gửi, hạn { $due }.
status-many-named = Có { $n } đơn vị tên "{ $name }". Xin gõ rõ hơn, ví dụ "tình hình { $example }".
status-picture = tinh-hinh-{ $span }.png
trend-picture = xu-huong-{ $span }.png
progress-picture = tien-do-{ $year }.png

status-choice-missing = Ai chưa nộp ({ $n })
status-choice-late = Quá hạn ({ $n })
status-choice-compare-month = So tháng trước
status-choice-compare-quarter = So quý trước
status-choice-compare-year = So năm trước
status-choice-trend = Xu hướng
status-choice-file = Tải .xlsx
status-choice-figures = Từng số liệu
status-choice-months = Các tháng năm { $year }
status-choice-more = Xem tiếp ({ $n })
status-choice-period = { $period }
status-choice-figure = { $name }: { $value }

late-heading = Quá hạn nhiều nhất, { $span } · { $scope } · lúc { $at }
late-list-heading = Hồ sơ quá hạn, { $span } · { $scope } · lúc { $at }
late-sum = Quá hạn { $late } · { $units } đơn vị có hồ sơ quá hạn
late-unit = { $n }. { $unit }: { $late }/{ $resolved } ({ $rate })
late-unit-no-rate = { $n }. { $unit }: { $late }
late-rates = Tỷ lệ cao nhất: { $units }
late-rate-unit = { $unit } { $rate }
late-none = { $span }: không có hồ sơ nào quá hạn trong { $filed } báo cáo đã gửi.
late-tardy = Gửi báo cáo sau hạn: { $units }
late-only-filed = Tính trên { $filed }/{ $total } báo cáo đã gửi.

compare-heading = { $span } so với { $other } · { $scope } · lúc { $at }
compare-months = Cùng { $n } tháng đầu của hai kỳ.
compare-filed = Đã gửi: { $now }/{ $owed } (trước: { $before }/{ $owed_before })
compare-figure = { $name }: { $now } (trước: { $before }; { $change })
compare-change = { $sign }{ $n }
compare-change-rate = { $sign }{ $n }, { $sign }{ $rate }
compare-same = không đổi
compare-unknown = chưa so được
compare-rate = Tỷ lệ quá hạn: { $now } (trước: { $before })
compare-nothing = Kỳ trước chưa có đơn vị nào gửi, chưa so được.
compare-uneven = ! Số báo cáo đã gửi khác nhau, chênh lệch trên chưa so được hết.
compare-received = Tiếp nhận
compare-resolved = Đã giải quyết
compare-late = Quá hạn
compare-pending = Đang giải quyết

trend-heading = Xu hướng { $n } tháng đến tháng { $until } · { $scope } · lúc { $at }
trend-most = Tiếp nhận nhiều nhất: tháng { $period } ({ $n }) · ít nhất: tháng { $least } ({ $least_n })
trend-none = Chưa tháng nào có số liệu.
trend-sums = { $months } tháng có số liệu: tiếp nhận { $received } · đã giải quyết { $resolved } · quá hạn { $late }

missing-heading = Chưa nộp { $span } ({ $missing }/{ $total } đơn vị) · hạn { $due } · lúc { $at }
missing-heading-months = Chưa gửi đủ { $span } ({ $missing }/{ $total } đơn vị) · lúc { $at }
missing-all-sent = { $span }: cả { $total } đơn vị đã gửi.
missing-unit = - { $unit }: { $state }
missing-more-units = - và { $n } đơn vị khác
missing-months = tháng { $months }
missing-no-month = chưa gửi tháng nào
missing-contact = Cần đôn đốc, xin trao đổi với { $names }.
missing-reminded = nhắc { $n } lần
missing-not-reminded = chưa nhắc
missing-opened = đang làm dở (tới câu { $question }/{ $of }, lần cuối { $at })
missing-not-reached = chưa liên lạc được ({ $why })
missing-nobody = chưa có cán bộ nhận việc
missing-why-not-enrolled = { $name } chưa đăng ký
missing-why-gone = { $name } không còn nhận tin qua { $channel }
missing-remind = Nhắc cả { $n } đơn vị
missing-remind-one = Nhắc { $unit }
missing-phones = Xem số điện thoại
missing-phone = { $unit }: { $people }
missing-phone-person = { $name } { $phone }
missing-no-phone = { $name } (chưa có số)
missing-phones-heading = Điện thoại của đơn vị chưa nộp { $span }:

remind-all-heading = Nhắc { $span } · { $units } đơn vị chưa nộp · lúc { $at }
remind-all-now = ✓ Đang nhắc { $n } người.
remind-all-later = ✓ Sẽ nhắc { $n } người lúc { $at }, trong giờ làm việc.
remind-all-before = Hôm nay đã nhắc rồi: { $n } người.
remind-all-unreached = ! Không nhắc được { $n } đơn vị: { $units }
remind-all-nobody = Không còn ai phải nhắc.
remind-all-early = Chưa tới kỳ báo cáo { $span }, chưa nhắc.

unit-heading = { $unit } · năm { $year } · lúc { $at }
unit-months-sent = Đã gửi: { $sent }/{ $owed } tháng ({ $rate }) · đúng hạn { $on_time } ({ $timely })
unit-month = - { $period }: tiếp nhận { $received } · đã giải quyết { $resolved } · quá hạn { $late }
unit-month-unsent = - { $period }: chưa gửi
unit-month-heading = Số liệu tháng { $period } · { $unit } · lúc { $at }
unit-month-corrected = Sửa lần cuối lúc { $at }.
unit-month-unfiled = { $unit } chưa gửi báo cáo tháng { $period }.
unit-month-more = Chọn một số liệu để xem ai ghi, lúc nào, từ tin nhắn nào.

figure-heading = { $name } · tháng { $period } · { $unit }
figure-now = { $value } (đang dùng) · { $by } · lúc { $at }
figure-before = Trước đó: { $value } · { $by } · lúc { $at }
figure-said = Tin nhắn lúc { $at }: «{ $said }»
figure-confirmed = Xác nhận: «{ $said }»
figure-not-kept = Nội dung tin nhắn không được lưu (có dấu hiệu văn bản mật hoặc số định danh).
figure-derived = Số này suy ra từ các số khác đã ghi.
figure-no-message = Không ghi từ tin nhắn.
figure-none = Chưa có ai ghi số liệu này.

progress-heading = Tiến độ kế hoạch năm { $year } · { $scope } · lúc { $at }
progress-sum = Đã xong { $done }/{ $total } việc ({ $rate }) · quá hạn { $late }
progress-line = - { $name }: { $done }/{ $total } ({ $rate }){ $late ->
    [0] {""}
   *[other] , quá hạn { $late }
 }
progress-more = - và { $n } nội dung khác
progress-choice-details = Theo dõi chi tiết
progress-none = Năm { $year } không có nội dung nào phải theo dõi ở các đơn vị của anh/chị.

table-ready = Số liệu { $span } · { $scope } · { $units } đơn vị, lúc { $at } (Biểu II.06a).
table-making = Đang lập số liệu { $span } cho { $units } đơn vị… Xong sẽ gửi tệp ngay tại đây.
table-progress = Đang lập số liệu { $span }: { $done }/{ $units } đơn vị…
table-made = ✓ Đã lập xong số liệu { $span }.
table-failed = ! Chưa lập được tệp số liệu { $span }. Xin gõ lại "tải số liệu".
help-status =
    - "tình hình quý 3", "tình hình năm 2026", "tình hình phường Đức Thuận"
    - "xã nào quá hạn nhiều nhất", "so với tháng trước", "xu hướng", "tiến độ kế hoạch"
    - "tải số liệu tháng 10": bảng số liệu (.xlsx)
status-past = Gồm số liệu của { $units } trước khi sáp nhập.
