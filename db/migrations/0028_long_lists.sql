CREATE INDEX "source_version_follows" ON "source_version" USING btree ("follows_id");--> statement-breakpoint
CREATE INDEX "audit_entry_event" ON "audit_entry" USING btree ("municipality_id","event","seq");--> statement-breakpoint
CREATE INDEX "filing_response" ON "filing" USING btree ("response_id");