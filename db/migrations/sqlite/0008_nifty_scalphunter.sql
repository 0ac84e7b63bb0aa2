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
CREATE INDEX `model_choice_field` ON `model_choice` (`field`,`id`);