-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "completionCode" TEXT,
ADD COLUMN     "earlyResultsCode" TEXT,
ADD COLUMN     "potentialCode" TEXT,
ADD COLUMN     "verifiableCode" TEXT;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "sectionKey" TEXT;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "eventId" UUID,
ADD COLUMN     "recommendationId" UUID;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "onceKey" TEXT,
ADD COLUMN     "unsubscribeUrl" TEXT;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "sectionOrder" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "AssessmentAnswer" (
    "id" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "text" JSONB NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,

    CONSTRAINT "AssessmentAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IrmGrade" (
    "code" TEXT NOT NULL,
    "axis" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "rank" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "IrmGrade_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Crosswalk" (
    "id" UUID NOT NULL,
    "secretariatId" UUID NOT NULL,
    "scaleCode" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "entries" JSONB NOT NULL,
    "reason" JSONB NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,

    CONSTRAINT "Crosswalk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Follower" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Follower_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Follow" (
    "id" UUID NOT NULL,
    "followerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "targetId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "confirmTokenHash" TEXT,
    "confirmExpiresAt" TIMESTAMP(3),
    "confirmedAt" TIMESTAMP(3),
    "consentVersion" TEXT,
    "endTokenHash" TEXT NOT NULL,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkingGroup" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "secretariatId" UUID NOT NULL,
    "planId" UUID,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "mandate" JSONB,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "sourceNote" JSONB,
    "publishedAt" TIMESTAMP(3),
    "editedAt" TIMESTAMP(3),
    "savedAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WorkingGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkingGroupMember" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "organisationId" UUID,
    "name" JSONB,
    "sector" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "WorkingGroupMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProcessEvent" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "secretariatId" UUID NOT NULL,
    "planId" UUID,
    "groupId" UUID,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB,
    "agenda" JSONB,
    "minutes" JSONB,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "place" JSONB,
    "url" TEXT,
    "presentsResults" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "cancelReason" JSONB,
    "sourceNote" JSONB,
    "publishedAt" TIMESTAMP(3),
    "editedAt" TIMESTAMP(3),
    "cancelledAt" TIMESTAMP(3),
    "savedAt" TIMESTAMP(3) NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProcessEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventAttendance" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "organisationId" UUID,
    "name" JSONB,
    "sector" TEXT NOT NULL,
    "people" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "EventAttendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventDecision" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" JSONB NOT NULL,

    CONSTRAINT "EventDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "addresseeId" UUID NOT NULL,
    "dueOn" TEXT,
    "publishedAt" TIMESTAMP(3),
    "disposition" TEXT,
    "response" JSONB,
    "respondedAt" TIMESTAMP(3),
    "respondedBy" TEXT,
    "fulfilledOn" TEXT,
    "fulfilment" JSONB,
    "fulfilledBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSection" (
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "heading" JSONB,
    "body" JSONB,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportSection_pkey" PRIMARY KEY ("reportId","key")
);

-- CreateTable
CREATE TABLE "ReportFile" (
    "id" UUID NOT NULL,
    "reportVersionId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentAnswer_assessmentId_key" ON "AssessmentAnswer"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Crosswalk_secretariatId_scaleCode_number_key" ON "Crosswalk"("secretariatId", "scaleCode", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Follower_email_key" ON "Follower"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_confirmTokenHash_key" ON "Follow"("confirmTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_endTokenHash_key" ON "Follow"("endTokenHash");

-- CreateIndex
CREATE INDEX "Follow_kind_targetId_idx" ON "Follow"("kind", "targetId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_followerId_kind_targetId_key" ON "Follow"("followerId", "kind", "targetId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkingGroup_slug_key" ON "WorkingGroup"("slug");

-- CreateIndex
CREATE INDEX "WorkingGroup_secretariatId_idx" ON "WorkingGroup"("secretariatId");

-- CreateIndex
CREATE UNIQUE INDEX "ProcessEvent_slug_key" ON "ProcessEvent"("slug");

-- CreateIndex
CREATE INDEX "ProcessEvent_secretariatId_startsOn_idx" ON "ProcessEvent"("secretariatId", "startsOn");

-- CreateIndex
CREATE INDEX "ProcessEvent_planId_idx" ON "ProcessEvent"("planId");

-- CreateIndex
CREATE INDEX "ProcessEvent_groupId_idx" ON "ProcessEvent"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "EventDecision_eventId_number_key" ON "EventDecision"("eventId", "number");

-- CreateIndex
CREATE INDEX "Recommendation_addresseeId_idx" ON "Recommendation"("addresseeId");

-- CreateIndex
CREATE UNIQUE INDEX "Recommendation_eventId_number_key" ON "Recommendation"("eventId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReportFile_reportVersionId_format_locale_key" ON "ReportFile"("reportVersionId", "format", "locale");

-- CreateIndex
CREATE INDEX "Evidence_eventId_idx" ON "Evidence"("eventId");

-- CreateIndex
CREATE INDEX "Evidence_recommendationId_idx" ON "Evidence"("recommendationId");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_onceKey_key" ON "Mail"("onceKey");

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_completionCode_fkey" FOREIGN KEY ("completionCode") REFERENCES "IrmGrade"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_verifiableCode_fkey" FOREIGN KEY ("verifiableCode") REFERENCES "IrmGrade"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_potentialCode_fkey" FOREIGN KEY ("potentialCode") REFERENCES "IrmGrade"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_earlyResultsCode_fkey" FOREIGN KEY ("earlyResultsCode") REFERENCES "IrmGrade"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentAnswer" ADD CONSTRAINT "AssessmentAnswer_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentAnswer" ADD CONSTRAINT "AssessmentAnswer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Crosswalk" ADD CONSTRAINT "Crosswalk_secretariatId_fkey" FOREIGN KEY ("secretariatId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Crosswalk" ADD CONSTRAINT "Crosswalk_scaleCode_fkey" FOREIGN KEY ("scaleCode") REFERENCES "FulfilmentScale"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "ProcessEvent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "Recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_followerId_fkey" FOREIGN KEY ("followerId") REFERENCES "Follower"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingGroup" ADD CONSTRAINT "WorkingGroup_secretariatId_fkey" FOREIGN KEY ("secretariatId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingGroup" ADD CONSTRAINT "WorkingGroup_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingGroupMember" ADD CONSTRAINT "WorkingGroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingGroupMember" ADD CONSTRAINT "WorkingGroupMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_secretariatId_fkey" FOREIGN KEY ("secretariatId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventAttendance" ADD CONSTRAINT "EventAttendance_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "ProcessEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventAttendance" ADD CONSTRAINT "EventAttendance_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventDecision" ADD CONSTRAINT "EventDecision_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "ProcessEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "ProcessEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_addresseeId_fkey" FOREIGN KEY ("addresseeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_reportVersionId_fkey" FOREIGN KEY ("reportVersionId") REFERENCES "ReportVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A report's introduction and conclusions become the texts of its sections: paragraphs at blank lines, line ends kept.
CREATE FUNCTION pg_temp.rich_line(line text, place bigint) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN place > 1 THEN '[{"type":"hardBreak"}]'::jsonb ELSE '[]'::jsonb END
    || CASE WHEN line = '' THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('type', 'text', 'text', line)) END
$$;
CREATE FUNCTION pg_temp.rich_paragraph(paragraph text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('type', 'paragraph', 'content', jsonb_agg(node ORDER BY place, part))
  FROM regexp_split_to_table(btrim(paragraph, E' \n'), E'\n') WITH ORDINALITY AS lines(line, place),
    jsonb_array_elements(pg_temp.rich_line(line, place)) WITH ORDINALITY AS nodes(node, part)
$$;
CREATE FUNCTION pg_temp.rich_text(value text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('type', 'doc', 'content', jsonb_agg(pg_temp.rich_paragraph(paragraph) ORDER BY place))
  FROM regexp_split_to_table(value, E'\n[ \t]*\n') WITH ORDINALITY AS paragraphs(paragraph, place) WHERE btrim(paragraph, E' \n') <> ''
$$;
INSERT INTO "ReportSection" ("reportId", "key", "body", "savedAt", "actorName")
SELECT report."id", old.key, (SELECT jsonb_object_agg(language, pg_temp.rich_text(words)) FROM jsonb_each_text(old.body) AS texts(language, words) WHERE btrim(words, E' \n') <> ''), report."savedAt", 'Migration'
FROM "Report" report, LATERAL (VALUES ('introduction', report."introduction"), ('summary', report."conclusions")) AS old(key, body)
WHERE jsonb_typeof(old.body) = 'object' AND EXISTS (SELECT FROM jsonb_each_text(old.body) AS texts(language, words) WHERE btrim(words, E' \n') <> '');
ALTER TABLE "Report" DROP COLUMN "conclusions", DROP COLUMN "introduction";

-- IRM's scales as its procedures of 2014–2020 name them.
INSERT INTO "IrmGrade" ("code", "axis", "label", "rank", "position") VALUES
  ('completion.not_started', 'completion', '{"en": "Not started", "ka": "არ დაწყებულა"}', 0, 0),
  ('completion.limited', 'completion', '{"en": "Limited", "ka": "შეზღუდული"}', 1, 1),
  ('completion.substantial', 'completion', '{"en": "Substantial", "ka": "არსებითი"}', 2, 2),
  ('completion.complete', 'completion', '{"en": "Complete", "ka": "სრული"}', 3, 3),
  ('completion.no_evidence', 'completion', '{"en": "No evidence available", "ka": "მტკიცებულება არ არის"}', NULL, 4),
  ('verifiable.no', 'verifiable', '{"en": "No", "ka": "არა"}', 0, 0),
  ('verifiable.yes', 'verifiable', '{"en": "Yes", "ka": "დიახ"}', 1, 1),
  ('potential.unclear', 'potential', '{"en": "Unclear", "ka": "გაურკვეველი"}', NULL, 0),
  ('potential.modest', 'potential', '{"en": "Modest", "ka": "ზომიერი"}', 1, 1),
  ('potential.substantial', 'potential', '{"en": "Substantial", "ka": "არსებითი"}', 2, 2),
  ('early_results.worsened', 'early_results', '{"en": "Worsened", "ka": "გაუარესდა"}', 0, 0),
  ('early_results.did_not_change', 'early_results', '{"en": "Did not change", "ka": "არ შეცვლილა"}', 1, 1),
  ('early_results.marginal', 'early_results', '{"en": "Marginal", "ka": "უმნიშვნელო ცვლილება"}', 2, 2),
  ('early_results.major', 'early_results', '{"en": "Major", "ka": "მნიშვნელოვანი ცვლილება"}', 3, 3),
  ('early_results.outstanding', 'early_results', '{"en": "Outstanding", "ka": "გამორჩეული ცვლილება"}', 4, 4);
ALTER TABLE "IrmGrade" ADD CONSTRAINT "IrmGrade_axis" CHECK ("axis" IN ('completion', 'verifiable', 'potential', 'early_results') AND starts_with("code", "axis" || '.'));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_irm_axes" CHECK (
  ("completionCode" IS NULL OR starts_with("completionCode", 'completion.')) AND ("verifiableCode" IS NULL OR starts_with("verifiableCode", 'verifiable.'))
  AND ("potentialCode" IS NULL OR starts_with("potentialCode", 'potential.')) AND ("earlyResultsCode" IS NULL OR starts_with("earlyResultsCode", 'early_results.')));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_irm_is_independent" CHECK ("voice" = 'independent' OR num_nonnulls("completionCode", "verifiableCode", "potentialCode", "earlyResultsCode") = 0);
-- The Secretariat judges by its scale of fulfilment, an independent monitor by that or by IRM's completion.
ALTER TABLE "Assessment" DROP CONSTRAINT "Assessment_says_grade";
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_says_grade" CHECK ("status" = 'draft' OR "gradeId" IS NOT NULL OR ("voice" = 'independent' AND "completionCode" IS NOT NULL));

ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_key" CHECK ("key" ~ '^(introduction|process|summary|commitments|lessons|annexes|(commitment|text):[0-9a-f-]{36})$');
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_format" CHECK ("format" IN ('pdf', 'summary_pdf', 'docx', 'xlsx', 'csv'));
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_sha256" CHECK ("sha256" = encode(sha256("bytes"), 'hex'));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_section_of_report" CHECK ("sectionKey" IS NULL OR "reportId" IS NOT NULL);
DROP TRIGGER "Comment_keep_words" ON "Comment";
CREATE TRIGGER "Comment_keep_words" BEFORE UPDATE ON "Comment" FOR EACH ROW
  WHEN ((NEW."authorName", NEW."body", NEW."locale", NEW."commitmentId", NEW."reportId", NEW."sectionKey") IS DISTINCT FROM (OLD."authorName", OLD."body", OLD."locale", OLD."commitmentId", OLD."reportId", OLD."sectionKey"))
  EXECUTE FUNCTION keep_words('comment');

ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_subject";
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_subject" CHECK (num_nonnulls("updateId", "assessmentId", "eventId", "recommendationId") <= 1);

ALTER TABLE "WorkingGroup" ADD CONSTRAINT "WorkingGroup_kind" CHECK ("kind" IN ('forum', 'group'));
ALTER TABLE "WorkingGroup" ADD CONSTRAINT "WorkingGroup_term" CHECK (("startsOn" IS NULL OR is_partial_date("startsOn")) AND ("endsOn" IS NULL OR is_partial_date("endsOn")));
ALTER TABLE "WorkingGroupMember" ADD CONSTRAINT "WorkingGroupMember_who" CHECK (num_nonnulls("organisationId", "name") >= 1);
ALTER TABLE "WorkingGroupMember" ADD CONSTRAINT "WorkingGroupMember_sector" CHECK ("sector" IN ('government', 'civil_society', 'private', 'academia', 'international', 'other'));
ALTER TABLE "WorkingGroupMember" ADD CONSTRAINT "WorkingGroupMember_role" CHECK ("role" IN ('chair', 'co_chair', 'secretary', 'member'));
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_kind" CHECK ("kind" IN ('forum_meeting', 'working_group_meeting', 'results_meeting', 'public_consultation', 'repository_update', 'other'));
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_status" CHECK ("status" IN ('draft', 'published', 'cancelled'));
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_published" CHECK ("status" = 'draft' OR "publishedAt" IS NOT NULL);
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_cancelled" CHECK ("status" <> 'cancelled' OR "cancelReason" IS NOT NULL);
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_days" CHECK (length("startsOn") = 10 AND is_partial_date("startsOn") AND ("endsOn" IS NULL OR (length("endsOn") = 10 AND is_partial_date("endsOn") AND "startsOn" <= "endsOn")));
-- A source may tell of a meeting and state no day of it: then it has no last day either.
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_day_before_last" CHECK ("startsOn" IS NOT NULL OR "endsOn" IS NULL);
ALTER TABLE "EventAttendance" ADD CONSTRAINT "EventAttendance_who" CHECK (num_nonnulls("organisationId", "name", "people") >= 1);
ALTER TABLE "EventAttendance" ADD CONSTRAINT "EventAttendance_sector" CHECK ("sector" IN ('government', 'civil_society', 'private', 'academia', 'international', 'other'));
ALTER TABLE "EventAttendance" ADD CONSTRAINT "EventAttendance_people" CHECK ("people" > 0);
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_disposition" CHECK ("disposition" IN ('accepted', 'partly_accepted', 'declined', 'already_done', 'outside_competence', 'answered'));
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_has_reason" CHECK (num_nonnulls("disposition", "response", "respondedAt", "respondedBy") IN (0, 4));
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_due" CHECK ("dueOn" IS NULL OR is_partial_date("dueOn"));
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_fulfilled" CHECK (("fulfilledOn" IS NULL) = ("fulfilledBy" IS NULL) AND ("fulfilledOn" IS NULL OR (length("fulfilledOn") = 10 AND is_partial_date("fulfilledOn"))));
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_answered_in_public" CHECK ("respondedAt" IS NULL OR "publishedAt" IS NOT NULL);
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_fulfilled_once_answered" CHECK ("fulfilledOn" IS NULL OR "respondedAt" IS NOT NULL);
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_kind" CHECK ("kind" IN ('plan'));
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_confirmed_with_consent" CHECK (("confirmedAt" IS NULL) = ("consentVersion" IS NULL));
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_locale" CHECK ("locale" IN ('ka', 'en'));

-- What was answered stays answered, and so does the question as it was asked, its number and term among it.
CREATE FUNCTION keep_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - ARRAY['fulfilledOn', 'fulfilment', 'fulfilledBy', 'version'] <> to_jsonb(OLD) - ARRAY['fulfilledOn', 'fulfilment', 'fulfilledBy', 'version'] THEN
    RAISE EXCEPTION 'an answered recommendation cannot change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Recommendation_keep_answered" BEFORE UPDATE OR DELETE ON "Recommendation" FOR EACH ROW
  WHEN (OLD."respondedAt" IS NOT NULL) EXECUTE FUNCTION keep_answered();
CREATE TRIGGER "ReportFile_insert_only" BEFORE UPDATE OR DELETE ON "ReportFile" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReportFile_no_truncate" BEFORE TRUNCATE ON "ReportFile" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AssessmentAnswer_insert_only" BEFORE UPDATE OR DELETE ON "AssessmentAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AssessmentAnswer_no_truncate" BEFORE TRUNCATE ON "AssessmentAnswer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AssessmentAnswer_to_public" BEFORE INSERT ON "AssessmentAnswer" FOR EACH ROW
  WHEN (NOT is_public_assessment(NEW."assessmentId")) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Crosswalk_insert_only" BEFORE UPDATE OR DELETE ON "Crosswalk" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Crosswalk_no_truncate" BEFORE TRUNCATE ON "Crosswalk" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Fulfilled stays fulfilled, with what shows it.
CREATE FUNCTION keep_fulfilled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a fulfilled recommendation cannot change' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Recommendation_keep_fulfilled" BEFORE UPDATE ON "Recommendation" FOR EACH ROW
  WHEN (OLD."fulfilledOn" IS NOT NULL AND (NEW."fulfilledOn", NEW."fulfilment", NEW."fulfilledBy") IS DISTINCT FROM (OLD."fulfilledOn", OLD."fulfilment", OLD."fulfilledBy"))
  EXECUTE FUNCTION keep_fulfilled();
CREATE FUNCTION is_fulfilled(recommendation_id uuid) RETURNS boolean LANGUAGE sql STABLE RETURN EXISTS (SELECT 1 FROM "Recommendation" WHERE "id" = recommendation_id AND "fulfilledOn" IS NOT NULL);
CREATE FUNCTION keep_proof_of_fulfilment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP <> 'INSERT' AND is_fulfilled(OLD."recommendationId")) OR (TG_OP <> 'DELETE' AND is_fulfilled(NEW."recommendationId")) THEN
    RAISE EXCEPTION 'evidence of what is public cannot change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Evidence_keep_fulfilment" BEFORE INSERT OR UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION keep_proof_of_fulfilment();
-- As for the proof of an update: a session's own table of that name proves nothing.
CREATE FUNCTION require_proof_of_fulfilment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Evidence" WHERE "recommendationId" = NEW."id" AND "removedAt" IS NULL) THEN
    RAISE EXCEPTION 'fulfilled needs proof' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Recommendation_fulfilled_needs_proof" AFTER INSERT OR UPDATE ON "Recommendation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."fulfilledOn" IS NOT NULL) EXECUTE FUNCTION require_proof_of_fulfilment();

-- What the public has been told of stays: at its address, and as cancelled when it was.
CREATE FUNCTION keep_public_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."status" = 'cancelled' OR NEW."status" = 'draft' OR (NEW."slug", NEW."secretariatId", NEW."publishedAt") IS DISTINCT FROM (OLD."slug", OLD."secretariatId", OLD."publishedAt") THEN
    RAISE EXCEPTION 'a public event cannot be taken back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ProcessEvent_keep_public" BEFORE UPDATE OR DELETE ON "ProcessEvent" FOR EACH ROW
  WHEN (OLD."status" <> 'draft') EXECUTE FUNCTION keep_public_event();
CREATE FUNCTION keep_public_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW."slug", NEW."secretariatId", NEW."publishedAt") IS DISTINCT FROM (OLD."slug", OLD."secretariatId", OLD."publishedAt") THEN
    RAISE EXCEPTION 'a public group cannot be taken back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "WorkingGroup_keep_public" BEFORE UPDATE OR DELETE ON "WorkingGroup" FOR EACH ROW
  WHEN (OLD."publishedAt" IS NOT NULL) EXECUTE FUNCTION keep_public_group();
