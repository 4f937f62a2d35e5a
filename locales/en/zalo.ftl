# The Zalo door: login and trouble.
zalo-login-no-key = ZALO_KEY is not set in .env (32 characters or more, kept secret). It encrypts the login.
zalo-login-scan = Open Zalo with the assistant's own account and scan the code above, or the one in { $file }.
zalo-login-scanned = { $name } has scanned it. Confirm on the phone.
zalo-login-done = Logged in, account { $uid }. Run npm start, or wait for the service to notice.
zalo-login-replaced = The account has changed: everybody must enrol again with a new code (npm run -s cli -- code PERSON). History is kept.
zalo-login-declined = Declined on the phone. Not logged in.
zalo-login-expired = The code expired several times. Run the command again and scan at once.
zalo-login-failed = Zalo refused the login. Check the network and try again in a few minutes.
zalo-trouble-no_login = ! The Zalo door is not logged in. The operator runs: npm run -s cli -- zalo-login
zalo-trouble-expired = ! Zalo no longer accepts the login. The operator runs again: npm run -s cli -- zalo-login
zalo-trouble-kicked = ! The assistant's Zalo account was opened elsewhere, so the Zalo door is paused. Close it there and restart the service.
zalo-trouble-unreachable = ! Zalo has not been reached for 15 minutes. It is tried again by itself; please check the server's network.
