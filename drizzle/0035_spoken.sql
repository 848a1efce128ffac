ALTER TABLE "streams" ADD COLUMN "spoken" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "streams" SET "spoken" = true
	WHERE exists (SELECT FROM "events" WHERE events.stream = streams.id AND (events.countable OR events.name = 'post.posted'));--> statement-breakpoint
CREATE INDEX "streams_spoken" ON "streams" USING gin ("audience") WHERE "streams"."network_id" is not null and "streams"."spoken";
