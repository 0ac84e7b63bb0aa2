CREATE TABLE `staffing_setting` (
	`channel` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`handling_ms` integer,
	`concurrency` real,
	`shrinkage` real,
	`patience_ms` integer,
	PRIMARY KEY(`channel`, `version`)
);
