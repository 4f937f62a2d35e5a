# Sentences every conversation uses.
engine-progress = Question { $at }/{ $of }.
engine-noted = ✓ Noted (to mend a line type "change" and its number):
engine-noted-one = ✓ { $text }
engine-mending = Now: { $text }
engine-numbered = { $at }. { $text }
engine-paused = Paused. Your answers are kept; type "continue" to go on.
engine-discarded = The draft is discarded. Nothing was sent.
engine-help =
    Type your answer or tap a button. At any time:
    - "back": change the last answer
    - "skip": leave this question blank
    - "stop": finish later, nothing is lost
    - "discard": drop everything and start again
engine-nothing-to-go-back = This is the first question; there is nothing to go back to.
engine-cannot-skip = This question cannot be skipped.
engine-not-understood = ! That answer was not understood. Type "help" if you need it.
engine-not-understood-again = ! Still not understood. Please tap a button or answer briefly:
engine-call = For help, please contact { $contact }.

figure-no-data = no data yet
figure-nil = none arose
figure-unknown = not known

choice-help = Help
choice-back = Back
choice-stop = Stop, finish later
choice-skip = Skip
choice-none = Nothing
choice-no-more = No, that is all
choice-nil = None arose
choice-no-data = No data yet
choice-no-dossier = No dossiers
choice-no-online = None online
choice-none-resolved = None resolved yet
choice-none-pending = None left
choice-all-in-time = No, all { $n } in time
choice-all-zero = { $count ->
    [1] None (0)
   *[other] All are 0
 }
choice-retype = Type again
choice-drop = Leave it out
choice-number = { $n }
choice-really = It is { $n }
choice-date = { $day }
choice-really-date = It is { $day }
choice-mend = Change { $at }
choice-mend-figure = { $name } = { $n }
choice-send = Correct, send
choice-send-correction = Correct, send the correction
choice-correct = Correct the report for { $period }
choice-correct-of = Correct { $period } · { $unit }
choice-check-in = Report for { $period }
choice-check-in-of = Report for { $period } · { $unit }
choice-report = Annual report { $year }
choice-supplement = Complete the annual report { $year }
choice-status = Status
choice-missing = Who has not reported
choice-continue = Continue
choice-unit = { $unit }

doubt-proposal = Did you mean { $n }?
doubt-decimal = ! A number of dossiers has no decimals ("{ $text }").
doubt-negative = ! A figure cannot be negative ("{ $text }").
doubt-approximate = ! The report needs an exact number ("{ $text }").
doubt-shorthand = ! "{ $text }" could not be read with certainty.
doubt-too_large = ! "{ $text }" is too large.
doubt-grouping = ! The dots and commas in "{ $text }" are unclear.
doubt-fraction = ! "{ $text }" is two numbers; one is needed here.
doubt-percent = ! "{ $text }" is a percentage; a number is needed here.
doubt-several = ! "{ $text }" has several numbers; one is needed here.
doubt-uncertain = ! "{ $text }" could not be read with certainty.
doubt-which_figure = ! Which figure is { $n }?
doubt-no_figure = ! It is not clear what { $n } counts. Please type it with its name, for example "received { $n }".
doubt-split_unknown = ! { $n } covers { $names }. Please type each of them.
doubt-rest_unknown = ! { $name } cannot be worked out yet. Please type the number.
doubt-conflict = ! Two different numbers for { $name }. Which is right?
doubt-impossible_date = ! There is no { $text }. Please type the date again, for example 17/9.
doubt-day_missing = Month { $month }, which day? Type day and month, for example 17/{ $month }.
doubt-month_missing = Day { $day } of which month? Type day and month, for example { $day }/9.
doubt-lunar_date = Is "mùng { $day }" of month { $month } a lunar date? Please type the solar date, for example 17/9.
doubt-weekday_mismatch = ! That day is { $day }; the weekday does not match.
doubt-future_date = ! { $day } has not come yet.
doubt-which_date = ! There are several dates. Which one?
doubt-term = { $name } { $n }
doubt-tie = ! { $left }, but { $right } (a difference of { $gap }).
doubt-sum = { $terms } = { $total }
doubt-tie-question = Which figure should change?
doubt-ten-times = ! { $name }: { $n } is { $times } times last month ({ $usual }).
doubt-carried-over = ! Carried over is given as { $n }, but last month's report left { $known } dossiers pending. Which is right?
doubt-date-future = ! { $day } is after the month reported on ({ $name }).
doubt-date-outside = ! { $day } is more than a year before the month reported on ({ $name }).
doubt-documents-unread = ! Not read: { $text }
choice-without-date = Record it without a date
choice-as-cited = As typed

# What does not agree in a cited document.
defect-year_against_date = ! { $document}: the number says { $year }, the date is { $date }.
defect-kind_against_symbol = ! { $document }: typed as { $type }, but { $symbol } stands for { $other }.
defect-same_number = ! { $document }: number { $number } is also that of { $other }.
defect-announcement_order = ! { $document }: round { $round } ({ $date }) comes before round { $earlier } ({ $other }).
defect-misspelt_standard = ! { $document }: is "{ $written }" meant to be { $proposal }?
defect-future_date = ! { $document }: { $date } has not come yet.
defect-impossible_date = ! { $document }: there is no { $written }.
defect-illegible_number = ! { $document }: the number "{ $number }" is unclear.
defect-weekend = Note { $document }: { $day } is a weekend; accepted all the same.
