CREATE INDEX "clause_version" ON "clause" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "clause_joined_into" ON "clause" USING btree ("joined_into_id");