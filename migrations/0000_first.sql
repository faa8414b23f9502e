CREATE TABLE "audit_content" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "audit_content_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "audit_content_once" UNIQUE("entry_id")
);
--> statement-breakpoint
ALTER TABLE "audit_content" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"actor_id" uuid,
	"on_behalf_of_id" uuid,
	"command" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_entry_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "audit_entry_seq" UNIQUE("municipality_id","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_head" (
	"municipality_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_head" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	CONSTRAINT "mail_delivery_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "mail_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outgoing_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text,
	"queued_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "outgoing_mail_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "outgoing_mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handled_event" (
	"municipality_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"handler" text NOT NULL,
	"handled_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "handled_event_event_id_handler_pk" PRIMARY KEY("event_id","handler")
);
--> statement-breakpoint
ALTER TABLE "handled_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid,
	"area_id" uuid,
	"decided_on" date NOT NULL,
	"paragraph" text DEFAULT '' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "appointment_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "appointment_one_object" CHECK (num_nonnulls("appointment"."unit_id", "appointment"."area_id") = 1),
	CONSTRAINT "appointment_period" CHECK ("appointment"."valid_until" is null or "appointment"."valid_until" > "appointment"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "appointment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "group_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_rapporteur" boolean DEFAULT false NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "group_member_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "group_member_from" UNIQUE("group_id","person_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "group_member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "relation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid,
	"area_id" uuid,
	"kind" text NOT NULL,
	"declared_at" timestamp(3) with time zone NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "relation_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "relation_one_object" CHECK (num_nonnulls("relation"."unit_id", "relation"."area_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "relation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"name" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "visit_group_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "visit_group_name" UNIQUE("committee_id","name")
);
--> statement-breakpoint
ALTER TABLE "visit_group" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "claim_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "claim_once" UNIQUE("visit_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"day" date NOT NULL,
	"person_id" uuid,
	"claimant_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"fee_line" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "claim_decision_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "claim_decision_not_own" CHECK ("claim_decision"."kind" not in ('checked', 'approved', 'refused') or "claim_decision"."person_id" <> "claim_decision"."claimant_id"),
	CONSTRAINT "claim_decision_by_system" CHECK ("claim_decision"."person_id" is not null or "claim_decision"."kind" in ('returned', 'waived', 'reopened'))
);
--> statement-breakpoint
ALTER TABLE "claim_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pay_type" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"fee_kind" text NOT NULL,
	"pay_type" text NOT NULL,
	"label" text NOT NULL,
	"cost_centre" text DEFAULT '' NOT NULL,
	CONSTRAINT "pay_type_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "pay_type_once" UNIQUE("committee_id","fee_kind")
);
--> statement-breakpoint
ALTER TABLE "pay_type" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payroll_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"first_row_id" integer NOT NULL,
	"last_row_id" integer NOT NULL,
	CONSTRAINT "payroll_batch_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "payroll_batch_number" UNIQUE("committee_id","number"),
	CONSTRAINT "payroll_batch_first_row" UNIQUE("municipality_id","first_row_id"),
	CONSTRAINT "payroll_batch_row_ids" CHECK ("payroll_batch"."first_row_id" > 0 and "payroll_batch"."first_row_id" <= "payroll_batch"."last_row_id")
);
--> statement-breakpoint
ALTER TABLE "payroll_batch" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payroll_row" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"amount" bigint NOT NULL,
	"frozen" jsonb NOT NULL,
	CONSTRAINT "payroll_row_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "payroll_row_claim_once" UNIQUE("claim_id"),
	CONSTRAINT "payroll_row_position" UNIQUE("batch_id","position")
);
--> statement-breakpoint
ALTER TABLE "payroll_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "area" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "area_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "area_name" UNIQUE("committee_id","name")
);
--> statement-breakpoint
ALTER TABLE "area" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "committee" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"term_from" date NOT NULL,
	"term_until" date NOT NULL,
	CONSTRAINT "committee_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "committee_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "committee" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"day" date NOT NULL,
	"papers_deadline" date NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	CONSTRAINT "meeting_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "meeting_day" UNIQUE("committee_id","day"),
	CONSTRAINT "meeting_deadline_before" CHECK ("meeting"."papers_deadline" <= "meeting"."day")
);
--> statement-breakpoint
ALTER TABLE "meeting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"area_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"operated_by" text NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"consent_on" date,
	"relatives_council" boolean DEFAULT false NOT NULL,
	"mission_description" text DEFAULT '' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "unit_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "unit_name" UNIQUE("committee_id","name")
);
--> statement-breakpoint
ALTER TABLE "unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fee_rules_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "fee_rules_version_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "fee_rules_version_key" UNIQUE("municipality_id","key")
);
--> statement-breakpoint
ALTER TABLE "fee_rules_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guideline_adoption" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"guideline_version_id" uuid NOT NULL,
	"decided_on" date NOT NULL,
	"paragraph" text NOT NULL,
	"valid_from" date NOT NULL,
	"registered_at" timestamp(3) with time zone NOT NULL,
	"registered_by" uuid NOT NULL,
	"invented" boolean DEFAULT false NOT NULL,
	CONSTRAINT "guideline_adoption_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "guideline_adoption_once" UNIQUE("guideline_version_id")
);
--> statement-breakpoint
ALTER TABLE "guideline_adoption" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guideline_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "guideline_version_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "guideline_version_key" UNIQUE("committee_id","key")
);
--> statement-breakpoint
ALTER TABLE "guideline_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "interpretation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"guideline_version_id" uuid NOT NULL,
	"silence_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"decided_by" text NOT NULL,
	"decided_on" date NOT NULL,
	"paragraph" text NOT NULL,
	"valid_from" date NOT NULL,
	"invented" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "interpretation_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "interpretation_from" UNIQUE("guideline_version_id","silence_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "interpretation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL,
	"speaker_id" uuid,
	"done_at" timestamp(3) with time zone,
	"paragraph" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "meeting_item_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "meeting_item_once" UNIQUE("meeting_id","report_id","kind")
);
--> statement-breakpoint
ALTER TABLE "meeting_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "municipality" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"organisation_number" text,
	"function_address" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "municipality_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "municipality" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"employment_number" text,
	"bloc" text,
	"party" text,
	"language" text DEFAULT 'sv' NOT NULL,
	CONSTRAINT "person_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "person_email" UNIQUE("municipality_id","email"),
	CONSTRAINT "person_employment_number" UNIQUE("municipality_id","employment_number"),
	CONSTRAINT "person_email_lower" CHECK ("person"."email" = lower("person"."email"))
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_holding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"title" text,
	"unit_id" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "role_holding_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "role_holding_manager_unit" CHECK (("role_holding"."role" = 'manager') = ("role_holding"."unit_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "role_holding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "seat_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "seat" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "session_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "session_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp(3) with time zone,
	CONSTRAINT "sign_in_code_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "sign_in_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"form" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"final_at" timestamp(3) with time zone,
	"final_day" date,
	"final_by" uuid,
	"registration_number" text,
	"oral_meeting_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "report_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_once" UNIQUE("visit_id"),
	CONSTRAINT "report_registration_number" UNIQUE("committee_id","registration_number"),
	CONSTRAINT "report_final" CHECK (("report"."state" = 'final') = ("report"."final_at" is not null and "report"."final_day" is not null and "report"."final_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_author" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"signed_at" timestamp(3) with time zone,
	CONSTRAINT "report_author_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_author_once" UNIQUE("report_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "report_author" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"delivered_at" timestamp(3) with time zone NOT NULL,
	"delivered_day" date NOT NULL,
	CONSTRAINT "report_delivery_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_delivery_once" UNIQUE("report_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "report_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"frozen" jsonb NOT NULL,
	"pdf" "bytea",
	CONSTRAINT "report_document_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_document_once" UNIQUE("report_id")
);
--> statement-breakpoint
ALTER TABLE "report_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "report_item_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_item_position" UNIQUE("report_id","kind","position")
);
--> statement-breakpoint
ALTER TABLE "report_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_reading" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "report_reading_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_reading_once" UNIQUE("report_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "report_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_text" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "report_text_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_text_once" UNIQUE("report_id","topic")
);
--> statement-breakpoint
ALTER TABLE "report_text" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attendance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"start_time" smallint NOT NULL,
	"end_time" smallint NOT NULL,
	CONSTRAINT "attendance_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "attendance_once" UNIQUE("visit_id","person_id"),
	CONSTRAINT "attendance_times" CHECK ("attendance"."start_time" < "attendance"."end_time")
);
--> statement-breakpoint
ALTER TABLE "attendance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audience_met" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"met" boolean NOT NULL,
	"explanation" text DEFAULT '' NOT NULL,
	CONSTRAINT "audience_met_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "audience_met_once" UNIQUE("visit_id","audience")
);
--> statement-breakpoint
ALTER TABLE "audience_met" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "extra_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"about" text NOT NULL,
	"person_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"decided_on" date NOT NULL,
	"decided_by" uuid NOT NULL,
	"granted" boolean NOT NULL,
	"delegation" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "extra_decision_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "extra_decision_once" UNIQUE("visit_id","person_id","about"),
	CONSTRAINT "extra_decision_not_own" CHECK ("extra_decision"."decided_by" <> "extra_decision"."person_id")
);
--> statement-breakpoint
ALTER TABLE "extra_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp(3) with time zone,
	"message" text DEFAULT '' NOT NULL,
	CONSTRAINT "invitation_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "invitation_once" UNIQUE("visit_id","person_id"),
	CONSTRAINT "invitation_answered" CHECK (("invitation"."answer" is null) = ("invitation"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "preparation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "preparation_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "preparation_once" UNIQUE("visit_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "preparation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"group_id" uuid,
	"form" text DEFAULT 'visit' NOT NULL,
	"day" date NOT NULL,
	"start_time" smallint NOT NULL,
	"end_time" smallint NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"initiated_by" text NOT NULL,
	"initiated_by_person_id" uuid NOT NULL,
	"initiated_on" date NOT NULL,
	"planned_by" text,
	"planned_on" date,
	"programme" text DEFAULT '' NOT NULL,
	"confirmed_on" date,
	"with_relatives_council" boolean DEFAULT false NOT NULL,
	"special_reason" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "visit_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "visit_times" CHECK ("visit"."start_time" < "visit"."end_time")
);
--> statement-breakpoint
ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"person_id" uuid,
	"concerns_id" uuid,
	"on_behalf" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "visit_event_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "visit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "visit_unit_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "visit_unit_once" UNIQUE("visit_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "visit_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_content" ADD CONSTRAINT "audit_content_entry_id_fk" FOREIGN KEY ("municipality_id","entry_id") REFERENCES "public"."audit_entry"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_delivery" ADD CONSTRAINT "mail_delivery_mail_id_fk" FOREIGN KEY ("municipality_id","mail_id") REFERENCES "public"."outgoing_mail"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_unit_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "public"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_area_id_fk" FOREIGN KEY ("municipality_id","area_id") REFERENCES "public"."area"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_group_id_fk" FOREIGN KEY ("municipality_id","group_id") REFERENCES "public"."visit_group"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_unit_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "public"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_area_id_fk" FOREIGN KEY ("municipality_id","area_id") REFERENCES "public"."area"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_group" ADD CONSTRAINT "visit_group_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_claim_id_fk" FOREIGN KEY ("municipality_id","claim_id") REFERENCES "public"."claim"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_claimant_id_fk" FOREIGN KEY ("municipality_id","claimant_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_type" ADD CONSTRAINT "pay_type_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_batch" ADD CONSTRAINT "payroll_batch_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_batch" ADD CONSTRAINT "payroll_batch_created_by_fk" FOREIGN KEY ("municipality_id","created_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_row" ADD CONSTRAINT "payroll_row_batch_id_fk" FOREIGN KEY ("municipality_id","batch_id") REFERENCES "public"."payroll_batch"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payroll_row" ADD CONSTRAINT "payroll_row_claim_id_fk" FOREIGN KEY ("municipality_id","claim_id") REFERENCES "public"."claim"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_area_id_fk" FOREIGN KEY ("municipality_id","area_id") REFERENCES "public"."area"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_adoption" ADD CONSTRAINT "guideline_adoption_guideline_version_id_fk" FOREIGN KEY ("municipality_id","guideline_version_id") REFERENCES "public"."guideline_version"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_adoption" ADD CONSTRAINT "guideline_adoption_registered_by_fk" FOREIGN KEY ("municipality_id","registered_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_version" ADD CONSTRAINT "guideline_version_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpretation" ADD CONSTRAINT "interpretation_guideline_version_id_fk" FOREIGN KEY ("municipality_id","guideline_version_id") REFERENCES "public"."guideline_version"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_fk" FOREIGN KEY ("municipality_id","meeting_id") REFERENCES "public"."meeting"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_speaker_id_fk" FOREIGN KEY ("municipality_id","speaker_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holding" ADD CONSTRAINT "role_holding_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holding" ADD CONSTRAINT "role_holding_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holding" ADD CONSTRAINT "role_holding_unit_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "public"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_code" ADD CONSTRAINT "sign_in_code_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_final_by_fk" FOREIGN KEY ("municipality_id","final_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_oral_meeting_id_fk" FOREIGN KEY ("municipality_id","oral_meeting_id") REFERENCES "public"."meeting"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_author" ADD CONSTRAINT "report_author_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_author" ADD CONSTRAINT "report_author_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_delivery" ADD CONSTRAINT "report_delivery_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_delivery" ADD CONSTRAINT "report_delivery_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_document" ADD CONSTRAINT "report_document_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_item" ADD CONSTRAINT "report_item_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_reading" ADD CONSTRAINT "report_reading_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_reading" ADD CONSTRAINT "report_reading_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_text" ADD CONSTRAINT "report_text_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_met" ADD CONSTRAINT "audience_met_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_decision" ADD CONSTRAINT "extra_decision_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_decision" ADD CONSTRAINT "extra_decision_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_decision" ADD CONSTRAINT "extra_decision_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_decision" ADD CONSTRAINT "extra_decision_decided_by_fk" FOREIGN KEY ("municipality_id","decided_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation" ADD CONSTRAINT "preparation_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation" ADD CONSTRAINT "preparation_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_group_id_fk" FOREIGN KEY ("municipality_id","group_id") REFERENCES "public"."visit_group"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_initiated_by_person_id_fk" FOREIGN KEY ("municipality_id","initiated_by_person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_concerns_id_fk" FOREIGN KEY ("municipality_id","concerns_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_unit" ADD CONSTRAINT "visit_unit_visit_id_fk" FOREIGN KEY ("municipality_id","visit_id") REFERENCES "public"."visit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_unit" ADD CONSTRAINT "visit_unit_unit_id_fk" FOREIGN KEY ("municipality_id","unit_id") REFERENCES "public"."unit"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_by_subject" ON "audit_entry" USING btree ("municipality_id","subject_id","seq");--> statement-breakpoint
CREATE INDEX "mail_delivery_by_mail" ON "mail_delivery" USING btree ("municipality_id","mail_id");--> statement-breakpoint
CREATE INDEX "outgoing_mail_by_time" ON "outgoing_mail" USING btree ("municipality_id","queued_at");--> statement-breakpoint
CREATE INDEX "appointment_by_committee" ON "appointment" USING btree ("committee_id");--> statement-breakpoint
CREATE INDEX "appointment_by_person" ON "appointment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "claim_by_person" ON "claim" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "claim_by_committee" ON "claim" USING btree ("committee_id","state");--> statement-breakpoint
CREATE INDEX "claim_decision_by_claim" ON "claim_decision" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "unit_by_committee" ON "unit" USING btree ("committee_id");--> statement-breakpoint
CREATE INDEX "role_holding_by_person" ON "role_holding" USING btree ("person_id","committee_id");--> statement-breakpoint
CREATE INDEX "seat_by_person" ON "seat" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_code_by_person" ON "sign_in_code" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "report_by_committee" ON "report" USING btree ("committee_id","final_day");--> statement-breakpoint
CREATE INDEX "report_author_by_person" ON "report_author" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "report_reading_by_person" ON "report_reading" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attendance_by_person" ON "attendance" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "invitation_by_person" ON "invitation" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "visit_by_committee_day" ON "visit" USING btree ("committee_id","day");--> statement-breakpoint
CREATE INDEX "visit_event_by_visit" ON "visit_event" USING btree ("visit_id","at");--> statement-breakpoint
CREATE INDEX "visit_unit_by_unit" ON "visit_unit" USING btree ("unit_id");--> statement-breakpoint
CREATE POLICY "own_municipality" ON "audit_content" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "audit_content" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "audit_entry" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "audit_entry" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "audit_head" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "audit_head" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "mail_delivery" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "mail_delivery" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "outgoing_mail" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "outgoing_mail" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "handled_event" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "handled_event" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "appointment" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "appointment" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "group_member" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "group_member" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "relation" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "relation" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "visit_group" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "visit_group" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "claim" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "claim" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "claim_decision" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "claim_decision" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "pay_type" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "pay_type" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "payroll_batch" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "payroll_batch" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "payroll_row" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "payroll_row" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "area" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "area" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "committee" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "committee" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "meeting" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "meeting" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "unit" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "unit" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "fee_rules_version" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "fee_rules_version" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "guideline_adoption" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "guideline_adoption" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "guideline_version" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "guideline_version" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "interpretation" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "interpretation" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "meeting_item" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "meeting_item" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "municipality" AS PERMISSIVE FOR ALL TO "app_user" USING (id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "municipality" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "found_by_slug" ON "municipality" AS PERMISSIVE FOR SELECT TO "app_user" USING (slug = nullif(current_setting('app.slug', true), ''));--> statement-breakpoint
CREATE POLICY "demo_listed" ON "municipality" AS PERMISSIVE FOR SELECT TO "app_user" USING (demo and nullif(current_setting('app.demo', true), '') = 'on');--> statement-breakpoint
CREATE POLICY "own_municipality" ON "person" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "person" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "role_holding" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "role_holding" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "seat" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "seat" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "session" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "session" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "found_by_token" ON "session" AS PERMISSIVE FOR SELECT TO "app_user" USING (token_hash = nullif(current_setting('app.session', true), ''));--> statement-breakpoint
CREATE POLICY "own_municipality" ON "sign_in_code" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "sign_in_code" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_author" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_author" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_delivery" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_delivery" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_document" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_document" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_item" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_item" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_reading" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_reading" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_text" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_text" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "attendance" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "attendance" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "audience_met" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "audience_met" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "extra_decision" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "extra_decision" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "invitation" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "invitation" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "preparation" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "preparation" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "visit" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "visit" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "visit_event" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "visit_event" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "visit_unit" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "visit_unit" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);