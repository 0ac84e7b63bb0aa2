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