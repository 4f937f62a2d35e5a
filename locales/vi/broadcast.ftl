# Thông báo của điều phối viên: soạn, xem trước, gửi, xác nhận đã nhận, sổ thông báo.
broadcast-ask-text = Gõ nội dung thông báo. Xem trước rồi mới gửi.
broadcast-too-long = ! Nội dung dài { $n } ký tự, tối đa { $max }. Xin rút gọn hoặc chia thành hai thông báo.
broadcast-ask-audience = Gửi tới ai? Có thể gõ tên đơn vị, ví dụ "Đức Thuận, Bắc Hồng", hoặc "chưa nộp tháng 9".
broadcast-to-all = Tất cả: { $units } đơn vị, { $people } người
broadcast-to-not-filed = Chưa nộp tháng { $period }: { $units } đơn vị
broadcast-to-units = Chọn đơn vị
broadcast-to-role = Chọn vai trò
broadcast-ask-units = Gõ tên các đơn vị, cách nhau bằng dấu phẩy. Tên cụm gồm mọi đơn vị trong cụm.
broadcast-ask-role = Gửi tới vai trò nào?
broadcast-role = { $role }: { $people } người
broadcast-no-unit = ! Không có đơn vị "{ $name }" trong phạm vi của anh/chị.
broadcast-many-names = ! Nhiều tên quá (tối đa { $max }). Xin chọn cụm hoặc gửi làm nhiều lần.
broadcast-name-unknown = Không có đơn vị "{ $name }" trong phạm vi của anh/chị. Xin gõ lại tên đó, hoặc bỏ.
broadcast-name-several = "{ $name }" là đơn vị nào?
broadcast-name-many = Có { $n } đơn vị tên "{ $name }". Xin gõ đủ tên, hoặc bỏ.
broadcast-drop-name = Bỏ "{ $name }"

broadcast-nobody = ! Không có ai để gửi tới.
broadcast-preview = Xem trước · { $people } người, { $units } đơn vị: { $means }
broadcast-to = Gửi tới: { $who }
broadcast-who-not-filed = đơn vị chưa nộp báo cáo tháng { $period }
broadcast-who-not-done = đơn vị chưa hoàn thành việc được giao
broadcast-by-channel = { $channel } { $n }
broadcast-by-none = không liên lạc được { $n }
broadcast-unreachable = Không liên lạc được: { $names }
broadcast-person-why = { $name }, { $unit } ({ $why })
broadcast-why-not_enrolled = chưa đăng ký
broadcast-why-gone = không còn nhận tin ở kênh nào
broadcast-why-gone-from = không còn nhận tin qua { $channel }
broadcast-why-no_door = kênh của họ không hoạt động
broadcast-why-stopped = đã dừng
broadcast-unstaffed = { $n } đơn vị chưa có cán bộ, không gửi được: { $names }
broadcast-and-others = { $names } và { $more } người khác
broadcast-and-more = { $names } và { $more } khác
broadcast-groups-on = Gửi cả vào { $n } nhóm: { $names }
broadcast-groups-off = Chưa gửi vào { $n } nhóm liên kết: { $names }
broadcast-with-groups = Gửi cả vào { $n } nhóm
broadcast-without-groups = Không gửi vào nhóm
broadcast-too-many = ! Một thông báo gửi tới nhiều nhất { $max } người. Xin chọn ít đơn vị hơn.
broadcast-quoted = «{ $text }»
broadcast-send = Gửi
broadcast-later = Hẹn giờ
broadcast-change = Sửa
broadcast-drop = Thôi
broadcast-change-what = Sửa gì?
broadcast-change-text = Nội dung
broadcast-change-audience = Người nhận

broadcast-ask-time = Gửi lúc nào? Ví dụ "14:00", "8h sáng mai", "25/11 8:00".
broadcast-at = Lúc { $at }
broadcast-time-unread = ! Chưa rõ giờ gửi. Ví dụ: "14:00", "8h sáng mai", "25/11 8:00".
broadcast-time-day = ! Mới có ngày ({ $day }), chưa có giờ. Xin gõ cả giờ, ví dụ "8h sáng mai".
broadcast-time-past = ! { $at } đã qua. Xin gõ giờ sau bây giờ.
broadcast-time-far = ! Chỉ hẹn được trong { $max } ngày tới.
broadcast-outside-then = { $at } ngoài giờ gửi tin (7:30–11:00 và 13:30–16:30 ngày làm việc).
broadcast-other-time = Giờ khác
broadcast-outside-now = Bây giờ ngoài giờ gửi tin (7:30–11:00 và 13:30–16:30 ngày làm việc). Hẹn giờ, hay vẫn gửi ngay?
broadcast-now-anyway = Vẫn gửi ngay

