-- The entries of a network that say what is asked. The planner takes the reading of all words for cheap and the index of them for
-- dear: it does not know that these texts lie apart from their rows. So here it goes through the index, whatever it thinks.
CREATE FUNCTION "practices_saying"(of_network uuid, asked tsquery) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 2000 SET enable_seqscan = off AS $$
	SELECT subject_id FROM search_entries WHERE kind = 'practice' AND network_id = of_network AND words @@ asked
$$;--> statement-breakpoint
-- What is archived is not in the list; taken up again, it is written anew.
DELETE FROM "practice_facets" USING "practices" WHERE "practices"."id" = "practice_facets"."practice_id" AND "practices"."state" = 'archived';--> statement-breakpoint
ALTER TABLE "practice_facets" ADD COLUMN "audience" text[];--> statement-breakpoint
UPDATE "practice_facets" SET "audience" = "streams"."audience" FROM "streams"
	WHERE "streams"."kind" = 'practice' AND "streams"."subject_id" = "practice_facets"."practice_id";--> statement-breakpoint
ALTER TABLE "practice_facets" ALTER COLUMN "audience" SET NOT NULL;
--> statement-breakpoint
CREATE FUNCTION "practice_heard_by"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE practice_facets SET audience = NEW.audience WHERE practice_id = NEW.subject_id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "practice_streams_heard_by" AFTER UPDATE OF "audience" ON "streams"
	FOR EACH ROW WHEN (NEW.kind = 'practice' AND OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION "practice_heard_by"();
