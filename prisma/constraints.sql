-- What the schema language cannot say. Each rule is also in a rules.ts; here it holds whoever writes.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Numbers are unique within a part; a plan without parts counts as one part.
CREATE UNIQUE INDEX "Commitment_number_in_part" ON "Commitment" ("planId", "partId", "number") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "PlanPart_number_in_parent" ON "PlanPart" ("planId", "parentId", "kind", "number") NULLS NOT DISTINCT WHERE "number" IS NOT NULL;

-- One working and one accepted update per period and subject.
CREATE UNIQUE INDEX "ProgressUpdate_one_working" ON "ProgressUpdate" ("periodId", "commitmentId", "milestoneId") NULLS NOT DISTINCT WHERE "status" IN ('draft', 'submitted', 'returned');
CREATE UNIQUE INDEX "ProgressUpdate_one_accepted" ON "ProgressUpdate" ("periodId", "commitmentId", "milestoneId") NULLS NOT DISTINCT WHERE "status" = 'accepted';

-- One draft and one published assessment per period, subject, voice and assessing organisation.
CREATE UNIQUE INDEX "Assessment_one_draft" ON "Assessment" ("periodId", "commitmentId", "milestoneId", "organisationId", "voice") NULLS NOT DISTINCT WHERE "status" = 'draft';
CREATE UNIQUE INDEX "Assessment_one_published" ON "Assessment" ("periodId", "commitmentId", "milestoneId", "organisationId", "voice") NULLS NOT DISTINCT WHERE "status" = 'published';

-- A person has a role in an organisation once.
CREATE UNIQUE INDEX "Membership_once" ON "Membership" ("accountId", "organisationId", "role") NULLS NOT DISTINCT;
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role" CHECK ("role" IN ('administrator', 'secretariat', 'coordinator', 'moderator', 'monitor'));
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisation" CHECK (("role" = 'administrator') = ("organisationId" IS NULL));
ALTER TABLE "Account" ADD CONSTRAINT "Account_email_lower" CHECK ("email" = lower("email"));

-- Words of the life cycles.
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_status" CHECK ("status" IN ('draft', 'in_consultation', 'adopted', 'closed'));
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_level" CHECK ("level" IN ('national', 'local', 'sectoral'));
ALTER TABLE "PlanPart" ADD CONSTRAINT "PlanPart_kind" CHECK ("kind" IN ('challenge', 'objective', 'part'));
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_status" CHECK ("status" IN ('upcoming', 'open', 'closed'));
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_status" CHECK ("status" IN ('draft', 'submitted', 'returned', 'accepted', 'superseded'));
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_progress" CHECK ("progress" IN ('not_started', 'in_progress', 'completed', 'suspended', 'withdrawn'));
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_says_progress" CHECK ("status" IN ('draft', 'returned') OR "progress" IS NOT NULL);
ALTER TABLE "UpdateReview" ADD CONSTRAINT "UpdateReview_decision" CHECK ("decision" IN ('accepted', 'returned'));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_status" CHECK ("status" IN ('draft', 'published', 'superseded'));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_voice" CHECK ("voice" IN ('secretariat', 'independent'));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_says_grade" CHECK ("status" = 'draft' OR "gradeId" IS NOT NULL);
ALTER TABLE "Report" ADD CONSTRAINT "Report_status" CHECK ("status" IN ('draft', 'in_consultation', 'final'));
ALTER TABLE "Report" ADD CONSTRAINT "Report_kind" CHECK ("kind" IN ('annual', 'mid_term', 'end_of_term'));
ALTER TABLE "ReportVersion" ADD CONSTRAINT "ReportVersion_stage" CHECK ("stage" IN ('consultation', 'final', 'correction'));
ALTER TABLE "ReportVersion" ADD CONSTRAINT "ReportVersion_correction_reason" CHECK ("stage" <> 'correction' OR "reason" IS NOT NULL);
ALTER TABLE "ReportVersion" ADD CONSTRAINT "ReportVersion_sha256" CHECK ("sha256" = encode(sha256(convert_to("snapshot", 'UTF8')), 'hex'));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_status" CHECK ("status" IN ('unconfirmed', 'pending', 'published', 'rejected', 'hidden'));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_coded_reason" CHECK ("status" NOT IN ('rejected', 'hidden') OR "moderationCode" IS NOT NULL);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_body_length" CHECK (char_length("body") BETWEEN 1 AND 5000);
ALTER TABLE "Response" ADD CONSTRAINT "Response_status" CHECK ("status" IN ('draft', 'published'));
ALTER TABLE "Response" ADD CONSTRAINT "Response_disposition" CHECK ("disposition" IN ('accepted', 'partly_accepted', 'declined', 'already_done', 'outside_competence', 'answered'));
ALTER TABLE "Response" ADD CONSTRAINT "Response_has_reason" CHECK ("status" = 'draft' OR ("disposition" IS NOT NULL AND "text" IS NOT NULL));
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_status" CHECK ("status" IN ('queued', 'sent', 'failed'));

