CREATE TABLE "overview" (
	"id" uuid PRIMARY KEY NOT NULL,
	"response_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"others" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "overview_response_id_sha256_unique" UNIQUE("response_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "overview_row" (
	"id" uuid PRIMARY KEY NOT NULL,
	"overview_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"dated" text NOT NULL,
	"reference" text NOT NULL,
	"subject" text NOT NULL,
	"sender" text NOT NULL,
	"speaks_as" text NOT NULL,
	"summary" text NOT NULL,
	"assessment" text NOT NULL,
	"verdict" text NOT NULL,
	"settled" text,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"records" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "overview_row_overview_id_position_unique" UNIQUE("overview_id","position")
);
--> statement-breakpoint
ALTER TABLE "overview" ADD CONSTRAINT "overview_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overview" ADD CONSTRAINT "overview_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overview_row" ADD CONSTRAINT "overview_row_overview_id_overview_id_fk" FOREIGN KEY ("overview_id") REFERENCES "public"."overview"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overview_row" ADD CONSTRAINT "overview_row_settled_by_person_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;