CREATE TABLE "calendar_feed" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadline_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consultation_id" uuid NOT NULL,
	"center_id" uuid,
	"from_day" date NOT NULL,
	"from_time" text,
	"to_day" date NOT NULL,
	"to_time" text,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "missed_deadline" (
	"consultation_id" uuid NOT NULL,
	"clause_id" uuid NOT NULL,
	"center_id" uuid NOT NULL,
	"deadline" date NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "missed_deadline_consultation_id_clause_id_center_id_pk" PRIMARY KEY("consultation_id","clause_id","center_id")
);
--> statement-breakpoint
CREATE TABLE "plan_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consultation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"time" text,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"revision" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notice" ALTER COLUMN "response_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "consultation" ADD COLUMN "plan_template" text;--> statement-breakpoint
ALTER TABLE "consultation" ADD COLUMN "plan_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consultation" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "center" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "center" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "consultation_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "occasion" text;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_change" ADD CONSTRAINT "deadline_change_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_change" ADD CONSTRAINT "deadline_change_center_id_center_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."center"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_change" ADD CONSTRAINT "deadline_change_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_deadline" ADD CONSTRAINT "missed_deadline_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_deadline" ADD CONSTRAINT "missed_deadline_clause_id_clause_id_fk" FOREIGN KEY ("clause_id") REFERENCES "public"."clause"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_deadline" ADD CONSTRAINT "missed_deadline_center_id_center_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."center"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_step" ADD CONSTRAINT "plan_step_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_step" ADD CONSTRAINT "plan_step_done_by_person_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_secret" ON "calendar_feed" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "deadline_change_of" ON "deadline_change" USING btree ("consultation_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_step_once" ON "plan_step" USING btree ("consultation_id","kind");--> statement-breakpoint
ALTER TABLE "center" ADD CONSTRAINT "center_successor_id_center_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."center"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_once" ON "notice" USING btree ("user_id","occasion");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_about_one" CHECK (num_nonnulls("notice"."response_id", "notice"."consultation_id") = 1);--> statement-breakpoint
-- Why a deadline was moved is said, never unsaid. [H14]
CREATE TRIGGER deadline_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deadline_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
