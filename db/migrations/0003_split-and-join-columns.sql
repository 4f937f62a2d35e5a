ALTER TABLE `units` ADD `split_from_id` integer;--> statement-breakpoint
ALTER TABLE `join_requests` ADD `unit_said` text;--> statement-breakpoint
-- What a unit was split from stood in one setting for all units, as [[part, from], …].
UPDATE units SET split_from_id = (
	SELECT json_extract(pair.value, '$[1]')
	FROM settings, json_each(settings.value) AS pair
	WHERE settings.key = 'unit_splits' AND json_extract(pair.value, '$[0]') = units.id
);--> statement-breakpoint
DELETE FROM settings WHERE key = 'unit_splits';--> statement-breakpoint
-- The unit typed in a request stood in a second line of the name.
UPDATE join_requests
SET
	unit_said = nullif(substr(name, instr(name, char(10)) + 1), ''),
	name = substr(name, 1, instr(name, char(10)) - 1)
WHERE instr(name, char(10)) > 0;
