CREATE TABLE "adoption_answers" (
	"adoption_id" uuid NOT NULL,
	"publication" integer NOT NULL,
	"answer" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adoption_answers_pk" PRIMARY KEY("adoption_id","publication"),
	CONSTRAINT "adoption_answers_answer_known" CHECK ("adoption_answers"."answer" in ('seen', 'follow', 'stay')),
	CONSTRAINT "adoption_answers_publication_counts" CHECK ("adoption_answers"."publication" >= 1)
);
--> statement-breakpoint
CREATE TABLE "adoption_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"adoption_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"doc" jsonb NOT NULL,
	"lang" text NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" uuid,
	"hidden_reason" text,
	CONSTRAINT "adoption_log_kind_known" CHECK ("adoption_log"."kind" in ('visit', 'lesson', 'news')),
	CONSTRAINT "adoption_log_hidden_with_reason" CHECK (("adoption_log"."hidden_at" is null) = ("adoption_log"."hidden_reason" is null) and ("adoption_log"."hidden_at" is null) = ("adoption_log"."hidden_by" is null))
);
--> statement-breakpoint
CREATE TABLE "adoption_modules" (
	"adoption_id" uuid NOT NULL,
	"module_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adoption_modules_pk" PRIMARY KEY("adoption_id","module_id"),
	CONSTRAINT "adoption_modules_choice_known" CHECK ("adoption_modules"."choice" in ('undecided', 'kept', 'changed', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "adoption_people" (
	"adoption_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adoption_people_pk" PRIMARY KEY("adoption_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "adoption_steps" (
	"adoption_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adoption_steps_pk" PRIMARY KEY("adoption_id","number"),
	CONSTRAINT "adoption_steps_kind_known" CHECK ("adoption_steps"."kind" in ('interested', 'understand', 'adapt', 'reuse', 'result', 'stopped')),
	CONSTRAINT "adoption_steps_counts" CHECK ("adoption_steps"."number" >= 1),
	CONSTRAINT "adoption_steps_stop_has_reason" CHECK ("adoption_steps"."kind" <> 'stopped' or "adoption_steps"."note" <> '')
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"stage" text,
	"stage_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"stopped_reason" text,
	"next_text" text,
	"next_on" date,
	"next_precision" text,
	"stream" text NOT NULL,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"news_at" timestamp (3) with time zone NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL,
	CONSTRAINT "adoptions_once" UNIQUE("practice_id","partner_id"),
	CONSTRAINT "adoptions_stream_unique" UNIQUE("stream"),
	CONSTRAINT "adoptions_stage_known" CHECK ("adoptions"."stage" in ('interested', 'understand', 'adapt', 'reuse', 'result')),
	CONSTRAINT "adoptions_stage_dated" CHECK (("adoptions"."stage" is null) = ("adoptions"."stage_at" is null)),
	CONSTRAINT "adoptions_stopped_with_reason" CHECK (("adoptions"."stopped_at" is null) = ("adoptions"."stopped_reason" is null) and ("adoptions"."stopped_at" is null or "adoptions"."stage" is not null)),
	CONSTRAINT "adoptions_next_precision_known" CHECK ("adoptions"."next_precision" in ('day', 'month', 'quarter', 'year')),
	CONSTRAINT "adoptions_next_whole" CHECK (("adoptions"."next_on" is null) = ("adoptions"."next_precision" is null) and ("adoptions"."next_on" is null or "adoptions"."next_text" is not null))
);
--> statement-breakpoint
ALTER TABLE "adoption_answers" ADD CONSTRAINT "adoption_answers_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_answers" ADD CONSTRAINT "adoption_answers_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_log" ADD CONSTRAINT "adoption_log_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_log" ADD CONSTRAINT "adoption_log_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_log" ADD CONSTRAINT "adoption_log_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_modules" ADD CONSTRAINT "adoption_modules_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_modules" ADD CONSTRAINT "adoption_modules_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_people" ADD CONSTRAINT "adoption_people_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_people" ADD CONSTRAINT "adoption_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_people" ADD CONSTRAINT "adoption_people_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_steps" ADD CONSTRAINT "adoption_steps_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_steps" ADD CONSTRAINT "adoption_steps_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_stream_streams_id_fk" FOREIGN KEY ("stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoption_log_by_adoption" ON "adoption_log" USING btree ("adoption_id","at");--> statement-breakpoint
CREATE INDEX "adoption_people_by_person" ON "adoption_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "adoptions_by_partner" ON "adoptions" USING btree ("partner_id");