# Wrong settings in .env: what is wrong (never the value itself, which may be a secret) and what may stand there.
settings-wrong = ! The settings are not right (.env or the environment):
settings-wrong-line = - { $name }: { $fault } { $remedy }
settings-wrong-see = Mend them and start again. See .env.example and docs/vi/van-hanh.md.

settings-fault-unknown_word = there is no such choice.
settings-fault-not_whole = not a whole number.
settings-fault-out_of_range = the number is out of bounds.
settings-fault-unprintable = holds a line break or another character that cannot be printed.
settings-fault-too_long = too long.
settings-fault-too_short = too short to be safe.
settings-fault-not_ids = not a list of ids of directives.
settings-fault-not_host = not the name or address of a machine.
settings-fault-not_http = not an address that begins with http:// or https://.
settings-fault-not_https = must be an https address.
settings-fault-not_token = not the token of a bot.
settings-fault-not_webhook_secret = too short, too long, or with characters that may not be used.
settings-fault-not_gap = not a range of seconds.
settings-fault-missing = not set, but other settings need it.
settings-fault-unusable = cannot be used as it is.

settings-remedy-DATA_DIR = Give the path of a folder on one line, such as DATA_DIR=/srv/tro-ly-iso; blank is the folder data.
settings-remedy-LOG_LEVEL = Give debug, info, warn or error in small letters, such as LOG_LEVEL=info; blank is info.
settings-remedy-REPORT_WINDOW = Give calendar_month (from the 1st) or 15-14, such as REPORT_WINDOW=calendar_month; blank is calendar_month.
settings-remedy-RATIO_MODE = Give truncate or round, such as RATIO_MODE=truncate; blank is truncate.
settings-remedy-RATIO_DECIMALS = Give the number of decimals, from 0 to 6, such as RATIO_DECIMALS=2; blank is 2.
settings-remedy-STANDARD_CODE = Give the name of the standard on one line of at most 200 characters, such as STANDARD_CODE=TCVN ISO 9001:2015; blank is that one.
settings-remedy-DIRECTIVES = Give ids with commas between them, such as DIRECTIVES=dong-nai-821-2021, quang-ngai-2021; blank applies all.
settings-remedy-WEB_CHAT_HOST = Give an address without http:// and port, such as WEB_CHAT_HOST=127.0.0.1; blank is that one.
settings-remedy-WEB_CHAT_PORT = Give a number from 0 to 65535 (0 is any free port), such as WEB_CHAT_PORT=3000; blank is 3000.
settings-remedy-WEB_CHAT_SECRET = Set a password of 16 characters or more, such as openssl rand -hex 16 prints. It may be blank only where WEB_CHAT_HOST is 127.0.0.1.
settings-remedy-ZALO_KEY = Set a key of 32 random characters or more, such as openssl rand -hex 32 prints; blank turns Zalo off.
settings-remedy-ZALO_LOGIN_FILE = Give the path of a file on one line, such as ZALO_LOGIN_FILE=/srv/tro-ly-iso/zalo-personal.login; blank is a file in the data folder.
settings-remedy-ZALO_GAP_SECONDS = Give the least and the most seconds with a dash between them, such as ZALO_GAP_SECONDS=2-4; blank is 2-4.
settings-remedy-ZALO_DAILY_MAX = Give the most messages a day, from 1 to 100000, such as ZALO_DAILY_MAX=1000; blank is 1000.
settings-remedy-TELEGRAM_BOT_TOKEN = Copy the whole token @BotFather shows, it looks like 123456789:AAE…; blank turns Telegram off.
settings-remedy-TELEGRAM_API_ROOT = Give the address of a Bot API server, such as TELEGRAM_API_ROOT=https://api.telegram.org; blank is that one.
settings-remedy-TELEGRAM_PROXY_URL = Give an HTTP proxy (no SOCKS), such as TELEGRAM_PROXY_URL=http://proxy.example.vn:3128; blank goes straight.
settings-remedy-TELEGRAM_WEBHOOK_URL = Give an https address Telegram can call, such as TELEGRAM_WEBHOOK_URL=https://bot.example.vn/telegram; blank asks Telegram instead.
settings-remedy-TELEGRAM_WEBHOOK_SECRET = Set 16 to 256 of the characters A-Z a-z 0-9 _ -, such as openssl rand -hex 32 prints; needed with TELEGRAM_WEBHOOK_URL.
settings-remedy-TELEGRAM_WEBHOOK_HOST = Give the address to listen at without https:// and port, such as TELEGRAM_WEBHOOK_HOST=127.0.0.1; blank is that one.
settings-remedy-TELEGRAM_WEBHOOK_PORT = Give a number from 0 to 65535, such as TELEGRAM_WEBHOOK_PORT=8443; blank is 8443.

settings-host-unknown = ! This machine has no address as WEB_CHAT_HOST says. Set WEB_CHAT_HOST=127.0.0.1 or an address of this machine.
