CREATE TABLE "mention" (
	"conversation_id" bigint NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	CONSTRAINT "mention_conversation_id_external_id_key_pk" PRIMARY KEY("conversation_id","external_id","key")
);
--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mention_key" ON "mention" USING btree ("key");