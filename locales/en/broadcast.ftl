# A coordinator's announcements: composed, previewed, sent, acknowledged, accounted for.
broadcast-ask-text = Type the announcement. You will see a preview before anything is sent.
broadcast-too-long = ! The text has { $n } characters, at most { $max } fit. Please shorten it or make two announcements.
broadcast-ask-audience = Who is it for? You may type names of units, such as "Đức Thuận, Bắc Hồng", or "chưa nộp tháng 9".
broadcast-to-all = Everybody: { $units } units, { $people } people
broadcast-to-not-filed = Month { $period } not filed: { $units } units
broadcast-to-units = Choose units
broadcast-to-role = Choose a role
broadcast-ask-units = Type the names of the units, with commas between. The name of a cluster means every unit in it.
broadcast-ask-role = Which role is it for?
broadcast-role = { $role }: { $people } people
broadcast-no-unit = ! There is no unit "{ $name }" within your reach.
broadcast-many-names = ! Too many names (at most { $max }). Please choose a cluster, or send it in several parts.
broadcast-name-unknown = There is no unit "{ $name }" within your reach. Please type that name again, or leave it out.
broadcast-name-several = Which unit is "{ $name }"?
broadcast-name-many = { $n } units are called "{ $name }". Please type the full name, or leave it out.
broadcast-drop-name = Leave out "{ $name }"

broadcast-nobody = ! There is nobody to send it to.
broadcast-preview = Preview · { $people } people, { $units } units: { $means }
broadcast-to = To: { $who }
broadcast-who-not-filed = units that have not filed month { $period }
broadcast-who-not-done = units that have not done this duty
broadcast-by-channel = { $channel } { $n }
broadcast-by-none = cannot be reached { $n }
broadcast-unreachable = Cannot be reached: { $names }
broadcast-person-why = { $name }, { $unit } ({ $why })
broadcast-why-not_enrolled = not enrolled
broadcast-why-gone = gone from every channel
broadcast-why-gone-from = gone from { $channel }
broadcast-why-no_door = their channel is not in use
broadcast-why-stopped = stopped
broadcast-unstaffed = { $n } units have no staff, so it cannot be sent there: { $names }
broadcast-and-others = { $names } and { $more } more people
broadcast-and-more = { $names } and { $more } more
broadcast-groups-on = Also goes to { $n } groups: { $names }
broadcast-groups-off = Does not go to { $n } linked groups: { $names }
broadcast-with-groups = Also to { $n } groups
broadcast-without-groups = Not to groups
broadcast-too-many = ! One announcement reaches at most { $max } people. Please choose fewer units.
broadcast-quoted = «{ $text }»
broadcast-send = Send
broadcast-later = Send later
broadcast-change = Change
broadcast-drop = Drop
broadcast-change-what = Change what?
broadcast-change-text = The text
broadcast-change-audience = Who it is for

broadcast-ask-time = When shall it be sent? For instance "14:00", "8h sáng mai", "25/11 8:00".
broadcast-at = At { $at }
broadcast-time-unread = ! That is no clear time. For instance: "14:00", "8h sáng mai", "25/11 8:00".
broadcast-time-day = ! That is a day ({ $day }) without an hour. Please type the hour as well.
broadcast-time-past = ! { $at } has passed. Please type a time to come.
broadcast-time-far = ! It can be sent within the next { $max } days only.
broadcast-outside-then = { $at } is outside the hours for messages (7:30–11:00 and 13:30–16:30 on working days).
broadcast-other-time = Another time
broadcast-outside-now = It is outside the hours for messages (7:30–11:00 and 13:30–16:30 on working days). Later, or now all the same?
broadcast-now-anyway = Send now all the same

