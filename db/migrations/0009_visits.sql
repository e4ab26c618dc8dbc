CREATE TABLE "document_visit" (
	"person_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"since_seq" bigint NOT NULL,
	"since_at" timestamp with time zone NOT NULL,
	"seen_seq" bigint NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_visit_person_id_document_id_pk" PRIMARY KEY("person_id","document_id")
);
--> statement-breakpoint
ALTER TABLE "document_visit" ADD CONSTRAINT "document_visit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_visit" ADD CONSTRAINT "document_visit_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;