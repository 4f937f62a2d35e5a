# Nhập lại danh sách: những gì đã ghi mà tệp để trống, đổi hoặc bỏ (lệnh import).
roster-kept-heading = Đã ghi từ trước, xin đối chiếu (ô để trống là giữ nguyên; muốn bỏ thì ghi "không" vào ô):
roster-remark-kept = { "  " }giữ nguyên { $what } { $known } của { $owner }
roster-remark-changed = { "  " }đổi { $what } của { $owner }: { $known } thành { $stated }
roster-remark-taken_away = { "  " }bỏ { $what } { $known } của { $owner }
roster-remark-parent = { "  " }giữ nguyên { $what } { $known } của { $owner }: { $stated } đã sáp nhập hoặc tách
roster-what-validFrom = ngày bắt đầu
roster-what-validTo = ngày kết thúc
roster-what-successor = đơn vị kế thừa
roster-what-parent = đơn vị cấp trên
roster-owner-role = { $person } ({ $role }, { $unit })
roster-kept-erased = { "  " }{ $person } đã xóa dữ liệu cá nhân: họ tên và điện thoại trong tệp không được ghi lại

import-dry = Chạy thử: chưa ghi gì. Bỏ "--dry-run" để nhập thật.

import-why-from_after_kept_to = ngày bắt đầu sau ngày kết thúc đã ghi ({ $value }). Ghi ngày kết thúc mới, hoặc ghi "không" để bỏ ngày đó.
import-why-to_before_kept_from = ngày kết thúc trước ngày bắt đầu đã ghi ({ $value }). Ghi ngày bắt đầu mới, hoặc ghi "không" để bỏ ngày đó.
