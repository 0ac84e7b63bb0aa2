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
CREATE UNIQUE INDEX `annotation_task_once` ON `annotation_task` (`campaign_id`,`conversation_id`);