# Announcements: what is found when one is told in one message, and when its text says nothing.
broadcast-too-short = ! The text "{ $text }" says nothing. Please write at least a few words.
broadcast-units-of = { $units }/{ $of }
