CREATE TABLE "post_reactions" (
	"post_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"city" text,
	"seq" bigint NOT NULL,
	CONSTRAINT "post_reactions_pk" PRIMARY KEY("post_id","kind","person_id"),
	CONSTRAINT "post_reactions_kind_known" CHECK (kind in ('agree', 'thanks', 'idea', 'celebrate', 'unsure'))
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "suspended_by" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "suspended_reason" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "root" bigint;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "hidden_by" uuid;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "post_reactions" ADD CONSTRAINT "post_reactions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_reactions" ADD CONSTRAINT "post_reactions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_suspended_by_people_id_fk" FOREIGN KEY ("suspended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_root_fk" FOREIGN KEY ("meeting_id","root") REFERENCES "public"."posts"("meeting_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_beginnings" ON "posts" USING btree ("meeting_id","seq") WHERE "posts"."root" is null;--> statement-breakpoint
CREATE INDEX "posts_answers" ON "posts" USING btree ("meeting_id","root","seq") WHERE "posts"."root" is not null;--> statement-breakpoint
CREATE INDEX "posts_answers_by_place" ON "posts" USING btree ("meeting_id","seq") WHERE "posts"."root" is not null;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_suspended_by_somebody" CHECK ("people"."suspended_at" is not null or ("people"."suspended_by" is null and "people"."suspended_reason" is null));--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_answer_comes_later" CHECK ("posts"."root" < "posts"."seq");--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_hidden_with_reason" CHECK (("posts"."hidden_at" is null) = ("posts"."hidden_by" is null) and ("posts"."hidden_at" is null) = ("posts"."hidden_reason" is null));--> statement-breakpoint
UPDATE "events" SET "payload" = ("payload" - 'revision' - 'editedAt' - 'deletedAt') || '{"root": null}' WHERE "name" = 'post.posted' AND "payload" IS NOT NULL;