# Báo cáo tháng.
check-in-heading = Báo cáo tháng { $period } · { $unit }
check-in-correcting = Sửa báo cáo tháng { $period } · { $unit }. Giờ gửi lần đầu được giữ nguyên.
check-in-due = Hạn gửi: { $due }
check-in-due-carried = Hạn gửi: { $due } · Kỳ trước chuyển qua: { $n } hồ sơ
check-in-window = Số liệu từ ngày { $from } đến ngày { $to }
check-in-hint = Có thể gõ gọn cả tháng, ví dụ: nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 2
check-in-already-filed = Báo cáo tháng { $period } của { $unit } đã được { $by } gửi lúc { $at }.
check-in-review = Xem lại trước khi gửi · tháng { $period } · { $unit }
check-in-review-which = Sai dòng nào, anh/chị gõ số dòng đó.
check-in-review-how = Đúng thì chọn gửi; sai dòng nào gõ số dòng đó.
check-in-other-month = ! Đang làm báo cáo tháng { $open }, nhưng câu vừa gõ nói tháng { $said }. Làm tháng nào?

ask-carried_over = Kỳ trước chuyển qua bao nhiêu hồ sơ đang giải quyết?
ask-received = Tháng { $period } tiếp nhận bao nhiêu hồ sơ? Gõ số.
ask-received-again = Tháng { $period } tiếp nhận bao nhiêu hồ sơ; trong đó trực tuyến bao nhiêu? Gõ hai số theo thứ tự, ví dụ 215, 150
ask-received_online = Trong { $received } hồ sơ tiếp nhận, trực tuyến bao nhiêu? Còn lại là trực tiếp.
ask-resolved = Đã giải quyết bao nhiêu hồ sơ: trước hạn, đúng hạn, quá hạn? Gõ ba số theo thứ tự, ví dụ 180, 34, 2
ask-resolved-rest = Đã giải quyết: { $names }? { $count ->
    [1] Gõ số.
   *[other] Gõ { $count } số theo thứ tự.
 }
ask-resolved-rest-of = Trong { $total } hồ sơ đã giải quyết: { $names }? { $count ->
    [1] Gõ số.
   *[other] Gõ { $count } số theo thứ tự.
 }
ask-pending = Cuối tháng còn bao nhiêu hồ sơ đang giải quyết: trong hạn, quá hạn? Gõ hai số, ví dụ 5, 0
ask-pending-rest = Cuối tháng còn bao nhiêu hồ sơ đang giải quyết { $names }? Gõ số.
ask-pending_overdue = Trong { $total } hồ sơ đang giải quyết, có bao nhiêu hồ sơ quá hạn?
ask-late_reason = Lý do { $n } hồ sơ quá hạn? Một câu ngắn, sẽ dùng trong báo cáo năm.
ask-procedures_total = Tổng số TTHC thuộc thẩm quyền giải quyết của đơn vị hiện nay là bao nhiêu?
ask-activities = Ngoài hồ sơ, tháng { $period } có việc nào sau đây? Chọn hoặc gõ một hay nhiều số.
ask-activities-more = Tháng { $period } còn việc nào khác không?
ask-procedures = TTHC thay đổi: { $names }?
ask-procedures-example = { $count ->
    [1] Gõ số.
    [2] Gõ hai số theo thứ tự, ví dụ 2, 0
   *[other] Gõ ba số theo thứ tự, ví dụ 12, 5, 3
 }
ask-findings = Kết quả đánh giá nội bộ, số điểm: { $names }?
ask-findings-example = { $count ->
    [1] Gõ số.
    [2] Gõ hai số theo thứ tự, ví dụ 0, 4
    [3] Gõ ba số theo thứ tự, ví dụ 0, 4, 0
   *[other] Gõ bốn số theo thứ tự, ví dụ 1, 0, 4, 0
 }
ask-training = Tập huấn ISO: { $names }?
ask-training-example = { $count ->
    [1] Gõ số.
   *[other] Gõ hai số theo thứ tự, ví dụ 2, 0
 }
ask-date = { $name }? Gõ ngày và tháng, ví dụ 17/9
ask-documents = Đã ban hành văn bản nào? Mỗi dòng một văn bản, ví dụ: Kế hoạch số 15/KH-UBND ngày 18/2/2021 về duy trì HTQLCL
ask-difficulties = Khó khăn, vướng mắc trong tháng? Một hai câu ngắn.

choice-activity-procedures = TTHC thay đổi
choice-activity-documents = Ban hành văn bản
choice-activity-audit = Đánh giá nội bộ
choice-activity-corrective = Khắc phục
choice-activity-review = Lãnh đạo xem xét
choice-activity-training = Tập huấn
choice-activity-difficulties = Khó khăn, vướng mắc

summary-carried-over = Kỳ trước chuyển qua: { $n }
summary-received = Tiếp nhận: { $total } ({ $parts })
summary-received-total = Tiếp nhận: { $total }
summary-resolved = Đã giải quyết: { $total } ({ $parts })
summary-resolved-total = Đã giải quyết: { $total }
summary-part = { $name } { $n }
summary-pending = Đang giải quyết: { $total } ({ $parts })
summary-pending-total = Đang giải quyết: { $total }
summary-late-reason = Lý do quá hạn: { $reason }
summary-procedures = TTHC: { $total } ({ $parts })
summary-procedures-unchanged = TTHC: { $total }, không thay đổi
summary-audit = Đánh giá nội bộ: { $date } ({ $findings })
summary-audit-date = Đánh giá nội bộ: { $date }
summary-audit-none = Đánh giá nội bộ: chưa thực hiện trong tháng
summary-corrective = Khắc phục sau đánh giá: { $date }
summary-review = Lãnh đạo xem xét: { $date }
summary-training = Tập huấn: { $parts }
summary-difficulties = Khó khăn: { $text }
summary-documents = Văn bản đã ban hành: { $count } ({ $names })
summary-documents-none = Văn bản đã ban hành: chưa ghi văn bản nào
summary-no-activity = Hoạt động khác: không phát sinh

# Tên ngắn của các số trong cùng một câu.
slot-received_online = trực tuyến
slot-received_direct = trực tiếp
slot-resolved_early = trước hạn
slot-resolved_on_time = đúng hạn
slot-resolved_late = quá hạn
slot-pending_in_time = trong hạn
slot-pending_overdue = quá hạn
slot-procedures_amended = sửa đổi, bổ sung
slot-procedures_new = ban hành mới
slot-procedures_repealed = bãi bỏ
slot-minor_nonconformities = không phù hợp nhẹ
slot-major_nonconformities = không phù hợp nặng
slot-recommendations = khuyến nghị
slot-observations = lưu ý
slot-training_attendees = số lượt cán bộ cử đi
slot-training_courses_hosted = số lớp đơn vị tổ chức
