### "Nhắc …" may mean reminding a unit, and may mean reminding whoever says it.

remind-whom = Who is to be reminded?
remind-whom-unit = Remind { $unit }
remind-whom-me = Remind me at { $at }
