### Tin báo cho cán bộ: báo cáo được chấp nhận, khóa sổ, mở khóa.

news-accepted = ✓ { $by } đã chấp nhận báo cáo { $months } của { $units }. Cảm ơn anh/chị.
news-locked = { $by } đã khóa sổ { $months } của { $units }. Từ nay muốn sửa hoặc gửi muộn vẫn gõ như cũ; điều phối viên đồng ý thì mới được ghi.
news-unlocked = { $by } đã mở khóa { $months } của { $units }. Anh/chị sửa và gửi như thường.
news-month = tháng { $period }
news-months = tháng { $months } năm { $year }
news-year = năm { $year }
