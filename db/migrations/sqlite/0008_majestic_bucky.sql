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
