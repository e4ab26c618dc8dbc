CREATE TABLE "outcome" (
	"response_id" uuid NOT NULL,
	"block_id" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outcome_response_id_block_id_pk" PRIMARY KEY("response_id","block_id")
);
--> statement-breakpoint
ALTER TABLE "paragraph_link" ADD COLUMN "stance" text;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Remarks are searched for by their stance too.
CREATE OR REPLACE VIEW search_ground AS
  SELECT c.id AS holder, '' AS part, 'clause' AS kind, s.municipality_id, v.created_at AS at, s.id AS source_id,
    '{}'::uuid[] AS centers, concat_ws(' ', c.number, c.heading) AS title, c.text AS body, '{}'::text[] AS stances
  FROM clause c JOIN source_version v ON v.id = c.version_id JOIN source s ON s.id = v.source_id
  WHERE c.joined_into_id IS NULL
UNION ALL
  SELECT v.id, '', 'source', s.municipality_id, v.created_at, s.id, '{}', s.title, concat_ws(' ', v.label, s.publisher), '{}'
  FROM source_version v JOIN source s ON s.id = v.source_id
  WHERE v.accepted_at IS NOT NULL
UNION ALL
  SELECT r.id, '', 'response', r.municipality_id, r.started_at, v.source_id, '{}', r.title,
    concat_ws(' · ', h.user_key, nullif(h.title, r.title), h.sender, h.case_number), '{}'
  FROM response r JOIN document d ON d.id = r.document_id JOIN consultation h ON h.id = r.consultation_id
    JOIN source_version v ON v.id = h.version_id
  WHERE d.state <> 'deleted'
UNION ALL
  SELECT p.document_id, p.block_id, 'remark', r.municipality_id, r.started_at, v.source_id,
    ARRAY(SELECT DISTINCT l.center_id FROM paragraph_link l WHERE l.document_id = p.document_id AND l.block_id = p.block_id),
    '', p.text,
    ARRAY(SELECT DISTINCT l.stance FROM paragraph_link l WHERE l.document_id = p.document_id AND l.block_id = p.block_id AND l.stance IS NOT NULL)
  FROM paragraph p JOIN response r ON r.document_id = p.document_id JOIN document d ON d.id = p.document_id
    JOIN consultation h ON h.id = r.consultation_id JOIN source_version v ON v.id = h.version_id
  WHERE p.kind <> 'heading' AND p.text ~ '\S' AND d.state <> 'deleted';
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_terms(ground search_ground) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector('danish', search_plain(ground.title)), 'A')
    || to_tsvector('danish', search_plain(ground.body))
    || array_to_tsvector(ARRAY[
         format('#%s/%s/%s', ground.kind, extract(year FROM ground.at AT TIME ZONE 'Europe/Copenhagen'), ground.municipality_id),
         '#s' || ground.source_id
       ] || ARRAY(SELECT '#c' || center FROM unnest(ground.centers) center)
         || ARRAY(SELECT '#t' || stance FROM unnest(ground.stances) stance))
$$;
--> statement-breakpoint
DROP TRIGGER paragraph_link_searched ON paragraph_link;
--> statement-breakpoint
CREATE TRIGGER paragraph_link_searched AFTER INSERT OR DELETE OR UPDATE OF stance ON paragraph_link
  FOR EACH ROW EXECUTE FUNCTION search_block_changed();
