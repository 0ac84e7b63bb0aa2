CREATE TABLE `score` (
	`conversation_id` integer NOT NULL,
	`external_id` text NOT NULL,
	`scorer` text NOT NULL,
	`sentiment` text,
	`sentiment_score` real,
	`neg` real,
	`neu` real,
	`pos` real,
	`is_mixed` integer NOT NULL,
	`is_abstained` integer NOT NULL,
	`category` text,
	`category_confidence` real,
	`harm` text,
	`harm_reasons` text NOT NULL,
	`risks` text NOT NULL,
	`evidence` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `external_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `conversation` ADD `sentiment` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `sentiment_score` real;--> statement-breakpoint
ALTER TABLE `conversation` ADD `sentiment_opening` real;--> statement-breakpoint
ALTER TABLE `conversation` ADD `sentiment_closing` real;--> statement-breakpoint
ALTER TABLE `conversation` ADD `scored_category` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `scored_category_confidence` real;--> statement-breakpoint
ALTER TABLE `conversation` ADD `harm` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `harm_reasons` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `risk` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `risks` text;--> statement-breakpoint
ALTER TABLE `conversation` ADD `scorer` text;--> statement-breakpoint
CREATE INDEX `wait_open` ON `wait` (`conversation_id`) WHERE "wait"."state" = 'open';