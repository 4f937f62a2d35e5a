# Trình đơn lệnh của Telegram.
telegram-menu-nop = Báo cáo số liệu tháng
telegram-menu-sua = Sửa số liệu đã gửi
telegram-menu-tinhhinh = Xem tình hình báo cáo
telegram-menu-chuanop = Đơn vị chưa nộp báo cáo
telegram-menu-baocao = Xuất báo cáo năm (Word)
telegram-menu-bosung = Bổ sung báo cáo năm
telegram-menu-trogiup = Hướng dẫn sử dụng
telegram-menu-huy = Dừng việc đang làm
