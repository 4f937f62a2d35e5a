# Tên các loại văn bản của hệ thống quản lý chất lượng.
document-document_list = danh mục tài liệu HTQLCL
document-steering_committee_renewed = quyết định kiện toàn Ban chỉ đạo ISO
document-steering_committee_regulation = quy chế hoạt động của Ban chỉ đạo ISO
document-quality_policy = quyết định ban hành chính sách chất lượng
document-quality_objectives = quyết định ban hành mục tiêu chất lượng
document-maintenance_plan = kế hoạch duy trì, cải tiến HTQLCL
document-audit_plan = kế hoạch đánh giá nội bộ
document-audit_report = báo cáo đánh giá nội bộ
document-annual_report = báo cáo năm
document-qms_document_set = quyết định ban hành hệ thống tài liệu, quy trình nội bộ
document-qms_announcement = quyết định công bố HTQLCL
document-training = văn bản về tập huấn
document-corrective_action_record = biên bản kiểm tra hành động khắc phục
document-management_review_record = biên bản họp xem xét của lãnh đạo
document-other = văn bản khác
