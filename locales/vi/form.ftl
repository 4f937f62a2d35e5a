### Desk work asked field by field: announcements, decisions, days off.

form-progress = Bước { $at }/{ $of }.
form-dropped = Đã thôi, chưa có gì được gửi hay ghi lại.
form-help =
    Trả lời từng bước; "quay lại" để sửa bước trước, "huỷ" để thôi.
