ALTER TABLE "comment_thread" ADD COLUMN "mark" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_thread" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;