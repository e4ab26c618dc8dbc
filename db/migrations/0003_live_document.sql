ALTER TABLE "document" ADD COLUMN "tail_bytes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "document_client" ADD COLUMN "connection_id" uuid;--> statement-breakpoint
UPDATE "document" SET "tail_bytes" = coalesce((SELECT sum("bytes") FROM "document_update" WHERE "document_id" = "document"."id"
  AND "epoch" = "document"."epoch" AND "seq" > "document"."snapshot_seq"), 0);
--> statement-breakpoint
-- A snapshot counts because it was verified as it stands; an old one may be taken away, none may be changed. [I5]
CREATE TRIGGER document_snapshot_unchanged BEFORE UPDATE ON document_snapshot
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
