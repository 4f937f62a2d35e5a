# Names of the documents of the quality management system.
document-document_list = list of QMS documents
document-steering_committee_renewed = decision renewing the ISO steering committee
document-steering_committee_regulation = regulation of the ISO steering committee
document-quality_policy = decision on the quality policy
document-quality_objectives = decision on the quality objectives
document-maintenance_plan = plan to maintain and improve the QMS
document-audit_plan = internal audit plan
document-audit_report = internal audit report
document-annual_report = annual report
document-qms_document_set = decision issuing the document set and internal processes
document-qms_announcement = decision announcing the QMS
document-training = training document
document-corrective_action_record = record of corrective action
document-management_review_record = minutes of the management review
document-other = other document
