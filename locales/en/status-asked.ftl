### Asked of how things stand: stretches of months, who cannot be reached, one unit reminded by word.

span-first-months = the first { $n } months of { $year }
span-last-months = the last { $n } months of { $year }
span-months = months { $from } to { $to }
status-choice-compare-months = Compare
table-file = figures-{ $scope }-{ $span }.xlsx

unreached-heading = Nobody gets messages at { $units } of { $total } units{ $people ->
    [0] {""}
   *[other] , { $people } people cannot be reached
 } · { $scope } · at { $at }
unreached-unit = - { $unit }: { $why }
unreached-also = - { $unit } (others there get messages): { $why }
unreached-none = { $scope }: somebody gets messages at each of the { $total } units, and everybody can be reached.
unreached-next = Whoever has not enrolled needs an enrolment code; a unit without staff needs somebody: please ask the administrator.
unreached-people = The people, with enrolment codes

remind-sent = { $unit } has sent { $span }, there is nothing to remind of.
remind-not-allowed = Reminding is done by the coordinator of the unit; you cannot remind { $unit }.

compare-picture = compare-{ $span }.png
late-picture = late-{ $span }.png

chart-late-title = Late dossiers by unit
chart-late-sum = { $units } units with late dossiers: { $late } dossiers
chart-late-of = { $rate } of { $of } dossiers
chart-late-rates = Rates are of the dossiers the unit has resolved.
chart-late-rest = { $count } other units: { $late } late dossiers
chart-compare-title = Two stretches of time
chart-compare-sum = { $now } against { $before }
chart-compare-same = the same
chart-compare-scale = Every figure has a scale of its own; compare lengths within a pair.
chart-compare-uneven = Not as many reports were sent: { $now } and { $before }
