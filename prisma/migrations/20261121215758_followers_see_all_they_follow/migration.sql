-- AlterTable
ALTER TABLE "Follower" ADD COLUMN     "allTokenHash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Follower_allTokenHash_key" ON "Follower"("allTokenHash");
