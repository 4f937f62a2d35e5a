### An internal audit told in a monthly report whose report is still missing.

audit-told = audited on { $days }, the audit report is still missing
audit-told-of = { $name } ({ $told })
