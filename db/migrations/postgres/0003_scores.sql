CREATE TABLE "score" (
	"conversation_id" bigint NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"scorer" text collate "C" NOT NULL,
	"sentiment" text collate "C",
	"sentiment_score" double precision,
	"neg" double precision,
	"neu" double precision,
	"pos" double precision,
	"is_mixed" boolean NOT NULL,
	"is_abstained" boolean NOT NULL,
	"category" text collate "C",
	"category_confidence" double precision,
	"harm" text collate "C",
	"harm_reasons" jsonb NOT NULL,
	"risks" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "score_conversation_id_external_id_pk" PRIMARY KEY("conversation_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "sentiment" text collate "C";--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "sentiment_score" double precision;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "sentiment_opening" double precision;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "sentiment_closing" double precision;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "scored_category" text collate "C";--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "scored_category_confidence" double precision;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "harm" text collate "C";--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "harm_reasons" jsonb;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "risk" text collate "C";--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "risks" jsonb;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "scorer" text collate "C";--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wait_open" ON "wait" USING btree ("conversation_id") WHERE "wait"."state" = 'open';