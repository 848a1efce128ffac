CREATE TABLE "practice_asks" (
	"practice_id" uuid NOT NULL,
	"field" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "practice_asks_pk" PRIMARY KEY("practice_id","field","person_id")
);
--> statement-breakpoint
CREATE TABLE "practice_bookmarks" (
	"person_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_bookmarks_pk" PRIMARY KEY("person_id","practice_id")
);
--> statement-breakpoint
CREATE TABLE "practice_clashes" (
	"practice_id" uuid NOT NULL,
	"field" text NOT NULL,
	"author_id" uuid NOT NULL,
	"mine" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_clashes_pk" PRIMARY KEY("practice_id","field","author_id")
);
--> statement-breakpoint
CREATE TABLE "practice_facets" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"city" text NOT NULL,
	"country" char(2) NOT NULL,
	"form" text NOT NULL,
	"title" text NOT NULL,
	"pitch" text NOT NULL,
	"lang" text NOT NULL,
	"english_title" text DEFAULT '' NOT NULL,
	"english_pitch" text DEFAULT '' NOT NULL,
	"langs" text[] NOT NULL,
	"themes" text[] NOT NULL,
	"tags" text[] NOT NULL,
	"cost_from" numeric(14, 2),
	"cost_to" numeric(14, 2),
	"currency" char(3),
	"from_year" smallint,
	"to_year" smallint,
	"evidence" text NOT NULL,
	"completeness" smallint NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_facets_evidence_known" CHECK ("practice_facets"."evidence" in ('measured', 'expected', 'none')),
	CONSTRAINT "practice_facets_completeness" CHECK ("practice_facets"."completeness" between 0 and 12)
);
--> statement-breakpoint
CREATE TABLE "practice_publications" (
	"practice_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"n" integer NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_publications_pk" PRIMARY KEY("practice_id","number")
);
--> statement-breakpoint
CREATE TABLE "practice_revisions" (
	"practice_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"content" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_revisions_pk" PRIMARY KEY("practice_id","n"),
	CONSTRAINT "practice_revisions_counts" CHECK ("practice_revisions"."n" >= 1)
);
--> statement-breakpoint
CREATE TABLE "practice_rounds" (
	"practice_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"n" integer NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "practice_rounds_pk" PRIMARY KEY("practice_id","number"),
	CONSTRAINT "practice_rounds_outcome_known" CHECK ("practice_rounds"."outcome" in ('open', 'changes', 'approved', 'withdrawn')),
	CONSTRAINT "practice_rounds_decided_by_somebody" CHECK (("practice_rounds"."outcome" = 'open') = ("practice_rounds"."decided_at" is null) and ("practice_rounds"."decided_at" is null) = ("practice_rounds"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "practices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"form" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"short_id" char(8) NOT NULL,
	"slug" text NOT NULL,
	"draft_stream" text NOT NULL,
	"stream" text,
	"draft_n" integer NOT NULL,
	"published_n" integer,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone,
	"illustrative" boolean DEFAULT false NOT NULL,
	CONSTRAINT "practices_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "practices_draft_stream_unique" UNIQUE("draft_stream"),
	CONSTRAINT "practices_stream_unique" UNIQUE("stream"),
	CONSTRAINT "practices_form_known" CHECK ("practices"."form" in ('story', 'entry')),
	CONSTRAINT "practices_state_known" CHECK ("practices"."state" in ('draft', 'submitted', 'changes', 'published', 'archived')),
	CONSTRAINT "practices_short_id_plain" CHECK ("practices"."short_id" ~ '^[0-9a-z]{8}$'),
	CONSTRAINT "practices_draft_counts" CHECK ("practices"."draft_n" >= 1),
	CONSTRAINT "practices_published_whole" CHECK (("practices"."published_n" is null) = ("practices"."stream" is null) and ("practices"."published_n" is null) = ("practices"."published_at" is null) and ("practices"."published_n" is null) = ("practices"."changed_at" is null)),
	CONSTRAINT "practices_published_says_something" CHECK ("practices"."state" <> 'published' or "practices"."published_n" is not null)
);
--> statement-breakpoint
ALTER TABLE "practice_asks" ADD CONSTRAINT "practice_asks_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_asks" ADD CONSTRAINT "practice_asks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_bookmarks" ADD CONSTRAINT "practice_bookmarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_bookmarks" ADD CONSTRAINT "practice_bookmarks_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_clashes" ADD CONSTRAINT "practice_clashes_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_clashes" ADD CONSTRAINT "practice_clashes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_facets" ADD CONSTRAINT "practice_facets_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_facets" ADD CONSTRAINT "practice_facets_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_publications" ADD CONSTRAINT "practice_publications_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_publications" ADD CONSTRAINT "practice_publications_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_publications" ADD CONSTRAINT "practice_publications_revision" FOREIGN KEY ("practice_id","n") REFERENCES "public"."practice_revisions"("practice_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_revisions" ADD CONSTRAINT "practice_revisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_rounds" ADD CONSTRAINT "practice_rounds_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_rounds" ADD CONSTRAINT "practice_rounds_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_rounds" ADD CONSTRAINT "practice_rounds_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_rounds" ADD CONSTRAINT "practice_rounds_revision" FOREIGN KEY ("practice_id","n") REFERENCES "public"."practice_revisions"("practice_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_draft_stream_streams_id_fk" FOREIGN KEY ("draft_stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_stream_streams_id_fk" FOREIGN KEY ("stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_facets_newest" ON "practice_facets" USING btree ("network_id","changed_at");--> statement-breakpoint
CREATE INDEX "practices_by_partner" ON "practices" USING btree ("network_id","partner_id");