CREATE TABLE `mention` (
	`conversation_id` integer NOT NULL,
	`external_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `external_id`, `key`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mention_key` ON `mention` (`key`);