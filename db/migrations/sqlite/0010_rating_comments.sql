ALTER TABLE `source_connection` ADD `answers_hidden` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `source_connection` ADD `facts_hidden` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `rating` ADD `comment` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `comment_redactions` text;