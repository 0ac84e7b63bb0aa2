CREATE TABLE "faq_entry" (
	"issue_id" text collate "C" PRIMARY KEY NOT NULL,
	"state" text collate "C" NOT NULL,
	"link" text collate "C",
	"published_at" bigint,
	"updated_at" bigint NOT NULL,
	"updated_by" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "faq_text" (
	"issue_id" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"question" text collate "C" NOT NULL,
	"answer" text collate "C" NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text collate "C" NOT NULL,
	CONSTRAINT "faq_text_issue_id_language_pk" PRIMARY KEY("issue_id","language")
);
--> statement-breakpoint
CREATE TABLE "issue_ticket" (
	"issue_id" text collate "C" PRIMARY KEY NOT NULL,
	"repository" text collate "C" NOT NULL,
	"marker" text collate "C" NOT NULL,
	"requested_at" bigint NOT NULL,
	"requested_by" text collate "C" NOT NULL,
	"number" integer,
	"url" text collate "C",
	"state" text collate "C",
	"state_reason" text collate "C",
	"closed_at" bigint,
	"checked_at" bigint
);
--> statement-breakpoint
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_issue_id_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_text" ADD CONSTRAINT "faq_text_issue_id_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_ticket" ADD CONSTRAINT "issue_ticket_issue_id_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issue"("id") ON DELETE no action ON UPDATE no action;