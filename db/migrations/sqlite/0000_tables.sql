CREATE TABLE `conversation` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`external_id` text NOT NULL,
	`channel` text NOT NULL,
	`subject` text,
	`opened_at` integer,
	`status` text NOT NULL,
	`customer_key` text,
	`language` text NOT NULL,
	`category` text,
	`team` text,
	`country` text,
	`tags` text NOT NULL,
	`exclusion` text,
	`merged_into` text,
	`is_complaint` integer NOT NULL,
	`content_hash` text NOT NULL,
	`revision` integer NOT NULL,
	`change` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`arrived_at` integer,
	`last_message_at` integer,
	`has_customer` integer NOT NULL,
	`agent_key` text,
	`message_count` integer NOT NULL,
	`place` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_place` ON `conversation` (`place`);--> statement-breakpoint
CREATE INDEX `conversation_change` ON `conversation` (`change`,`id`);--> statement-breakpoint
CREATE INDEX `conversation_merged` ON `conversation` (`source_id`,`merged_into`) WHERE "conversation"."merged_into" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_identity` ON `conversation` (`source_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `episode` (
	`conversation_id` integer NOT NULL,
	`position` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`solved_at` integer,
	`solved_by` text,
	`calendar_ms` integer,
	`working_ms` integer,
	`counts_as_solved` integer NOT NULL,
	`reopened` integer NOT NULL,
	`agent_key` text,
	PRIMARY KEY(`conversation_id`, `position`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `event` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`magnitude` real,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message` (
	`conversation_id` integer NOT NULL,
	`external_id` text NOT NULL,
	`position` integer NOT NULL,
	`at` integer,
	`actor` text NOT NULL,
	`author_key` text,
	`visibility` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`language` text NOT NULL,
	`language_confidence` real NOT NULL,
	`needs_answer` integer NOT NULL,
	`needs_answer_reason` text,
	`in_reply_to` text,
	`deleted_at` integer,
	`redactions` text NOT NULL,
	`counts_as_reply` integer NOT NULL,
	`reply_reason` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `external_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `rating` (
	`conversation_id` integer NOT NULL,
	`external_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` real NOT NULL,
	`scale_min` real NOT NULL,
	`scale_max` real NOT NULL,
	`at` integer,
	PRIMARY KEY(`conversation_id`, `external_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`is_demo` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `status_change` (
	`conversation_id` integer NOT NULL,
	`position` integer NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `position`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `wait` (
	`conversation_id` integer NOT NULL,
	`position` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`state` text NOT NULL,
	`exclusion` text,
	`nudges` integer NOT NULL,
	`calendar_ms` integer,
	`working_ms` integer,
	`due_at` integer,
	`promise_id` text,
	`promise_version` integer,
	`calendar_id` text,
	`calendar_version` integer,
	`from_message` text NOT NULL,
	`until_message` text,
	`answered_by` text,
	`first_any_at` integer,
	`language_match` integer,
	`arrived_out_of_hours` integer NOT NULL,
	`replied_out_of_hours` integer NOT NULL,
	`clamped` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `position`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `setup_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`user_id` text,
	`email` text,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`key` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`name` text NOT NULL,
	`team` text,
	`languages` text NOT NULL,
	`active_from` text,
	`active_to` text,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer DEFAULT true,
	`failed_verification_count` integer DEFAULT 0,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `two_factor_secret` ON `two_factor` (`secret`);--> statement-breakpoint
CREATE INDEX `two_factor_user` ON `two_factor` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`role` text DEFAULT 'viewer' NOT NULL,
	`disabled` integer DEFAULT false NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`screen_language` text,
	`two_factor_enabled` integer DEFAULT false
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`role` text,
	`address` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`details` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar_version` (
	`calendar_id` text NOT NULL,
	`version` integer NOT NULL,
	`valid_from` text,
	`zone` text NOT NULL,
	`week` text NOT NULL,
	`exceptions` text NOT NULL,
	PRIMARY KEY(`calendar_id`, `version`),
	FOREIGN KEY (`calendar_id`) REFERENCES `calendar`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `change_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`change` integer NOT NULL,
	`epoch` integer NOT NULL,
	`next_conversation_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cursor` (
	`source_id` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dead_letter` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_id` text NOT NULL,
	`item` text NOT NULL,
	`stage` text NOT NULL,
	`reason` text NOT NULL,
	`body` text,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`resolved_at` integer,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dead_letter_identity` ON `dead_letter` (`source_id`,`item`,`stage`);--> statement-breakpoint
CREATE TABLE `job_run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`source_id` text,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`state` text NOT NULL,
	`fetched` integer NOT NULL,
	`inserted` integer NOT NULL,
	`updated` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`rejected` integer NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `job_run_started` ON `job_run` (`started_at`);--> statement-breakpoint
CREATE TABLE `promise` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`stage` text NOT NULL,
	`channels` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `promise_version` (
	`promise_id` text NOT NULL,
	`version` integer NOT NULL,
	`valid_from` text,
	`type` text NOT NULL,
	`duration_ms` integer,
	`working_days` integer,
	`calendar_id` text NOT NULL,
	PRIMARY KEY(`promise_id`, `version`),
	FOREIGN KEY (`promise_id`) REFERENCES `promise`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendar`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `restatement` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`requested_by` text NOT NULL,
	`reason` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`conversations` integer NOT NULL,
	`changed` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
