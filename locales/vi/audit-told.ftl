### Đánh giá nội bộ đã kê khai trong báo cáo tháng, còn thiếu báo cáo đánh giá.

audit-told = đã đánh giá ngày { $days }, còn thiếu báo cáo đánh giá nội bộ
audit-told-of = { $name } ({ $told })
