# Sentences of the reception: greeting, enrolment, commands, what was sent.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
value-day = { $weekday } { $date }
value-time-day = { $time } on { $date }

enrol-stranger = Trợ lý ISO serves officials who have been given a code. Please send your enrolment code, or ask your coordinator for one; without a code, type "xin tham gia".
enrol-refused = That code is not right or no longer valid. Please check it, or ask your coordinator for another.
enrol-too-many = Too many codes were tried. Please try again in an hour, or ask your coordinator.
enrol-welcome = ✓ Welcome, { $name }. Enrolled: { $roles }.
enrol-role = { $role } · { $unit }
enrol-privacy = Only your name, unit, role, chat address and the figures you send are kept. Do not send secret documents, identity numbers or citizens' data.
role-staff = reporting staff
role-coordinator = coordinator
role-leader = leader
role-admin = administrator

menu-greeting = Hello { $name }.
menu-month-open = The report for { $period } of { $unit } has not been sent; due { $due }.
menu-month-draft = The report for { $period } of { $unit } is half done; due { $due }.
menu-month-filed = The report for { $period } of { $unit } was sent at { $at }.
menu-staff = Type the whole month in one message, or choose:
menu-reader = Type "tình hình" (status), "ai chưa nộp" (who is missing) or "báo cáo năm { $year } { $unit }".
menu-paused = The report for { $period } is half done.
help-staff =
    What you can do:
    - "báo cáo tháng 9": send a month's figures
    - "sửa tháng 9": correct a month already sent
    - "báo cáo năm 2021": get the annual report (Word)
    - "bổ sung báo cáo năm 2021": fill in what the year still lacks
    - "tình hình": what was sent, what is missing
help-reader =
    What you can do:
    - "tình hình": how many units have reported, the month's figures
    - "ai chưa nộp": the units that have not reported
    - "báo cáo năm 2021 đức thuận": a unit's annual report (Word)
own-code = Code for another phone or channel: { $code } (once, within { $days } days). Send it to the assistant there.
whoami = { $name } ({ $roles })
whoami-role = { $role } · { $unit }

filed-early = ✓ The report for { $period } was sent at { $at }, { $days } working { $days ->
    [one] day
   *[other] days
 } early. Receipt: { $receipt }
filed-on-time = ✓ The report for { $period } was sent at { $at }, on time. Receipt: { $receipt }
filed-late = ✓ The report for { $period } was sent at { $at }, { $days } working { $days ->
    [one] day
   *[other] days
 } late. Receipt: { $receipt }
filed-unchanged = ✓ Nothing changed in the report for { $period }. Its first filing stays: { $first }. Receipt: { $receipt }
filed-correction = ✓ The report for { $period } was corrected ({ $changed } figures changed). First sent: { $first }, unchanged. Receipt: { $receipt }
filed-corrective-due = Corrective action is due { $due } ({ $days } days from the audit).
filed-corrective-day = Corrective action is due { $due }.
filed-gaps = No data yet for: { $names }. When you have it, type "sửa tháng { $month }".
filed-chain = ! The report for { $next } says { $carried } carried over, but this month now leaves { $pending }. The report for { $next } needs correcting.
filed-next = Next: the report for { $period } of { $unit }, due { $due }.
filed-year = ✓ Saved for { $year } ({ $changed } items).

pick-unit = Of which unit?
pick-unit-many = There are many units. Please type the unit's name as well, for example "{ $example }".
no-unit-named = ! There is no unit "{ $name }" within your reach.
not-allowed-file = Figures are sent and corrected by the unit's own staff; you can read the status and the annual report.
not-allowed = This is not within your role. For help, please contact your coordinator.
period-future = ! { $period } has not come yet; there is nothing to report.
period-running = { $period } has not ended; you may send it now and correct it later.
nothing-filed = The report for { $period } has not been sent; there is nothing to correct.
other-draft = { $draft } is half done. Go on with it or discard it?
draft-month = The report for { $period } ({ $unit })
draft-year = The completion of the annual report { $year } ({ $unit })
choice-drop-supplement = Discard it, complete the annual report { $year }
choice-drop-draft = Discard it, report { $period } of { $unit }
button-old = That button belongs to an old message.
later = All right. When you have the figures, type them here; your answers are kept.
language-changed = The language is now English.

private-identity_number = ! The message seems to hold an identity number and was not stored. Please send totals only.
private-secrecy_mark = ! The message seems to be classified and was not stored. Do not send secret contents through this channel.
private-citizen_name = ! The message holds a citizen's name and was not stored. Please send totals only.
too-long = ! The message is too long ({ $n } characters, at most { $max }). Please split it.
unsupported = Only text can be read. Please type the figures; files and pictures are not accepted.

report-ready = Annual report { $year } · { $unit } (draft; number, date and signature are blank).
report-data = Figures from { $from } to { $to }: { $months }/{ $of } months sent.
report-complete = Nothing is missing.
report-gaps = { $count } items are missing and marked in the file:
report-gaps-months = - Months not sent: { $months }/{ $year }
report-gaps-figures = - Figures: { $names }
report-gaps-words = - Texts: { $names }
report-gaps-documents = - Documents: { $names }
report-gap-months = { $name } (month { $months })
report-none = No month of { $year } has been sent for { $unit }; the report cannot be made yet.
report-file = bao-cao-nam-{ $year }-{ $unit }.docx

missing-more = { $units } and { $more } more

remind-month = Hello { $name }, it is time for the report of { $period }.
remind-units = You report for { $count } units that are still open: { $units }.
remind-open-draft = Hello { $name }, it is time for the report of { $period } ({ $unit }), due { $due }. What follows is still open; when it is done, type "báo cáo tháng { $month }".
restart-question = Discard your answers and start again?
choice-discard = Discard, start again
file-unmade = ! The file you asked for could not be made. Please ask again in a few minutes; if it still fails, tell the operator.
draft-unreadable = ! What you had begun was written by another version of the assistant and cannot be opened; nothing was sent.
draft-unreadable-figures = The figures you had given: { $figures }. Please type them again in one message.
edit-not-taken = The message you edited was not taken. Type the figure with its name, for example "tiếp nhận 216", or "quay lại" to answer again.
our-mistake = ! Something went wrong with that message; it was not recorded, your earlier answers are safe. Please type it again in a few minutes.
