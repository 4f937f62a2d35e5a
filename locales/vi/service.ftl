# Dịch vụ lúc chạy và lúc dừng: in ra màn hình của người quản trị.
service-practice = Trợ lý ISO · chế độ tập huấn: mọi đơn vị, người và số liệu đều là số liệu minh hoạ.
service-practice-url = Mở trình duyệt: { $url }
service-practice-code = Mã thử đăng ký: { $code } (trên trang, chọn "Người mới, chưa đăng ký" rồi gửi mã này)
service-practice-folder = Dữ liệu tập huấn ở { $folder }, tách hẳn dữ liệu thật. Muốn làm lại từ đầu: dừng dịch vụ, xoá thư mục đó, chạy lại.
service-practice-next = Khi làm thật: nhập danh sách bằng lệnh npm run -s cli -- import TỆP.xlsx, đặt kênh chat ({ $settings }) trong tệp .env, rồi chạy lại. Xem .env.example.
service-practice-roster = Đã có danh sách thật ({ $units } đơn vị, { $people } người) nhưng chưa có kênh chat nên chưa chạy thật. Đặt { $settings } trong tệp .env, rồi chạy lại. Xem .env.example.
service-practice-real-unread = ! Không đọc được dữ liệu thật. Xem lý do: npm run -s cli -- doctor
service-real = Trợ lý ISO · đang chạy với dữ liệu thật ở { $folder }.
service-real-door = Kênh { $name }: { $detail }
service-real-no-roster = ! Chưa có danh sách đơn vị và người. Nhập bằng lệnh: npm run -s cli -- import TỆP.xlsx (không cần dừng dịch vụ).
service-real-roster = Danh sách: { $units } đơn vị, { $people } người.
service-how-to-stop = Dừng: Ctrl-C.
service-stopping = Đang dừng…
service-stopped = Đã dừng. Lần chạy sau tiếp tục từ đây.
service-stopped-late = Đã dừng sau { $seconds } giây chờ; việc gửi dở sẽ được làm tiếp ở lần chạy sau.

service-folder-in-use = ! Một dịch vụ khác đang chạy trên thư mục { $folder }. Dừng dịch vụ đó, hoặc đặt DATA_DIR ở thư mục khác.
service-folder-denied = ! Không ghi được vào thư mục { $folder }. Cấp quyền ghi cho tài khoản chạy dịch vụ, hoặc đặt DATA_DIR ở nơi khác.
service-folder-foreign = ! Thư mục { $folder } đang chứa { $known ->
    [real] dữ liệu thật
    [practice] dữ liệu tập huấn
   *[other] dữ liệu của một kịch bản diễn thử
 }, không dùng cho việc này được. Đặt DATA_DIR ở thư mục khác.
service-port-taken = ! Cổng { $port } đang được chương trình khác dùng. Dừng chương trình đó, hoặc đặt WEB_CHAT_PORT là cổng còn trống, ví dụ { $free }.
service-port-denied = ! Không được phép dùng cổng { $port }. Đặt WEB_CHAT_PORT là một số trên 1023.
service-failed = ! Không khởi động được: { $why }
