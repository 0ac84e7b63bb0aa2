CREATE TABLE "notice" (
	"channel" text collate "C" NOT NULL,
	"shown_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"min_ms" bigint NOT NULL,
	"max_ms" bigint NOT NULL,
	"origin" text collate "C" NOT NULL,
	"is_peak" boolean NOT NULL,
	CONSTRAINT "notice_channel_shown_at_pk" PRIMARY KEY("channel","shown_at")
);
--> statement-breakpoint
CREATE TABLE "notice_override" (
	"channel" text collate "C" PRIMARY KEY NOT NULL,
	"min_ms" bigint,
	"max_ms" bigint,
	"texts" jsonb NOT NULL,
	"set_by" text collate "C" NOT NULL,
	"set_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "notice_until" ON "notice" USING btree ("until_at");