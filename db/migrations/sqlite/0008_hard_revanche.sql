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
