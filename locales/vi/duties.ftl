### What a unit owes under the directives, and saying that it is done.

duty-unknown = Việc này
duties-heading =
    { $count ->
        [0] Việc của anh/chị đến { $at }:
       *[other] { $count } việc của anh/chị, tính đến { $at }:
    }
duties-undated = Chưa đặt mốc: { $names }
duties-undated-how = Làm xong việc nào, anh/chị gõ số và ngày văn bản, ví dụ: đã ban hành Kế hoạch số 15/KH-UBND ngày 18/02/2026
duties-all-done = ✓ Anh/chị không còn việc nào đến hạn.
duties-none-yours = Anh/chị không trực tiếp phụ trách đơn vị nào. Gõ "tình hình" để xem các đơn vị.

complete-heading = { $name } · { $unit }
complete-ask-document = Văn bản nào? Gõ loại, số và ngày, ví dụ: Kế hoạch 15/KH-UBND ngày 18/02/2026
complete-ask-evidence = Văn bản nào ({ $evidence })? Gõ loại, số và ngày, ví dụ: Kế hoạch 15/KH-UBND ngày 18/02/2026
complete-no-document = Không có văn bản
complete-one-document = Xin gõ một văn bản cho việc này; văn bản khác gõ ở tin sau.
complete-ask-day = Khắc phục xong ngày nào?
complete-today = Hôm nay
complete-day-ahead = Ngày { $date } chưa tới. Xin gõ ngày đã khắc phục xong.
complete-day-before = Ngày { $date } trước ngày đánh giá { $event }. Xin gõ lại ngày đã khắc phục xong.
complete-check = Ghi là đã xong: { $name }
complete-check-document = Văn bản: { $document }
complete-check-plain = Trích yếu gõ không dấu, sẽ in đúng như vậy trong báo cáo. Muốn có dấu thì gõ lại cả văn bản.
complete-check-day = Ngày hoàn thành: { $date }
complete-yes = Đúng, ghi
complete-again = Gõ lại
complete-done = ✓ Đã ghi: { $name } · { $unit }.
complete-done-early =
    { $days ->
        [0] ✓ Đã ghi: { $name } · { $unit }, đúng ngày hạn.
       *[other] ✓ Đã ghi: { $name } · { $unit }, trước hạn { $days } ngày làm việc.
    }
complete-done-late = ✓ Đã ghi: { $name } · { $unit }, sau hạn { $days } ngày làm việc.
decide-returned-already = { $name } đã được trả lại, đơn vị chưa gửi bổ sung.
decide-not-done = { $name } chưa được ghi là xong nên chưa có gì để trả lại.
complete-not-owed = Việc này không còn giao cho đơn vị.
complete-already-done = ✓ { $name } đã được ghi là xong.
complete-already-accepted = ✓ { $name } đã xong và được chấp nhận.
complete-already-waived = { $name } đã được miễn.

scope-question = Tháng này thêm { $added }, bãi bỏ { $repealed } TTHC. Nếu phạm vi áp dụng HTQLCL cũng thay đổi thì phải công bố lại và gửi Sở KH&CN.
scope-yes = Phạm vi có thay đổi
scope-noted = Đã ghi: phạm vi áp dụng HTQLCL của { $unit } thay đổi từ hôm nay.

snooze-promised = Vâng, Trợ lý sẽ nhắc lại { $when }. Đổi giờ: gõ "nhắc lại 16:00".
snooze-today = lúc { $at } hôm nay
snooze-day = lúc { $at }
snooze-before-due = Nhắc sớm hơn anh/chị chọn vì hạn là { $due }.
snooze-after-due = Hạn là { $due }: đến lúc đó đã quá hạn. Nếu kịp, anh/chị làm trong hôm nay.
snooze-past = { $at } đã qua. Anh/chị gõ giờ khác, ví dụ: nhắc lại 16:00, hoặc: sáng mai

away-heading = Báo vắng: Trợ lý gửi nhắc việc cho người làm thay.
away-ask-until = Anh/chị vắng đến hết ngày nào? Ví dụ: 20/8
away-ends-before = Ngày { $date } trước ngày bắt đầu vắng. Xin gõ lại ngày cuối.
away-too-long = Vắng quá sáu tháng thì điều phối viên cần giao việc cho người khác. Xin gõ ngày cuối gần hơn.
away-ask-cover = Ai nhận nhắc việc thay anh/chị?
away-colleague = { $name }
away-nobody = Không ai thay
away-check = Từ { $from } đến hết { $to }, nhắc việc của anh/chị gửi cho { $name }.
away-check-nobody = Từ { $from } đến hết { $to } không ai nhận nhắc việc thay. Việc quá hạn vẫn được báo điều phối viên.
away-due = Trong thời gian này đến hạn: { $items }
away-due-item = { $name } ({ $due })
away-yes = Đúng
away-done = ✓ Đã ghi. Từ { $from } đến hết { $to }, { $name } nhận nhắc việc thay. Về sớm thì gõ "đã về".
away-done-nobody = ✓ Đã ghi: vắng từ { $from } đến hết { $to }. Về sớm thì gõ "đã về".
away-told = Chào anh/chị { $you }, từ { $from } đến hết { $to } anh/chị nhận nhắc việc thay { $name }.
away-not-staff = Chỉ người trực tiếp nhập báo cáo mới cần báo vắng.
away-past = Ngày { $date } đã qua. Anh/chị gõ lại, ví dụ: đi vắng đến 20/8, chị Lan thay
away-unknown-name = Trợ lý chưa tìm thấy người thay theo tên vừa gõ; xin chọn trong danh sách.
away-no-colleague = Đơn vị chưa có người khác trong danh sách; muốn có người thay, anh/chị báo điều phối viên thêm người.
back-done = ✓ Chào anh/chị { $name } trở lại. Từ nay nhắc việc lại gửi cho anh/chị.
back-was-here = Trợ lý không ghi nhận anh/chị đang vắng.
back-cancelled = ✓ Đã bỏ báo vắng từ { $from } đến hết { $to }.
back-told = Chào anh/chị { $you }, { $name } không còn vắng; từ nay anh/chị không nhận nhắc việc thay nữa.
