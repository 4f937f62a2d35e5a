# A day written behind something that is held (an audit, a meeting) may not be the document's.
defect-unsure_date = ! { $document }: was it signed on { $written }, or is that the day of what it is about?
