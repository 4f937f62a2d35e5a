# Hình và bảng tính cho người theo dõi: báo cáo nhanh, bảng tháng, danh sách theo dõi, kết quả gửi thông báo.
chart-as-of = số liệu đến { $at }
chart-month = Tháng { $month }
chart-months = Từ tháng { $from } đến tháng { $to }
chart-year = Năm { $year }
chart-on-time = Trước và đúng hạn
chart-late = Quá hạn
chart-units-title = Hồ sơ đã giải quyết theo đơn vị
chart-units-sum = { $units } đơn vị: { $onTime } trước và đúng hạn, { $late } quá hạn
chart-units-rest = { $count } đơn vị khác: { $onTime } trước và đúng hạn, { $late } quá hạn
chart-units-silent = { $count } đơn vị chưa có số liệu (không tính ở trên)
chart-units-none = Chưa đơn vị nào có số liệu
chart-no-dossier = không có hồ sơ
chart-none-late = không quá hạn
chart-some-late = quá hạn { $late } · { $rate }
chart-months-title = Hồ sơ theo tháng
chart-received = Tiếp nhận
chart-resolved = Đã giải quyết
chart-late-rate = Tỷ lệ quá hạn (% hồ sơ đã giải quyết)
chart-count-unit = Số hồ sơ
chart-count-thousands = Số hồ sơ (nghìn)
chart-no-data = chưa có số liệu
chart-months-none = Chưa tháng nào có số liệu
chart-months-sum = Tiếp nhận { $received }, đã giải quyết { $resolved }, quá hạn { $late }
chart-months-silent = Còn thiếu số liệu của { $count } tháng; tổng trên chưa gồm phần thiếu
chart-obligations-title = Kết quả thực hiện nhiệm vụ
chart-obligations-sum = Đã xong { $done }/{ $total }
chart-obligations-rest = { $count } nhiệm vụ khác
chart-obligations-none = Chưa có nhiệm vụ nào
chart-obligation = { $late ->
    [0] { $done }/{ $total } · { $rate }
   *[other] quá hạn { $late } · { $done }/{ $total } · { $rate }
  }
chart-done = Đã xong
chart-overdue = Quá hạn
chart-open = Chưa đến hạn
