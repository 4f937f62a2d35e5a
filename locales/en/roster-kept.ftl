# Importing a roster again: what is known and the file leaves empty, changes or takes away (command import).
roster-kept-heading = Known before, please check (an empty cell leaves it as it is; write "không" in the cell to take it away):
roster-remark-kept = { "  " }kept: { $what } { $known } of { $owner }
roster-remark-changed = { "  " }changed: { $what } of { $owner }, { $known } to { $stated }
roster-remark-taken_away = { "  " }taken away: { $what } { $known } of { $owner }
roster-remark-parent = { "  " }kept: { $what } { $known } of { $owner }; { $stated } was merged or split
roster-what-validFrom = first day
roster-what-validTo = last day
roster-what-successor = successor
roster-what-parent = parent unit
roster-owner-role = { $person } ({ $role }, { $unit })
roster-kept-erased = { "  " }{ $person } has had their personal data erased: the name and telephone in the file are not written down again

import-dry = A dry run: nothing was kept. Leave out "--dry-run" to import.

import-why-from_after_kept_to = the first day is after the last day known ({ $value }). State a new last day, or write "không" to take that day away.
import-why-to_before_kept_from = the last day is before the first day known ({ $value }). State a new first day, or write "không" to take that day away.
