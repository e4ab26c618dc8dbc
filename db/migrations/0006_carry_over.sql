CREATE TABLE "clause_correction" (
	"version_id" uuid NOT NULL,
	"minor" integer NOT NULL,
	"correction" jsonb,
	"before" jsonb NOT NULL,
	"corrected_by" uuid NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clause_correction_version_id_minor_pk" PRIMARY KEY("version_id","minor")
);
--> statement-breakpoint
CREATE TABLE "carry_over" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_version_id" uuid NOT NULL,
	"to_version_id" uuid NOT NULL,
	"from_clause_id" uuid NOT NULL,
	"to_clause_id" uuid,
	"change" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "carry_over_gone" CHECK (("carry_over"."to_clause_id" is null) = ("carry_over"."change" = 'dropped')),
	CONSTRAINT "carry_over_certain" CHECK ("carry_over"."decided_by" is not null or "carry_over"."change" in ('unchanged', 'moved')),
	CONSTRAINT "carry_over_undone" CHECK (("carry_over"."undone_by" is null) = ("carry_over"."undone_at" is null))
);
--> statement-breakpoint
CREATE TABLE "second_look" (
	"consultation_id" uuid NOT NULL,
	"clause_id" uuid NOT NULL,
	"center_id" uuid NOT NULL,
	"looked_by" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "second_look_consultation_id_clause_id_center_id_pk" PRIMARY KEY("consultation_id","clause_id","center_id")
);
--> statement-breakpoint
DROP INDEX "clause_position";--> statement-breakpoint
ALTER TABLE "clause" ADD COLUMN "joined_into_id" uuid;--> statement-breakpoint
ALTER TABLE "source_version" ADD COLUMN "minor" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "source_version" ADD COLUMN "follows_id" uuid;--> statement-breakpoint
ALTER TABLE "consultation" ADD COLUMN "stays_before_id" uuid;--> statement-breakpoint
ALTER TABLE "clause_correction" ADD CONSTRAINT "clause_correction_version_id_source_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clause_correction" ADD CONSTRAINT "clause_correction_corrected_by_person_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_from_version_id_source_version_id_fk" FOREIGN KEY ("from_version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_to_version_id_source_version_id_fk" FOREIGN KEY ("to_version_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_from_clause_id_clause_id_fk" FOREIGN KEY ("from_clause_id") REFERENCES "public"."clause"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_to_clause_id_clause_id_fk" FOREIGN KEY ("to_clause_id") REFERENCES "public"."clause"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_undone_by_person_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_consultation_id_consultation_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_clause_id_clause_id_fk" FOREIGN KEY ("clause_id") REFERENCES "public"."clause"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_center_id_center_id_fk" FOREIGN KEY ("center_id") REFERENCES "public"."center"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_looked_by_person_id_fk" FOREIGN KEY ("looked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "carry_over_once" ON "carry_over" USING btree ("from_clause_id","to_version_id",coalesce("to_clause_id", "to_version_id")) WHERE "carry_over"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "carry_over_to_version" ON "carry_over" USING btree ("to_version_id");--> statement-breakpoint
CREATE INDEX "carry_over_to_clause" ON "carry_over" USING btree ("to_clause_id");--> statement-breakpoint
ALTER TABLE "clause" ADD CONSTRAINT "clause_joined_into_id_clause_id_fk" FOREIGN KEY ("joined_into_id") REFERENCES "public"."clause"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_follows_id_source_version_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_stays_before_id_source_version_id_fk" FOREIGN KEY ("stays_before_id") REFERENCES "public"."source_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "clause_position" ON "clause" USING btree ("version_id","position") WHERE "clause"."joined_into_id" is null;--> statement-breakpoint
-- Clauses that a correction has joined to another are found nowhere.
CREATE OR REPLACE VIEW search_ground AS
  SELECT c.id AS holder, '' AS part, 'clause' AS kind, s.municipality_id, v.created_at AS at, s.id AS source_id,
    '{}'::uuid[] AS centers, concat_ws(' ', c.number, c.heading) AS title, c.text AS body
  FROM clause c JOIN source_version v ON v.id = c.version_id JOIN source s ON s.id = v.source_id
  WHERE c.joined_into_id IS NULL
UNION ALL
  SELECT v.id, '', 'source', s.municipality_id, v.created_at, s.id, '{}', s.title, concat_ws(' ', v.label, s.publisher)
  FROM source_version v JOIN source s ON s.id = v.source_id
  WHERE v.accepted_at IS NOT NULL
UNION ALL
  SELECT r.id, '', 'response', r.municipality_id, r.started_at, v.source_id, '{}', r.title,
    concat_ws(' · ', h.user_key, nullif(h.title, r.title), h.sender, h.case_number)
  FROM response r JOIN document d ON d.id = r.document_id JOIN consultation h ON h.id = r.consultation_id
    JOIN source_version v ON v.id = h.version_id
  WHERE d.state <> 'deleted'
UNION ALL
  SELECT p.document_id, p.block_id, 'remark', r.municipality_id, r.started_at, v.source_id,
    ARRAY(SELECT DISTINCT l.center_id FROM paragraph_link l WHERE l.document_id = p.document_id AND l.block_id = p.block_id),
    '', p.text
  FROM paragraph p JOIN response r ON r.document_id = p.document_id JOIN document d ON d.id = p.document_id
    JOIN consultation h ON h.id = r.consultation_id JOIN source_version v ON v.id = h.version_id
  WHERE p.kind <> 'heading' AND p.text ~ '\S' AND d.state <> 'deleted';
--> statement-breakpoint
DROP TRIGGER clause_searched ON clause;
--> statement-breakpoint
CREATE TRIGGER clause_searched AFTER INSERT OR DELETE OR UPDATE OF number, heading, text, joined_into_id ON clause
  FOR EACH ROW EXECUTE FUNCTION search_row_changed();
