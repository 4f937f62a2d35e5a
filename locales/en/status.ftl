### How things stand: the answers leaders and coordinators ask for, and what their buttons lead to.

span-month = { $period }
span-quarter = quarter { $quarter }/{ $year }
span-year = { $year }

status-heading = Status for { $span } · { $scope } · at { $at }
status-running = { $period } is not over; the figures below are of units that sent early.
status-future = ! { $span } has not begun, there are no figures.
status-none-ended = { $span }: no month has come up for reporting yet.
status-none-owed = { $span }: no unit owes a report.
status-filed = Reported: { $filed } of { $total } units ({ $rate }) · on time { $on_time } ({ $timely })
status-filed-running = Reported: { $filed } of { $total } units
status-filed-months = Sent: { $filed } of { $total } monthly reports ({ $rate }) · on time { $on_time } ({ $timely })
status-complete = { $complete } of { $total } units complete (up to { $until })
status-none = Reported: 0 of { $total } units. For the month before, type "tình hình tháng { $before }".
status-figures = Received { $received } · resolved { $resolved } · late { $late } · pending { $pending }
status-late-rate = { $late } ({ $rate })
status-percent = { $value }%
status-no-percent = no rate yet
status-not-counted = Not counted, { $reports } reports saying "no data yet": { $what }
status-not-counted-item = { $name } { $n }
status-worst = Most late: { $units }
status-unit-count = { $unit } { $n }
status-missing = Missing: { $units }
status-missing-months = { $unit } (months { $months })
status-missing-all = { $unit } (no month sent)
status-sent = Sent at { $at }, { $punctual }; by { $by }
status-sent-in-time = on time
status-sent-late = after the due day
status-unsent = Not sent, due { $due }.
status-many-named = { $n } units are called "{ $name }". Please type more of it, for example "tình hình { $example }".
status-picture = status-{ $span }.png
trend-picture = trend-{ $span }.png
progress-picture = progress-{ $year }.png

status-choice-missing = Who is missing ({ $n })
status-choice-late = Late ({ $n })
status-choice-compare-month = Against the month before
status-choice-compare-quarter = Against the quarter before
status-choice-compare-year = Against the year before
status-choice-trend = Trend
status-choice-file = Download .xlsx
status-choice-figures = Each figure
status-choice-months = The months of { $year }
status-choice-more = More ({ $n })
status-choice-period = { $period }
status-choice-figure = { $name }: { $value }

late-heading = Most late, { $span } · { $scope } · at { $at }
late-list-heading = Late dossiers, { $span } · { $scope } · at { $at }
late-sum = Late { $late } · { $units } units with late dossiers
late-unit = { $n }. { $unit }: { $late } of { $resolved } ({ $rate })
late-unit-no-rate = { $n }. { $unit }: { $late }
late-rates = Highest rate: { $units }
late-rate-unit = { $unit } { $rate }
late-none = { $span }: no dossier late in the { $filed } reports sent.
late-tardy = Reports sent after the due day: { $units }
late-only-filed = Of { $filed } of { $total } reports, those sent.

compare-heading = { $span } against { $other } · { $scope } · at { $at }
compare-months = The same first { $n } months of both.
compare-filed = Sent: { $now } of { $owed } (before: { $before } of { $owed_before })
compare-figure = { $name }: { $now } (before: { $before }; { $change })
compare-change = { $sign }{ $n }
compare-change-rate = { $sign }{ $n }, { $sign }{ $rate }
compare-same = unchanged
compare-unknown = cannot be compared yet
compare-rate = Late rate: { $now } (before: { $before })
compare-nothing = Nothing was sent then, so there is nothing to compare with.
compare-uneven = ! Not as many reports were sent, so the differences do not compare like with like.
compare-received = Received
compare-resolved = Resolved
compare-late = Late
compare-pending = Pending

trend-heading = Trend over { $n } months up to { $until } · { $scope } · at { $at }
trend-most = Most received: { $period } ({ $n }) · fewest: { $least } ({ $least_n })
trend-none = No month has figures yet.
trend-sums = { $months } months with figures: received { $received } · resolved { $resolved } · late { $late }

