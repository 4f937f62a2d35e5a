### What the directives follow up: the tracking list, and decisions about it.

tracking-heading = Theo dõi năm { $year } · { $scope } · lúc { $at }
tracking-nothing = Năm { $year } không có nội dung nào phải theo dõi ở các đơn vị của anh/chị.
tracking-directive = { $letter }: { $of } đơn vị
tracking-by = Theo { $letter }
tracking-letter = { $code }
tracking-letter-of = văn bản của { $issuer }
tracking-counts = { $counts }
tracking-count = { $name }: { $met }/{ $of }
tracking-together =
    { $columns ->
        [2] Đủ cả hai: { $all } · Chưa có nội dung nào: { $none }
       *[other] Đủ cả: { $all } · Chưa có nội dung nào: { $none }
    }
tracking-none-names = Chưa có nội dung nào: { $names }
tracking-lacking = Chưa có { $name } ({ $n })
tracking-download = Tải danh sách
tracking-download-of = Tải danh sách { $letter }
tracking-lacking-list = { $name } ({ $year }), còn { $n } đơn vị: { $names }
tracking-none-lacking = ✓ { $name } ({ $year }): tất cả đơn vị đã có.
tracking-received = Ghi đã nhận cho nhiều đơn vị
tracking-file = theo-doi-{ $scope }-{ $letter }{ $year }.xlsx
tracking-file-ready = Danh sách theo dõi năm { $year }, { $n } đơn vị.

duty-details = { $name } · { $unit }
duty-state-open = Chưa thực hiện.
duty-state-done = ✓ Đã ghi xong lúc { $at }, người ghi: { $by }. Chưa được xem.
duty-state-accepted = ✓ Đã chấp nhận lúc { $at }, người chấp nhận: { $by }.
duty-state-returned = ! Đã trả lại lúc { $at }, người trả lại: { $by }.
duty-state-waived = Được miễn từ { $at }, người quyết định: { $by }.
duty-no-day = Chưa đặt mốc.
duty-day = Hạn: { $due }
duty-done = Ghi đã xong
duty-accept = Chấp nhận
duty-return = Trả lại
duty-move = Dời hạn
duty-waive = Miễn
duty-reopen = Mở lại
duty-accepted = ✓ Đã chấp nhận: { $name } · { $unit }.
duty-reopened = Đã mở lại: { $name } · { $unit }.

decide-heading-set_date = Đặt mốc nội bộ năm { $year } · { $whom }
decide-heading-moved = Dời hạn năm { $year } · { $whom }
decide-heading-waived = Miễn thực hiện năm { $year } · { $whom }
decide-heading-returned = Trả lại · { $whom }
decide-whom-all = { $unit } và các đơn vị trực thuộc
decide-whom-one = { $unit }
decide-which = Nội dung nào?
decide-which-or-type = Nội dung nào? Chọn số, hoặc gõ vài chữ trong tên nội dung.
decide-which-unknown = Trợ lý chưa tìm thấy nội dung "{ $words }".
decide-which-several = Có { $n } nội dung như vậy; xin gõ rõ hơn.
decide-obligation = { $name }
decide-ask-date = Đến ngày nào? Ví dụ: 15/3
decide-ask-date-from = Hạn hiện nay là { $due }. Dời đến ngày nào? Ví dụ: 20/11
decide-date-past = Ngày { $date } đã qua. Xin gõ ngày sắp tới.
decide-date-after = Hạn theo văn bản là { $due }; mốc nội bộ phải sớm hơn. Muốn muộn hơn cần quyết định dời hạn: gõ "dời hạn".
decide-ask-number-moved = Theo văn bản nào? Gõ số và ngày, ví dụ: 123/UBND-VX ngày 01/11/2026
decide-ask-number-waived = Theo văn bản nào? Gõ số và ngày; không có thì gõ "bỏ qua".
decide-number-wanted = Xin gõ số văn bản, ví dụ: 123/UBND-VX ngày 01/11/2026
decide-why-waived = Lý do miễn? Một câu ngắn.
decide-why-returned = Lý do trả lại? Một câu ngắn, đơn vị sẽ đọc.
decide-check-set_date = Đặt mốc nội bộ: { $name } ({ $year }) trước hết { $date } · { $whom }
decide-check-moved = Dời hạn: { $name } ({ $year }) đến { $date } · { $whom }
decide-check-waived = Miễn: { $name } ({ $year }) · { $whom }
decide-check-returned = Trả lại: { $name } ({ $year }) · { $whom }
decide-check-number = Văn bản: { $decision }
decide-check-reason = Lý do: { $reason }
decide-yes = Đúng, ghi
decide-done =
    { $people ->
        [0] ✓ Đã ghi. Chưa có ai ở đơn vị để báo.
       *[other] ✓ Đã ghi và báo cho { $people } người.
    }
decide-told-set_date = { $unit }: mốc nội bộ của { $name } ({ $year }) là { $date }.
decide-told-moved = { $unit }: hạn của { $name } ({ $year }) dời đến { $date }.
decide-told-waived = { $unit } được miễn { $name } ({ $year }).
decide-told-returned = ! { $unit }: { $name } ({ $year }) bị trả lại để bổ sung.

duty-history = Lịch sử
history-heading = Lịch sử: { $name } · { $unit }
history-empty = Chưa có ghi nhận nào.
history-earlier = … và { $n } lần ghi trước đó
history-entry = { $n }. { $at } · { $who }: { $what }
history-details = { $what } ({ $details })
history-all = { $what } (quyết định chung cho { $unit } và các đơn vị trực thuộc)
history-started = ghi nhận việc phát sinh
history-done = ghi đã xong
history-accepted = chấp nhận
history-returned = trả lại
history-waived = miễn
history-moved = dời hạn đến { $date }
history-reopened = mở lại
history-set_date = đặt mốc nội bộ { $date }
history-on = xong ngày { $date }
history-somebody = người không còn trong danh sách
history-back = Quay lại việc này

received-heading = Ghi đã nhận: { $name }
received-ask = Đã nhận của đơn vị nào? Gõ một hay nhiều tên, cách nhau bằng dấu phẩy.
received-check = Ghi đã nhận { $name } của { $n } đơn vị: { $names }
received-settled = Đã có từ trước hoặc được miễn: { $names }
received-none-left = Các đơn vị vừa nêu đều đã có, không cần ghi thêm.
received-nobody-owes = Không có đơn vị nào của anh/chị phải gửi nội dung này.
received-done = ✓ Đã ghi cho { $n } đơn vị.

tracking-waiting = Chờ xem ({ $n })
waiting-heading = Đã ghi xong, chờ điều phối viên xem (năm { $year }): { $n }. Chọn từng việc để chấp nhận hoặc trả lại.
waiting-item = { $name } · { $unit }
waiting-more = … và { $n } việc nữa, xem tiếp sau khi xong các việc này.
waiting-accept-all = Chấp nhận cả { $n }
waiting-accepted = ✓ Đã chấp nhận { $n } việc.
waiting-none = Năm { $year } không có việc nào chờ xem.
duty-day-local = Hạn: { $due } (mốc nội bộ)

tracking-unit-heading = Theo dõi năm { $year } · { $unit }
tracking-unit-item = { $name }: { $state }
tracking-unit-way = Xem { $name }
mark-open = chưa có
mark-late = ! quá hạn
mark-done = ✓ đã có, chưa xem
mark-accepted = ✓ đã chấp nhận
mark-returned = ! đã trả lại
mark-waived = được miễn
