-- AlterTable
ALTER TABLE "Amendment" ADD COLUMN     "written" BOOLEAN NOT NULL DEFAULT false;

-- Whoever names a draft amendment and writes has to make it in the same transaction, and to tell in the plan's history what changed.
CREATE OR REPLACE FUNCTION require_amendment(of_plan uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  stands text;
  begun boolean;
  named text := current_setting('open_commitments.amendment', true);
BEGIN
  SELECT "status" INTO stands FROM "Plan" WHERE "id" = of_plan;
  IF stands IS NULL OR stands IN ('draft', 'in_consultation') THEN
    RETURN;
  END IF;
  IF stands = 'adopted' AND named <> '' THEN
    SELECT "written" INTO begun FROM "Amendment" WHERE "id" = named::uuid AND "planId" = of_plan AND "status" = 'draft';
    IF FOUND THEN
      IF NOT begun THEN
        UPDATE "Amendment" SET "written" = true WHERE "id" = named::uuid;
      END IF;
      RETURN;
    END IF;
  END IF;
  RAISE EXCEPTION 'an adopted plan changes only by amendment' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION require_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Amendment" WHERE "id" = NEW."id" AND "status" = 'made')
    OR NOT EXISTS (SELECT FROM "PlanChange" WHERE "amendmentId" = NEW."id") THEN
    RAISE EXCEPTION 'what an amendment wrote stays only when it is made and told' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Amendment_made_when_written" AFTER INSERT OR UPDATE ON "Amendment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."written" AND NEW."status" = 'draft') EXECUTE FUNCTION require_made();
CREATE INDEX "PlanChange_amendmentId_idx" ON "PlanChange"("amendmentId");

-- A session's temporary tables come before all others unless it is said otherwise: one called "Plan" must not answer for the plans.
ALTER FUNCTION require_amendment(uuid) SET search_path = public, pg_temp;
ALTER FUNCTION require_made() SET search_path = public, pg_temp;
ALTER FUNCTION require_amendment_of_line(uuid, uuid) SET search_path = public, pg_temp;
ALTER FUNCTION amended_only_in_commitment() SET search_path = public, pg_temp;
ALTER FUNCTION require_proof() SET search_path = public, pg_temp;
