# Mọi tin khác đã xong, phần còn lại chờ kênh hoạt động lại
broadcast-stalled = Đã gửi { $sent } · còn chờ { $waiting } · không gửi được { $missed } · đã xác nhận { $acknowledged }/{ $of }
broadcast-stalled-at = ! Đang chờ { $door } thông lại: { $n } (từ { $at })
broadcast-stalled-then = Kênh hoạt động lại thì tin tự đi; xong, Trợ lý báo kết quả cuối.
broadcast-waiting-by = Đang chờ gửi: { $doors }
broadcast-waiting-at = { $door } { $n } (từ { $at })
