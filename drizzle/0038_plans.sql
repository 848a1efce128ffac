CREATE TABLE "plan_invited" (
	"plan_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plan_invited_pk" PRIMARY KEY("plan_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "plan_slugs" (
	"partner_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plan_slugs_pk" PRIMARY KEY("partner_id","slug")
);
--> statement-breakpoint
CREATE TABLE "plan_templates" (
	"network_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"part" text,
	"title" jsonb NOT NULL,
	"hint" jsonb NOT NULL,
	CONSTRAINT "plan_templates_pk" PRIMARY KEY("network_id","position"),
	CONSTRAINT "plan_templates_part_once" UNIQUE("network_id","part"),
	CONSTRAINT "plan_templates_part_known" CHECK ("plan_templates"."part" in ('context', 'challenge', 'vision', 'objectives', 'people', 'actions', 'indicators', 'funding', 'risks', 'governance'))
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"title" text NOT NULL,
	"lang" text NOT NULL,
	"from_year" smallint,
	"to_year" smallint,
	"contact_id" uuid,
	"cover_file" uuid,
	"cover_alt" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"implementing" boolean DEFAULT false NOT NULL,
	"question" text,
	"ends_on" date,
	"draft_stream" text NOT NULL,
	"stream" text,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL,
	CONSTRAINT "plans_draft_stream_unique" UNIQUE("draft_stream"),
	CONSTRAINT "plans_stream_unique" UNIQUE("stream"),
	CONSTRAINT "plans_state_known" CHECK ("plans"."state" in ('draft', 'consultation', 'revised', 'adopted')),
	CONSTRAINT "plans_opened_whole" CHECK (("plans"."opened_at" is null) = ("plans"."stream" is null) and ("plans"."opened_at" is null) = ("plans"."state" = 'draft')),
	CONSTRAINT "plans_asks_until_a_day" CHECK (("plans"."question" is null) = ("plans"."ends_on" is null)),
	CONSTRAINT "plans_asks_in_consultation" CHECK ("plans"."state" <> 'consultation' or "plans"."question" is not null),
	CONSTRAINT "plans_implements_what_is_adopted" CHECK (not "plans"."implementing" or "plans"."state" = 'adopted'),
	CONSTRAINT "plans_horizon_goes_on" CHECK ("plans"."from_year" <= "plans"."to_year"),
	CONSTRAINT "plans_cover_whole" CHECK ("plans"."cover_alt" is null or "plans"."cover_file" is not null)
);
--> statement-breakpoint
CREATE TABLE "plan_sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"short_id" char(8) NOT NULL,
	"part" text,
	"position" integer NOT NULL,
	"n" integer NOT NULL,
	"length" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_reason" text,
	"illustrative" boolean DEFAULT false NOT NULL,
	CONSTRAINT "plan_sections_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "plan_sections_part_known" CHECK ("plan_sections"."part" in ('context', 'challenge', 'vision', 'objectives', 'people', 'actions', 'indicators', 'funding', 'risks', 'governance')),
	CONSTRAINT "plan_sections_short_id_plain" CHECK ("plan_sections"."short_id" ~ '^[0-9a-z]{8}$'),
	CONSTRAINT "plan_sections_counts" CHECK ("plan_sections"."n" >= 1 and "plan_sections"."position" >= 0 and "plan_sections"."length" >= 0),
	CONSTRAINT "plan_sections_hidden_with_reason" CHECK (("plan_sections"."hidden_at" is null) = ("plan_sections"."hidden_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "section_clashes" (
	"section_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"mine" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "section_clashes_pk" PRIMARY KEY("section_id","author_id")
);
--> statement-breakpoint
CREATE TABLE "section_revisions" (
	"section_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"title" text NOT NULL,
	"lang" text NOT NULL,
	"doc" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"taken_back" integer,
	CONSTRAINT "section_revisions_pk" PRIMARY KEY("section_id","n"),
	CONSTRAINT "section_revisions_counts" CHECK ("section_revisions"."n" >= 1),
	CONSTRAINT "section_revisions_took_back_older" CHECK ("section_revisions"."taken_back" < "section_revisions"."n")
);
--> statement-breakpoint
CREATE TABLE "section_writers" (
	"section_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "section_writers_pk" PRIMARY KEY("section_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sections_read" (
	"section_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sections_read_pk" PRIMARY KEY("person_id","section_id"),
	CONSTRAINT "sections_read_counts" CHECK ("sections_read"."n" >= 1)
);
--> statement-breakpoint
CREATE TABLE "indicator_measurements" (
	"row_id" uuid NOT NULL,
	"id" text NOT NULL,
	"measured_on" date NOT NULL,
	"precision" text NOT NULL,
	"value" numeric(20, 6) NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "indicator_measurements_pk" PRIMARY KEY("row_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_actions" (
	"row_id" uuid PRIMARY KEY NOT NULL,
	"title" text,
	"description" text,
	"objective_id" uuid,
	"lead" text,
	"partners" text,
	"outputs" text,
	"cost_from" numeric(14, 2),
	"cost_to" numeric(14, 2),
	"currency" char(3),
	"funding" text,
	"starts_on" date,
	"starts_precision" text,
	"ends_on" date,
	"ends_precision" text,
	"state" text,
	"practice_id" uuid,
	"module" text,
	CONSTRAINT "plan_actions_state_known" CHECK ("plan_actions"."state" in ('planned', 'running', 'done', 'stopped')),
	CONSTRAINT "plan_actions_cost_in_currency" CHECK (("plan_actions"."cost_from" is null and "plan_actions"."cost_to" is null) or "plan_actions"."currency" is not null),
	CONSTRAINT "plan_actions_cost_counts" CHECK ("plan_actions"."cost_from" >= 0 and "plan_actions"."cost_to" >= "plan_actions"."cost_from"),
	CONSTRAINT "plan_actions_starts_whole" CHECK (("plan_actions"."starts_on" is null) = ("plan_actions"."starts_precision" is null)),
	CONSTRAINT "plan_actions_ends_whole" CHECK (("plan_actions"."ends_on" is null) = ("plan_actions"."ends_precision" is null)),
	CONSTRAINT "plan_actions_module_of_practice" CHECK ("plan_actions"."module" is null or "plan_actions"."practice_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "plan_budget_lines" (
	"row_id" uuid PRIMARY KEY NOT NULL,
	"title" text,
	"amount" numeric(14, 2),
	"currency" char(3),
	"source" text,
	"share" numeric(5, 2),
	CONSTRAINT "plan_budget_lines_amount_in_currency" CHECK ("plan_budget_lines"."amount" is null or "plan_budget_lines"."currency" is not null),
	CONSTRAINT "plan_budget_lines_share_in_percent" CHECK ("plan_budget_lines"."share" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "plan_indicators" (
	"row_id" uuid PRIMARY KEY NOT NULL,
	"title" text,
	"objective_id" uuid,
	"baseline" numeric(20, 6),
	"target" numeric(20, 6),
	"unit" text,
	"source" text
);
--> statement-breakpoint
CREATE TABLE "plan_objectives" (
	"row_id" uuid PRIMARY KEY NOT NULL,
	"title" text,
	"description" text
);
--> statement-breakpoint
CREATE TABLE "plan_risks" (
	"row_id" uuid PRIMARY KEY NOT NULL,
	"title" text,
	"likelihood" smallint,
	"effect" smallint,
	"answer" text,
	CONSTRAINT "plan_risks_graded" CHECK ("plan_risks"."likelihood" between 1 and 3 and "plan_risks"."effect" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "plan_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"short_id" char(8) NOT NULL,
	"position" integer NOT NULL,
	"n" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "plan_rows_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "plan_rows_kind" UNIQUE("id","kind"),
	CONSTRAINT "plan_rows_kind_known" CHECK ("plan_rows"."kind" in ('objective', 'action', 'indicator', 'risk', 'budget')),
	CONSTRAINT "plan_rows_short_id_plain" CHECK ("plan_rows"."short_id" ~ '^[0-9a-z]{8}$'),
	CONSTRAINT "plan_rows_counts" CHECK ("plan_rows"."n" >= 1 and "plan_rows"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "row_clashes" (
	"row_id" uuid NOT NULL,
	"cell" text NOT NULL,
	"author_id" uuid NOT NULL,
	"mine" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "row_clashes_pk" PRIMARY KEY("row_id","cell","author_id")
);
--> statement-breakpoint
CREATE TABLE "row_revisions" (
	"row_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"content" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"taken_back" integer,
	CONSTRAINT "row_revisions_pk" PRIMARY KEY("row_id","n"),
	CONSTRAINT "row_revisions_counts" CHECK ("row_revisions"."n" >= 1)
);
--> statement-breakpoint
CREATE TABLE "plan_declarations" (
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"adopted_on" date NOT NULL,
	"file" uuid,
	CONSTRAINT "plan_declarations_pk" PRIMARY KEY("plan_id","version")
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"plan_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plan_versions_pk" PRIMARY KEY("plan_id","number"),
	CONSTRAINT "plan_versions_kind_known" CHECK ("plan_versions"."kind" in ('frozen', 'opened', 'revised', 'adopted')),
	CONSTRAINT "plan_versions_count" CHECK ("plan_versions"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "version_rows" (
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"row_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "version_rows_pk" PRIMARY KEY("plan_id","version","row_id")
);
--> statement-breakpoint
CREATE TABLE "version_sections" (
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"section_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "version_sections_pk" PRIMARY KEY("plan_id","version","section_id")
);
--> statement-breakpoint
ALTER TABLE "plan_invited" ADD CONSTRAINT "plan_invited_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_invited" ADD CONSTRAINT "plan_invited_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_slugs" ADD CONSTRAINT "plan_slugs_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_slugs" ADD CONSTRAINT "plan_slugs_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_templates" ADD CONSTRAINT "plan_templates_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_contact_id_people_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_cover_file_files_id_fk" FOREIGN KEY ("cover_file") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_draft_stream_streams_id_fk" FOREIGN KEY ("draft_stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_stream_streams_id_fk" FOREIGN KEY ("stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_sections" ADD CONSTRAINT "plan_sections_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_clashes" ADD CONSTRAINT "section_clashes_section_id_plan_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."plan_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_clashes" ADD CONSTRAINT "section_clashes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_clashes" ADD CONSTRAINT "section_clashes_revision" FOREIGN KEY ("section_id","n") REFERENCES "public"."section_revisions"("section_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_revisions" ADD CONSTRAINT "section_revisions_section_id_plan_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."plan_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_revisions" ADD CONSTRAINT "section_revisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_writers" ADD CONSTRAINT "section_writers_section_id_plan_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."plan_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_writers" ADD CONSTRAINT "section_writers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections_read" ADD CONSTRAINT "sections_read_section_id_plan_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."plan_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections_read" ADD CONSTRAINT "sections_read_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_measurements" ADD CONSTRAINT "indicator_measurements_row_id_plan_indicators_row_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_indicators"("row_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_objective_id_plan_rows_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_budget_lines" ADD CONSTRAINT "plan_budget_lines_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_indicators" ADD CONSTRAINT "plan_indicators_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_indicators" ADD CONSTRAINT "plan_indicators_objective_id_plan_rows_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_objectives" ADD CONSTRAINT "plan_objectives_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_risks" ADD CONSTRAINT "plan_risks_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_section_id_plan_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."plan_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_clashes" ADD CONSTRAINT "row_clashes_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_clashes" ADD CONSTRAINT "row_clashes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_revisions" ADD CONSTRAINT "row_revisions_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_revisions" ADD CONSTRAINT "row_revisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_declarations" ADD CONSTRAINT "plan_declarations_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_declarations" ADD CONSTRAINT "plan_declarations_file_files_id_fk" FOREIGN KEY ("file") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_declarations" ADD CONSTRAINT "plan_declarations_version" FOREIGN KEY ("plan_id","version") REFERENCES "public"."plan_versions"("plan_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_rows" ADD CONSTRAINT "version_rows_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_rows" ADD CONSTRAINT "version_rows_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_rows" ADD CONSTRAINT "version_rows_version" FOREIGN KEY ("plan_id","version") REFERENCES "public"."plan_versions"("plan_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_rows" ADD CONSTRAINT "version_rows_revision" FOREIGN KEY ("row_id","n") REFERENCES "public"."row_revisions"("row_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_sections" ADD CONSTRAINT "version_sections_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_sections" ADD CONSTRAINT "version_sections_section_id_plan_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."plan_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_sections" ADD CONSTRAINT "version_sections_version" FOREIGN KEY ("plan_id","version") REFERENCES "public"."plan_versions"("plan_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_sections" ADD CONSTRAINT "version_sections_revision" FOREIGN KEY ("section_id","n") REFERENCES "public"."section_revisions"("section_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_sections_by_plan" ON "plan_sections" USING btree ("plan_id","position");--> statement-breakpoint
CREATE INDEX "plan_actions_by_practice" ON "plan_actions" USING btree ("practice_id");--> statement-breakpoint
CREATE INDEX "plan_rows_by_section" ON "plan_rows" USING btree ("section_id","position");--> statement-breakpoint
CREATE INDEX "plan_rows_by_plan" ON "plan_rows" USING btree ("plan_id");