broadcast-confirm = This goes to { $n } people. Type their number ({ $n }) to confirm.
broadcast-confirm-or-second = This goes to { $n } people. Type their number ({ $n }) to confirm, or ask a second person to approve.
broadcast-confirm-wrong = ! { $said } is not the number of people.
broadcast-second = { $several ->
    [0] Ask { $name } to approve
   *[other] Ask somebody to approve
}
broadcast-ask-second = Who shall approve it?
broadcast-person = { $name }
broadcast-second-asked = { $name } was asked to approve it, until { $at }. It is sent when approved; nothing was sent so far.
broadcast-second-gone = ! The person asked can no longer be reached. Nothing was sent.
broadcast-approve-ask = { $name } asks you to approve an announcement to { $people } people in { $units } units.
broadcast-approve-when = To be sent: { $at }
broadcast-approve-until = Please answer before { $at }; without an answer it is not sent.
broadcast-approve = Approve and send
broadcast-refuse = Refuse
broadcast-approved-noted = ✓ Approved; the announcement is being sent.
broadcast-approved-for = ✓ Approved; the announcement goes out at { $at }.
broadcast-approved = ✓ { $name } has approved the announcement.
broadcast-approved-scheduled = ✓ { $name } has approved the announcement. It goes out at { $at }.
broadcast-refused-noted = Noted: refused. The announcement is not sent.
broadcast-refused = { $name } has refused the announcement. Nothing was sent.
broadcast-decided = This announcement has been decided or withdrawn already.
broadcast-too-late = ! It is too late to approve; the announcement is not sent.
broadcast-expired = ! The announcement was not sent: nobody approved it within 24 hours.
broadcast-dropped = ! The announcement was not sent: you may no longer announce to those units.
broadcast-scheduled = ✓ The announcement will go out at { $at }. Who gets it is looked up again then.

broadcast-message = Announcement by { $unit } ({ $name }):

    { $text }
broadcast-reminder = Once more, the announcement of { $at } by { $unit } ({ $name }); please press the button to acknowledge it:

    { $text }
broadcast-acknowledge = Received
broadcast-thanks = ✓ Noted: you received the announcement at { $at }.
broadcast-thanked = You acknowledged this announcement at { $at }.

broadcast-progress = Sending { $done }/{ $of } …
broadcast-stop = Stop sending
broadcast-withdraw = Withdraw it
broadcast-done = ✓ Sent { $sent } · not sent { $missed } · acknowledged { $acknowledged }/{ $of }
broadcast-stopped = Stopped: sent { $sent } · stopped { $stopped } · not sent { $missed } · acknowledged { $acknowledged }/{ $of }
broadcast-reasons = Not sent: { $reasons }
broadcast-reason = { $why } { $n }
broadcast-failed-rejected = refused by the channel
broadcast-failed-recipient_gone = gone
broadcast-failed-unreachable = no connection to the channel
broadcast-failed-throttled = channel too busy
broadcast-failed-account_replaced = the bot's account was replaced
broadcast-failed-other = other error
broadcast-perhaps-twice = { $n } people may have received it twice (interrupted while sending).
broadcast-stopping = Stopped { $stopped } messages not yet sent; sent { $sent }, on their way { $under_way }.
broadcast-withdrawn = ✓ The announcement is withdrawn; nothing was sent.
broadcast-over = This announcement is over; there is nothing left to stop.
broadcast-nothing-to-stop = No announcement is being sent or waits for its time.

broadcast-recent = Recent announcements; choose one to see what became of it:
broadcast-recent-one = { $at } · { $text }
broadcast-none-yet = No announcement yet. Type "broadcast" to write one.
broadcast-open-ledger = See the account
broadcast-ledger = Announcement of { $at } by { $name } · { $state }
broadcast-state-waiting_second = waits for approval
broadcast-state-scheduled = waits for its time
broadcast-state-sending = being sent
broadcast-state-reminding = reminding
broadcast-state-stopped = stopped
broadcast-state-done = sent
broadcast-state-refused = refused
broadcast-state-expired = not approved in time, not sent
broadcast-state-dropped = not sent, no longer allowed
broadcast-sum = Recipients { $total } = { $parts }
broadcast-sum-sent = sent { $n }
broadcast-sum-waiting = waiting { $n }
broadcast-sum-failed = not sent { $n }
broadcast-sum-unreachable = cannot be reached { $n }
broadcast-sum-stopped = stopped { $n }
broadcast-acknowledged = Acknowledged: { $n }/{ $of }
broadcast-silent = Not acknowledged: { $names }
broadcast-remind = Remind the other { $n }
broadcast-all-acknowledged = Everybody who got the announcement has acknowledged it.
broadcast-reminded-today = They were reminded today at { $at }. Once a working day is enough.
broadcast-remind-hours = It is outside the hours for messages. You can remind them from { $at }.
broadcast-still-sending = The announcement is still being sent; reminding comes after that.
broadcast-reminding = ✓ Reminding { $n } people who have not acknowledged.
broadcast-not-allowed = Announcements are sent by coordinators to the units in their charge. Please ask your coordinator.
broadcast-list = Get the list
broadcast-list-file = announcement-{ $n }-recipients.xlsx
broadcast-list-ready = Recipients of the announcement of { $at }: { $n } rows.
