CREATE TABLE "municipality_look" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"accent" text,
	"logo" "bytea",
	"logo_alternative" text,
	CONSTRAINT "municipality_look_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "municipality_look_once" UNIQUE("municipality_id"),
	CONSTRAINT "municipality_look_accent" CHECK ("municipality_look"."accent" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "municipality_look_logo" CHECK (("municipality_look"."logo" is null) = ("municipality_look"."logo_alternative" is null))
);
--> statement-breakpoint
ALTER TABLE "municipality_look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attachment_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"kinds" jsonb NOT NULL,
	"set_at" timestamp(3) with time zone NOT NULL,
	"set_by_id" uuid NOT NULL,
	CONSTRAINT "attachment_rule_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "attachment_rule_once" UNIQUE("municipality_id")
);
--> statement-breakpoint
ALTER TABLE "attachment_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL,
	"added_by_id" uuid NOT NULL,
	CONSTRAINT "report_attachment_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_attachment_once" UNIQUE("report_id","sha256"),
	CONSTRAINT "report_attachment_size" CHECK ("report_attachment"."size" = octet_length("report_attachment"."content"))
);
--> statement-breakpoint
ALTER TABLE "report_attachment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"means" text NOT NULL,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"sent_day" date NOT NULL,
	"sent_by" uuid NOT NULL,
	"last_day" date NOT NULL,
	"outside" boolean NOT NULL,
	"sent" jsonb NOT NULL,
	"taken_back_at" timestamp(3) with time zone,
	"taken_back_by" uuid,
	CONSTRAINT "report_check_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_check_days" CHECK ("report_check"."last_day" > "report_check"."sent_day"),
	CONSTRAINT "report_check_taken_back" CHECK (("report_check"."taken_back_at" is null) = ("report_check"."taken_back_by" is null))
);
--> statement-breakpoint
ALTER TABLE "report_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_check_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"check_unit_id" uuid NOT NULL,
	"field" text NOT NULL,
	"verdict" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	CONSTRAINT "report_check_answer_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_check_answer_once" UNIQUE("check_unit_id","field")
);
--> statement-breakpoint
ALTER TABLE "report_check_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_check_unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"outside" boolean NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"answered_day" date,
	"answered_by" uuid,
	"registered_by_id" uuid,
	"called_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "report_check_unit_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_check_unit_once" UNIQUE("check_id","unit_id"),
	CONSTRAINT "report_check_unit_answered" CHECK (("report_check_unit"."answered_at" is null) = ("report_check_unit"."answered_by" is null) and ("report_check_unit"."answered_at" is null) = ("report_check_unit"."answered_day" is null)),
	CONSTRAINT "report_check_unit_registered" CHECK (("report_check_unit"."registered_by_id" is null) = ("report_check_unit"."called_on" is null))
);
--> statement-breakpoint
ALTER TABLE "report_check_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_guard_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"field" text NOT NULL,
	"kind" text NOT NULL,
	"digest" "bytea" NOT NULL,
	"decision" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp(3) with time zone NOT NULL,
	"registered_by_id" uuid,
	CONSTRAINT "report_guard_decision_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_guard_decision_once" UNIQUE("report_id","field","kind","digest")
);
--> statement-breakpoint
ALTER TABLE "report_guard_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_taken_away" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"field" text NOT NULL,
	"text" text NOT NULL,
	"left" text NOT NULL,
	"start" integer NOT NULL,
	"taken_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "report_taken_away_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_taken_away_once" UNIQUE("report_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "report_taken_away" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_hand_over" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"field" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"referred_to" text DEFAULT '' NOT NULL,
	"clause" text DEFAULT '' NOT NULL,
	"handed_over_by" uuid NOT NULL,
	"handed_over_at" timestamp(3) with time zone NOT NULL,
	"registered_by_id" uuid,
	"received_at" timestamp(3) with time zone,
	"received_by" uuid,
	"answer" text DEFAULT '' NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"answered_by" uuid,
	CONSTRAINT "report_hand_over_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_hand_over_received" CHECK (("report_hand_over"."received_at" is null) = ("report_hand_over"."received_by" is null)),
	CONSTRAINT "report_hand_over_answered" CHECK (("report_hand_over"."answered_at" is null) = ("report_hand_over"."answered_by" is null))
);
--> statement-breakpoint
ALTER TABLE "report_hand_over" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_hand_over_to" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"hand_over_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"opened_at" timestamp(3) with time zone,
	CONSTRAINT "report_hand_over_to_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_hand_over_to_once" UNIQUE("hand_over_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "report_hand_over_to" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_dissent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "report_dissent_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_dissent_once" UNIQUE("report_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "report_dissent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "report_delivery" DROP CONSTRAINT "report_delivery_once";--> statement-breakpoint
ALTER TABLE "report_reading" DROP CONSTRAINT "report_reading_once";--> statement-breakpoint
DROP INDEX "report_restriction_one";--> statement-breakpoint
ALTER TABLE "meeting_item" ADD COLUMN "given_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD COLUMN "given_noted_by_id" uuid;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD COLUMN "line" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD COLUMN "was_discussed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_restriction" ADD COLUMN "passage" text;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "taken_over_by_id" uuid;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "taken_over_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "report_delivery" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_reading" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_variant" ADD COLUMN "left_out_by_id" uuid;--> statement-breakpoint
ALTER TABLE "report_variant" ADD COLUMN "left_out_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "attachment_rule" ADD CONSTRAINT "attachment_rule_set_by_id_fk" FOREIGN KEY ("municipality_id","set_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_attachment" ADD CONSTRAINT "report_attachment_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_attachment" ADD CONSTRAINT "report_attachment_added_by_id_fk" FOREIGN KEY ("municipality_id","added_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_check" ADD CONSTRAINT "report_check_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_check" ADD CONSTRAINT "report_check_sent_by_fk" FOREIGN KEY ("municipality_id","sent_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_check" ADD CONSTRAINT "report_check_taken_back_by_fk" FOREIGN KEY ("municipality_id","taken_back_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_check_answer" ADD CONSTRAINT "report_check_answer_check_unit_id_fk" FOREIGN KEY ("municipality_id","check_unit_id") REFERENCES "public"."report_check_unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_check_unit" ADD CONSTRAINT "report_check_unit_check_id_fk" FOREIGN KEY ("municipality_id","check_id") REFERENCES "public"."report_check"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_check_unit" ADD CONSTRAINT "report_check_unit_unit_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "public"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_check_unit" ADD CONSTRAINT "report_check_unit_answered_by_fk" FOREIGN KEY ("municipality_id","answered_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_check_unit" ADD CONSTRAINT "report_check_unit_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_guard_decision" ADD CONSTRAINT "report_guard_decision_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_guard_decision" ADD CONSTRAINT "report_guard_decision_decided_by_fk" FOREIGN KEY ("municipality_id","decided_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_guard_decision" ADD CONSTRAINT "report_guard_decision_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_taken_away" ADD CONSTRAINT "report_taken_away_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_taken_away" ADD CONSTRAINT "report_taken_away_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_hand_over" ADD CONSTRAINT "report_hand_over_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_hand_over" ADD CONSTRAINT "report_hand_over_handed_over_by_fk" FOREIGN KEY ("municipality_id","handed_over_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_hand_over" ADD CONSTRAINT "report_hand_over_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_hand_over" ADD CONSTRAINT "report_hand_over_received_by_fk" FOREIGN KEY ("municipality_id","received_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_hand_over" ADD CONSTRAINT "report_hand_over_answered_by_fk" FOREIGN KEY ("municipality_id","answered_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_hand_over_to" ADD CONSTRAINT "report_hand_over_to_hand_over_id_fk" FOREIGN KEY ("municipality_id","hand_over_id") REFERENCES "public"."report_hand_over"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_hand_over_to" ADD CONSTRAINT "report_hand_over_to_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_dissent" ADD CONSTRAINT "report_dissent_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_dissent" ADD CONSTRAINT "report_dissent_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_attachment_by_report" ON "report_attachment" USING btree ("report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_check_one" ON "report_check" USING btree ("report_id") WHERE "report_check"."taken_back_at" is null;--> statement-breakpoint
CREATE INDEX "report_check_by_committee" ON "report_check" USING btree ("committee_id","report_id");--> statement-breakpoint
CREATE INDEX "report_check_unit_by_unit" ON "report_check_unit" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "report_hand_over_by_report" ON "report_hand_over" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_hand_over_to_by_person" ON "report_hand_over_to" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_given_noted_by_id_fk" FOREIGN KEY ("municipality_id","given_noted_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_taken_over_by_id_fk" FOREIGN KEY ("municipality_id","taken_over_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_variant" ADD CONSTRAINT "report_variant_left_out_by_id_fk" FOREIGN KEY ("municipality_id","left_out_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "report_restriction_one" ON "report_restriction" USING btree ("report_id") WHERE "report_restriction"."lifted_at" is null and "report_restriction"."passage" is null;--> statement-breakpoint
ALTER TABLE "report_delivery" ADD CONSTRAINT "report_delivery_once" UNIQUE("report_id","person_id","version");--> statement-breakpoint
ALTER TABLE "report_reading" ADD CONSTRAINT "report_reading_once" UNIQUE("report_id","person_id","version");--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_taken_over" CHECK (("report"."taken_over_by_id" is null) = ("report"."taken_over_at" is null));--> statement-breakpoint
ALTER TABLE "report_variant" ADD CONSTRAINT "report_variant_left_out" CHECK (("report_variant"."left_out_by_id" is null) = ("report_variant"."left_out_at" is null));--> statement-breakpoint
CREATE POLICY "own_municipality" ON "municipality_look" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "municipality_look" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "attachment_rule" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "attachment_rule" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_attachment" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_attachment" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_check" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_check" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_check_answer" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_check_answer" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_check_unit" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_check_unit" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_guard_decision" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_guard_decision" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_taken_away" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_taken_away" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_hand_over" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_hand_over" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_hand_over_to" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_hand_over_to" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_dissent" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_dissent" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);