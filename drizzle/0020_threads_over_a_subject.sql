CREATE TABLE "kinds" (
	"kind" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- Those of today, and whatever else a row names; the list of nouns adds its own at every start.
INSERT INTO "kinds" ("kind") VALUES ('meeting'), ('post'), ('file'), ('person'), ('city'), ('network');--> statement-breakpoint
INSERT INTO "kinds" ("kind")
	SELECT item_kind FROM notifications UNION SELECT item_kind FROM follows UNION SELECT subject_kind FROM file_uses
	UNION SELECT kind FROM search_entries UNION SELECT subject_kind FROM reminders
	ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "follows" DROP CONSTRAINT "follows_item_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_item_kind_known";--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_item_kind_kinds_kind_fk" FOREIGN KEY ("item_kind") REFERENCES "public"."kinds"("kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_item_kind_kinds_kind_fk" FOREIGN KEY ("item_kind") REFERENCES "public"."kinds"("kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_uses" ADD CONSTRAINT "file_uses_subject_kind_kinds_kind_fk" FOREIGN KEY ("subject_kind") REFERENCES "public"."kinds"("kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_kind_kinds_kind_fk" FOREIGN KEY ("kind") REFERENCES "public"."kinds"("kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_subject_kind_kinds_kind_fk" FOREIGN KEY ("subject_kind") REFERENCES "public"."kinds"("kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streams" ADD COLUMN "network_id" uuid;--> statement-breakpoint
ALTER TABLE "streams" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "streams" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "streams" ADD COLUMN "audience" text[];--> statement-breakpoint
UPDATE "streams" SET "network_id" = meetings.network_id, "kind" = 'meeting', "subject_id" = meetings.id, "audience" = ARRAY['network:' || meetings.network_id]
	FROM meetings WHERE meetings.stream = streams.id;--> statement-breakpoint
UPDATE "streams" SET "kind" = 'person', "subject_id" = substring(id FROM 6)::uuid, "audience" = ARRAY['person:' || substring(id FROM 6)]
	WHERE id LIKE 'user:%' AND "kind" IS NULL;--> statement-breakpoint
ALTER TABLE "streams" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "streams" ALTER COLUMN "subject_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "streams" ALTER COLUMN "audience" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "streams" ADD CONSTRAINT "streams_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streams" ADD CONSTRAINT "streams_kind_kinds_kind_fk" FOREIGN KEY ("kind") REFERENCES "public"."kinds"("kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streams" ADD CONSTRAINT "streams_subject_unique" UNIQUE("kind","subject_id");--> statement-breakpoint
CREATE INDEX "streams_audience" ON "streams" USING gin ("audience") WHERE "streams"."network_id" is not null;--> statement-breakpoint
ALTER TABLE "posts" DROP CONSTRAINT "posts_root_fk";--> statement-breakpoint
ALTER TABLE "posts" DROP CONSTRAINT "posts_place_unique";--> statement-breakpoint
ALTER TABLE "posts" DROP CONSTRAINT "posts_meeting_id_meetings_id_fk";--> statement-breakpoint
DROP INDEX "posts_answers_by_place";--> statement-breakpoint
DROP INDEX "posts_beginnings";--> statement-breakpoint
DROP INDEX "posts_answers";--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "stream" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "target" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "kind" text DEFAULT 'post' NOT NULL;--> statement-breakpoint
UPDATE "posts" SET "stream" = meetings.stream FROM meetings WHERE meetings.id = posts.meeting_id;--> statement-breakpoint
ALTER TABLE "posts" ALTER COLUMN "stream" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" DROP COLUMN "meeting_id";--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_stream_streams_id_fk" FOREIGN KEY ("stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_seq_unique" UNIQUE("stream","seq");--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_root_fk" FOREIGN KEY ("stream","root") REFERENCES "public"."posts"("stream","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_beginnings" ON "posts" USING btree ("stream","seq","posted_at") WHERE "posts"."root" is null;--> statement-breakpoint
CREATE INDEX "posts_answers" ON "posts" USING btree ("stream","root","seq") WHERE "posts"."root" is not null;--> statement-breakpoint
CREATE INDEX "posts_answers_by_seq" ON "posts" USING btree ("stream","seq","root") WHERE "posts"."root" is not null;--> statement-breakpoint
CREATE TABLE "read_states" (
	"person_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"read" "int8multirange" NOT NULL,
	"jumped" "int8multirange" NOT NULL,
	CONSTRAINT "read_states_pk" PRIMARY KEY("person_id","stream")
);
--> statement-breakpoint
INSERT INTO "read_states" ("person_id", "stream", "read", "jumped")
	SELECT person_id, stream, CASE WHEN seq > 0 THEN int8multirange(int8range(1, seq, '[]')) ELSE '{}' END, '{}' FROM cursors;--> statement-breakpoint
ALTER TABLE "read_states" ADD CONSTRAINT "read_states_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_states" ADD CONSTRAINT "read_states_stream_streams_id_fk" FOREIGN KEY ("stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
DROP TABLE "cursors";
