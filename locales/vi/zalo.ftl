# Kênh Zalo: đăng nhập và sự cố.
zalo-login-no-key = Chưa đặt ZALO_KEY trong .env (từ 32 ký tự, giữ kín). Khoá này mã hoá phiên đăng nhập.
zalo-login-scan = Mở Zalo bằng tài khoản riêng của Trợ lý, quét mã ở trên hoặc trong tệp { $file }.
zalo-login-scanned = { $name } đã quét. Xác nhận trên điện thoại.
zalo-login-done = Đã đăng nhập, mã tài khoản { $uid }. Chạy npm start, hoặc đợi dịch vụ tự nhận.
zalo-login-replaced = Tài khoản đã thay đổi: mọi người cần đăng ký lại bằng mã mới (npm run -s cli -- code MÃ_NGƯỜI). Lịch sử được giữ nguyên.
zalo-login-declined = Đã từ chối trên điện thoại. Chưa đăng nhập.
zalo-login-expired = Mã hết hạn nhiều lần. Chạy lại lệnh và quét ngay.
zalo-login-failed = Zalo không cho đăng nhập. Kiểm tra mạng, thử lại sau ít phút.
zalo-trouble-no_login = ! Kênh Zalo chưa đăng nhập. Người vận hành chạy: npm run -s cli -- zalo-login
zalo-trouble-expired = ! Zalo không còn nhận phiên đăng nhập. Người vận hành chạy lại: npm run -s cli -- zalo-login
zalo-trouble-kicked = ! Tài khoản Zalo của Trợ lý được mở ở nơi khác nên kênh Zalo tạm dừng. Đóng Zalo ở nơi đó rồi khởi động lại dịch vụ.
zalo-trouble-unreachable = ! Chưa nối được Zalo từ 15 phút nay. Trợ lý vẫn tự thử lại; xin kiểm tra mạng của máy chủ.
