-- DropIndex
DROP INDEX "Milestone_commitmentId_number_key";

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "totpConfirmedAt" TIMESTAMP(3),
ADD COLUMN     "totpSecret" TEXT,
ADD COLUMN     "totpStep" BIGINT;

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "removedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "removedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "VerificationSource" ADD COLUMN     "removedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "attachments" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Milestone" ADD COLUMN     "removedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "consultationEndsOn" TEXT,
ADD COLUMN     "consultationOpensOn" TEXT;

-- AlterTable
ALTER TABLE "LegalAct" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "PlanPart" ADD COLUMN     "slug" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- What was there before gets its kind and place for a key: "challenge-3".
UPDATE "PlanPart" SET "slug" = "numbered"."slug" FROM (SELECT "id", "kind" || '-' || row_number() OVER (PARTITION BY "planId" ORDER BY "position", "id") AS "slug" FROM "PlanPart") AS "numbered" WHERE "numbered"."id" = "PlanPart"."id";
ALTER TABLE "PlanPart" ALTER COLUMN "slug" SET NOT NULL;

-- AlterTable
ALTER TABLE "ProgressUpdate" ADD COLUMN     "submittedLinkId" UUID;

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "number" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "reason" JSONB,
    "legalActId" UUID,
    "edits" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "madeAt" TIMESTAMP(3),
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanChange" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "amendmentId" UUID,
    "at" TIMESTAMP(3) NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "commitmentId" UUID,
    "operation" TEXT NOT NULL,
    "number" TEXT,
    "title" JSONB,
    "field" TEXT,
    "before" JSONB,
    "after" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PlanChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditingDraft" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "version" INTEGER,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EditingDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "fileName" TEXT,
    "fileKey" TEXT,
    "planId" UUID,
    "status" TEXT NOT NULL,
    "table" JSONB,
    "mapping" JSONB,
    "content" JSONB,
    "places" JSONB,
    "problems" JSONB,
    "reason" JSONB,
    "legalActId" UUID,
    "planVersion" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodExtension" (
    "id" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "until" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "actorName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PeriodExtension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportingLink" (
    "id" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "locale" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "ReportingLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_accountId_codeHash_key" ON "RecoveryCode"("accountId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "Digest_accountId_day_key" ON "Digest"("accountId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_planId_number_key" ON "Amendment"("planId", "number");

-- CreateIndex
CREATE INDEX "PlanChange_planId_at_idx" ON "PlanChange"("planId", "at");

-- CreateIndex
CREATE INDEX "PlanChange_entityId_idx" ON "PlanChange"("entityId");

-- CreateIndex
CREATE INDEX "PlanChange_commitmentId_idx" ON "PlanChange"("commitmentId");

-- CreateIndex
CREATE INDEX "EditingDraft_planId_idx" ON "EditingDraft"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "EditingDraft_accountId_entity_entityId_key" ON "EditingDraft"("accountId", "entity", "entityId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRun_fileKey_key" ON "ImportRun"("fileKey");

-- CreateIndex
CREATE INDEX "ImportRun_organisationId_createdAt_idx" ON "ImportRun"("organisationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "PeriodExtension_periodId_organisationId_key" ON "PeriodExtension"("periodId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportingLink_tokenHash_key" ON "ReportingLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ReportingLink_periodId_organisationId_idx" ON "ReportingLink"("periodId", "organisationId");

-- CreateIndex
CREATE INDEX "Milestone_commitmentId_idx" ON "Milestone"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanPart_planId_slug_key" ON "PlanPart"("planId", "slug");

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_legalActId_fkey" FOREIGN KEY ("legalActId") REFERENCES "LegalAct"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditingDraft" ADD CONSTRAINT "EditingDraft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodExtension" ADD CONSTRAINT "PeriodExtension_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodExtension" ADD CONSTRAINT "PeriodExtension_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingLink" ADD CONSTRAINT "ReportingLink_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingLink" ADD CONSTRAINT "ReportingLink_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressUpdate" ADD CONSTRAINT "ProgressUpdate_submittedLinkId_fkey" FOREIGN KEY ("submittedLinkId") REFERENCES "ReportingLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say. Each rule is also in a rules.ts; here it holds whoever writes.

-- Numbers are unique among what the plan still promises.
DROP INDEX "Commitment_number_in_part";
CREATE UNIQUE INDEX "Commitment_number_in_part" ON "Commitment" ("planId", "partId", "number") NULLS NOT DISTINCT WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "Milestone_number_in_commitment" ON "Milestone" ("commitmentId", "number") WHERE "removedAt" IS NULL;

-- Words of the life cycles.
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_status" CHECK ("status" IN ('draft', 'made'));
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_says_why" CHECK ("status" = 'draft' OR ("reason" IS NOT NULL AND "number" IS NOT NULL AND "madeAt" IS NOT NULL));
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_entity" CHECK ("entity" IN ('plan', 'legal_act', 'part', 'commitment', 'milestone'));
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_operation" CHECK ("operation" IN ('added', 'changed', 'removed') AND ("operation" = 'changed') = ("field" IS NOT NULL));
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_status" CHECK ("status" IN ('mapping', 'preview', 'queued', 'running', 'done', 'failed', 'discarded'));
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_format" CHECK ("format" IN ('xlsx', 'csv', 'json', 'docx', 'html', 'text'));
ALTER TABLE "PeriodExtension" ADD CONSTRAINT "PeriodExtension_until" CHECK (length("until") = 10 AND is_partial_date("until"));
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_day" CHECK (length("day") = 10 AND is_partial_date("day"));
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_consultation" CHECK (("consultationOpensOn" IS NULL) = ("consultationEndsOn" IS NULL) AND "consultationOpensOn" <= "consultationEndsOn");

-- What names two records names two that belong together.
ALTER TABLE "LegalAct" ADD CONSTRAINT "LegalAct_in_plan" UNIQUE ("id", "planId");
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_in_plan" UNIQUE ("id", "planId");
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_same_plan" FOREIGN KEY ("legalActId", "planId") REFERENCES "LegalAct" ("id", "planId");
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_same_plan" FOREIGN KEY ("amendmentId", "planId") REFERENCES "Amendment" ("id", "planId");

-- History is only ever added to, and an amendment that was made stays as it was.
CREATE TRIGGER "PlanChange_insert_only" BEFORE UPDATE OR DELETE ON "PlanChange" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PlanChange_no_truncate" BEFORE TRUNCATE ON "PlanChange" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION keep_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an amendment that was made cannot change' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Amendment_keep_made" BEFORE UPDATE OR DELETE ON "Amendment" FOR EACH ROW WHEN (OLD."status" = 'made') EXECUTE FUNCTION keep_amendment();
