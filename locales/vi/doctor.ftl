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
doctor-telegram-ok = Telegram: trả lời; mã thuộc về bot @{ $bot }.
doctor-telegram-refused = Telegram: không nhận mã này ({ $cause }). Đặt TELEGRAM_BOT_TOKEN đúng như @BotFather hiện, và xem lại TELEGRAM_API_ROOT.
doctor-telegram-conflict = Telegram: chương trình khác đang nhận tin của bot này ({ $cause }). Dừng chương trình ấy, hoặc lấy cho dịch vụ một bot riêng.
doctor-telegram-away = Telegram: chưa kết nối được ({ $cause }). Kiểm tra mạng của máy; nếu mạng ở đây chặn Telegram, đặt TELEGRAM_PROXY_URL hoặc TELEGRAM_API_ROOT.

# Sao lưu, phục hồi, kiểm tra dữ liệu.
backup-done = Đã sao lưu ra { $file }.
restore-done = Đã phục hồi vào { $folder }. Kiểm tra: npm run -s cli -- verify
verify-months-apart = Số liệu tổng của { $n } tháng không khớp với câu trả lời: tệp đã bị sửa ngoài chương trình. Giữ nguyên tệp, so với bản sao lưu, báo người phụ trách.
verify-ok = Dữ liệu và nhật ký nguyên vẹn.
doctor-no-channel = Telegram và Zalo đều chưa bật (chưa đặt kênh nào trong .env: TELEGRAM_BOT_TOKEN, ZALO_KEY); dịch vụ sẽ chạy chế độ tập huấn.
doctor-telegram-off = Telegram: không dùng (chưa đặt TELEGRAM_BOT_TOKEN).
doctor-zalo-off = Zalo: không dùng (chưa đặt ZALO_KEY).
doctor-zalo-no-login = Zalo: chưa có phiên đăng nhập trong { $file }. Chạy: npm run -s cli -- zalo-login
doctor-zalo-locked = Zalo: phiên đăng nhập trong { $file } không mở được bằng ZALO_KEY này. Đặt lại ZALO_KEY như cũ, hoặc chạy lại: npm run -s cli -- zalo-login
doctor-zalo-login = Zalo: có phiên đăng nhập của tài khoản { $account }, quét mã ngày { $since }, làm mới { $days } ngày trước.
doctor-zalo-old = Zalo: phiên đăng nhập của tài khoản { $account } (quét mã ngày { $since }) đã { $days } ngày không được làm mới, có thể hết hạn. Chạy dịch vụ; nếu Zalo không nhận thì chạy lại: npm run -s cli -- zalo-login
doctor-upgrade = Dữ liệu của phiên bản cũ, nguyên vẹn; sẽ nâng cấp khi khởi động ({ $upgrades } bước, tự giữ một bản sao).
doctor-size = Tệp dữ liệu { $mb } MB (trong đó { $free } MB trống, sẽ được dùng lại): tin gửi đi { $sent } MB, tin nhận { $said } MB, câu trả lời { $answers } MB, lịch nhắc { $timers } MB.
doctor-zalo-keyless = Zalo: có phiên đăng nhập trong { $file } nhưng chưa đặt ZALO_KEY nên không dùng. Muốn dùng lại: đặt ZALO_KEY như cũ trong .env; không dùng nữa: xoá tệp ấy.
doctor-zalo-unreadable = Zalo: không đọc được tệp phiên đăng nhập { $file }. Cấp quyền đọc và ghi cho tài khoản chạy dịch vụ, hoặc đặt ZALO_LOGIN_FILE là một tệp khác rồi chạy: npm run -s cli -- zalo-login
doctor-node = Node { $version } làm dịch vụ dừng đột ngột nên dữ liệu không được mở. Cài Node 22, chạy npm ci rồi chạy lại.
