# Thiết lập sai trong .env: điều gì sai (không nhắc lại giá trị, vì có thể là bí mật) và ghi thế nào cho đúng.
settings-wrong = ! Cấu hình chưa đúng (.env hoặc biến môi trường):
settings-wrong-line = - { $name }: { $fault } { $remedy }
settings-wrong-see = Sửa rồi chạy lại. Xem .env.example và docs/vi/van-hanh.md.

settings-fault-unknown_word = không có lựa chọn như đã ghi.
settings-fault-not_whole = không phải là số nguyên.
settings-fault-out_of_range = số nằm ngoài khoảng cho phép.
settings-fault-unprintable = có ký tự xuống dòng hoặc ký tự không in được.
settings-fault-too_long = quá dài.
settings-fault-too_short = quá ngắn, không đủ an toàn.
settings-fault-not_ids = không phải là danh sách mã văn bản.
settings-fault-not_host = không phải là tên máy hay địa chỉ máy.
settings-fault-not_http = không phải là địa chỉ bắt đầu bằng http:// hoặc https://.
settings-fault-not_https = phải là địa chỉ https.
settings-fault-not_token = không phải là mã bot.
settings-fault-not_webhook_secret = quá ngắn, quá dài, hoặc có ký tự không được dùng.
settings-fault-not_gap = không phải là một khoảng giây.
settings-fault-missing = chưa đặt, mà các thiết lập khác cần đến.
settings-fault-unusable = không dùng được như đã ghi.

settings-remedy-DATA_DIR = Ghi đường dẫn một thư mục trên một dòng, ví dụ DATA_DIR=/srv/tro-ly-iso; để trống là thư mục data.
settings-remedy-LOG_LEVEL = Ghi debug, info, warn hoặc error, chữ thường, ví dụ LOG_LEVEL=info; để trống là info.
settings-remedy-REPORT_WINDOW = Ghi calendar_month (từ ngày 1) hoặc 15-14, ví dụ REPORT_WINDOW=calendar_month; để trống là calendar_month.
settings-remedy-RATIO_MODE = Ghi truncate (cắt) hoặc round (làm tròn), ví dụ RATIO_MODE=truncate; để trống là truncate.
settings-remedy-RATIO_DECIMALS = Ghi số chữ số thập phân, từ 0 đến 6, ví dụ RATIO_DECIMALS=2; để trống là 2.
settings-remedy-STANDARD_CODE = Ghi tên tiêu chuẩn trên một dòng, không quá 200 ký tự, ví dụ STANDARD_CODE=TCVN ISO 9001:2015; để trống cũng là tên ấy.
settings-remedy-DIRECTIVES = Ghi các mã cách nhau bằng dấu phẩy, ví dụ DIRECTIVES=dong-nai-821-2021, quang-ngai-2021; để trống là áp dụng tất cả.
settings-remedy-WEB_CHAT_HOST = Ghi địa chỉ, không kèm http:// và số cổng, ví dụ WEB_CHAT_HOST=127.0.0.1; để trống cũng là 127.0.0.1.
settings-remedy-WEB_CHAT_PORT = Ghi một số từ 0 đến 65535 (0 là cổng trống bất kỳ), ví dụ WEB_CHAT_PORT=3000; để trống là 3000.
settings-remedy-WEB_CHAT_SECRET = Đặt mật khẩu từ 16 ký tự, ví dụ in bằng lệnh openssl rand -hex 16. Chỉ được để trống khi WEB_CHAT_HOST là 127.0.0.1.
settings-remedy-ZALO_KEY = Đặt khoá từ 32 ký tự ngẫu nhiên, ví dụ in bằng lệnh openssl rand -hex 32; để trống thì không dùng Zalo.
settings-remedy-ZALO_LOGIN_FILE = Ghi đường dẫn một tệp trên một dòng, ví dụ ZALO_LOGIN_FILE=/srv/tro-ly-iso/zalo-personal.login; để trống thì tệp nằm trong thư mục dữ liệu.
settings-remedy-ZALO_GAP_SECONDS = Ghi số giây ít nhất và nhiều nhất, nối bằng dấu gạch, ví dụ ZALO_GAP_SECONDS=2-4; để trống là 2-4.
settings-remedy-ZALO_DAILY_MAX = Ghi số tin tối đa mỗi ngày, từ 1 đến 100000, ví dụ ZALO_DAILY_MAX=1000; để trống là 1000.
settings-remedy-TELEGRAM_BOT_TOKEN = Chép nguyên mã @BotFather đã cấp, có dạng 123456789:AAE…; để trống thì không dùng Telegram.
settings-remedy-TELEGRAM_API_ROOT = Ghi địa chỉ máy chủ Bot API, ví dụ TELEGRAM_API_ROOT=https://api.telegram.org; để trống cũng là địa chỉ ấy.
settings-remedy-TELEGRAM_PROXY_URL = Ghi proxy HTTP (không nhận SOCKS), ví dụ TELEGRAM_PROXY_URL=http://proxy.example.vn:3128; để trống là đi thẳng.
settings-remedy-TELEGRAM_WEBHOOK_URL = Ghi địa chỉ https mà Telegram gọi đến được, ví dụ TELEGRAM_WEBHOOK_URL=https://bot.example.vn/telegram; để trống là hỏi định kỳ.
settings-remedy-TELEGRAM_WEBHOOK_SECRET = Đặt mật khẩu 16 đến 256 ký tự, chỉ gồm A-Z a-z 0-9 _ -, ví dụ in bằng lệnh openssl rand -hex 32; bắt buộc khi đặt TELEGRAM_WEBHOOK_URL.
settings-remedy-TELEGRAM_WEBHOOK_HOST = Ghi địa chỉ lắng nghe, không kèm https:// và số cổng, ví dụ TELEGRAM_WEBHOOK_HOST=127.0.0.1; để trống cũng là 127.0.0.1.
settings-remedy-TELEGRAM_WEBHOOK_PORT = Ghi một số từ 0 đến 65535, ví dụ TELEGRAM_WEBHOOK_PORT=8443; để trống là 8443.

settings-host-unknown = ! Máy này không có địa chỉ đã ghi ở WEB_CHAT_HOST. Đặt WEB_CHAT_HOST=127.0.0.1 hoặc một địa chỉ của máy này.
