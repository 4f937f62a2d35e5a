# The organisation: units merged into one there is; units under one that is split or merged.
org-units-absorb-heading = Merging units into one there is.
org-units-absorb-which = Which units? Type their names, separated by commas.
org-units-absorb-into = Into which unit?
org-units-absorb-check = From { $day }: { $units } go into { $into }. { $into } keeps its name, code and figures.
org-units-absorb-yes = Yes, merge
org-units-absorb-sums = Old figures stay with each unit; in a year of { $unit } those of the merged units before { $day } are added, and it is said.
org-units-absorb-done = ✓ { $units } went into { $into } (code { $codes }) from { $day }.
absorb-unknown = There is no unit "{ $name }" in your part of the organisation. Is it the name of a new one, or will you type the name again?
absorb-as-new = Yes, a new unit: { $name }
absorb-above = ! { $unit } stands under { $above }, so { $above } cannot be merged into it.
absorb-instead = To merge into the unit there is, type "cancel", then "sáp nhập … vào …".
absorb-told-heir = Hello { $you }. From { $day }, { $units } are part of { $into }; their pending dossiers are carried over by { $into } from that day.
under-units = { $n } units under it need a place: { $names }.
under-which = Unit under it ({ $at }/{ $of }): where does { $unit } go?
under-all-to = All { $n } to { $unit }
under-placed = Under { $unit } ({ $n }): { $names }.
under-go-along = { $n } units under them go along to { $unit }: { $names }.
