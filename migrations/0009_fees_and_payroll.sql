CREATE TABLE "claim_cost" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"file_id" uuid,
	"file_disposed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "claim_cost_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "claim_cost_amount" CHECK ("claim_cost"."amount" > 0 and "claim_cost"."amount" <= 10000000000)
);
--> statement-breakpoint
ALTER TABLE "claim_cost" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "claim_file_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "claim_file_size" CHECK ("claim_file"."size" between 1 and 5242880)
);
--> statement-breakpoint
ALTER TABLE "claim_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_journey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"kilometres" integer NOT NULL,
	"starts_from" text NOT NULL,
	"distance" integer NOT NULL,
	"made_anyway" boolean DEFAULT false NOT NULL,
	CONSTRAINT "claim_journey_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "claim_journey_length" CHECK ("claim_journey"."kilometres" between 1 and 5000 and "claim_journey"."distance" between 0 and 2000)
);
--> statement-breakpoint
ALTER TABLE "claim_journey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_loss" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"lost_as" text NOT NULL,
	"minutes" smallint NOT NULL,
	"per_hour" bigint,
	"yearly_income" bigint,
	"basis" text,
	"pension" boolean DEFAULT false NOT NULL,
	"holiday" boolean DEFAULT false NOT NULL,
	"file_id" uuid,
	"file_disposed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "claim_loss_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "claim_loss_minutes" CHECK ("claim_loss"."minutes" between 1 and 1440),
	CONSTRAINT "claim_loss_income" CHECK (coalesce("claim_loss"."per_hour", 1) > 0 and coalesce("claim_loss"."yearly_income", 1) > 0 and ("claim_loss"."lost_as" = 'employee' or "claim_loss"."per_hour" is null) and ("claim_loss"."lost_as" = 'self-employed' or ("claim_loss"."yearly_income" is null and "claim_loss"."basis" is null)) and ("claim_loss"."basis" is null or "claim_loss"."yearly_income" is not null))
);
--> statement-breakpoint
ALTER TABLE "claim_loss" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fee_budget" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"amount" bigint NOT NULL,
	"set_by_id" uuid NOT NULL,
	"set_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "fee_budget_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "fee_budget_once" UNIQUE("committee_id","year"),
	CONSTRAINT "fee_budget_amount" CHECK ("fee_budget"."amount" >= 0 and "fee_budget"."year" between 2000 and 2999)
);
--> statement-breakpoint
ALTER TABLE "fee_budget" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "paid_time" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"start_time" smallint NOT NULL,
	"end_time" smallint NOT NULL,
	"began_at" smallint NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"by_itself" bigint NOT NULL,
	"paid_minutes" smallint NOT NULL,
	"standing" boolean NOT NULL,
	"body" text NOT NULL,
	"claim_id" uuid,
	"visit_id" uuid,
	"minutes_of" text DEFAULT '' NOT NULL,
	"entered_by_id" uuid,
	"entered_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "paid_time_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "paid_time_claim_once" UNIQUE("claim_id","kind"),
	CONSTRAINT "paid_time_once" UNIQUE NULLS NOT DISTINCT("municipality_id","person_id","day","start_time","end_time","kind","body","claim_id"),
	CONSTRAINT "paid_time_order" CHECK ("paid_time"."start_time" < "paid_time"."end_time" and "paid_time"."paid_minutes" >= 0),
	CONSTRAINT "paid_time_amount" CHECK ("paid_time"."amount" between 0 and "paid_time"."by_itself"),
	CONSTRAINT "paid_time_source" CHECK (("paid_time"."claim_id" is null) = ("paid_time"."entered_by_id" is not null) and ("paid_time"."claim_id" is null) = ("paid_time"."visit_id" is null))
);
--> statement-breakpoint
ALTER TABLE "paid_time" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approval_delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_person_id" uuid,
	"to_person_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"decided_on" date NOT NULL,
	"paragraph" text DEFAULT '' NOT NULL,
	"registered_by_id" uuid NOT NULL,
	"registered_at" timestamp(3) with time zone NOT NULL,
	"holding_id" uuid,
	"ended_by_id" uuid,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "approval_delegation_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "approval_delegation_ended" CHECK (("approval_delegation"."ended_by_id" is null) = ("approval_delegation"."ended_at" is null)),
	CONSTRAINT "approval_delegation_period" CHECK ("approval_delegation"."valid_from" < "approval_delegation"."valid_until"),
	CONSTRAINT "approval_delegation_other" CHECK ("approval_delegation"."from_person_id" is null or "approval_delegation"."from_person_id" <> "approval_delegation"."to_person_id")
);
--> statement-breakpoint
ALTER TABLE "approval_delegation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"from_amount" bigint NOT NULL,
	"to_amount" bigint NOT NULL,
	"decided_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "claim_correction_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "claim_correction_once" UNIQUE("decision_id")
);
--> statement-breakpoint
ALTER TABLE "claim_correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payroll_receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"read_at" timestamp(3) with time zone NOT NULL,
	"read_by_id" uuid NOT NULL,
	"file_name" text,
	"sha256" text,
	"paid" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"not_paid" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "payroll_receipt_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "payroll_receipt_file_once" UNIQUE("batch_id","sha256"),
	CONSTRAINT "payroll_receipt_file" CHECK (("payroll_receipt"."file_name" is null) = ("payroll_receipt"."sha256" is null))
);
--> statement-breakpoint
ALTER TABLE "payroll_receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payroll_layout" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"name" text NOT NULL,
	"layout" jsonb NOT NULL,
	"changed_by_id" uuid NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payroll_layout_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "payroll_layout_name" UNIQUE("municipality_id","name")
);
--> statement-breakpoint
ALTER TABLE "payroll_layout" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payroll_setting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"paxml_version" text NOT NULL,
	"paxml_schema" text NOT NULL,
	"paxml_encoding" text NOT NULL,
	"cost_centre_dimension" integer NOT NULL,
	"project_dimension" integer NOT NULL,
	"changed_by_id" uuid NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payroll_setting_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "payroll_setting_once" UNIQUE("municipality_id")
);
--> statement-breakpoint
ALTER TABLE "payroll_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fee_acknowledgement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"acknowledged_on" date NOT NULL,
	CONSTRAINT "fee_acknowledgement_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "fee_acknowledgement_once" UNIQUE("person_id","year"),
	CONSTRAINT "fee_acknowledgement_year" CHECK ("fee_acknowledgement"."year" between 1900 and 2200)
);
--> statement-breakpoint
ALTER TABLE "fee_acknowledgement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fee_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "fee_group_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "fee_group_period" CHECK ("fee_group"."valid_until" is null or "fee_group"."valid_from" < "fee_group"."valid_until")
);
--> statement-breakpoint
ALTER TABLE "fee_group" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fixed_fee" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"percent" integer NOT NULL,
	"for_committee_id" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "fixed_fee_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "fixed_fee_percent" CHECK ("fixed_fee"."percent" between 1 and 100),
	CONSTRAINT "fixed_fee_period" CHECK ("fixed_fee"."valid_until" is null or "fixed_fee"."valid_from" < "fixed_fee"."valid_until")
);
--> statement-breakpoint
ALTER TABLE "fixed_fee" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payroll_row" DROP CONSTRAINT "payroll_row_claim_once";--> statement-breakpoint
ALTER TABLE "claim_decision" DROP CONSTRAINT "claim_decision_not_own";--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "travel_minutes" smallint;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "preparation_minutes" smallint;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "after_work_minutes" smallint;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD COLUMN "other_lines" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD COLUMN "let_stand_at" jsonb;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD COLUMN "acting_as" text;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "pay_type" ADD COLUMN "project" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "payroll_batch" ADD COLUMN "cut_off_on" date;--> statement-breakpoint
ALTER TABLE "payroll_row" ADD COLUMN "correction_id" uuid;--> statement-breakpoint
ALTER TABLE "payroll_row" ADD COLUMN "paid_on" date;--> statement-breakpoint
ALTER TABLE "payroll_row" ADD COLUMN "receipt_id" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "died_on" date;--> statement-breakpoint
ALTER TABLE "claim_cost" ADD CONSTRAINT "claim_cost_claim_id_fk" FOREIGN KEY ("municipality_id","claim_id") REFERENCES "public"."claim"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_cost" ADD CONSTRAINT "claim_cost_file_id_fk" FOREIGN KEY ("municipality_id","file_id") REFERENCES "public"."claim_file"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_file" ADD CONSTRAINT "claim_file_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_journey" ADD CONSTRAINT "claim_journey_claim_id_fk" FOREIGN KEY ("municipality_id","claim_id") REFERENCES "public"."claim"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_loss" ADD CONSTRAINT "claim_loss_claim_id_fk" FOREIGN KEY ("municipality_id","claim_id") REFERENCES "public"."claim"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_loss" ADD CONSTRAINT "claim_loss_file_id_fk" FOREIGN KEY ("municipality_id","file_id") REFERENCES "public"."claim_file"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_budget" ADD CONSTRAINT "fee_budget_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_budget" ADD CONSTRAINT "fee_budget_set_by_id_fk" FOREIGN KEY ("municipality_id","set_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paid_time" ADD CONSTRAINT "paid_time_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paid_time" ADD CONSTRAINT "paid_time_claim_id_fk" FOREIGN KEY ("municipality_id","claim_id") REFERENCES "public"."claim"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paid_time" ADD CONSTRAINT "paid_time_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paid_time" ADD CONSTRAINT "paid_time_entered_by_id_fk" FOREIGN KEY ("municipality_id","entered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_holding_id_fk" FOREIGN KEY ("municipality_id","holding_id") REFERENCES "public"."role_holding"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_from_person_id_fk" FOREIGN KEY ("municipality_id","from_person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_to_person_id_fk" FOREIGN KEY ("municipality_id","to_person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_ended_by_id_fk" FOREIGN KEY ("municipality_id","ended_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_correction" ADD CONSTRAINT "claim_correction_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_correction" ADD CONSTRAINT "claim_correction_claim_id_fk" FOREIGN KEY ("municipality_id","claim_id") REFERENCES "public"."claim"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_correction" ADD CONSTRAINT "claim_correction_decision_id_fk" FOREIGN KEY ("municipality_id","decision_id") REFERENCES "public"."claim_decision"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_receipt" ADD CONSTRAINT "payroll_receipt_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_receipt" ADD CONSTRAINT "payroll_receipt_batch_id_fk" FOREIGN KEY ("municipality_id","batch_id") REFERENCES "public"."payroll_batch"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_receipt" ADD CONSTRAINT "payroll_receipt_read_by_id_fk" FOREIGN KEY ("municipality_id","read_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_layout" ADD CONSTRAINT "payroll_layout_changed_by_id_fk" FOREIGN KEY ("municipality_id","changed_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_setting" ADD CONSTRAINT "payroll_setting_changed_by_id_fk" FOREIGN KEY ("municipality_id","changed_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_acknowledgement" ADD CONSTRAINT "fee_acknowledgement_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_group" ADD CONSTRAINT "fee_group_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fixed_fee" ADD CONSTRAINT "fixed_fee_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fixed_fee" ADD CONSTRAINT "fixed_fee_for_committee_id_fk" FOREIGN KEY ("municipality_id","for_committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_cost_by_claim" ON "claim_cost" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "claim_file_by_person" ON "claim_file" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "claim_journey_by_claim" ON "claim_journey" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "claim_loss_by_claim" ON "claim_loss" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "paid_time_by_person" ON "paid_time" USING btree ("person_id","day");--> statement-breakpoint
CREATE INDEX "approval_delegation_by_committee" ON "approval_delegation" USING btree ("committee_id","valid_from");--> statement-breakpoint
CREATE INDEX "claim_correction_by_claim" ON "claim_correction" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "fee_group_by_person" ON "fee_group" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "fixed_fee_by_person" ON "fixed_fee" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_delegation_id_fk" FOREIGN KEY ("municipality_id","delegation_id") REFERENCES "public"."approval_delegation"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_row" ADD CONSTRAINT "payroll_row_correction_id_fk" FOREIGN KEY ("municipality_id","correction_id") REFERENCES "public"."claim_correction"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_row" ADD CONSTRAINT "payroll_row_receipt_id_fk" FOREIGN KEY ("municipality_id","receipt_id") REFERENCES "public"."payroll_receipt"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "payroll_row_claim_once" ON "payroll_row" USING btree ("claim_id") WHERE "payroll_row"."correction_id" is null;--> statement-breakpoint
ALTER TABLE "payroll_row" ADD CONSTRAINT "payroll_row_correction_once" UNIQUE("correction_id");--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_added_time" CHECK (coalesce("claim"."travel_minutes", 0) between 0 and 1440 and coalesce("claim"."preparation_minutes", 0) between 0 and 1440 and coalesce("claim"."after_work_minutes", 0) between 0 and 1440);--> statement-breakpoint
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_let_stand" CHECK (("claim_decision"."kind" = 'let-stand') = ("claim_decision"."let_stand_at" is not null));--> statement-breakpoint
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_not_own" CHECK ("claim_decision"."kind" not in ('checked', 'approved', 'refused', 'corrected', 'reversed', 'let-stand') or "claim_decision"."person_id" <> "claim_decision"."claimant_id");--> statement-breakpoint
ALTER TABLE "payroll_row" ADD CONSTRAINT "payroll_row_paid" CHECK (("payroll_row"."paid_on" is null) = ("payroll_row"."receipt_id" is null));--> statement-breakpoint
CREATE POLICY "own_municipality" ON "claim_cost" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "claim_cost" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "claim_file" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "claim_file" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "claim_journey" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "claim_journey" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "claim_loss" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "claim_loss" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "fee_budget" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "fee_budget" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "paid_time" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "paid_time" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "approval_delegation" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "approval_delegation" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "claim_correction" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "claim_correction" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "payroll_receipt" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "payroll_receipt" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "payroll_layout" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "payroll_layout" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "payroll_setting" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "payroll_setting" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "fee_acknowledgement" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "fee_acknowledgement" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "fee_group" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "fee_group" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "fixed_fee" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "fixed_fee" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
-- What has gone to payroll stands before the caps of the person's other committees. Forced row-level security would show its owner no row.
ALTER TABLE "claim" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "claim_decision" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "visit" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attendance" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "committee" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "paid_time" ("id", "municipality_id", "person_id", "day", "start_time", "end_time", "began_at", "kind", "amount",
		"by_itself", "paid_minutes", "standing", "body", "claim_id", "visit_id", "entered_at")
	SELECT gen_random_uuid(), c."municipality_id", c."person_id", v."day", coalesce(a."start_time", v."start_time"),
		coalesce(a."end_time", v."end_time"), v."start_time", d."fee_line"->>'feeKind', (d."fee_line"->>'amount')::bigint,
		(d."fee_line"->>'amount')::bigint, coalesce(d."fee_line"->>'capMinutes', d."fee_line"->>'paid')::smallint, true, k."name",
		c."id", c."visit_id", d."at"
	FROM "claim" c JOIN "visit" v ON v."id" = c."visit_id" JOIN "committee" k ON k."id" = c."committee_id"
	JOIN LATERAL (SELECT * FROM "claim_decision" e WHERE e."claim_id" = c."id" AND e."kind" = 'exported'
		ORDER BY e."at" DESC, e."id" DESC LIMIT 1) d ON true
	LEFT JOIN LATERAL (SELECT min(t."start_time") AS "start_time", max(t."end_time") AS "end_time" FROM "attendance" t
		WHERE t."visit_id" = c."visit_id" AND t."person_id" = c."person_id") a ON true
	WHERE c."state" = 'exported' AND d."fee_line"->>'feeKind' IS NOT NULL AND (d."fee_line"->>'amount')::bigint > 0;
