-- AlterTable
ALTER TABLE "WorkingGroup" ADD COLUMN     "sourceNote" JSONB;

-- AlterTable
ALTER TABLE "ProcessEvent" ADD COLUMN     "sourceNote" JSONB,
ALTER COLUMN "startsOn" DROP NOT NULL;

-- A source may tell of a meeting and state no day of it: then it has no last day either.
ALTER TABLE "ProcessEvent" ADD CONSTRAINT "ProcessEvent_day_before_last" CHECK ("startsOn" IS NOT NULL OR "endsOn" IS NULL);
