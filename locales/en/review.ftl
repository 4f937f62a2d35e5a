### Reviewing months, returning them, closing a month, and requests to change a closed one.

review-heading = Review of { $period }
review-counts = { $filed } of { $total } units have sent: { $open } to review, { $returned } returned, { $accepted } accepted
review-none = Nothing waits for review.
review-returned-units = Returned and not sent again: { $units }
review-pick = Choose a unit to see its report:
review-open-units = To review: { $units }
review-pick-name = Choose one, or type a unit's name. Later: type "duyệt tháng { $month } { $example }".
review-choice-unit = { $unit }
review-choice-mended = { $unit } (mended)
review-choice-next = Next: { $unit }
review-choice-list = To review for { $period }
review-choice-look = See { $unit } for { $period }
review-accept-all = Accept all { $n }
review-elsewhere = Other months left to review: { $months }
review-elsewhere-month = { $period } ({ $n })
review-requests = { $count ->
    [one] ! One request to change a closed month waits for an answer.
   *[other] ! { $count } requests to change closed months wait for an answer.
 }

review-month-heading = Report for { $period } · { $unit }
review-sent = Sent by { $by } at { $at }, { $punctual }
review-sent-corrected = Sent by { $by } at { $at }, { $punctual }; last corrected at { $last }
review-sent-in-time = in time
review-sent-late = { $days ->
    [one] one working day late
   *[other] { $days } working days late
 }
review-unusual = ! { $name }: { $now }, last month { $before }
review-unusual-chain = ! Carried over says { $now }, but last month closed with { $before }
review-unusual-no-data = ! No data yet: { $names }
review-unfiled = { $unit } has not sent its report for { $period }.
review-month-closed = { $period } is closed.
review-done = yes
review-not-done = no
review-was-accepted = ✓ Accepted by { $by } at { $at }.
review-was-returned = Returned by { $by } at { $at }, not sent again yet:
review-was-mended = Sent again at { $at } after it was returned:
review-was-reopened = Changed after it was accepted; to be reviewed again.
review-mended-item = - { $name }: { $from } → { $to } (returned because: { $reason })
review-mended-same = - { $name }: still { $now } (returned because: { $reason })
review-mended-again = - { $name }: told again (returned because: { $reason })
review-accept = Accept
review-accept-after-all = Withdraw the return, accept
review-return = Return
review-accepted = ✓ Accepted: { $unit }, report for { $period }.
review-left = { $n ->
    [one] One report is left to review.
   *[other] { $n } reports are left to review.
 }
review-all-done = Nothing is left to review for { $period }.
review-overtaken-sent = ! { $unit } has just sent { $period } again. Please look at the new figures first.
review-overtaken-accepted = ! The report of { $unit } for { $period } was accepted by { $by } at { $at }.
review-overtaken-returned = ! The report of { $unit } for { $period } was returned by { $by } at { $at }.

review-accept-heading = Accept { $n } reports for { $period }:
review-accept-line = { $at }. { $unit }: received { $received } · resolved { $resolved } · late { $late }
review-accepted-many = { $n ->
    [one] ✓ Accepted one report for { $period }.
   *[other] ✓ Accepted { $n } reports for { $period }.
 }
review-accepted-not = ! Not accepted, because they have just changed: { $units }

review-return-heading = Return the report for { $period } · { $unit }
review-which = Which items? Type one or more numbers, or names, such as "quá hạn, lý do".
review-which-more = Which more? Type one or more numbers, or names.
review-item = { $name }: { $shown }
review-item-documents = documents issued
review-item-activities = other activities of the month
review-why-one = Why is "{ $name }" returned? One short sentence; the staff will read it.
review-why-all = Why are these { $count } items returned ({ $names })? Type one reason for all, or choose one each.
review-each-reason = One reason each
review-more-items = Add another item
review-return-check = { $count ->
    [one] Returning one item:
   *[other] Returning { $count } items:
 }
review-returned-item = - { $name }: { $reason }
review-return-send = Send it back
review-reasons-again = Change the reasons
review-drop = Leave it
review-drop-how = Nothing was done. Type "huỷ" to leave it, or choose:
review-reason-short = Please give the reason in one short sentence.
review-reason-long = ! The reason is longer than { $max } characters. Please shorten it.
review-returned = ✓ Returned the report of { $unit } for { $period }. Told: { $names }
review-returned-nobody = ✓ Returned the report of { $unit } for { $period }. ! Nobody of the unit can be reached here; please tell them yourself.
review-returned-told = { $count ->
    [one] ! { $by } has returned the report of { $unit } for { $period }; one item is to be looked at again:
   *[other] ! { $by } has returned the report of { $unit } for { $period }; { $count } items are to be looked at again:
 }
