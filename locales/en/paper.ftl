# Pictures and spreadsheets for coordinators: status charts, the month's table, the tracking list, the ledger.
chart-as-of = figures as of { $at }
chart-month = Month { $month }
chart-months = { $from } to { $to }
chart-year = Year { $year }
chart-on-time = Early or on time
chart-late = Late
chart-units-title = Dossiers resolved, by unit
chart-units-sum = { $units ->
    [one] { $units } unit
   *[other] { $units } units
  }: { $onTime } early or on time, { $late } late
chart-units-rest = { $count ->
    [one] { $count } other unit
   *[other] { $count } other units
  }: { $onTime } early or on time, { $late } late
chart-units-silent = { $count ->
    [one] { $count } unit has
   *[other] { $count } units have
  } no figures yet (not counted above)
chart-units-none = No unit has figures yet
chart-no-dossier = no dossiers
chart-none-late = none late
chart-some-late = { $late } late · { $rate }
chart-months-title = Dossiers by month
chart-received = Received
chart-resolved = Resolved
chart-late-rate = Late rate (% of dossiers resolved)
chart-count-unit = Dossiers
chart-count-thousands = Dossiers (thousands)
chart-no-data = no figures yet
chart-months-none = No month has figures yet
chart-months-sum = Received { $received }, resolved { $resolved }, late { $late }
chart-months-silent = { $count ->
    [one] { $count } month lacks
   *[other] { $count } months lack
  } figures; the sums above are without them
chart-obligations-title = Obligations met
chart-obligations-sum = Done { $done }/{ $total }
chart-obligations-rest = { $count ->
    [one] { $count } other obligation
   *[other] { $count } other obligations
  }
chart-obligations-none = No obligations yet
chart-obligation = { $late ->
    [0] { $done }/{ $total } · { $rate }
   *[other] { $late } overdue · { $done }/{ $total } · { $rate }
  }
chart-done = Done
chart-overdue = Overdue
chart-open = Not due yet
