CREATE TABLE `source_tally` (
	`source_id` text NOT NULL,
	`scorer` text NOT NULL,
	`conversations` integer NOT NULL,
	PRIMARY KEY(`source_id`, `scorer`),
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `taxonomy_version` (
	`version` integer PRIMARY KEY NOT NULL,
	`document` text,
	`model` text,
	`applied_at` integer NOT NULL,
	`applied_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversation_last` ON `conversation` (`source_id`,`last_message_at`);--> statement-breakpoint
INSERT INTO source_tally (source_id, scorer, conversations) SELECT source_id, coalesce(scorer, ''), count(*) FROM conversation GROUP BY 1, 2;