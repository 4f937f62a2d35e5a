# Kết quả kiểm tra cài đặt.
doctor-folder-new = Thư mục dữ liệu { $folder } chưa có, sẽ được tạo khi chạy.
doctor-folder-locked = Không ghi được vào thư mục dữ liệu { $folder }. Cấp quyền ghi cho tài khoản chạy dịch vụ, hoặc đặt DATA_DIR ở nơi khác.
doctor-disk = Đĩa còn trống { $mb } MB (cần ít nhất 200 MB).
doctor-no-data = Chưa có dữ liệu thật. Nhập danh sách: npm run -s cli -- import TỆP.xlsx
doctor-damaged = Tệp dữ liệu hỏng hoặc không mở được: { $why }. Phục hồi từ bản sao lưu gần nhất.
doctor-data-ok = Tệp dữ liệu mở được, nguyên vẹn (loại: { $mode }).
doctor-audit-ok = Nhật ký nguyên vẹn.
doctor-audit-broken = Nhật ký bị sửa từ dòng { $row }. Giữ nguyên tệp, so với bản sao lưu, báo người phụ trách.
doctor-roster = { $units } đơn vị báo cáo, { $people } người, { $enrolled } người đã đăng ký.
doctor-no-roster = Chưa có đơn vị báo cáo nào. Nhập danh sách: npm run -s cli -- import TỆP.xlsx
doctor-calendar = Lịch nghỉ năm { $year } chưa có thông báo chính thức, đang tính tạm theo luật. Bổ sung directives/holidays/{ $year }.json.
doctor-no-channel = Chưa đặt kênh nào trong .env; dịch vụ sẽ chạy chế độ tập huấn.
doctor-telegram = Telegram: { $detail }

# Sao lưu, phục hồi, kiểm tra dữ liệu.
backup-done = Đã sao lưu ra { $file }.
restore-done = Đã phục hồi vào { $folder }. Kiểm tra: npm run -s cli -- verify
verify-ok = Dữ liệu và nhật ký nguyên vẹn.
