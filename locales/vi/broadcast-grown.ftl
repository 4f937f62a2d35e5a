# Người nhận tăng quá số đã xác nhận: người soạn được hỏi lại
broadcast-grown = ! Thông báo hẹn gửi lúc { $at } chưa gửi cho ai: số người nhận nay nhiều hơn số đã xác nhận.
broadcast-grown-people = Đã xác nhận { $agreed } người, bây giờ { $now } người (thêm { $came }, bớt { $left }).
broadcast-grown-new = Người mới: { $names }
broadcast-grown-groups = Nhóm: đã xác nhận { $agreed }, bây giờ { $now }.
broadcast-grown-all = { $groups ->
    [0] Gửi cả { $n } người
   *[other] Gửi cả { $n } người và { $groups } nhóm
}
broadcast-grown-agreed = { $groups ->
    [0] Chỉ gửi { $n } người đã xác nhận
   *[other] Chỉ gửi { $n } người, { $groups } nhóm đã xác nhận
}
broadcast-approved-grown = ✓ Đã duyệt. Số người nhận đã tăng từ lúc nhờ duyệt nên người soạn đang được hỏi lại; chưa gửi cho ai.
broadcast-state-waiting_author = chờ người soạn xác nhận lại số người nhận
