-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL DEFAULT 'ka',
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "organisationId" UUID,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountLink" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AccountLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "milestoneId" UUID,
    "voice" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "gradeId" UUID,
    "narrative" JSONB,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "planId" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "commitmentId" UUID,
    "reportId" UUID,
    "reportVersionId" UUID,
    "authorName" TEXT,
    "email" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'unconfirmed',
    "confirmTokenHash" TEXT NOT NULL,
    "confirmExpiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "publishedAt" TIMESTAMP(3),
    "moderatedAt" TIMESTAMP(3),
    "moderatedById" UUID,
    "moderationCode" TEXT,
    "moderationNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Response" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "disposition" TEXT,
    "text" JSONB,
    "organisationId" UUID NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentDraft" (
    "tokenHash" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "code" TEXT NOT NULL,
    "fieldErrors" JSONB NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommentDraft_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "partId" UUID,
    "number" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" JSONB,
    "description" JSONB,
    "expectedOutcome" JSONB,
    "plainSummary" JSONB,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "leadOrganisationId" UUID NOT NULL,
    "sourceNote" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partnership" (
    "id" UUID NOT NULL,
    "commitmentId" UUID,
    "milestoneId" UUID,
    "organisationId" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'partner',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" UUID NOT NULL,
    "commitmentId" UUID,
    "milestoneId" UUID,
    "code" TEXT,
    "text" JSONB NOT NULL,
    "baseline" DECIMAL(65,30),
    "target" DECIMAL(65,30),
    "unit" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationSource" (
    "id" UUID NOT NULL,
    "commitmentId" UUID,
    "milestoneId" UUID,
    "text" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "VerificationSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetLine" (
    "id" UUID NOT NULL,
    "commitmentId" UUID,
    "milestoneId" UUID,
    "amount" DECIMAL(16,2),
    "currency" TEXT,
    "programmeCode" TEXT,
    "fundingSourceCode" TEXT,
    "noAdditionalCost" BOOLEAN NOT NULL DEFAULT false,
    "statedText" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "BudgetLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB,
    "url" TEXT,
    "fileKey" TEXT,
    "fileName" TEXT,
    "mediaType" TEXT,
    "size" INTEGER,
    "sha256" TEXT,
    "organisationId" UUID NOT NULL,
    "uploadedById" UUID,
    "uploadedAt" TIMESTAMP(3) NOT NULL,
    "updateId" UUID,
    "assessmentId" UUID,
    "verificationSourceId" UUID,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThematicArea" (
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ThematicArea_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Sdg" (
    "number" INTEGER NOT NULL,
    "label" JSONB NOT NULL,

    CONSTRAINT "Sdg_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "OrganisationKind" (
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "OrganisationKind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FundingSource" (
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "FundingSource_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FulfilmentScale" (
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,

    CONSTRAINT "FulfilmentScale_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FulfilmentGrade" (
    "id" UUID NOT NULL,
    "scaleCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "rank" INTEGER NOT NULL,
    "fulfilled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FulfilmentGrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMP(3) NOT NULL,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "parentId" UUID,
    "number" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "description" JSONB,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "leadOrganisationId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "kindCode" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "introduction" JSONB,
    "level" TEXT NOT NULL,
    "countryCode" TEXT NOT NULL,
    "locality" JSONB,
    "vocabulary" TEXT NOT NULL DEFAULT 'commitment',
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "secretariatId" UUID NOT NULL,
    "scaleCode" TEXT NOT NULL,
    "consultationDays" INTEGER NOT NULL DEFAULT 14,
    "sourceNote" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalAct" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "kind" JSONB NOT NULL,
    "number" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "issuingBody" JSONB NOT NULL,
    "title" JSONB,
    "text" JSONB,
    "appealTerms" JSONB,
    "signatory" JSONB,
    "url" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LegalAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanPart" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "parentId" UUID,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "title" JSONB NOT NULL,
    "description" JSONB,
    "note" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PlanPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanImport" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorName" TEXT NOT NULL,

    CONSTRAINT "PlanImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportingPeriod" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "dueOn" TEXT,
    "status" TEXT NOT NULL DEFAULT 'upcoming',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportingPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgressUpdate" (
    "id" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "milestoneId" UUID,
    "organisationId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "progress" TEXT,
    "result" JSONB,
    "reasons" JSONB,
    "noProgress" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdById" UUID,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "submittedAt" TIMESTAMP(3),
    "submittedById" UUID,
    "acceptedAt" TIMESTAMP(3),
    "supersededAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProgressUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UpdateReview" (
    "id" UUID NOT NULL,
    "updateId" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,

    CONSTRAINT "UpdateReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorActual" (
    "updateId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "value" DECIMAL(65,30),
    "text" JSONB,

    CONSTRAINT "IndicatorActual_pkey" PRIMARY KEY ("updateId","indicatorId")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "planId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "introduction" JSONB,
    "conclusions" JSONB,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "consultationOpensOn" TEXT,
    "consultationEndsOn" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportVersion" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "snapshot" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "reason" JSONB,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,

    CONSTRAINT "ReportVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_CommitmentToThematicArea" (
    "A" UUID NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_CommitmentToThematicArea_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_CommitmentToSdg" (
    "A" UUID NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_CommitmentToSdg_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "AccountLink_tokenHash_key" ON "AccountLink"("tokenHash");

-- CreateIndex
CREATE INDEX "Assessment_periodId_idx" ON "Assessment"("periodId");

-- CreateIndex
CREATE INDEX "Assessment_commitmentId_idx" ON "Assessment"("commitmentId");

-- CreateIndex
CREATE INDEX "Assessment_milestoneId_idx" ON "Assessment"("milestoneId");

-- CreateIndex
CREATE INDEX "AuditEvent_entity_entityId_idx" ON "AuditEvent"("entity", "entityId");

-- CreateIndex
CREATE INDEX "AuditEvent_planId_at_idx" ON "AuditEvent"("planId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_confirmTokenHash_key" ON "Comment"("confirmTokenHash");

-- CreateIndex
CREATE INDEX "Comment_commitmentId_status_idx" ON "Comment"("commitmentId", "status");

-- CreateIndex
CREATE INDEX "Comment_reportId_status_idx" ON "Comment"("reportId", "status");

-- CreateIndex
CREATE INDEX "Comment_status_confirmedAt_idx" ON "Comment"("status", "confirmedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Response_commentId_key" ON "Response"("commentId");

-- CreateIndex
CREATE INDEX "CommentDraft_expiresAt_idx" ON "CommentDraft"("expiresAt");

-- CreateIndex
CREATE INDEX "Commitment_partId_idx" ON "Commitment"("partId");

-- CreateIndex
CREATE INDEX "Commitment_leadOrganisationId_idx" ON "Commitment"("leadOrganisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_planId_slug_key" ON "Commitment"("planId", "slug");

-- CreateIndex
CREATE INDEX "Partnership_commitmentId_idx" ON "Partnership"("commitmentId");

-- CreateIndex
CREATE INDEX "Partnership_milestoneId_idx" ON "Partnership"("milestoneId");

-- CreateIndex
CREATE INDEX "Partnership_organisationId_idx" ON "Partnership"("organisationId");

-- CreateIndex
CREATE INDEX "Indicator_commitmentId_idx" ON "Indicator"("commitmentId");

-- CreateIndex
CREATE INDEX "Indicator_milestoneId_idx" ON "Indicator"("milestoneId");

-- CreateIndex
CREATE INDEX "VerificationSource_commitmentId_idx" ON "VerificationSource"("commitmentId");

-- CreateIndex
CREATE INDEX "VerificationSource_milestoneId_idx" ON "VerificationSource"("milestoneId");

-- CreateIndex
CREATE INDEX "BudgetLine_commitmentId_idx" ON "BudgetLine"("commitmentId");

-- CreateIndex
CREATE INDEX "BudgetLine_milestoneId_idx" ON "BudgetLine"("milestoneId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_fileKey_key" ON "Evidence"("fileKey");

-- CreateIndex
CREATE INDEX "Evidence_updateId_idx" ON "Evidence"("updateId");

-- CreateIndex
CREATE INDEX "Evidence_assessmentId_idx" ON "Evidence"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "FulfilmentGrade_scaleCode_code_key" ON "FulfilmentGrade"("scaleCode", "code");

-- CreateIndex
CREATE UNIQUE INDEX "FulfilmentGrade_scaleCode_rank_key" ON "FulfilmentGrade"("scaleCode", "rank");

-- CreateIndex
CREATE INDEX "Mail_status_nextAttemptAt_idx" ON "Mail"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Milestone_leadOrganisationId_idx" ON "Milestone"("leadOrganisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_commitmentId_number_key" ON "Milestone"("commitmentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_slug_key" ON "Plan"("slug");

-- CreateIndex
CREATE INDEX "Plan_secretariatId_idx" ON "Plan"("secretariatId");

-- CreateIndex
CREATE INDEX "LegalAct_planId_idx" ON "LegalAct"("planId");

-- CreateIndex
CREATE INDEX "PlanPart_planId_idx" ON "PlanPart"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanImport_planId_sha256_key" ON "PlanImport"("planId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "ReportingPeriod_planId_slug_key" ON "ReportingPeriod"("planId", "slug");

-- CreateIndex
CREATE INDEX "ProgressUpdate_periodId_status_idx" ON "ProgressUpdate"("periodId", "status");

-- CreateIndex
CREATE INDEX "ProgressUpdate_commitmentId_idx" ON "ProgressUpdate"("commitmentId");

-- CreateIndex
CREATE INDEX "ProgressUpdate_milestoneId_idx" ON "ProgressUpdate"("milestoneId");

-- CreateIndex
CREATE INDEX "UpdateReview_updateId_idx" ON "UpdateReview"("updateId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_slug_key" ON "Report"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Report_planId_periodId_kind_key" ON "Report"("planId", "periodId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "ReportVersion_reportId_number_key" ON "ReportVersion"("reportId", "number");

-- CreateIndex
CREATE INDEX "_CommitmentToThematicArea_B_index" ON "_CommitmentToThematicArea"("B");

-- CreateIndex
CREATE INDEX "_CommitmentToSdg_B_index" ON "_CommitmentToSdg"("B");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_gradeId_fkey" FOREIGN KEY ("gradeId") REFERENCES "FulfilmentGrade"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_reportVersionId_fkey" FOREIGN KEY ("reportVersionId") REFERENCES "ReportVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_partId_fkey" FOREIGN KEY ("partId") REFERENCES "PlanPart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_leadOrganisationId_fkey" FOREIGN KEY ("leadOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationSource" ADD CONSTRAINT "VerificationSource_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationSource" ADD CONSTRAINT "VerificationSource_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_fundingSourceCode_fkey" FOREIGN KEY ("fundingSourceCode") REFERENCES "FundingSource"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "ProgressUpdate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_verificationSourceId_fkey" FOREIGN KEY ("verificationSourceId") REFERENCES "VerificationSource"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FulfilmentGrade" ADD CONSTRAINT "FulfilmentGrade_scaleCode_fkey" FOREIGN KEY ("scaleCode") REFERENCES "FulfilmentScale"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_leadOrganisationId_fkey" FOREIGN KEY ("leadOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_kindCode_fkey" FOREIGN KEY ("kindCode") REFERENCES "OrganisationKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_secretariatId_fkey" FOREIGN KEY ("secretariatId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_scaleCode_fkey" FOREIGN KEY ("scaleCode") REFERENCES "FulfilmentScale"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalAct" ADD CONSTRAINT "LegalAct_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanPart" ADD CONSTRAINT "PlanPart_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanPart" ADD CONSTRAINT "PlanPart_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "PlanPart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanImport" ADD CONSTRAINT "PlanImport_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UpdateReview" ADD CONSTRAINT "UpdateReview_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "ProgressUpdate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorActual" ADD CONSTRAINT "IndicatorActual_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "ProgressUpdate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorActual" ADD CONSTRAINT "IndicatorActual_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportVersion" ADD CONSTRAINT "ReportVersion_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CommitmentToThematicArea" ADD CONSTRAINT "_CommitmentToThematicArea_A_fkey" FOREIGN KEY ("A") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CommitmentToThematicArea" ADD CONSTRAINT "_CommitmentToThematicArea_B_fkey" FOREIGN KEY ("B") REFERENCES "ThematicArea"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CommitmentToSdg" ADD CONSTRAINT "_CommitmentToSdg_A_fkey" FOREIGN KEY ("A") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CommitmentToSdg" ADD CONSTRAINT "_CommitmentToSdg_B_fkey" FOREIGN KEY ("B") REFERENCES "Sdg"("number") ON DELETE CASCADE ON UPDATE CASCADE;

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
ALTER TABLE "ReportVersion" ADD CONSTRAINT "ReportVersion_title" CHECK ("title" = "snapshot"::jsonb -> 'report' -> 'title');
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

-- What names two records names two that belong together: a milestone of its commitment, a part and a period of their plan.
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_in_commitment" UNIQUE ("id", "commitmentId");
ALTER TABLE "PlanPart" ADD CONSTRAINT "PlanPart_in_plan" UNIQUE ("id", "planId");
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_in_plan" UNIQUE ("id", "planId");
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_same_commitment" FOREIGN KEY ("parentId", "commitmentId") REFERENCES "Milestone" ("id", "commitmentId");
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_same_commitment" FOREIGN KEY ("milestoneId", "commitmentId") REFERENCES "Milestone" ("id", "commitmentId");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_same_commitment" FOREIGN KEY ("milestoneId", "commitmentId") REFERENCES "Milestone" ("id", "commitmentId");
ALTER TABLE "PlanPart" ADD CONSTRAINT "PlanPart_same_plan" FOREIGN KEY ("parentId", "planId") REFERENCES "PlanPart" ("id", "planId");
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_same_plan" FOREIGN KEY ("partId", "planId") REFERENCES "PlanPart" ("id", "planId");
ALTER TABLE "Report" ADD CONSTRAINT "Report_same_plan" FOREIGN KEY ("periodId", "planId") REFERENCES "ReportingPeriod" ("id", "planId");

-- Dates as exact as the source: a year, a month or a day.
CREATE FUNCTION is_partial_date(value text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN value ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$';
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_term" CHECK (is_partial_date("startsOn") AND is_partial_date("endsOn"));
ALTER TABLE "LegalAct" ADD CONSTRAINT "LegalAct_date" CHECK (is_partial_date("date"));
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_days" CHECK (length("startsOn") = 10 AND is_partial_date("startsOn") AND length("endsOn") = 10 AND is_partial_date("endsOn") AND "startsOn" <= "endsOn" AND ("dueOn" IS NULL OR (length("dueOn") = 10 AND is_partial_date("dueOn"))));
ALTER TABLE "Report" ADD CONSTRAINT "Report_consultation" CHECK (("consultationOpensOn" IS NULL) = ("consultationEndsOn" IS NULL) AND "consultationOpensOn" <= "consultationEndsOn");
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
CREATE TRIGGER "UpdateReview_no_truncate" BEFORE TRUNCATE ON "UpdateReview" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An accepted update never changes but to be superseded; a published assessment likewise. `supersededAt` is an update's alone.
CREATE FUNCTION only_supersede() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."status" = 'superseded' OR NEW."status" <> 'superseded'
     OR to_jsonb(NEW) - ARRAY['status', 'supersededAt', 'version'] <> to_jsonb(OLD) - ARRAY['status', 'supersededAt', 'version'] THEN
    RAISE EXCEPTION '% rows that are public can only be superseded', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ProgressUpdate_only_supersede" BEFORE UPDATE OR DELETE ON "ProgressUpdate" FOR EACH ROW WHEN (OLD."status" IN ('accepted', 'superseded')) EXECUTE FUNCTION only_supersede();
CREATE TRIGGER "Assessment_only_supersede" BEFORE UPDATE OR DELETE ON "Assessment" FOR EACH ROW WHEN (OLD."status" IN ('published', 'superseded')) EXECUTE FUNCTION only_supersede();

-- What belongs to them stays with them: their evidence, and what an update says of indicators.
CREATE FUNCTION is_public_update(update_id uuid) RETURNS boolean LANGUAGE sql STABLE RETURN EXISTS (SELECT 1 FROM "ProgressUpdate" WHERE "id" = update_id AND "status" IN ('accepted', 'superseded'));
CREATE FUNCTION is_public_assessment(assessment_id uuid) RETURNS boolean LANGUAGE sql STABLE RETURN EXISTS (SELECT 1 FROM "Assessment" WHERE "id" = assessment_id AND "status" IN ('published', 'superseded'));
CREATE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP <> 'INSERT' AND (is_public_update(OLD."updateId") OR is_public_assessment(OLD."assessmentId")))
     OR (TG_OP <> 'DELETE' AND (is_public_update(NEW."updateId") OR is_public_assessment(NEW."assessmentId"))) THEN
    RAISE EXCEPTION 'evidence of what is public cannot change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Evidence_keep_public" BEFORE INSERT OR UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION keep_evidence();
CREATE FUNCTION keep_actual() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP <> 'INSERT' AND is_public_update(OLD."updateId")) OR (TG_OP <> 'DELETE' AND is_public_update(NEW."updateId")) THEN
    RAISE EXCEPTION 'what an accepted update says of an indicator cannot change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "IndicatorActual_keep_public" BEFORE INSERT OR UPDATE OR DELETE ON "IndicatorActual" FOR EACH ROW EXECUTE FUNCTION keep_actual();

-- Completed needs proof. At the end of the transaction, because evidence is attached after the update it proves.
CREATE FUNCTION require_proof() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Evidence" WHERE "updateId" = NEW."id" AND "removedAt" IS NULL) THEN
    RAISE EXCEPTION 'completed needs proof' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ProgressUpdate_completed_needs_proof" AFTER INSERT OR UPDATE ON "ProgressUpdate" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."progress" = 'completed' AND NEW."status" IN ('submitted', 'accepted')) EXECUTE FUNCTION require_proof();

-- Nobody puts words into a resident's mouth, and a published response stays as it was.
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the words of a % cannot change', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Comment_keep_words" BEFORE UPDATE ON "Comment" FOR EACH ROW
  WHEN ((NEW."authorName", NEW."body", NEW."locale", NEW."commitmentId", NEW."reportId") IS DISTINCT FROM (OLD."authorName", OLD."body", OLD."locale", OLD."commitmentId", OLD."reportId"))
  EXECUTE FUNCTION keep_words('comment');
CREATE TRIGGER "Response_keep_published" BEFORE UPDATE OR DELETE ON "Response" FOR EACH ROW WHEN (OLD."status" = 'published') EXECUTE FUNCTION keep_words('published response');
