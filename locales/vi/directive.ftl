### Văn bản chỉ đạo qua trò chuyện: đọc, sửa danh sách việc, giao cho đơn vị, theo dõi, ngừng áp dụng.

directive-ask-text = Dán hoặc chuyển tiếp nội dung công văn vào đây. Văn bản dài gửi làm nhiều tin cũng được.
directive-found-number = Văn bản số { $code }
directive-found =
    { $dated ->
        [0] Đã đọc: { $n } việc, chưa thấy hạn nào.
       *[other] Đã đọc: { $n } việc, { $dated } việc có hạn.
    }
directive-found-none = Chưa thấy việc nào được giao trong phần này.
directive-more = Còn nữa thì gửi tiếp. Hết rồi thì xem danh sách.
directive-end = Hết, xem danh sách
directive-is-it = Đây là văn bản chỉ đạo mới cần giao cho các đơn vị?
directive-yes = Đúng, đọc tiếp
directive-no = Không phải
directive-too-long = ! Chỉ nhận tối đa { $max } tin cho một văn bản. Xin xem danh sách, phần còn lại ban hành sau.

directive-list =
    { $n ->
       *[other] { $n } việc đọc được:
    }
directive-list-part = { $n } việc đọc được, việc { $from } đến { $to }:
directive-item = { $n }. { $title } · { $when }
directive-item-unsure = { $n }. ! { $title } · { $when }
directive-when-audit = trong { $days } ngày sau đánh giá nội bộ
directive-when-after = trong { $days } ngày kể từ khi có thay đổi
directive-when-at-once = ngay khi có thay đổi
directive-when-event = khi phát sinh
directive-when-always = thường xuyên
directive-when-said = { $said }, không có hạn
directive-when-none = (không có hạn)
directive-when-yearly = hạn { $due }, hằng năm
directive-when-once = hạn { $due }, một lần
directive-when-past = { $said } đã qua
directive-unsure-deadline = ! Hạn chưa chắc: { $items }
directive-unsure-recurrence = ! Văn bản không nói làm một lần hay hằng năm: việc { $items }
directive-unsure-who = ! Giao riêng: { $items }
directive-unsure-title = ! Tên chưa rõ: việc { $items }
directive-who = việc { $n } ({ $who })
directive-said = việc { $n } («{ $said }»)
directive-mend-how = Sửa: "bỏ 2, 5" · "3 trước ngày 20/11" · "3 không hạn" · "4 hằng năm" · "tên 2: …" · "thêm: …"
directive-accept =
    { $n ->
       *[other] Đúng { $n } việc
    }
directive-next = Xem tiếp việc { $from }–{ $to }
directive-see-rest = Xin xem hết danh sách trước khi đồng ý.
directive-none = Chưa có việc nào. Gõ "thêm: …", ví dụ "thêm: Gửi báo cáo năm trước ngày 15/11".
directive-no-item = ! Không có việc số { $n }.
directive-no-day = ! Không có ngày như «{ $said }». Xin gõ lại hạn.

directive-ask-whom = Giao cho ai? Có thể gõ tên đơn vị hoặc cụm.
directive-whom-all = Tất cả: { $units } đơn vị, { $people } người
directive-nobody = ! Trong các đơn vị đã chọn không có đơn vị nào phải báo cáo.
directive-same-number = Văn bản { $name } đang áp dụng. Văn bản mới thay văn bản cũ?
directive-replace = Thay văn bản cũ
directive-keep-both = Giữ cả hai
directive-check = Ban hành { $n } việc cho { $units } đơn vị, { $people } người nhận tin ngay.
directive-check-day = - { $title } · { $when }
directive-check-more = Và { $n } việc có hạn khác.
directive-check-undated = { $n } việc không có hạn: Trợ lý không nhắc cho đến khi đặt mốc.
directive-check-replaces = Văn bản { $name } cũ hết áp dụng từ hôm nay; việc cùng tên đã làm vẫn được tính.
directive-replaced = Văn bản { $name } cũ ngừng áp dụng từ hôm nay.
directive-issue = Ban hành
directive-issued = ✓ Đã ban hành { $name }: { $n } việc, { $units } đơn vị. Đã báo { $people } người.
directive-not-told = { $n } người chưa báo được; họ thấy việc này khi gõ "việc của tôi".
directive-ended = { $name } ngừng áp dụng từ hôm nay.
directive-not-allowed = Chỉ điều phối viên hoặc quản trị ban hành và ngừng văn bản chỉ đạo cho đơn vị mình phụ trách.

directive-told = Chỉ đạo mới: { $name } · { $units }
directive-told-due = { $n }. { $title } · hạn { $due }
directive-told-task = { $n }. { $title }
directive-told-how =
    { $more ->
        [0] Gõ "việc của tôi" để xem và báo đã xong.
       *[other] Còn { $more } việc khác. Gõ "việc của tôi" để xem và báo đã xong.
    }

directive-in-force = Văn bản chỉ đạo đang áp dụng, { $at }:
directive-listed =
    { $of ->
        [0] { $n }. { $name }: { $tasks } việc
       *[other] { $n }. { $name }: { $tasks } việc, năm nay xong { $met }/{ $of }
    }
directive-open = { $name }
directive-new = Ban hành văn bản mới
directive-no-directives = Chưa có văn bản chỉ đạo nào cho đơn vị của anh/chị.
directive-details =
    { $of ->
        [0] { $name } · áp dụng từ { $from } · { $units } đơn vị
       *[other] { $name } · áp dụng từ { $from } · { $units } đơn vị · năm nay xong { $met }/{ $of }
    }
directive-task = { $n }. { $title }
directive-tasks-more = Và { $n } việc khác.
directive-retire = Ngừng áp dụng
directive-retire-check =
    { $open ->
        [0] Ngừng áp dụng { $name } từ hôm nay?
       *[other] Ngừng áp dụng { $name } từ hôm nay? Năm nay còn { $open } việc chưa xong, Trợ lý sẽ thôi nhắc.
    }
directive-retire-yes = Ngừng áp dụng
directive-gone = Văn bản này không còn áp dụng.
