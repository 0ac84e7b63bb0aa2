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
CREATE UNIQUE INDEX `quality_task_once` ON `quality_task` (`round_id`,`conversation_id`,`message`);