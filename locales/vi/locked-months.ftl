### Khóa nhiều tháng một lần: từng tháng còn bao nhiêu đơn vị chưa gửi.

lock-months-missing = Số đơn vị chưa gửi từng tháng: { $months }
lock-month-missing = tháng { $months }: { $n }
lock-month-closed = tháng { $months }: đã khóa
