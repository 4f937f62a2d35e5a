### Directives by chat: read, mend the list of tasks, issue to units, follow up, end.

directive-ask-text = Paste or forward the text of the letter here. A long one may come in several messages.
directive-found-number = Letter no. { $code }
directive-found =
    { $dated ->
        [0] Read so far: { $n } { $n ->
            [one] task
           *[other] tasks
        }, no deadline yet.
       *[other] Read so far: { $n } { $n ->
            [one] task
           *[other] tasks
        }, { $dated } with a deadline.
    }
directive-found-none = No task found in this part yet.
directive-more = Send the rest if there is more; otherwise look at the list.
directive-end = That is all, show the list
directive-is-it = Is this a new directive to be given to units?
directive-yes = Yes, go on
directive-no = No
directive-too-long = ! At most { $max } messages are taken for one letter. Please look at the list and issue the rest later.

directive-list =
    { $n ->
        [one] { $n } task read:
       *[other] { $n } tasks read:
    }
directive-list-part = { $n } tasks read, { $from } to { $to }:
directive-item = { $n }. { $title } · { $when }
directive-item-unsure = { $n }. ! { $title } · { $when }
directive-when-audit = within { $days } days of the internal audit
directive-when-after = within { $days } days of the change
directive-when-at-once = as soon as it changes
directive-when-event = when it occurs
directive-when-always = all the time
directive-when-said = { $said }, no deadline
directive-when-none = (no deadline)
directive-when-yearly = due { $due }, every year
directive-when-once = due { $due }, once
directive-when-past = { $said } has passed
directive-unsure-deadline = ! Deadline not certain: { $items }
directive-unsure-recurrence = ! The letter does not say whether once or every year: { $items }
directive-unsure-who = ! Asked of one office: { $items }
directive-unsure-title = ! Title not clear: { $items }
directive-who = { $n } ({ $who })
directive-said = { $n } («{ $said }»)
directive-mend-how = To mend: "bỏ 2, 5" · "3 trước ngày 20/11" · "3 không hạn" · "4 hằng năm" · "tên 2: …" · "thêm: …"
directive-accept =
    { $n ->
        [one] Yes, { $n } task
       *[other] Yes, { $n } tasks
    }
directive-next = Show { $from }–{ $to }
directive-see-rest = Please look at the whole list first.
directive-none = There is no task yet. Type "thêm: …", such as "thêm: Gửi báo cáo năm trước ngày 15/11".
directive-no-item = ! There is no task { $n }.
directive-no-day = ! There is no such day as «{ $said }». Please type the deadline again.

directive-ask-whom = Who is it for? You may type names of units or clusters.
directive-whom-all = All: { $units } units, { $people } people
directive-nobody = ! None of the units chosen owes reports.
directive-same-number = { $name } is in force. Does the new one take its place?
directive-replace = Replace the old one
directive-keep-both = Keep both
directive-check = Issue { $n } { $n ->
        [one] task
       *[other] tasks
    } to { $units } { $units ->
        [one] unit
       *[other] units
    }; { $people } people are told at once.
directive-check-day = - { $title } · { $when }
directive-check-more = And { $n } more with a deadline.
directive-check-undated = { $n } without a deadline: no reminders until a day is set.
directive-check-replaces = The old { $name } ends today; what was done of tasks of the same name stays done.
directive-replaced = The old { $name } is no longer in force from today.
directive-issue = Issue
directive-issued = ✓ Issued { $name }: { $n } tasks, { $units } units. { $people } people told.
directive-not-told = { $n } people could not be told; they see it under "việc của tôi".
directive-ended = { $name } is no longer in force from today.
directive-not-allowed = Only a coordinator or an admin issues and ends directives, for the units they look after.

directive-told = New directive: { $name } · { $units }
directive-told-due = { $n }. { $title } · due { $due }
directive-told-task = { $n }. { $title }
directive-told-how =
    { $more ->
        [0] Type "việc của tôi" to see them and to say what is done.
       *[other] And { $more } more. Type "việc của tôi" to see them and to say what is done.
    }

directive-in-force = Directives in force, { $at }:
directive-listed =
    { $of ->
        [0] { $n }. { $name }: { $tasks } tasks
       *[other] { $n }. { $name }: { $tasks } tasks, done this year { $met }/{ $of }
    }
directive-open = { $name }
directive-new = Issue a new one
directive-no-directives = There is no directive for your units yet.
directive-details =
    { $of ->
        [0] { $name } · in force since { $from } · { $units } units
       *[other] { $name } · in force since { $from } · { $units } units · done this year { $met }/{ $of }
    }
directive-task = { $n }. { $title }
directive-tasks-more = And { $n } more.
directive-retire = End it
directive-retire-check =
    { $open ->
        [0] End { $name } from today?
       *[other] End { $name } from today? { $open } tasks of this year are still open; reminders for them stop.
    }
directive-retire-yes = End it
directive-gone = This directive is no longer in force.
