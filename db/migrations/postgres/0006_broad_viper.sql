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
CREATE INDEX "survey_offer_offered" ON "survey_offer" USING btree ("offered_at");--> statement-breakpoint
CREATE INDEX "message_survey" ON "message" USING btree ("conversation_id","at") WHERE "message"."kind" = 'survey';