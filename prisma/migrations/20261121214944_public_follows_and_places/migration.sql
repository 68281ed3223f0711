-- DropIndex
DROP INDEX "Follower_email_key";

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "wantsNews" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Follower" RENAME COLUMN "email" TO "address";
ALTER TABLE "Follower" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'email',
ADD COLUMN     "stopReason" TEXT,
ADD COLUMN     "stoppedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Follow" ADD COLUMN     "confirmFailures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "frequency" TEXT NOT NULL DEFAULT 'at_once',
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'news',
ADD COLUMN     "toldUntil" TIMESTAMP(3),
ALTER COLUMN "targetId" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "municipalitySlug" TEXT;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "municipalitySlug" TEXT;

-- CreateTable
CREATE TABLE "EvidenceText" (
    "evidenceId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "readAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EvidenceText_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateTable
CREATE TABLE "Sms" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "segments" INTEGER NOT NULL,
    "onceKey" TEXT,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMP(3) NOT NULL,
    "gatewayId" TEXT,
    "cost" DECIMAL(12,4),
    "currency" TEXT,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "deliveredAt" TIMESTAMP(3),

    CONSTRAINT "Sms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Municipality" (
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "region" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Municipality_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE UNIQUE INDEX "Sms_onceKey_key" ON "Sms"("onceKey");

-- CreateIndex
CREATE UNIQUE INDEX "Sms_gatewayId_key" ON "Sms"("gatewayId");

-- CreateIndex
CREATE INDEX "Sms_status_nextAttemptAt_idx" ON "Sms"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Sms_sentAt_idx" ON "Sms"("sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Follower_channel_address_key" ON "Follower"("channel", "address");

-- CreateIndex
CREATE INDEX "Follow_frequency_toldUntil_idx" ON "Follow"("frequency", "toldUntil");

-- CreateIndex
CREATE INDEX "Organisation_municipalitySlug_idx" ON "Organisation"("municipalitySlug");

-- CreateIndex
CREATE INDEX "Plan_municipalitySlug_idx" ON "Plan"("municipalitySlug");

-- AddForeignKey
ALTER TABLE "EvidenceText" ADD CONSTRAINT "EvidenceText_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_municipalitySlug_fkey" FOREIGN KEY ("municipalitySlug") REFERENCES "Municipality"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_municipalitySlug_fkey" FOREIGN KEY ("municipalitySlug") REFERENCES "Municipality"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Follower" ADD CONSTRAINT "Follower_address" CHECK (("channel" = 'email' AND "address" LIKE '%_@_%') OR ("channel" = 'sms' AND "address" ~ '^\+[1-9][0-9]{6,14}$'));
ALTER TABLE "Follow" DROP CONSTRAINT "Follow_kind",
ADD CONSTRAINT "Follow_kind" CHECK ("kind" IN ('everything', 'plan', 'commitment', 'organisation', 'municipality', 'area', 'sdg')),
ADD CONSTRAINT "Follow_frequency" CHECK ("frequency" IN ('at_once', 'weekly', 'monthly'));
ALTER TABLE "Sms" ADD CONSTRAINT "Sms_status" CHECK ("status" IN ('queued', 'sent', 'delivered', 'failed')),
ADD CONSTRAINT "Sms_cost" CHECK (("cost" IS NULL) = ("currency" IS NULL));
ALTER TABLE "EvidenceText" ADD CONSTRAINT "EvidenceText_status" CHECK ("status" IN ('read', 'nothing', 'refused', 'failed'));
