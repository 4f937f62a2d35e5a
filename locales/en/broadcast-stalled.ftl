# Everything else is settled; the rest waits for a channel to work again
broadcast-stalled = Sent { $sent } · still waiting { $waiting } · not sent { $missed } · acknowledged { $acknowledged }/{ $of }
broadcast-stalled-at = ! Waiting for { $door } to work again: { $n } (since { $at })
broadcast-stalled-then = They leave by themselves when it does; the final account follows.
broadcast-waiting-by = Waiting to leave: { $doors }
broadcast-waiting-at = { $door } { $n } (since { $at })
