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
