# Tổ chức: nhập đơn vị vào một đơn vị đang có; đơn vị trực thuộc của đơn vị được tách hay sáp nhập.
org-units-absorb-heading = Nhập đơn vị vào một đơn vị đang có.
org-units-absorb-which = Nhập những đơn vị nào? Gõ các tên, cách nhau bằng dấu phẩy.
org-units-absorb-into = Nhập vào đơn vị nào?
org-units-absorb-check = Từ { $day }: { $units } nhập vào { $into }. { $into } giữ tên, mã và số liệu của mình.
org-units-absorb-yes = Đúng, nhập
org-units-absorb-sums = Số liệu cũ giữ ở từng đơn vị; khi xem năm của { $unit }, số của đơn vị nhập vào trước { $day } được cộng thêm và nói rõ.
org-units-absorb-done = ✓ Đã nhập { $units } vào { $into } (mã { $codes }) từ { $day }.
absorb-unknown = Chưa có đơn vị "{ $name }" trong phạm vi của anh/chị. Đó là tên đơn vị mới, hay anh/chị gõ lại tên đơn vị đang có?
absorb-as-new = Đúng, đơn vị mới: { $name }
absorb-above = ! { $unit } đang trực thuộc { $above } nên chưa nhập được { $above } vào đó.
absorb-instead = Muốn nhập vào đơn vị đang có thì gõ "huỷ", rồi "sáp nhập … vào …".
absorb-told-heir = Chào anh/chị { $you }. Từ { $day }, { $units } nhập vào { $into }; hồ sơ đang giải quyết chuyển sang { $into } từ hôm đó.
under-units = { $n } đơn vị trực thuộc cần chọn nơi về: { $names }.
under-which = Đơn vị trực thuộc ({ $at }/{ $of }): { $unit } về đơn vị nào?
under-all-to = Cả { $n } về { $unit }
under-placed = Trực thuộc { $unit } ({ $n }): { $names }.
under-go-along = { $n } đơn vị trực thuộc chuyển theo về { $unit }: { $names }.
