ALTER TABLE "source_connection" ADD COLUMN "answers_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "source_connection" ADD COLUMN "facts_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "comment" text collate "C";--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "comment_redactions" jsonb;