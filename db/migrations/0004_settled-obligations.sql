DROP INDEX `obligation_entries_period`;--> statement-breakpoint
CREATE INDEX `obligation_entries_period` ON `obligation_entries` (`period`,`obligation`,`event`,`unit_id`,`kind`,`subtree`);