### Báo cáo tháng gửi lần đầu vào tháng đã khóa sổ: chờ điều phối viên đồng ý, giờ gửi lần đầu được giữ.

first-kept = ✓ Đã chuyển báo cáo tháng { $period } của { $unit } tới { $name }: tháng đã khóa sổ nên cần đồng ý mới được ghi. Giờ gửi lần đầu vẫn là { $at }, trong hạn; có trả lời Trợ lý báo ngay.
first-kept-nobody = ✓ Đã giữ báo cáo tháng { $period } của { $unit }, chờ điều phối viên đồng ý mới được ghi. Giờ gửi lần đầu vẫn là { $at }.
first-asked = ! { $asker } ({ $unit }) gửi báo cáo tháng { $period } đã khóa sổ, lúc { $at }, còn trong hạn:
first-look = Báo cáo chờ đồng ý: { $unit } tháng { $period }
first-granted = ✓ Đã đồng ý. Báo cáo tháng { $period } của { $unit } ({ $asker }) đã được ghi, giờ gửi lần đầu { $at }, trong hạn.
first-granted-told = ✓ { $by } đồng ý. Đã ghi báo cáo tháng { $period } của { $unit }, giờ gửi lần đầu { $at }, trong hạn. Mã nhận: { $receipt }
first-refused = ✓ Đã trả lời { $asker }: báo cáo tháng { $period } của { $unit } không được ghi.
first-refused-told = ! { $by } không đồng ý ghi báo cáo tháng { $period } của { $unit }; báo cáo chưa được ghi. Lý do: { $reason }
    Xin xem lại rồi gửi lại: gõ "nộp báo cáo tháng { $month }".

awaits-yes = đã gửi lúc { $at }, chờ đồng ý
awaits-yes-unit = { $unit } (đã gửi, chờ đồng ý)
awaits-yes-months = { $months }; trong đó tháng { $awaited } đã gửi, chờ đồng ý
awaits-yes-own = Đã gửi lúc { $at }; tháng đã khóa sổ nên chờ điều phối viên đồng ý.
awaits-yes-late = { $name } đã gửi vào tháng đã khóa sổ, chờ điều phối viên đồng ý: { $count } đơn vị · { $units }
awaits-yes-mine = Đã gửi, chờ điều phối viên đồng ý: { $names }
awaits-yes-menu = Báo cáo tháng { $period } của { $unit }: đã gửi lúc { $at }, chờ điều phối viên đồng ý.
awaits-yes-review = { $unit } đã gửi báo cáo tháng { $period } lúc { $at }; tháng đã khóa sổ nên chờ điều phối viên đồng ý.

### Trả lại sau khi khóa sổ, và khóa sổ nhiều tháng một lần.

mend-closed = Tháng { $period } đã khóa sổ: các mục bị trả lại được ghi ngay khi gửi; sửa thêm mục khác thì cần điều phối viên đồng ý.
mend-closed-told = Tháng { $period } đã khóa sổ, nhưng các mục này sửa được ngay, không phải xin.
mend-closed-returned = Tháng đã khóa sổ: đơn vị sửa được đúng các mục này, mục khác vẫn cần đồng ý.

lock-span-heading = Khóa sổ { $span } · { $unit } và các đơn vị trực thuộc
lock-span-question = Khóa rồi, mọi thay đổi và báo cáo gửi muộn của { $n } tháng này cần điều phối viên đồng ý.
lock-span-yes = Khóa sổ { $span }
lock-span-done = ✓ Đã khóa sổ { $span } của { $unit }: { $n } tháng. Mở lại: gõ "mở khóa { $span }".
lock-span-already = { $unit }: { $span } đã khóa sổ đủ { $n } tháng.
lock-span-future = ! Chưa tới tháng cuối của { $span } nên chưa khóa cả { $n } tháng được. Khóa từng tháng: gõ "khóa sổ tháng { $month }".
unlock-span-heading = Mở khóa { $span } · { $unit } và các đơn vị trực thuộc
unlock-span-question = Mở rồi, cán bộ sửa và gửi { $n } tháng này như thường.
unlock-span-yes = Mở khóa { $span }
unlock-span-done = ✓ Đã mở khóa { $span } của { $unit }.
unlock-span-needless = { $unit }: { $span } không có tháng nào khóa sổ.
