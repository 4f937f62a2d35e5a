# The service when it starts and stops: printed for the operator.
service-practice = ISO assistant · training mode: all units, people and figures are made up.
service-practice-url = Open in a browser: { $url }
service-practice-code = Code to try enrolling with: { $code } (on the page choose "Newcomer, not enrolled" and send it)
service-practice-folder = Practice data is in { $folder }, wholly apart from real data. To begin anew: stop the service, delete that folder, start again.
service-practice-next = For real work: import a roster with npm run -s cli -- import FILE.xlsx, set a chat channel ({ $settings }) in .env, and start again. See .env.example.
service-practice-roster = There is a real roster ({ $units } units, { $people } people) but no chat channel yet, so this is not the real service. Set { $settings } in .env and start again. See .env.example.
service-practice-real-unread = ! The real data cannot be read. To see why: npm run -s cli -- doctor
service-real = ISO assistant · running on the real data in { $folder }.
service-real-door = Channel { $name }: { $detail }
service-real-no-roster = ! There are no units and people yet. Import them: npm run -s cli -- import FILE.xlsx (no need to stop the service).
service-real-roster = Roster: { $units } units, { $people } people.
service-how-to-stop = To stop: Ctrl-C.
service-stopping = Stopping…
service-stopped = Stopped. The next start goes on from here.
service-stopped-late = Stopped after waiting { $seconds } seconds; what was being sent goes on at the next start.

service-folder-in-use = ! Another service is running on the folder { $folder }. Stop it, or set DATA_DIR to another folder.
service-folder-denied = ! The folder { $folder } cannot be written. Give the service's account the right, or set DATA_DIR elsewhere.
service-folder-foreign = ! The folder { $folder } holds { $known ->
    [real] real data
    [practice] practice data
   *[other] the data of a played script
 } and cannot be used for this. Set DATA_DIR to another folder.
service-port-taken = ! Port { $port } is used by another program. Stop it, or set WEB_CHAT_PORT to a free port, for example { $free }.
service-port-denied = ! Port { $port } may not be used. Set WEB_CHAT_PORT to a number above 1023.
service-failed = ! The service could not start: { $why }
