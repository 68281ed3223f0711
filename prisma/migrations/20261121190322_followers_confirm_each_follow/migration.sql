-- DropIndex
DROP INDEX "Follower_confirmTokenHash_key";

-- AlterTable
ALTER TABLE "Follower" DROP COLUMN "confirmExpiresAt",
DROP COLUMN "confirmTokenHash",
DROP COLUMN "confirmedAt",
DROP COLUMN "consentVersion",
DROP COLUMN "locale",
DROP COLUMN "unsubscribedAt",
DROP COLUMN "version";

-- AlterTable
ALTER TABLE "Follow" ADD COLUMN     "confirmExpiresAt" TIMESTAMP(3),
ADD COLUMN     "confirmTokenHash" TEXT,
ADD COLUMN     "consentVersion" TEXT,
ADD COLUMN     "endTokenHash" TEXT NOT NULL,
ADD COLUMN     "locale" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "onceKey" TEXT,
ADD COLUMN     "unsubscribeUrl" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Follow_confirmTokenHash_key" ON "Follow"("confirmTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_endTokenHash_key" ON "Follow"("endTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_onceKey_key" ON "Mail"("onceKey");

ALTER TABLE "Follow" ADD CONSTRAINT "Follow_confirmed_with_consent" CHECK (("confirmedAt" IS NULL) = ("consentVersion" IS NULL));
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_locale" CHECK ("locale" IN ('ka', 'en'));
