CREATE FUNCTION "note_search_due"(of_kind text, subjects uuid[]) RETURNS void LANGUAGE sql AS $$
	INSERT INTO search_due (kind, subject_id) SELECT DISTINCT of_kind, subject FROM unnest(subjects) subject WHERE subject IS NOT NULL;
	NOTIFY swing_search;
$$;--> statement-breakpoint
CREATE FUNCTION "person_changed_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_due('person', ARRAY[NEW.id]);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "membership_changed_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_due('person', ARRAY[OLD.person_id, NEW.person_id]);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "meeting_changed_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_due('meeting', ARRAY[coalesce(NEW.id, OLD.id)]);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "city_changed_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_search_due('city', ARRAY[coalesce(NEW.id, OLD.id)]);
	PERFORM note_search_due('meeting', ARRAY(SELECT id FROM meetings WHERE host_id = NEW.id));
	PERFORM note_search_due('person', ARRAY(SELECT person_id FROM memberships WHERE partner_id = NEW.id));
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "people_findable" AFTER INSERT OR UPDATE OF "name" ON "people" FOR EACH ROW EXECUTE FUNCTION "person_changed_for_search"();--> statement-breakpoint
CREATE TRIGGER "memberships_findable" AFTER INSERT OR UPDATE OR DELETE ON "memberships" FOR EACH ROW EXECUTE FUNCTION "membership_changed_for_search"();--> statement-breakpoint
CREATE TRIGGER "meetings_findable" AFTER INSERT OR UPDATE OR DELETE ON "meetings" FOR EACH ROW EXECUTE FUNCTION "meeting_changed_for_search"();--> statement-breakpoint
CREATE TRIGGER "partners_findable" AFTER INSERT OR UPDATE OR DELETE ON "partners" FOR EACH ROW EXECUTE FUNCTION "city_changed_for_search"();--> statement-breakpoint
INSERT INTO "search_due" ("kind", "subject_id")
	SELECT 'person', id FROM people UNION ALL SELECT 'meeting', id FROM meetings UNION ALL SELECT 'city', id FROM partners;
