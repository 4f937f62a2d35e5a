# Câu của phòng tiếp nhận: chào, đăng ký, lệnh, kết quả gửi.
weekday-1 = thứ Hai
weekday-2 = thứ Ba
weekday-3 = thứ Tư
weekday-4 = thứ Năm
weekday-5 = thứ Sáu
weekday-6 = thứ Bảy
weekday-7 = Chủ nhật
value-day = { $weekday } { $date }
value-time-day = { $time } ngày { $date }

enrol-stranger = Trợ lý ISO phục vụ cán bộ đã được cấp mã. Xin gửi mã đăng ký, hoặc liên hệ điều phối viên để được cấp; chưa có mã thì gõ "xin tham gia".
enrol-refused = Mã chưa đúng hoặc không còn hiệu lực. Xin kiểm tra lại, hoặc liên hệ điều phối viên để được cấp mã khác.
enrol-too-many = Đã thử mã nhiều lần. Xin thử lại sau một giờ, hoặc liên hệ điều phối viên.
enrol-welcome = ✓ Chào anh/chị { $name }. Đã đăng ký: { $roles }.
enrol-role = { $role } · { $unit }
enrol-privacy = Trợ lý chỉ lưu tên, đơn vị, vai trò, nơi nhận tin và số liệu anh/chị gửi. Không gửi văn bản mật, số định danh hay thông tin của công dân.
role-staff = cán bộ báo cáo
role-coordinator = điều phối viên
role-leader = lãnh đạo
role-admin = quản trị

menu-greeting = Chào anh/chị { $name }.
menu-month-open = Báo cáo tháng { $period } của { $unit }: chưa gửi, hạn { $due }.
menu-month-draft = Báo cáo tháng { $period } của { $unit }: đang làm dở, hạn { $due }.
menu-month-filed = Báo cáo tháng { $period } của { $unit }: đã gửi lúc { $at }.
menu-staff = Gõ số liệu cả tháng trong một tin, hoặc chọn:
menu-reader = Gõ "tình hình", "ai chưa nộp" hoặc "báo cáo năm { $year } { $unit }".
menu-paused = Báo cáo tháng { $period } đang làm dở.
help-staff =
    Trợ lý làm được:
    - "báo cáo tháng 9": gửi số liệu tháng
    - "sửa tháng 9": sửa tháng đã gửi
    - "báo cáo năm 2021": xuất báo cáo năm (Word)
    - "bổ sung báo cáo năm 2021": điền phần còn thiếu
    - "tình hình": đã gửi gì, còn thiếu gì
help-reader =
    Trợ lý làm được:
    - "tình hình": bao nhiêu đơn vị đã gửi, số liệu tháng
    - "ai chưa nộp": đơn vị chưa gửi báo cáo tháng
    - "báo cáo năm 2021 phường Đức Thuận": xuất báo cáo năm của đơn vị (Word)
own-code = Mã để dùng trên điện thoại hoặc kênh khác: { $code } (dùng một lần, trong { $days } ngày). Gửi mã này cho Trợ lý ở đó.
whoami = { $name } ({ $roles })
whoami-role = { $role } · { $unit }

filed-early = ✓ Đã gửi báo cáo tháng { $period } lúc { $at }, trước hạn { $days } ngày làm việc. Mã nhận: { $receipt }
filed-on-time = ✓ Đã gửi báo cáo tháng { $period } lúc { $at }, đúng hạn. Mã nhận: { $receipt }
filed-late = ✓ Đã gửi báo cáo tháng { $period } lúc { $at }, sau hạn { $days } ngày làm việc. Mã nhận: { $receipt }
filed-unchanged = ✓ Báo cáo tháng { $period } không có gì thay đổi. Giờ gửi lần đầu giữ nguyên: { $first }. Mã nhận: { $receipt }
filed-correction = ✓ Đã sửa báo cáo tháng { $period } ({ $changed } mục thay đổi). Giờ gửi lần đầu giữ nguyên: { $first }. Mã nhận: { $receipt }
filed-corrective-due = Hạn khắc phục sau đánh giá: { $due } ({ $days } ngày kể từ ngày đánh giá).
filed-corrective-day = Hạn khắc phục sau đánh giá: { $due }.
filed-gaps = Còn thiếu: { $names }. Khi có, gõ "sửa tháng { $month }".
filed-chain = ! Báo cáo tháng { $next } ghi kỳ trước chuyển qua { $carried }, nay tháng này còn { $pending }. Cần sửa tháng { $next }.
filed-next = Còn báo cáo tháng { $period } của { $unit }, hạn { $due }.
filed-year = ✓ Đã lưu phần bổ sung năm { $year } ({ $changed } mục).

