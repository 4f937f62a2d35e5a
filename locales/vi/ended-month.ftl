# Đơn vị sáp nhập hoặc tách giữa tháng: ai báo cáo tháng đó, tính những gì.
ended-not-owed = { $unit } không phải gửi báo cáo tháng { $period }: đơn vị hoạt động đến { $day }, chưa hết tháng.
ended-heirs-merged = Tháng này { $heirs } báo cáo chung từ đầu tháng.
ended-heirs-split = Tháng này các đơn vị mới báo cáo, mỗi hồ sơ ghi ở nơi đang giữ: { $heirs }.
ended-no-heir = Chưa ghi đơn vị nào kế thừa; xin hỏi điều phối viên nơi báo cáo tháng này.
ended-answered = Những số đã trả lời, để dùng lại:
ended-counted-merged = Tính cả hồ sơ từ đầu tháng của { $units } (nhập vào trong tháng).
ended-counted-split = Đơn vị tách trong tháng từ { $units }: hồ sơ từ đầu tháng ghi ở đơn vị mới đang giữ, mỗi hồ sơ một nơi.
ended-counted-sent = { $units } đã gửi riêng tháng này trước khi sắp xếp: vẫn tính cả vào đây, số gửi riêng không cộng thêm nữa.

ended-month-merged = Tháng { $period }: { $unit } báo cáo chung cả tháng, đơn vị cũ không tính riêng nữa.
ended-month-split = Tháng { $period }: các đơn vị mới báo cáo, mỗi hồ sơ ghi ở nơi đang giữ; đơn vị cũ không tính riêng nữa.

told-draft-not-owed = Báo cáo tháng { $period } của { $unit } đang làm dở không phải gửi nữa vì đơn vị không hoạt động đến hết tháng. Số đã trả lời được giữ lại: gõ "tiếp tục" để xem và làm ở đơn vị mới.
