CREATE TABLE "category_alias" (
	"was" text collate "C" PRIMARY KEY NOT NULL,
	"becomes" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taxonomy_draft" (
	"id" integer PRIMARY KEY NOT NULL,
	"document" jsonb,
	"of_version" integer,
	"saved_at" bigint NOT NULL,
	"saved_by" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taxonomy_move" (
	"version" integer NOT NULL,
	"was" text collate "C" NOT NULL,
	"becomes" text collate "C" NOT NULL,
	CONSTRAINT "taxonomy_move_version_was_pk" PRIMARY KEY("version","was")
);