pick-unit = Của đơn vị nào?
pick-unit-many = Có nhiều đơn vị. Xin gõ kèm tên đơn vị, ví dụ "{ $example }".
no-unit-named = ! Không có đơn vị "{ $name }" trong phạm vi của anh/chị.
not-allowed-file = Số liệu do cán bộ của đơn vị gửi và sửa; anh/chị xem tình hình và báo cáo năm.
not-allowed = Việc này không thuộc quyền của anh/chị. Cần hỗ trợ, xin liên hệ điều phối viên.
period-future = ! Tháng { $period } chưa tới, chưa có số liệu để báo cáo.
period-running = Tháng { $period } chưa kết thúc; có thể gửi trước, sau đó sửa nếu có thay đổi.
nothing-filed = Tháng { $period } chưa gửi báo cáo, chưa có gì để sửa.
other-draft = { $draft } đang làm dở. Làm tiếp hay bỏ bản nháp đó?
draft-month = Báo cáo tháng { $period } ({ $unit })
draft-year = Phần bổ sung báo cáo năm { $year } ({ $unit })
choice-drop-supplement = Bỏ nháp, bổ sung báo cáo năm { $year }
choice-drop-draft = Bỏ nháp, làm tháng { $period } của { $unit }
button-old = Nút này của tin nhắn cũ.
later = Vâng. Khi có số liệu, anh/chị gõ vào đây; những gì đã trả lời được giữ lại.
language-changed = Đã chuyển sang tiếng Việt.

private-identity_number = ! Tin nhắn có dãy số giống số định danh nên không được lưu. Xin gửi lại, chỉ gồm số liệu tổng hợp.
private-secrecy_mark = ! Tin nhắn có dấu hiệu văn bản mật nên không được lưu. Không gửi nội dung mật qua kênh này.
private-citizen_name = ! Tin nhắn có tên công dân nên không được lưu. Xin gửi lại, chỉ gồm số liệu tổng hợp.
too-long = ! Tin nhắn quá dài ({ $n } ký tự, tối đa { $max }). Xin chia thành nhiều tin.
unsupported = Trợ lý chỉ đọc được chữ. Xin gõ số liệu; tệp và ảnh không được nhận.

report-ready = Báo cáo năm { $year } · { $unit } (dự thảo; số, ngày và chữ ký để trống).
report-data = Số liệu tính từ ngày { $from } đến ngày { $to }: { $months }/{ $of } tháng đã gửi.
report-complete = Không thiếu mục nào.
report-gaps = Còn thiếu { $count } mục, đã đánh dấu trong tệp:
report-gaps-months = - Tháng chưa gửi: { $months }/{ $year }
report-gaps-figures = - Số liệu: { $names }
report-gaps-words = - Nội dung: { $names }
report-gaps-documents = - Văn bản: { $names }
report-gap-months = { $name } (tháng { $months })
report-none = Năm { $year } của { $unit } chưa có tháng nào được gửi, chưa lập được báo cáo.
report-file = bao-cao-nam-{ $year }-{ $unit }.docx

missing-more = { $units } và { $more } đơn vị khác

remind-month = Chào anh/chị { $name }, đã đến kỳ báo cáo tháng { $period }.
remind-units = Anh/chị phụ trách { $count } đơn vị chưa gửi: { $units }.
remind-open-draft = Chào anh/chị { $name }, đã đến kỳ báo cáo tháng { $period } ({ $unit }), hạn { $due }. Việc dưới đây còn làm dở; xong thì gõ "báo cáo tháng { $month }".
restart-question = Bỏ những gì đã trả lời và làm lại từ đầu?
choice-discard = Bỏ, làm lại
file-unmade = ! Trợ lý chưa tạo được tệp anh/chị yêu cầu. Xin gõ lại yêu cầu sau ít phút; nếu vẫn lỗi, xin báo người vận hành.
draft-unreadable = ! Phần đang làm dở do phiên bản khác của Trợ lý ghi, không mở tiếp được; chưa có gì được gửi.
draft-unreadable-figures = Những số đã trả lời: { $figures }. Xin gõ lại trong một tin.
edit-not-taken = Tin vừa sửa chưa được tính. Gõ kèm tên số liệu, ví dụ "tiếp nhận 216", hoặc gõ "quay lại" để trả lời lại.
our-mistake = ! Trợ lý gặp lỗi khi xử lý tin vừa rồi; tin đó chưa được ghi nhận, các câu trả lời trước vẫn còn. Xin gõ lại sau ít phút.
