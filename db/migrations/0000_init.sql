CREATE TABLE `answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`period` text NOT NULL,
	`indicator` text NOT NULL,
	`kind` text NOT NULL,
	`value` text,
	`revision` integer NOT NULL,
	`current` integer NOT NULL,
	`said_by` integer NOT NULL,
	`said_at` integer NOT NULL,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_current` ON `answers` (`unit_id`,`period`,`indicator`) WHERE current = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `answers_revision` ON `answers` (`unit_id`,`period`,`indicator`,`revision`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`period` text NOT NULL,
	`role` text NOT NULL,
	`citation` text NOT NULL,
	`current` integer NOT NULL,
	`said_by` integer NOT NULL,
	`said_at` integer NOT NULL,
	`inbox_id` integer
);
--> statement-breakpoint
CREATE INDEX `documents_current` ON `documents` (`unit_id`,`period`) WHERE current = 1;--> statement-breakpoint
CREATE TABLE `enrolment_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `enrolment_codes_person` ON `enrolment_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `enrolment_tries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `enrolment_tries_address` ON `enrolment_tries` (`channel`,`account`,`address`,`at`);--> statement-breakpoint
CREATE TABLE `filings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`period` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`first_filed_at` integer NOT NULL,
	`first_filed_by` integer NOT NULL,
	`last_filed_at` integer NOT NULL,
	`receipt` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `filings_receipt_unique` ON `filings` (`receipt`);--> statement-breakpoint
CREATE UNIQUE INDEX `filings_once` ON `filings` (`unit_id`,`period`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`person_id` integer NOT NULL,
	`bound_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`gone_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_once` ON `identities` (`channel`,`account`,`address`);--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`message_id` text NOT NULL,
	`address` text NOT NULL,
	`person_id` integer,
	`received_at` integer NOT NULL,
	`said` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_once` ON `inbox` (`channel`,`account`,`message_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`role` text NOT NULL,
	`valid_from` text,
	`valid_to` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_once` ON `memberships` (`person_id`,`unit_id`,`role`);--> statement-breakpoint
CREATE INDEX `memberships_unit` ON `memberships` (`unit_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text,
	`person_id` integer,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`priority` integer NOT NULL,
	`message` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`message_id` text,
	`failure` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_sent` ON `outbox` (`channel`,`account`,`settled_at`) WHERE state = 'sent';--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`channel`,`priority`,`id`) WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `outbox_chat` ON `outbox` (`channel`,`account`,`address`,`id`) WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`language` text DEFAULT 'vi' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_code_unique` ON `people` (`code`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`flow` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `timers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL,
	`person_id` integer,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `timers_key_unique` ON `timers` (`key`);--> statement-breakpoint
CREATE INDEX `timers_waiting` ON `timers` (`due_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE TABLE `units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` integer,
	`valid_from` text,
	`valid_to` text,
	`successor_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_code_unique` ON `units` (`code`);--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);