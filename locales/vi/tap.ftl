# Lựa chọn vừa bấm, đứng đầu câu hỏi tiếp theo khi câu hỏi đó thay chỗ tin cũ.
tap-chosen = ✓ { $choice }
