CREATE TABLE "mail_kinds" (
	"kind" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- Those of today; the list of nouns adds its own at every start.
INSERT INTO "mail_kinds" ("kind") VALUES ('invitation'), ('password'), ('notifications'), ('digest'), ('reminder'), ('trial');--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_kind_known";--> statement-breakpoint
UPDATE "mails" SET "kind" = 'notifications' WHERE "kind" = 'notices';--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_kind_mail_kinds_kind_fk" FOREIGN KEY ("kind") REFERENCES "public"."mail_kinds"("kind") ON DELETE no action ON UPDATE no action;
