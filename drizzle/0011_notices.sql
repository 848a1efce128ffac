CREATE TABLE "notice_choices" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "notice_choices_pk" PRIMARY KEY("person_id","kind"),
	CONSTRAINT "notice_choices_kind_known" CHECK (kind in ('assignment', 'invitation', 'decision', 'mention', 'reply', 'city', 'follow', 'reminder')),
	CONSTRAINT "notice_choices_way_known" CHECK (way in ('once', 'digest', 'off'))
);
--> statement-breakpoint
CREATE TABLE "notice_times" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"rhythm" text,
	"hour" smallint,
	"weekday" smallint,
	"quiet_from" text,
	"quiet_to" text,
	"digested_to" timestamp (3) with time zone,
	CONSTRAINT "notice_times_whole" CHECK (("notice_times"."rhythm" is null) = ("notice_times"."hour" is null) and ("notice_times"."hour" is null) = ("notice_times"."weekday" is null)),
	CONSTRAINT "notice_times_rhythm_known" CHECK (rhythm in ('daily', 'weekly', 'off')),
	CONSTRAINT "notice_times_hour" CHECK ("notice_times"."hour" between 0 and 23 and "notice_times"."weekday" between 1 and 7),
	CONSTRAINT "notice_times_quiet" CHECK ((quiet_from is null) = (quiet_to is null) and quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid,
	"at" timestamp(0) NOT NULL,
	"time_zone" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_kind_known";--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "mail_key" text DEFAULT gen_random_uuid()::text || gen_random_uuid()::text NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_times" ADD CONSTRAINT "notice_times_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_once" ON "reminders" USING btree ("subject_kind","subject_id","kind",coalesce("person_id", '00000000-0000-0000-0000-000000000000'));--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("due_at") WHERE "reminders"."done_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_by_delivery" ON "notifications" USING btree ("delivered_at") WHERE "notifications"."read_at" is null and "notifications"."done_at" is null;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_kind_known" CHECK (kind in ('invitation', 'password', 'notices', 'digest', 'reminder', 'trial'));