# Tách đơn vị: ai về đơn vị mới nào, ai chưa được phân công.
split-people = Phân công { $n } người: { $names }.
split-how = Từng người một, hoặc gõ nhiều người một lần: "Lan, Hà về 2", "tất cả về 1", "còn lại để sau".
split-who = Người { $at }/{ $of }: { $name } ({ $roles }) về đơn vị nào?
split-to = { $unit }
split-all-to = Cả { $n } người về { $unit }
split-later = Để sau
split-all-later = Cả { $n } người để sau
split-no-part = ! Không có đơn vị mới nào là "{ $name }".
split-nobody = ! Không có ai tên "{ $name }" ở đơn vị này.
split-several = ! Có { $n } người tên "{ $name }"; xin gõ đủ họ tên.
split-placed = Về { $unit } ({ $n }): { $names }
split-later-list = Chưa phân công ({ $n }): { $names }
split-no-staff = ! Chưa có cán bộ báo cáo ở { $units }.
split-undecided-stay = Ai chưa phân công vẫn làm được báo cáo các tháng trước; gõ "chưa phân công" để phân công sau.

undecided-none = Không có ai chờ phân công sau khi tách đơn vị.
undecided-heading = Chưa phân công: { $n } người.
undecided-entry = { $at }. { $name } · { $roles } · { $unit }
undecided-choice = Phân công { $name }
undecided-choice-all = Cả { $n } người của { $unit }
undecided-choice-list = Chưa phân công ({ $n })
undecided-ask = { $name } ({ $roles }), từ { $day }, về đơn vị nào?
undecided-ask-all = Cả { $n } người của { $unit }, từ { $day }, về đơn vị nào?
undecided-gone = Không còn ai chờ phân công ở đó.
undecided-placed = ✓ { $name } về { $unit } từ { $day }.
undecided-placed-all = ✓ { $n } người về { $unit } từ { $day }: { $names }.
undecided-notice = { $units } đã được tách từ { $day }. Còn { $n } người chưa được phân công: { $names }.

told-split = Chào anh/chị { $you }. Từ { $day }, { $units } được tách; anh/chị làm việc ở { $into }. Báo cáo các tháng trước của đơn vị cũ còn gửi được đến hết { $until }.
told-undecided = Chào anh/chị { $you }. Từ { $day }, { $units } được tách thành { $into }. Anh/chị chưa được phân công về đơn vị nào; có phân công, Trợ lý báo ngay. Trong lúc chờ, việc của đơn vị cũ vẫn như trước.
told-placed = Chào anh/chị { $you }. Từ { $day }, anh/chị làm việc ở { $into }. Gõ "việc của tôi" để xem việc.
told-draft-kept = Báo cáo tháng { $period } của { $unit } đang làm dở được giữ nguyên: gõ "tiếp tục" để làm tiếp.
