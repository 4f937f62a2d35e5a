### What the staff are told: a report accepted, a period closed or opened.

news-accepted = ✓ { $by } has accepted the report for { $months } of { $units }. Thank you.
news-locked = { $by } has closed { $months } of { $units }. Corrections and late reports are typed as before; they are recorded once a coordinator agrees.
news-unlocked = { $by } has opened { $months } of { $units } again. You can correct and send as usual.
news-month = { $period }
news-months = months { $months } of { $year }
news-year = the year { $year }
