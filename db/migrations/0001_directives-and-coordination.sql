CREATE TABLE `calendar_days` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`current` integer NOT NULL,
	`said_by` integer NOT NULL,
	`said_at` integer NOT NULL,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_days_current` ON `calendar_days` (`date`) WHERE current = 1;--> statement-breakpoint
CREATE TABLE `covers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`cover_id` integer,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`ended_at` integer,
	`said_at` integer NOT NULL,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE INDEX `covers_person` ON `covers` (`person_id`);--> statement-breakpoint
CREATE INDEX `covers_cover` ON `covers` (`cover_id`);--> statement-breakpoint
CREATE INDEX `covers_said` ON `covers` (`said_at`);--> statement-breakpoint
CREATE TABLE `directives` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`data` text NOT NULL,
	`revision` integer NOT NULL,
	`current` integer NOT NULL,
	`issued_by` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `directives_current` ON `directives` (`code`) WHERE current = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `directives_revision` ON `directives` (`code`,`revision`);--> statement-breakpoint
CREATE TABLE `obligation_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`subtree` integer DEFAULT false NOT NULL,
	`obligation` text NOT NULL,
	`period` text NOT NULL,
	`event` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`date` text,
	`document_id` integer,
	`reason` text,
	`decision` text,
	`said_by` integer NOT NULL,
	`said_at` integer NOT NULL,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE INDEX `obligation_entries_unit` ON `obligation_entries` (`unit_id`,`obligation`,`period`);--> statement-breakpoint
CREATE INDEX `obligation_entries_period` ON `obligation_entries` (`period`,`obligation`);--> statement-breakpoint
CREATE INDEX `obligation_entries_said` ON `obligation_entries` (`said_at`);--> statement-breakpoint
CREATE TABLE `broadcast_recipients` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`broadcast_id` integer NOT NULL,
	`person_id` integer,
	`group_id` integer,
	`outbox_id` integer,
	`unreachable` text,
	`acknowledged_at` integer,
	`reminded_at` integer
);
--> statement-breakpoint
CREATE INDEX `broadcast_recipients_broadcast` ON `broadcast_recipients` (`broadcast_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `broadcast_recipients_person` ON `broadcast_recipients` (`broadcast_id`,`person_id`) WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `broadcast_recipients_group` ON `broadcast_recipients` (`broadcast_id`,`group_id`) WHERE group_id is not null;--> statement-breakpoint
CREATE INDEX `broadcast_recipients_outbox` ON `broadcast_recipients` (`outbox_id`);--> statement-breakpoint
CREATE INDEX `broadcast_recipients_of` ON `broadcast_recipients` (`person_id`);--> statement-breakpoint
CREATE TABLE `broadcasts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`author_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`text` text NOT NULL,
	`picture` text,
	`audience` text NOT NULL,
	`state` text NOT NULL,
	`send_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`approved_by` integer,
	`settled_at` integer,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE INDEX `broadcasts_open` ON `broadcasts` (`id`) WHERE settled_at is null;--> statement-breakpoint
CREATE TABLE `change_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`period` text NOT NULL,
	`change` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`verdict` text,
	`decided_by` integer,
	`decided_at` integer,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE INDEX `change_requests_unit` ON `change_requests` (`unit_id`,`period`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`title` text NOT NULL,
	`unit_id` integer NOT NULL,
	`linked_by` integer NOT NULL,
	`linked_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_linked` ON `groups` (`channel`,`account`,`address`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `groups_unit` ON `groups` (`unit_id`);--> statement-breakpoint
CREATE TABLE `join_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`name` text NOT NULL,
	`unit_id` integer NOT NULL,
	`role` text NOT NULL,
	`asked_at` integer NOT NULL,
	`verdict` text,
	`decided_by` integer,
	`decided_at` integer,
	`person_id` integer
);
--> statement-breakpoint
CREATE INDEX `join_requests_unit` ON `join_requests` (`unit_id`);--> statement-breakpoint
CREATE INDEX `join_requests_address` ON `join_requests` (`channel`,`account`,`address`);--> statement-breakpoint
CREATE TABLE `month_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`period` text NOT NULL,
	`verdict` text NOT NULL,
	`reasons` text NOT NULL,
	`said_by` integer NOT NULL,
	`said_at` integer NOT NULL,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE INDEX `month_reviews_unit` ON `month_reviews` (`unit_id`,`period`);--> statement-breakpoint
CREATE TABLE `period_locks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`period` text NOT NULL,
	`locked` integer NOT NULL,
	`said_by` integer NOT NULL,
	`said_at` integer NOT NULL,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE INDEX `period_locks_period` ON `period_locks` (`period`,`unit_id`);--> statement-breakpoint
CREATE INDEX `answers_figures` ON `answers` (`unit_id`,`period`,`indicator`,`kind`,`value`) WHERE current = 1;--> statement-breakpoint
CREATE INDEX `answers_indicator` ON `answers` (`indicator`,`period`) WHERE current = 1;--> statement-breakpoint
CREATE INDEX `filings_last` ON `filings` (`last_filed_at`);