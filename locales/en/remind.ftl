### One message a day: what is due, what is late, and what happens next.

duty-month = Report for { $period }
duty-year = { $title } ({ $year })
duty-event = { $title } ({ $on })
duty-of-unit = { $name } ({ $unit })

remind-hello =
    { $count ->
        [1] Hello { $name }, one thing for { $unit }:
       *[other] Hello { $name }, { $count } things for { $unit }:
    }
remind-units-count = { $n } units
remind-hello-above = Hello { $name },
remind-besides = Also due:
remind-item = { $n }. { $name }: { $when } ({ $due })
remind-item-local = { $n }. { $name }: { $when } ({ $due }, local date)
remind-left = { $days ->
        [1] 1 working day left
       *[other] { $days } working days left
    }
remind-today = due today
remind-late = ! { $days ->
        [1] 1 working day late
       *[other] { $days } working days late
    }
remind-returned = Returned by the coordinator: { $reason }
remind-missing-months = Months still missing: { $months }
remind-more = … and { $more } more: type "my work"
remind-tells-coordinator = If item { $n } is not done, the coordinator will be told on { $day }.
remind-tells-leader = If item { $n } is not done, the leader will be told on { $day }.
remind-draft-below = What follows was left unfinished:
remind-draft-kept = What you had begun is kept: type "continue" to go on.

remind-late-heading = Late in the units:
remind-late-item = { $name }: { $count ->
        [1] 1 unit
       *[other] { $count } units
    } · { $units }

choice-do-item = Do item { $n }
choice-done-item = Item { $n } is done
choice-snooze-at = Remind me at { $at }
choice-snooze-tomorrow = Remind me tomorrow morning
choice-tracking = Tracking { $year }
