ALTER TABLE "posts" ADD COLUMN "about" text;--> statement-breakpoint
CREATE INDEX "posts_about_parts" ON "posts" USING btree ("stream","about","seq") WHERE "posts"."about" is not null;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_about_is_a_key" CHECK ("posts"."about" ~ '^[a-z0-9-]{1,60}$');--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_about_begins" CHECK ("posts"."about" is null or "posts"."root" is null);