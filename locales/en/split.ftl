# Splitting a unit: who goes to which part, and who has not been placed yet.
split-people = { $n } people to place: { $names }.
split-how = One by one, or several at once: "Lan, Hà to 2", "all to 1", "all later".
split-who = Person { $at } of { $of }: where does { $name } ({ $roles }) go?
split-to = { $unit }
split-all-to = All { $n } to { $unit }
split-later = Later
split-all-later = All { $n } later
split-no-part = ! No new unit is called "{ $name }".
split-nobody = ! Nobody here is called "{ $name }".
split-several = ! { $n } people are called "{ $name }"; please type the full name.
split-placed = To { $unit } ({ $n }): { $names }
split-later-list = Not placed yet ({ $n }): { $names }
split-no-staff = ! Nobody yet to report for { $units }.
split-undecided-stay = Whoever is not placed can still do the reports of earlier months; type "unassigned" to place them later.

undecided-none = Nobody waits to be placed after a split.
undecided-heading = Not placed yet: { $n } { $n ->
    [one] person
   *[other] people
  }.
undecided-entry = { $at }. { $name } · { $roles } · { $unit }
undecided-choice = Place { $name }
undecided-choice-all = All { $n } of { $unit }
undecided-choice-list = Not placed yet ({ $n })
undecided-ask = Where does { $name } ({ $roles }) go, from { $day }?
undecided-ask-all = Where do all { $n } of { $unit } go, from { $day }?
undecided-gone = Nobody waits to be placed there any more.
undecided-placed = ✓ { $name } goes to { $unit } from { $day }.
undecided-placed-all = ✓ { $n } people go to { $unit } from { $day }: { $names }.
undecided-notice = { $units } was split on { $day }. { $n } people have not been placed: { $names }.

told-split = Hello { $you }. From { $day }, { $units } is split; you work at { $into }. Reports of earlier months of the old unit can be sent until { $until }.
told-undecided = Hello { $you }. From { $day }, { $units } is split into { $into }. Nobody has said yet where you go; you will hear at once. Until then the work of the old unit stays as it was.
told-placed = Hello { $you }. From { $day } you work at { $into }. Type "my work" to see what there is to do.
told-draft-kept = The report of { $period } for { $unit } you have begun is kept: type "continue" to go on.
