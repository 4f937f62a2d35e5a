# The monthly report.
check-in-heading = Report for { $period } · { $unit }
check-in-correcting = Correcting the report for { $period } · { $unit }. The first filing time stays.
check-in-due = Due: { $due }
check-in-due-carried = Due: { $due } · Carried over: { $n } dossiers
check-in-window = Figures from { $from } to { $to }
check-in-hint = You can type the whole month at once, for example: nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 2
check-in-already-filed = The report for { $period } of { $unit } was sent by { $by } at { $at }.
check-in-review = Check before sending · { $period } · { $unit }
check-in-review-which = Type the number of the line that is wrong.
check-in-review-how = If it is right, send it; otherwise type the number of the line to change.
check-in-other-month = ! This is the report for { $open }, but what you typed speaks of { $said }. Which one?

ask-carried_over = How many pending dossiers were carried over from the month before?
ask-received = How many dossiers were received in { $period }? Type a number.
ask-received-again = How many dossiers were received in { $period }, and how many of these online? Type two numbers in order, such as 215, 150
ask-received_online = Of { $received } received, how many online? The rest were in person.
ask-resolved = How many were resolved: early, on time, late? Type three numbers in order, for example 180, 34, 2
ask-resolved-rest = Resolved: { $names }? { $count ->
    [1] Type a number.
   *[other] Type { $count } numbers in order.
 }
ask-resolved-rest-of = Of { $total } resolved: { $names }? { $count ->
    [1] Type a number.
   *[other] Type { $count } numbers in order.
 }
ask-pending = How many are pending at the end of the month: in time, overdue? Type two numbers, for example 5, 0
ask-pending-rest = How many are pending { $names } at the end of the month? Type a number.
ask-pending_overdue = Of { $total } pending, how many are overdue?
ask-late_reason = Why { $n ->
    [one] was { $n } dossier
   *[other] were { $n } dossiers
 } late? One short sentence; it goes into the annual report.
ask-procedures_total = How many procedures are within the unit's authority now?
ask-activities = Apart from dossiers, did any of these happen in { $period }? Tap, or type one or more numbers.
ask-activities-more = Anything else in { $period }?
ask-procedures = Procedures changed: { $names }?
ask-procedures-example = { $count ->
    [1] Type a number.
    [2] Type two numbers in order, for example 2, 0
   *[other] Type three numbers in order, for example 12, 5, 3
 }
ask-findings = Result of the internal audit, number of: { $names }?
ask-findings-example = { $count ->
    [1] Type a number.
    [2] Type two numbers in order, for example 0, 4
    [3] Type three numbers in order, for example 0, 4, 0
   *[other] Type four numbers in order, for example 1, 0, 4, 0
 }
ask-training = ISO training: { $names }?
ask-training-example = { $count ->
    [1] Type a number.
   *[other] Type two numbers in order, for example 2, 0
 }
ask-date = { $name }? Type day and month, for example 17/9
ask-documents = Which documents were issued? One a line, for example: Kế hoạch số 15/KH-UBND ngày 18/2/2021 về duy trì HTQLCL
ask-difficulties = Difficulties this month? One or two short sentences.

choice-activity-procedures = Procedures changed
choice-activity-documents = Documents issued
choice-activity-audit = Internal audit
choice-activity-corrective = Corrective action
choice-activity-review = Management review
choice-activity-training = Training
choice-activity-difficulties = Difficulties

summary-carried-over = Carried over: { $n }
summary-received = Received: { $total } ({ $parts })
summary-received-total = Received: { $total }
summary-resolved = Resolved: { $total } ({ $parts })
summary-resolved-total = Resolved: { $total }
summary-part = { $name } { $n }
summary-pending = Pending: { $total } ({ $parts })
summary-pending-total = Pending: { $total }
summary-late-reason = Reason for the delay: { $reason }
summary-procedures = Procedures: { $total } ({ $parts })
summary-procedures-unchanged = Procedures: { $total }, unchanged
summary-audit = Internal audit: { $date } ({ $findings })
summary-audit-date = Internal audit: { $date }
summary-audit-none = Internal audit: not done this month
summary-corrective = Corrective action: { $date }
summary-review = Management review: { $date }
summary-training = Training: { $parts }
summary-difficulties = Difficulties: { $text }
summary-documents = Documents issued: { $count } ({ $names })
summary-documents-none = Documents issued: none given yet
summary-no-activity = Other activities: none

# Short names of the numbers inside one question.
slot-received_online = online
slot-received_direct = in person
slot-resolved_early = early
slot-resolved_on_time = on time
slot-resolved_late = late
slot-pending_in_time = in time
slot-pending_overdue = overdue
slot-procedures_amended = amended
slot-procedures_new = new
slot-procedures_repealed = repealed
slot-minor_nonconformities = minor nonconformities
slot-major_nonconformities = major nonconformities
slot-recommendations = recommendations
slot-observations = observations
slot-training_attendees = people sent
slot-training_courses_hosted = courses hosted
