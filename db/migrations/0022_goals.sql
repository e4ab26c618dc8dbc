CREATE TABLE "assessment_form" (
	"consultation_id" uuid PRIMARY KEY NOT NULL,
	"shows_status" boolean NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "goal_status" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "goal_status_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"consultation_id" uuid NOT NULL,
	"clause_id" uuid NOT NULL,
	"center_id" uuid NOT NULL,
	"status" text,
	"next_step" text DEFAULT '' NOT NULL,
	"due" date,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "is_owner" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_form" ADD CONSTRAINT "assessment_form_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_form" ADD CONSTRAINT "assessment_form_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_status" ADD CONSTRAINT "goal_status_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_status" ADD CONSTRAINT "goal_status_clause_id_clause_id_fk" FOREIGN KEY ("clause_id") REFERENCES "public"."clause"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_status" ADD CONSTRAINT "goal_status_center_id_center_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."center"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_status" ADD CONSTRAINT "goal_status_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "goal_status_consultation" ON "goal_status" USING btree ("consultation_id","clause_id","center_id");--> statement-breakpoint
CREATE INDEX "goal_status_clause" ON "goal_status" USING btree ("clause_id");--> statement-breakpoint
-- How far a center was with a goal is said, never unsaid. [M2]
CREATE TRIGGER goal_status_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON goal_status
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
