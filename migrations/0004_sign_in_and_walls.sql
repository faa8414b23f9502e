CREATE TABLE "account_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"sent_by_id" uuid,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"used_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "account_invitation_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "account_invitation_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "account_invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempt_tally" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"key" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "attempt_tally_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "attempt_tally_key" UNIQUE("municipality_id","key")
);
--> statement-breakpoint
ALTER TABLE "attempt_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "emergency_login" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"sealed_totp" "bytea" NOT NULL,
	"confirmed_at" timestamp(3) with time zone,
	"last_step" bigint,
	"last_used_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "emergency_login_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "emergency_login" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "external_identity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"bound_by" text NOT NULL,
	"bound_at" timestamp(3) with time zone NOT NULL,
	"last_used_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "external_identity_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "external_identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity_provider" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"settings" jsonb NOT NULL,
	"sealed_secret" "bytea",
	"state" text DEFAULT 'off' NOT NULL,
	"tested_at" timestamp(3) with time zone,
	"removed_at" timestamp(3) with time zone,
	CONSTRAINT "identity_provider_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "identity_provider_on_is_tested" CHECK ("identity_provider"."state" = 'off' or "identity_provider"."tested_at" is not null),
	CONSTRAINT "identity_provider_removed_is_off" CHECK ("identity_provider"."removed_at" is null or "identity_provider"."state" = 'off')
);
--> statement-breakpoint
ALTER TABLE "identity_provider" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"label" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"last_used_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "passkey_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "passkey_credential" UNIQUE("municipality_id","credential_id")
);
--> statement-breakpoint
ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"provider_id" uuid,
	"handle_hash" text NOT NULL,
	"request_id" text,
	"sealed_state" "bytea" NOT NULL,
	"return_to" text DEFAULT '/' NOT NULL,
	"invitation_id" uuid,
	"person_id" uuid,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"used_at" timestamp(3) with time zone,
	CONSTRAINT "sign_in_attempt_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "sign_in_attempt_request" UNIQUE("municipality_id","request_id"),
	CONSTRAINT "sign_in_attempt_handle" UNIQUE("handle_hash")
);
--> statement-breakpoint
ALTER TABLE "sign_in_attempt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_policy" (
	"municipality_id" uuid PRIMARY KEY NOT NULL,
	"codes" text DEFAULT 'everybody' NOT NULL,
	"passkeys" boolean DEFAULT true NOT NULL,
	"idle_minutes" integer DEFAULT 120 NOT NULL,
	"absolute_hours" integer DEFAULT 12 NOT NULL,
	CONSTRAINT "sign_in_policy_idle" CHECK ("sign_in_policy"."idle_minutes" between 5 and 1440),
	CONSTRAINT "sign_in_policy_absolute" CHECK ("sign_in_policy"."absolute_hours" between 1 and 72)
);
--> statement-breakpoint
ALTER TABLE "sign_in_policy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "registered_for" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"registered_by_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"about" text NOT NULL,
	"about_day" date NOT NULL,
	"called_on" date NOT NULL,
	"registered_at" timestamp(3) with time zone NOT NULL,
	"is_right" boolean,
	"said_at" timestamp(3) with time zone,
	"said" text DEFAULT '' NOT NULL,
	CONSTRAINT "registered_for_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "registered_for_another" CHECK ("registered_for"."person_id" <> "registered_for"."registered_by_id"),
	CONSTRAINT "registered_for_said" CHECK (("registered_for"."is_right" is null) = ("registered_for"."said_at" is null))
);
--> statement-breakpoint
ALTER TABLE "registered_for" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "personal_number" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"digest" "bytea" NOT NULL,
	"needed_for" text NOT NULL,
	"registered_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "personal_number_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "personal_number_once" UNIQUE("person_id"),
	CONSTRAINT "personal_number_digest" UNIQUE("municipality_id","digest")
);
--> statement-breakpoint
ALTER TABLE "personal_number" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protected_identity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"alias" text NOT NULL,
	"sealed_name" "bytea",
	CONSTRAINT "protected_identity_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "protected_identity_once" UNIQUE("person_id"),
	CONSTRAINT "protected_identity_alias" UNIQUE("municipality_id","alias")
);
--> statement-breakpoint
ALTER TABLE "protected_identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "correction_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"registered_for_id" uuid,
	"wrong" text NOT NULL,
	"should" text DEFAULT '' NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	"handled_at" timestamp(3) with time zone,
	"handled_by_id" uuid,
	CONSTRAINT "correction_request_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "correction_request_handled" CHECK (("correction_request"."outcome" is null) = ("correction_request"."handled_at" is null) and ("correction_request"."outcome" is null) = ("correction_request"."handled_by_id" is null))
);
--> statement-breakpoint
ALTER TABLE "correction_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_protection_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"document" text NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL,
	"saved_by_id" uuid NOT NULL,
	CONSTRAINT "data_protection_version_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "data_protection_version_number" UNIQUE("committee_id","document","version")
);
--> statement-breakpoint
ALTER TABLE "data_protection_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"came_as" text NOT NULL,
	"asked" text NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"registered_at" timestamp(3) with time zone NOT NULL,
	"registered_by" uuid NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"closed_by" uuid,
	"handed_how" text,
	"law" text,
	"provision" text DEFAULT '' NOT NULL,
	"told" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "disclosure_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "disclosure_number" UNIQUE("committee_id","number"),
	CONSTRAINT "disclosure_closed" CHECK (("disclosure"."state" in ('received', 'examining')) = ("disclosure"."closed_at" is null) and ("disclosure"."closed_at" is null or "disclosure"."contact" = ''))
);
--> statement-breakpoint
ALTER TABLE "disclosure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosure_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"title" text NOT NULL,
	"day" date NOT NULL,
	"content" jsonb,
	"decision" text,
	"law" text,
	"provision" text DEFAULT '' NOT NULL,
	"told" text DEFAULT '' NOT NULL,
	"decided_at" timestamp(3) with time zone,
	"decided_by" uuid,
	CONSTRAINT "disclosure_document_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "disclosure_document_once" UNIQUE("disclosure_id","kind","subject"),
	CONSTRAINT "disclosure_document_refused" CHECK ("disclosure_document"."decision" <> 'refused' or "disclosure_document"."law" is not null)
);
--> statement-breakpoint
ALTER TABLE "disclosure_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosure_mask" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"part" text,
	"start_at" integer,
	"end_at" integer,
	"word" text,
	"whole_word" boolean DEFAULT false NOT NULL,
	"law" text NOT NULL,
	"provision" text NOT NULL,
	CONSTRAINT "disclosure_mask_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "disclosure_mask_one" CHECK (("disclosure_mask"."word" is null) = ("disclosure_mask"."part" is not null and "disclosure_mask"."start_at" >= 0 and "disclosure_mask"."end_at" > "disclosure_mask"."start_at"))
);
--> statement-breakpoint
ALTER TABLE "disclosure_mask" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosure_package" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "disclosure_package_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "disclosure_package_once" UNIQUE("disclosure_id")
);
--> statement-breakpoint
ALTER TABLE "disclosure_package" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disposal_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "disposal_item_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "disposal_item_once" UNIQUE("run_id","kind","subject_id")
);
--> statement-breakpoint
ALTER TABLE "disposal_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disposal_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"state" text NOT NULL,
	"day" date NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	"proposed_by" uuid NOT NULL,
	"decided_at" timestamp(3) with time zone,
	"decided_by" uuid,
	CONSTRAINT "disposal_run_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "disposal_run_decided" CHECK (("disposal_run"."state" = 'proposed') = ("disposal_run"."decided_at" is null)),
	CONSTRAINT "disposal_run_by_two" CHECK ("disposal_run"."state" <> 'done' or "disposal_run"."decided_by" <> "disposal_run"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "disposal_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_hold" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"title" text DEFAULT '' NOT NULL,
	"reason" text NOT NULL,
	"set_at" timestamp(3) with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "retention_hold_in_municipality" UNIQUE("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "retention_hold" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"action" text NOT NULL,
	"years" integer,
	"counted_from" text DEFAULT 'event' NOT NULL,
	"plan" text NOT NULL,
	"decided_on" date NOT NULL,
	"paragraph" text NOT NULL,
	"valid_from" date NOT NULL,
	"registered_at" timestamp(3) with time zone NOT NULL,
	"registered_by" uuid NOT NULL,
	CONSTRAINT "retention_rule_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "retention_rule_from" UNIQUE("committee_id","kind","valid_from"),
	CONSTRAINT "retention_rule_years" CHECK (("retention_rule"."action" = 'after-years') = ("retention_rule"."years" is not null)),
	CONSTRAINT "retention_rule_some_years" CHECK ("retention_rule"."years" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "retention_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_restriction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"legal_ground" text NOT NULL,
	"reason" text NOT NULL,
	"restricted_at" timestamp(3) with time zone NOT NULL,
	"restricted_by" uuid NOT NULL,
	"lifted_at" timestamp(3) with time zone,
	"lifted_by" uuid,
	CONSTRAINT "report_restriction_in_municipality" UNIQUE("municipality_id","id"),
	CONSTRAINT "report_restriction_lifted" CHECK (("report_restriction"."lifted_at" is null) = ("report_restriction"."lifted_by" is null))
);
--> statement-breakpoint
ALTER TABLE "report_restriction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "committee_id" uuid;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "lets_in" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD COLUMN "registered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD COLUMN "called_on" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "locked_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "locked_because" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "protected_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_seen_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "method" text DEFAULT 'code' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "provider_id" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "browser" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "final_registered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "report_author" ADD COLUMN "registered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "report_author" ADD COLUMN "called_on" date;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "registered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "registered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "registered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "account_invitation" ADD CONSTRAINT "account_invitation_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_invitation" ADD CONSTRAINT "account_invitation_sent_by_id_fk" FOREIGN KEY ("municipality_id","sent_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_login" ADD CONSTRAINT "emergency_login_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_provider_id_fk" FOREIGN KEY ("municipality_id","provider_id") REFERENCES "public"."identity_provider"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_attempt" ADD CONSTRAINT "sign_in_attempt_provider_id_fk" FOREIGN KEY ("municipality_id","provider_id") REFERENCES "public"."identity_provider"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_attempt" ADD CONSTRAINT "sign_in_attempt_invitation_id_fk" FOREIGN KEY ("municipality_id","invitation_id") REFERENCES "public"."account_invitation"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_attempt" ADD CONSTRAINT "sign_in_attempt_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registered_for" ADD CONSTRAINT "registered_for_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registered_for" ADD CONSTRAINT "registered_for_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registered_for" ADD CONSTRAINT "registered_for_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_number" ADD CONSTRAINT "personal_number_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protected_identity" ADD CONSTRAINT "protected_identity_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_registered_for_id_fk" FOREIGN KEY ("municipality_id","registered_for_id") REFERENCES "public"."registered_for"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_handled_by_id_fk" FOREIGN KEY ("municipality_id","handled_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_protection_version" ADD CONSTRAINT "data_protection_version_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_protection_version" ADD CONSTRAINT "data_protection_version_saved_by_id_fk" FOREIGN KEY ("municipality_id","saved_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_registered_by_fk" FOREIGN KEY ("municipality_id","registered_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_closed_by_fk" FOREIGN KEY ("municipality_id","closed_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_document" ADD CONSTRAINT "disclosure_document_disclosure_id_fk" FOREIGN KEY ("municipality_id","disclosure_id") REFERENCES "public"."disclosure"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_document" ADD CONSTRAINT "disclosure_document_decided_by_fk" FOREIGN KEY ("municipality_id","decided_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_mask" ADD CONSTRAINT "disclosure_mask_document_id_fk" FOREIGN KEY ("municipality_id","document_id") REFERENCES "public"."disclosure_document"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_package" ADD CONSTRAINT "disclosure_package_disclosure_id_fk" FOREIGN KEY ("municipality_id","disclosure_id") REFERENCES "public"."disclosure"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposal_item" ADD CONSTRAINT "disposal_item_run_id_fk" FOREIGN KEY ("municipality_id","run_id") REFERENCES "public"."disposal_run"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposal_item" ADD CONSTRAINT "disposal_item_rule_id_fk" FOREIGN KEY ("municipality_id","rule_id") REFERENCES "public"."retention_rule"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposal_run" ADD CONSTRAINT "disposal_run_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposal_run" ADD CONSTRAINT "disposal_run_proposed_by_fk" FOREIGN KEY ("municipality_id","proposed_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposal_run" ADD CONSTRAINT "disposal_run_decided_by_fk" FOREIGN KEY ("municipality_id","decided_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_hold" ADD CONSTRAINT "retention_hold_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_hold" ADD CONSTRAINT "retention_hold_set_by_fk" FOREIGN KEY ("municipality_id","set_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_hold" ADD CONSTRAINT "retention_hold_ended_by_fk" FOREIGN KEY ("municipality_id","ended_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_committee_id_fk" FOREIGN KEY ("municipality_id","committee_id") REFERENCES "public"."committee"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_registered_by_fk" FOREIGN KEY ("municipality_id","registered_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_restriction" ADD CONSTRAINT "report_restriction_report_id_fk" FOREIGN KEY ("municipality_id","report_id") REFERENCES "public"."report"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_restriction" ADD CONSTRAINT "report_restriction_restricted_by_fk" FOREIGN KEY ("municipality_id","restricted_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_restriction" ADD CONSTRAINT "report_restriction_lifted_by_fk" FOREIGN KEY ("municipality_id","lifted_by") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_invitation_by_person" ON "account_invitation" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "emergency_login_once" ON "emergency_login" USING btree ("person_id") WHERE "emergency_login"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "external_identity_by_person" ON "external_identity" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "external_identity_subject" ON "external_identity" USING btree ("provider_id","subject") WHERE "external_identity"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "passkey_by_person" ON "passkey" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_by_end" ON "sign_in_attempt" USING btree ("municipality_id","expires_at");--> statement-breakpoint
CREATE INDEX "registered_for_by_person" ON "registered_for" USING btree ("person_id","registered_at");--> statement-breakpoint
CREATE INDEX "correction_request_by_person" ON "correction_request" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "disclosure_by_committee" ON "disclosure" USING btree ("committee_id","received_at");--> statement-breakpoint
CREATE INDEX "disclosure_mask_by_document" ON "disclosure_mask" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "disposal_item_by_subject" ON "disposal_item" USING btree ("committee_id","kind","subject_id");--> statement-breakpoint
CREATE INDEX "disposal_run_by_committee" ON "disposal_run" USING btree ("committee_id","proposed_at");--> statement-breakpoint
CREATE INDEX "retention_hold_by_committee" ON "retention_hold" USING btree ("committee_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "report_restriction_one" ON "report_restriction" USING btree ("report_id") WHERE "report_restriction"."lifted_at" is null;--> statement-breakpoint
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_provider_id_fk" FOREIGN KEY ("municipality_id","provider_id") REFERENCES "public"."identity_provider"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_final_registered_by_id_fk" FOREIGN KEY ("municipality_id","final_registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_author" ADD CONSTRAINT "report_author_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_registered_by_id_fk" FOREIGN KEY ("municipality_id","registered_by_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_by_actor" ON "audit_entry" USING btree ("municipality_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "session_by_person" ON "session" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_registered" CHECK (("claim_decision"."registered_by_id" is null) = ("claim_decision"."called_on" is null) and ("claim_decision"."registered_by_id" is null or ("claim_decision"."kind" = 'confirmed' and "claim_decision"."person_id" = "claim_decision"."claimant_id")));--> statement-breakpoint
ALTER TABLE "report_author" ADD CONSTRAINT "report_author_registered" CHECK (("report_author"."registered_by_id" is null) = ("report_author"."called_on" is null));--> statement-breakpoint
CREATE POLICY "own_municipality" ON "account_invitation" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "account_invitation" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "attempt_tally" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "attempt_tally" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "emergency_login" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "emergency_login" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "external_identity" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "external_identity" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "identity_provider" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "identity_provider" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "passkey" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "passkey" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "sign_in_attempt" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "sign_in_attempt" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "sign_in_policy" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "sign_in_policy" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "registered_for" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "registered_for" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "personal_number" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "personal_number" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "protected_identity" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "protected_identity" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "correction_request" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "correction_request" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "data_protection_version" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "data_protection_version" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "disclosure" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "disclosure" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "disclosure_document" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "disclosure_document" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "disclosure_mask" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "disclosure_mask" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "disclosure_package" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "disclosure_package" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "disposal_item" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "disposal_item" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "disposal_run" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "disposal_run" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "retention_hold" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "retention_hold" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "retention_rule" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "retention_rule" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "own_municipality" ON "report_restriction" AS PERMISSIVE FOR ALL TO "app_user" USING (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('app.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "system_reads" ON "report_restriction" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);