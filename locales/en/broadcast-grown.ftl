# The audience has grown beyond what was confirmed: its author is asked again
broadcast-grown = ! The announcement meant for { $at } has gone to nobody yet: it would reach more people than were confirmed.
broadcast-grown-people = { $agreed } people were confirmed, now there are { $now } ({ $came } more, { $left } fewer).
broadcast-grown-new = New: { $names }
broadcast-grown-groups = Groups: { $agreed } confirmed, now { $now }.
broadcast-grown-all = { $groups ->
    [0] Send to all { $n } people
   *[other] Send to all { $n } people and { $groups } groups
}
broadcast-grown-agreed = { $groups ->
    [0] Only to the { $n } people confirmed
   *[other] Only to the { $n } people and { $groups } groups confirmed
}
broadcast-approved-grown = ✓ Approved. More people are meant than when you were asked, so the author is being asked again; nothing has been sent.
broadcast-state-waiting_author = waiting for its author to confirm the number of people
