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
CREATE TABLE "survey_offer" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"conversation_id" bigint NOT NULL,
	"episode" integer NOT NULL,
	"kind" text collate "C" NOT NULL,
	"channel" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"offered_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"reminders" integer NOT NULL,
	"reminded_at" bigint,
	"answered_at" bigint,
	"changed_at" bigint,
	"value" double precision,
	"scale_min" double precision NOT NULL,
	"scale_max" double precision NOT NULL,
	"comment" text collate "C",
	"comment_redactions" jsonb NOT NULL,
	CONSTRAINT "survey_offer_episode" UNIQUE("conversation_id","episode")
);
--> statement-breakpoint
ALTER TABLE "survey_offer" ADD CONSTRAINT "survey_offer_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_until" ON "notice" USING btree ("until_at");--> statement-breakpoint
CREATE INDEX "survey_offer_offered" ON "survey_offer" USING btree ("offered_at");--> statement-breakpoint
CREATE INDEX "message_survey" ON "message" USING btree ("conversation_id","at") WHERE "message"."kind" = 'survey';