### Desk work asked field by field: announcements, decisions, days off.

form-progress = Step { $at }/{ $of }.
form-dropped = Dropped; nothing was sent or recorded.
form-help =
    Answer step by step; "back" changes the step before, "cancel" drops it.
