CREATE TABLE `hook_delivery` (
	`source_id` text NOT NULL,
	`delivery_hash` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`source_id`, `delivery_hash`),
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hook_delivery_received` ON `hook_delivery` (`received_at`);--> statement-breakpoint
CREATE TABLE `push_answer` (
	`source_id` text NOT NULL,
	`key_hash` text NOT NULL,
	`body_hash` text NOT NULL,
	`answer` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`source_id`, `key_hash`),
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `push_answer_saved` ON `push_answer` (`saved_at`);--> statement-breakpoint
CREATE TABLE `source_key` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_id` text NOT NULL,
	`use` text NOT NULL,
	`label` text NOT NULL,
	`hint` text NOT NULL,
	`hash` text,
	`sealed` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_key_source` ON `source_key` (`source_id`,`id`);--> statement-breakpoint
ALTER TABLE `source_connection` ADD `hinted_at` integer;