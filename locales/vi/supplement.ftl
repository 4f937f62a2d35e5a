# Bổ sung báo cáo năm.
year-heading = Bổ sung báo cáo năm { $year } · { $unit }
year-hint = Mục nào chưa có thì bỏ qua; đã trả lời mục nào, lưu được mục đó.
year-noted = ✓ { $name }: { $shown }
ask-year-text = { $name }? Gõ nội dung sẽ đưa vào báo cáo.
ask-year-count = { $name }? Gõ số.
ask-year-criterion = { $name } ({ $what })? Gõ điểm đạt được trên điểm tối đa, ví dụ 0,5/0,5
ask-year-points = { $name }? Gõ số điểm, ví dụ 4,75
ask-year-save = Đã có { $count } mục mới. Lưu vào báo cáo năm?
choice-save = Lưu
choice-save-now = Lưu, dừng ở đây
score_7_2_1-what = chỉ đạo và thực hiện chế độ báo cáo
score_7_2_2-what = ban hành, áp dụng quy trình nội bộ
score_7_2_3-what = mức độ áp dụng quy trình nội bộ chuyên môn
score_7_2_4-what = mức độ áp dụng quy trình giải quyết TTHC
score_7_2_5-what = sắp xếp, lưu trữ tài liệu, hồ sơ
score_7_2_6-what = đánh giá nội bộ và khắc phục sau đánh giá
