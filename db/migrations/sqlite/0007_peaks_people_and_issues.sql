CREATE TABLE `adjudication` (
	`task_id` integer PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `annotation_task`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `annotation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`task_id` integer,
	`conversation_id` integer NOT NULL,
	`field` text NOT NULL,
	`kind` text NOT NULL,
	`label` text,
	`is_flagged` integer NOT NULL,
	`comment` text,
	`annotator` text NOT NULL,
	`at` integer NOT NULL,
	`took_ms` integer,
	`client_key` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`task_id`) REFERENCES `annotation_task`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `annotation_client_key` ON `annotation` (`client_key`);--> statement-breakpoint
CREATE INDEX `annotation_task_answers` ON `annotation` (`task_id`);--> statement-breakpoint
CREATE INDEX `annotation_conversation` ON `annotation` (`conversation_id`,`id`);--> statement-breakpoint
CREATE INDEX `annotation_annotator` ON `annotation` (`annotator`,`id`);--> statement-breakpoint
CREATE TABLE `annotation_campaign` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`field` text NOT NULL,
	`guideline` text NOT NULL,
	`population` text NOT NULL,
	`sampling` text NOT NULL,
	`population_size` integer NOT NULL,
	`state` text NOT NULL,
	`is_demo` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `annotation_lease` (
	`task_id` integer NOT NULL,
	`annotator` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`task_id`, `annotator`),
	FOREIGN KEY (`task_id`) REFERENCES `annotation_task`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `annotation_lease_annotator` ON `annotation_lease` (`annotator`);--> statement-breakpoint
CREATE TABLE `annotation_task` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`campaign_id` integer NOT NULL,
	`conversation_id` integer NOT NULL,
	`place` integer NOT NULL,
	`stratum` text NOT NULL,
	`inclusion` real,
	`wanted` integer NOT NULL,
	`answers` integer NOT NULL,
	`gold` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `annotation_campaign`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `annotation_task_place` ON `annotation_task` (`campaign_id`,`place`);--> statement-breakpoint
CREATE INDEX `annotation_task_conversation` ON `annotation_task` (`conversation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `annotation_task_once` ON `annotation_task` (`campaign_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `issue` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`label_by` text NOT NULL,
	`summary` text NOT NULL,
	`exemplars` text NOT NULL,
	`centres` text NOT NULL,
	`repelled` text NOT NULL,
	`is_ignored` integer NOT NULL,
	`merged_into` text,
	`state` text NOT NULL,
	`state_at` integer NOT NULL,
	`owner` text,
	`target_day` text,
	`link` text,
	`fixed_in` text,
	`fixed_at` integer,
	`born_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `issue_alert` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue_id` text NOT NULL,
	`raised_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`window_ms` integer NOT NULL,
	`customers` integer NOT NULL,
	`expected` real NOT NULL,
	`p` real NOT NULL,
	`verdict` text,
	`verdict_by` text,
	`verdict_at` integer,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_alert_issue` ON `issue_alert` (`issue_id`,`raised_at`);--> statement-breakpoint
CREATE TABLE `issue_edit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`details` text NOT NULL,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_edit_issue` ON `issue_edit` (`issue_id`,`at`);--> statement-breakpoint
CREATE TABLE `issue_member` (
	`conversation_id` integer PRIMARY KEY NOT NULL,
	`issue_id` text,
	`score` real,
	`placed_by` text NOT NULL,
	`placed_at` integer NOT NULL,
	`revision` integer NOT NULL,
	`apart` text,
	`copy_of` integer,
	`voice` text NOT NULL,
	`message` text,
	`text_hash` text,
	`arrived_at` integer,
	`version` text,
	`replies` integer NOT NULL,
	`told_at` integer,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_member_issue` ON `issue_member` (`issue_id`,`arrived_at`);--> statement-breakpoint
CREATE INDEX `issue_member_text` ON `issue_member` (`text_hash`);--> statement-breakpoint
CREATE TABLE `issue_template` (
	`issue_id` text NOT NULL,
	`language` text NOT NULL,
	`body` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`issue_id`, `language`)
);
--> statement-breakpoint
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
CREATE TABLE `staffing_setting` (
	`channel` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`handling_ms` integer,
	`concurrency` real,
	`shrinkage` real,
	`patience_ms` integer,
	PRIMARY KEY(`channel`, `version`)
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