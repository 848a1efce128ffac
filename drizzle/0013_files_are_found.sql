CREATE FUNCTION "file_use_changed_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- No NOTIFY, which would have posts wait for one another: the event beside it wakes the index.
	INSERT INTO search_due (kind, subject_id) VALUES ('file', coalesce(NEW.file_id, OLD.file_id));
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "post_changed_for_its_files"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_due (kind, subject_id) SELECT 'file', file_id FROM file_uses WHERE subject_kind = 'post' AND subject_id = NEW.id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "file_uses_findable" AFTER INSERT OR DELETE ON "file_uses" FOR EACH ROW EXECUTE FUNCTION "file_use_changed_for_search"();--> statement-breakpoint
CREATE TRIGGER "posts_files_findable" AFTER UPDATE OF "hidden_at", "lang" ON "posts" FOR EACH ROW
	WHEN (NEW.files IS NOT NULL AND (OLD.hidden_at IS DISTINCT FROM NEW.hidden_at OR OLD.lang IS DISTINCT FROM NEW.lang))
	EXECUTE FUNCTION "post_changed_for_its_files"();--> statement-breakpoint
INSERT INTO "search_due" ("kind", "subject_id") SELECT DISTINCT 'file', file_id FROM file_uses WHERE subject_kind = 'post';