review-returned-how = Only these are asked again. The first time of sending is kept. Type "sửa tháng { $month }" or choose:
review-choice-mend = Mend what was returned, { $period }
review-mending = { $count ->
    [one] Only the one returned item is asked again.
   *[other] Only the { $count } returned items are asked again.
 }
review-asked-again = Returned: { $name } ({ $reason })
review-mended-told = { $name } was told, to review it again.
review-mended-notice = Mended and sent again, to review ({ $count }): { $months }
review-mended-month = { $unit }, { $period }
review-mended-how = Type "duyệt tháng { $month }" or choose:

help-review =
    Coordinating:
    - "xét duyệt": see, accept or return the reports of a month
    - "khóa sổ tháng 9", "khóa sổ quý 3", "mở khóa tháng 9": close a month or a quarter, open it
    - "tổng hợp năm 2026": the year's figures and who is missing

lock-heading = Close { $period } · { $unit } and all under it
lock-filed = Sent: { $filed } of { $total } units
lock-missing = ! Not sent ({ $n }): { $units }
lock-returned = ! Returned and not sent again ({ $n }): { $units }
lock-open = To review: { $n }
lock-requests = Requests for changes waiting: { $n }
lock-question = Once closed, every change and every late report of this month needs a coordinator's yes.
lock-yes = Close { $period }
lock-done = ✓ { $period } is closed for { $unit }. To open it: type "mở khóa tháng { $period }".
lock-already = { $period } was closed for { $unit } by { $by } at { $at }.
unlock-heading = Open { $period } · { $unit } and all under it
unlock-question = Once open, the staff correct and send this month as usual.
unlock-yes = Open { $period }
unlock-done = ✓ { $period } is open for { $unit }.
unlock-needless = { $period } is not closed for { $unit }.
unlock-already = { $period } was opened for { $unit } by { $by } at { $at }.
unlock-above = ! { $period } was closed by { $above }; { $unit } cannot open it. Please ask { $above }.

change-closed = { $period } is closed: what is sent is recorded once a coordinator agrees.
change-heading = { $period } of { $unit } is closed, so it is not recorded yet. Changes:
change-heading-first = { $period } of { $unit } is closed, so it is not recorded yet. The late report:
change-figure = - { $name }: { $from } → { $to }
change-document-added = - adds the document { $name }
change-document-taken = - takes out the document { $name }
change-decides = Decided by: { $name }.
change-decides-nobody = The request is kept until a coordinator of the unit answers.
change-why = Why does it have to change? One short sentence; it is kept with the change.
change-why-first = Why is it late? One short sentence; it is kept with the report.
change-kept = ✓ Your request to change { $period } of { $unit } went to { $name }. With a yes the new figures are recorded; you are told at once.
change-kept-first = ✓ Your late report for { $period } of { $unit } went to { $name }. With a yes it is recorded; you are told at once.
change-kept-nobody = ✓ Your request to change { $period } of { $unit } is kept until a coordinator answers.
change-asked = ! { $asker } ({ $unit }) asks to change the closed { $period }, at { $at }:
change-asked-first = ! { $asker } ({ $unit }) asks to send the closed { $period } late, at { $at }:
change-asked-reason = Reason: { $reason }
change-how = Choose, or type "xét duyệt" later.
change-look = Request: { $unit }, { $period }
change-grant = Agree ({ $unit }, { $period })
change-refuse = No ({ $unit }, { $period })
change-granted = { $changed ->
    [one] ✓ Agreed. { $period } of { $unit } is recorded as { $asker } asked (one item changed).
   *[other] ✓ Agreed. { $period } of { $unit } is recorded as { $asker } asked ({ $changed } items changed).
 }
change-granted-first = ✓ Agreed. The late report for { $period } of { $unit } ({ $asker }) is recorded.
change-granted-told = { $changed ->
    [one] ✓ { $by } agrees. { $period } of { $unit } is recorded (one item changed). Receipt: { $receipt }
   *[other] ✓ { $by } agrees. { $period } of { $unit } is recorded ({ $changed } items changed). Receipt: { $receipt }
 }
change-granted-told-first = ✓ { $by } agrees. The late report for { $period } of { $unit } is recorded. Receipt: { $receipt }
change-refuse-heading = No change of { $period } of { $unit }.
change-refuse-why = Why? One short sentence for { $asker }.
change-refused = ✓ { $asker } was told: { $period } of { $unit } stays as it is.
change-refused-told = ! { $by } does not agree to change { $period } of { $unit }; what is recorded stays. Reason: { $reason }
change-was-granted = The request to change { $period } of { $unit } was granted by { $by } at { $at }.
change-was-refused = The request to change { $period } of { $unit } was refused by { $by } at { $at }.
change-was-replaced = This request is void: { $by } sent { $period } of { $unit } again at { $at }.

