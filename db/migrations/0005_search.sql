-- Trusted since PostgreSQL 13: whoever owns the database may make it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "search_entry" (
	"holder" uuid NOT NULL,
	"part" text NOT NULL,
	"kind" text NOT NULL,
	"municipality_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"terms" "tsvector" NOT NULL,
	CONSTRAINT "search_entry_holder_part_pk" PRIMARY KEY("holder","part")
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"municipality_id" uuid NOT NULL,
	"word" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_entry_terms" ON "search_entry" USING gin ("terms") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_word_beginning" ON "search_word" USING btree ("municipality_id","word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_word_near" ON "search_word" USING gin (translate("word", 'æøå', '012') gin_trgm_ops) WITH (fastupdate=false);
--> statement-breakpoint
-- The words alone in lower case, each sign a blank, so that places in the text stay where they are: the parser would take
-- "borgere/pårørende" for a file, "-2027" for a number below nothing and, in some locales, “ for a letter. Written as ranges
-- of characters, because what a letter is differs by locale. Of longer texts the first 100,000 characters are searched (a
-- tsvector ends at 1 MB). app: `plain` in server/search/rules.ts.
CREATE FUNCTION search_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(left(words, 100000) COLLATE "und-x-icu"), '[^0-9A-Za-z.À-ÖØ-öø-ʯͰ-ӿ]|\.(?![0-9])|(?<![0-9])\.', ' ', 'g')
$$;
--> statement-breakpoint
-- All that can be searched for, as it stands in the tables that hold it.
CREATE VIEW search_ground AS
  SELECT c.id AS holder, '' AS part, 'clause' AS kind, s.municipality_id, v.created_at AS at, s.id AS source_id,
    '{}'::uuid[] AS centers, concat_ws(' ', c.number, c.heading) AS title, c.text AS body
  FROM clause c JOIN source_version v ON v.id = c.version_id JOIN source s ON s.id = v.source_id
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
-- One entry's words as they stand now, in lower case whatever the database's locale: what quotes are compared with.
CREATE FUNCTION search_wording(of_holder uuid, of_part text, of_kind text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT lower(regexp_replace(concat_ws(' ', g.title, g.body), '\s+', ' ', 'g') COLLATE "und-x-icu")
    FROM search_ground g WHERE g.kind = of_kind AND g.holder = of_holder AND g.part = of_part);
END $$;
--> statement-breakpoint
CREATE FUNCTION search_terms(ground search_ground) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector('danish', search_plain(ground.title)), 'A')
    || to_tsvector('danish', search_plain(ground.body))
    || array_to_tsvector(ARRAY[
         format('#%s/%s/%s', ground.kind, extract(year FROM ground.at AT TIME ZONE 'Europe/Copenhagen'), ground.municipality_id),
         '#s' || ground.source_id
       ] || ARRAY(SELECT '#c' || center FROM unnest(ground.centers) center))
$$;
--> statement-breakpoint
CREATE FUNCTION search_words(ground search_ground) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', search_plain(concat_ws(' ', ground.title, ground.body))))) word
  WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9.]'
$$;
--> statement-breakpoint
CREATE FUNCTION search_remake(of_holder uuid, of_part text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_entry (holder, part, kind, municipality_id, at, terms)
    SELECT g.holder, g.part, g.kind, g.municipality_id, g.at, search_terms(g)
    FROM search_ground g WHERE g.holder = of_holder AND g.part = of_part
    ON CONFLICT (holder, part) DO UPDATE SET at = excluded.at, terms = excluded.terms;
  IF NOT FOUND THEN
    DELETE FROM search_entry e WHERE e.holder = of_holder AND e.part = of_part;
    RETURN;
  END IF;
  INSERT INTO search_word (municipality_id, word)
    SELECT g.municipality_id, said.word
    FROM search_ground g CROSS JOIN LATERAL search_words(g) AS said(word)
    WHERE g.holder = of_holder AND g.part = of_part
      AND NOT EXISTS (SELECT FROM search_word known WHERE known.municipality_id = g.municipality_id AND known.word = said.word);
END $$;
--> statement-breakpoint
CREATE FUNCTION search_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE search_entry, search_word;
  INSERT INTO search_entry (holder, part, kind, municipality_id, at, terms)
    SELECT g.holder, g.part, g.kind, g.municipality_id, g.at, search_terms(g) FROM search_ground g;
  INSERT INTO search_word (municipality_id, word)
    SELECT DISTINCT g.municipality_id, said.word FROM search_ground g CROSS JOIN LATERAL search_words(g) AS said(word);
END $$;
--> statement-breakpoint
CREATE FUNCTION search_row_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_remake(CASE WHEN TG_OP = 'DELETE' THEN old.id ELSE new.id END, '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_block_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM search_remake(old.document_id, old.block_id);
  ELSE
    PERFORM search_remake(new.document_id, new.block_id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_source_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_remake(v.id, '') FROM source_version v WHERE v.source_id = new.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_consultation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_remake(r.id, '') FROM response r WHERE r.consultation_id = new.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_document_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_remake(r.id, '') FROM response r WHERE r.document_id = new.id;
  PERFORM search_remake(p.document_id, p.block_id) FROM paragraph p WHERE p.document_id = new.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER clause_searched AFTER INSERT OR DELETE OR UPDATE OF number, heading, text ON clause
  FOR EACH ROW EXECUTE FUNCTION search_row_changed();
--> statement-breakpoint
CREATE TRIGGER source_version_searched AFTER INSERT OR DELETE OR UPDATE OF label, accepted_at ON source_version
  FOR EACH ROW EXECUTE FUNCTION search_row_changed();
--> statement-breakpoint
CREATE TRIGGER response_searched AFTER INSERT OR DELETE OR UPDATE OF title ON response
  FOR EACH ROW EXECUTE FUNCTION search_row_changed();
--> statement-breakpoint
CREATE TRIGGER paragraph_searched AFTER INSERT OR DELETE ON paragraph
  FOR EACH ROW EXECUTE FUNCTION search_block_changed();
--> statement-breakpoint
-- A paragraph that only moved is not searched anew.
CREATE TRIGGER paragraph_reworded AFTER UPDATE ON paragraph
  FOR EACH ROW WHEN ((old.text, old.kind) IS DISTINCT FROM (new.text, new.kind)) EXECUTE FUNCTION search_block_changed();
--> statement-breakpoint
CREATE TRIGGER paragraph_link_searched AFTER INSERT OR DELETE ON paragraph_link
  FOR EACH ROW EXECUTE FUNCTION search_block_changed();
--> statement-breakpoint
CREATE TRIGGER source_searched AFTER UPDATE OF title, publisher ON source
  FOR EACH ROW EXECUTE FUNCTION search_source_changed();
--> statement-breakpoint
CREATE TRIGGER consultation_searched AFTER UPDATE OF title, sender, case_number ON consultation
  FOR EACH ROW EXECUTE FUNCTION search_consultation_changed();
--> statement-breakpoint
CREATE TRIGGER document_searched AFTER UPDATE OF state ON document
  FOR EACH ROW WHEN ((old.state = 'deleted') IS DISTINCT FROM (new.state = 'deleted')) EXECUTE FUNCTION search_document_changed();
--> statement-breakpoint
SELECT search_rebuild();
