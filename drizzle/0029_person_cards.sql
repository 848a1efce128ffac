ALTER TABLE "people" ADD COLUMN "does" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "telephone" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "email_seen_by" text DEFAULT 'network' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "telephone_seen_by" text DEFAULT 'partners' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_does_is_a_line" CHECK (length("people"."does") <= 200);--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_telephone_given" CHECK (length("people"."telephone") between 1 and 60);--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_email_seen_by_known" CHECK ("people"."email_seen_by" in ('nobody', 'partners', 'network'));--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_telephone_seen_by_known" CHECK ("people"."telephone_seen_by" in ('nobody', 'partners', 'network'));