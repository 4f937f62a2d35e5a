# Telegram's menu of commands.
telegram-menu-nop = Report a month
telegram-menu-sua = Correct a month already sent
telegram-menu-tinhhinh = Status of the reports
telegram-menu-chuanop = Units that have not reported
telegram-menu-baocao = Annual report (Word)
telegram-menu-bosung = Complete the annual report
telegram-menu-trogiup = Help
telegram-menu-huy = Stop what is open
