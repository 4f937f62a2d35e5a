# The organisation: somebody known gets one more role; codes others give; a unit's staff replaced.
appoint-known = { $n } in the roster may be "{ $name }". The same person, or somebody else?
appoint-same = It is { $name }, { $where }: add the role
appoint-other = It is somebody else
appoint-same-check = { $name } will also be { $role } of { $unit }; the roles they have stay.
appoint-from = It begins on { $day }.
appoint-holds = { $name } is { $role } of { $unit } already, nothing has to be added. A new enrolment code for them?
appoint-holds-yes = Yes, give a code
appoint-same-done = ✓ { $name } is now also { $role } of { $unit }, from { $day }.
appoint-told-same = Hello { $you }. From { $day } you are also { $role } of { $unit }. Type "my work" to see what there is to do.
code-by-others = A code for { $name } is not yours to give. Please ask { $who } to type "cấp mã { $name }".
replace-nobody = ! { $unit } has nobody who reports yet. Type "mời { $name } làm cán bộ { $unit }".
replace-unknown = ! There is no "{ $name }" in the roster. Type "mời { $name } làm cán bộ { $unit }", then this sentence again.
