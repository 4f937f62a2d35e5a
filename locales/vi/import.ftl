# Nhập danh sách đơn vị và cán bộ (lệnh import): in ra màn hình của người quản trị.
import-read = Đã đọc { $rows } dòng trong { $file }.
import-units = Đơn vị: { $added } mới, { $changed } thay đổi, { $unchanged } giữ nguyên.
import-people = Người: { $added } mới, { $changed } thay đổi, { $unchanged } giữ nguyên.
import-changed-units = Đơn vị thay đổi: { $codes }
import-changed-people = Người thay đổi: { $codes }
import-more = … và { $count } mục nữa.
import-unused-columns = Không dùng các cột: { $columns }.
import-dates = Ngày hiệu lực đã đọc (ngày/tháng/năm), xin đối chiếu:
import-date-line = { "  " }dòng { $line }: từ { $from } đến { $to }
import-date-open = không ghi
import-no-refusals = Không có dòng nào bị từ chối.
import-refused = Từ chối { $rows } dòng (các dòng khác đã được ghi). Sửa trong tệp rồi nhập lại cả tệp:
import-refused-all = Không dòng nào dùng được, chưa ghi gì. Sửa trong tệp rồi nhập lại:
import-refused-line = { "  " }dòng { $line }, cột { $column }: { $why }
import-codes = Đã tạo { $count } mã đăng ký trong tệp { $file } (dùng đến hết ngày { $until }).
import-codes-next = Phát mã cho từng người, mỗi mã dùng một lần; phát xong thì xóa tệp này vì mã không xem lại được ở đâu khác.
import-no-codes = Không cần mã đăng ký mới: ai cũng đã đăng ký hoặc đang có mã.
import-empty = { $file } có tiêu đề cột nhưng không có dòng nào bên dưới. Điền danh sách rồi nhập lại.

# Tên cột, loại đơn vị và vai trò, viết như trong tệp mẫu.
import-column-unit_code = Mã đơn vị
import-column-unit_name = Tên đơn vị
import-column-unit_kind = Loại đơn vị
import-column-parent_code = Mã đơn vị cấp trên
import-column-person_code = Mã người
import-column-person_name = Họ và tên
import-column-role = Vai trò
import-column-phone = Điện thoại
import-column-valid_from = Hiệu lực từ
import-column-valid_to = Hiệu lực đến
import-column-successor_code = Mã đơn vị kế thừa
import-column = "{ $title }" ({ $name })
import-role-staff = cán bộ
import-role-coordinator = điều phối viên
import-role-leader = lãnh đạo
import-role-admin = quản trị

# Lý do từ chối một dòng và cách sửa.
import-why-missing = để trống. Điền vào ô này.
import-why-too_long = quá dài (tối đa 200 ký tự). Rút gọn lại.
import-why-bad_code = "{ $value }" không dùng làm mã được. Mã dài tối đa 64 ký tự, không có dấu hai chấm.
import-why-unknown_kind = không rõ loại đơn vị "{ $value }". Ghi một trong: tỉnh, sở, văn phòng, huyện, cụm, xã, phường, đặc khu.
import-why-unknown_role = không rõ vai trò "{ $value }". Ghi một trong: cán bộ, điều phối viên, lãnh đạo, quản trị.
import-why-bad_date = "{ $value }" không phải là ngày. Ghi theo dạng ngày/tháng/năm, ví dụ 01/07/2025.
import-why-from_after_to = ngày bắt đầu "{ $value }" sau ngày kết thúc. Xem lại hai ngày.
import-why-bad_phone = "{ $value }" không phải là số điện thoại. Ghi một số duy nhất, ví dụ 0912 345 678, hoặc để trống.
import-why-unit_differs = "{ $value }" khác với dòng { $other } của cùng đơn vị. Ghi giống nhau ở mọi dòng.
import-why-person_differs = "{ $value }" khác với dòng { $other } của cùng mã người. Hai người thì dùng hai mã; một người thì ghi giống nhau.
import-why-repeated = "{ $value }" đã có ở dòng { $other }. Bỏ một trong hai dòng.
import-why-unknown_parent = không có đơn vị nào mã "{ $value }". Thêm một dòng cho đơn vị cấp trên đó, hoặc sửa mã.
import-why-unknown_successor = không có đơn vị nào mã "{ $value }". Thêm một dòng cho đơn vị kế thừa đó, hoặc sửa mã.
import-why-parent_ring = "{ $value }" là cấp trên, nhưng lại nằm dưới chính đơn vị này. Sửa mã cấp trên.
import-why-successor_ring = "{ $value }" kế thừa, nhưng lại được chính đơn vị này kế thừa. Sửa mã kế thừa.
import-why-parent_refused = đơn vị cấp trên "{ $value }" bị từ chối ở dòng { $other }. Sửa dòng { $other } là đủ.
import-why-successor_refused = đơn vị kế thừa "{ $value }" bị từ chối ở dòng { $other }. Sửa dòng { $other } là đủ.
import-why-unit_refused = đơn vị "{ $value }" bị từ chối ở dòng { $other }. Sửa dòng { $other } là đủ.

# Vì sao không đọc được tệp.
import-file-file_missing = Không có tệp { $file }. Kiểm tra lại tên tệp và thư mục.
import-file-not_a_spreadsheet = { $file } không phải là bảng tính .xlsx hoặc .csv. Mở bằng Excel, chọn "Lưu thành" dạng .xlsx rồi nhập lại.
import-file-old_excel = { $file } là bảng tính Excel cũ (.xls). Mở bằng Excel, chọn "Lưu thành" dạng .xlsx rồi nhập lại.
import-file-not_utf8 = { $file } lưu bằng bảng mã cũ nên mất dấu tiếng Việt. Trong Excel, chọn "Lưu thành" dạng .xlsx hoặc "CSV UTF-8" rồi nhập lại.
import-file-broken_quotes = { $file } có dấu ngoặc kép mở ra mà không đóng, gần dòng { $line }. Sửa dòng đó rồi nhập lại.
import-file-too_large = { $file } lớn { $megabytes } MB, quá giới hạn { $limit } MB. Bỏ hình ảnh và các trang tính khác, hoặc chia thành nhiều tệp.
import-file-too_many_rows = { $file } có { $rows } dòng, quá giới hạn { $limit } dòng. Chia thành nhiều tệp rồi nhập lần lượt.
import-file-no_header = Không tìm thấy dòng tiêu đề cột trong { $file } (chỉ xem 20 dòng đầu của trang tính đầu tiên). Dòng đầu hiện có: "{ $found }". Xem tệp mẫu docs/samples/danh-sach-mau.xlsx.
import-file-column_missing = { $file } thiếu cột: { $columns }. Các cột hiện có: { $found }. Thêm cột (có thể để trống ô) rồi nhập lại.
import-file-column_twice = { $file } có hai cột cùng là { $column }, cột sau tên "{ $header }". Bỏ một cột rồi nhập lại.

# Tiêu đề cột của tệp mã đăng ký.
import-codes-unit = Đơn vị
import-codes-person = Người
import-codes-role = Vai trò
import-codes-code = Mã đăng ký
import-codes-expires = Dùng đến hết ngày
