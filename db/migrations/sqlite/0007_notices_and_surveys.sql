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
--> statement-breakpoint
CREATE TABLE `survey_offer` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`conversation_id` integer NOT NULL,
	`episode` integer NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`language` text NOT NULL,
	`offered_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`reminders` integer NOT NULL,
	`reminded_at` integer,
	`answered_at` integer,
	`changed_at` integer,
	`value` real,
	`scale_min` real NOT NULL,
	`scale_max` real NOT NULL,
	`comment` text,
	`comment_redactions` text NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `survey_offer_offered` ON `survey_offer` (`offered_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `survey_offer_episode` ON `survey_offer` (`conversation_id`,`episode`);--> statement-breakpoint
CREATE INDEX `message_survey` ON `message` (`conversation_id`,`at`) WHERE "message"."kind" = 'survey';