broadcast-confirm = Thông báo sẽ tới { $n } người. Gõ số người ({ $n }) để xác nhận.
broadcast-confirm-or-second = Thông báo sẽ tới { $n } người. Gõ số người ({ $n }) để xác nhận, hoặc nhờ người thứ hai duyệt.
broadcast-confirm-wrong = ! { $said } không đúng số người nhận.
broadcast-second = { $several ->
    [0] Nhờ { $name } duyệt
   *[other] Nhờ người khác duyệt
}
broadcast-ask-second = Nhờ ai duyệt?
broadcast-person = { $name }
broadcast-second-asked = Đã nhờ { $name } duyệt, chờ đến { $at }. Được duyệt thì gửi; chưa có gì được gửi.
broadcast-second-gone = ! Người được nhờ không còn nhận tin. Chưa có gì được gửi.
broadcast-approve-ask = { $name } nhờ anh/chị duyệt một thông báo tới { $people } người, { $units } đơn vị.
broadcast-approve-when = Giờ gửi: { $at }
broadcast-approve-until = Xin trả lời trước { $at }; không trả lời thì không gửi.
broadcast-approve = Duyệt, gửi
broadcast-refuse = Không duyệt
broadcast-approved-noted = ✓ Đã duyệt, thông báo đang được gửi.
broadcast-approved-for = ✓ Đã duyệt, thông báo gửi lúc { $at }.
broadcast-approved = ✓ { $name } đã duyệt thông báo.
broadcast-approved-scheduled = ✓ { $name } đã duyệt thông báo. Gửi lúc { $at }.
broadcast-refused-noted = Đã ghi: không duyệt. Thông báo không được gửi.
broadcast-refused = { $name } không duyệt thông báo. Chưa có gì được gửi.
broadcast-decided = Thông báo này đã được quyết định hoặc đã được rút.
broadcast-too-late = ! Đã quá giờ duyệt; thông báo không được gửi.
broadcast-expired = ! Thông báo không được gửi: không có ai duyệt trong 24 giờ.
broadcast-dropped = ! Thông báo hẹn giờ không được gửi: anh/chị không còn quyền gửi tới các đơn vị đó.
broadcast-scheduled = ✓ Đã hẹn gửi thông báo lúc { $at }. Người nhận được tính lại lúc gửi.

broadcast-message = Thông báo của { $unit } ({ $name }):

    { $text }
broadcast-reminder = Nhắc lại thông báo lúc { $at } của { $unit } ({ $name }), xin bấm xác nhận đã nhận:

    { $text }
broadcast-acknowledge = Đã nhận
broadcast-thanks = ✓ Đã ghi: anh/chị đã nhận thông báo lúc { $at }.
broadcast-thanked = Anh/chị đã xác nhận nhận thông báo này lúc { $at }.

broadcast-progress = Đang gửi { $done }/{ $of } …
broadcast-stop = Dừng gửi
broadcast-withdraw = Rút thông báo
broadcast-done = ✓ Đã gửi { $sent } · không gửi được { $missed } · đã xác nhận { $acknowledged }/{ $of }
broadcast-stopped = Đã dừng: đã gửi { $sent } · dừng { $stopped } · không gửi được { $missed } · đã xác nhận { $acknowledged }/{ $of }
broadcast-reasons = Không gửi được: { $reasons }
broadcast-reason = { $why } { $n }
broadcast-failed-rejected = kênh từ chối
broadcast-failed-recipient_gone = không còn nhận tin
broadcast-failed-unreachable = kênh không kết nối được
broadcast-failed-throttled = kênh quá tải
broadcast-failed-account_replaced = tài khoản của Trợ lý đã thay
broadcast-failed-other = lỗi khác
broadcast-perhaps-twice = { $n } người có thể nhận hai lần (gián đoạn khi đang gửi).
broadcast-stopping = Đã dừng { $stopped } tin chưa gửi; đã gửi { $sent }, đang trên đường { $under_way }.
broadcast-withdrawn = ✓ Đã rút thông báo; không có gì được gửi.
broadcast-over = Thông báo này đã xong, không còn gì để dừng.
broadcast-nothing-to-stop = Không có thông báo nào đang gửi hoặc đang hẹn giờ.

broadcast-recent = Thông báo gần đây, chọn để xem kết quả:
broadcast-recent-one = { $at } · { $text }
broadcast-none-yet = Chưa có thông báo nào. Gõ "thông báo" để soạn.
broadcast-open-ledger = Xem kết quả
broadcast-ledger = Thông báo lúc { $at } của { $name } · { $state }
broadcast-state-waiting_second = chờ duyệt
broadcast-state-scheduled = hẹn giờ
broadcast-state-sending = đang gửi
broadcast-state-reminding = đang nhắc
broadcast-state-stopped = đã dừng
broadcast-state-done = đã gửi xong
broadcast-state-refused = không được duyệt
broadcast-state-expired = quá giờ duyệt, không gửi
broadcast-state-dropped = không gửi vì không còn quyền
broadcast-sum = Người nhận { $total } = { $parts }
broadcast-sum-sent = đã gửi { $n }
broadcast-sum-waiting = đang chờ { $n }
broadcast-sum-failed = không gửi được { $n }
broadcast-sum-unreachable = không liên lạc được { $n }
broadcast-sum-stopped = đã dừng { $n }
broadcast-acknowledged = Đã xác nhận: { $n }/{ $of }
broadcast-silent = Chưa xác nhận: { $names }
broadcast-remind = Nhắc { $n } người còn lại
broadcast-all-acknowledged = Mọi người nhận được thông báo đều đã xác nhận.
broadcast-reminded-today = Hôm nay đã nhắc lúc { $at }. Mỗi ngày làm việc nhắc một lần.
broadcast-remind-hours = Ngoài giờ gửi tin. Có thể nhắc từ { $at }.
broadcast-still-sending = Thông báo còn đang gửi; gửi xong mới nhắc được.
broadcast-reminding = ✓ Đang nhắc { $n } người chưa xác nhận.
broadcast-not-allowed = Thông báo do điều phối viên gửi tới các đơn vị mình phụ trách. Cần gửi, xin liên hệ điều phối viên.
broadcast-list = Tải danh sách
broadcast-list-file = danh-sach-thong-bao-{ $n }.xlsx
broadcast-list-ready = Danh sách người nhận thông báo lúc { $at }: { $n } dòng.
