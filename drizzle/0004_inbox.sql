CREATE TABLE "follows" (
	"person_id" uuid NOT NULL,
	"item_kind" text NOT NULL,
	"item_id" uuid NOT NULL,
	"level" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follows_pk" PRIMARY KEY("person_id","item_kind","item_id"),
	CONSTRAINT "follows_item_kind_known" CHECK (item_kind in ('meeting')),
	CONSTRAINT "follows_level_known" CHECK (level in ('all', 'mentions', 'nothing'))
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"network_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"item_kind" text NOT NULL,
	"item_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"actor_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"arrived" bigint,
	CONSTRAINT "notifications_once" UNIQUE("person_id","stream","seq"),
	CONSTRAINT "notifications_place_unique" UNIQUE("person_id","arrived"),
	CONSTRAINT "notifications_kind_known" CHECK (kind in ('assignment', 'invitation', 'decision', 'mention', 'reply', 'city', 'follow')),
	CONSTRAINT "notifications_item_kind_known" CHECK (item_kind in ('meeting')),
	CONSTRAINT "notifications_delivered_to_a_place" CHECK (("notifications"."delivered_at" is null) = ("notifications"."arrived" is null))
);
--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_stream_streams_id_fk" FOREIGN KEY ("stream") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follows_of_all" ON "follows" USING btree ("item_kind","item_id") WHERE "follows"."level" = 'all';--> statement-breakpoint
CREATE INDEX "notifications_undelivered" ON "notifications" USING btree ("at") WHERE "notifications"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id","stream","seq") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_waiting" ON "notifications" USING btree ("person_id","arrived") WHERE "notifications"."done_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_by_item" ON "notifications" USING btree ("person_id","item_kind","item_id");