-- Exactly one subject.
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_subject" CHECK (num_nonnulls("commitmentId", "milestoneId") = 1);
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_role" CHECK ("role" IN ('partner', 'co_responsible'));
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_subject" CHECK (num_nonnulls("commitmentId", "milestoneId") = 1);
ALTER TABLE "VerificationSource" ADD CONSTRAINT "VerificationSource_subject" CHECK (num_nonnulls("commitmentId", "milestoneId") = 1);
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_subject" CHECK (num_nonnulls("commitmentId", "milestoneId") = 1);
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_currency" CHECK (("amount" IS NULL) = ("currency" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_subject" CHECK (num_nonnulls("commitmentId", "reportId") = 1);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_kind" CHECK (("kind" = 'file' AND "fileKey" IS NOT NULL AND "url" IS NULL) OR ("kind" = 'link' AND "url" IS NOT NULL AND "fileKey" IS NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_subject" CHECK (num_nonnulls("updateId", "assessmentId") <= 1);

-- Dates as exact as the source: a year, a month or a day.
CREATE FUNCTION is_partial_date(value text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN value ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$';
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_term" CHECK (is_partial_date("startsOn") AND is_partial_date("endsOn"));
ALTER TABLE "LegalAct" ADD CONSTRAINT "LegalAct_date" CHECK (is_partial_date("date"));
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_term" CHECK (("startsOn" IS NULL OR is_partial_date("startsOn")) AND ("endsOn" IS NULL OR is_partial_date("endsOn")));
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_term" CHECK (("startsOn" IS NULL OR is_partial_date("startsOn")) AND ("endsOn" IS NULL OR is_partial_date("endsOn")));

-- What was recorded stays: audit events and frozen reports can only be inserted.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows can only be inserted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "AuditEvent_insert_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReportVersion_insert_only" BEFORE UPDATE OR DELETE ON "ReportVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReportVersion_no_truncate" BEFORE TRUNCATE ON "ReportVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "UpdateReview_insert_only" BEFORE UPDATE OR DELETE ON "UpdateReview" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An accepted update never changes but to be superseded; a published assessment likewise.
CREATE FUNCTION keep_accepted_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'superseded' OR TG_OP = 'DELETE' OR NEW."status" <> 'superseded'
     OR (NEW."progress", NEW."result", NEW."reasons", NEW."acceptedAt", NEW."organisationId") IS DISTINCT FROM (OLD."progress", OLD."result", OLD."reasons", OLD."acceptedAt", OLD."organisationId") THEN
    RAISE EXCEPTION 'an accepted update can only be superseded' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ProgressUpdate_keep_accepted" BEFORE UPDATE OR DELETE ON "ProgressUpdate" FOR EACH ROW WHEN (OLD."status" IN ('accepted', 'superseded')) EXECUTE FUNCTION keep_accepted_update();

CREATE FUNCTION keep_published_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'superseded' OR TG_OP = 'DELETE' OR NEW."status" <> 'superseded'
     OR (NEW."gradeId", NEW."narrative", NEW."publishedAt", NEW."organisationId") IS DISTINCT FROM (OLD."gradeId", OLD."narrative", OLD."publishedAt", OLD."organisationId") THEN
    RAISE EXCEPTION 'a published assessment can only be superseded' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Assessment_keep_published" BEFORE UPDATE OR DELETE ON "Assessment" FOR EACH ROW WHEN (OLD."status" IN ('published', 'superseded')) EXECUTE FUNCTION keep_published_assessment();
