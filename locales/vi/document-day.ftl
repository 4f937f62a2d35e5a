# Ngày viết sau tên một việc (đánh giá nội bộ, cuộc họp): chưa chắc là ngày của văn bản.
defect-unsure_date = ! { $document }: ngày { $written } là ngày ký văn bản hay ngày của việc nêu trong trích yếu?
