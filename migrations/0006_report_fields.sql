CREATE TABLE "report_field" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"field" text NOT NULL,
	"text" text NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "report_field_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_field_once" UNIQUE("report_id","field")
);
--> statement-breakpoint
ALTER TABLE "report_field" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_variant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"field" text NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"kept_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "report_variant_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_variant_once" UNIQUE("report_id","field","person_id")
);
--> statement-breakpoint
ALTER TABLE "report_variant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "report_document" DROP CONSTRAINT "report_document_once";--> statement-breakpoint
ALTER TABLE "report_document" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_field" ADD CONSTRAINT "report_field_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_field" ADD CONSTRAINT "report_field_changed_by_fk" FOREIGN KEY ("municipality_id","changed_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_variant" ADD CONSTRAINT "report_variant_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_variant" ADD CONSTRAINT "report_variant_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_document" ADD CONSTRAINT "report_document_version" UNIQUE("report_id","version");--> statement-breakpoint
ALTER TABLE "report_document" ADD CONSTRAINT "report_document_from_one" CHECK ("report_document"."version" >= 1);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_field" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_field" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_variant" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_variant" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);