# Ảnh kèm thông báo.
broadcast-ask-text-or-picture = Gõ nội dung thông báo, hoặc gửi một ảnh có ghi nội dung. Xem trước rồi mới gửi.
broadcast-picture-taken = ✓ Đã nhận ảnh. Xin gõ nội dung thông báo đi kèm (gửi ảnh khác nếu muốn thay).
broadcast-with-picture = Kèm một ảnh
broadcast-change-no-picture = Bỏ ảnh
broadcast-picture-lost = Thiếu ảnh { $n } (không lấy lại được ảnh, chỉ gửi nội dung)
broadcast-picture-gone = ! Trợ lý không lấy lại được ảnh; nếu gửi, thông báo chỉ có nội dung. Có thể chọn "Sửa" để gửi lại ảnh.
