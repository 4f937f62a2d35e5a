# Bổ sung báo cáo năm.
year-heading = Bổ sung báo cáo năm { $year } · { $unit }
year-hint = Mục nào chưa có thì bỏ qua; đã trả lời mục nào, lưu được mục đó.
year-noted = ✓ { $name }: { $shown }
ask-year-text = { $name }? Gõ nội dung sẽ đưa vào báo cáo.
ask-year-count = { $name }? Gõ số.
ask-year-criterion = { $name }? Gõ điểm đạt được trên điểm tối đa, ví dụ 0,5/0,5
ask-year-points = { $name }? Gõ số điểm, ví dụ 4,75
ask-year-save = Đã có { $count } mục mới. Lưu vào báo cáo năm?
choice-save = Lưu
choice-save-now = Lưu, dừng ở đây
