ALTER TABLE "notice" DROP CONSTRAINT "notice_about_one";--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "webhook_id" uuid;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "cpr_reason" text;--> statement-breakpoint
ALTER TABLE "webhook" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook" ADD COLUMN "pause_reason" text;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_about_one" CHECK (num_nonnulls("notice"."response_id", "notice"."consultation_id", "notice"."webhook_id") = 1);--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_pause_has_reason" CHECK (("webhook"."paused_at" is null) = ("webhook"."pause_reason" is null));--> statement-breakpoint
-- Rounds that wait from before: the reason stands in the trail.
UPDATE "review" SET "cpr_reason" = "sent"."reason" FROM (
  SELECT "object_id", "data" ->> 'versionId' AS "version_id", "data" ->> 'cprReason' AS "reason" FROM "audit_entry"
  WHERE "event" = 'sent-for-approval' AND "data" ? 'cprReason'
) "sent" WHERE "sent"."object_id" = "review"."response_id"::text AND "sent"."version_id" = "review"."version_id"::text;
