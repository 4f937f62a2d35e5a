### Asked of how things stand: stretches of months, who cannot be reached, one unit reminded by word.

span-first-months = { $n } tháng đầu năm { $year }
span-last-months = { $n } tháng cuối năm { $year }
span-months = tháng { $from } đến tháng { $to }
status-choice-compare-months = So kỳ trước
table-file = so-lieu-{ $scope }-{ $span }.xlsx

unreached-heading = { $units }/{ $total } đơn vị chưa có ai nhận được tin{ $people ->
    [0] {""}
   *[other] , { $people } người không liên lạc được
 } · { $scope } · lúc { $at }
unreached-unit = - { $unit }: { $why }
unreached-also = - { $unit } (còn người khác nhận tin): { $why }
unreached-none = { $scope }: cả { $total } đơn vị đều có người nhận được tin, ai cũng liên lạc được.
unreached-next = Người chưa đăng ký cần mã đăng ký; đơn vị chưa có cán bộ cần thêm người: xin liên hệ quản trị.
unreached-people = Từng người, cấp mã đăng ký

remind-sent = { $unit } đã gửi { $span }, không phải nhắc.
remind-not-allowed = Việc nhắc do điều phối viên phụ trách đơn vị làm; anh/chị không nhắc được { $unit }.

compare-picture = so-sanh-{ $span }.png
late-picture = qua-han-{ $span }.png

chart-late-title = Hồ sơ quá hạn theo đơn vị
chart-late-sum = { $units } đơn vị có hồ sơ quá hạn: { $late } hồ sơ
chart-late-of = { $rate } của { $of } hồ sơ
chart-late-rates = Tỷ lệ tính trên hồ sơ đã giải quyết của đơn vị.
chart-late-rest = { $count } đơn vị khác: { $late } hồ sơ quá hạn
chart-compare-title = So sánh hai kỳ
chart-compare-sum = { $now } so với { $before }
chart-compare-same = không đổi
chart-compare-scale = Mỗi số liệu một thước đo riêng; so độ dài trong từng cặp.
chart-compare-uneven = Số báo cáo đã gửi khác nhau: { $now } và { $before }
