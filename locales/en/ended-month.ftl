# Units merged or split in the middle of a month: who reports on it, and what they count.
ended-not-owed = { $unit } owes no report of { $period }: it goes on until { $day }, before the month is over.
ended-heirs-merged = { $heirs } reports on this month as a whole, from its first day.
ended-heirs-split = The new units report on this month, each dossier where it is kept now: { $heirs }.
ended-no-heir = No unit is known to come after it; please ask your coordinator where this month is reported.
ended-answered = What was answered, to be used again:
ended-counted-merged = Counting the dossiers of { $units } from the first day of the month (merged into it this month).
ended-counted-split = Split from { $units } this month: dossiers since its first day are counted by the new unit that keeps them, each in one place.
ended-counted-sent = { $units } sent this month on its own before it ended: count it here all the same, what it sent is not added.

ended-month-merged = { $period }: { $unit } reports on the whole month, the old unit is not counted by itself.
ended-month-split = { $period }: the new units report, each dossier where it is kept; the old unit is not counted by itself.

told-draft-not-owed = The report of { $period } for { $unit } you had begun need not be sent any more: the unit does not go on to the end of the month. What you answered is kept: type "tiếp tục" to see it and to go on at the new unit.
