CREATE TABLE "source_tally" (
	"source_id" text collate "C" NOT NULL,
	"scorer" text collate "C" NOT NULL,
	"conversations" integer NOT NULL,
	CONSTRAINT "source_tally_source_id_scorer_pk" PRIMARY KEY("source_id","scorer")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"document" jsonb,
	"model" text collate "C",
	"applied_at" bigint NOT NULL,
	"applied_by" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source_tally" ADD CONSTRAINT "source_tally_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_last" ON "conversation" USING btree ("source_id","last_message_at");--> statement-breakpoint
INSERT INTO source_tally (source_id, scorer, conversations) SELECT source_id, coalesce(scorer, ''), count(*) FROM conversation GROUP BY 1, 2;