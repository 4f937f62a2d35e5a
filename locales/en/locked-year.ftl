### Closing a whole year, and asking to change what was said for a year that is closed.

lock-year-heading = Close { $year } · { $unit } and all units under it
lock-year-filed = Sent: { $filed }/{ $total } monthly reports
lock-year-missing = ! Not all months sent ({ $n }): { $units }
lock-year-question = Once closed, every change of the twelve months and of what is said for the year needs a coordinator's yes.
lock-year-yes = Close { $year }
lock-year-done = ✓ { $year } is closed for { $unit }: the twelve months and what is said for the year. To open it again type "mở khóa năm { $year }".
lock-year-already = All twelve months of { $year } are closed for { $unit }.
lock-year-future = ! The last month of { $year } has not begun, so the year cannot be closed as a whole yet. Close a month: type "khóa sổ tháng { $month }".
unlock-year-heading = Open { $year } again · { $unit } and all units under it
unlock-year-question = Once open, staff correct and send the months and what is said for the year as usual.
unlock-year-yes = Open { $year }
unlock-year-done = ✓ { $year } is open again for { $unit }.
unlock-year-needless = No month of { $year } is closed for { $unit }.

year-closed = All twelve months of { $year } are closed: what you send is recorded once a coordinator agrees.
change-year-heading = { $year } of { $unit } is closed, so nothing was recorded yet. The change:
change-year-kept = ✓ Your request to change what is said for { $year } of { $unit } went to { $name }. It is recorded once they agree; you will be told at once.
change-year-kept-nobody = ✓ Your request to change what is said for { $year } of { $unit } is kept until a coordinator answers.
change-year-asked = ! { $asker } ({ $unit }) asks to change what is said for { $year }, which is closed, at { $at }:
change-year-look = Request: { $unit }, { $year }
change-year-grant = Agree ({ $unit }, { $year })
change-year-refuse = No ({ $unit }, { $year })
change-year-granted = ✓ Agreed. What is said for { $year } of { $unit } is recorded as { $asker } asked ({ $changed } changed).
change-year-granted-told = ✓ { $by } agreed. What is said for { $year } of { $unit } is recorded ({ $changed } changed).
change-year-refuse-heading = No to changing what is said for { $year } of { $unit }.
change-year-refused = ✓ { $asker } was told: what is said for { $year } of { $unit } stays as it is.
change-year-refused-told = ! { $by } does not agree to changing what is said for { $year } of { $unit }; it stays as recorded. Reason: { $reason }
change-year-was-granted = The request to change what is said for { $year } of { $unit } was agreed to by { $by } at { $at }.
change-year-was-refused = The request to change what is said for { $year } of { $unit } was refused by { $by } at { $at }.
change-year-was-replaced = This request is void: { $by } sent what is said for { $year } of { $unit } again at { $at }.
