ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "email_choices" DROP CONSTRAINT "email_choices_kind_known";--> statement-breakpoint
DROP INDEX "notifications_new";--> statement-breakpoint
DROP INDEX "notifications_waiting";--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "welcomed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Who was here before is no newcomer.
UPDATE "visits" SET "welcomed_at" = "last_at";--> statement-breakpoint
-- What was said before somebody joined is passed over, also of those who joined before this was so.
INSERT INTO "read_states" ("person_id", "stream", "read", "jumped")
SELECT "joined"."person_id", "streams"."id", '{}', int8multirange(int8range(1, "former"."seq" + 1))
FROM (SELECT "person_id", "network_id", min("starts_at") AS "at" FROM "memberships" GROUP BY "person_id", "network_id") "joined"
JOIN "streams" ON "streams"."network_id" = "joined"."network_id"
CROSS JOIN LATERAL (
	SELECT max("events"."seq") AS "seq" FROM "events" WHERE "events"."stream" = "streams"."id" AND "events"."at" < "joined"."at") "former"
WHERE "former"."seq" IS NOT NULL
ON CONFLICT ("person_id", "stream") DO UPDATE
SET "jumped" = "read_states"."jumped" + (excluded."jumped" - "read_states"."read");--> statement-breakpoint
DELETE FROM "notifications" USING "posts"
WHERE "posts"."stream" = "notifications"."stream" AND "posts"."seq" = "notifications"."seq" AND "posts"."deleted_at" IS NOT NULL;--> statement-breakpoint
UPDATE "notifications" SET "withdrawn_at" = "posts"."hidden_at" FROM "posts"
WHERE "posts"."stream" = "notifications"."stream" AND "posts"."seq" = "notifications"."seq" AND "posts"."hidden_at" IS NOT NULL;--> statement-breakpoint
-- What was answered before answering settled it.
UPDATE "notifications" SET "done_at" = now()
FROM "posts" "told"
WHERE "told"."stream" = "notifications"."stream" AND "told"."seq" = "notifications"."seq"
	AND "notifications"."done_at" IS NULL AND "notifications"."kind" IN ('mention', 'reply', 'city')
	AND EXISTS (
		SELECT FROM "posts" "answer"
		WHERE "answer"."stream" = "told"."stream" AND "answer"."root" = coalesce("told"."root", "told"."seq")
			AND "answer"."seq" > "told"."seq" AND "answer"."author_id" = "notifications"."person_id");--> statement-breakpoint
UPDATE "notifications" SET "waits" = true
WHERE "arrived" IS NOT NULL AND "done_at" IS NULL AND "withdrawn_at" IS NULL
	AND "kind" IN ('assignment', 'invitation', 'mention', 'reply', 'city');--> statement-breakpoint
CREATE INDEX "notifications_open" ON "notifications" USING btree ("person_id","arrived") WHERE "notifications"."done_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_waiting" ON "notifications" USING btree ("person_id","arrived") WHERE "notifications"."waits";--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_wait_where_shown" CHECK (not "notifications"."waits" or ("notifications"."arrived" is not null and "notifications"."done_at" is null and "notifications"."withdrawn_at" is null));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK (kind in ('assignment', 'invitation', 'decision', 'mention', 'reply', 'city', 'follow', 'reminder', 'moderation'));--> statement-breakpoint
ALTER TABLE "email_choices" ADD CONSTRAINT "email_choices_kind_known" CHECK (kind in ('assignment', 'invitation', 'decision', 'mention', 'reply', 'city', 'follow', 'reminder', 'moderation'));