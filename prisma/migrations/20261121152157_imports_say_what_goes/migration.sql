-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "removesMissing" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "result" JSONB;
