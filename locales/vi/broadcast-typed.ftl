# Thông báo: điều phát hiện khi soạn bằng một tin, và khi nội dung chưa có gì.
broadcast-too-short = ! Nội dung "{ $text }" chưa nói gì. Xin gõ ít nhất vài chữ.
broadcast-units-of = { $units }/{ $of }
