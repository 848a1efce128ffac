CREATE FUNCTION "tell_membership"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('swing_people', coalesce(NEW.person_id, OLD.person_id)::text);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "tell_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('swing_people', NEW.id::text);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "tell_session_ended"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('swing_sessions', OLD.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "memberships_told" AFTER INSERT OR UPDATE OR DELETE ON "memberships" FOR EACH ROW EXECUTE FUNCTION "tell_membership"();--> statement-breakpoint
CREATE TRIGGER "people_suspension_told" AFTER UPDATE OF "suspended_at" ON "people" FOR EACH ROW WHEN (OLD.suspended_at IS DISTINCT FROM NEW.suspended_at) EXECUTE FUNCTION "tell_person"();--> statement-breakpoint
CREATE TRIGGER "sessions_end_told" AFTER DELETE ON "sessions" FOR EACH ROW EXECUTE FUNCTION "tell_session_ended"();
