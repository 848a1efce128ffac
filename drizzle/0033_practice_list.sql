ALTER TABLE "practice_facets" ADD COLUMN "cost_bands" text[] GENERATED ALWAYS AS (case when currency is null then array['none'] when currency <> 'EUR' then array['other'] else array_remove(array[
					case when cost_from < 10000 then 'under-10000' end,
					case when cost_from < 50000 and cost_to >= 10000 then '10000-50000' end,
					case when cost_from < 250000 and cost_to >= 50000 then '50000-250000' end,
					case when cost_from < 1000000 and cost_to >= 250000 then '250000-1000000' end,
					case when cost_to >= 1000000 then 'over-1000000' end], null) end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_facets" ADD COLUMN "lessons" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "practice_facets" SET "lessons" = jsonb_typeof(said.content -> 'lessons') = 'object'
	FROM "practices" JOIN "practice_revisions" said ON said.practice_id = practices.id AND said.n = practices.published_n
	WHERE practices.id = "practice_facets"."practice_id" AND said.content ? 'lessons';--> statement-breakpoint
CREATE INDEX "practices_waiting" ON "practices" USING btree ("network_id") WHERE state in ('draft', 'submitted', 'changes') or draft_n > published_n;--> statement-breakpoint
CREATE INDEX "search_entries_of_practices" ON "search_entries" USING gin ("words") WITH (fastupdate = off) WHERE kind = 'practice';
