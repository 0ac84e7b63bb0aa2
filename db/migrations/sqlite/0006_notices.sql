CREATE TABLE `notice` (
	`channel` text NOT NULL,
	`shown_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`min_ms` integer NOT NULL,
	`max_ms` integer NOT NULL,
	`origin` text NOT NULL,
	`is_peak` integer NOT NULL,
	PRIMARY KEY(`channel`, `shown_at`)
);
--> statement-breakpoint
CREATE INDEX `notice_until` ON `notice` (`until_at`);--> statement-breakpoint
CREATE TABLE `notice_override` (
	`channel` text PRIMARY KEY NOT NULL,
	`min_ms` integer,
	`max_ms` integer,
	`texts` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
