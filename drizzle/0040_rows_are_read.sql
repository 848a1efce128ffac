ALTER TABLE "sections_read" ADD COLUMN "rows_at" timestamp (3) with time zone;--> statement-breakpoint
-- Who has read a section so far has seen its rows as they were then.
UPDATE "sections_read" SET "rows_at" = "at";
