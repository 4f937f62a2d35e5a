### Báo cáo tháng bị trả lại: hạn sửa, và lời nhắc đến khi sửa xong.

mend-duty = Sửa báo cáo tháng { $period } bị trả lại
mend-why = Điều phối viên trả lại: { $items }
mend-item = { $names } ({ $reason })
mend-items-more = { $items }; và { $more } mục nữa
mend-by = Xin sửa và gửi lại chậm nhất { $due }.
