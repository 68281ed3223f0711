-- CreateTable
CREATE TABLE "Standing" (
    "id" UUID NOT NULL,
    "commitmentId" UUID,
    "milestoneId" UUID,
    "progress" TEXT,
    "fulfilment" TEXT,

    CONSTRAINT "Standing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Standing_commitmentId_key" ON "Standing"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Standing_milestoneId_key" ON "Standing"("milestoneId");

-- CreateIndex
CREATE INDEX "Standing_progress_idx" ON "Standing"("progress");

-- CreateIndex
CREATE INDEX "Standing_fulfilment_idx" ON "Standing"("fulfilment");

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Standing" ADD CONSTRAINT "Standing_subject_check" CHECK (("commitmentId" IS NULL) <> ("milestoneId" IS NULL));
ALTER TABLE "Standing" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();

CREATE FUNCTION keep_standing(of_commitment uuid, of_milestone uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  said text;
  judged text;
BEGIN
  SELECT "update"."progress" INTO said FROM "ProgressUpdate" AS "update" JOIN "ReportingPeriod" AS "period" ON "period"."id" = "update"."periodId"
    WHERE "update"."commitmentId" = of_commitment AND "update"."milestoneId" IS NOT DISTINCT FROM of_milestone AND "update"."status" = 'accepted'
    ORDER BY "period"."endsOn" DESC, "update"."acceptedAt" DESC LIMIT 1;
  SELECT "FulfilmentGrade"."code" INTO judged FROM "Assessment" JOIN "ReportingPeriod" AS "period" ON "period"."id" = "Assessment"."periodId" LEFT JOIN "FulfilmentGrade" ON "FulfilmentGrade"."id" = "Assessment"."gradeId"
    WHERE "Assessment"."commitmentId" = of_commitment AND "Assessment"."milestoneId" IS NOT DISTINCT FROM of_milestone AND "Assessment"."voice" = 'secretariat' AND "Assessment"."status" = 'published'
    ORDER BY "period"."endsOn" DESC, "Assessment"."publishedAt" DESC LIMIT 1;
  IF of_milestone IS NULL THEN
    INSERT INTO "Standing" ("commitmentId", "progress", "fulfilment") VALUES (of_commitment, said, judged)
      ON CONFLICT ("commitmentId") DO UPDATE SET "progress" = EXCLUDED."progress", "fulfilment" = EXCLUDED."fulfilment";
  ELSE
    INSERT INTO "Standing" ("milestoneId", "progress", "fulfilment") VALUES (of_milestone, said, judged)
      ON CONFLICT ("milestoneId") DO UPDATE SET "progress" = EXCLUDED."progress", "fulfilment" = EXCLUDED."fulfilment";
  END IF;
END $$;

CREATE FUNCTION keep_standing_of_row() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- Drafts say nothing yet, however often they are saved.
  IF TG_OP = 'INSERT' AND NEW."status" = 'draft' OR TG_OP = 'UPDATE' AND OLD."status" = NEW."status" THEN
    RETURN NULL;
  END IF;
  PERFORM keep_standing(COALESCE(NEW."commitmentId", OLD."commitmentId"), COALESCE(NEW."milestoneId", OLD."milestoneId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "ProgressUpdate_keeps_standing" AFTER INSERT OR UPDATE OF "status" ON "ProgressUpdate" FOR EACH ROW EXECUTE FUNCTION keep_standing_of_row();
CREATE TRIGGER "Assessment_keeps_standing" AFTER INSERT OR UPDATE OF "status" ON "Assessment" FOR EACH ROW EXECUTE FUNCTION keep_standing_of_row();

CREATE FUNCTION keep_standings_of_period() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM keep_standing("commitmentId", "milestoneId") FROM (SELECT "commitmentId", "milestoneId" FROM "ProgressUpdate" WHERE "periodId" = NEW."id" UNION SELECT "commitmentId", "milestoneId" FROM "Assessment" WHERE "periodId" = NEW."id") AS "subject";
  RETURN NULL;
END $$;
CREATE TRIGGER "ReportingPeriod_keeps_standings" AFTER UPDATE OF "endsOn" ON "ReportingPeriod" FOR EACH ROW WHEN (OLD."endsOn" <> NEW."endsOn") EXECUTE FUNCTION keep_standings_of_period();

DO $$ BEGIN
  PERFORM keep_standing("commitmentId", "milestoneId") FROM (SELECT "commitmentId", "milestoneId" FROM "ProgressUpdate" UNION SELECT "commitmentId", "milestoneId" FROM "Assessment") AS "subject";
END $$;
