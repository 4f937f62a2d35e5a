# Tổ chức: người đã có trong danh sách được giao thêm vai trò; mã do người khác cấp; thay cán bộ của một đơn vị.
appoint-known = Đã có { $n } người có thể là "{ $name }". Cùng một người hay người khác?
appoint-same = Là { $name }, { $where }: thêm vai trò
appoint-other = Là người khác
appoint-same-check = { $name } sẽ có thêm vai trò { $role } của { $unit }; vai trò đang có giữ nguyên.
appoint-from = Bắt đầu từ { $day }.
appoint-holds = { $name } đã là { $role } của { $unit }, không cần thêm. Cấp mã đăng ký mới cho người này?
appoint-holds-yes = Đúng, cấp mã
appoint-same-done = ✓ { $name } có thêm vai trò { $role } của { $unit }, từ { $day }.
appoint-told-same = Chào anh/chị { $you }. Từ { $day }, anh/chị có thêm vai trò { $role } của { $unit }. Gõ "việc của tôi" để xem việc.
code-by-others = Mã của { $name } không thuộc quyền cấp của anh/chị. Xin nhờ { $who } cấp: gõ "cấp mã { $name }".
replace-nobody = ! { $unit } chưa có cán bộ báo cáo để thay. Gõ "mời { $name } làm cán bộ { $unit }".
replace-unknown = ! Chưa có "{ $name }" trong danh sách. Gõ "mời { $name } làm cán bộ { $unit }", rồi gõ lại câu này.
