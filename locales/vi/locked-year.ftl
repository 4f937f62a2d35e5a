### Khóa sổ cả năm, và yêu cầu sửa nội dung của năm đã khóa.

lock-year-heading = Khóa sổ năm { $year } · { $unit } và các đơn vị trực thuộc
lock-year-filed = Đã gửi: { $filed }/{ $total } báo cáo tháng
lock-year-missing = ! Chưa gửi đủ các tháng ({ $n }): { $units }
lock-year-question = Khóa rồi, mọi thay đổi của 12 tháng và của phần bổ sung báo cáo năm cần điều phối viên đồng ý.
lock-year-yes = Khóa sổ năm { $year }
lock-year-done = ✓ Đã khóa sổ năm { $year } của { $unit }: 12 tháng và phần bổ sung báo cáo năm. Mở lại: gõ "mở khóa năm { $year }".
lock-year-already = Năm { $year } của { $unit } đã khóa sổ cả 12 tháng.
lock-year-future = ! Năm { $year } chưa tới tháng cuối nên chưa khóa cả năm được. Khóa từng tháng: gõ "khóa sổ tháng { $month }".
unlock-year-heading = Mở khóa năm { $year } · { $unit } và các đơn vị trực thuộc
unlock-year-question = Mở rồi, cán bộ sửa và gửi các tháng và phần bổ sung của năm như thường.
unlock-year-yes = Mở khóa năm { $year }
unlock-year-done = ✓ Đã mở khóa năm { $year } của { $unit }.
unlock-year-needless = Năm { $year } của { $unit } không có tháng nào khóa sổ.

year-closed = Năm { $year } đã khóa sổ cả 12 tháng: ghi xong cần điều phối viên đồng ý mới được lưu.
change-year-heading = Năm { $year } của { $unit } đã khóa sổ nên chưa ghi ngay. Thay đổi:
change-year-kept = ✓ Đã gửi yêu cầu sửa phần bổ sung năm { $year } của { $unit } tới { $name }. Đồng ý thì nội dung mới được ghi; có trả lời Trợ lý báo ngay.
change-year-kept-nobody = ✓ Đã giữ yêu cầu sửa phần bổ sung năm { $year } của { $unit }, chờ điều phối viên trả lời.
change-year-asked = ! { $asker } ({ $unit }) xin sửa phần bổ sung năm { $year } đã khóa sổ, lúc { $at }:
change-year-look = Yêu cầu sửa: { $unit } năm { $year }
change-year-grant = Đồng ý ({ $unit } năm { $year })
change-year-refuse = Không ({ $unit } năm { $year })
change-year-granted = ✓ Đã đồng ý. Phần bổ sung năm { $year } của { $unit } được ghi theo yêu cầu của { $asker } ({ $changed } mục thay đổi).
change-year-granted-told = ✓ { $by } đồng ý. Đã ghi phần bổ sung năm { $year } của { $unit } ({ $changed } mục thay đổi).
change-year-refuse-heading = Không đồng ý sửa phần bổ sung năm { $year } của { $unit }.
change-year-refused = ✓ Đã trả lời { $asker }: phần bổ sung năm { $year } của { $unit } giữ nguyên.
change-year-refused-told = ! { $by } không đồng ý sửa phần bổ sung năm { $year } của { $unit }; nội dung đã ghi giữ nguyên. Lý do: { $reason }
change-year-was-granted = Yêu cầu sửa phần bổ sung năm { $year } của { $unit } đã được { $by } đồng ý lúc { $at }.
change-year-was-refused = Yêu cầu sửa phần bổ sung năm { $year } của { $unit } đã bị { $by } từ chối lúc { $at }.
change-year-was-replaced = Yêu cầu này không còn hiệu lực: { $by } đã gửi lại phần bổ sung năm { $year } của { $unit } lúc { $at }.
