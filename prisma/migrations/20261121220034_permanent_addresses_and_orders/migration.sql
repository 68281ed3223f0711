-- CreateTable
CREATE TABLE "CommitmentAddress" (
    "planId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "commitmentId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommitmentAddress_pkey" PRIMARY KEY ("planId","slug")
);

-- CreateIndex
CREATE INDEX "CommitmentAddress_commitmentId_idx" ON "CommitmentAddress"("commitmentId");

-- CreateIndex
CREATE INDEX "CommitmentAddress_code_idx" ON "CommitmentAddress"("code");

-- Eight letters and digits that nobody mistakes for another and that make no words, given to nothing before.
CREATE FUNCTION short_code() RETURNS text LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  letters constant text := '23456789bcdfghjkmnpqrstvwxz';
  drawn text;
BEGIN
  LOOP
    SELECT string_agg(substr(letters, 1 + get_byte(uuid_send(random), place) % length(letters), 1), '' ORDER BY place) INTO drawn
      FROM (SELECT gen_random_uuid() AS random) AS drawing, unnest(ARRAY[0, 1, 2, 3, 4, 5, 10, 11]) AS place;
    EXIT WHEN NOT EXISTS (SELECT FROM "CommitmentAddress" WHERE "code" = drawn);
  END LOOP;
  RETURN drawn;
END $$;

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "code" TEXT NOT NULL DEFAULT short_code();

-- CreateIndex
CREATE INDEX "PlanChange_at_id_idx" ON "PlanChange"("at", "id");

-- CreateIndex
CREATE INDEX "Assessment_publishedAt_id_idx" ON "Assessment"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "Assessment_publishedAt_latest_idx" ON "Assessment"("publishedAt" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Comment_publishedAt_id_idx" ON "Comment"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "Comment_publishedAt_latest_idx" ON "Comment"("publishedAt" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_code_key" ON "Commitment"("code");

-- CreateIndex
CREATE INDEX "Commitment_startsOn_id_idx" ON "Commitment"("startsOn", "id");

-- CreateIndex
CREATE INDEX "Commitment_startsOn_latest_idx" ON "Commitment"("startsOn" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Commitment_endsOn_id_idx" ON "Commitment"("endsOn", "id");

-- CreateIndex
CREATE INDEX "Commitment_endsOn_latest_idx" ON "Commitment"("endsOn" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Commitment_number_id_idx" ON "Commitment"("number", "id");

-- CreateIndex
CREATE INDEX "Milestone_startsOn_id_idx" ON "Milestone"("startsOn", "id");

-- CreateIndex
CREATE INDEX "Milestone_startsOn_latest_idx" ON "Milestone"("startsOn" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Milestone_endsOn_id_idx" ON "Milestone"("endsOn", "id");

-- CreateIndex
CREATE INDEX "Milestone_endsOn_latest_idx" ON "Milestone"("endsOn" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Milestone_number_id_idx" ON "Milestone"("number", "id");

-- CreateIndex
CREATE INDEX "Plan_startsOn_id_idx" ON "Plan"("startsOn", "id");

-- CreateIndex
CREATE INDEX "Plan_endsOn_id_idx" ON "Plan"("endsOn", "id");

-- CreateIndex
CREATE INDEX "ProcessEvent_startsOn_id_idx" ON "ProcessEvent"("startsOn", "id");

-- CreateIndex
CREATE INDEX "ProcessEvent_startsOn_latest_idx" ON "ProcessEvent"("startsOn" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "ProcessEvent_publishedAt_id_idx" ON "ProcessEvent"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "ProcessEvent_publishedAt_latest_idx" ON "ProcessEvent"("publishedAt" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Recommendation_publishedAt_id_idx" ON "Recommendation"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "Recommendation_publishedAt_latest_idx" ON "Recommendation"("publishedAt" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Recommendation_dueOn_id_idx" ON "Recommendation"("dueOn", "id");

-- CreateIndex
CREATE INDEX "Recommendation_dueOn_latest_idx" ON "Recommendation"("dueOn" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "ReportingPeriod_startsOn_id_idx" ON "ReportingPeriod"("startsOn", "id");

-- CreateIndex
CREATE INDEX "ReportingPeriod_endsOn_id_idx" ON "ReportingPeriod"("endsOn", "id");

-- CreateIndex
CREATE INDEX "ProgressUpdate_acceptedAt_id_idx" ON "ProgressUpdate"("acceptedAt", "id");

-- CreateIndex
CREATE INDEX "ProgressUpdate_acceptedAt_latest_idx" ON "ProgressUpdate"("acceptedAt" DESC NULLS LAST, "id" DESC);

-- An address that the public could reach belongs to what it led to first, for ever: neither deleting nor renaming frees it.
CREATE FUNCTION keep_commitment_address() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- While numbers change hands.
  IF NEW."slug" = NEW."id"::text THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM "CommitmentAddress" WHERE "planId" = NEW."planId" AND "slug" = NEW."slug" AND "commitmentId" <> NEW."id") THEN
    RAISE EXCEPTION 'this address belongs to another commitment' USING ERRCODE = 'unique_violation', CONSTRAINT = 'CommitmentAddress_pkey';
  END IF;
  INSERT INTO "CommitmentAddress" ("planId", "slug", "commitmentId", "code")
    SELECT NEW."planId", NEW."slug", NEW."id", NEW."code" FROM "Plan" WHERE "id" = NEW."planId" AND "status" <> 'draft'
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "Commitment_keeps_address" AFTER INSERT OR UPDATE OF "slug", "planId" ON "Commitment" FOR EACH ROW EXECUTE FUNCTION keep_commitment_address();

CREATE FUNCTION keep_commitment_addresses() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "CommitmentAddress" ("planId", "slug", "commitmentId", "code") SELECT "planId", "slug", "id", "code" FROM "Commitment" WHERE "planId" = NEW."id" ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "Plan_keeps_addresses" AFTER UPDATE OF "status" ON "Plan" FOR EACH ROW WHEN (OLD."status" = 'draft' AND NEW."status" <> 'draft') EXECUTE FUNCTION keep_commitment_addresses();

-- Printed on paper, it is never changed.
CREATE FUNCTION keep_short_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a short address never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Commitment_keeps_code" BEFORE UPDATE OF "code" ON "Commitment" FOR EACH ROW WHEN (NEW."code" <> OLD."code") EXECUTE FUNCTION keep_short_code();
CREATE TRIGGER "CommitmentAddress_is_kept" BEFORE UPDATE OR DELETE ON "CommitmentAddress" FOR EACH ROW EXECUTE FUNCTION keep_short_code();

INSERT INTO "CommitmentAddress" ("planId", "slug", "commitmentId", "code")
  SELECT "Commitment"."planId", "Commitment"."slug", "Commitment"."id", "Commitment"."code" FROM "Commitment" JOIN "Plan" ON "Plan"."id" = "Commitment"."planId" WHERE "Plan"."status" <> 'draft';
