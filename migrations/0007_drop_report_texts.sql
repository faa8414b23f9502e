-- What stands in the drafts moves to report_field. Forced row-level security would show their owner no row.
ALTER TABLE "report_text" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "report_item" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "report" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "report_field" ("id", "municipality_id", "report_id", "field", "text", "changed_at")
	SELECT t."id", t."municipality_id", t."report_id", 'text.' || t."topic", t."text", r."started_at"
	FROM "report_text" t JOIN "report" r ON r."id" = t."report_id"
	UNION ALL
	SELECT i."id", i."municipality_id", i."report_id", i."kind" || '.' || i."position", i."text", r."started_at"
	FROM "report_item" i JOIN "report" r ON r."id" = i."report_id" WHERE i."position" BETWEEN 1 AND 99;--> statement-breakpoint
DROP POLICY "own_municipality" ON "report_item" CASCADE;--> statement-breakpoint
DROP POLICY "system_reads" ON "report_item" CASCADE;--> statement-breakpoint
DROP TABLE "report_item" CASCADE;--> statement-breakpoint
DROP POLICY "own_municipality" ON "report_text" CASCADE;--> statement-breakpoint
DROP POLICY "system_reads" ON "report_text" CASCADE;--> statement-breakpoint
DROP TABLE "report_text" CASCADE;