# Câu dùng chung cho mọi cuộc trò chuyện.
engine-progress = Câu { $at }/{ $of }.
engine-noted = ✓ Đã ghi (sai dòng nào gõ "sửa" và số dòng):
engine-noted-one = ✓ { $text }
engine-mending = Đang ghi: { $text }
engine-numbered = { $at }. { $text }
engine-paused = Đã tạm dừng. Những gì đã trả lời được giữ lại; gõ "tiếp tục" để làm tiếp.
engine-discarded = Đã bỏ bản nháp. Chưa có gì được gửi.
engine-help =
    Gõ câu trả lời hoặc chọn nút. Lúc nào cũng dùng được:
    - "quay lại": sửa câu vừa trả lời
    - "bỏ qua": để trống câu này
    - "dừng": để đó làm sau, không mất gì
    - "bỏ nháp": bỏ hết, làm lại từ đầu
engine-nothing-to-go-back = Đây là câu đầu tiên, chưa có gì để quay lại.
engine-cannot-skip = Câu này không bỏ qua được.
engine-not-understood = ! Trợ lý chưa hiểu câu trả lời. Gõ "trợ giúp" nếu cần.
engine-not-understood-again = ! Trợ lý vẫn chưa hiểu. Anh/chị chọn nút bên dưới hoặc gõ ngắn gọn theo câu hỏi:
engine-call = Cần hỗ trợ, xin liên hệ { $contact }.

figure-no-data = chưa có số liệu
figure-nil = không phát sinh
figure-unknown = chưa rõ

choice-help = Trợ giúp
choice-back = Quay lại
choice-stop = Dừng, làm sau
choice-skip = Bỏ qua
choice-none = Không có
choice-no-more = Hết, không còn
choice-nil = Không phát sinh
choice-no-data = Chưa có số liệu
choice-no-dossier = Không có hồ sơ nào
choice-no-online = Không có trực tuyến
choice-none-resolved = Chưa giải quyết hồ sơ nào
choice-none-pending = Không còn hồ sơ nào
choice-all-in-time = Không, cả { $n } trong hạn
choice-all-zero = { $count ->
    [1] Không có (0)
   *[other] Đều là 0
 }
choice-retype = Gõ lại
choice-drop = Bỏ dòng đó
choice-number = { $n }
choice-really = Đúng là { $n }
choice-date = { $day }
choice-really-date = Đúng là { $day }
choice-mend = Sửa { $at }
choice-mend-figure = { $name } = { $n }
choice-send = Đúng, gửi
choice-send-correction = Đúng, gửi bản sửa
choice-correct = Sửa báo cáo tháng { $period }
choice-correct-of = Sửa tháng { $period } · { $unit }
choice-check-in = Báo cáo tháng { $period }
choice-check-in-of = Báo cáo tháng { $period } · { $unit }
choice-report = Báo cáo năm { $year }
choice-supplement = Bổ sung báo cáo năm { $year }
choice-status = Tình hình
choice-missing = Ai chưa nộp
choice-continue = Làm tiếp
choice-unit = { $unit }

doubt-proposal = Có phải { $n } không?
doubt-decimal = ! Số liệu không có phần lẻ ("{ $text }").
doubt-negative = ! Số liệu không thể âm ("{ $text }").
doubt-approximate = ! Báo cáo cần số chính xác ("{ $text }").
doubt-shorthand = ! Trợ lý đọc "{ $text }" chưa chắc.
doubt-too_large = ! Số "{ $text }" quá lớn.
doubt-grouping = ! Dấu chấm, phẩy trong "{ $text }" chưa rõ.
doubt-fraction = ! "{ $text }" là hai số; ở đây cần một số.
doubt-percent = ! "{ $text }" là tỷ lệ; ở đây cần số lượng.
doubt-several = ! "{ $text }" có nhiều số; ở đây cần một số.
doubt-uncertain = ! Trợ lý đọc "{ $text }" chưa chắc.
doubt-which_figure = ! Số { $n } là số nào?
doubt-no_figure = ! Số { $n } chưa rõ là số gì. Xin gõ kèm tên, ví dụ "tiếp nhận { $n }".
doubt-split_unknown = ! { $n } gồm { $names }. Xin gõ riêng từng số.
doubt-rest_unknown = ! Chưa tính được { $name }. Xin gõ số cụ thể.
doubt-conflict = ! Hai số khác nhau cho { $name }. Số nào đúng?
doubt-impossible_date = ! Không có ngày { $text }. Xin gõ lại ngày, ví dụ 17/9.
doubt-day_missing = Tháng { $month }, ngày nào? Gõ ngày và tháng, ví dụ 17/{ $month }.
doubt-month_missing = Ngày { $day } tháng mấy? Gõ ngày và tháng, ví dụ { $day }/9.
doubt-lunar_date = "Mùng { $day }" tháng { $month } là ngày âm lịch? Xin gõ ngày dương lịch, ví dụ 17/9.
doubt-weekday_mismatch = ! Ngày đó là { $day }, không khớp thứ đã gõ.
doubt-future_date = ! { $day } chưa tới.
doubt-which_date = ! Có nhiều ngày trong câu. Ngày nào?
doubt-term = { $name } { $n }
doubt-tie = ! { $left }, nhưng { $right } (lệch { $gap }).
doubt-sum = { $terms } = { $total }
doubt-tie-question = Số nào cần sửa?
doubt-ten-times = ! { $name } { $n } gấp { $times } lần tháng trước ({ $usual }).
doubt-carried-over = ! Kỳ trước chuyển qua ghi { $n }, nhưng báo cáo tháng trước còn { $known } hồ sơ đang giải quyết. Số nào đúng?
doubt-date-future = ! { $day } ở sau tháng đang báo cáo ({ $name }).
doubt-date-outside = ! { $day } đã hơn một năm trước tháng đang báo cáo ({ $name }).
doubt-documents-unread = ! Chưa đọc được: { $text }
choice-without-date = Ghi không có ngày
choice-as-cited = Đúng như đã gõ

# Chỗ chưa khớp trong văn bản được dẫn.
defect-year_against_date = ! { $document}: số hiệu ghi năm { $year }, ngày ban hành là { $date }.
defect-kind_against_symbol = ! { $document }: gõ là { $type }, ký hiệu { $symbol } là { $other }.
defect-same_number = ! { $document }: trùng số { $number } với { $other }.
defect-announcement_order = ! { $document }: lần { $round } ({ $date }) lại trước lần { $earlier } ({ $other }).
defect-misspelt_standard = ! { $document }: "{ $written }" có phải { $proposal } không?
defect-future_date = ! { $document }: ngày { $date } chưa tới.
defect-impossible_date = ! { $document }: không có ngày { $written }.
defect-illegible_number = ! { $document }: số "{ $number }" chưa rõ.
defect-weekend = Lưu ý { $document }: { $day } là ngày nghỉ cuối tuần; vẫn ghi nhận.
