ALTER TABLE "partners" ALTER COLUMN "latitude" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "partners" ALTER COLUMN "longitude" DROP NOT NULL;