CREATE TABLE "subject_reactions" (
	"stream" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"city" text,
	"seq" bigint NOT NULL,
	CONSTRAINT "subject_reactions_pk" PRIMARY KEY("stream","kind","person_id"),
	CONSTRAINT "subject_reactions_kind_known" CHECK (kind in ('agree', 'thanks', 'idea', 'celebrate', 'unsure'))
);
--> statement-breakpoint
ALTER TABLE "subject_reactions" ADD CONSTRAINT "subject_reactions_stream_streams_id_fk" FOREIGN KEY ("stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject_reactions" ADD CONSTRAINT "subject_reactions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;