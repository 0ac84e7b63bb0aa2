CREATE TABLE `source_connection` (
	`source_id` text PRIMARY KEY NOT NULL,
	`connector` text NOT NULL,
	`settings` text NOT NULL,
	`secrets` text,
	`interval_ms` integer NOT NULL,
	`is_paused` integer NOT NULL,
	`read_from` integer NOT NULL,
	`added_at` integer NOT NULL,
	`next_run_at` integer,
	`failures` integer NOT NULL,
	`last_done_at` integer,
	`server_at` integer,
	`checked_gone_at` integer,
	`gone_seen` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `source_gap` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_id` text NOT NULL,
	`from_at` integer,
	`to_at` integer,
	`reason` text NOT NULL,
	`seen_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_gap_source` ON `source_gap` (`source_id`,`id`);