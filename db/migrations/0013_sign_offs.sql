CREATE TABLE "sign_off_lapse" (
	"sign_off_id" uuid PRIMARY KEY NOT NULL,
	"told_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "sign_off_response";--> statement-breakpoint
ALTER TABLE "part_reading" ADD COLUMN "seen_part" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "part_reading" ADD COLUMN "seen_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_off" ADD COLUMN "number" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_off_lapse" ADD CONSTRAINT "sign_off_lapse_sign_off_id_sign_off_id_fk" FOREIGN KEY ("sign_off_id") REFERENCES "public"."sign_off"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_number" ON "sign_off" USING btree ("response_id","center_id","number");