### Tháng đã gửi vào sổ đã khóa, chờ đồng ý: nói như nhau ở mọi nơi.

unit-month-awaited = - { $period }: đã gửi lúc { $at }, chờ đồng ý
status-awaited = Đã gửi, chờ đồng ý: { $units }
report-awaited = Tháng { $months } đã gửi, chờ đồng ý nên chưa có trong báo cáo.
