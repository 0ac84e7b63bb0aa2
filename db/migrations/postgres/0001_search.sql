-- The search index. Texts are folded and cut into words and character pairs by db/store/search-terms.ts; `terms` tells whether
-- each occurs, and `pairs` holds the character pairs in their order, to tell whether several stand side by side.
CREATE TABLE "conversation_search" (
	"place" bigint PRIMARY KEY NOT NULL,
	"terms" tsvector NOT NULL,
	"pairs" text collate "C" NOT NULL
);--> statement-breakpoint
CREATE INDEX "conversation_search_terms" ON "conversation_search" USING gin ("terms");--> statement-breakpoint
INSERT INTO "change_state" ("id", "change", "epoch", "next_conversation_id") VALUES (1, 0, 1, 1);
