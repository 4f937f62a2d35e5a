### Months sent after they were closed, waiting for a yes: told alike everywhere.

unit-month-awaited = - { $period }: sent at { $at }, waits for a yes
status-awaited = Sent, waiting for a yes: { $units }
report-awaited = { $months } sent, waiting for a yes, so not in the report yet.
