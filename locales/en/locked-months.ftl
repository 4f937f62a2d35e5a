### Several months closed at once: how many units have not sent each.

lock-months-missing = Units that have not sent each month: { $months }
lock-month-missing = { $months }: { $n }
lock-month-closed = { $months }: closed
