### "Nhắc …" vừa có thể là nhắc đơn vị, vừa có thể là nhắc lại chính người nói.

remind-whom = Anh/chị muốn nhắc ai?
remind-whom-unit = Nhắc { $unit }
remind-whom-me = Nhắc tôi lúc { $at }
