CREATE TABLE "case_system" (
	"municipality_id" uuid NOT NULL,
	"adapter" text NOT NULL,
	"is_chosen" boolean NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_system_municipality_id_adapter_pk" PRIMARY KEY("municipality_id","adapter")
);
--> statement-breakpoint
ALTER TABLE "filing" ADD COLUMN "handed_over_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_system" ADD CONSTRAINT "case_system_municipality_id_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_system" ADD CONSTRAINT "case_system_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_system_chosen" ON "case_system" USING btree ("municipality_id") WHERE "case_system"."is_chosen";