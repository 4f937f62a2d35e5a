### One message a day: what is due, what is late, and what happens next.

duty-month = Báo cáo tháng { $period }
duty-year = { $title } ({ $year })
duty-event = { $title } (ngày { $on })
duty-of-unit = { $name } ({ $unit })

remind-hello =
    { $count ->
        [1] Chào anh/chị { $name }, một việc của { $unit }:
        [2] Chào anh/chị { $name }, hai việc của { $unit }:
        [3] Chào anh/chị { $name }, ba việc của { $unit }:
       *[other] Chào anh/chị { $name }, { $count } việc của { $unit }:
    }
remind-units-count = { $n } đơn vị
remind-hello-above = Chào anh/chị { $name },
remind-besides = Ngoài ra còn:
remind-item = { $n }. { $name }: { $when } ({ $due })
remind-item-local = { $n }. { $name }: { $when } ({ $due }, mốc nội bộ)
remind-left = còn { $days } ngày làm việc
remind-today = hạn hôm nay
remind-late = ! quá hạn { $days } ngày làm việc
remind-returned = Điều phối viên trả lại: { $reason }
remind-missing-months = Còn thiếu báo cáo tháng: { $months }
remind-more = … và { $more } việc nữa: gõ "việc của tôi"
remind-tells-coordinator = Nếu việc { $n } chưa xong, Trợ lý sẽ báo điều phối viên vào { $day }.
remind-tells-leader = Nếu việc { $n } chưa xong, Trợ lý sẽ báo lãnh đạo vào { $day }.
remind-draft-below = Việc dưới đây còn làm dở:
remind-draft-kept = Phần đang làm dở vẫn được giữ: gõ "tiếp tục" để làm tiếp.

remind-late-heading = Đã quá hạn ở các đơn vị:
remind-late-item = { $name }: { $count } đơn vị · { $units }

choice-do-item = Làm việc { $n }
choice-done-item = Đã xong việc { $n }
choice-snooze-at = Nhắc lại { $at }
choice-snooze-tomorrow = Nhắc lại sáng mai
choice-tracking = Theo dõi năm { $year }
