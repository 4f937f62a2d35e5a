# News of the doors, for admins and coordinators.
door-telegram = Telegram
door-zalo-personal = Zalo
door-zalo-bot = Zalo Bot
door-web-chat = web chat
door-play = rehearsal
door-stuck = ! The { $door } door is down: { $messages } messages for { $people } people wait, since they have no other door. They leave by themselves once it is open again.
door-replaced = ! The assistant's { $door } account was replaced: { $count } people receive nothing until they enrol again with a new code.
door-replaced-who = { $people }.
door-replaced-more = and { $n } others
door-replaced-how = The operator issues codes: npm run -s cli -- code PERSON_CODE
door-person = { $name } ({ $unit })
zalo-back = The Zalo door works again. It was down from { $from } to { $to }.
zalo-was-no_login = Why: it was not logged in, or its login could not be opened.
zalo-was-expired = Why: Zalo no longer accepted the login.
zalo-was-kicked = Why: the assistant's Zalo account was opened elsewhere.
zalo-was-unreachable = Why: the server could not reach Zalo.
