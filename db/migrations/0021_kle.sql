CREATE TABLE "kle_choice" (
	"municipality_id" uuid PRIMARY KEY NOT NULL,
	"facet" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kle_list" (
	"municipality_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"edition" date NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"count" integer NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kle_list_municipality_id_kind_pk" PRIMARY KEY("municipality_id","kind")
);
--> statement-breakpoint
CREATE TABLE "kle_number" (
	"municipality_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"successor" text,
	"words" text NOT NULL,
	CONSTRAINT "kle_number_municipality_id_kind_number_pk" PRIMARY KEY("municipality_id","kind","number")
);
--> statement-breakpoint
ALTER TABLE "kle_choice" ADD CONSTRAINT "kle_choice_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kle_choice" ADD CONSTRAINT "kle_choice_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kle_list" ADD CONSTRAINT "kle_list_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kle_list" ADD CONSTRAINT "kle_list_imported_by_person_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kle_number" ADD CONSTRAINT "kle_number_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;