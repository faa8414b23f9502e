CREATE TABLE "leave" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stand_in_id" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "leave_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "leave_period" CHECK ("leave"."valid_until" is null or "leave"."valid_until" > "leave"."valid_from"),
	CONSTRAINT "leave_of_another" CHECK ("leave"."stand_in_id" is distinct from "leave"."person_id")
);
--> statement-breakpoint
ALTER TABLE "leave" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "council_date" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"day" date NOT NULL,
	"start_time" smallint NOT NULL,
	"end_time" smallint NOT NULL,
	CONSTRAINT "council_date_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "council_date_once" UNIQUE("unit_id","day","start_time"),
	CONSTRAINT "council_date_times" CHECK ("council_date"."start_time" < "council_date"."end_time")
);
--> statement-breakpoint
ALTER TABLE "council_date" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_blocked" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "unit_blocked_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "unit_blocked_period" CHECK ("unit_blocked"."valid_from" < "unit_blocked"."valid_until")
);
--> statement-breakpoint
ALTER TABLE "unit_blocked" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_choice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"gathered" text DEFAULT 'each' NOT NULL,
	"visit_reminders" smallint[] DEFAULT '{14,1}' NOT NULL,
	"report_reminder" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mail_choice_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "mail_choice_once" UNIQUE("person_id")
);
--> statement-breakpoint
ALTER TABLE "mail_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	CONSTRAINT "report_contact_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_contact_once" UNIQUE("contact_id")
);
--> statement-breakpoint
ALTER TABLE "report_contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"last_fetched_at" timestamp(3) with time zone,
	CONSTRAINT "calendar_feed_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "calendar_feed_once" UNIQUE("person_id"),
	CONSTRAINT "calendar_feed_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "committee_news" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_by_id" uuid NOT NULL,
	"written_at" timestamp(3) with time zone NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "committee_news_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "committee_news_period" CHECK ("committee_news"."valid_from" < "committee_news"."valid_until")
);
--> statement-breakpoint
ALTER TABLE "committee_news" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "extra_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"about" text NOT NULL,
	"person_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "extra_request_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "extra_request_once" UNIQUE("visit_id","person_id","about")
);
--> statement-breakpoint
ALTER TABLE "extra_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outside_contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid,
	"area_id" uuid,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"referred_to" text DEFAULT '' NOT NULL,
	"noted_at" timestamp(3) with time zone NOT NULL,
	"taken_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "outside_contact_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "outside_contact_one_object" CHECK (num_nonnulls("outside_contact"."unit_id", "outside_contact"."area_id") <= 1)
);
--> statement-breakpoint
ALTER TABLE "outside_contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"question" text NOT NULL,
	"turn_to" text NOT NULL,
	"reached_by" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referral_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "referral_position" UNIQUE("committee_id","position")
);
--> statement-breakpoint
ALTER TABLE "referral" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"told_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "reminder_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "reminder_once" UNIQUE("person_id","kind","subject_id","occasion")
);
--> statement-breakpoint
ALTER TABLE "reminder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reply_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"used_at" timestamp(3) with time zone,
	CONSTRAINT "reply_link_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "reply_link_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "reply_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "time_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_time_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp(3) with time zone NOT NULL,
	"registered_by_id" uuid,
	CONSTRAINT "time_answer_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "time_answer_once" UNIQUE("visit_time_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "time_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_time" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"day" date NOT NULL,
	"start_time" smallint NOT NULL,
	"end_time" smallint NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "visit_time_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "visit_time_once" UNIQUE("visit_id","sequence","day","start_time","end_time"),
	CONSTRAINT "visit_time_order" CHECK ("visit_time"."start_time" < "visit_time"."end_time")
);
--> statement-breakpoint
ALTER TABLE "visit_time" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "about_committee_id" uuid;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "calendar_method" text;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "sent_from" text;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "gathered_into_id" uuid;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "agreement_from" date;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "agreement_until" date;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "serving" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "within_paid_work" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "audience_met" ADD COLUMN "count" smallint;--> statement-breakpoint
ALTER TABLE "extra_decision" ADD COLUMN "decided_as" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "extra_decision" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "extra_decision" ADD COLUMN "clause" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "extra_decision" ADD COLUMN "reported_at_id" uuid;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "asked_again_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "stands_in_for_id" uuid;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "withdrawn_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "series" text;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "capacity" text DEFAULT 'committee' NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "times_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "consulted" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "notice_on" date;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "notice_says" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "forum" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "to_meet" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "declined_reason" text;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "declined_on" date;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "broken_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "unannounced" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visit_event" ADD COLUMN "by_link" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visit_event" ADD COLUMN "day" date;--> statement-breakpoint
ALTER TABLE "visit_event" ADD COLUMN "start_time" smallint;--> statement-breakpoint
ALTER TABLE "visit_event" ADD COLUMN "end_time" smallint;--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_stand_in_id_fk" FOREIGN KEY ("municipality_id","stand_in_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_date" ADD CONSTRAINT "council_date_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_date" ADD CONSTRAINT "council_date_unit_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "public"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_blocked" ADD CONSTRAINT "unit_blocked_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_blocked" ADD CONSTRAINT "unit_blocked_unit_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "public"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_contact" ADD CONSTRAINT "report_contact_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_contact" ADD CONSTRAINT "report_contact_contact_id_fk" FOREIGN KEY ("municipality_id","contact_id") REFERENCES "public"."outside_contact"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_news" ADD CONSTRAINT "committee_news_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_news" ADD CONSTRAINT "committee_news_written_by_id_fk" FOREIGN KEY ("municipality_id","written_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_request" ADD CONSTRAINT "extra_request_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_request" ADD CONSTRAINT "extra_request_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_request" ADD CONSTRAINT "extra_request_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_request" ADD CONSTRAINT "extra_request_asked_by_id_fk" FOREIGN KEY ("municipality_id","asked_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_contact" ADD CONSTRAINT "outside_contact_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_contact" ADD CONSTRAINT "outside_contact_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_contact" ADD CONSTRAINT "outside_contact_unit_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "public"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_contact" ADD CONSTRAINT "outside_contact_area_id_fk" FOREIGN KEY ("municipality_id","area_id") REFERENCES "public"."area"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_link" ADD CONSTRAINT "reply_link_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_link" ADD CONSTRAINT "reply_link_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_answer" ADD CONSTRAINT "time_answer_visit_time_id_fk" FOREIGN KEY ("municipality_id","visit_time_id") REFERENCES "public"."visit_time"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_answer" ADD CONSTRAINT "time_answer_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_answer" ADD CONSTRAINT "time_answer_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_time" ADD CONSTRAINT "visit_time_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_time" ADD CONSTRAINT "visit_time_proposed_by_id_fk" FOREIGN KEY ("municipality_id","proposed_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leave_by_person" ON "leave" USING btree ("person_id","valid_from");--> statement-breakpoint
CREATE INDEX "unit_blocked_by_unit" ON "unit_blocked" USING btree ("unit_id","valid_from");--> statement-breakpoint
CREATE INDEX "report_contact_by_report" ON "report_contact" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "outside_contact_by_committee" ON "outside_contact" USING btree ("committee_id","day");--> statement-breakpoint
CREATE INDEX "reply_link_by_visit" ON "reply_link" USING btree ("visit_id","person_id");--> statement-breakpoint
CREATE INDEX "visit_time_by_visit" ON "visit_time" USING btree ("visit_id","sequence");--> statement-breakpoint
ALTER TABLE "extra_decision" ADD CONSTRAINT "extra_decision_reported_at_id_fk" FOREIGN KEY ("municipality_id","reported_at_id") REFERENCES "public"."meeting"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_stands_in_for_id_fk" FOREIGN KEY ("municipality_id","stands_in_for_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outgoing_mail_waiting" ON "outgoing_mail" USING btree ("municipality_id","person_id") WHERE "outgoing_mail"."waits";--> statement-breakpoint
CREATE UNIQUE INDEX "extra_decision_number" ON "extra_decision" USING btree ("committee_id",extract(year from "decided_on"),"number");--> statement-breakpoint
CREATE INDEX "extra_decision_by_meeting" ON "extra_decision" USING btree ("reported_at_id");--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_calendar" CHECK (("outgoing_mail"."calendar" is null) = ("outgoing_mail"."calendar_method" is null));--> statement-breakpoint
ALTER TABLE "audience_met" ADD CONSTRAINT "audience_met_count" CHECK ("audience_met"."count" is null or ("audience_met"."met" and "audience_met"."count" between 1 and 9999));--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_declined" CHECK (("visit"."declined_reason" is null) = ("visit"."declined_on" is null));--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_times_open" CHECK (not "visit"."times_open" or "visit"."state" = 'proposed');--> statement-breakpoint
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_time" CHECK (num_nonnulls("visit_event"."day", "visit_event"."start_time", "visit_event"."end_time") in (0, 3));--> statement-breakpoint
CREATE POLICY "own_municipality" ON "leave" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "leave" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "council_date" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "council_date" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "unit_blocked" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "unit_blocked" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "mail_choice" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "mail_choice" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_contact" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_contact" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "calendar_feed" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "calendar_feed" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "committee_news" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "committee_news" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "extra_request" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "extra_request" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "outside_contact" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "outside_contact" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "referral" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "referral" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "reminder" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "reminder" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "reply_link" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "reply_link" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "time_answer" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "time_answer" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "visit_time" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "visit_time" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);