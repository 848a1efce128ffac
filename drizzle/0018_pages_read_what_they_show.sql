DROP INDEX "posts_beginnings";--> statement-breakpoint
DROP INDEX "posts_answers_by_place";--> statement-breakpoint
CREATE INDEX "posts_beginnings" ON "posts" USING btree ("meeting_id","seq","posted_at") WHERE "posts"."root" is null;--> statement-breakpoint
CREATE INDEX "posts_answers_by_place" ON "posts" USING btree ("meeting_id","seq","root") WHERE "posts"."root" is not null;