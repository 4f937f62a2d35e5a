### A month first sent after it was closed: it waits for a coordinator's yes, and its first time of sending is kept.

first-kept = ✓ Your report for { $period } of { $unit } went to { $name }: the month is closed, so it is recorded with a yes. It counts as first sent at { $at }, in time; you are told of the answer at once.
first-kept-nobody = ✓ The report for { $period } of { $unit } is kept until a coordinator agrees to record it. It counts as first sent at { $at }.
first-asked = ! { $asker } ({ $unit }) sent the report for { $period }, which is closed, at { $at }, still in time:
first-look = Report waiting for a yes: { $unit }, { $period }
first-granted = ✓ Agreed. The report of { $unit } for { $period } ({ $asker }) is recorded, first sent at { $at }, in time.
first-granted-told = ✓ { $by } agreed. The report for { $period } of { $unit } is recorded, first sent at { $at }, in time. Receipt: { $receipt }
first-refused = ✓ { $asker } was told: the report for { $period } of { $unit } is not recorded.
first-refused-told = ! { $by } did not agree to record the report for { $period } of { $unit }; it is not recorded. Reason: { $reason }
    Please look at it and send it again: type "nộp báo cáo tháng { $month }".

awaits-yes = sent at { $at }, waits for a yes
awaits-yes-unit = { $unit } (sent, waits for a yes)
awaits-yes-months = { $months }; of these { $awaited } sent, waiting for a yes
awaits-yes-own = Sent at { $at }; the month is closed, so it waits for a coordinator's yes.
awaits-yes-late = { $name } sent after the month was closed, waiting for a coordinator's yes: { $count ->
    [one] one unit
   *[other] { $count } units
 } · { $units }
awaits-yes-mine = Sent, waiting for a coordinator's yes: { $names }
awaits-yes-menu = Report for { $period } of { $unit }: sent at { $at }, waits for a coordinator's yes.
awaits-yes-review = { $unit } sent the report for { $period } at { $at }; the month is closed, so it waits for a coordinator's yes.

### Returned after it was closed, and closing several months at once.

mend-closed = { $period } is closed: what was returned is recorded when it is sent; any other change needs a coordinator's yes.
mend-closed-told = { $period } is closed, but these can be mended at once, without asking.
mend-closed-returned = The month is closed: the unit can mend exactly these; anything else still needs a yes.

lock-span-heading = Close { $span } · { $unit } and all under it
lock-span-question = Once closed, every change and every late report of these { $n } months needs a coordinator's yes.
lock-span-yes = Close { $span }
lock-span-done = ✓ Closed for { $unit }: { $span }, { $n } months. To open them: type "mở khóa" and which months.
lock-span-already = { $unit }: all { $n } months of { $span } are closed.
lock-span-future = ! The last month of { $span } has not begun, so its { $n } months cannot be closed at once. Month by month: type "khóa sổ tháng { $month }".
unlock-span-heading = Open { $span } · { $unit } and all under it
unlock-span-question = Once open, the staff correct and send these { $n } months as usual.
unlock-span-yes = Open { $span }
unlock-span-done = ✓ Opened for { $unit }: { $span }.
unlock-span-needless = { $unit }: no month of { $span } is closed.
