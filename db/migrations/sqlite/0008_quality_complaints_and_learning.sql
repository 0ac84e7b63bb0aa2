CREATE TABLE `complaint` (
	`conversation_id` integer PRIMARY KEY NOT NULL,
	`rung` text NOT NULL,
	`machine_rung` text NOT NULL,
	`is_by_hand` integer NOT NULL,
	`reasons` text NOT NULL,
	`at` integer NOT NULL,
	`customer_key` text,
	`claim_at` integer,
	`machine_verdict` text,
	`verdict` text,
	`is_confirmed` integer NOT NULL,
	`from_conversation_id` integer,
	`from_rung` text,
	`from_at` integer,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `complaint_customer` ON `complaint` (`customer_key`);--> statement-breakpoint
CREATE TABLE `complaint_clock` (
	`conversation_id` integer NOT NULL,
	`stage` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`state` text NOT NULL,
	`exclusion` text,
	`due_at` integer,
	`working_ms` integer,
	`calendar_id` text,
	`promise_id` text,
	`promise_version` integer,
	PRIMARY KEY(`conversation_id`, `stage`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `complaint_review` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text,
	`machine` text,
	`note` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `complaint_review_conversation` ON `complaint_review` (`conversation_id`,`id`);--> statement-breakpoint
CREATE TABLE `complaint_sign` (
	`conversation_id` integer NOT NULL,
	`external_id` text NOT NULL,
	`level` text,
	`claims_no_reply` integer NOT NULL,
	`signs` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `external_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `faq_entry` (
	`issue_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`link` text,
	`published_at` integer,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `faq_text` (
	`issue_id` text NOT NULL,
	`language` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	PRIMARY KEY(`issue_id`, `language`),
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `issue_ticket` (
	`issue_id` text PRIMARY KEY NOT NULL,
	`repository` text NOT NULL,
	`marker` text NOT NULL,
	`requested_at` integer NOT NULL,
	`requested_by` text NOT NULL,
	`number` integer,
	`url` text,
	`state` text,
	`state_reason` text,
	`closed_at` integer,
	`checked_at` integer,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `learned_model` (
	`field` text NOT NULL,
	`version` integer NOT NULL,
	`base_version` text NOT NULL,
	`taxonomy_version` integer NOT NULL,
	`trained_at` integer NOT NULL,
	`trained_by` text NOT NULL,
	`is_demo` integer NOT NULL,
	`figures` text NOT NULL,
	`weights` text NOT NULL,
	PRIMARY KEY(`field`, `version`)
);
--> statement-breakpoint
CREATE TABLE `model_choice` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`field` text NOT NULL,
	`version` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `model_choice_field` ON `model_choice` (`field`,`id`);--> statement-breakpoint
CREATE TABLE `quality_lease` (
	`task_id` integer NOT NULL,
	`reviewer` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`task_id`, `reviewer`),
	FOREIGN KEY (`task_id`) REFERENCES `quality_task`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `quality_lease_reviewer` ON `quality_lease` (`reviewer`);--> statement-breakpoint
CREATE TABLE `quality_own` (
	`user_id` text PRIMARY KEY NOT NULL,
	`agent` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `quality_review` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`task_id` integer NOT NULL,
	`reviewer` text NOT NULL,
	`at` integer NOT NULL,
	`revised_at` integer,
	`weights_version` integer NOT NULL,
	`marks` text NOT NULL,
	`auto` text NOT NULL,
	`score` real,
	`outcome` text,
	`note` text,
	`took_ms` integer,
	`client_key` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `quality_task`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quality_review_client_key` ON `quality_review` (`client_key`);--> statement-breakpoint
CREATE INDEX `quality_review_reviewer` ON `quality_review` (`reviewer`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `quality_review_once` ON `quality_review` (`task_id`,`reviewer`);--> statement-breakpoint
CREATE TABLE `quality_round` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`population` text NOT NULL,
	`sampling` text NOT NULL,
	`population_size` integer NOT NULL,
	`reviewers` integer NOT NULL,
	`state` text NOT NULL,
	`is_demo` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `quality_setting` (
	`version` integer PRIMARY KEY NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`weights` text NOT NULL,
	`pass_mark` real NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quality_task` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer,
	`conversation_id` integer NOT NULL,
	`message` text NOT NULL,
	`reply_at` integer NOT NULL,
	`agent_key` text,
	`place` integer NOT NULL,
	`stratum` text NOT NULL,
	`inclusion` real,
	`wanted` integer NOT NULL,
	`answers` integer NOT NULL,
	`reviewed_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`weights_version` integer,
	`marks` text,
	`score` real,
	`outcome` text,
	FOREIGN KEY (`round_id`) REFERENCES `quality_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `quality_task_place` ON `quality_task` (`round_id`,`place`);--> statement-breakpoint
CREATE INDEX `quality_task_conversation` ON `quality_task` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `quality_task_reviewed` ON `quality_task` (`reviewed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `quality_task_once` ON `quality_task` (`round_id`,`conversation_id`,`message`);--> statement-breakpoint
CREATE TABLE `category_alias` (
	`was` text PRIMARY KEY NOT NULL,
	`becomes` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `taxonomy_draft` (
	`id` integer PRIMARY KEY NOT NULL,
	`document` text,
	`of_version` integer,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `taxonomy_move` (
	`version` integer NOT NULL,
	`was` text NOT NULL,
	`becomes` text NOT NULL,
	PRIMARY KEY(`version`, `was`)
);
--> statement-breakpoint
ALTER TABLE `job_run` ADD `place` integer;--> statement-breakpoint
CREATE INDEX `conversation_customer` ON `conversation` (`customer_key`) WHERE "conversation"."customer_key" is not null;