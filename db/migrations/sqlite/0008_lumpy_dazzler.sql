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
ALTER TABLE `job_run` ADD `place` integer;--> statement-breakpoint
CREATE INDEX `conversation_customer` ON `conversation` (`customer_key`) WHERE "conversation"."customer_key" is not null;