missing-heading = Not sent, { $span } ({ $missing } of { $total } units) · due { $due } · at { $at }
missing-heading-months = Incomplete, { $span } ({ $missing } of { $total } units) · at { $at }
missing-all-sent = { $span }: all { $total } units have sent.
missing-unit = - { $unit }: { $state }
missing-more-units = - and { $n } more units
missing-months = months { $months }
missing-no-month = no month sent
missing-contact = To have them reminded, please talk to { $names }.
missing-reminded =
    { $n ->
        [one] reminded once
       *[other] reminded { $n } times
    }
missing-not-reminded = not reminded
missing-opened = half done (at question { $question } of { $of }, last seen { $at })
missing-not-reached = not reached ({ $why })
missing-nobody = nobody there to do it
missing-why-not-enrolled = { $name } is not enrolled
missing-why-gone = { $name } no longer gets messages on { $channel }
missing-remind = Remind all { $n } units
missing-remind-one = Remind { $unit }
missing-phones = Telephone numbers
missing-phone = { $unit }: { $people }
missing-phone-person = { $name } { $phone }
missing-no-phone = { $name } (no number)
missing-phones-heading = Telephones of units that have not sent { $span }:

remind-all-heading = Reminding for { $span } · { $units } units missing · at { $at }
remind-all-now = ✓ Reminding { $n } { $n ->
    [one] person
   *[other] people
 }.
remind-all-later = ✓ { $n } { $n ->
    [one] person
   *[other] people
 } will be reminded at { $at }, in working hours.
remind-all-before = Reminded today already: { $n }.
remind-all-unreached = ! { $n } units cannot be reminded: { $units }
remind-all-nobody = Nobody is left to be reminded.
remind-all-early = Reports for { $span } are not asked for yet; nobody is reminded.

unit-heading = { $unit } · { $year } · at { $at }
unit-months-sent = Sent: { $sent } of { $owed } months ({ $rate }) · on time { $on_time } ({ $timely })
unit-month = - { $period }: received { $received } · resolved { $resolved } · late { $late }
unit-month-unsent = - { $period }: not sent
unit-month-heading = Figures for { $period } · { $unit } · at { $at }
unit-month-corrected = Last corrected at { $at }.
unit-month-unfiled = { $unit } has not sent its report for { $period }.
unit-month-more = Choose a figure to see who said it, when, and in which message.

figure-heading = { $name } · { $period } · { $unit }
figure-now = { $value } (in force) · { $by } · at { $at }
figure-before = Before: { $value } · { $by } · at { $at }
figure-said = Message at { $at }: «{ $said }»
figure-confirmed = Confirmed: «{ $said }»
figure-not-kept = The words of the message were not kept (a mark of secrecy or an identity number).
figure-derived = This figure follows from others that were said.
figure-no-message = Not taken from a message.
figure-none = Nobody has given this figure yet.

progress-heading = Progress of the plan for { $year } · { $scope } · at { $at }
progress-sum = Done { $done } of { $total } ({ $rate }) · late { $late }
progress-line = - { $name }: { $done } of { $total } ({ $rate }){ $late ->
    [0] {""}
   *[other] , late { $late }
 }
progress-more = - and { $n } more
progress-choice-details = In detail
progress-none = In { $year } nothing is followed up in your units.

table-ready = Figures for { $span } · { $scope } · { $units } units, at { $at } (form II.06a).
table-making = Compiling the figures for { $span } of { $units } units… The file will be sent here.
table-progress = Compiling the figures for { $span }: { $done } of { $units } units…
table-made = ✓ The figures for { $span } are compiled.
table-failed = ! The file of figures for { $span } could not be made. Please type "tải số liệu" again.
help-status =
    - "tình hình quý 3", "tình hình năm 2026", "tình hình phường Đức Thuận": a quarter, a year, one unit
    - "xã nào quá hạn nhiều nhất", "so với tháng trước", "xu hướng", "tiến độ kế hoạch": most late, comparison, trend, progress
    - "tải số liệu tháng 10": the figures (.xlsx)
status-past = With the figures of { $units } from before the merger.
