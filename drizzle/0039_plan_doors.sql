ALTER TABLE "plan_sections" ADD COLUMN "hidden_by" uuid;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD COLUMN "hidden_by" uuid;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "search_due" ADD COLUMN "not_before" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "plan_sections" ADD CONSTRAINT "plan_sections_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_sections" ADD CONSTRAINT "plan_sections_hidden_by_somebody" CHECK (("plan_sections"."hidden_at" is null) = ("plan_sections"."hidden_by" is null));--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_hidden_whole" CHECK (("plan_rows"."hidden_at" is null) = ("plan_rows"."hidden_reason" is null) and ("plan_rows"."hidden_at" is null) = ("plan_rows"."hidden_by" is null));--> statement-breakpoint
-- What is written in is read half a minute after nobody wrote in it any more.
CREATE FUNCTION "note_search_later"(of_kind text, subject uuid) RETURNS void LANGUAGE sql AS $$
	INSERT INTO search_due (kind, subject_id, not_before) VALUES (of_kind, subject, now() + interval '30 seconds');
$$;--> statement-breakpoint
CREATE FUNCTION "plan_changed_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_due('plan', ARRAY[NEW.id]);
	-- From the opening on everybody of the network may read its words.
	IF TG_OP = 'UPDATE' AND OLD.opened_at IS NULL AND NEW.opened_at IS NOT NULL THEN
		PERFORM note_search_due('plan-section', ARRAY(SELECT id FROM plan_sections WHERE plan_id = NEW.id));
		PERFORM note_search_due('plan-row', ARRAY(SELECT id FROM plan_rows WHERE plan_id = NEW.id));
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "plan_section_written_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_later('plan-section', NEW.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "plan_section_shown_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_due('plan-section', ARRAY[NEW.id]);
	PERFORM note_search_due('plan-row', ARRAY(SELECT id FROM plan_rows WHERE section_id = NEW.id));
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "plan_row_written_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_later('plan-row', NEW.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "plan_row_shown_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_due('plan-row', ARRAY[NEW.id]);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "plans_findable" AFTER INSERT OR UPDATE ON "plans" FOR EACH ROW
	EXECUTE FUNCTION "plan_changed_for_search"();--> statement-breakpoint
CREATE TRIGGER "plan_sections_added_findable" AFTER INSERT ON "plan_sections" FOR EACH ROW
	EXECUTE FUNCTION "plan_section_written_for_search"();--> statement-breakpoint
CREATE TRIGGER "plan_sections_written_findable" AFTER UPDATE OF "n" ON "plan_sections" FOR EACH ROW
	WHEN (OLD.n IS DISTINCT FROM NEW.n) EXECUTE FUNCTION "plan_section_written_for_search"();--> statement-breakpoint
CREATE TRIGGER "plan_sections_shown_findable" AFTER UPDATE OF "retired_at", "hidden_at" ON "plan_sections" FOR EACH ROW
	WHEN (OLD.retired_at IS DISTINCT FROM NEW.retired_at OR OLD.hidden_at IS DISTINCT FROM NEW.hidden_at)
	EXECUTE FUNCTION "plan_section_shown_for_search"();--> statement-breakpoint
CREATE TRIGGER "plan_rows_added_findable" AFTER INSERT ON "plan_rows" FOR EACH ROW
	EXECUTE FUNCTION "plan_row_written_for_search"();--> statement-breakpoint
CREATE TRIGGER "plan_rows_written_findable" AFTER UPDATE OF "n" ON "plan_rows" FOR EACH ROW
	WHEN (OLD.n IS DISTINCT FROM NEW.n) EXECUTE FUNCTION "plan_row_written_for_search"();--> statement-breakpoint
CREATE TRIGGER "plan_rows_shown_findable" AFTER UPDATE OF "retired_at", "hidden_at" ON "plan_rows" FOR EACH ROW
	WHEN (OLD.retired_at IS DISTINCT FROM NEW.retired_at OR OLD.hidden_at IS DISTINCT FROM NEW.hidden_at)
	EXECUTE FUNCTION "plan_row_shown_for_search"();
