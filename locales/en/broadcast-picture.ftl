# The picture of an announcement.
broadcast-ask-text-or-picture = Type the announcement, or send a picture with the text as its caption. You see it before it is sent.
broadcast-picture-taken = ✓ The picture is taken. Please type the text that goes with it (send another picture to replace it).
broadcast-with-picture = With a picture
broadcast-change-no-picture = Without the picture
broadcast-picture-lost = Without the picture { $n } (it could not be fetched again; the text was sent)
broadcast-picture-gone = ! The picture cannot be fetched; if sent now, the announcement has its text only. Choose "Change" to send the picture again.
