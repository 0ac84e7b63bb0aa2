CREATE TABLE "staffing_setting" (
	"channel" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"saved_at" bigint NOT NULL,
	"saved_by" text collate "C" NOT NULL,
	"handling_ms" bigint,
	"concurrency" double precision,
	"shrinkage" double precision,
	"patience_ms" bigint,
	CONSTRAINT "staffing_setting_channel_version_pk" PRIMARY KEY("channel","version")
);
