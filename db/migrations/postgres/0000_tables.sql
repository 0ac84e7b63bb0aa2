CREATE TABLE "conversation" (
	"id" bigint PRIMARY KEY NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"channel" text collate "C" NOT NULL,
	"subject" text collate "C",
	"opened_at" bigint,
	"status" text collate "C" NOT NULL,
	"customer_key" text collate "C",
	"language" text collate "C" NOT NULL,
	"category" text collate "C",
	"team" text collate "C",
	"country" text collate "C",
	"tags" jsonb NOT NULL,
	"exclusion" text collate "C",
	"merged_into" text collate "C",
	"is_complaint" boolean NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"change" bigint NOT NULL,
	"saved_at" bigint NOT NULL,
	"arrived_at" bigint,
	"last_message_at" bigint,
	"has_customer" boolean NOT NULL,
	"agent_key" text collate "C",
	"message_count" integer NOT NULL,
	"place" bigint NOT NULL,
	CONSTRAINT "conversation_identity" UNIQUE("source_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "episode" (
	"conversation_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"opened_at" bigint NOT NULL,
	"solved_at" bigint,
	"solved_by" text collate "C",
	"calendar_ms" bigint,
	"working_ms" bigint,
	"counts_as_solved" boolean NOT NULL,
	"reopened" boolean NOT NULL,
	"agent_key" text collate "C",
	CONSTRAINT "episode_conversation_id_position_pk" PRIMARY KEY("conversation_id","position")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"source_id" text collate "C",
	"kind" text collate "C" NOT NULL,
	"label" text collate "C" NOT NULL,
	"from_at" bigint NOT NULL,
	"to_at" bigint NOT NULL,
	"magnitude" double precision
);
--> statement-breakpoint
CREATE TABLE "message" (
	"conversation_id" bigint NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"at" bigint,
	"actor" text collate "C" NOT NULL,
	"author_key" text collate "C",
	"visibility" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"language_confidence" double precision NOT NULL,
	"needs_answer" boolean NOT NULL,
	"needs_answer_reason" text collate "C",
	"in_reply_to" text collate "C",
	"deleted_at" bigint,
	"redactions" jsonb NOT NULL,
	"counts_as_reply" boolean NOT NULL,
	"reply_reason" text collate "C" NOT NULL,
	CONSTRAINT "message_conversation_id_external_id_pk" PRIMARY KEY("conversation_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "rating" (
	"conversation_id" bigint NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"value" double precision NOT NULL,
	"scale_min" double precision NOT NULL,
	"scale_max" double precision NOT NULL,
	"at" bigint,
	CONSTRAINT "rating_conversation_id_external_id_pk" PRIMARY KEY("conversation_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"label" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"is_demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "status_change" (
	"conversation_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"at" bigint NOT NULL,
	"status" text collate "C" NOT NULL,
	"by" text collate "C" NOT NULL,
	CONSTRAINT "status_change_conversation_id_position_pk" PRIMARY KEY("conversation_id","position")
);
--> statement-breakpoint
CREATE TABLE "wait" (
	"conversation_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint,
	"state" text collate "C" NOT NULL,
	"exclusion" text collate "C",
	"nudges" integer NOT NULL,
	"calendar_ms" bigint,
	"working_ms" bigint,
	"due_at" bigint,
	"promise_id" text collate "C",
	"promise_version" integer,
	"calendar_id" text collate "C",
	"calendar_version" integer,
	"from_message" text collate "C" NOT NULL,
	"until_message" text collate "C",
	"answered_by" text collate "C",
	"first_any_at" bigint,
	"language_match" boolean,
	"arrived_out_of_hours" boolean NOT NULL,
	"replied_out_of_hours" boolean NOT NULL,
	"clamped" boolean NOT NULL,
	CONSTRAINT "wait_conversation_id_position_pk" PRIMARY KEY("conversation_id","position")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"account_id" text collate "C" NOT NULL,
	"provider_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"access_token" text collate "C",
	"refresh_token" text collate "C",
	"id_token" text collate "C",
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text collate "C",
	"password" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"token" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text collate "C",
	"user_agent" text collate "C",
	"user_id" text collate "C" NOT NULL,
	CONSTRAINT "session_token" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "setup_link" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"user_id" text collate "C",
	"email" text collate "C",
	"role" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"team" text collate "C",
	"languages" jsonb NOT NULL,
	"active_from" text collate "C",
	"active_to" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"secret" text collate "C" NOT NULL,
	"backup_codes" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"role" text collate "C" DEFAULT 'viewer' NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"screen_language" text collate "C",
	"two_factor_enabled" boolean DEFAULT false,
	CONSTRAINT "user_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"identifier" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text collate "C" NOT NULL,
	"role" text collate "C",
	"address" text collate "C",
	"action" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"details" jsonb NOT NULL,
	"previous_hash" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"label" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_version" (
	"calendar_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"valid_from" text collate "C",
	"zone" text collate "C" NOT NULL,
	"week" jsonb NOT NULL,
	"exceptions" jsonb NOT NULL,
	CONSTRAINT "calendar_version_calendar_id_version_pk" PRIMARY KEY("calendar_id","version")
);
--> statement-breakpoint
CREATE TABLE "change_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"change" bigint NOT NULL,
	"epoch" bigint NOT NULL,
	"next_conversation_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cursor" (
	"source_id" text collate "C" PRIMARY KEY NOT NULL,
	"value" text collate "C" NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dead_letter" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "dead_letter_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text collate "C" NOT NULL,
	"item" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"body" text collate "C",
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"resolved_at" bigint,
	CONSTRAINT "dead_letter_identity" UNIQUE("source_id","item","stage")
);
--> statement-breakpoint
CREATE TABLE "job_run" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "job_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text collate "C" NOT NULL,
	"source_id" text collate "C",
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"state" text collate "C" NOT NULL,
	"fetched" integer NOT NULL,
	"inserted" integer NOT NULL,
	"updated" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"rejected" integer NOT NULL,
	"reason" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "promise" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"label" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"channels" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promise_version" (
	"promise_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"valid_from" text collate "C",
	"type" text collate "C" NOT NULL,
	"duration_ms" bigint,
	"working_days" integer,
	"calendar_id" text collate "C" NOT NULL,
	CONSTRAINT "promise_version_promise_id_version_pk" PRIMARY KEY("promise_id","version")
);
--> statement-breakpoint
CREATE TABLE "restatement" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "restatement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"requested_by" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"conversations" integer NOT NULL,
	"changed" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episode" ADD CONSTRAINT "episode_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wait" ADD CONSTRAINT "wait_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_version" ADD CONSTRAINT "calendar_version_calendar_id_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendar"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cursor" ADD CONSTRAINT "cursor_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_version" ADD CONSTRAINT "promise_version_promise_id_promise_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_version" ADD CONSTRAINT "promise_version_calendar_id_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendar"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_place" ON "conversation" USING btree ("place");--> statement-breakpoint
CREATE INDEX "conversation_change" ON "conversation" USING btree ("change","id");--> statement-breakpoint
CREATE INDEX "conversation_merged" ON "conversation" USING btree ("source_id","merged_into") WHERE "conversation"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_secret" ON "two_factor" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "two_factor_user" ON "two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "job_run_started" ON "job_run" USING btree ("started_at");