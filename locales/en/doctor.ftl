# What the check of the set-up finds.
doctor-folder-new = The data folder { $folder } does not exist yet; it will be made at the first start.
doctor-folder-locked = The data folder { $folder } cannot be written. Give the service's account the right, or set DATA_DIR elsewhere.
doctor-disk = { $mb } MB free on disk (at least 200 MB needed).
doctor-no-data = There is no real data yet. Import a roster: npm run -s cli -- import FILE.xlsx
doctor-damaged = The data file is damaged or cannot be opened: { $why }. Restore the latest backup.
doctor-data-ok = The data file opens and is whole (kind: { $mode }).
doctor-audit-ok = The audit log is whole.
doctor-audit-broken = The audit log was changed from row { $row } on. Keep the file, compare it with a backup, tell whoever is responsible.
doctor-roster = { $units } reporting units, { $people } people, { $enrolled } enrolled.
doctor-no-roster = There is no reporting unit yet. Import a roster: npm run -s cli -- import FILE.xlsx
doctor-calendar = The days off of { $year } have no official notice yet and are worked out from the law. Add directives/holidays/{ $year }.json.
doctor-telegram-ok = Telegram: answers; the token is that of @{ $bot }.
doctor-telegram-refused = Telegram: refuses the token ({ $cause }). Set TELEGRAM_BOT_TOKEN to the one @BotFather shows, and check TELEGRAM_API_ROOT.
doctor-telegram-conflict = Telegram: another program takes this bot's messages ({ $cause }). Stop it, or give the service a bot of its own.
doctor-telegram-away = Telegram: cannot be reached ({ $cause }). Check the network of this machine; where Telegram is blocked, set TELEGRAM_PROXY_URL or TELEGRAM_API_ROOT.

# Backup, restore, checking the data.
backup-done = Backed up to { $file }.
restore-done = Restored into { $folder }. Check it: npm run -s cli -- verify
verify-months-apart = The sums of { $n } months do not agree with the answers: the file was changed by hand. Keep the file, compare it with a backup, tell whoever is responsible.
verify-ok = The data and the audit log are whole.
doctor-no-channel = Telegram and Zalo are both off (no channel is set in .env: TELEGRAM_BOT_TOKEN, ZALO_KEY); the service will run in practice mode.
doctor-telegram-off = Telegram: not used (TELEGRAM_BOT_TOKEN is not set).
doctor-zalo-off = Zalo: not used (ZALO_KEY is not set).
doctor-zalo-no-login = Zalo: there is no login in { $file }. Run: npm run -s cli -- zalo-login
doctor-zalo-locked = Zalo: the login in { $file } cannot be opened with this ZALO_KEY. Set ZALO_KEY to what it was, or run again: npm run -s cli -- zalo-login
doctor-zalo-login = Zalo: there is a login of account { $account }, scanned on { $since }, renewed { $days } days ago.
doctor-zalo-old = Zalo: the login of account { $account } (scanned on { $since }) was not renewed for { $days } days and may have expired. Run the service; if Zalo refuses it, run again: npm run -s cli -- zalo-login
doctor-upgrade = The data is of an older version and whole; it will be upgraded at the next start ({ $upgrades } steps, a copy is kept).
doctor-size = The data file has { $mb } MB ({ $free } MB of it free, to be used again): messages sent { $sent } MB, received { $said } MB, answers { $answers } MB, reminder times { $timers } MB.
doctor-zalo-keyless = Zalo: there is a login in { $file } but ZALO_KEY is not set, so it is not used. To use it again set ZALO_KEY to what it was in .env; if it is not wanted remove that file.
doctor-zalo-unreadable = Zalo: the file of the login { $file } cannot be read. Give the service's account the right to read and write it, or set ZALO_LOGIN_FILE to another file and run: npm run -s cli -- zalo-login
doctor-node = Node { $version } makes the service stop without warning, so the data is not opened. Install Node 22, run npm ci, and try again.
