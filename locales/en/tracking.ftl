### What the directives follow up: the tracking list, and decisions about it.

tracking-heading = Tracking { $year } · { $scope } · at { $at }
tracking-nothing = In { $year } nothing is followed up in your units.
tracking-directive = { $letter }: { $of } units
tracking-by = Under { $letter }
tracking-letter = { $code }
tracking-letter-of = the letter of { $issuer }
tracking-counts = { $counts }
tracking-count = { $name }: { $met }/{ $of }
tracking-together =
    { $columns ->
        [2] Both: { $all } · none of them: { $none }
       *[other] All of them: { $all } · none of them: { $none }
    }
tracking-none-names = Nothing yet: { $names }
tracking-lacking = { $name } missing ({ $n })
tracking-download = Download the list
tracking-download-of = Download the list of { $letter }
tracking-lacking-list = { $name } ({ $year }), { $n } units left: { $names }
tracking-none-lacking = ✓ { $name } ({ $year }): every unit has it.
tracking-received = Record it for several units
tracking-file = tracking-{ $scope }-{ $letter }{ $year }.xlsx
tracking-file-ready = The tracking list of { $year }, { $n } units.

duty-details = { $name } · { $unit }
duty-state-open = Not done.
duty-state-done = ✓ Recorded as done at { $at } by { $by }. Not looked at yet.
duty-state-accepted = ✓ Accepted at { $at } by { $by }.
duty-state-returned = ! Returned at { $at } by { $by }.
duty-state-waived = Waived since { $at }, decided by { $by }.
duty-no-day = No date set.
duty-day = Due: { $due }
duty-done = Record as done
duty-accept = Accept
duty-return = Return
duty-move = Move the date
duty-waive = Waive
duty-reopen = Open again
duty-accepted = ✓ Accepted: { $name } · { $unit }.
duty-reopened = Opened again: { $name } · { $unit }.

decide-heading-set_date = A local date for { $year } · { $whom }
decide-heading-moved = Moving the date for { $year } · { $whom }
decide-heading-waived = Waiving for { $year } · { $whom }
decide-heading-returned = Returning · { $whom }
decide-whom-all = { $unit } and all units under it
decide-whom-one = { $unit }
decide-which = Which item?
decide-which-or-type = Which item? Choose a number, or type a few words of its name.
decide-which-unknown = Nothing is called "{ $words }" here.
decide-which-several = { $n } items are called so; type more of the name.
decide-obligation = { $name }
decide-ask-date = To which day? For example: 15/3
decide-ask-date-from = It is due on { $due }. To which day is it moved? For example: 20/11
decide-date-past = { $date } has passed. Type a day to come.
decide-date-after = The directive says { $due }; a local date must be earlier. For a later one a decision is needed: type "dời hạn".
decide-ask-number-moved = By which document? Type number and date, for example: 123/UBND-VX ngày 01/11/2026
decide-ask-number-waived = By which document? Type number and date, or "skip" where there is none.
decide-number-wanted = Type the number of the document, for example: 123/UBND-VX ngày 01/11/2026
decide-why-waived = Why is it waived? One short sentence.
decide-why-returned = Why is it returned? One short sentence; the unit will read it.
decide-check-set_date = Local date: { $name } ({ $year }) by { $date } · { $whom }
decide-check-moved = Moved: { $name } ({ $year }) to { $date } · { $whom }
decide-check-waived = Waived: { $name } ({ $year }) · { $whom }
decide-check-returned = Returned: { $name } ({ $year }) · { $whom }
decide-check-number = Document: { $decision }
decide-check-reason = Reason: { $reason }
decide-yes = Yes, record it
decide-done =
    { $people ->
        [0] ✓ Recorded. Nobody at the unit could be told.
        [1] ✓ Recorded; 1 person was told.
       *[other] ✓ Recorded; { $people } people were told.
    }
decide-told-set_date = { $unit }: the local date of { $name } ({ $year }) is { $date }.
decide-told-moved = { $unit }: { $name } ({ $year }) is now due on { $date }.
decide-told-waived = { $unit }: { $name } ({ $year }) is waived.
decide-told-returned = ! { $unit }: { $name } ({ $year }) was returned to be completed.

duty-history = History
history-heading = History: { $name } · { $unit }
history-empty = Nothing has been said of it yet.
history-earlier =
    { $n ->
        [1] … and 1 earlier entry
       *[other] … and { $n } earlier entries
    }
history-entry = { $n }. { $at } · { $who }: { $what }
history-details = { $what } ({ $details })
history-all = { $what } (decided for { $unit } and all under it)
history-started = it began
history-done = recorded as done
history-accepted = accepted
history-returned = returned
history-waived = waived
history-moved = deadline moved to { $date }
history-reopened = opened again
history-set_date = own date set: { $date }
history-on = done on { $date }
history-somebody = no longer in the roster
history-back = Back to this item

received-heading = Recorded as received: { $name }
received-ask = From which units? Type one name or several, with commas between them.
received-check = To be recorded as received: { $name }, from { $n } units: { $names }
received-settled = Recorded before, or waived: { $names }
received-none-left = All of these units have it already; nothing to record.
received-nobody-owes = None of your units owes this.
received-done = ✓ Recorded for { $n } units.

tracking-waiting = To look at ({ $n })
waiting-heading = Recorded as done and not looked at ({ $year }): { $n }. Choose one to accept or return it.
waiting-item = { $name } · { $unit }
waiting-more = … and { $n } more, after these.
waiting-accept-all = Accept all { $n }
waiting-accepted = ✓ Accepted: { $n }.
waiting-none = In { $year } nothing waits to be looked at.
duty-day-local = Due: { $due } (our own date)

tracking-unit-heading = Tracking { $year } · { $unit }
tracking-unit-item = { $name }: { $state }
tracking-unit-way = See { $name }
mark-open = not yet
mark-late = ! late
mark-done = ✓ done, not looked at
mark-accepted = ✓ accepted
mark-returned = ! returned
mark-waived = waived
