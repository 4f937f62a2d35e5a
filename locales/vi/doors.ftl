# Tin về các kênh: báo cho quản trị và người phụ trách.
door-telegram = Telegram
door-zalo-personal = Zalo
door-zalo-bot = Zalo Bot
door-web-chat = trang trò chuyện
door-play = diễn thử
door-stuck = ! Kênh { $door } đang gián đoạn: { $messages } tin của { $people } người còn chờ, vì họ chưa đăng ký kênh khác. Tin sẽ tự đi khi kênh hoạt động lại.
door-replaced = ! Tài khoản { $door } của Trợ lý đã thay: { $count } người không nhận được tin cho đến khi đăng ký lại bằng mã mới.
door-replaced-who = { $people }.
door-replaced-more = và { $n } người khác
door-replaced-how = Người vận hành cấp mã: npm run -s cli -- code MÃ_NGƯỜI
door-person = { $name } ({ $unit })
zalo-back = Kênh Zalo đã hoạt động lại. Gián đoạn từ { $from } đến { $to }.
zalo-was-no_login = Lý do: kênh chưa đăng nhập, hoặc phiên đăng nhập không mở được.
zalo-was-expired = Lý do: Zalo không còn nhận phiên đăng nhập cũ.
zalo-was-kicked = Lý do: tài khoản Zalo của Trợ lý được mở ở nơi khác.
zalo-was-unreachable = Lý do: máy chủ không nối được Zalo.
