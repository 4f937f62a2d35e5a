### What a unit owes under the directives, and saying that it is done.

duty-unknown = This item
duties-heading =
    { $count ->
        [0] Your work as of { $at }:
        [1] 1 item of work as of { $at }:
       *[other] { $count } items of work as of { $at }:
    }
duties-undated = No date set: { $names }
duties-undated-how = When one is done, type the number and date of its document, for example: issued Kế hoạch số 15/KH-UBND ngày 18/02/2026
duties-all-done = ✓ Nothing of yours is due.
duties-none-yours = You answer for no unit yourself. Type "status" to see the units.

complete-heading = { $name } · { $unit }
complete-ask-document = Which document? Type its kind, number and date, for example: Kế hoạch 15/KH-UBND ngày 18/02/2026
complete-ask-evidence = Which document ({ $evidence })? Type its kind, number and date, for example: Kế hoạch 15/KH-UBND ngày 18/02/2026
complete-no-document = No document
complete-one-document = One document for this, please; type the other in the next message.
complete-ask-day = On which day was it put right?
complete-today = Today
complete-day-ahead = { $date } is still to come. Type the day on which it was put right.
complete-day-before = { $date } is before the audit of { $event }. Please type the day it was put right.
complete-check = To be recorded as done: { $name }
complete-check-document = Document: { $document }
complete-check-plain = The subject was typed without diacritics and will be printed so; type the document again to change that.
complete-check-day = Done on: { $date }
complete-yes = Yes, record it
complete-again = Type again
complete-done = ✓ Recorded: { $name } · { $unit }.
complete-done-early =
    { $days ->
        [0] ✓ Recorded: { $name } · { $unit }, on the last good day.
        [1] ✓ Recorded: { $name } · { $unit }, 1 working day early.
       *[other] ✓ Recorded: { $name } · { $unit }, { $days } working days early.
    }
complete-done-late =
    { $days ->
        [1] ✓ Recorded: { $name } · { $unit }, 1 working day late.
       *[other] ✓ Recorded: { $name } · { $unit }, { $days } working days late.
    }
decide-returned-already = { $name } has been returned already; the unit has not sent it again.
decide-not-done = { $name } is not recorded as done, so there is nothing to return.
complete-not-owed = The unit no longer owes this.
complete-already-done = ✓ { $name } is recorded as done already.
complete-already-accepted = ✓ { $name } is done and accepted.
complete-already-waived = { $name } has been waived.

scope-question = This month added { $added } and repealed { $repealed } procedures. If the scope of the quality system changed too, it must be announced again and sent to Sở KH&CN.
scope-yes = The scope has changed
scope-noted = Noted: the scope of the quality system of { $unit } changed today.

snooze-promised = Yes, you will be reminded again { $when }. Another time: type "remind me 16:00".
snooze-today = at { $at } today
snooze-day = at { $at }
snooze-before-due = Earlier than you chose, because it is due on { $due }.
snooze-after-due = It is due on { $due } and will be late by then. If you can, do it today.
snooze-past = { $at } has passed. Type another time, for example: nhắc lại 16:00, or: sáng mai

away-heading = Away: your reminders go to whoever stands in.
away-ask-until = Until which day, inclusive? For example: 20/8
away-ends-before = { $date } is before the first day away. Type the last day again.
away-too-long = For more than six months a coordinator must give the work to somebody else. Type an earlier last day.
away-ask-cover = Who gets your reminders meanwhile?
away-colleague = { $name }
away-nobody = Nobody
away-check = From { $from } to { $to } your reminders go to { $name }.
away-check-nobody = From { $from } to { $to } nobody gets your reminders. What is late is still told to the coordinator.
away-due = Due in that time: { $items }
away-due-item = { $name } ({ $due })
away-yes = Yes
away-done = ✓ Noted. From { $from } to { $to } { $name } gets your reminders. Back early? Type "đã về".
away-done-nobody = ✓ Noted: away from { $from } to { $to }. Back early? Type "đã về".
away-told = Hello { $you }, from { $from } to { $to } you get the reminders of { $name }.
away-not-staff = Only those who fill in reports need to say that they are away.
away-past = { $date } has passed. Type again, for example: đi vắng đến 20/8, chị Lan thay
away-unknown-name = Nobody with that name was found; please choose from the list.
away-no-colleague = Nobody else is listed for the unit; ask the coordinator to add somebody who can stand in.
back-done = ✓ Welcome back, { $name }. Your reminders come to you again.
back-was-here = You were not noted as being away.
back-cancelled = ✓ You are no longer away from { $from } to { $to }.
back-told = { $you }, { $name } is not away any more; you no longer stand in.
