CREATE TABLE "guideline_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"guideline_version_id" uuid NOT NULL,
	"reviewed_on" date NOT NULL,
	"paragraph" text DEFAULT '' NOT NULL,
	"outcome" text NOT NULL,
	"registered_at" timestamp(3) with time zone NOT NULL,
	"registered_by" uuid NOT NULL,
	CONSTRAINT "guideline_review_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "guideline_review_on" UNIQUE("guideline_version_id","reviewed_on")
);
--> statement-breakpoint
ALTER TABLE "guideline_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guideline_trial" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"over" text NOT NULL,
	"from_year" integer NOT NULL,
	"to_year" integer NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"result" jsonb,
	"problem" text,
	"started_by" uuid NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "guideline_trial_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "guideline_trial_years" CHECK ("guideline_trial"."from_year" <= "guideline_trial"."to_year"),
	CONSTRAINT "guideline_trial_result" CHECK (("guideline_trial"."state" = 'done') = ("guideline_trial"."result" is not null))
);
--> statement-breakpoint
ALTER TABLE "guideline_trial" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "guideline_review" ADD CONSTRAINT "guideline_review_guideline_version_id_fk" FOREIGN KEY ("municipality_id","guideline_version_id") REFERENCES "public"."guideline_version"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_review" ADD CONSTRAINT "guideline_review_registered_by_fk" FOREIGN KEY ("municipality_id","registered_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_trial" ADD CONSTRAINT "guideline_trial_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_trial" ADD CONSTRAINT "guideline_trial_started_by_fk" FOREIGN KEY ("municipality_id","started_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guideline_trial_by_committee" ON "guideline_trial" USING btree ("committee_id","started_at");--> statement-breakpoint
CREATE POLICY "own_municipality" ON "guideline_review" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "guideline_review" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "guideline_trial" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "guideline_trial" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);