CREATE TABLE "mailed_notices" (
	"notification_id" uuid PRIMARY KEY NOT NULL,
	"mail_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"subject_id" uuid,
	"item_kind" text,
	"address" text,
	"secret" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"unsure" integer DEFAULT 0 NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp (3) with time zone,
	"handed_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"answer" text,
	CONSTRAINT "mails_kind_known" CHECK (kind in ('invitation', 'password', 'notices', 'digest', 'trial')),
	CONSTRAINT "mails_state_known" CHECK (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
	CONSTRAINT "mails_in_hand_of_somebody" CHECK (("mails"."state" = 'sending') = ("mails"."claimed_by" is not null) and ("mails"."claimed_by" is null) = ("mails"."claimed_until" is null)),
	CONSTRAINT "mails_done_once" CHECK (("mails"."state" in ('sent', 'failed', 'dropped')) = ("mails"."done_at" is not null)),
	CONSTRAINT "mails_keep_no_secret" CHECK ("mails"."done_at" is null or ("mails"."secret" is null and "mails"."address" is null))
);
--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "html" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mailed_notices" ADD CONSTRAINT "mailed_notices_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_notices" ADD CONSTRAINT "mailed_notices_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailed_notices_by_mail" ON "mailed_notices" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("due_at") WHERE "mails"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "mails_in_hand" ON "mails" USING btree ("claimed_by") WHERE "mails"."state" = 'sending';--> statement-breakpoint
CREATE INDEX "mails_failed" ON "mails" USING btree ("done_at") WHERE "mails"."state" = 'failed';--> statement-breakpoint
CREATE INDEX "mails_by_person" ON "mails" USING btree ("person_id","created_at");