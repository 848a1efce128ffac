CREATE TABLE "mail_kinds" (
	"kind" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- Those of today; the list of nouns adds its own at every start.
INSERT INTO "mail_kinds" ("kind") VALUES ('invitation'), ('password'), ('notifications'), ('digest'), ('reminder'), ('trial');--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_kind_known";--> statement-breakpoint
UPDATE "mails" SET "kind" = 'notifications' WHERE "kind" = 'notices';--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_kind_mail_kinds_kind_fk" FOREIGN KEY ("kind") REFERENCES "public"."mail_kinds"("kind") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- From here on only names: tables, columns, constraints and indexes are called what the code calls them.
ALTER TABLE "notice_choices" RENAME TO "email_choices";--> statement-breakpoint
ALTER TABLE "email_choices" RENAME CONSTRAINT "notice_choices_pk" TO "email_choices_pk";--> statement-breakpoint
ALTER TABLE "email_choices" RENAME CONSTRAINT "notice_choices_person_id_people_id_fk" TO "email_choices_person_id_people_id_fk";--> statement-breakpoint
ALTER TABLE "email_choices" RENAME CONSTRAINT "notice_choices_kind_known" TO "email_choices_kind_known";--> statement-breakpoint
ALTER TABLE "email_choices" RENAME CONSTRAINT "notice_choices_way_known" TO "email_choices_way_known";--> statement-breakpoint
ALTER TABLE "notice_times" RENAME TO "email_times";--> statement-breakpoint
ALTER TABLE "email_times" RENAME CONSTRAINT "notice_times_pkey" TO "email_times_pkey";--> statement-breakpoint
ALTER TABLE "email_times" RENAME CONSTRAINT "notice_times_person_id_people_id_fk" TO "email_times_person_id_people_id_fk";--> statement-breakpoint
ALTER TABLE "email_times" RENAME CONSTRAINT "notice_times_whole" TO "email_times_whole";--> statement-breakpoint
ALTER TABLE "email_times" RENAME CONSTRAINT "notice_times_rhythm_known" TO "email_times_rhythm_known";--> statement-breakpoint
ALTER TABLE "email_times" RENAME CONSTRAINT "notice_times_hour" TO "email_times_hour";--> statement-breakpoint
ALTER TABLE "email_times" RENAME CONSTRAINT "notice_times_quiet" TO "email_times_quiet";--> statement-breakpoint
ALTER TABLE "mailed_notices" RENAME TO "emailed_notifications";--> statement-breakpoint
ALTER TABLE "emailed_notifications" RENAME CONSTRAINT "mailed_notices_pkey" TO "emailed_notifications_pkey";--> statement-breakpoint
ALTER TABLE "emailed_notifications" RENAME CONSTRAINT "mailed_notices_notification_id_notifications_id_fk" TO "emailed_notifications_notification_id_notifications_id_fk";--> statement-breakpoint
ALTER TABLE "emailed_notifications" RENAME CONSTRAINT "mailed_notices_mail_id_mails_id_fk" TO "emailed_notifications_mail_id_mails_id_fk";--> statement-breakpoint
ALTER INDEX "mailed_notices_by_mail" RENAME TO "emailed_notifications_by_mail";--> statement-breakpoint
ALTER TABLE "mails" RENAME COLUMN "claimed_by" TO "leased_by";--> statement-breakpoint
ALTER TABLE "mails" RENAME COLUMN "claimed_until" TO "leased_until";--> statement-breakpoint
ALTER TABLE "mails" RENAME COLUMN "handed_at" TO "transmitted_at";--> statement-breakpoint
ALTER TABLE "mails" RENAME CONSTRAINT "mails_in_hand_of_somebody" TO "mails_leased_by_somebody";--> statement-breakpoint
ALTER INDEX "mails_in_hand" RENAME TO "mails_leased";--> statement-breakpoint
-- PostgreSQL 18 and later also name each NOT NULL after its table; before, there are none.
DO $$
DECLARE named record;
BEGIN
	FOR named IN
		SELECT conrelid::regclass AS its, conname AS former,
			replace(replace(replace(conname, 'notice_choices_', 'email_choices_'), 'notice_times_', 'email_times_'), 'mailed_notices_', 'emailed_notifications_') AS now
		FROM pg_constraint
		WHERE contype = 'n' AND conrelid IN ('email_choices'::regclass, 'email_times'::regclass, 'emailed_notifications'::regclass)
	LOOP
		IF named.now <> named.former THEN
			EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', named.its, named.former, named.now);
		END IF;
	END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION "tell_audience"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	gone text[] := ARRAY(SELECT unnest(OLD.audience) EXCEPT SELECT unnest(NEW.audience));
	come text[] := ARRAY(SELECT unnest(NEW.audience) EXCEPT SELECT unnest(OLD.audience));
	told text := json_build_object('stream', NEW.id, 'audience', NEW.audience, 'gone', gone, 'come', come)::text;
BEGIN
	-- A notification holds less than 8000 bytes.
	IF octet_length(told) >= 8000 THEN
		told := json_build_object('stream', NEW.id, 'audience', NULL, 'gone', '{}'::text[], 'come', '{}'::text[])::text;
	END IF;
	PERFORM pg_notify('swing_audiences', told);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "audience_changed_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_due(NEW.kind, ARRAY[NEW.subject_id]);
	-- Beside its words stands whether everybody of the network may read them.
	IF (('network:' || NEW.network_id) = ANY (OLD.audience)) <> (('network:' || NEW.network_id) = ANY (NEW.audience)) THEN
		PERFORM note_search_due('post', ARRAY(SELECT id FROM posts WHERE stream = NEW.id));
		PERFORM note_search_due('file', ARRAY(
			SELECT used.file_id FROM file_uses used JOIN posts ON posts.id = used.subject_id
			WHERE used.subject_kind = 'post' AND posts.stream = NEW.id));
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "streams_audience_told" AFTER UPDATE OF "audience" ON "streams" FOR EACH ROW
	WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION "tell_audience"();--> statement-breakpoint
CREATE TRIGGER "streams_audience_findable" AFTER UPDATE OF "audience" ON "streams" FOR EACH ROW
	WHEN (NEW.network_id IS NOT NULL AND OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION "audience_changed_for_search"();
