CREATE TABLE "guideline_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"previous_source" text,
	"version" integer DEFAULT 1 NOT NULL,
	"based_on" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	CONSTRAINT "guideline_draft_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "guideline_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "guideline_adoption" ADD COLUMN "meeting_id" uuid;--> statement-breakpoint
ALTER TABLE "guideline_adoption" ADD COLUMN "registration_number" text;--> statement-breakpoint
ALTER TABLE "guideline_draft" ADD CONSTRAINT "guideline_draft_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_draft" ADD CONSTRAINT "guideline_draft_created_by_fk" FOREIGN KEY ("municipality_id","created_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_draft" ADD CONSTRAINT "guideline_draft_saved_by_fk" FOREIGN KEY ("municipality_id","saved_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guideline_draft_by_committee" ON "guideline_draft" USING btree ("committee_id");--> statement-breakpoint
ALTER TABLE "guideline_adoption" ADD CONSTRAINT "guideline_adoption_meeting_id_fk" FOREIGN KEY ("municipality_id","meeting_id") REFERENCES "public"."meeting"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own_municipality" ON "guideline_draft" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "guideline_draft" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);